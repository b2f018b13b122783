"""Cures for values on one line: quotation marks that are missing, or in each other's way, and a space after a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.words import tr
from editor.yaml_text.mending.cure import Cure, Vocabulary
from editor.yaml_text.mending.line_parts import LineParts, closed_up, continuation, key_of, parts_of
from editor.yaml_text.mending.quotation_marks import mended_quotes
from editor.yaml_text.refusals import Refused
from editor.yaml_text.scalars import double_quoted, single_quoted
from editor.yaml_text.yaml_text import YamlText

_COMMENT = re.compile(r"[ \t]+#")
_COLON = re.compile(r":(?:[ \t]|\Z)")
_WORD_BEFORE_COLON = re.compile(r"(?<![^\W\d])(?<!-)([^\W\d][\w-]*) *:(?=[ \t]|\Z)")
_SINGLE_FIELD = re.compile(r"\{[^\W\d]\w*\}|\[[^\[\],:]+\]")
_TEXT_BEHIND_BRACKET = re.compile(r"\[[^\[\]]*\](?=[^\s,\]}:]| +[^\s,\]}#])|\{[^{}]*\}(?=[^\s,\]}:]| +[^\s,\]}#])")
_ALIAS = re.compile(r"\*([\w-]+)")
_SIGN = re.compile(r"[-?:](?:\s|\Z)|[,\]}]")
_BLOCK = re.compile(r"[|>](?![-+0-9]*\Z)")
# What a value that begins so must look like to be a text, and no command of YAML's.
_TEXT_AFTER = {
    **dict.fromkeys("@`%", re.compile(r".")),
    "&": re.compile(r"&(?:\s|\Z)"),
    "!": re.compile(r"![^\w\s<!]|!![^\w<]"),
    **dict.fromkeys("|>", _BLOCK),
}


def cures_of(lines: Sequence[str], number: int, words: Vocabulary) -> list[Cure]:
    """The cures for the value in a line (counted from 0), going by this line and those that belong to it."""
    spaced = closed_up(lines[number])
    if spaced is not None and spaced.key in words.keys:
        what = tr("A space is put after the colon.")
        line = spaced.with_value(spaced.value)
        within = _value_cures([*lines[:number], line, *lines[number + 1 :]], number, spaced, words)
        return [Cure(number, (line,), what), *(Cure(number, cure.lines, what, cure.says) for cure in within)]
    parts = parts_of(lines[number])
    return [] if parts is None else _value_cures(lines, number, parts, words)


def _value_cures(lines: Sequence[str], number: int, parts: LineParts, words: Vocabulary) -> list[Cure]:
    if any(found[1] in words.keys for found in _WORD_BEFORE_COLON.finditer(parts.value)):
        return []  # two lines may have become one
    end = continuation(lines, number, parts.column)
    is_alone = end == number + 1
    if parts.value[0] in "\"'":
        return _quote_cures(number, parts) if is_alone else []
    value, comment = _without_comment(parts.value)
    if not value or not _needs_quotes(value, parts.key, words, lines):
        return []
    if is_alone:
        return _one_line_cure(lines, number, parts, value, comment)
    return [] if comment else _paragraph_cure(lines, number, end, parts)


def _without_comment(value: str) -> tuple[str, str]:
    """A value without quotes, and the comment behind it with the space before; both empty where that is a guess."""
    found = _COMMENT.search(value)
    if found is None:
        return value, ""
    if value[found.end() : found.end() + 1] not in ("", " ", "\t"):
        return "", ""  # "no #3" could be a number or a comment
    return value[: found.start()], value[found.start() :]


def _one_line_cure(lines: Sequence[str], number: int, parts: LineParts, value: str, comment: str) -> list[Cure]:
    below = lines[number + 1] if number + 1 < len(lines) else ""
    quoted = _quoted(value)
    if quoted is None or (value.endswith(":") and below.lstrip().startswith("- ")):
        return []
    line = parts.with_value(quoted, comment)
    return [Cure(number, (line,), tr("Quotation marks are put around the text."), ((number, value),))]


def _needs_quotes(value: str, key: str, words: Vocabulary, lines: Sequence[str]) -> bool:
    """Whether a value without quotes cannot stand so, and is nothing but a text for sure."""
    first = value[0]
    if first in "[{":
        return _is_text_with_bracket(value, is_field=key in words.fields)
    if first == "*":
        name = _ALIAS.match(value)
        is_defined = name is not None and any(f"&{name[1]}" in line for line in lines)
        return not is_defined and (name is None or name.end() < len(value))
    if first in _TEXT_AFTER:
        return _TEXT_AFTER[first].match(value) is not None
    is_text = not key or key in words.fields  # what an unknown key holds may be anything
    return is_text and (_COLON.search(value) is not None or bool(key and _SIGN.match(value)))


def _is_text_with_bracket(value: str, *, is_field: bool) -> bool:
    """Whether a value that begins with a bracket is a text, not a list or a mapping."""
    if value.startswith(("{{", "{%", "[[")):
        return False
    if _TEXT_BEHIND_BRACKET.match(value):
        return True
    is_open = value.count(value[0]) > value.count("]" if value[0] == "[" else "}")
    return is_field and (
        _SINGLE_FIELD.fullmatch(value) is not None or (is_open and len(value) > 1 and "," not in value)
    )


def _quoted(value: str) -> str | None:
    if "'" in value and '"' not in value and "\\" not in value and "\t" not in value:
        return double_quoted(value)
    return single_quoted(value)


def _paragraph_cure(lines: Sequence[str], number: int, end: int, parts: LineParts) -> list[Cure]:
    """Quotation marks around a text of several lines, none of which may be anything else."""
    following = lines[number + 1 : end]
    if parts.value[0] in "*&!|>[{" or any(_may_be_more(line) for line in following):
        return []
    first, *others = (line.replace("'", "''") for line in (parts.value, *following))
    last = others.pop()
    new = (parts.with_value("'" + first), *others, last.rstrip(" \t") + "'" + last[len(last.rstrip(" \t")) :])
    says = " ".join(line.strip(" \t") for line in (parts.value, *following))
    return [Cure(number, new, tr("Quotation marks are put around the text."), ((number, says),))]


def _may_be_more(line: str) -> bool:
    """Whether a line below a text may be something else than the text going on."""
    text = line.strip(" \t")
    is_entry = text.startswith(("- ", "#")) or key_of(line) is not None or closed_up(line) is not None
    return not text or is_entry or "\t" in line or _COMMENT.search(line) is not None


def _quote_cures(number: int, parts: LineParts) -> list[Cure]:
    mended = mended_quotes(parts.value)
    if mended is None:
        return []
    value, what = mended
    try:
        root = YamlText.read_part(value).root
    except Refused:
        return []
    if root is None or root.kind != "scalar":
        return []
    return [Cure(number, (parts.with_value(value),), what, ((number, root.text),))]

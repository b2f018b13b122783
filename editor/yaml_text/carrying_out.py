"""Making a plan's edits and reading the result back: it must say what was intended, and every comment must be there."""

from __future__ import annotations

from collections import Counter

from editor.words import tr
from editor.yaml_text.events import Said
from editor.yaml_text.lines import BREAKS
from editor.yaml_text.new_values import ANY_STYLE
from editor.yaml_text.plan import Plan
from editor.yaml_text.refusals import Refused, Unreadable
from editor.yaml_text.splice import splice
from editor.yaml_text.yaml_text import YamlText


def carried_out(source: YamlText, plan: Plan) -> YamlText:
    """The text with all edits made; the source itself, if they change nothing.

    Raises Refused: the result would not be what was intended.
    """
    text = "".join(splice(source.text, plan.edits))
    if text == source.text:
        return source
    expected = [said for part in splice(source.table.says, plan.said_edits) for said in part]
    for candidate in _without_final_break(source.text, text):
        try:
            result = source.with_text(candidate)
        except Unreadable:
            continue
        if _says(result.table.says, expected) and _comments_are_there(source, result, plan):
            return result
    raise Refused(tr("This change would disturb something else in the file, so nothing was changed."))


def _without_final_break(old: str, new: str) -> list[str]:
    """The new text; where the old one ended without a line break, first without, too."""
    if not old or old[-1] in BREAKS or new[-1:] not in tuple(BREAKS):
        return [new]
    return [new.removesuffix("\n").removesuffix("\r"), new]


def _says(found: list[Said], expected: list[Said]) -> bool:
    if len(found) != len(expected):
        return False
    return all(
        read == wanted or (wanted[2] == ANY_STYLE and read[:2] == wanted[:2] and read[3:] == wanted[3:])
        or (_is_nothing(read) and _is_nothing(wanted) and read[3:] == wanted[3:])
        for read, wanted in zip(found, expected, strict=True)
    )  # fmt: skip


def _is_nothing(said: Said) -> bool:
    return said[0] == "scalar" and said[1] in ("", "null") and said[2] == "plain"


def _comments_are_there(source: YamlText, result: YamlText, plan: Plan) -> bool:
    if not (source.comments or result.comments or plan.comments):
        return True
    expected = Counter(plan.comments)
    gone = sorted((span.start, span.end) for span in plan.removed)
    for position, comment in source.comments:
        if not any(start <= position < end for start, end in gone):
            expected[comment] += 1
    return expected == Counter(comment for _, comment in result.comments)

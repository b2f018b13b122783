"""The values of BibTeX: pieces in quotes, braces or by name joined with "#", and lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from editor.references.authors import OTHERS
from editor.references.reading.latex import plain_of_latex
from editor.references.reading.names import person
from editor.references.reference import Author

_JOIN, _COMMA, _GAP = re.compile("#"), re.compile(","), re.compile(r"[\s~]+")
_NEXT_FIELD = re.compile(r"\n(?=[ \t]*[A-Za-z_]+[ \t]*=)")
_AND = re.compile(r" and ", re.IGNORECASE)
_MOST_PIECES, _LONGEST = 500, 100_000
"""Of one value of several pieces. Names that stand for names can make any number of a few lines."""
_LABELLED = re.compile(r"\s*(family|given|prefix|suffix)\s*=\s*(.*)\Z", re.IGNORECASE | re.DOTALL)


def joined(value: str, names: Mapping[str, str]) -> str:
    """The text of a value as the file has it, with what `names` says for the names in it, by small letters."""
    if "#" not in value:
        return _piece(value.strip(), names)
    pieces = _split(value, _JOIN, quotes=True)
    text = "".join(_piece(piece.strip(), names) for piece in islice(pieces, _MOST_PIECES))
    return text if len(text) <= _LONGEST else ""


def apart(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The field, and those that seem to be a part of its value as the comma before them is missing."""
    if _NEXT_FIELD.search(value) is None:
        yield name, value
        return
    for part in _split(f"{name}={value}", _NEXT_FIELD, quotes=True):
        key, _, text = part.partition("=")
        yield key.strip(), text.strip()


def authors_of(value: str) -> Iterator[Author]:
    """The authors of a list such as "Tang, S. and {World Health Organization} and others"."""
    for name in _split(" ".join(value.split()), _AND):
        author = OTHERS if name.strip().lower() == "others" else _author(name.strip())
        if author is not None:
            yield author


def _piece(piece: str, names: Mapping[str, str]) -> str:
    if len(piece) > 1 and (piece[0], piece[-1]) in (("{", "}"), ('"', '"')):
        return piece[1:-1]
    return names.get(piece.lower(), piece).strip('"')


def _author(name: str) -> Author | None:
    if name.startswith("{") and name.endswith("}") and not name.startswith("{\\") and _is_one_group(name):
        organisation = plain_of_latex(name)
        return Author(organisation=organisation) if organisation else None
    parts = [part.strip() for part in _split(name, _COMMA)]
    labels = [_LABELLED.match(part) for part in parts]
    if all(labels):
        said = {label[1].lower(): plain_of_latex(label[2]) for label in reversed(labels) if label}
        family = f"{said.get('prefix', '')} {said.get('family', '')}".strip()
        return person(family, said.get("given", ""), said.get("suffix", ""))
    if len(parts) > 1:
        family, given = plain_of_latex(parts[0]), plain_of_latex(parts[-1])
        suffix = plain_of_latex(parts[1]) if len(parts) > 2 else ""
        return person(family, given, suffix)
    words = [word for word in map(plain_of_latex, _split(name, _GAP)) if word]
    return _without_comma(words)


def _without_comma(words: list[str]) -> Author | None:
    """The family name begins with the first word in small letters, as in "Jean de la Fontaine", or is the last word."""
    if not words:
        return None
    small = (place for place, word in enumerate(words[:-1]) if word[0].islower())
    family_from = next(small, len(words) - 1)
    return person(" ".join(words[family_from:]), " ".join(words[:family_from]))


def _is_one_group(text: str) -> bool:
    """Whether the brace that opens the text is closed by its last one."""
    depth = 0
    for place, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return place == len(text) - 1
    return False


def _split(text: str, separator: re.Pattern[str], *, quotes: bool = False) -> Iterator[str]:
    """The text's parts between separators that stand within no braces, nor within quotes if these count."""
    depth, quoted, start, place = 0, False, 0, 0
    while place < len(text):
        sign = text[place]
        if sign == "\\":
            place += 2
            continue
        if sign in "{}":
            depth = max(0, depth + (1 if sign == "{" else -1))
        elif sign == '"' and quotes and depth == 0:
            quoted = not quoted
        elif depth == 0 and not quoted and (found := separator.match(text, place)) is not None:
            yield text[start:place]
            start = place = found.end()
            continue
        place += 1
    yield text[start:]

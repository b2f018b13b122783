"""The authors of a study as they are printed: reading such a line, and printing it in one style.

The style is that of Vancouver, which most pages have: "Tang S, Mo Z, Zhang R, et al.". What cannot be told stays as it
was printed, and the list then says that it is not sure.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.content.search_text import single_spaced
from editor.references.author_names import (
    Name,
    Order,
    as_printed,
    inverted_name,
    is_degree,
    is_family,
    is_initials,
    is_organisation,
    is_suffix,
    name_of,
    order_of,
)
from editor.references.reference import Author

OTHERS = Author(organisation="et al.")
"""What stands for the others where each author has a place of their own."""
_OTHERS = re.compile(
    r"(?:[\s,;]*(?:\band\b|&))?[\s,;]*"
    r"(?:\bet\.?\s*al\b\.?|\b(?:and|&)\s+(?:others|colleagues)\b\.?|等)\s*$",
    re.IGNORECASE,
)
_LONGEST = 200_000
"""Letters: three thousand authors have a third of it."""
_LONGEST_END = 40
"""Letters in which "et al." and the like are looked for."""
_BEFORE = re.compile(r"^(?:authors?(?:\(s\))?\s*:|by\s+(?=[A-Z])|作者\s*[:\uff1a])\s*", re.IGNORECASE)
_DIGITS = r"\d+(?:\s?[,\u2013-]\s?\d+)*"
_NUMBERS = re.compile(rf"(?<=[^\s\d,;(\[])\s?(?:\[{_DIGITS}\]|\({_DIGITS}\)|{_DIGITS}(?![\w\])]))")
_SIGNS = re.compile(
    r"\s*[,\s]?[*\u2217\u204e\u2020\u2021\u00a7\u00b6#\u2709\u00b9\u00b2\u00b3\u2070-\u2079\u1d43-\u1d5b]+"
)
_STUCK = re.compile(r"(?:(?<=[^\W\d_a-z]\.)|(?<=[^\W\d_]) )[a-z](?:,\s?[a-z])*(?=\s*(?:$|[,;\u00b7]))")
"""The letters of affiliations behind a name: "Z.-T.a", "Smith a,b"."""
_STRONG = re.compile(r"\s*[;\uff1b\u00b7\u2022|]\s*")
_COMMA = re.compile(r"\s*[,\uff0c\u3001]\s*")
_AND = re.compile(r"\s*,?\s*(?:\band\b|&)\s+", re.IGNORECASE)
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\s,\uff0c\u3001;\uff1b]+")


@dataclass(frozen=True, slots=True)
class AuthorList:
    """Authors as a line of them says; `and_others` tells whether it ends in "et al."."""

    authors: tuple[Author, ...] = ()
    and_others: bool = False
    is_sure: bool = True
    """Whether every name could be told apart from the others and taken apart. Else some stand as they were printed."""

    @property
    def each(self) -> tuple[Author, ...]:
        """The authors, and `OTHERS` where they are not all: for files that have no other way to say so."""
        return (*self.authors, OTHERS) if self.and_others and self.authors else self.authors


def authors_in(text: str) -> AuthorList:
    """Read a line of authors as pages and journals print it.

    What is printed of the answer reads the same: where it would not, the whole line stays as it was.
    """
    text = _on_one_line(text)
    if len(text) > _LONGEST:
        return _unread(text)
    read = _read(text)
    shown = printed(read.authors, and_others=read.and_others)
    again = _read(shown)
    if printed(again.authors, and_others=again.and_others) == shown:
        return read
    return _unread(text)


def printed(authors: Sequence[Author], *, and_others: bool = False) -> str:
    """The authors in one line: family names, initials without stops, commas between, all of them."""
    names = [printed_name(author) for author in authors]
    if and_others and names:
        names.append(OTHERS.organisation)
    return ("; " if any("," in name for name in names) else ", ").join(filter(None, names))


def printed_name(author: Author) -> str:
    """One author: "Tang S", "van der Berg JL Jr", "WHO Study Group"."""
    if author.organisation:
        return author.organisation
    if _CHINESE.fullmatch(author.family + author.given or "-"):
        return author.family + author.given
    return " ".join(filter(None, (author.family, _initials(author.given), author.suffix)))


def _initials(given: str) -> str:
    """The first letter of each given name: of "Rong-Jiang" and "R.-J." it is "RJ"."""
    abbreviated = given if "." in given else ""
    return "".join(_letters(word, abbreviated) for word in re.split(r"[\s.\u2010\u2011-]+", given) if word)


def _letters(word: str, abbreviated: str) -> str:
    """The initials that a word of given names stands for: more than one of "RJ" and, where it has a stop, of "Tt."."""
    is_short = len(word) == 2 and f"{word}." in abbreviated
    return word.upper() if is_short or (word.isupper() and len(word) <= 4) else word[0].upper()


def _read(text: str) -> AuthorList:
    cleaned, and_others = _cleaned(text)
    if not cleaned:
        return AuthorList((), and_others)
    names = _names(cleaned, and_others=and_others)
    if names is None:
        return _unread(text)
    return AuthorList(tuple(name.author for name in names), and_others, all(name.is_sure for name in names))


def _unread(text: str) -> AuthorList:
    return AuthorList((Author(organisation=text),), is_sure=False)


def _on_one_line(text: str) -> str:
    """The text with one blank between words; authors on lines of their own are parted by semicolons."""
    lines = filter(None, (single_spaced(line) for line in text.splitlines()))
    return functools.reduce(_joined_lines, lines, "")


def _joined_lines(one: str, other: str) -> str:
    goes_on = not one or one[-1] in ",;\uff0c\u3001\uff1b\u00b7|" or other.startswith(("and ", "& "))
    return f"{one}{' ' if goes_on else '; '}{other}".strip()


def _cleaned(text: str) -> tuple[str, bool]:
    """The line without what is no part of a name, and whether it ended in "et al."."""
    marked = _STUCK.sub("", _NUMBERS.sub("", _SIGNS.sub("", _BEFORE.sub("", text)))).rstrip(" ,;")
    end = _OTHERS.sub("", marked[-_LONGEST_END:])
    and_others = end != marked[-_LONGEST_END:]
    return (marked[:-_LONGEST_END] + end).strip(" ,;\u00b7"), and_others


def _names(text: str, *, and_others: bool) -> list[Name] | None:
    """The authors of a cleaned line; None where it cannot be told where one ends and the next begins."""
    parts = _parts_of(text)
    if len(parts) > 1:
        order = order_of(parts)
        return [_name_of_part(part, order) for part in parts]
    pieces = [_without_stop(piece) for part in _AND.split(text) for piece in _COMMA.split(part) if piece.strip(" ,")]
    if _CHINESE.fullmatch(text):
        pieces = [name for piece in pieces for name in piece.split()]
    return _paired(pieces, and_others=and_others)


def _parts_of(text: str) -> list[str]:
    """What signs part that stand within no name: semicolons and the like, or "and" between "Family, Given" each."""
    strong = [part for part in _STRONG.split(text) if part.strip(" ,")]
    if len(strong) > 1:
        return [piece.strip(" ,") for part in strong for piece in _between_names(part) if piece.strip(" ,")]
    parts = [_COMMA.split(part) for part in _AND.split(text)]
    are_inverted = all(len(part) == 2 and is_family(part[0]) for part in parts)
    return [", ".join(part) for part in parts] if are_inverted else []


def _between_names(part: str) -> list[str]:
    """What stands between two semicolons: one name, or several where all between commas are more than one word."""
    pieces = [piece for part in _AND.split(part) for piece in _joined(_COMMA.split(part))]
    are_names = len(pieces) > 1 and not any(is_family(piece) for piece in pieces if piece) and not is_organisation(part)
    return pieces if are_names else _AND.split(part)


def _name_of_part(part: str, order: Order) -> Name:
    """A name that stands by itself, be it "Family, Given" or without a comma."""
    family, *rest = _COMMA.split(_without_stop(part))
    if not rest or is_organisation(part):
        return name_of(part, order)
    if all(is_degree(piece) or is_suffix(piece) for piece in rest) and not is_family(family):
        suffix = next((piece for piece in rest if is_suffix(piece)), "")
        return name_of(f"{family} {suffix}".strip(), order)
    are_degrees = all(is_degree(piece) or is_suffix(piece) for piece in rest[1:])
    return inverted_name(family, " ".join(rest)) if are_degrees else as_printed(part)


def _paired(pieces: list[str], *, and_others: bool) -> list[Name] | None:
    """The names of what stands between commas, which may also stand within names: "Manyanga, T., Froese, M."."""
    joined = _joined(pieces)
    singles = [is_family(piece) for piece in joined]
    if len(joined) > 1 and len(joined) % 2 == 0 and all(singles[::2]) and _are_given(joined[1::2]):
        pairs = zip(joined[::2], joined[1::2], strict=True)
        return [inverted_name(family, given) for family, given in pairs]
    if singles[:2] == [True, True] and len(joined) + and_others > 2 and not any(singles[2:]):
        # Smith, John, and Mary Jones
        joined[:2] = [", ".join(joined[:2])]
    order = order_of([piece for piece in joined if "," not in piece])
    names = [_name_of_part(piece, order) for piece in joined]
    lone = sum(not name.is_sure and len(piece.split()) == 1 for name, piece in zip(names, joined, strict=True))
    return None if lone > 1 else names


def _joined(pieces: Iterable[str]) -> list[str]:
    """The pieces, with initials, suffixes and degrees joined by a comma to the name before them."""
    joined: list[str] = []
    for piece in pieces:
        before = joined[-1] if joined else ""
        belongs = is_suffix(piece) or is_degree(piece) or (is_initials(piece) and _lacks_given(before))
        if belongs and before:
            joined[-1] = f"{before}, {piece}"
        else:
            joined.append(piece)
    return joined


def _lacks_given(name: str) -> bool:
    """Whether a name has no initials yet."""
    words = name.split()
    return len(words) == 1 or ("," not in name and not any(map(is_initials, words)))


def _are_given(pieces: Sequence[str]) -> bool:
    """Whether pieces that each stand behind one word are given names: of some, an initial tells."""
    return any(is_initials(piece.split()[-1]) for piece in pieces if "," not in piece and not is_initials(piece))


def _without_stop(piece: str) -> str:
    """The piece without a full stop at its end that belongs to no initial."""
    piece = piece.strip(" ,")
    words = piece[:-1].split()
    is_end = piece.endswith(".") and words and (words[-1].isupper() and "." not in words[-1] and len(words) > 1)
    return piece[:-1] if is_end else piece

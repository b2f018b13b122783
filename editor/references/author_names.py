"""One author's name as it is printed: which words are the family name, which the given names, and what is neither."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from editor.content.search_text import folded
from editor.references.name_words import (
    CAPITAL_PARTICLES,
    COMPOUND_SURNAMES,
    DEGREE,
    ORGANISATION,
    PARTICLES,
    SUFFIXES,
    SURNAME_SIGNS,
    SURNAMES,
    TITLES,
)
from editor.references.reference import Author

_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_GAPS = re.compile(r"[.\s\u2010\u2011-]+")
_STRANGE = re.compile(r"[^\w\s.'\u2019\u02bc\u2010\u2011-]|[\d_]|(?:^|\s)\W+(?:\s|$)")
"""What no name has."""


class Order(Enum):
    """In which way a list prints names, where one alone does not tell."""

    GIVEN_FIRST = auto()
    FAMILY_FIRST = auto()
    FAMILY_IN_CAPITALS = auto()
    INITIALS_LAST = auto()
    UNKNOWN = auto()


class Name(NamedTuple):
    """An author as read; unsure ones that could not be taken apart stand in `organisation` as they were printed."""

    author: Author
    is_sure: bool = True


_Place = tuple[slice | None, bool]
"""Where a family name stands, None if that cannot be told, and whether that is sure."""


def is_initials(text: str) -> bool:
    """Whether a text is nothing but initials: "S", "R. J.", "Z.-T.", "Tt.", "Q-l"."""
    if text in CAPITAL_PARTICLES or is_suffix(text) or _CHINESE.search(text):
        return False
    parts = [part for part in _GAPS.split(text) if part]
    return bool(parts) and parts[0][0].isupper() and all(_is_initial(part, text) for part in parts)


def _is_initial(part: str, text: str) -> bool:
    if not part.isalpha():
        return False
    return (part.isupper() and len(part) <= 4) or len(part) == 1 or (len(part) == 2 and f"{part}." in text)


def is_suffix(word: str) -> bool:
    """Whether a word is "Jr", "III" and the like."""
    return word.strip(".").lower() in SUFFIXES


def is_organisation(text: str) -> bool:
    """Whether a text speaks of a group rather than a person."""
    return bool(ORGANISATION.search(text)) and not is_initials(text.rsplit(maxsplit=1)[-1])


def is_degree(text: str) -> bool:
    """Whether a text is nothing but degrees: "MD", "M.Sc.", "PhD MPH"."""
    return all(DEGREE.fullmatch(word.replace(".", "")) for word in text.split())


def is_family(text: str) -> bool:
    """Whether a text may be a family name alone: one word, or several with a particle before the last."""
    *before, last = text.split()
    are_particles = all(word in PARTICLES or word in CAPITAL_PARTICLES for word in before)
    return are_particles and not (before and is_initials(last))


def order_of(names: list[str]) -> Order:
    """In which way names are printed. Of two words, common Chinese family names tell: in China they come first."""
    people = [name.split() for name in names if not is_organisation(name)]
    if any(map(_has_family_in_capitals, people)) and not any(map(_has_one_initial, people)):
        return Order.FAMILY_IN_CAPITALS
    twos = [two for name in names if len(two := name.split()) == 2]
    if any(is_initials(last) and not is_initials(first) for first, last in twos):
        return Order.INITIALS_LAST
    pairs = [two for two in twos if not any(map(is_initials, two))]
    firsts, lasts = ([_is_surname(pair[place]) for pair in pairs] for place in (0, 1))
    if not pairs or not all(firsts):
        return Order.GIVEN_FIRST
    if any(is_initials(name.split()[0]) for name in names):
        return Order.GIVEN_FIRST
    return Order.UNKNOWN if all(lasts) else Order.FAMILY_FIRST


def _has_family_in_capitals(words: list[str]) -> bool:
    """Whether a name has a family name in capitals, too long for initials, beside a given name that is not."""
    is_long = any(word.isupper() and len(word) > 4 and "." not in word for word in words)
    return is_long and any(not word.isupper() and word not in PARTICLES for word in words)


def _has_one_initial(words: list[str]) -> bool:
    """Whether a name has one initial behind a family name that is not in capitals: "Nolten C"; "JML" may be a name."""
    return len(words) > 1 and len(words[-1].strip(".")) == 1 and not words[0].isupper()


def inverted_name(family: str, rest: str) -> Name:
    """The name that is printed "Family, Given"; behind the given names degrees and a suffix may stand."""
    words, suffix = _without_suffix(rest.replace(",", " ").split())
    words, has_doubt = _without_degrees(words, least=1)
    families, own_suffix = _without_suffix(family.split())
    if not words or not families or _STRANGE.search(f"{family} {rest}".replace(",", " ")):
        return as_printed(f"{family}, {rest}" if rest else family)
    given = " ".join(words)
    is_odd = _is_surname(family) and len(words) == 2 and len(words[1]) == 1 and not is_initials(words[0])
    author = Author(without_capitals(" ".join(families)), given, suffix=suffix or own_suffix)
    return Name(author, not (has_doubt or is_odd or is_organisation(given)))


def name_of(text: str, order: Order = Order.GIVEN_FIRST) -> Name:
    """The name that is printed without a comma."""
    if _CHINESE.fullmatch(text):
        return _chinese_name(text)
    if is_organisation(text):
        return Name(Author(organisation=text))
    words, suffix = _without_suffix(text.split())
    while words and words[0].strip(".").lower() in TITLES:
        del words[0]
    if _STRANGE.search(" ".join(words)):
        return as_printed(text)
    words, _ = _without_degrees(words, least=2, initials_last=order is Order.INITIALS_LAST)
    if not suffix:
        words, suffix = _without_suffix(words)
    place, is_sure = _family_place(words, order)
    if place is None:
        return as_printed(text)
    family, given = words[place], words[: place.start or 0] + words[len(words) if place.stop is None else place.stop :]
    return Name(Author(without_capitals(" ".join(family)), " ".join(given), suffix=suffix), is_sure)


def as_printed(text: str) -> Name:
    """A name that could not be taken apart."""
    return Name(Author(organisation=text), is_sure=False)


def _family_place(words: list[str], order: Order) -> _Place:
    """Where among the words of a name the family name stands."""
    capitals = [word.isupper() and len(word.strip(".")) > 1 for word in words]
    marks = [is_initials(word) for word in words]
    if order is Order.FAMILY_IN_CAPITALS and any(capitals):
        return _run(capitals)
    if len(words) < 2 or all(marks):
        return _family_in_capitals(words)
    if any(marks):
        return _beside_initials(words, marks)
    return _among_full_names(words, order)


def _beside_initials(words: list[str], marks: list[bool]) -> _Place:
    """Before initials at the end, else behind the last of the initials."""
    if marks[-1]:
        begin = len(marks) - marks[::-1].index(False)
        return (None, False) if any(marks[:begin]) else (slice(None, begin), True)
    begin = len(marks) - marks[::-1].index(True)
    return slice(begin, None), is_family(" ".join(words[begin:]))


def _among_full_names(words: list[str], order: Order) -> _Place:
    """From a particle on, else the last word, or the first where the list has that order."""
    if order is Order.INITIALS_LAST and words[-1].isupper():  # more initials than one has, or a name in capitals
        return None, False
    particle = next((place for place, word in enumerate(words) if word in PARTICLES), None)
    if particle is not None:
        return (slice(particle, None), words[particle] not in ("y", "e")) if particle else (None, False)
    is_open = order in (Order.FAMILY_FIRST, Order.UNKNOWN) or (order is Order.INITIALS_LAST and _is_surname(words[0]))
    if len(words) == 2 and is_open:
        return (slice(None, 1), False) if order is Order.FAMILY_FIRST else (None, False)
    return slice(-1, None), len(words) == 2


def _family_in_capitals(words: list[str]) -> _Place:
    """Of "TANG S" the family name, where one word alone is too short for one."""
    if len(words) == 2 and len(words[0]) > 1 and len(words[1]) == 1 and words[0].isalpha():
        return slice(None, 1), True
    return None, False


def _run(marked: list[bool]) -> _Place:
    """The one run of marked words at one end."""
    begin, count = marked.index(True), sum(marked)
    is_run = count < len(marked) and all(marked[begin : begin + count]) and (begin == 0 or begin + count == len(marked))
    return (slice(begin, begin + count), True) if is_run else (None, False)


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    if len(words) > 1 and is_suffix(words[-1]):
        return words[:-1], SUFFIXES[words[-1].strip(".").lower()]
    return words, ""


def _without_degrees(words: list[str], least: int, *, initials_last: bool = False) -> tuple[list[str], bool]:
    """The words of a name without degrees behind the first `least`, and whether one of these may as well be initials.

    Where initials stand last in the list, or others stand before it, "MD" is two of them.
    """
    left, has_doubt = list(words), False
    while len(left) > least and is_degree(left[-1]):
        stands_behind_initials = is_initials(left[-2]) and not is_degree(left[-2])
        may_be_initials = is_initials(left[-1]) and (initials_last or stands_behind_initials)
        if may_be_initials and least > 1:
            break
        has_doubt |= may_be_initials
        left.pop()
    return left, has_doubt


def _chinese_name(text: str) -> Name:
    """The parts of a name in Chinese characters, where it begins with a common family name."""
    length = 2 if text[:2] in COMPOUND_SURNAMES else 1
    if 1 <= len(text) - length <= 2 and (length == 2 or text[0] in SURNAME_SIGNS):
        return Name(Author(text[:length], text[length:]))
    return Name(Author(organisation=text), is_sure=bool(ORGANISATION.search(text)))


def _is_surname(word: str) -> bool:
    return folded(word) in SURNAMES


def without_capitals(family: str) -> str:
    """A family name without the capitals in which some print it; one that has capitals within keeps them all."""
    if not family.isupper() or len(family) < 2 or re.match(r"(?:MC|MAC|O['\u2019]|D['\u2019]|FITZ)", family):
        return family
    return re.sub(r"[^\W_]+", lambda found: found[0].capitalize(), family)

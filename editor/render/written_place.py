"""From words that a page shows back to the field in which they are written.

Marks are not seen on the page, and a website's own look may add words: so letters alone are compared, all that a part
shows in the order of the built-in look, and of the places with the same letter that one is meant around which most
others are the same.
"""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.content.condition_page import ConditionPage
from editor.content.dates import printed_date
from editor.content.fields import PAGE_FIELDS, STUDY_FIELDS, Field, field_named
from editor.content.page_texts import page_texts, says_something
from editor.content.placeholders import CONDITION, CONDITION_IN_TEXT, FIELDS_FILLED, PLACEHOLDERS, WINDOW_YEARS
from editor.content.shared_on_page import SHARED_TEXTS
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.content.study_types import study_type_words
from editor.content.text_lists import start_in_list
from editor.render.parts import study_part

_NO_LETTERS = re.compile(r"[\W_]+")
_BETWEEN = re.compile(r"\A[\W_]+")
_LETTER = re.compile(r"[^\W_]")
_PLACEHOLDER = re.compile(f"({'|'.join(map(re.escape, PLACEHOLDERS))})")
_SURE = 24
"""Letters in a row that are enough, where a word is not the same to its end."""
_SEED = 2
"""Letters on each side by which places are looked for first."""
_MOST = 2_000
"""Places that are compared; more has only a text of one letter all through."""
_SHARED = {shared.name: shared for shared in SHARED_TEXTS}
_STUDY = {field.name: field for field in STUDY_FIELDS}
_PARTS = {
    "intro": ("heading_template", "intro"),
    "research": ("research.heading", "research.lead", "insights", "research.call_to_action", "research.disclaimers"),
    "references": ("references.heading", "references.lead"),
    "quotation": ("quotation.heading", "quotation.text", "quotation.source", "quotation.date_text"),
}


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """A place in a field of the page, of the site or of a study: characters before it in what a box shows."""

    field: Field
    at: int
    study: StudyKey | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a text as shown, and where in a field it begins; None where it is written otherwise there."""

    shown: str
    field: Field
    begin: int | None


def written_place(site: Site, page: ConditionPage, part: str, before: str, after: str) -> WrittenPlace | None:
    """Where the words are written between `before` and `after` in what a part of the page shows.

    None where no field of the part has them: they may be those of a look, or of another version of the page.
    """
    study = next((one for one in page.study_list if study_part(one.key) == part), None)
    if study is not None:
        pieces = _study_pieces(site, page, study)
    else:
        pieces = [piece for name in _PARTS.get(part, ()) for piece in _pieces(site, page, name)]
    found = _found("".join(_letters(piece.shown) for piece in pieces), before, after)
    if found is None:
        return None
    number, is_behind = found
    for piece in pieces:
        letters = len(_letters(piece.shown))
        if number < letters:
            at = 0 if piece.begin is None else piece.begin + _place_of_letter(piece.shown, number) + is_behind
            is_of_study = study is not None and _STUDY.get(piece.field.name) is piece.field
            return WrittenPlace(piece.field, at, study.key if study is not None and is_of_study else None)
        number -= letters
    return None


def _study_pieces(site: Site, page: ConditionPage, study: Study) -> list[_Piece]:
    def own(name: str, text: str | None) -> _Piece:
        return _Piece(text or "", _STUDY[name], 0)

    journal = own("journal", study.journal)
    return [
        _Piece(study_type_words((study.study_type or "").strip()), _STUDY["study_type"], None),
        journal,
        _Piece(printed_date((study.date or "").strip()), _STUDY["date"], None),
        own("title", study.title),
        *((journal,) if study.publisher and study.publisher != study.journal else ()),
        own("publisher", study.publisher),
        own("summary", study.summary),
        own("authors", study.authors),
        *_pieces(site, page, "references.link_text"),
    ]


def _pieces(site: Site, page: ConditionPage, name: str) -> Iterator[_Piece]:
    """What a field of the page shows, or a shared one or what the page has in its place."""
    shared = _SHARED.get(name)
    if shared is None:
        field = _page_field(name)
        value = field.of(page)
    elif shared.own_field is not None and shared.differs_on(page):
        field, value = shared.own_field, shared.own_field.of(page)
    else:
        field, value = shared.site_field, shared.site_field.of(site)
    if name == "heading_template" and not says_something(value):
        yield _name(page)  # which stands in for a heading that nobody has written
        return
    items = value if isinstance(value, tuple) else (value or "",)
    for item, text in enumerate(items):
        begin = start_in_list(items, item)
        if field.name in FIELDS_FILLED:
            yield from _filled(site, page, field, text, begin)
        else:
            yield _Piece(text, field, begin)


def _filled(site: Site, page: ConditionPage, field: Field, text: str, begin: int) -> Iterator[_Piece]:
    for words in _PLACEHOLDER.split(text):
        if words == CONDITION or (words == CONDITION_IN_TEXT and not page.name_in_text):
            yield _name(page)
        elif words == CONDITION_IN_TEXT:
            yield _Piece(page.name_in_text or "", _page_field("name_in_text"), 0)
        elif words == WINDOW_YEARS:
            years = _SHARED["references.window_years"]
            own = years.own_field if years.differs_on(page) else None
            yield _Piece(page_texts(site, page).window_years, own or years.site_field, 0)
        else:
            yield _Piece(words, field, begin)
        begin += len(words)


def _name(page: ConditionPage) -> _Piece:
    return _Piece(page.name or page.slug, _page_field("name"), 0 if page.name else None)


def _page_field(name: str) -> Field:
    return field_named(PAGE_FIELDS, name)


def _found(letters: str, before: str, after: str) -> tuple[int, bool] | None:
    """The number of the letter that is meant, and whether the place is behind that letter, not before it."""
    is_behind = _LETTER.match(after) is None and _LETTER.match(before[-1:]) is not None
    left, right = _letters(before), _letters(after)
    word_left = _run(before[::-1])
    word_right = _run(after if word_left else _BETWEEN.sub("", after))
    if is_behind:
        left, right = left[:-1], left[-1:] + right
        word_left, word_right = word_left - 1, 1
    if not right:
        return None
    best, number = 0, -1
    for at in _candidates(letters, left, right):
        same_left = _alike(letters[max(at - len(left), 0) : at][::-1], left[::-1])
        same_right = _alike(letters[at : at + len(right)], right)
        is_it = (same_left >= word_left and same_right >= word_right) or same_left + same_right >= _SURE
        if is_it and same_left + same_right > best:
            best, number = same_left + same_right, at
    return None if number < 0 else (number, is_behind)


def _candidates(letters: str, left: str, right: str) -> Iterator[int]:
    """Where the letter may be: with its neighbours, or else by itself."""
    around = left[-_SEED:] + right[: _SEED + 1]
    found = [at + len(left[-_SEED:]) for at in itertools.islice(_all(letters, around), _MOST)]
    yield from found or itertools.islice(_all(letters, right[0]), _MOST)


def _all(letters: str, wanted: str) -> Iterator[int]:
    at = letters.find(wanted)
    while at >= 0:
        yield at
        at = letters.find(wanted, at + 1)


def _run(text: str) -> int:
    return sum(1 for _ in itertools.takewhile(_LETTER.match, text))


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in itertools.takewhile(operator.truth, map(operator.eq, one, other)))


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text)


def _place_of_letter(text: str, number: int) -> int:
    return next(itertools.islice(_LETTER.finditer(text), number, None)).start()

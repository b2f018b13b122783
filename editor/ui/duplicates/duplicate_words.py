"""What is said of studies that stand more than once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from editor.content.carrying import carried_changes
from editor.content.fields import STUDY_FIELDS, Field
from editor.content.same_studies import Standing
from editor.content.search_text import single_spaced
from editor.references.duplicate_search import Duplicates
from editor.session import Place
from editor.ui.forms.field_words import field_words
from editor.words import tr, tr_count

_LONGEST_NAME = 30
"""Letters of a page's name on a button."""

NumberOf = Callable[[Standing], int]
"""The number of a study on its page, counted from 1."""


class Kind(Enum):
    """In which way studies are duplicates, in the order in which they are listed."""

    TWICE = auto()
    PERHAPS = auto()
    ACROSS = auto()


class Found(NamedTuple):
    """Two entries or more that are one study, or may be."""

    kind: Kind
    standings: tuple[Standing, ...]

    @property
    def two(self) -> tuple[Standing, Standing]:
        """The two to be looked at first: where two stand on one page, these."""
        first = next((one for one in self.standings if self._on_page(one) > 1), self.standings[0])
        others = [one for one in self.standings if one is not first]
        return first, next((one for one in others if one.page == first.page), others[0])

    @property
    def is_on_one_page(self) -> bool:
        """Whether these two stand on one page, where they can be merged."""
        first, second = self.two
        return first.page == second.page

    @property
    def says_the_same(self) -> bool:
        """Whether there is nothing to compare: the first of the two says what all on other pages say."""
        first = self.two[0]
        others = (one for one in self.standings if one.page != first.page)
        return not self.is_on_one_page and not carried_changes(first.study, first.study, others)

    def _on_page(self, standing: Standing) -> int:
        return sum(one.page == standing.page for one in self.standings)


def found_in(duplicates: Duplicates, page: Place | None) -> list[Found]:
    """What is listed, of one page or, with None, of the whole website."""
    groups = [Found(Kind.ACROSS, group) for group in duplicates.groups]
    found = [
        *(one._replace(kind=Kind.TWICE) if one.is_on_one_page else one for one in groups),
        *(Found(Kind.PERHAPS, tuple(question)) for question in duplicates.questions),
    ]
    here = [one for one in found if page is None or any(standing.page == page for standing in one.standings)]
    return sorted(here, key=_place)


def _place(found: Found) -> int:
    return found.kind.value


def section_words(kind: Kind, count: int) -> str:
    """The heading above what is found of one kind."""
    if kind is Kind.TWICE:
        return tr_count("1 study stands twice on a page", "{count} studies stand twice on a page", count)
    if kind is Kind.PERHAPS:
        return tr_count("1 pair is perhaps the same study", "{count} pairs are perhaps the same study", count)
    return tr_count(
        "1 study stands on several pages, perhaps on purpose",
        "{count} studies stand on several pages, perhaps on purpose",
        count,
    )


def title_words(standing: Standing) -> str:
    """The title of a study."""
    return single_spaced(standing.study.title or "") or tr("no title")


def where_words(standings: Sequence[Standing], name_of: Callable[[Place], str], number_of: NumberOf) -> str:
    """Where studies stand: "Back pain (studies 2, 5), Neck pain (study 1)"."""
    pages: dict[Place, list[str]] = {}
    for standing in standings:
        pages.setdefault(standing.page, []).append(str(number_of(standing)))
    return tr(", ").join(
        tr_count("{page} (study {numbers})", "{page} (studies {numbers})", len(numbers), page=name, numbers=shown)
        for name, numbers, shown in (
            (name_of(page), numbers, tr(", ").join(numbers)) for page, numbers in pages.items()
        )
    )


def place_words(name: str, number: int) -> str:
    """Where one study stands, above its words."""
    return tr("{page}, study {number}", page=name, number=number)


def go_words(name: str, number: int) -> str:
    """What the button says that goes to a study on the page of this name."""
    shown = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
    return tr("Go to study {number} of {page}", number=number, page=shown.replace("&", "&&"))


def study_words(standing: Standing) -> str:
    """All that a study says, its title first, to be read beside another."""
    fields = sorted(STUDY_FIELDS, key=_is_not_title)
    texts = ((field.label, field_words(field, field.text_of(standing.study))) for field in fields)
    return "\n\n".join(f"{label}\n{text}" for label, text in texts if text)


def _is_not_title(field: Field) -> bool:
    return field.name != "title"

"""The texts that a page shows, its own or in their place the site's, as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from editor.checks.finding import Spot, TextChange
from editor.checks.prose.passage import Passage
from editor.checks.prose.prose import Prose
from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, Field, field_named
from editor.content.page_texts import says_something
from editor.content.placeholders import CONDITION, CONDITION_IN_TEXT, WINDOW_YEARS, filled
from editor.content.site import Site
from editor.content.text_lists import list_as_text, start_in_list

ABOUT_STUDIES = (
    *("references.lead", "references.heading", "research.lead", "research.heading", "insights", "intro", "description"),
)
"""Where a page speaks of the studies that it lists, the likeliest first."""
_SHARED = {field.name: field for field in SITE_FIELDS if "." in field.name}
_OWN = {field.name: field for field in PAGE_FIELDS}


@dataclass(frozen=True)
class ShownText:
    """One text as it is written, with its placeholders; `item` counts from 0 where it is one of a list.

    `whole` is what a box shows of it and the others of its list. `shared`: the site has it, and the page says nothing
    of its own there; `own` is what the page's box shows then.
    """

    field: str
    text: str
    item: int | None
    whole: str
    begin: int
    """Where the text begins in `whole`."""
    shared: bool
    own: str = ""

    @cached_property
    def prose(self) -> Prose:
        """The text as rules read it."""
        return Prose(Passage(self.field, self.text, None, self.item))

    def sentence_at(self, place: int) -> str:
        """The sentence around a character."""
        start, end = self.prose.sentence_at(place)
        return self.text[start:end]

    def spot(self, start: int, end: int) -> Spot:
        """These characters of the text."""
        return Spot(self.field, None, self.item, start, end, self.shared)

    def with_words(self, start: int, end: int, words: str, *, everywhere: bool = False) -> TextChange:
        """Other words in place of these characters: on this page, which is given a text of its own where it has none,
        or, of a shared text, on all pages.
        """
        after = self.whole[: self.begin + start] + words + self.whole[self.begin + end :]
        if self.shared and not everywhere:
            return TextChange(self.field, self.own, after)
        return TextChange(self.field, self.whole, after, shared=self.shared)


def shown_texts(page: ConditionPage, site: Site, fields: Sequence[str] = ABOUT_STUDIES) -> Iterator[ShownText]:
    """The texts that the page shows in these fields."""
    for name in fields:
        own, shared = _OWN[name], _SHARED.get(name)
        if says_something(own.of(page)):
            yield from _texts(own, page, shared=False)
        elif shared is not None and says_something(shared.of(site)):
            yield from _texts(shared, site, shared=True, own=own.text_of(page))


def as_shown(text: str, page: ConditionPage, site: Site) -> str:
    """The text with its placeholders filled in."""
    name = page.name or page.slug
    words = {CONDITION: name, CONDITION_IN_TEXT: page.name_in_text or name, WINDOW_YEARS: window_years(page, site)[0]}
    return filled(text, words)


def window_years(page: ConditionPage, site: Site) -> tuple[str, bool]:
    """What stands for {window_years} on the page, and whether that is shared."""
    own, shared = page.references.window_years, site.references.window_years
    if says_something(own):
        return own or "", False
    return (shared or "" if says_something(shared) else ""), True


def box_text(record: ConditionPage | Site, name: str) -> str:
    """What a box shows of a field of a page or of the site."""
    return field_named(SITE_FIELDS if isinstance(record, Site) else PAGE_FIELDS, name).text_of(record)


def _texts(field: Field, record: ConditionPage | Site, *, shared: bool, own: str = "") -> Iterator[ShownText]:
    value = field.of(record)
    if isinstance(value, str):
        yield ShownText(field.name, value, None, value, 0, shared, own)
    elif value:
        whole = list_as_text(value)
        for item, text in enumerate(value):
            if text.strip():
                yield ShownText(field.name, text, item, whole, start_in_list(value, item), shared, own)

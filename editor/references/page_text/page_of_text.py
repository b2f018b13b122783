"""The page that the text of a website's page comes to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from editor.content.condition_page import ConditionPage, Status
from editor.content.fields import Kind
from editor.content.site import Site
from editor.references.page_text.found import INSIGHTS, INTRO, NOWHERE, OWN_WORDS, Found, FoundStudy, Passage
from editor.references.page_text.joined_lines import parted
from editor.references.page_text.lines import TextLine, lines_of_text
from editor.references.page_text.page_name import page_name
from editor.references.page_text.passages import Passages
from editor.references.page_text.records import records_in
from editor.references.page_text.roles import Known, readings_of
from editor.references.page_text.shared_lines import SharedLines
from editor.references.page_text.studies import studies_of

MOST_LINES = 20_000
"""More than any page has; to read so many takes some seconds."""


@dataclass(frozen=True, slots=True)
class PageFromText:
    """A page as its text comes to, with how sure that is.

    `dropped` are words that the program writes itself where they are wanted, such as "Full Article".
    """

    name: Found
    name_in_text: Found
    passages: tuple[Passage, ...] = ()
    studies: tuple[FoundStudy, ...] = ()
    dropped: tuple[str, ...] = ()

    @classmethod
    def nothing(cls) -> PageFromText:
        """What no text comes to."""
        return cls(Found(""), Found(""))

    @property
    def doubts(self) -> int:
        """How many things that go onto the page are not sure."""
        passages = sum(one.has_to_be_checked for one in self.passages)
        return bool(self.name.unsure) + passages + sum(bool(one.unsure) for one in self.studies)

    @property
    def left(self) -> tuple[Passage, ...]:
        """What of the text stands nowhere on the page."""
        return tuple(one for one in self.passages if not one.is_shared and one.goes == NOWHERE)

    def placed(self, number: int, goes: str) -> PageFromText:
        """The same with a passage, counted from 0, going elsewhere. ValueError where it may not."""
        passage = self.passages[number]
        if goes not in passage.choices:
            raise ValueError(goes)
        passages = list(self.passages)
        passages[number] = replace(passage, goes=goes, is_decided=True)
        return replace(self, passages=tuple(passages))

    def with_study(self, number: int, study: FoundStudy) -> PageFromText:
        """The same with another study in the place of one, counted from 0."""
        return replace(self, studies=(*self.studies[:number], study, *self.studies[number + 1 :]))

    def named(self, name: str, in_text: str) -> PageFromText:
        """The same with another name, and as it stands within sentences."""
        return replace(self, name=replace(self.name, text=name), name_in_text=replace(self.name_in_text, text=in_text))

    def page(self, slug: str, studies: Sequence[FoundStudy] | None = None) -> ConditionPage:
        """A draft with all that goes onto the page; `studies` in the place of those found."""
        found = [study.study for study in (self.studies if studies is None else studies)]
        page = ConditionPage(
            slug,
            name=self.name.text,
            name_in_text=self.name_in_text.text or None,
            status=Status.DRAFT,
            intro=self._text(INTRO) or None,
            insights=self._text(INSIGHTS) or None,
            studies=tuple(found) or None,
        )
        for passage in self.passages:
            if passage.goes == OWN_WORDS:
                page = _with_own_words(page, passage)
        return page

    def _text(self, goes: str) -> str:
        return "\n\n".join(one.markdown for one in self.passages if one.goes == goes)


def page_of_text(
    text: str,
    site: Site,
    copied: Sequence[TextLine] = (),
    journals: Collection[str] = (),
    publishers: Collection[str] = (),
) -> PageFromText:
    """The page that a text comes to, on a site whose shared texts are recognised. Any text will do.

    `copied` are lines as they were copied from a website, with their links; `journals` and `publishers`, folded, are
    those that the site's studies name already.
    """
    lines = parted(lines_of_text(text, copied))
    shared = SharedLines(site)
    matches = [shared.match(line.text) for line in lines]
    link_words = tuple(filter(None, (site.references.link_text,)))
    readings = readings_of(lines, Known(frozenset(journals), frozenset(publishers), link_words))
    records = records_in(readings, [match is not None for match in matches])
    of_studies = {at for record in records for at, _ in record.lines}
    beside = [at for at in range(len(lines)) if at not in of_studies]
    others, their_matches = [lines[at] for at in beside], [matches[at] for at in beside]
    name = page_name(others, their_matches, shared)
    ends = [lines[at].number for at in (min(of_studies, default=None), max(of_studies, default=None)) if at is not None]
    first, last = ends if ends else (None, None)
    passages = Passages(site, name, first, last).sort(others, their_matches)
    dropped = [words for at in sorted(of_studies) for words in readings[at].dropped]
    studies = studies_of(records, readings, journals)
    return PageFromText(name.name, name.in_text, passages, tuple(studies), tuple(dropped))


def _with_own_words(page: ConditionPage, passage: Passage) -> ConditionPage:
    field = None if passage.shared is None else passage.shared.own_field
    if field is None:
        return page
    if field.kind is Kind.TEXT_LIST:
        before = field.of(page)
        return field.set(page, (*(before if isinstance(before, tuple) else ()), *passage.texts))
    return field.set(page, passage.markdown if field.kind is Kind.MARKDOWN else " ".join(passage.texts))

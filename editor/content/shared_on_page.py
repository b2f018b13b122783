"""The site's texts as pages show them, and where a page has words of its own instead."""

from __future__ import annotations

from dataclasses import dataclass

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, Field, FieldValue, field_named
from editor.content.page_texts import PageTexts, page_texts, says_something
from editor.content.site import Site
from editor.words import tr


@dataclass(frozen=True, slots=True)
class SharedText:
    """One text of the site that pages show.

    `own_field` is where a page may have other words; None: it never may. `shown_as` names the words in `PageTexts`.
    """

    label: str
    site_field: Field
    own_field: Field | None
    shown_as: str

    @property
    def name(self) -> str:
        """The text in one word: that of the site's field."""
        return self.site_field.name

    def differs_on(self, page: ConditionPage) -> bool:
        """Whether a page has words of its own here; empty ones count as none."""
        return self.own_field is not None and says_something(self.own_field.of(page))

    def words_in(self, texts: PageTexts) -> FieldValue:
        """The words that a page shows here, with its name filled in."""
        words: FieldValue = getattr(texts, self.shown_as)
        return words

    def with_own_words(self, page: ConditionPage, site: Site) -> ConditionPage:
        """The page with the words that it shows here as its own, to be changed there. ValueError where none may be."""
        return self._own().set(page, self.words_in(page_texts(site, page)))

    def with_shared_words(self, page: ConditionPage) -> ConditionPage:
        """The page without words of its own here. ValueError where it cannot have any."""
        return self._own().set_text(page, "")

    def _own(self) -> Field:
        if self.own_field is None:
            raise ValueError(f"{self.name} is the same on every page")
        return self.own_field


def _shared(name: str, shown_as: str) -> SharedText:
    """A text that site and page keep under the same name; disclaimers are the site's alone."""
    site_field = field_named(SITE_FIELDS, name)
    own_field = next((field for field in PAGE_FIELDS if field.name == name), None)
    return SharedText(site_field.label, site_field, own_field, shown_as)


def _template(name: str, own_name: str, label: str) -> SharedText:
    return SharedText(label, field_named(SITE_FIELDS, name), field_named(PAGE_FIELDS, own_name), own_name)


SHARED_TEXTS: tuple[SharedText, ...] = (
    _template("title_template", "title", tr("Browser title")),
    _template("heading_template", "heading", tr("Heading")),
    _shared("research.heading", "research_heading"),
    _shared("research.lead", "research_lead"),
    _shared("research.call_to_action", "call_to_action"),
    _shared("research.disclaimers", "disclaimers"),
    _shared("references.heading", "references_heading"),
    _shared("references.lead", "references_lead"),
    _shared("references.window_years", "window_years"),
    _shared("references.link_text", "link_text"),
    _shared("quotation.heading", "quotation_heading"),
    _shared("quotation.text", "quotation_text"),
    _shared("quotation.source", "quotation_source"),
    _shared("quotation.date_text", "quotation_date"),
)
"""In the order in which a page shows them."""


def own_words(page: ConditionPage) -> frozenset[str]:
    """The names of the shared texts for which a page has words of its own."""
    return frozenset(shared.name for shared in SHARED_TEXTS if shared.differs_on(page))


def deciding_parts(page: ConditionPage) -> tuple[object, ...]:
    """All of a page that decides which shared texts it shows, and how: two pages equal in it show the same."""
    own = (page.title, page.heading, page.research, page.references, page.quotation)
    return (page.slug, page.name, page.name_in_text, *own)


def shows_difference(page: ConditionPage, before: Site, after: Site) -> bool:
    """Whether a page shows everything in which two versions of the site's texts differ."""
    shown = {shared.name for shared in SHARED_TEXTS if not shared.differs_on(page)}
    return all(field.name in shown for field in SITE_FIELDS if field.of(before) != field.of(after))

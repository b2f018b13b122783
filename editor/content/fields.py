"""The one table of all key names: what reader, writer, forms, schema and README mean by a field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from operator import attrgetter
from typing import Any, TypeVar

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study
from editor.content.text_lists import list_as_text, list_fits_a_box, list_of_text
from editor.words import tr

FieldValue = str | tuple[str, ...] | None
Record = TypeVar("Record", Site, ConditionPage, Study)


class Kind(Enum):
    """What sort of text a field holds, and so which box edits it."""

    LINE = auto()
    TEXT = auto()
    MARKDOWN = auto()
    TEXT_LIST = auto()
    DATE = auto()
    STATUS = auto()
    STUDY_TYPE = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its attributes here, its keys in the file, and its words for staff.

    `attributes` and `keys` are paths: ("research", "lead") is `lead` within `research`.
    """

    attributes: tuple[str, ...]
    keys: tuple[str, ...]
    kind: Kind
    label: str
    help: str
    required: bool = False

    @property
    def name(self) -> str:
        """The field in one word, unique within its record: "research.lead"."""
        return ".".join(self.attributes)

    @property
    def is_list(self) -> bool:
        """Whether the field holds a list of texts."""
        return self.kind is Kind.TEXT_LIST

    def of(self, record: Site | ConditionPage | Study) -> FieldValue:
        """The field's value in a record."""
        value: FieldValue = attrgetter(self.name)(record)
        return value

    def text_of(self, record: Site | ConditionPage | Study) -> str:
        """The field's text as a box shows it: a list has one item a line, a missing field is empty."""
        value = self.of(record)
        return list_as_text(value) if isinstance(value, tuple) else value or ""

    def set(self, record: Record, value: FieldValue) -> Record:
        """The record with this field changed."""
        return with_values(record, ((self, value),))

    def group_is_in_file(self, record: Site | ConditionPage | Study) -> bool:
        """Whether the file as read has the group that the field belongs to."""
        found: bool = getattr(record, self.attributes[0]).in_file
        return found

    def set_text(self, record: Record, text: str) -> Record:
        """The record with this field set from a box's text; what the box showed already changes nothing."""
        if text == self.text_of(record):
            return record
        if not self.is_list:
            return self.set(record, text)
        old = self.of(record)
        return self.set(record, list_of_text(text, old if isinstance(old, tuple) else ()))

    def fits_a_box(self, record: Site | ConditionPage | Study) -> bool:
        """Whether one box can hold the field without loss: a list with blank lines within an item does not."""
        value = self.of(record)
        return not isinstance(value, tuple) or list_fits_a_box(value)


def with_values(
    record: Record, values: Iterable[tuple[Field, FieldValue]], groups_in_file: Iterable[str] = ()
) -> Record:
    """The record with several fields changed, and these groups marked as ones that the file has; all at once, as most
    of the time it takes to read a folder goes into making records.
    """
    changes: dict[str, Any] = {}
    groups: dict[str, dict[str, Any]] = {group: {"in_file": True} for group in groups_in_file}
    for field, value in values:
        *group, attribute = field.attributes
        of_group = groups.setdefault(group[0], {}) if group else changes
        of_group[attribute] = value
    for name, of_group in groups.items():
        changes[name] = replace(getattr(record, name), **of_group)
    return replace(record, **changes)


def _field(name: str, kind: Kind, label: str, help_line: str, *, required: bool = False) -> Field:
    path = tuple(name.split("."))
    return Field(path, path, kind, label, help_line, required)


SITE_FIELDS: tuple[Field, ...] = (
    _field("name", Kind.LINE, tr("Clinic's name"), tr("As it stands on the website.")),
    _field("language", Kind.LINE, tr("Language"), tr("The website's language as a short code, such as en-AU.")),
    _field("url", Kind.LINE, tr("Website address"), tr("Where the website is, such as https://clinic.example.")),
    _field(
        "page_address",
        Kind.LINE,
        tr("Address of a page"),
        tr("Such as /conditions/{slug}/; {slug} stands for each page's own part, such as back-pain."),
    ),
    _field(
        "published_by",
        Kind.LINE,
        tr("When the website changes"),
        tr("One sentence for staff: when a saved page reaches the website."),
    ),
    _field(
        "rule_packs",
        Kind.TEXT_LIST,
        tr("Sets of checks"),
        tr("Their names, one a line. Ask whoever looks after your website."),
    ),
    _field(
        "updates_from",
        Kind.LINE,
        tr("Updates of this program"),
        tr("Shown under About; never contacted by itself."),
    ),
    _field(
        "title_template",
        Kind.LINE,
        tr("Title of all pages"),
        tr("Above the page in the browser; {condition} stands for its name."),
    ),
    _field(
        "heading_template",
        Kind.LINE,
        tr("Heading of all pages"),
        tr("The first words on a page; {condition} stands for its name."),
    ),
    _field("research.heading", Kind.LINE, tr("Research heading"), tr("Above the section on what research says.")),
    _field(
        "research.lead",
        Kind.TEXT,
        tr("Research introduction"),
        tr("{condition_in_text} stands for the page's name as within a sentence, such as back pain."),
    ),
    _field(
        "research.call_to_action", Kind.MARKDOWN, tr("Invitation to book"), tr("One sentence that leads to booking.")
    ),
    _field("research.disclaimers", Kind.TEXT_LIST, tr("Disclaimers"), tr("The same on every page, one a line.")),
    _field("references.heading", Kind.LINE, tr("References heading"), tr("Above the list of studies.")),
    _field(
        "references.lead",
        Kind.TEXT_LIST,
        tr("References introduction"),
        tr(
            "One paragraph a line. {condition_in_text} stands for the page's name as within a sentence,"
            " {window_years} for the number of years below."
        ),
    ),
    _field(
        "references.window_years",
        Kind.LINE,
        tr("Years the studies cover"),
        tr("A number, such as 10. In the texts above, {window_years} stands for it."),
    ),
    _field("references.link_text", Kind.LINE, tr("Words of a study's link"), tr("Such as Full Article.")),
    _field("quotation.heading", Kind.LINE, tr("Quotation heading"), tr("Above the quotation at the end of a page.")),
    _field("quotation.text", Kind.TEXT, tr("Quotation"), tr("The words quoted, with their quotation marks.")),
    _field("quotation.source", Kind.LINE, tr("Quotation source"), tr("The book or person quoted.")),
    _field("quotation.date_text", Kind.LINE, tr("Quotation date"), tr("In words, such as about 100 BCE.")),
)

PAGE_FIELDS: tuple[Field, ...] = (
    _field("name", Kind.LINE, tr("Name"), tr("The condition, as it stands in lists and headings."), required=True),
    _field(
        "name_in_text",
        Kind.LINE,
        tr("Name in a sentence"),
        tr("As within a sentence: back pain."),
    ),
    _field("status", Kind.STATUS, tr("Status"), tr("Only published pages are on the website.")),
    _field("title", Kind.LINE, tr("Browser title"), tr("In place of the title of all pages.")),
    _field("heading", Kind.LINE, tr("Heading"), tr("In place of the heading of all pages.")),
    _field("description", Kind.TEXT, tr("Description"), tr("One or two sentences that search engines show.")),
    _field("intro", Kind.MARKDOWN, tr("Introduction"), tr("The first paragraphs on the page.")),
    _field(
        "insights",
        Kind.MARKDOWN,
        tr("Research insights"),
        tr("What the studies on this page show."),
    ),
    _field("aliases", Kind.TEXT_LIST, tr("Other names"), tr("Other names people search for, one a line.")),
    _field("old_slugs", Kind.TEXT_LIST, tr("Earlier addresses"), tr("Addresses this page had before, one a line.")),
    _field(
        "last_reviewed",
        Kind.DATE,
        tr("Last reviewed"),
        tr("The day it was read, such as 1 May 2026."),
    ),
    _field("reviewed_by", Kind.LINE, tr("Reviewed by"), tr("The practitioner who read it.")),
    _field("review_due", Kind.DATE, tr("Next review"), tr("When that is due again, such as May 2027.")),
    _field("research.heading", Kind.LINE, tr("Research heading, this page only"), tr("In place of the shared words.")),
    _field(
        "research.lead",
        Kind.TEXT,
        tr("Research introduction, this page only"),
        tr(
            "In place of the shared words. {condition_in_text} stands for the page's name as within a sentence,"
            " such as back pain."
        ),
    ),
    _field(
        "research.call_to_action",
        Kind.MARKDOWN,
        tr("Invitation to book, this page only"),
        tr("In place of the shared words."),
    ),
    _field(
        "references.heading", Kind.LINE, tr("References heading, this page only"), tr("In place of the shared words.")
    ),
    _field(
        "references.lead",
        Kind.TEXT_LIST,
        tr("References introduction, this page only"),
        tr(
            "In place of the shared words, one paragraph a line. {condition_in_text} stands for the page's name as"
            " within a sentence, {window_years} for the number of years."
        ),
    ),
    _field(
        "references.window_years",
        Kind.LINE,
        tr("Years the studies cover, this page only"),
        tr("In place of the shared words."),
    ),
    _field(
        "references.link_text",
        Kind.LINE,
        tr("Words of a study's link, this page only"),
        tr("In place of the shared words."),
    ),
    _field(
        "quotation.heading", Kind.LINE, tr("Quotation heading, this page only"), tr("In place of the shared words.")
    ),
    _field("quotation.text", Kind.TEXT, tr("Quotation, this page only"), tr("In place of the shared words.")),
    _field("quotation.source", Kind.LINE, tr("Quotation source, this page only"), tr("In place of the shared words.")),
    _field("quotation.date_text", Kind.LINE, tr("Quotation date, this page only"), tr("In place of the shared words.")),
)

STUDY_FIELDS: tuple[Field, ...] = (
    _field("journal", Kind.LINE, tr("Journal"), tr("As printed; may stay empty.")),
    _field(
        "publisher", Kind.LINE, tr("Publisher"), tr("The society or publisher line below the title; may stay empty.")
    ),
    _field("date", Kind.DATE, tr("Date"), tr("Such as 1 April 2018, Dec 2017 or 2016.")),
    _field("title", Kind.LINE, tr("Title"), tr("The paper's own title."), required=True),
    _field("summary", Kind.MARKDOWN, tr("Summary"), tr("What the study found, in your own words.")),
    _field("authors", Kind.LINE, tr("Authors"), tr("As printed, such as Tang S, Mo Z, Zhang R.")),
    _field(
        "url",
        Kind.LINE,
        tr("Link"),
        tr("Where the full article is; without it the DOI or PubMed number makes the link."),
    ),
    _field("doi", Kind.LINE, tr("DOI"), tr("The article's number, such as 10.1136/acupmed-2016-011332.")),
    _field("pmid", Kind.LINE, tr("PubMed number"), tr("Such as 29496679.")),
    _field("study_type", Kind.STUDY_TYPE, tr("Kind of study"), tr("How the research was done.")),
    _field("note", Kind.TEXT, tr("Note for staff"), tr("Never shown on the website.")),
)

STUDIES_KEY = "studies"


def field_named(fields: tuple[Field, ...], name: str) -> Field:
    """The field with this name in one of the tables; KeyError if there is none."""
    for candidate in fields:
        if candidate.name == name:
            return candidate
    raise KeyError(name)

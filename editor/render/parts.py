"""A page as a row of parts, each rendered by itself, so that a keystroke renders one of them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TypedDict

from editor.content.condition_page import ConditionPage
from editor.content.dates import edtf_date, printed_date
from editor.content.page_texts import PageTexts, page_texts
from editor.content.site import Site
from editor.content.study import Study, StudyKey, Text
from editor.content.study_link import study_link
from editor.content.study_types import study_type_words
from editor.render.page_language import words_language
from editor.render.theme import Delivery, Rendering, Theme

Value = str | int | tuple[str, ...]
"""A text, a number or a list of texts, as a template gets it; what says nothing is "" or ()."""

STUDY_TEMPLATE = "study.html"
_NOT_SHOWN_ALONE = {"link_text", "study_type", "study_type_key", "title_level", "words_language"}
"""What does not make a study of an empty one."""


class PartJson(TypedDict):
    """A part as JSON carries it to another process."""

    id: str
    template: str
    values: dict[str, str | int | list[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a page: which template shows it, and every word that the template needs.

    `id` tells the parts of a page apart and stays while a page is edited; equal parts render to equal HTML.
    """

    id: str
    template: str
    values: tuple[tuple[str, Value], ...]

    @property
    def is_study(self) -> bool:
        """Whether the part shows a study."""
        return self.template == STUDY_TEMPLATE

    def named(self, part_id: str) -> Part:
        """The same part under another id."""
        return Part(part_id, self.template, self.values)

    def to_json(self) -> PartJson:
        """The part as plain values for JSON."""
        values = {name: list(value) if isinstance(value, tuple) else value for name, value in self.values}
        return {"id": self.id, "template": self.template, "values": values}

    @classmethod
    def from_json(cls, data: PartJson) -> Part:
        """The part that `to_json` took apart."""
        values = ((name, tuple(value) if isinstance(value, list) else value) for name, value in data["values"].items())
        return cls(data["id"], data["template"], tuple(values))


def page_parts(site: Site, page: ConditionPage) -> tuple[Part, ...]:
    """The parts of a page in the order in which it shows them; what says nothing has no part."""
    texts = page_texts(site, page)
    title_level = 3 if texts.references_heading else 2
    language = words_language(site)
    return tuple(
        part
        for part in (
            _intro(texts),
            _research(texts),
            _references(texts),
            *(_study(study, texts.link_text, title_level, language) for study in page.study_list),
            _quotation(texts),
        )
        if any(value for name, value in part.values if name not in _NOT_SHOWN_ALONE)
    )


def render_part(part: Part, theme: Theme, delivery: Delivery = Delivery.PREVIEW) -> Rendering:
    """The part's HTML: one element that says in `data-part` which part it is. Raises NotRendered."""
    return theme.render(part.template, {"part": part.id, **dict(part.values)}, delivery)


def _intro(texts: PageTexts) -> Part:
    return _part("intro", "intro.html", heading=texts.heading, intro=texts.intro)


def _research(texts: PageTexts) -> Part:
    return _part(
        "research",
        "research.html",
        heading=texts.research_heading,
        lead=texts.research_lead,
        insights=texts.insights,
        call_to_action=texts.call_to_action,
        disclaimers=texts.disclaimers,
    )


def _references(texts: PageTexts) -> Part:
    return _part("references", "references.html", heading=texts.references_heading, lead=texts.references_lead)


@functools.lru_cache(maxsize=2048)  # a keystroke changes one study of a page that may have hundreds
def _study(study: Study, link_text: str, title_level: int, language: str) -> Part:
    date = (study.date or "").strip()
    study_type = (study.study_type or "").strip()
    values: tuple[tuple[str, Value], ...] = (
        ("journal", _said(study.journal)),
        ("date", printed_date(date)),
        ("machine_date", edtf_date(date) or ""),
        ("title", _said(study.title)),
        ("publisher", _said(study.publisher)),
        ("summary", _said(study.summary)),
        ("authors", _said(study.authors)),
        ("link", study_link(study)),
        ("link_text", link_text),
        ("doi", study.doi_alone),
        ("pmid", study.pmid_alone),
        ("study_type", study_type_words(study_type)),
        ("study_type_key", study_type),
        ("title_level", title_level),
        ("words_language", language),
    )
    return Part(study_part(study.key), STUDY_TEMPLATE, values)


def study_part(key: StudyKey) -> str:
    """The id of a study's part."""
    return f"study-{key}"


def _quotation(texts: PageTexts) -> Part:
    return _part(
        "quotation",
        "quotation.html",
        heading=texts.quotation_heading,
        text=texts.quotation_text,
        source=texts.quotation_source,
        date=texts.quotation_date,
    )


def _part(part_id: str, template: str, **values: str | tuple[str, ...]) -> Part:
    said = [(name, value if isinstance(value, tuple) else _said(value)) for name, value in values.items()]
    return Part(part_id, template, tuple(said))


def _said(text: Text) -> str:
    return text if text and not text.isspace() else ""

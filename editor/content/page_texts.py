"""The words a page shows, after the site's shared texts and templates have been filled in."""

from __future__ import annotations

from dataclasses import dataclass

from editor.content.condition_page import ConditionPage
from editor.content.placeholders import CONDITION, CONDITION_IN_TEXT, WINDOW_YEARS, filled
from editor.content.shared_texts import TextList
from editor.content.site import Site
from editor.content.study import Text


@dataclass(frozen=True, slots=True)
class PageTexts:
    """All words of a page beside its studies, in the order in which they are shown; "" is left out.

    `intro`, `insights` and `call_to_action` are Markdown. `window_years` is shown only where another text names it.
    """

    title: str
    description: str
    heading: str
    intro: str
    research_heading: str
    research_lead: str
    insights: str
    call_to_action: str
    disclaimers: tuple[str, ...]
    references_heading: str
    references_lead: tuple[str, ...]
    window_years: str
    link_text: str
    quotation_heading: str
    quotation_text: str
    quotation_source: str
    quotation_date: str


def page_texts(site: Site, page: ConditionPage) -> PageTexts:
    """The words of this page on this site. An own text that is empty counts as none, so the site's is shown."""
    research, references, quotation = page.research, page.references, page.quotation
    name = page.name or page.slug
    years = _first(references.window_years, site.references.window_years)
    words = {CONDITION: name, CONDITION_IN_TEXT: page.name_in_text or name, WINDOW_YEARS: years}

    def first_filled(*texts: Text) -> str:
        return filled(_first(*texts), words)

    return PageTexts(
        title=_first(page.title) or first_filled(site.title_template) or name,
        description=_first(page.description),
        heading=_first(page.heading) or first_filled(site.heading_template) or name,
        intro=_first(page.intro),
        research_heading=first_filled(research.heading, site.research.heading),
        research_lead=first_filled(research.lead, site.research.lead),
        insights=_first(page.insights),
        call_to_action=first_filled(research.call_to_action, site.research.call_to_action),
        disclaimers=_filled_list(site.research.disclaimers, words),
        references_heading=first_filled(references.heading, site.references.heading),
        references_lead=_filled_list(_first_list(references.lead, site.references.lead), words),
        window_years=years,
        link_text=first_filled(references.link_text, site.references.link_text),
        quotation_heading=_first(quotation.heading, site.quotation.heading),
        quotation_text=_first(quotation.text, site.quotation.text),
        quotation_source=_first(quotation.source, site.quotation.source),
        quotation_date=_first(quotation.date_text, site.quotation.date_text),
    )


def says_something(words: Text | TextList) -> bool:
    """Whether a text, or one of a list, has a character that is seen. A page's own words count only where they do."""
    return any(text.strip() for text in words) if isinstance(words, tuple) else bool(words and words.strip())


def _first(*texts: Text) -> str:
    return next((text for text in texts if text and says_something(text)), "")


def _first_list(*lists: TextList) -> TextList:
    return next(filter(says_something, lists), None)


def _filled_list(texts: TextList, words: dict[str, str]) -> tuple[str, ...]:
    return tuple(filled(text, words) for text in texts or () if text.strip())

"""Whole documents: a page as the website shows it, and the list of all conditions."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypedDict
from urllib.parse import quote

from markupsafe import Markup

from editor.content.condition_page import ConditionPage, Status
from editor.content.dates import edtf_date, printed_date
from editor.content.page_texts import page_texts
from editor.content.shared_texts import TextList
from editor.content.site import Site
from editor.render.links import page_link, site_link
from editor.render.page_language import page_direction, page_language
from editor.render.parts import Part, Value, page_parts, render_part
from editor.render.structured_data import one_line, structured_data
from editor.render.style_sheet import LINK, stylesheet
from editor.render.theme import INDEX_FILE, PAGE_TEMPLATE, Delivery, Rendering, Theme
from editor.words import tr

SLOTS = ("intro", "research", "references", "studies", "quotation")
"""The places that a page's document has for its parts; all studies share one."""


class IndexEntry(TypedDict):
    """A page in the list of all conditions: its name, the address of its file, and more to find it by.

    `letter` is the one that it stands under, in capitals and without accents; "#" where its writing has no capitals.
    """

    name: str
    letter: str
    address: str
    description: str
    aliases: tuple[str, ...]


def document_parts(site: Site, page: ConditionPage) -> tuple[Part, ...]:
    """The parts of a whole document: those of the page, its studies counted, as keys differ from reading to reading."""
    parts = page_parts(site, page)
    number = itertools.count(1)
    return tuple(part.named(f"study-{next(number)}") if part.is_study else part for part in parts)


def page_html(site: Site, page: ConditionPage, theme: Theme, delivery: Delivery) -> Rendering:
    """The page as one document: the same values give the same text.

    It has no deadline, and hostile Markdown can keep it busy for minutes. Raises NotRendered.
    """
    parts = document_parts(site, page)
    rendered = [render_part(part, theme, delivery) for part in parts]
    style = stylesheet(theme, delivery)
    pieces = zip(parts, (part.html for part in rendered), strict=True)
    document = documented(site, page, pieces, theme, delivery, style.html)
    faults = itertools.chain(style.faults, *(one.faults for one in rendered), document.faults)
    return Rendering(document.html, tuple(dict.fromkeys(faults)))


def documented(
    site: Site,
    page: ConditionPage,
    parts: Iterable[tuple[Part, str]],
    theme: Theme,
    delivery: Delivery,
    style: Markup,
    *,
    has_index: bool = True,
) -> Rendering:
    """The page's document around its parts, each given with its HTML. Raises NotRendered.

    `style` is the `stylesheet` of this look and delivery; `has_index`: the list of all conditions stands beside it.
    """
    slots: dict[str, list[str]] = {}
    for part, html in parts:
        slots.setdefault(slot_of(part), []).append(html)
    in_slots = {slot: Markup("\n".join(pieces)) for slot, pieces in slots.items()}
    values: dict[str, object] = {**page_values(site, page), "structured_data": structured_data(site, page)}
    if page.effective_status is Status.DRAFT:
        values["robots"] = "noindex"
    if delivery is Delivery.SINGLE_FILE or not has_index:
        values["index_address"] = ""  # the file travels alone
    return document(values, in_slots, theme, delivery, style)


def document(
    values: Mapping[str, object],
    in_slots: Mapping[str, Markup],
    theme: Theme,
    delivery: Delivery,
    style: Markup,
    *,
    template: str = PAGE_TEMPLATE,
) -> Rendering:
    """The document of `page_values` with this HTML in its slots. Raises NotRendered."""
    slots = {slot: in_slots.get(slot, "") for slot in SLOTS}
    further = {"structured_data": "", "robots": "", "has_studies": "studies" in in_slots, "stylesheet": style}
    return theme.render(template, {**further, **values, **slots}, delivery)


def slot_of(part: Part) -> str:
    """The place in the page's document where a part stands."""
    return "studies" if part.is_study else part.id


def page_values(site: Site, page: ConditionPage) -> dict[str, Value]:
    """The words that a page's document needs beside its parts, and what a website's own may want to say."""
    texts = page_texts(site, page)
    reviewed = (page.last_reviewed or "").strip()
    return {
        **_site_values(site),
        "title": one_line(texts.title),
        "description": one_line(texts.description),
        "canonical": page_link(site, page.slug),
        "references_heading": texts.references_heading,
        "name": one_line(page.name) or page.slug,
        "slug": page.slug,
        "aliases": _lines(page.aliases),
        "last_reviewed": printed_date(reviewed),
        "machine_last_reviewed": edtf_date(reviewed) or "",
        "reviewed_by": one_line(page.reviewed_by),
    }


def _site_values(site: Site) -> dict[str, Value]:
    site_name = one_line(site.name)
    return {
        "language": page_language(site),
        "direction": page_direction(site),
        "site_name": site_name,
        "index_title": site_name or tr("Conditions"),
        "index_address": INDEX_FILE,
    }


def index_html(site: Site, pages: Iterable[ConditionPage], theme: Theme) -> Rendering:
    """The list of these pages, by name, with links to their exported files. Raises NotRendered."""
    return document(index_values(site, pages), {}, theme, Delivery.LINKED, LINK, template=INDEX_FILE)


def index_values(site: Site, pages: Iterable[ConditionPage]) -> dict[str, object]:
    """The words that the list of conditions needs, and those of a page, which are empty: both share their head."""
    values = _site_values(site)
    entries = sorted(map(_index_entry, pages), key=lambda entry: (_plain(entry["name"]).casefold(), entry["address"]))
    pages_lie_elsewhere = "{slug}" in (site.page_address or "")  # and where the list does, nobody tells
    return {
        **page_values(Site(), ConditionPage("")),
        **values,
        "title": values["index_title"],
        "canonical": "" if pages_lie_elsewhere else site_link(site),
        "conditions": tuple(entries),
    }


def _index_entry(page: ConditionPage) -> IndexEntry:
    name = one_line(page.name) or page.slug
    return IndexEntry(
        name=name,
        letter=_letter(name),
        address=f"{quote(page.slug, errors='replace')}.html",
        description=one_line(page.description),
        aliases=_lines(page.aliases),
    )


def _lines(texts: TextList) -> tuple[str, ...]:
    return tuple(filter(None, map(one_line, texts or ())))


def _letter(name: str) -> str:
    letter = _plain(name)[:1].upper()[:1]
    return letter if letter != letter.lower() else "#"


def _plain(name: str) -> str:
    """The name without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))

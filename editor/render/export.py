"""Exporting pages: one HTML file for each, named after its address."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor.content.condition_page import ConditionPage, Status
from editor.content.reading import FileProblem, PageReading, SiteReading
from editor.content.site import Site
from editor.render.page_html import document_parts, documented, page_html
from editor.render.parts import Part
from editor.render.theme import Delivery, NotRendered, Theme, built_in_theme
from editor.storage import address_key, refused_slug
from editor.words import tr


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A page that was not exported; `expected` is true where the page's status asks for just that.

    `page` is its slug, or its file where that cannot be read.
    """

    page: str
    reason: str
    expected: bool


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did."""

    written: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]


class NotExported(Exception):
    """Nothing, or not everything, was exported: what happened and what to do, as sentences."""


class InsideContent(NotExported):
    """The place asked for lies in the content folder, where no export may go."""


class SharedTextsUnreadable(NotExported):
    """The site's texts cannot be read, and no page may go out without its disclaimers."""


class NotShown(Exception):
    """A part of a page has no HTML: why, as a sentence."""


@dataclass(frozen=True, slots=True)
class Exportable:
    """What of a folder can be exported, and the pages that cannot be read."""

    site: Site
    pages: tuple[ConditionPage, ...]
    unreadable: tuple[LeftOut, ...]


def exportable(site: SiteReading, pages: Mapping[str, PageReading]) -> Exportable:
    """A page whose file has problems, by its file, is left out, so that what is on the website stays.

    Raises SharedTextsUnreadable where the site's file has problems.
    """
    if site.site is None or site.problems:
        raise SharedTextsUnreadable(
            tr(
                "The texts that all pages share cannot be read: {why}"
                " Nothing was exported, as no page is complete without them.",
                why=_sentences(site.problems),
            )
        )
    readable = tuple(reading.page for reading in pages.values() if reading.page is not None and not reading.problems)
    unreadable = (
        LeftOut(file, _sentences(reading.problems), expected=False)
        for file, reading in pages.items()
        if reading.problems
    )
    return Exportable(site.site, readable, tuple(unreadable))


def export_pages(
    site: Site,
    pages: Sequence[ConditionPage],
    to: Path,
    *,
    drafts: bool,
    content_folder: Path | None = None,
    render: Callable[[Part], str] | None = None,
) -> ExportReport:
    """Write `to/<slug>.html` for each published page, and for drafts where they are wanted; never for archived ones.

    A file appears whole or stays as it was; the same pages give the same bytes. It blocks on the disk, and without
    `render`, which gives the HTML of each of the `parts_to_export` or raises NotShown, on hostile Markdown for minutes.
    Raises InsideContent where `to` lies inside `content_folder`, and NotExported where it cannot be written to.
    """
    check_target(to, content_folder)
    theme = built_in_theme()
    written = []
    chosen, left_out = _chosen(pages, drafts=drafts)
    for page in chosen:
        try:
            html = _page_html(site, page, theme, render)
        except NotRendered as error:
            left_out.append(LeftOut(page.slug, _unrenderable(error), expected=False))
        except NotShown as error:
            left_out.append(LeftOut(page.slug, str(error), expected=False))
        else:
            written.append(to / f"{page.slug}.html")
            _write(written[-1], html.encode(errors="replace"))
    return ExportReport(tuple(written), tuple(left_out))


def _page_html(site: Site, page: ConditionPage, theme: Theme, render: Callable[[Part], str] | None) -> str:
    if render is None:
        return page_html(site, page, theme, Delivery.SINGLE_FILE).html
    parts = ((part, render(part)) for part in document_parts(site, page))
    return documented(site, page, parts, theme, Delivery.SINGLE_FILE).html


def parts_to_export(site: Site, pages: Sequence[ConditionPage], *, drafts: bool) -> tuple[Part, ...]:
    """Every part that `export_pages` needs, once."""
    chosen, _ = _chosen(pages, drafts=drafts)
    return tuple(dict.fromkeys(part for page in chosen for part in document_parts(site, page)))


def _chosen(pages: Sequence[ConditionPage], *, drafts: bool) -> tuple[list[ConditionPage], list[LeftOut]]:
    """The pages that status and address let through, and the others."""
    chosen: dict[str, ConditionPage] = {}
    left_out = []
    for page in pages:
        address = address_key(page.slug)
        omitted = _status_omits(page, drafts=drafts) or _address_omits(page, taken=address in chosen)
        if omitted is None:
            chosen[address] = page
        else:
            left_out.append(omitted)
    return list(chosen.values()), left_out


def _sentences(problems: Sequence[FileProblem]) -> str:
    return " ".join(problem.sentence() for problem in problems)


def check_target(to: Path, content_folder: Path | None) -> None:
    """Make the folder `to` if need be. Raises as `export_pages` does."""
    if content_folder is not None and to.resolve().is_relative_to(content_folder.resolve()):
        raise InsideContent(
            tr(
                "{folder} lies inside the folder that the website reads."
                " Nothing was exported. Choose a folder outside of it.",
                folder=to,
            )
        )
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_written(to) from error


def _status_omits(page: ConditionPage, *, drafts: bool) -> LeftOut | None:
    status = page.effective_status
    if status is None:
        reason = tr("its status “{status}” is not one of draft, published and archived.", status=page.status or "")
        return LeftOut(page.slug, reason, expected=False)
    if status is Status.ARCHIVED:
        return LeftOut(page.slug, tr("it is archived."), expected=True)
    if status is Status.DRAFT and not drafts:
        return LeftOut(page.slug, tr("it is a draft."), expected=True)
    return None


def _address_omits(page: ConditionPage, *, taken: bool) -> LeftOut | None:
    refusal = tr("another page has the same address.") if taken else refused_slug(page.slug, ())
    return None if refusal is None else LeftOut(page.slug, refusal, expected=False)


def _unrenderable(error: NotRendered) -> str:
    return tr("the website's template {file} is faulty ({reason}).", file=error.template, reason=error.reason)


def _write(target: Path, data: bytes) -> None:
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".export-", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise _not_written(target) from error


def _not_written(target: Path) -> NotExported:
    return NotExported(
        tr(
            "{file} could not be written. Your pages are as they were."
            " Choose another folder, or make room on the disk, then export again.",
            file=target,
        )
    )

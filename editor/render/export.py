"""Exporting pages: one HTML file for each, named after its address."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from editor.content.condition_page import ConditionPage, Status
from editor.content.site import Site
from editor.render.page_html import page_html
from editor.render.theme import NotRendered, built_in_theme
from editor.storage import address_key, refused_slug
from editor.words import tr


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A page that was not exported; `expected` is true where the page's status asks for just that."""

    slug: str
    reason: str
    expected: bool


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did."""

    written: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]


class NotExported(Exception):
    """Nothing, or not everything, was exported: what happened and what to do, as sentences."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason, advice)
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.reason} {self.advice}"


class InsideContent(NotExported):
    """The place asked for lies in the content folder, where no export may go."""


def export_pages(
    site: Site, pages: Sequence[ConditionPage], to: Path, *, drafts: bool, content_folder: Path | None = None
) -> ExportReport:
    """Write `to/<slug>.html` for each published page, and for drafts where they are wanted; never for archived ones.

    A file appears whole or stays as it was; the same pages give the same bytes. It blocks on the disk, and on hostile
    Markdown for minutes. Raises InsideContent where `to` lies inside `content_folder`, and NotExported where it cannot
    be written to.
    """
    _check_target(to, content_folder)
    theme = built_in_theme()
    written: dict[str, Path] = {}
    left_out: list[LeftOut] = []
    for page in pages:
        address = address_key(page.slug)
        omitted = _status_omits(page, drafts=drafts) or _address_omits(page, taken=address in written)
        if omitted is not None:
            left_out.append(omitted)
            continue
        try:
            html = page_html(site, page, theme)
        except NotRendered as error:
            left_out.append(LeftOut(page.slug, _unrenderable(error), expected=False))
            continue
        written[address] = to / f"{page.slug}.html"
        _write(written[address], html.encode(errors="replace"))
    return ExportReport(tuple(written.values()), tuple(left_out))


def _check_target(to: Path, content_folder: Path | None) -> None:
    if content_folder is not None and to.resolve().is_relative_to(content_folder.resolve()):
        raise InsideContent(
            tr("{folder} lies inside the folder that the website reads.", folder=to),
            tr("Nothing was exported. Choose a folder outside of it."),
        )
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_written(to, error) from error


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
        raise _not_written(target, error) from error


def _not_written(target: Path, error: OSError) -> NotExported:
    return NotExported(
        tr("{file} could not be written: {fault}.", file=target, fault=error.strerror or error),
        tr("Your pages are as they were. Choose another folder, or make room on the disk, then export again."),
    )

"""What an export did, in plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from editor.content.search_text import folded
from editor.render.exporting.report import ExportReport
from editor.ui.exporting.wanted import Wanted
from editor.words import tr, tr_count

FOR_WHOM = tr("Your texts are not affected. This is for the person who looks after your website:")
HAND_OVER = tr("Give the whole folder to the person who looks after your website.")
MIXED = tr(
    "There are other files in this folder too. To hand the pages over, export them to an empty folder, which you can"
    " then give to the person who looks after your website."
)


def report_text(report: ExportReport, wanted: Wanted, name_of: Callable[[str], str]) -> str:
    """What the report says; `name_of` gives a page's name for its slug or its file."""
    paragraphs = [_what_was_exported(report, wanted, name_of)]
    if report.pages:
        paragraphs += _what_it_is(report, wanted)
    if report.left_out:
        reasons = [(name_of(left.page), left.reason) for left in report.left_out]
        lines = [tr("“{page}”: {reason}", page=name, reason=reason) for name, reason in sorted(reasons, key=_by_name)]
        paragraphs.append("\n".join((tr("Left out:"), *lines)))
    paragraphs += [notice.text for notice in report.notices if not notice.is_of_look]
    if of_look := look_text(report):
        paragraphs += (FOR_WHOM, of_look)
    return "\n\n".join(paragraphs)


def look_text(report: ExportReport) -> str:
    """What is wrong with the website's own look, a line for each fault; "" where nothing is."""
    return "\n".join(notice.text for notice in report.notices if notice.is_of_look)


def _by_name(named: tuple[str, str]) -> str:
    """Where a page stands in the list of pages."""
    return folded(named[0])


def _what_was_exported(report: ExportReport, wanted: Wanted, name_of: Callable[[str], str]) -> str:
    if not report.pages:
        return tr("Nothing was exported.")
    first = report.pages[0]
    if wanted.for_email:
        return tr(
            "“{page}” is now in {file}. This one file holds the pictures too, so you can send it with an e-mail.",
            page=wanted.page,
            file=first,
        )
    exported = tr_count(
        "“{page}” was exported to {folder}.",
        "{count} pages were exported to {folder}.",
        len(report.pages),
        page=wanted.page or name_of(first.stem),
        folder=first.parent,
    )
    return f"{exported} {_what_has_changed(report)}" if report.unchanged else exported


def _what_has_changed(report: ExportReport) -> str:
    """How it differs from what was there before, where some of it was there."""
    changed = len(report.pages) - report.unchanged
    if not changed:
        return tr_count("It was up to date already.", "All were up to date already.", report.unchanged)
    new = tr_count("1 page is new or has changed", "{count} pages are new or have changed", changed)
    old = tr_count("1 was up to date", "{count} were up to date", report.unchanged)
    return tr("{new}, {old}.", new=new, old=old)


def _what_it_is(report: ExportReport, wanted: Wanted) -> Iterator[str]:
    """What is to be known of the exported pages beside where they are."""
    count = len(report.pages)
    if not wanted.page:
        yield MIXED if report.is_mixed else HAND_OVER
    if wanted.is_draft:
        yield tr("This page is a draft. Do not put it on the website yet.")
    if wanted.has_unsaved_pages:
        yield tr_count(
            "It is as you see it here, with changes that are not saved yet.",
            "They are as you see them here, with changes that are not saved yet.",
            count,
        )
    elif wanted.has_unsaved_texts:
        yield tr_count(
            "It is as you see it here, with changes to the shared texts that are not saved yet.",
            "They are as you see them here, with changes to the shared texts that are not saved yet.",
            count,
        )

"""What an export did, in plain sentences."""

from __future__ import annotations

from collections.abc import Callable

from editor.render.exporting.report import ExportReport
from editor.ui.exporting.wanted import Wanted
from editor.words import tr, tr_count

MOST_TOLD = 12
"""The most pages or notices that a message lists."""


def report_text(report: ExportReport, wanted: Wanted, name_of: Callable[[str], str]) -> str:
    """What the report says; `name_of` gives a page's name for its slug or its file."""
    paragraphs = [_what_was_exported(report, wanted, name_of)]
    if report.pages and wanted.with_unsaved:
        count = len(report.pages)
        paragraphs.append(
            tr_count(
                "It is as you see it here, with changes that are not saved yet.",
                "They are as you see them here, with changes that are not saved yet.",
                count,
            )
        )
    if report.left_out:
        reasons = [tr("“{page}”: {reason}", page=name_of(left.page), reason=left.reason) for left in report.left_out]
        paragraphs.append("\n".join((tr("Left out:"), *_some(reasons))))
    paragraphs += _some([notice.text for notice in report.notices])
    return "\n\n".join(paragraphs)


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
    return tr_count(
        "“{page}” was exported to {folder}.",
        "{count} pages were exported to {folder}.",
        len(report.pages),
        page=wanted.page or name_of(first.stem),
        folder=first.parent,
    )


def _some(lines: list[str]) -> list[str]:
    more = len(lines) - MOST_TOLD
    return lines if more <= 0 else [*lines[:MOST_TOLD], tr_count("and 1 more", "and {count} more", more)]

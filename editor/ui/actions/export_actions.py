"""Pages as files for the browser, and studies as files for spreadsheets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.actions.obstacles import Obstacles
    from editor.ui.exporting.exporting import Exporting
    from editor.ui.exporting.page_copying import PageCopying
    from editor.ui.exporting.study_export import StudyExport

EXPORT_MENU = (
    "export_page",
    "export_all",
    "export_for_email",
    "browser",
    "sign_off",
    "sign_off_pdf",
    "",
    "copy_page",
    "copy_page_text",
    "copy_page_html",
    "",
    "export_studies",
)


def export_actions(exporting: Exporting, why_not: Obstacles) -> tuple[Action, ...]:
    """Exporting pages, and showing a page in the browser."""
    return (
        Action(
            "export_page",
            tr("Export this page..."),
            tr("Write this page as a file for the browser, as it is here now"),
            exporting.export_page,
            None,
            partial(exporting.why_not, why_not.page_to_export),
        ),
        Action(
            "export_all",
            tr("Export all pages..."),
            tr("Write all published pages as files for the browser, as they are here now"),
            exporting.export_all,
            None,
            partial(exporting.why_not, why_not.any_page),
        ),
        Action(
            "export_for_email",
            tr("Export for e-mail..."),
            tr("Write this page as one file with its pictures inside, to be sent with an e-mail"),
            exporting.export_for_email,
            None,
            partial(exporting.why_not, why_not.page_to_export),
        ),
        Action(
            "browser",
            tr("Open in browser"),
            tr("Show this page in your browser, as it is here now"),
            exporting.open_in_browser,
            "Ctrl+Shift+B",
            why_not.page,
            icon="browser",
        ),
    )


def copy_actions(copying: PageCopying, why_not: Obstacles) -> tuple[Action, ...]:
    """Copying a page, to be pasted elsewhere."""
    return (
        Action(
            "copy_page",
            tr("Copy page for an e-mail"),
            tr("Copy this page with its headings and links, to be pasted into an e-mail or a document"),
            copying.copy,
            None,
            why_not.page,
        ),
        Action(
            "copy_page_text",
            tr("Copy page as plain text"),
            tr("Copy the words of this page without headings and links"),
            copying.copy_text,
            None,
            why_not.page,
        ),
        Action(
            "copy_page_html",
            tr("Copy page as HTML"),
            tr("Copy this page as those who make websites need it"),
            copying.copy_html,
            None,
            why_not.page,
        ),
    )


def study_export_actions(studies: StudyExport, why_not: Obstacles) -> tuple[Action, ...]:
    """Exporting studies: apart, as who searches for "study" means other actions first."""
    return (
        Action(
            "export_studies",
            tr("Export studies..."),
            tr("Write studies as a file for Excel (CSV) or a reference manager (RIS, BibTeX, CSL-JSON)"),
            studies.ask,
            None,
            partial(studies.why_not, why_not.any_page),
        ),
    )

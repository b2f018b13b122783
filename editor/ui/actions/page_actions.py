"""What can be done with whole pages, and the search for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.pages.page_editing import PageEditing
    from editor.ui.pages.pages_pane import PagesPane
    from editor.ui.whole_page.whole_pages import WholePages

_Key = QKeySequence.StandardKey

PAGE_MENU = (
    "new_page",
    "page_from_text",
    "duplicate_page",
    "rename_page",
    "",
    "archive_page",
    "delete_page",
    "",
    "search_pages",
    "deleted_pages",
)
ENTRY_MENU = ("rename_page", "duplicate_page", "archive_page", "delete_page")


def page_actions(pages: PageEditing, pane: PagesPane, whole_pages: WholePages) -> tuple[Action, ...]:
    """Pages that come, change and go."""
    why_not = pages.why_no_page
    return (
        Action("new_page", tr("New page"), tr("Begin a page"), pages.begin, _Key.New, icon="add"),
        Action(
            "page_from_text",
            tr("New page from a web page's text..."),
            tr("Paste the text of a page of the website; its texts and studies are found in it"),
            whole_pages.begin,
        ),
        Action(
            "duplicate_page",
            tr("Duplicate page"),
            tr("Begin a page with the wording of this one, without its studies"),
            pages.duplicate,
            None,
            why_not,
            icon="duplicate",
        ),
        Action(
            "rename_page",
            tr("Rename page"),
            tr("Give this page another name; in the list of pages, F2 does so too"),
            pages.rename,
            "Shift+F2",
            why_not,
        ),
        Action(
            "archive_page",
            tr("Archive page"),
            tr("Take this page off the website, or put it back as a draft; nothing in it is lost"),
            pages.archive,
            None,
            why_not,
            words=pages.archive_words,
        ),
        Action(
            "delete_page",
            tr("Delete page"),
            pages.delete_tip,
            pages.delete,
            None,
            why_not,
            icon="delete",
        ),
        Action(
            "search_pages",
            tr("Search all pages"),
            tr("Look for words in names, texts and studies"),
            pane.search,
            _Key.Find,
            icon="find",
        ),
        Action(
            "deleted_pages",
            tr("Deleted pages"),
            tr("See the pages that were deleted, and bring them back"),
            pane.show_deleted,
            None,
            pages.why_nothing_deleted,
        ),
    )

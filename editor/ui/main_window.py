"""The window: it owns the session and the panes, and is the one watcher that shows them what is now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStatusBar, QWidget

from editor.session import Place, Session, is_site
from editor.storage import ContentFolder
from editor.storage.journal import Journal
from editor.ui.across_pages import AcrossPages
from editor.ui.actions.tool_bar import ToolBar
from editor.ui.actions.window_actions import hand_out, window_actions
from editor.ui.background import Background, RenderProcess
from editor.ui.broken.broken_files import BrokenFiles
from editor.ui.editing import Editing
from editor.ui.exporting.exporting import Exporting
from editor.ui.exporting.page_copying import PageCopying
from editor.ui.exporting.study_export import StudyExport
from editor.ui.forms.formatting import Formatting
from editor.ui.forms.text_box import finish_typing
from editor.ui.from_elsewhere import FromElsewhere
from editor.ui.help.help import Help
from editor.ui.look.fitting import resize_to_fit
from editor.ui.opening import Opening
from editor.ui.other_programs import open_or_tell
from editor.ui.outside.drive_strip import DriveStrip
from editor.ui.outside.following import Following
from editor.ui.outside.watching import Watching
from editor.ui.page_edits import PageEdits
from editor.ui.page_view import PageView
from editor.ui.pages.page_choosing import PageChoosing
from editor.ui.pages.page_editing import PageEditing
from editor.ui.pages.pages_pane import PagesPane
from editor.ui.panes import Panes
from editor.ui.preview.clicked_words import ClickedWords
from editor.ui.preview.going_to_words import GoingToWords
from editor.ui.preview.last_edit import LastEdit
from editor.ui.preview.preview_pane import NO_PAGE, Preview
from editor.ui.problems.problems import Problems
from editor.ui.recovery.recovery import Recovery
from editor.ui.replacing.replacing import Replacing
from editor.ui.saving.closing import Closing
from editor.ui.saving.journaling import Journaling
from editor.ui.saving.save_state import title_words, unsaved
from editor.ui.saving.saving import Saving
from editor.ui.saving.work_state import WorkState
from editor.ui.starting.other_folders import OtherFolders
from editor.ui.starting.recent_menu import RecentMenu
from editor.ui.status_line import StatusLine
from editor.ui.studies.cell_editing import CellEditing
from editor.ui.studies.study_editing import StudyEditing
from editor.ui.studies.study_viewing import StudyViewing
from editor.words import tr

if TYPE_CHECKING:
    from editor.content.study import Study
    from editor.references.looking_up import Catalogue

WANTED_SIZE = QSize(1280, 760)
PROGRAM = tr("Clinic Page Editor")


class MainWindow(QMainWindow):
    """Shows one content folder."""

    closed = Signal()
    _ends = Signal()
    """All that works for the window ends: each by itself, so that a fault of one is told and hinders no other."""

    def __init__(
        self,
        folder: ContentFolder,
        parent: QWidget | None = None,
        *,
        first: Place = "",
        rendering: RenderProcess | None = None,
        catalogue: Catalogue | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = Session(folder)
        self.background = Background(self)
        self.editing = Editing(self.session, self)
        self.study_editing = StudyEditing(self.editing, self)
        self._for_saving = Background(self)  # so that nothing else can hold up a save
        self.following = Following(self.session, self.background, self)
        self.saving = Saving(self.session, self._for_saving, self.following, self)
        self._for_journal = Background(self)  # nor a save the journal
        self.journaling = Journaling(self.session, Journal(folder.root), self._for_journal, self)
        self.recovery = Recovery(self.session, self.journaling, self.background, self)
        self.exporting = Exporting(self.editing, self)
        self.study_export = StudyExport(self.editing, self)
        self.copying = PageCopying(self.editing, self)
        self.watching = Watching(self.editing, self.saving, self)
        self.opening = Opening(self.session, self.background, self)
        self.opening.start(first)  # while the window is put together
        self._work = WorkState(self.session, self.opening, self.recovery, self.watching, self.saving, self.journaling)
        self.closing = Closing(self.session, self.saving, self.journaling, self)
        self.pages = PagesPane(self.session)
        self.page_editing = PageEditing(self.editing, self.pages, self)
        self.view = PageView()
        self.cell_editing = CellEditing(self.editing, self.study_editing, self.view.studies.table, self)
        self.elsewhere = FromElsewhere(
            self.editing, self.study_editing, self.page_editing, self.pages, self.view, catalogue, self
        )
        self.across_pages = AcrossPages(self.editing, self.view.studies, self)
        self.study_viewing = StudyViewing(self.editing, self.study_editing, self.view.studies, self)
        self.broken = BrokenFiles(self.session, self.view.problems, self._for_saving, self.following, self)
        self.page_edits = PageEdits(self.editing, self.view.page_form, parent=self)
        self.choosing = PageChoosing(self.editing, self.pages.finder, self.view, self)
        self.replacing = Replacing(self.editing, self.view, self)
        self.problems = Problems(self.editing, self.elsewhere.records, self.view, self.pages.finder, self)
        self.preview = Preview(rendering=rendering)
        self.going_to_words = GoingToWords(self.editing, self.view, self)
        self.panes = Panes(self.pages, self.view, self.preview)
        self.help = Help(self.editing, self)
        self.folders = OtherFolders(folder.root, self)
        self.recent = RecentMenu(self.folders, self)
        self.formatting = Formatting(self)
        self.commands = window_actions(self)
        self.tool_bar = ToolBar(self.commands)
        self.drive = DriveStrip()
        self.status = StatusLine()
        self._lay_out()
        self._connect()
        self.preview.show_files_of(folder.root)
        self.show_now()

    @property
    def stands(self) -> bool:
        """Whether everything is read and the chosen page is in the preview."""
        return not self.opening.is_reading and self.editing.page is not None and self.preview.is_current()

    def show_now(self) -> None:
        """Have every pane show what is now; one whose part is unchanged returns at once."""
        self.pages.show_pages(self.editing.place, is_reading=self.opening.is_reading)
        self.view.show_chosen(self.editing)
        self.problems.show_now()
        if not is_site(self.editing.place):
            self._previewed: Place = self.editing.place
        page, edited = self.session.page(self._previewed), self._last_edit.look()
        self.preview.show_page(self.session.site, page, self._why_no_preview(), edited=edited)
        self.preview.show_study(self.editing.study_keys[0] if self.editing.study_keys else None)
        self.preview.show_name(self.session.name_of(self._previewed), is_example=is_site(self.editing.place))
        self.show_state()

    def show_state(self) -> None:
        """Show what is saved and what can be done."""
        place, changed = self.editing.place, unsaved(self.session)
        last = self.session.history.next_undo
        self.status.show_step((last, place, self.editing.study_keys, self.view.shows_studies, self.view.shows_preview))
        clinic = self.folders.clinic_words((self.session.site.name or "").strip())
        title = title_words(self.session.name_of(place), place, changed)
        self.setWindowTitle(" - ".join((title, clinic.replace("[*]", "[*][*]"), PROGRAM)))
        self.setWindowModified(self.session.is_unsaved(place))
        self.status.show_state(*self._work.words(changed))
        here = self.editing.unsaved_here
        self.tool_bar.show_unsaved(here=bool(here), elsewhere=any(one.place not in here for one in changed))
        for_later = [self.session.name_of(place) for place in self.saving.for_later]
        self.drive.show_drive(is_away=self.watching.is_away, for_later=for_later)
        self.commands.update()

    # What the actions do

    def save_page(self) -> None:
        """Save the chosen page with the texts that it shares, or the shared texts alone."""
        self._save(self.editing.unsaved_here)

    def save_all(self) -> None:
        """Save all that has changes."""
        self._save(self.session.unsaved_places)

    def _save(self, places: Sequence[Place]) -> None:
        self.view.studies.table.keep_cell()  # lest Escape brings back, later, what stood there before
        self.saving.save(places)

    def add_study(self, begun: Study | None = None) -> None:
        """Add a study, empty or begun, and go to its title."""
        self.study_editing.add(begun)
        self.show_studies()
        self.view.studies.edit_title()

    def show_texts(self) -> None:
        """Go to the page's texts."""
        self.panes.show_page()
        self.view.show_texts()

    def show_studies(self) -> None:
        """Go to the page's studies."""
        self.panes.show_page()
        self.view.show_studies()

    def find_studies(self) -> None:
        """Go to the box that searches the page's studies."""
        self.show_studies()
        self.view.studies.go_to_search()

    def leave(self) -> None:
        """Close the window."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        finish_typing()
        if not self.closing.may_close:
            event.ignore()
            self.closing.ask()
            return
        self._ends.emit()
        super().closeEvent(event)
        self.closed.emit()

    def _end_journal(self) -> None:
        if not self.closing.keeps_words:
            self.journaling.end()

    # Putting it together

    def _lay_out(self) -> None:
        self._previewed = self.editing.place
        self._last_edit = LastEdit(self.session.history)
        hand_out(self.commands, self)
        self.addToolBar(self.tool_bar)
        self.setCentralWidget(self.drive.above(self.panes))
        footer = QStatusBar()
        footer.setSizeGripEnabled(False)
        footer.addPermanentWidget(self.status, 1)
        footer.addPermanentWidget(self.exporting.progress)
        self.setStatusBar(footer)
        resize_to_fit(self, WANTED_SIZE)

    def _connect(self) -> None:
        self.session.watch(self.show_now)
        self.editing.went.connect(self.show_now)
        self.editing.stepped.connect(self.panes.show_page)
        self.editing.stepped.connect(self.view.show_change)
        exports = (self.exporting, self.copying)
        speakers = (self.editing, self.saving, self.broken, *exports, self.formatting, self.following)
        for speaker in (*speakers, self.journaling, self.recovery, self.replacing, self.elsewhere, self.problems):
            speaker.said.connect(self.status.say)
        self.elsewhere.notice_marking.marked.connect(self.preview.show_marks)
        self.broken.mended.connect(self.view.take_keyboard)
        self.pages.needed.connect(self.panes.show_list)
        self.page_editing.begun.connect(self.show_texts)
        self.elsewhere.whole_pages.made.connect(self.show_texts)
        self.status.chosen.connect(self.editing.choose)
        self.view.site_form.edited.connect(self.editing.edit_field)
        self.view.studies.edited.connect(self.editing.edit_study)
        self.view.studies.restored.connect(self.editing.restore_study)
        self.view.studies.chosen.connect(self.editing.choose_studies)
        self.formatting.changed.connect(self.commands.update)
        self.formatting.stepping.connect(self.session.history.end_typing)
        self.view.view_changed.connect(self.show_state)
        self.panes.arranged.connect(self.show_state)
        self.opening.changed.connect(self._read_more)
        self.opening.done.connect(self.recovery.start)
        self.opening.done.connect(self.watching.start)
        self.opening.done.connect(self.elsewhere.records.read)
        self.opening.done.connect(self.problems.start)
        self.recovery.asking.connect(self.following.hold)
        self.recovery.answered.connect(self.following.release)
        self.journaling.changed.connect(self.show_state)
        self.watching.changed.connect(self.following.take)
        self.following.read_again.connect(self.watching.tell_again)
        recovery = (self.recovery.asking, self.recovery.answered)
        for signal in (self.saving.changed, self.watching.lost, self.watching.returned, *recovery):
            signal.connect(self.show_state)
        for signal in (self.exporting.changed, self.replacing.changed, self.elsewhere.adding.changed):
            signal.connect(self.commands.update)
        self.elsewhere.adding.begun.connect(self.add_study)
        going = (self.replacing.went, self.problems.went, self.going_to_words.went)
        for signal in (*going, self.elsewhere.needed):
            signal.connect(self.panes.show_page)
        self.elsewhere.needed.connect(self.view.bring_studies)
        self.elsewhere.links.changed.connect(self.problems.checking.look_again)
        self.preview.words_clicked.connect(self._go_to_words)
        self.problems.changed.connect(self.commands.update)
        self.closing.agreed.connect(self.close)
        studies = (self.study_export, self.elsewhere, self.across_pages, self.problems)
        for part in (self.recovery, self.saving.failures, *exports, self.watching, self.replacing, *studies):
            self._ends.connect(part.close)
        for end in (self._end_journal, self.preview.shut_down):
            self._ends.connect(end)
        for background in (self.background, self._for_saving, self._for_journal):
            self._ends.connect(background.close)
        self.closed.connect(self.recent.stop_looking)
        self.preview.link_activated.connect(self._open_link)
        self.preview.look_changed.connect(self.problems.checking.look_again)

    def _read_more(self) -> None:
        """Go to the page that is read first, as soon as it is there."""
        first = self.pages.finder.first_page()
        if is_site(self._previewed) and first is not None:
            self.editing.choose(first)
        if self.opening.failure:
            self.view.problems.show_unreadable_folder(self.opening.failure)
        self.show_state()

    def _go_to_words(self, clicked: ClickedWords) -> None:
        self.going_to_words.go(self._previewed, clicked)

    def _open_link(self, address: QUrl) -> None:
        open_or_tell(address, self)

    def _why_no_preview(self) -> str:
        """What the preview says where there is no page to show."""
        if self._previewed in self.session.files and not is_site(self._previewed):
            return tr("This page can't be shown.")
        return NO_PAGE

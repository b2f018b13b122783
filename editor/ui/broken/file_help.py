"""What can be done about a broken file: look at it, tell somebody of it, mend it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.session import OpenFile, Session, is_site
from editor.session.mending import MendFailed, Mending, MendResult, mending_of, run_mend
from editor.storage import ChangedOnDisk, ContentFolder
from editor.ui.background import Background
from editor.ui.broken.file_box import FileBox
from editor.ui.broken.file_text import words_for_it
from editor.ui.broken.mending_box import MendingBox, can_be_shown
from editor.ui.broken.problem_view import ProblemView, problem_text
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.outside.following import Following
from editor.words import tr


class FileHelp(QObject):
    """Serves the buttons of a view of problems. Nothing is mended before it was shown and asked for."""

    said = Signal(str)
    mended = Signal()
    """The file that was shown can be edited now."""

    def __init__(
        self, session: Session, view: ProblemView, background: Background, following: Following, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._following = following
        self._view = view
        self._background = background
        self._window = window
        self._mending: tuple[OpenFile, Mending] | None = None
        view.changed.connect(self.look_for_mending)
        view.mend.clicked.connect(self._ask)
        view.look.clicked.connect(self._show_file)
        view.copy.clicked.connect(self._copy)

    def look_for_mending(self) -> None:
        """Find out, in the background, whether the file that is shown can be mended, and offer it."""
        file, self._mending = self._view.file, None
        if file is not None and file.problems:
            self._background.run(functools.partial(_find, file), self._offer, _raise)

    def _offer(self, found: tuple[OpenFile, Mending | None]) -> None:
        file, mending = found
        if mending is not None and can_be_shown(mending) and file is self._view.file:
            self._mending = file, mending
            self._view.offer_mending(file)

    # Looking and telling

    def _show_file(self) -> None:
        file = self._view.file
        if file is not None:
            reasons = problem_text(file, can_be_mended=self._mending is not None)
            box = FileBox(file, reasons, self._window)
            box.copy_wanted.connect(functools.partial(self._copy_file, file))
            box.copy_wanted.connect(functools.partial(box.say, _COPIED))
            box.open()

    def _copy(self) -> None:
        if self._view.file is not None:
            self._copy_file(self._view.file)

    def _copy_file(self, file: OpenFile) -> None:
        QGuiApplication.clipboard().setText(words_for_it(file, self._session.folder.root))
        self.said.emit(_COPIED)

    # Mending

    def _ask(self) -> None:
        if self._mending is not None:
            self._show(*self._mending)

    def _show(self, file: OpenFile, mending: Mending, answers: Sequence[int] = ()) -> None:
        box = MendingBox(file.place, mending, self._window, answers)
        box.answered.connect(functools.partial(self._answer, file, mending))
        box.open()

    def _answer(self, file: OpenFile, shown: Mending, chosen: list[int]) -> None:
        if not shown.choices:
            self._mend(file, shown)
            return
        self._view.mend.setEnabled(False)
        self._background.run(functools.partial(_decide, file, shown, chosen), self._decided, self._fail)

    def _decided(self, decision: _Decision) -> None:
        """Nothing is written that was not shown: where a choice brings up something else, that is asked."""
        self._view.mend.setEnabled(True)
        file, shown, mending = decision.file, decision.shown, decision.mending
        if mending is None:
            self._tell(_NO_CURE)
        elif (mending.choices, mending.mends) == (shown.choices, shown.mends):
            self._mend(file, mending)
        else:
            self._show(file, mending, decision.answers)

    def _mend(self, file: OpenFile, mending: Mending) -> None:
        now = self._session.files.get(file.place)
        if now is None or now.data != file.data:
            self._tell(_CHANGED)
            return
        self._view.mend.setEnabled(False)
        place = file.place
        called = (
            tr("the shared texts") if is_site(place) else tr("the page “{page}”", page=self._session.name_of(place))
        )
        work = functools.partial(_run, self._session.folder, file, mending.data, called)
        self._background.run(work, self._receive, self._fail)

    def _receive(self, ended: tuple[OpenFile, MendResult]) -> None:
        self._view.mend.setEnabled(True)
        broken, result = ended
        if isinstance(result, MendFailed):
            self._tell_failure(broken, result)
            return
        file = result.file
        self._take_in(broken, file)
        name = self._session.name_of(file.place)
        self.said.emit(result.warning or tr("{page} is mended and saved. The version before is kept.", page=name))
        if self._view.file is self._session.files.get(file.place) and self._session.is_editable(file.place):
            self.mended.emit()

    def _take_in(self, broken: OpenFile, now: OpenFile) -> None:
        """Take in what became of a broken file, unless it was read again meanwhile; words not saved before stay."""
        if self._session.files.get(broken.place) is broken and now.data is not None:
            self._following.take([now])

    def _tell_failure(self, broken: OpenFile, failed: MendFailed) -> None:
        if isinstance(failed.error, ChangedOnDisk) and failed.file is not None:
            self._take_in(broken, failed.file)
            self._tell(_CHANGED)
        else:
            self._tell(
                tr(
                    "The file was not mended. {reason} It is as it was. {advice}",
                    reason=failed.error.reason,
                    advice=failed.error.advice,
                )
            )

    def _tell(self, words: str) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole).setMinimumHeight(LEAST_HEIGHT)
        box.open()

    def _fail(self, error: BaseException) -> None:
        self._view.mend.setEnabled(True)
        raise error


@dataclass(frozen=True, slots=True)
class _Decision:
    """What becomes of a file with the answers to what was shown; of them only those to what is asked now."""

    file: OpenFile
    shown: Mending
    mending: Mending | None
    answers: Sequence[int]


def _run(folder: ContentFolder, file: OpenFile, mended: bytes, called: str) -> tuple[OpenFile, MendResult]:
    return file, run_mend(folder, file, mended, called)


def _decide(file: OpenFile, shown: Mending, chosen: Sequence[int]) -> _Decision:
    """Take in one answer after the other, until the next question is another one than was shown."""
    mending, given = None, 0
    for given in range(1, len(chosen) + 1):
        mending = mending_of(file, chosen[:given])
        if mending is None or mending.choices[given : given + 1] != shown.choices[given : given + 1]:
            break
    return _Decision(file, shown, mending, chosen[:given])


def _find(file: OpenFile) -> tuple[OpenFile, Mending | None]:
    return file, mending_of(file)


def _raise(error: BaseException) -> None:
    raise error


_COPIED = tr("Copied. Paste it into an email to the person who looks after the website or your computers.")
_NO_CURE = tr("With this choice the file still can't be read. Choose the other text, or send it to IT.")
_CHANGED = tr("Somebody has changed this file meanwhile, so nothing was mended. It is shown as it is now.")

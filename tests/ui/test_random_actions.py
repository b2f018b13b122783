"""Whoever presses keys and buttons at random for two hundred steps gets the first bytes back by Undo alone."""

from __future__ import annotations

import functools
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.content.fields import STUDY_FIELDS, Field, field_named
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.saving.saving import Saving
from editor.ui.studies.study_cells import CellBox
from editor.ui.studies.study_columns import COLUMNS

STEPS = 200
SEEDS = range(int(os.environ.get("CLINIC_EDITOR_RANDOM_WALKS", "2")))
"""Two walks in an ordinary run; more with `CLINIC_EDITOR_RANDOM_WALKS=50`."""

WORDS = ["Neck", "2018. We found", "- one", "\u8170\u75db", "it's *so*", "a: b # c", "x"]
HTML = "<p>From <b>Word</b>:</p><ul><li>one</li><li><i>two</i></li></ul>"
CELLS = [field_named(STUDY_FIELDS, name) for name in ("title", "date", "journal")]
"""Columns that are always shown, in whose boxes words stay as they are typed."""
MOST_UNDOS = 2000


class Walk:
    """Somebody at the keyboard and the mouse who does not know what they do."""

    def __init__(self, window: MainWindow, qtbot: QtBot, seed: int) -> None:
        self.window = window
        self.qtbot = qtbot
        self.random = random.Random(seed)
        self.done: list[str] = []

    def go(self, steps: int) -> None:
        """Do that many things."""
        ways = (self.type_somewhere, self.edit_cell, self.choose_page, self.press_button, self.name_page, self.save)
        ways += (self.act, self.act)
        for _ in range(steps):
            self.random.choice(ways)()

    def type_somewhere(self) -> None:
        boxes = [
            box
            for box in self.window.view.findChildren(QPlainTextEdit)
            if box.isVisible() and not box.isReadOnly() and isinstance(box, TextBox)
        ]
        if not boxes:
            return
        box = self.random.choice(boxes)
        self.done.append(f"type into {box.accessibleName()}")
        box.setFocus(Qt.FocusReason.MouseFocusReason)
        self.press(self.random.choice(["Ctrl+End", "Ctrl+Home", "Ctrl+A", "Ctrl+Shift+Right", "Ctrl+B", "Ctrl+I"]))
        if self.random.random() < 0.2:
            self.paste()
        self.type_words(self.focus())
        self.press(self.random.choice(["Return", "Backspace", "Delete", "Left"]))

    def edit_cell(self) -> None:
        """Type into a cell of the table, save at times while it is open, and type on: the study has every letter."""
        page = self.window.editing.page
        if page is None or not page.study_list or not self.window.editing.is_editable:
            return
        self.window.show_studies()
        table = self.window.view.studies.table
        row, field = self.random.randrange(len(self.window.editing.shown_studies)), self.random.choice(CELLS)
        self.done.append(f"edit {field.label} of study {row + 1}")
        table.setFocus(Qt.FocusReason.MouseFocusReason)
        table.setCurrentIndex(table.model().index(row, COLUMNS.index(field)))
        self.press("F2")
        box = self.focus()
        assert isinstance(box, CellBox), self.done
        kept = box.text()
        typed = kept + self.type_words(box)
        if self.random.random() < 0.5:
            self.done.append("save in the cell")
            wait_for_save(self.qtbot, self.window.saving, functools.partial(self.press, "Ctrl+S"))
            kept = typed
            assert self.focus() is box, self.done
            typed += self.type_words(box)
        assert self.text_of_study(field) == typed, self.done
        end = self.random.choice(["Return", "Escape", "Tab"])
        self.press(end)
        assert self.text_of_study(field, row) == (kept if end == "Escape" else typed), self.done

    def text_of_study(self, field: Field, row: int | None = None) -> str:
        """What the page has in a field of the chosen study, or of the one in a row."""
        editing = self.window.editing
        study = editing.study if row is None else editing.shown_studies[row]
        assert study is not None
        return field.text_of(study)

    def type_words(self, box: QWidget) -> str:
        """Type with keys, or with an input method where no key has such letters."""
        words = self.random.choice(WORDS)
        if words.isascii():
            QTest.keyClicks(box, words)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(words)
            QApplication.sendEvent(box, composed)
        return words

    def paste(self) -> None:
        copied = QMimeData()
        copied.setHtml(HTML)
        copied.setText("From Word: one two")
        QApplication.clipboard().setMimeData(copied)
        self.press("Ctrl+V")

    def choose_page(self) -> None:
        pages = self.window.pages.finder.list
        row = self.random.randrange(pages.model().rowCount())
        self.done.append(f"choose row {row}")
        at = pages.visualRect(pages.model().index(row, 0)).center()
        QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def press_button(self) -> None:
        """Unlock, lock, use other words, bring a page back: whatever button of the page stands there."""
        places = (self.window.view, self.window.pages.trash)
        buttons = [button for place in places for button in place.findChildren(QAbstractButton)]
        buttons = [button for button in buttons if button.isVisible() and button.isEnabled() and not asks(button)]
        if buttons:
            button = self.random.choice(buttons)
            self.done.append(f"press {button.text() or button.accessibleName()}")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def act(self) -> None:
        names = ["archive_page", "delete_page", "deleted_pages", "mark_reviewed", "add_study", "duplicate_study"]
        names += ["delete_study", "move_up", "move_down", "cut_study", "copy_study", "paste_study", "studies", "text"]
        names += ["sort_studies", "use_order", "website_order", "move_top", "move_bottom"]
        names += ["undo", "undo", "undo", "redo", "redo"]
        name = self.random.choice(names)
        self.done.append(name)
        self.window.commands[name].trigger()

    def name_page(self) -> None:
        name = self.random.choice(["new_page", "duplicate_page", "rename_page"])
        form = self.window.pages.name_form
        self.window.commands[name].trigger()
        if not form.isVisible():
            return
        self.done.append(name)
        self.type_words(form.name)
        if form.tick.isVisible() and self.random.random() < 0.5:
            QTest.keyClick(form.tick, Qt.Key.Key_Space)
        self.press(self.random.choice(["Return", "Return", "Return", "Escape"]))

    def save(self) -> None:
        keys = self.random.choice(["Ctrl+S", "Ctrl+Shift+S"])
        wanted = self.window.commands["save" if keys == "Ctrl+S" else "save_all"]
        if wanted.isEnabled():
            self.done.append(keys)
            wait_for_save(self.qtbot, self.window.saving, wanted.trigger)

    def press(self, keys: str) -> None:
        key = QKeySequence(keys)[0]
        QTest.keyClick(self.focus(), key.key(), key.keyboardModifiers())

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window


def asks(button: QAbstractButton) -> bool:
    """Whether a press opens a menu or a window in which something is to be chosen."""
    return button.text().endswith("...") or (isinstance(button, QToolButton) and button.menu() is not None)


def wait_for_save(qtbot: QtBot, saving: Saving, save: Callable[[], None]) -> None:
    with qtbot.waitSignal(saving.ended) as ended:
        save()
    assert ended.args == [True]


def on_disk(root: Path) -> dict[str, bytes]:
    """The files of the website, by name."""
    found = (path for path in root.rglob("*") if path.is_file() and ".clinic-editor" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("seed", SEEDS)
def test_random_actions_and_undo_to_the_first_bytes(window: MainWindow, qtbot: QtBot, seed: int) -> None:
    root = window.session.folder.root
    before = on_disk(root)
    walk = Walk(window, qtbot, seed)
    walk.go(STEPS)
    assert len(set(walk.done)) > 20, walk.done
    undo = window.commands["undo"]
    for _ in range(MOST_UNDOS):
        if not undo.isEnabled():
            break
        undo.trigger()
    assert not undo.isEnabled(), walk.done
    if window.session.unsaved_places:
        wait_for_save(qtbot, window.saving, window.commands["save_all"].trigger)
    assert on_disk(root) == before, walk.done

"""The form of a page on a desk of its own, with no window around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from editor.content.condition_page import ConditionPage
from editor.session import Session
from editor.ui.editing import Editing
from editor.ui.forms.page_form import PageForm
from editor.ui.forms.shared_texts import shared_texts
from editor.ui.forms.text_box import TextBox
from editor.ui.page_edits import PageEdits
from tests.ui.records import named

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"
UNLOCK = "Unlock: this changes {} pages"
INVITED = "Type the words for this page. The other pages keep the shared words."
DIFFER = "use other words on this page only"


class Desk:
    """The form on a session, as the window has it."""

    def __init__(self, folder: Path) -> None:
        self.session = Session.open(folder)
        self.editing = Editing(self.session)
        self.form = PageForm()
        self.edits = PageEdits(self.editing, self.form, lambda: date(2026, 11, 23))
        self.form.offer(QAction("Go to the studies", self.form), QAction("Mark as reviewed today", self.form))
        self.session.watch(self.show)
        self.editing.went.connect(self.arrive)

    def show(self) -> None:
        assert self.editing.page is not None
        texts = shared_texts(self.session, self.editing.shared_uses.now())
        self.form.show_page(self.editing.page, texts, editable=self.editing.is_editable)

    def arrive(self) -> None:
        self.show()
        self.form.lock()
        self.form.begin_anew()

    @property
    def page(self) -> ConditionPage:
        assert self.editing.page is not None
        return self.editing.page

    def press(self, name: str) -> None:
        """Click a button by the name that a screen reader says."""
        button = named(self.form, name, QAbstractButton)
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def box(self, name: str) -> TextBox:
        (found,) = [box for box in boxes(self.form) if box.accessibleName() == name]
        return found

    def words(self) -> list[str]:
        """All words in labels that are in sight."""
        return [label.text() for label in self.form.findChildren(QLabel) if label.isVisible() and label.text()]


def boxes(form: QWidget) -> list[TextBox]:
    return [box for box in form.findChildren(TextBox) if box.isVisible()]

"""The window for a new page from a web page's text: first the text, then the page as it will be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from editor.references.page_text.lines import TextLine
from editor.references.page_text.page_of_text import PageFromText
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.ui.look.fitting import resize_to_fit
from editor.ui.look.headings import make_heading
from editor.ui.whole_page.page_review import PageReview
from editor.ui.whole_page.page_text_box import PageTextBox
from editor.words import tr

_SIZE = QSize(1120, 700)


class WholePageBox(QDialog):
    """Asks for the text, shows what it comes to, and tells when the page is agreed on.

    Closed by mistake, it can be opened again with the text and all that was put right; its owner deletes it.
    """

    text_given = Signal(str, list)
    """The text, and its lines as they were copied."""
    agreed = Signal()

    def __init__(self, remark: Callable[[str], str], parent: QWidget | None = None) -> None:
        """`remark`: see `PageReview`."""
        super().__init__(parent)
        self.text = PageTextBox()
        self.review = PageReview(remark)
        self.read = QPushButton(tr("Read the text"))
        self.back = QPushButton(tr("Back to the text"))
        self.make = QPushButton(tr("Make this page"))
        self.cancel = QPushButton(tr("Cancel"))
        self._heading = QLabel()
        self._hint = QuietLine()
        self._steps = QStackedWidget()
        self._read_text: str | None = None
        """The text that was read last."""
        self._lay_out()
        self.text.textChanged.connect(self._follow_text)
        self.read.clicked.connect(self._give)
        self.back.clicked.connect(self.show_text)
        self.make.clicked.connect(self.agreed)
        self.cancel.clicked.connect(self.reject)
        self.review.changed.connect(self._follow_review)
        self.show_text()

    def put_lines(self, lines: Sequence[TextLine]) -> None:
        """Put the lines of a file or of what was dropped into the box, behind what stands there."""
        self.text.put_lines(lines)
        self.say("")

    def say(self, words: str) -> None:
        """Say something below; "" for nothing."""
        self._hint.setText(words)
        announce(words, self)

    def begin(self) -> None:
        """Open, and ask for the text; one that stands there is marked: what is pasted takes its place."""
        self.say("")
        self.show_text()
        self.text.selectAll()
        self.open()

    def show_text(self) -> None:
        """Ask for the text."""
        self._steps.setCurrentWidget(self._text_place)
        self._heading.setText(tr("New page from a web page's text"))
        self._show_buttons(is_review=False)
        self._follow_text()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_working(self) -> None:
        """Say that the text is being read."""
        self.read.setEnabled(False)
        self.say(tr("Reading the text..."))

    def show_found(self, found: PageFromText) -> None:
        """Show the page that the text comes to."""
        self._read_text = self.text.toPlainText()
        self.review.show_found(found)
        self._show_review()

    def _show_review(self) -> None:
        self.say("")
        self._steps.setCurrentWidget(self.review)
        self._heading.setText(tr("The page as it will be"))
        self._show_buttons(is_review=True)
        self._follow_review()
        self.review.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self, *, is_review: bool) -> None:
        self.read.setVisible(not is_review)
        self.back.setVisible(is_review)
        self.make.setVisible(is_review)
        (self.make if is_review else self.read).setDefault(True)

    def _give(self) -> None:
        text = self.text.toPlainText()
        if text == self._read_text:
            self.review.show_name()  # there may be such a page by now
            self._show_review()  # with all that was put right in it
        else:
            self.text_given.emit(text, list(self.text.copied))

    def _follow_text(self) -> None:
        has_text = not self.text.document().isEmpty()
        self.read.setEnabled(has_text)
        self.read.setToolTip("" if has_text else tr("Paste the text first."))

    def _follow_review(self) -> None:
        has_name = bool(self.review.page_name)
        self.make.setEnabled(has_name)
        self.make.setToolTip("" if has_name else tr("Type a name first."))

    # Putting it together

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("New page from a web page's text"))
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        make_heading(self._heading, 1.2)
        self._text_place = QWidget()
        words = QLabel(
            tr(
                "Paste the whole text of a page of the website. Its name, texts and studies are found in it, and shown"
                " to you before a page is made of them."
            )
        )
        words.setWordWrap(True)
        inside = QVBoxLayout(self._text_place)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(words)
        inside.addWidget(self.text, 1)
        self._steps.addWidget(self._text_place)
        self._steps.addWidget(self.review)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._hint, 1)
        for button in (self.read, self.back, self.make, self.cancel):
            button.setMinimumHeight(LEAST_HEIGHT)
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._steps, 1)
        column.addLayout(buttons)
        resize_to_fit(self, _SIZE)

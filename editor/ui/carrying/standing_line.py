"""Below a study's title: on which other pages the same study stands, and whether it says the same there."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from editor.content.study import StudyKey
from editor.session import Place
from editor.ui.forms.quiet_words import QuietButton, QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.forms.wrapping_row import WrappingRow
from editor.ui.look.tips import in_lines
from editor.words import tr, tr_count

_MOST_NAMED = 6
_MOST_LETTERS = 40
"""Of a page's name: a longer one would widen the card, and take from the preview."""


class OtherPage(NamedTuple):
    """A page on which the study stands too."""

    place: Place
    name: str
    key: StudyKey


class Agreement(NamedTuple):
    """On how many of the other pages the study says something else, and on how many what it said here before."""

    differing: int = 0
    outdated: int = 0


class StandingLine(QWidget):
    """Names the pages, each to go there; there is nothing to see for a study that stands on one page only."""

    page_wanted = Signal(str, str)
    """Go to a study: (place, key)."""
    comparing_wanted = Signal()
    """What differs is to be seen."""

    def __init__(self, box: QWidget) -> None:
        """A line whose links Tab reaches after this box."""
        super().__init__()
        self._box = box
        self._shown: tuple[tuple[OtherPage, ...], Agreement] = (), Agreement()
        self._names = WrappingRow()
        self._agreement, self._compare = _line(), QuietButton()
        self._compare.clicked.connect(self.comparing_wanted)
        below = WrappingRow()
        for row in (self._names, below):
            row.setSpacing(4)
        below.addWidget(self._agreement)
        below.addWidget(self._compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._names)
        column.addLayout(below)
        self.hide()

    def show_pages(self, pages: tuple[OtherPage, ...], agreement: Agreement) -> None:
        """Show on which pages the study stands too; what is shown already is left alone."""
        if (pages, agreement) == self._shown:
            return
        names_before, self._shown = self._shown[0], (pages, agreement)
        if pages != names_before or not agreement.differing:
            self._hand_on_keyboard()
        if pages != names_before:
            self._name(pages)
        self._agreement.setText(_agreement_words(len(pages), agreement))
        self._compare.setText(_button_words(agreement))
        self._compare.setVisible(bool(agreement.differing))
        self.setVisible(bool(pages))

    def _hand_on_keyboard(self) -> None:
        """Done before a button goes: else Qt hands the keyboard to what comes next."""
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, pages: Sequence[OtherPage]) -> None:
        _clear(self._names)
        words = tr_count(
            "This study is also on 1 other page:", "This study is also on {count} other pages:", len(pages)
        )
        self._names.addWidget(_line(words))
        stops: list[QWidget] = [self._box]
        for page in pages[:_MOST_NAMED]:
            link = _PageLink(page)
            link.wanted.connect(self.page_wanted)
            self._names.addWidget(link)
            stops.append(link)
        if len(pages) > _MOST_NAMED:
            self._names.addWidget(_line(tr("and {count} more", count=len(pages) - _MOST_NAMED)))
        for before, after in itertools.pairwise((*stops, self._compare)):
            QWidget.setTabOrder(before, after)


class _PageLink(QuietButton):
    """Goes to one page."""

    wanted = Signal(str, str)

    def __init__(self, page: OtherPage) -> None:
        super().__init__()
        self._page = page
        most = _MOST_LETTERS * self.fontMetrics().averageCharWidth()
        shown = self.fontMetrics().elidedText(page.name, Qt.TextElideMode.ElideRight, most)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(tr("Go to {page}", page=page.name))
        self.setToolTip(tr("Go to this study there") if shown == page.name else in_lines(page.name))
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.wanted.emit(self._page.place, self._page.key)


def _line(text: str = "") -> QuietLine:
    line = QuietLine(text)
    line.setWordWrap(False)
    line.setMinimumHeight(LEAST_HEIGHT)  # as high with a button beside it as without: nothing moves while one types
    line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return line


def _clear(row: QLayout) -> None:
    while (item := row.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _agreement_words(pages: int, agreement: Agreement) -> str:
    if agreement.outdated:
        return tr("The old words still stand there.")
    if not agreement.differing:
        return tr("It says the same there.")
    if agreement.differing == pages:
        return tr("Its words differ there.")
    return tr_count("Its words differ on 1 of them.", "Its words differ on {count} of them.", agreement.differing)


def _button_words(agreement: Agreement) -> str:
    if not agreement.outdated:
        return tr("Compare...")
    return tr_count(
        "Carry this over to 1 other page...", "Carry this over to {count} other pages...", agreement.outdated
    )

"""The short form from which a new website's first pages are made."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.paths import documents
from editor.session.new_website import NewWebsite, make_website, web_address
from editor.storage import NotMade, folder_name
from editor.storage.folder_look import FolderKind, FolderLook, look_at
from editor.ui.background import Background
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.headings import make_heading
from editor.ui.starting.folder_question import ask_folder
from editor.ui.starting.offers import breakable, fit_height
from editor.words import tr

LANGUAGES = (
    ("en-AU", tr("English (Australia)")),
    ("en-CA", tr("English (Canada)")),
    ("en-IE", tr("English (Ireland)")),
    ("en-NZ", tr("English (New Zealand)")),
    ("en-SG", tr("English (Singapore)")),
    ("en-ZA", tr("English (South Africa)")),
    ("en-GB", tr("English (United Kingdom)")),
    ("en-US", tr("English (United States)")),
)
"""Those that the suggested texts are in; for another language they are to be written anew."""


class WebsiteForm(QDialog):
    """Asks for the clinic's name, a place, the language and an address, and makes the website.

    `root` is the empty folder in which to make it; without one it gets a folder of its own among the user's documents.
    """

    made = Signal(object)
    """The folder of the website that was made, a Path."""

    def __init__(self, root: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Start a new website"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._background = Background(self)
        self._documents = documents()
        self._empty_folder = root
        self._is_making = False
        self._column = QVBoxLayout(self)
        self._name = QLineEdit()
        self._language = _languages()
        self._address = QLineEdit()
        self._place = QLabel()
        self._change = QPushButton(tr("Change..."))
        self._trouble = QLabel()
        self._make = QPushButton(tr("Make website"))
        self._cancel = QPushButton(tr("Cancel"))
        self._lay_out()
        self._connect()
        self._show_now()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def root(self) -> Path | None:
        """Where the website is going to be; None until it has a name."""
        if self._empty_folder is not None:
            return self._empty_folder
        name = folder_name(self._name.text())
        return self._documents / name if name else None

    def reject(self) -> None:
        """Close without a website; not while one is being made, which takes a moment."""
        if not self._is_making:
            super().reject()

    # What is shown

    def _show_now(self) -> None:
        """Show where the website goes, and whether it can be made."""
        place = self.root or self._documents / "..."
        self._place.setText(breakable(place))
        self._place.setAccessibleDescription(str(place))
        obstacle = self._obstacle()
        self._make.setEnabled(not obstacle)
        self._make.setToolTip(obstacle)
        self._say("")

    def _obstacle(self) -> str:
        if self._is_making:
            return tr("The website is being made.")
        if not self._name.text().strip():
            return tr("Type the clinic's name first.")
        return "" if self.root is not None else tr("Choose a folder first, as none can have this name.")

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        fit_height(self, self._column)

    # What is done

    def _choose_folder(self) -> None:
        title = tr("Choose where the website's folder goes")
        ask_folder(title, (self._documents,), self, self._look_at_chosen)

    def _look_at_chosen(self, folder: Path) -> None:
        self._background.run(functools.partial(look_at, folder), self._take_chosen, self._fail)

    def _take_chosen(self, look: FolderLook) -> None:
        """An empty folder becomes the website's; in any other the website gets a folder of its own."""
        self._documents = look.asked
        self._empty_folder = look.asked if look.kind is FolderKind.EMPTY else None
        self._show_now()

    def _make_website(self) -> None:
        address, root = web_address(self._address.text()), self.root
        if address is None:
            self._say(tr("This is no website's address. Copy it from your browser, or leave it empty for now."))
            self._address.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if root is None:
            return
        wanted = NewWebsite(self._name.text(), str(self._language.currentData()), address)
        self._is_making = True
        self._show_now()
        make = functools.partial(make_website, root, wanted)
        self._background.run(make, functools.partial(self._tell_made, root), self._fail)

    def _tell_made(self, root: Path, _nothing: None) -> None:
        self._is_making = False
        self.made.emit(root)
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._is_making = False
        self._show_now()
        if not isinstance(error, NotMade):
            raise error
        self._say(str(error))

    # Putting it together

    def _connect(self) -> None:
        self._name.textChanged.connect(self._show_now)
        self._change.clicked.connect(self._choose_folder)
        self._make.clicked.connect(self._make_website)
        self._cancel.clicked.connect(self.reject)
        self.finished.connect(self._background.close)

    def _lay_out(self) -> None:
        self._address.setPlaceholderText("https://")
        self._make.setDefault(True)
        for button in (self._change, self._cancel):
            button.setAutoDefault(False)
        self._change.setAccessibleName(tr("Change the folder"))
        self._trouble.setAccessibleDescription(tr("What is wrong"))
        column = self._column
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(16)
        advice = tr("The first texts are only suggestions. Read and change them before they go online.")
        column.addWidget(_plain(QLabel(advice)))
        _add(column, self._name, tr("Clinic's name"), tr("As it stands on the website."))
        _add(column, self._language, tr("Language"), tr("The language and country of your readers."))
        _add(column, self._address, tr("Website address"), tr("If there is one already; it can be added later."))
        _add(column, self._place, tr("Folder"), tr("Where your pages are kept on this computer."), self._change)
        make_heading(self._trouble)
        column.addWidget(_plain(self._trouble))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self._make, self._cancel):
            button.setMinimumHeight(LEAST_HEIGHT)
            foot.addWidget(button)
        column.addLayout(foot)


def _languages() -> QComboBox:
    """The languages, with that of this computer chosen where it is among them."""
    box = QComboBox()
    for code, name in LANGUAGES:
        box.addItem(name, code)
    box.setCurrentIndex(max(box.findData(QLocale.system().bcp47Name()), 0))
    return box


def _add(column: QVBoxLayout, box: QWidget, name: str, help_line: str, button: QPushButton | None = None) -> None:
    """Put a box under its name and a line of help, with a button beside it."""
    label = QLabel(name)
    make_heading(label)
    label.setBuddy(box)
    rows = QVBoxLayout()
    rows.setSpacing(4)
    rows.addWidget(label)
    rows.addWidget(_plain(QLabel(help_line)))
    line = QHBoxLayout()
    line.addWidget(box, 1)
    if isinstance(box, QLabel):
        _plain(box).setAccessibleDescription(name)
    else:
        box.setAccessibleName(name)
        box.setAccessibleDescription(help_line)
        box.setMinimumHeight(LEAST_HEIGHT)
    if button is not None:
        button.setMinimumHeight(LEAST_HEIGHT)
        line.addWidget(button)
    rows.addLayout(line)
    column.addLayout(rows)


def _plain(label: QLabel) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label

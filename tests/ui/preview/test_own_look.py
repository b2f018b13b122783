"""The website's own look in the preview, through the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.preview.preview_strip import PreviewStrip
from editor.ui.preview.theme_notice import ThemeNotice
from editor.ui.preview.theme_watch import LOOK_EVERY_MS
from tests.ui.preview.reader import Reader
from tests.ui.records import named
from tests.ui.window import box, choose

BROKEN = '<li class="part study" data-part="{{ part }}">\n{{ title }}\n{% if %}\n</li>\n'
OWN_STUDY = '<li class="part study" data-part="{{ part }}"><h2>Our study: {{ title }}</h2></li>\n'
FOLLOWED_MS = 2 * LOOK_EVERY_MS + 3000  # within about two seconds, on a machine that has time


class Seen:
    """A window on the sample content, and what is seen of its preview."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.reader = Reader(window.preview, qtbot)
        self._qtbot = qtbot
        choose(window, "Headache")
        self.wait()

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: self.window.stands, timeout=15_000)

    @property
    def look(self) -> str:
        return next(label for label in self._strip.findChildren(QLabel) if label.text().endswith(" look")).text()

    @property
    def notice(self) -> ThemeNotice:
        found = self._strip.findChild(ThemeNotice)
        assert isinstance(found, ThemeNotice)
        return found

    def colour(self) -> QColor:
        """That of the page's ground, from the screen."""
        view = self.window.preview.findChild(QWebEngineView)
        assert view is not None
        place = view.mapTo(self.window, QPoint(3, 3))
        picture = QGuiApplication.primaryScreen().grabWindow(self.window.winId(), place.x(), place.y(), 1, 1)
        return picture.toImage().pixelColor(0, 0)

    def studies(self) -> list[str]:
        return list(self.reader.script("Array.from(document.querySelectorAll('.study'), study => study.textContent)"))

    @property
    def _strip(self) -> PreviewStrip:
        found = self.window.preview.findChild(PreviewStrip)
        assert isinstance(found, PreviewStrip)
        return found


@pytest.fixture
def theme(sample_folder: Path) -> Path:
    """The website's theme folder, empty."""
    folder = sample_folder / "theme"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


@pytest.fixture
def see(open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot) -> Callable[[], Seen]:
    def see() -> Seen:
        window = open_window(sample_folder)
        window.resize(1280, 760)
        return Seen(window, qtbot)

    return see


def test_an_own_style_sheet_colours_the_page(see: Callable[[], Seen], theme: Path, qtbot: QtBot) -> None:
    (theme / "style.css").write_text("html, body { background: #0a8040 }")
    seen = see()
    qtbot.waitUntil(lambda: seen.colour() == QColor("#0a8040"))
    assert seen.look == "The website's own look"
    assert not seen.notice.isVisible()


def test_an_own_style_sheet_shows_a_picture_of_the_pages(
    see: Callable[[], Seen], theme: Path, sample_folder: Path, qtbot: QtBot
) -> None:
    plain = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9999" height="9999" fill="#0a8040"/></svg>'
    (sample_folder / "images" / "plain.svg").write_text(plain)
    (theme / "style.css").write_text("html { background: url(../images/plain.svg) }")
    seen = see()
    qtbot.waitUntil(lambda: seen.colour() == QColor("#0a8040"))
    assert not seen.notice.isVisible()


def test_an_own_template_shows_the_studies(see: Callable[[], Seen], theme: Path) -> None:
    (theme / "study.html").write_text(OWN_STUDY)
    studies = see().studies()
    assert studies
    assert all(study.startswith("Our study: ") for study in studies)


def test_a_broken_template_is_told_and_the_built_in_one_stands_in(
    see: Callable[[], Seen], theme: Path, qtbot: QtBot
) -> None:
    (theme / "study.html").write_text(BROKEN)
    (theme / "intro.html").write_text('<section data-part="{{ part }}">Our introduction</section>')
    seen = see()
    assert "Our introduction" in seen.reader.text()
    assert seen.studies()
    assert seen.notice.isVisible()
    line = "A file of the website's own look has a fault: study.html, line 3. The built-in look is shown instead."
    assert seen.notice.accessibleName() == line
    assert seen.notice.text().startswith("A file of the website's own look has a fault: study.html")
    assert "study.html of the website's own look, line 3:" in seen.notice.toolTip()
    qtbot.mouseClick(seen.notice, Qt.MouseButton.LeftButton)
    words = named(seen.notice, "What is wrong with the website's own look", QLabel)
    assert words.isVisible()
    assert words.text() == seen.notice.toolTip()
    copy = next(button for button in words.window().findChildren(QPushButton) if button.isVisible())
    assert copy.hasFocus()
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == seen.notice.toolTip()


def test_files_are_followed_while_they_are_written_and_typing_goes_on(
    see: Callable[[], Seen], theme: Path, qtbot: QtBot
) -> None:
    theme.rmdir()
    seen = see()
    assert seen.look == "Built-in look"
    seen.reader.script("scrollTo(0, 400)")
    theme.mkdir()
    (theme / "study.html").write_text(OWN_STUDY[:20] + "{{ title")  # half of it is on disk
    qtbot.waitUntil(seen.notice.isVisible, timeout=FOLLOWED_MS)
    assert seen.look == "The website's own look"
    (theme / "study.html").write_text(OWN_STUDY)
    qtbot.waitUntil(lambda: not seen.notice.isVisible(), timeout=FOLLOWED_MS)
    QTest.keyClicks(box(seen.window, "Name"), "A ")
    seen.wait()
    assert seen.studies()[0].startswith("Our study: ")
    assert seen.reader.script("scrollY") == 400
    shutil.rmtree(theme)
    qtbot.waitUntil(lambda: seen.look == "Built-in look", timeout=FOLLOWED_MS)
    seen.wait()
    assert not seen.studies()[0].startswith("Our study: ")


def test_the_look_stays_while_the_folder_is_away(
    see: Callable[[], Seen], theme: Path, sample_folder: Path, qtbot: QtBot
) -> None:
    (theme / "study.html").write_text(OWN_STUDY)
    seen = see()
    sample_folder.rename(sample_folder.with_name("away"))
    qtbot.wait(2 * LOOK_EVERY_MS)
    assert seen.look == "The website's own look"
    sample_folder.with_name("away").rename(sample_folder)


def test_fonts_and_pictures_of_the_look_are_served_and_nothing_beside_them(
    see: Callable[[], Seen], theme: Path, sample_folder: Path, qtbot: QtBot
) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
    (theme / "art").mkdir()
    (theme / "art" / "our logo.svg").write_text(svg)
    (sample_folder / "secret.svg").write_text(svg)
    images = ["{{ asset('art/our logo.svg') }}", "theme/../secret.svg", "theme/%2e%2e/secret.svg", "theme/none.svg"]
    pictures = "".join(f'<img src="{image}">' for image in images)
    (theme / "header.html").write_text(f"<header>{pictures}<img src='theme/header.html'></header>")
    seen = see()
    header = "Array.from(document.querySelectorAll('header img')"
    qtbot.waitUntil(lambda: seen.reader.script(f"{header}).every(image => image.complete)") is True)
    assert seen.reader.script(f"{header}, image => image.naturalWidth)") == [40, 0, 0, 0, 0]


def test_a_website_may_leave_out_and_move_what_a_page_has(see: Callable[[], Seen], theme: Path) -> None:
    (theme / "page.html").write_text(
        '<html lang="{{ language }}" class="ours"><body class="b"><ul>{{ studies }}</ul><h1>{{ title }}</h1>{{ intro }}'
    )
    seen = see()
    assert seen.reader.script("[document.documentElement.className, document.body.className]") == ["ours", "b"]
    parts = seen.reader.script("Array.from(document.querySelectorAll('[data-part]'), part => part.dataset.part)")
    assert parts[-1] == "intro"
    assert len(parts) > 1
    assert not {"research", "references", "quotation"} & set(parts)
    choose(seen.window, "Back")
    QTest.keyClicks(box(seen.window, "Name"), "Q")
    seen.wait()
    assert "Q" in seen.reader.script("document.querySelector('h1').textContent")

"""Clicks on words of the previewed page, in the whole window."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.ui.preview.reader import Reader

SITE = """name: A clinic
heading_template: Acupuncture for {condition}
research:
  lead: What research says about {condition_in_text}.
  disclaimers: [Ask your doctor., Results may vary.]
references:
  link_text: Full Article
"""
STUDY = """- journal: Pain
  publisher: A society for pain
  date: '2018-04-01'
  title: 'Study number {number} <b data-part="intro">of</b> needles'
  summary: We **com**pared [both](https://example.org/a) groups, number {number}, over weeks.
  authors: Tang S, Mo Z
  url: https://example.org/{number}
"""
PAGE = """name: Back pain
name_in_text: back pain
intro: |-
  Many *people* have back pain \\*today\\*, and [book here](/book) or [read on](https://example.org/).

  The last paragraph says more.
studies:
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A website with one page of 60 studies."""
    (tmp_path / "conditions").mkdir()
    (tmp_path / "site.yaml").write_text(SITE, encoding="utf-8")
    studies = "".join(STUDY.format(number=number) for number in range(60))
    (tmp_path / "conditions" / "back-pain.yaml").write_text(PAGE + studies, encoding="utf-8")
    return tmp_path


@pytest.fixture
def opened(open_window: Callable[[Path], MainWindow], folder: Path, qtbot: QtBot) -> MainWindow:
    """The window on it, with its preview."""
    window = open_window(folder)
    window.resize(1280, 760)
    qtbot.waitUntil(lambda: window.stands, timeout=15_000)
    return window


@pytest.fixture
def reader(opened: MainWindow, qtbot: QtBot) -> Reader:
    """What is in the preview."""
    return Reader(opened.preview, qtbot)


PLACE = """(([within, words, skip]) => {{
  const texts = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {{
    const at = texts.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const letter = document.createRange();
    letter.setStart(texts.currentNode, at + skip);
    letter.setEnd(texts.currentNode, at + skip + 1);
    const box = letter.getBoundingClientRect();
    return [box.left + box.width / 4, box.top + box.height / 2];
  }}
}})({arguments})"""

NO_KEY = Qt.KeyboardModifier.NoModifier
Click: TypeAlias = Callable[..., None]


@pytest.fixture
def click(opened: MainWindow, reader: Reader, qtbot: QtBot) -> Click:
    """Clicks on a letter of words in an element of the page, which is brought into sight if need be."""

    def click(within: str, words: str, skip: int = 0, key: Qt.KeyboardModifier = NO_KEY) -> None:
        place = PLACE.format(arguments=json.dumps([within, words, skip]))
        view = browser(opened)
        qtbot.waitUntil(lambda: reader.script("[innerWidth, innerHeight]") == [view.width(), view.height()])
        reader.script(f"document.querySelector({json.dumps(within)}).scrollIntoView({{block: 'nearest'}}) ?? 0")
        tops: list[list[float]] = [[], reader.script(place)]

        def is_at_rest() -> bool:
            tops.append(reader.script(place))
            return tops[-1] == tops[-2]

        qtbot.waitUntil(is_at_rest)
        x, y = tops[-1]
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, key, QPoint(round(x), round(y)))

    return click


def browser(window: MainWindow) -> QWidget:
    view = window.preview.findChild(QWebEngineView)
    assert view is not None
    return view.focusProxy()


def part_of(number: int) -> str:
    return f".study:nth-of-type({number + 1})"


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def behind_cursor() -> str:
    box = focus()
    return box.shown()[box.selection()[1] :] if isinstance(box, TextBox) else ""


def name_of_focus() -> str:
    widget = focus()
    return "" if widget is None else widget.accessibleName()


def test_a_click_puts_the_cursor_at_the_word_and_keys_go_there(
    opened: MainWindow, click: Click, reader: Reader, qtbot: QtBot
) -> None:
    click("[data-part=intro]", "last paragraph", 5)
    qtbot.waitUntil(lambda: behind_cursor().startswith("paragraph says"))
    QTest.keyClicks(focus(), "long ")
    qtbot.waitUntil(lambda: "The last long paragraph" in reader.text())
    page = opened.editing.page
    assert page is not None
    assert page.intro is not None
    assert page.intro.endswith("The last long paragraph says more.")


@pytest.mark.parametrize(
    ("words", "skip", "name", "behind"),
    [
        ("number 7, over", 10, "Summary", "over weeks."),
        ("pared", 1, "Summary", "ared [both]"),
        ("needles", 0, "Title", "needles"),
        ("2018, Apr", 7, "Date", "2018"),
        ("Pain", 2, "Journal", "in"),
        ("society", 0, "Publisher", "society for"),
        ("Mo Z", 0, "Authors", "Mo Z"),
    ],
)
def test_a_click_on_a_study_chooses_it_and_goes_to_its_field(
    words: str, skip: int, name: str, behind: str, opened: MainWindow, click: Click, qtbot: QtBot
) -> None:
    click(part_of(7), words, skip)
    qtbot.waitUntil(lambda: opened.editing.study is not None and "number 7 " in (opened.editing.study.title or ""))
    qtbot.waitUntil(lambda: behind_cursor().startswith(behind))
    assert name_of_focus() == name
    assert opened.view.shows_studies


def test_marks_in_a_title_are_words_and_lead_nowhere_else(opened: MainWindow, click: Click, qtbot: QtBot) -> None:
    click(part_of(3), 'data-part="intro"', 12)
    qtbot.waitUntil(lambda: behind_cursor().startswith("ntro"))
    assert name_of_focus() == "Title"
    assert opened.editing.study is not None
    assert "number 3 " in (opened.editing.study.title or "")


def test_words_of_a_template_lead_to_its_lock_and_a_name_in_them_to_the_name(
    opened: MainWindow, click: Click, qtbot: QtBot
) -> None:
    click("[data-part=intro] h1", "Acupuncture", 3)
    qtbot.waitUntil(lambda: name_of_focus() == "Heading")
    QTest.keyClicks(focus(), "typed all the same")  # the space must not unlock what stands on other pages too
    assert name_of_focus() == "Heading"
    click("[data-part=intro] h1", "Back pain", 5)
    qtbot.waitUntil(lambda: name_of_focus() == "Name")
    assert behind_cursor() == "pain"
    assert not opened.session.unsaved_places


def test_an_unlocked_text_has_the_cursor_at_the_word(click: Click, qtbot: QtBot) -> None:
    click("[data-part=research]", "Results may", 8)
    qtbot.waitUntil(lambda: name_of_focus() == "Disclaimers")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert name_of_focus().startswith("Disclaimers: Unlock")
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    click("[data-part=research]", "Results may", 8)
    qtbot.waitUntil(lambda: behind_cursor() == "may vary.")


def test_a_link_out_opens_and_one_within_the_website_is_a_word_to_click_on(
    opened: MainWindow, click: Click, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr("editor.ui.main_window.open_or_tell", lambda address, _window: seen.append(address.toString()))
    with qtbot.assertNotEmitted(opened.preview.words_clicked):
        click("[data-part=intro]", "read on", 2)
        qtbot.waitUntil(lambda: seen == ["https://example.org/"])
    click("[data-part=intro]", "book here", 5)
    qtbot.waitUntil(lambda: behind_cursor().startswith("here](/book)"))
    assert len(seen) == 1


def test_words_can_still_be_selected_in_the_page(opened: MainWindow, click: Click, qtbot: QtBot) -> None:
    box = opened.view.page_form.rows["name"].box
    with qtbot.assertNotEmitted(opened.preview.words_clicked, wait=200):
        click("[data-part=intro]", "last paragraph", key=Qt.KeyboardModifier.ShiftModifier)
        QTest.mousePress(browser(opened), Qt.MouseButton.LeftButton, NO_KEY, QPoint(60, 200))
        QTest.mouseMove(browser(opened), QPoint(160, 220))
        QTest.mouseRelease(browser(opened), Qt.MouseButton.LeftButton, NO_KEY, QPoint(160, 220))
    assert not box.hasFocus()


def test_beside_the_words_a_click_does_nothing(opened: MainWindow, reader: Reader, qtbot: QtBot) -> None:
    top, bottom = reader.script(
        "(b => [b.top, b.bottom])(document.querySelector('[data-part=intro] p').getBoundingClientRect())"
    )
    with qtbot.assertNotEmitted(opened.preview.words_clicked, wait=200):
        qtbot.mouseClick(browser(opened), Qt.MouseButton.LeftButton, pos=QPoint(2, round(top + bottom) // 2))
        qtbot.mouseClick(browser(opened), Qt.MouseButton.LeftButton, pos=QPoint(200, 3))


def test_from_the_shared_texts_a_click_goes_to_the_text_there_or_to_the_page(
    opened: MainWindow, click: Click, qtbot: QtBot
) -> None:
    page = opened.editing.place
    opened.editing.choose(opened.session.site_place)
    click("[data-part=research]", "research says", 9)
    qtbot.waitUntil(lambda: behind_cursor().startswith("says about {condition_in_text}"))
    assert opened.editing.place == opened.session.site_place
    click("[data-part=intro]", "last paragraph", 5)
    qtbot.waitUntil(lambda: behind_cursor().startswith("paragraph says"))
    assert opened.editing.place == page


def test_where_a_look_has_words_of_its_own_a_click_on_them_does_nothing(
    opened: MainWindow, folder: Path, click: Click, reader: Reader, qtbot: QtBot
) -> None:
    (folder / "theme").mkdir()
    (folder / "theme" / "intro.html").write_text(
        "<div data-part='{{ part }}'><p id=own>Welcome everybody</p>{{ intro | markdown(2) }}</div>", encoding="utf-8"
    )
    qtbot.waitUntil(lambda: "Welcome everybody" in reader.text(), timeout=15_000)
    before = focus()
    with qtbot.waitSignal(opened.preview.words_clicked):
        click("#own", "everybody", 3)
    assert before is not None
    assert not behind_cursor() or focus() is before
    click("[data-part=intro]", "last paragraph", 5)
    qtbot.waitUntil(lambda: behind_cursor().startswith("paragraph says"))


def test_where_the_preview_is_a_view_of_the_middle_a_click_goes_from_it_to_the_text(
    opened: MainWindow, click: Click, qtbot: QtBot
) -> None:
    opened.resize(1000, 700)
    qtbot.waitUntil(lambda: opened.width() == 1000)
    opened.view.show_preview()
    qtbot.waitUntil(lambda: opened.view.shows_preview and opened.preview.is_current())
    click("[data-part=intro]", "last paragraph", 5)
    qtbot.waitUntil(lambda: behind_cursor().startswith("paragraph says"))
    assert not opened.view.shows_preview


# What is edited stays in sight


def is_seen(reader: Reader, within: str) -> bool:
    seen = "(b => b.top >= 0 && Math.min(b.bottom, b.top + 96) <= innerHeight)"
    return bool(reader.script(f"{seen}(document.querySelector({json.dumps(within)}).getBoundingClientRect())"))


def scroll(window: MainWindow, reader: Reader, qtbot: QtBot, *, notches: int) -> None:
    """Turn the wheel over the page as somebody does, and wait until it has come to rest."""
    page, before = browser(window), reader.script("scrollY")
    middle = QPointF(page.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(page.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        NO_KEY,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(page, event)
    tops: list[float] = [before]

    def is_at_rest() -> bool:
        tops.append(reader.script("scrollY"))
        return tops[-1] == tops[-2] != before

    qtbot.waitUntil(is_at_rest)


def type_into(window: MainWindow, name: str, text: str, reader: Reader, qtbot: QtBot) -> None:
    """Type at the end of one of the page's texts, and wait until the page shows it."""
    box = window.view.page_form.rows[name].box
    assert isinstance(box, TextBox)
    box.setFocus()
    box.mark((len(box.shown()),) * 2)
    QTest.keyClicks(box, text)
    qtbot.waitUntil(lambda: text in reader.text() and window.preview.is_current())


def choose_row(window: MainWindow, row: int) -> None:
    window.show_studies()
    table = window.view.studies.table
    index = table.model().index(row, 1)
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NO_KEY, table.visualRect(index).center())


def test_the_study_chosen_in_the_table_comes_into_sight(opened: MainWindow, reader: Reader, qtbot: QtBot) -> None:
    assert reader.script("scrollY") == 0
    choose_row(opened, 40)
    assert opened.editing.study is not None
    assert "number 40 " in (opened.editing.study.title or "")
    qtbot.waitUntil(lambda: is_seen(reader, part_of(40)))
    reader.script("scrollBy(0, -50)")
    at = reader.script("scrollY")
    for row in (39, 40):
        if is_seen(reader, part_of(row)):
            choose_row(opened, row)
            qtbot.waitUntil(opened.preview.is_current)
            assert reader.script("scrollY") == at


def test_studies_chosen_one_soon_after_the_other_end_with_the_last_in_sight(
    opened: MainWindow, reader: Reader, qtbot: QtBot
) -> None:
    page = opened.editing.page
    assert page is not None
    for number in (50, 20, 45):
        opened.editing.choose_study(page.study_list[number].key)
    qtbot.waitUntil(lambda: is_seen(reader, part_of(45)))


def test_what_is_typed_comes_into_sight(opened: MainWindow, reader: Reader, qtbot: QtBot) -> None:
    reader.script("scrollTo(0, 5000)")
    type_into(opened, "intro", " And so on", reader, qtbot)
    qtbot.waitUntil(lambda: is_seen(reader, "[data-part=intro] p:last-of-type"))
    reader.script("scrollTo(0, 60)")
    type_into(opened, "intro", " and on", reader, qtbot)
    assert reader.script("scrollY") == 60


def test_who_has_scrolled_away_is_not_pulled_back_before_he_edits_elsewhere(
    opened: MainWindow, reader: Reader, qtbot: QtBot
) -> None:
    type_into(opened, "intro", " One", reader, qtbot)
    scroll(opened, reader, qtbot, notches=30)
    at = reader.script("scrollY")
    assert at > 1000
    assert not is_seen(reader, "[data-part=intro]")
    type_into(opened, "intro", " two", reader, qtbot)
    type_into(opened, "intro", " three", reader, qtbot)
    assert reader.script("scrollY") == pytest.approx(at, abs=100)  # all below moves with what grows above
    type_into(opened, "insights", "Something new", reader, qtbot)
    qtbot.waitUntil(lambda: is_seen(reader, "[data-part=research] .prose p:last-of-type"))


def test_an_undo_shows_what_it_has_changed(opened: MainWindow, reader: Reader, qtbot: QtBot) -> None:
    type_into(opened, "intro", " One", reader, qtbot)
    reader.script("scrollTo(0, 5000)")
    opened.editing.undo()
    qtbot.waitUntil(lambda: is_seen(reader, "[data-part=intro] p:last-of-type"))


def test_what_others_change_scrolls_nothing(reader: Reader, qtbot: QtBot, folder: Path) -> None:
    reader.script("scrollTo(0, 5000)")
    file = folder / "conditions" / "back-pain.yaml"
    text = file.read_text(encoding="utf-8").replace("The last paragraph", "A colleague's paragraph")
    file.write_text(text, encoding="utf-8")
    qtbot.waitUntil(lambda: "A colleague's paragraph" in reader.text(), timeout=15_000)
    assert reader.script("scrollY") == 5000

"""A box of Markdown: what is pasted into it, copied out of it, and how its marks are shown."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QFont, QImage, QInputMethodEvent, QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.markup.reading import LONGEST, STRONG
from editor.ui.forms.hint_line import HintLine
from editor.ui.forms.text_box import BoxKind, TextBox
from editor.ui.main_window import MainWindow
from tests.ui.records import named, stand

CTRL = Qt.KeyboardModifier.ControlModifier
CLIPBOARD = Path(__file__).parent.parent.parent / "markup" / "clipboard"


@pytest.fixture
def box(qtbot: QtBot) -> TextBox:
    box = TextBox(BoxKind.MARKDOWN)
    qtbot.addWidget(box)
    return box


def paste(box: TextBox, text: str, html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(box, Qt.Key.Key_V, CTRL)


def looks(box: TextBox) -> list[tuple[str, bool, bool, bool]]:
    """Each stretch that looks different: its words, and whether it is bold, italic and underlined."""
    found = []
    block = box.document().firstBlock()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for part in block.layout().formats():
            words = units[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le")
            look = part.format
            found.append((words, look.fontWeight() > QFont.Weight.Normal, look.fontItalic(), look.fontUnderline()))
        block = block.next()
    return found


MARK, BOLD, ITALIC, LINK = (False, False, False), (True, False, False), (False, True, False), (False, False, True)


# Pasting


@pytest.mark.parametrize("program", ["word", "google_docs", "libreoffice"])
def test_a_paste_from_a_word_processor_keeps_what_it_can(box: TextBox, program: str) -> None:
    told: list[str] = []
    box.edited.connect(told.append)
    paste(box, "plain", (CLIPBOARD / f"{program}.html").read_text(encoding="utf-8"))
    assert len(told) == 1, "a paste is one change"
    assert "**feel better** within *six" in box.text()
    assert "\n- Rest the **knee**\n    " in box.text()
    assert "](https://clinic.example/book" in box.text()
    assert "2018\\. We found \\*p\\*" in box.text()
    assert box.textCursor().atEnd()


def test_html_that_says_nothing_leaves_the_plain_words(box: TextBox) -> None:
    paste(box, "2018. We", "<div>" * 1_000 + "2018. We")
    assert box.text() == "2018\\. We"
    box.selectAll()
    paste(box, "words", "<img src='https://x.example/a.png'>")
    assert box.text() == "words"


def test_html_alone_can_be_pasted(box: TextBox) -> None:
    paste(box, "", "<p>a <b>b</b></p>")
    assert box.text() == "a **b**"


@pytest.mark.parametrize("name", ["Introduction", "Name"])
def test_a_picture_is_left_out_and_that_is_told_while_selected_words_stay(window: MainWindow, name: str) -> None:
    box = named(window.view.page_form, name, TextBox)
    before = box.text()
    box.setFocus()
    box.selectAll()
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QApplication.clipboard().setImage(picture)
    QTest.keyClick(box, Qt.Key.Key_V, CTRL)
    assert box.text() == before
    assert named(window, "Message", QLabel).text() == "The picture was left out: a text takes words alone."
    assert window.session.unsaved_places == ()


def test_pictures_and_links_of_a_web_page_that_have_no_place_are_told(window: MainWindow) -> None:
    box = named(window.view.page_form, "Introduction", TextBox)
    box.setFocus()
    box.selectAll()
    dot = "<img src='https://x.example/count' width=1 height=1>"
    html = f"<p><img src='a.png'>See <a href='/booking'>booking</a>, <a href='#top'>top</a>{dot}<img src='b.png'></p>"
    paste(box, "See booking, top", html)
    assert box.text().strip() == "See booking, top"
    assert named(window, "Message", QLabel).text() == (
        "2 pictures were left out: a text takes words alone."
        " 1 link was left out, as its address is not a whole one. Its words are there."
    )
    paste(box, "a", "<p><a href='https://x.example/'>a</a></p>")
    assert named(window, "Message", QLabel).text() == ""


@pytest.mark.parametrize(("kind", "text"), [(BoxKind.LINE, "a b c"), (BoxKind.LINES, "a b\nc")])
def test_a_plain_box_takes_the_words_of_a_list(qtbot: QtBot, kind: BoxKind, text: str) -> None:
    box = TextBox(kind)
    qtbot.addWidget(box)
    paste(box, "\u00b7\ta b\n\u00b7\tc", "<ul><li>a <b>b</b></li><li>c</li></ul>")
    assert box.text() == text


def test_what_is_copied_from_a_text_has_no_marks_elsewhere(box: TextBox, qtbot: QtBot) -> None:
    plain = TextBox(BoxKind.LINE)
    qtbot.addWidget(plain)
    box.show_text("**See a doctor** in 2018\\. We")
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_C, CTRL)
    QTest.keyClick(plain, Qt.Key.Key_V, CTRL)
    assert plain.text() == "See a doctor in 2018. We"


def test_what_cannot_be_done_is_said(box: TextBox) -> None:
    said: list[str] = []
    box.said.connect(said.append)
    assert box.markup is not None
    box.show_text("    computer text")
    box.selectAll()
    box.markup.switch_style(STRONG)
    box.markup.set_link("https://x.example")
    assert box.text() == "    computer text"
    assert [words.endswith("Nothing was changed.") for words in said] == [True, True]


# How it looks


def test_marks_are_faded_and_words_look_as_on_the_page(box: TextBox) -> None:
    box.show_text("\U00020bb7 **bold** *it* [page](/c) 2018\\. We\n\n- item\n- *more*")
    assert looks(box) == [
        ("**", *MARK),
        ("bold", *BOLD),
        ("**", *MARK),
        ("*", *MARK),
        ("it", *ITALIC),
        ("*", *MARK),
        ("[", *MARK),
        ("page", *LINK),
        ("](/c)", *MARK),
        ("\\", *MARK),
        ("- ", *MARK),
        ("- *", *MARK),
        ("more", *ITALIC),
        ("*", *MARK),
    ]


def test_marks_of_a_box_out_of_sight_are_shown_when_it_comes_in(qtbot: QtBot) -> None:
    area, box = QScrollArea(), TextBox(BoxKind.MARKDOWN)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addSpacing(2000)
    column.addWidget(box)
    area.setWidget(inside)
    area.resize(300, 300)
    stand(qtbot, area)
    box.show_text("A *b*")
    qtbot.wait(20)
    assert not looks(box)
    area.ensureWidgetVisible(box)
    qtbot.waitUntil(lambda: looks(box) == [("*", *MARK), ("b", *ITALIC), ("*", *MARK)])


def test_what_the_page_shows_as_it_is_looks_plain(box: TextBox) -> None:
    box.show_text("2 * 3 * 4, snake_case, a\\b\n- no list without a blank line before")
    assert looks(box) == []


def test_marks_follow_what_is_typed_across_lines(box: TextBox) -> None:
    box.show_text("**one\ntwo")
    assert looks(box) == []
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(box, "**")
    assert looks(box) == [("**", *MARK), ("one", *BOLD), ("two", *BOLD), ("**", *MARK)]
    for _ in range(2):
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert looks(box) == []


def test_marks_follow_the_palette(box: TextBox) -> None:
    box.show_text("**bold**")
    dark = QPalette(box.palette())
    dark.setColor(QPalette.ColorRole.Text, QColor("white"))
    dark.setColor(QPalette.ColorRole.Base, QColor("black"))
    box.setPalette(dark)
    parts = box.document().firstBlock().layout().formats()
    mark = parts[0].format.foreground().color()
    assert mark.red() == mark.green() == mark.blue() == round(0.36 * 255)


def test_a_word_being_composed_keeps_its_own_look_and_the_marks_come_back(box: TextBox) -> None:
    box.show_text("**bold** ")
    box.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(box, QInputMethodEvent("bei", []))
    QApplication.sendEvent(box, QInputMethodEvent("", []))
    assert ("bold", *BOLD) in looks(box)


def test_a_mark_is_no_change_of_the_text(box: TextBox) -> None:
    told: list[str] = []
    box.edited.connect(told.append)
    box.show_text("**a** *b*")
    box.show_text("**a** *c*")
    assert told == []


# Typed words that show as something else


def hint(box: TextBox) -> HintLine:
    assert box.markup is not None
    return box.markup.footer.hint


def click(box: TextBox, words: str) -> None:
    (button,) = [button for button in hint(box).findChildren(QPushButton) if button.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_hint_says_what_typed_words_show_as_and_keeps_them(box: TextBox) -> None:
    box.show()
    QTest.keyClicks(box, "2018.")
    assert hint(box).text() == ""
    height = box.height()
    QTest.keyClicks(box, " We")
    assert hint(box).text() == "“2018.” starts a numbered list here."
    assert hint(box).isVisible()
    assert box.height() > height
    click(box, "Keep as text")
    assert box.text() == "2018\\. We"
    assert hint(box).text() == ""
    assert box.height() == height
    QTest.keyClicks(box, " found")
    assert box.text() == "2018\\. We found"


def test_who_leaves_it_is_not_asked_again(box: TextBox) -> None:
    QTest.keyClicks(box, "we *p*")
    assert hint(box).text().startswith("“*p*” shows in italics")
    click(box, "Leave it")
    QTest.keyClicks(box, " here")
    assert hint(box).text() == ""
    assert box.text() == "we *p* here"


def test_lines_that_run_on_are_made_paragraphs(box: TextBox) -> None:
    box.show_text("one\n\nthree")
    box.moveCursor(QTextCursor.MoveOperation.Start)
    box.moveCursor(QTextCursor.MoveOperation.NextBlock)
    assert hint(box).text() == ""
    QTest.keyClicks(box, "two")
    assert hint(box).text() == "On the page this line goes on where the one above ends."
    click(box, "Start a paragraph")
    assert box.text() == "one\n\ntwo\nthree"


def test_what_comes_from_elsewhere_is_meant(box: TextBox) -> None:
    box.show_text("2018. We *p*")
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(box, " here")
    assert hint(box).text() == ""
    paste(box, "", "<ol start='2018'><li>We</ol>")
    assert hint(box).text() == ""
    QTest.keyClicks(box, " *q*")
    assert hint(box).text() != ""
    box.show_text("Another page's text")
    assert hint(box).text() == ""


def test_the_hint_can_be_reached_by_keyboard(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    box = TextBox(BoxKind.MARKDOWN)
    column.addWidget(box)
    stand(qtbot, window)
    box.setFocus()
    QTest.keyClicks(box, "# 7")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton) and focus.text() == "Keep as text"
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert box.text() == "\\# 7"
    qtbot.waitUntil(box.hasFocus)


# What it costs


def test_a_key_in_a_long_text_costs_little(box: TextBox) -> None:
    paragraph = "Pain in the **back**, hip or *knee* can start in [muscles](https://x.example), joints or nerves. "
    box.show_text("\n\n".join(paragraph * 3 for _ in range(400)))
    cursor = box.textCursor()
    cursor.setPosition(len(box.text()) // 2)
    box.setTextCursor(cursor)
    times = []
    for _ in range(30):
        started = time.thread_time()
        QTest.keyClicks(box, "x")
        times.append(time.thread_time() - started)
    assert min(times) < 0.04


@pytest.mark.parametrize(
    "text",
    [
        "<![CDATA[" * 1_000,
        "<div>" * 1_000,
        "[" * 5_000,
        "*a_" * 3_000,
        "> " * 5_000 + "x",
        "- " * 5_000 + "x",
        "`" * 5_000,
        "&#" * 3_000,
        "*" * (LONGEST - 1),
        "a " * LONGEST,
    ],
    ids=lambda text: text[:9],
)
def test_a_wild_text_is_shown_plain_and_at_once(box: TextBox, text: str) -> None:
    box.show_text("**warm up**")
    started = time.thread_time()
    box.show_text(text)
    assert time.thread_time() - started < 2
    assert box.text() == text

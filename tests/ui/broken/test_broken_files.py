"""A page that a web developer has broken: looked at, told to IT, and mended, with mouse and keys in the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QRadioButton
from pytestqt.qtbot import QtBot

from editor import __version__
from editor.content.condition_page import ConditionPage
from editor.session import SITE_PLACE, OpenFile, read_file
from editor.session.mending import Mending, mending_of
from editor.storage import ContentFolder, VersionHistory
from editor.ui.broken import file_help
from editor.ui.broken.file_box import FileBox
from editor.ui.broken.mending_box import MendingBox
from editor.ui.main_window import MainWindow
from editor.ui.pages.condition_list import ConditionList
from tests.ui.broken.boxes import ask_to_mend, break_file, no_box, opened, press, texts, words
from tests.ui.office import BACK, HEAD
from tests.ui.outside.colleague import NOTICED_MS
from tests.ui.records import named
from tests.ui.window import box, choose

Open = Callable[[Path], MainWindow]

GOOD_HEADING = b"heading: 'Headache, migraine and acupuncture'"
BAD_HEADING = b"heading: Headache: migraine and acupuncture"


def list_words(window: MainWindow, start: str) -> str:
    model = named(window, "Pages", ConditionList).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    (found,) = [index for index in rows if str(index.data()).lower().startswith(start.lower())]
    return str(found.data(Qt.ItemDataRole.AccessibleTextRole))


@pytest.fixture
def broken(sample_folder: Path) -> bytes:
    """The headache page with a colon that needs quotation marks."""
    return break_file(sample_folder, HEAD, GOOD_HEADING, BAD_HEADING)


def test_a_broken_page_is_mended_after_it_was_shown(
    open_window: Open, sample_folder: Path, broken: bytes, qtbot: QtBot
) -> None:
    window = open_window(sample_folder)
    choose(window, "headache")
    assert "Can't be read" in list_words(window, "headache")
    box_ = ask_to_mend(window, qtbot)
    assert texts(box_) == [BAD_HEADING.decode(), "heading: 'Headache: migraine and acupuncture'"]
    assert "Line 9:" in words(box_)
    assert "the version before is kept" in words(box_)
    assert (sample_folder / HEAD).read_bytes() == broken, "asked before anything is written"
    press(box_, "Mend and save")
    qtbot.waitUntil(lambda: window.session.is_editable(HEAD))
    mended = broken.replace(BAD_HEADING, b"heading: 'Headache: migraine and acupuncture'")
    assert (sample_folder / HEAD).read_bytes() == mended
    assert not window.view.problems.isVisible()
    assert "Published" in list_words(window, "Headache & Migraine")
    assert not window.session.unsaved_places
    history = VersionHistory()
    (version,) = history.versions(sample_folder, HEAD)
    assert history.read(version) == broken
    name = box(window, "Name")
    QTest.mouseClick(name.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClick(name, Qt.Key.Key_End)
    QTest.keyClicks(name, "s")
    assert window.session.is_unsaved(HEAD)
    qtbot.waitUntil(lambda: no_box(window))


def test_with_keys_alone_and_escape_leaves_the_file(
    open_window: Open, sample_folder: Path, broken: bytes, qtbot: QtBot
) -> None:
    window = open_window(sample_folder)
    choose(window, "headache")
    qtbot.waitUntil(window.view.problems.mend.isVisible)
    window.view.problems.mend.setFocus()
    QTest.keyClick(window.view.problems.mend, Qt.Key.Key_Space)
    QTest.keyClick(opened(window, MendingBox, qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: no_box(window))
    assert (sample_folder / HEAD).read_bytes() == broken
    QTest.keyClick(window.view.problems.mend, Qt.Key.Key_Space)
    QTest.keyClick(opened(window, MendingBox, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.is_editable(HEAD))
    qtbot.waitUntil(lambda: no_box(window))


@pytest.mark.usefixtures("broken")
def test_the_window_never_waits_for_a_mending_to_be_found(
    open_window: Open, sample_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def noted(file: OpenFile, chosen: Sequence[int] = ()) -> Mending | None:
        threads.append(threading.current_thread())
        return mending_of(file, chosen)

    monkeypatch.setattr(file_help, "mending_of", noted)
    line = b'name: "Back, Hip, Knee & Leg Pain"\n'
    break_file(sample_folder, BACK, line, line + b"name: Backs\n")
    window = open_window(sample_folder)
    for name, place in (("headache", HEAD), ("Back", BACK)):
        choose(window, name)
        box_ = ask_to_mend(window, qtbot)
        for button in box_.findChildren(QRadioButton):
            button.click()
        press(box_, "Mend and save")
        qtbot.waitUntil(lambda place=place: window.session.is_editable(place))
        qtbot.waitUntil(lambda: no_box(window))
    assert threads
    assert threading.main_thread() not in threads


def test_what_somebody_changed_meanwhile_is_not_written_over(
    open_window: Open, sample_folder: Path, broken: bytes, qtbot: QtBot
) -> None:
    window = open_window(sample_folder)
    choose(window, "headache")
    box_ = ask_to_mend(window, qtbot)
    (sample_folder / HEAD).write_bytes(broken + b"# I am at it\n")
    press(box_, "Mend and save")
    told = opened(window, QMessageBox, qtbot)
    assert "Somebody has changed this file meanwhile" in told.text()
    assert (sample_folder / HEAD).read_bytes() == broken + b"# I am at it\n"
    press(told, "Close")
    qtbot.waitUntil(lambda: no_box(window))
    press(ask_to_mend(window, qtbot), "Mend and save")  # of the file as it is now
    qtbot.waitUntil(lambda: window.session.is_editable(HEAD))
    assert (sample_folder / HEAD).read_bytes().endswith(b"# I am at it\n")
    qtbot.waitUntil(lambda: no_box(window))


@pytest.mark.parametrize("is_mended", [False, True])
def test_what_was_typed_while_it_was_mended_stays(
    open_window: Open, sample_folder: Path, broken: bytes, tmp_path: Path, qtbot: QtBot, *, is_mended: bool
) -> None:
    window = open_window(sample_folder)
    choose(window, "headache")
    session, good = window.session, broken.replace(BAD_HEADING, GOOD_HEADING)
    elsewhere = ContentFolder(tmp_path / "elsewhere")
    (elsewhere.root / HEAD).parent.mkdir(parents=True)
    (elsewhere.root / HEAD).write_bytes(good)
    box_ = ask_to_mend(window, qtbot)
    if not is_mended:
        (sample_folder / HEAD).write_bytes(good)
    press(box_, "Mend and save")
    session.receive(read_file(elsewhere, HEAD))  # as when somebody else's change is noticed meanwhile
    session.edit_page("Type", HEAD, type_words)
    if not is_mended:
        press(opened(window, QMessageBox, qtbot), "Close")
    qtbot.waitUntil(window.view.problems.mend.isEnabled)
    qtbot.waitUntil(lambda: no_box(window))
    page = session.page(HEAD)
    assert page is not None
    assert page.name == "Typed"


def type_words(page: ConditionPage) -> ConditionPage:
    return replace(page, name="Typed")


@pytest.mark.usefixtures("broken")
def test_a_file_that_cannot_be_written_is_told_and_stays(open_window: Open, sample_folder: Path, qtbot: QtBot) -> None:
    window = open_window(sample_folder)
    choose(window, "headache")
    box_ = ask_to_mend(window, qtbot)
    (sample_folder / HEAD).unlink()
    (sample_folder / HEAD).mkdir()
    press(box_, "Mend and save")
    told = opened(window, QMessageBox, qtbot)
    assert "The file was not mended." in told.text()
    assert "not an ordinary file" in told.text()
    press(told, "Close")
    qtbot.waitUntil(lambda: no_box(window))
    assert window.view.problems.mend.isEnabled()


def test_the_file_is_shown_with_its_line_and_cannot_be_changed(
    open_window: Open, sample_folder: Path, qtbot: QtBot
) -> None:
    path = sample_folder / HEAD
    lines = path.read_bytes().splitlines(keepends=True)
    lines[59:59] = [b"  x: [\r\n"]
    path.write_bytes(b"".join(lines))
    window = open_window(sample_folder)
    choose(window, "headache")
    (problem,) = window.session.files[HEAD].problems
    assert problem.line is not None
    press(window.view.problems, "Show the file...")
    shown = opened(window, FileBox, qtbot)
    assert shown.lines.toPlainText().splitlines() == b"".join(lines).decode().splitlines()
    assert shown.lines.marked_lines() == [problem.line]
    assert shown.lines.textCursor().blockNumber() + 1 == problem.line
    assert shown.lines.viewport().rect().contains(shown.lines.cursorRect().center()), "scrolled to"
    before = shown.lines.toPlainText()
    QTest.keyClicks(shown.lines, "abc")
    QTest.keyClick(shown.lines, Qt.Key.Key_Delete)
    assert shown.lines.toPlainText() == before
    press(shown, "Copy for IT")
    assert words(shown).count("Copied.") == 1
    assert f"Line {problem.line}:" in QGuiApplication.clipboard().text()
    press(shown, "Close")
    qtbot.waitUntil(lambda: no_box(window))
    assert path.read_bytes() == b"".join(lines)


@pytest.mark.usefixtures("broken")
def test_the_file_that_is_shown_is_copied_whatever_is_behind_it(
    open_window: Open, sample_folder: Path, qtbot: QtBot
) -> None:
    line = b'name: "Back, Hip, Knee & Leg Pain"\n'
    break_file(sample_folder, BACK, line, line + line)
    window = open_window(sample_folder)
    choose(window, "headache")
    press(window.view.problems, "Show the file...")
    shown = opened(window, FileBox, qtbot)
    window.view.problems.show_file(window.session.files[BACK])
    press(shown, "Copy for IT")
    copied = QGuiApplication.clipboard().text()
    assert str(sample_folder / HEAD) in copied
    assert "Copied." in words(shown)
    assert "Copied." in words(window.status)
    press(shown, "Close")
    qtbot.waitUntil(lambda: no_box(window))


def test_bytes_that_are_no_text_are_shown_too(open_window: Open, sample_folder: Path, qtbot: QtBot) -> None:
    (sample_folder / HEAD).write_bytes(b"name: A\n\xff\xfe\x00\x01\x07 PK\x81\n\x89PNG\r\n")
    window = open_window(sample_folder)
    choose(window, "headache")
    press(window.view.problems, "Show the file...")
    shown = opened(window, FileBox, qtbot)
    assert shown.lines.toPlainText().splitlines()[:2] == ["name: A", "\\xff\\xfe␀␁␇ PK\\x81"]
    assert shown.lines.marked_lines() == [2]
    press(shown, "Close")
    qtbot.waitUntil(lambda: no_box(window))


@pytest.mark.usefixtures("broken")
def test_what_it_needs_to_know_is_copied(open_window: Open, sample_folder: Path) -> None:
    window = open_window(sample_folder)
    choose(window, "headache")
    press(window.view.problems, "Copy for IT")
    copied = QGuiApplication.clipboard().text()
    assert str(sample_folder / HEAD) in copied
    assert "Line 9: A text with a colon and a space in it needs quotation marks." in copied
    assert ">  9 | heading: Headache: migraine and acupuncture" in copied
    assert "  10 | description: >" in copied
    assert __version__ in copied
    assert "Copied." in words(window.status)


def test_a_file_that_cannot_be_mended_says_whom_to_ask_and_what_can_be_done(
    open_window: Open, sample_folder: Path, qtbot: QtBot
) -> None:
    break_file(sample_folder, HEAD, GOOD_HEADING, b"heading: [")
    window = open_window(sample_folder)
    choose(window, "headache")
    with qtbot.waitSignal(window.view.problems.changed):
        choose(window, "Back")
        choose(window, "headache")
    told = window.view.problems.text()
    assert "Ask the person who looks after the website" in told
    assert "All other pages can be worked on" in told
    assert not window.view.problems.mend.isVisible()
    assert window.view.problems.copy.isVisible()


def test_the_shared_texts_are_mended_the_same_way(open_window: Open, sample_folder: Path, qtbot: QtBot) -> None:
    good = b'title_template: "{condition} and acupuncture research | Sample Street Chinese Medicine"'
    bad = good.replace(b'"', b"")
    break_file(sample_folder, SITE_PLACE, good, bad)
    window = open_window(sample_folder)
    choose(window, "Shared texts")
    assert "The shared texts can't be shown." in window.view.problems.text()
    press(ask_to_mend(window, qtbot), "Mend and save")
    qtbot.waitUntil(lambda: window.session.is_editable(SITE_PLACE))
    assert (window.session.site.title_template or "").startswith("{condition} and")
    assert not window.view.problems.isVisible()
    qtbot.waitUntil(lambda: no_box(window))


@pytest.mark.usefixtures("broken")
def test_another_page_chosen_meanwhile_is_offered_its_own_mending(
    open_window: Open, sample_folder: Path, qtbot: QtBot
) -> None:
    line = b'name: "Back, Hip, Knee & Leg Pain"\n'
    break_file(sample_folder, BACK, line, line + line)
    window = open_window(sample_folder)
    choose(window, "headache")
    choose(window, "Back")
    assert not window.view.problems.mend.isVisible()
    box_ = ask_to_mend(window, qtbot)
    assert BACK in box_.windowTitle()
    assert "This line goes." in words(box_)
    press(box_, "Mend and save")
    qtbot.waitUntil(lambda: window.session.is_editable(BACK))
    assert not window.session.is_editable(HEAD)
    qtbot.waitUntil(lambda: no_box(window))


@pytest.mark.parametrize("is_quicker", [False, True])
def test_words_not_saved_when_somebody_broke_the_file_are_there_after_mending(
    open_window: Open, sample_folder: Path, qtbot: QtBot, *, is_quicker: bool
) -> None:
    window = open_window(sample_folder)
    choose(window, "Headache")
    QTest.keyClicks(box(window, "Introduction"), "Mine. ")
    broken = break_file(sample_folder, HEAD, GOOD_HEADING, BAD_HEADING)
    with qtbot.waitSignal(window.following.said, timeout=NOTICED_MS):
        window.watching.look_soon()
    box_ = ask_to_mend(window, qtbot)
    if is_quicker:
        (sample_folder / HEAD).write_bytes(broken + b"# I am at it\n")
        press(box_, "Mend and save")
        press(opened(window, QMessageBox, qtbot), "Close")
        qtbot.waitUntil(lambda: no_box(window))
        box_ = ask_to_mend(window, qtbot)
    press(box_, "Mend and save")
    qtbot.waitUntil(lambda: window.session.is_editable(HEAD))
    page = window.session.page(HEAD)
    assert page is not None
    assert (page.intro or "").startswith("Mine. ")
    assert page.heading == "Headache: migraine and acupuncture"
    assert window.session.unsaved_places == (HEAD,)
    qtbot.waitUntil(lambda: no_box(window))

"""A page that a web developer has broken is explained, looked at, mended and edited, in the program itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from editor.ui.broken.file_box import FileBox
from editor.ui.broken.mending_box import MendingBox
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.journeys.content_under_git import git, put_under_git
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import button, click, press, quit_program, replace_with, row_at, save
from tests.journeys.in_sight import (
    application,
    message,
    named,
    nothing_is_unsaved,
    page_text,
    rows,
    stands,
    the_window,
    window_comes,
    words_in_sight,
)
from tests.journeys.sending import send_on

FILE = "conditions/headache-and-migraine.yaml"
GOOD = b"heading: 'Headache, migraine and acupuncture'\r\n"
BAD = b"heading: Headache: migraine and acupuncture\r\nx_layout:\r\n\twidth: wide\r\n"
MENDED = b"heading: 'Headache: migraine and acupuncture'\r\nx_layout:\r\n    width: wide\r\n"


def mend() -> Journey:
    """Read what is wrong, show the file, copy it for IT, mend the page, and change its name."""
    yield from stands()
    (broken,) = [row for row in rows("Pages") if row.startswith("headache-and-migraine")]
    assert "Can't be read" in broken
    click(*row_at("Pages", "headache-and-migraine"))
    problems = the_window().view.problems
    assert "Line 9: A text with a colon and a space in it needs quotation marks." in problems.text()
    click(button("Show the file..."))
    yield from window_comes(FileBox)
    press(Qt.Key.Key_Escape)
    click(button("Copy for IT"))
    assert message().startswith("Copied.")
    assert ">  9 | heading: Headache: migraine and acupuncture" in QGuiApplication.clipboard().text()
    click(button("Mend it..."))
    yield from window_comes(MendingBox)
    box = application().activeModalWidget()
    assert box is not None
    assert "Line 9: Quotation marks are put around the text." in words_in_sight(box)
    assert "the version before is kept" in words_in_sight(box)
    mended = the_window().broken.mended
    click(button("Mend and save"))
    yield Until(mended, can_be_edited)
    assert message() == "Headache & Migraine is mended and saved. The version before is kept."
    text = yield from page_text()
    assert "Headache: migraine and acupuncture" in text
    assert nothing_is_unsaved()
    yield from window_comes(MainWindow)
    click(named("Name", TextBox))
    replace_with("Headaches")
    yield from save()
    quit_program()


def can_be_edited() -> bool:
    return the_window().session.is_editable(FILE)


def test_a_page_broken_by_a_web_developer_is_mended(sample_folder: Path) -> None:
    path = sample_folder / FILE
    broken = path.read_bytes().replace(GOOD, BAD)
    path.write_bytes(broken)
    put_under_git(sample_folder)
    send_on(mend, sample_folder)
    after = broken.replace(BAD, MENDED).replace(b"name: Headache & Migraine", b"name: Headaches")
    assert path.read_bytes() == after
    assert git(sample_folder, "status", "--porcelain").split() == ["M", FILE]

"""The first start ends in the sample; the next one begins where that one left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from editor.ui.forms.text_box import TextBox
from editor.ui.starting.offers import OfferWindow
from tests.conftest import ROOT
from tests.journeys.driver import Journey
from tests.journeys.hands import click, go_to_view, press, quit_program, row_at
from tests.journeys.in_sight import (
    named,
    page_text,
    rows,
    stands,
    the_window,
    view_in_sight,
    window_comes,
    windows,
    words_in_sight,
)
from tests.journeys.sending import send_on

ALL_THERE_IS = [
    "Shared texts",
    "Back",
    "Digestive Complaints",
    "Hay Fever & Asthma",
    "Headache & Migraine",
    "Neck & Shoulder Pain",
    "Parkinson's Disease",
    "Stress",
    "Support During Cancer Care",
    "Women's Health",
]
"""In the list of pages, each up to its first comma."""
STUDY = "Acupuncture in migraine prophylaxis in Czech patients: an open-label randomized controlled trial"


def try_the_sample() -> Journey:
    """Be welcomed, take the sample, go to a study of another page, leave."""
    yield from window_comes(OfferWindow)
    (welcome,) = windows(OfferWindow)
    assert "Welcome to Clinic Page Editor" in words_in_sight(welcome)
    click(named("Try it with sample pages", QPushButton))
    yield from stands()
    assert windows(OfferWindow) == []
    assert [row.partition(",")[0] for row in rows("Pages")] == ALL_THERE_IS
    click(*row_at("Pages", "Headache"))
    go_to_view("Studies")
    press(Qt.Key.Key_Down)
    assert named("Title", TextBox).text() == STUDY
    quit_program()


def start_again() -> Journey:
    """Be where one was, without being asked."""
    yield from stands()
    assert windows(OfferWindow) == []
    assert the_window().windowTitle().startswith("Headache & Migraine")
    assert view_in_sight() == "Studies (5)"
    assert named("Title", TextBox).text() == STUDY
    text = yield from page_text()
    assert STUDY in text
    quit_program()


def test_the_sample_is_tried_and_found_again_at_the_next_start(own_user_folders: Path) -> None:
    send_on(try_the_sample)
    copy = own_user_folders / "Documents" / "Clinic pages (sample)"
    assert files(copy) == files(ROOT / "sample_content")
    send_on(start_again)
    assert files(copy) == files(ROOT / "sample_content")


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

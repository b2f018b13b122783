"""Duplicating a page and filling the copy: the file is right, the first page untouched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView

from editor.ui.forms.text_box import TextBox
from tests.journeys.content_under_git import INTRO_LINE, git
from tests.journeys.driver import Journey
from tests.journeys.hands import (
    CTRL,
    RIGHT,
    SHIFT,
    button,
    choose_in_menu,
    click,
    press,
    quit_program,
    replace_with,
    row_at,
    save,
    type_words,
)
from tests.journeys.in_sight import (
    assert_keyboard_is_in,
    links,
    message,
    named,
    page_text,
    rows,
    stands,
    the_window,
    view_in_sight,
)
from tests.journeys.sending import send_on

FIRST = "Back, Hip, Knee & Leg Pain"
NAME = "Neck Pain"
INTRO = "Neck pain often eases with time."
STUDY = "Acupuncture for neck disorders"
LINK = "https://journals.example/neck"
SAVED = f"""\
name: {NAME}
status: draft
intro: |
  {INTRO}
insights: |
  The reviews on this page look at disc, knee, nerve, joint and heel pain. \
Most of them lean towards acupuncture, *but nearly all add a warning*: \
many trials were small or weak, and results differed from trial to trial.

  None of them is about the hip alone. One looks at osteoarthritis in general.
studies:
  - date: '2024-05'
    title: {STUDY}
    url: {LINK}
"""


def duplicate_and_fill() -> Journey:
    """Duplicate a page from the list's menu, name the copy, give it an introduction and a study, save."""
    yield from stands()
    click(*row_at("Pages", FIRST), RIGHT)
    choose_in_menu("Duplicate page")
    name = named(f"Name of the copy of “{FIRST}”", QLineEdit)
    assert_keyboard_is_in(name)
    type_words(NAME)  # in place of the first page's name, which is marked
    assert name.text() == NAME
    click(button("Create copy"))
    assert "draft with the same wording and without studies" in message()
    assert the_window().windowTitle().startswith(f"{NAME}[*]")
    assert any(row.startswith(f"{NAME}, Draft") for row in rows("Pages")), rows("Pages")
    text = yield from page_text()
    assert INTRO_LINE.strip() in text
    assert "Tang S, Mo Z, Zhang R" not in text

    click(named("Introduction", TextBox))
    replace_with(INTRO)
    text = yield from page_text()
    assert INTRO in text
    assert INTRO_LINE.strip() not in text

    yield from fill_a_study()
    yield from save()
    quit_program()


def fill_a_study() -> Journey:
    """Add the page's first study, with title, date and link."""
    press(Qt.Key.Key_A, CTRL | SHIFT)  # from among the texts
    assert view_in_sight() == "Studies (1)"
    type_words(STUDY)
    click(named("Date", TextBox))
    type_words("2024-05")
    click(named("Link", TextBox))
    type_words(LINK)
    assert named("Studies", QTableView).model().rowCount() == 1
    text = yield from page_text()
    assert STUDY in text
    assert "2024, May" in text
    led = yield from links()
    assert led[f"Read the article: {STUDY}"] == LINK


def look_at_the_copy() -> Journey:
    """Find the copy, at which one left, as it was saved."""
    yield from stands()
    assert the_window().windowTitle().startswith(f"{NAME}[*]")
    text = yield from page_text()
    assert INTRO in text
    assert STUDY in text
    quit_program()


def test_a_copy_of_a_page_is_filled_and_the_first_page_untouched(tracked_folder: Path) -> None:
    send_on(duplicate_and_fill, tracked_folder)
    assert git(tracked_folder, "status", "--porcelain", "-uall") == "?? conditions/neck-pain.yaml\n"
    assert (tracked_folder / "conditions" / "neck-pain.yaml").read_text(encoding="utf-8") == SAVED
    send_on(look_at_the_copy, tracked_folder)
    assert git(tracked_folder, "status", "--porcelain", "-uall") == "?? conditions/neck-pain.yaml\n"

"""A page's form where it shares its texts: locked, unlocked, and with words of the page's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from editor.content.fields import SITE_FIELDS, field_named
from editor.content.page_texts import page_texts
from tests.ui.forms.page_desk import BACK, DIFFER, HEAD, INVITED, UNLOCK, Desk, boxes
from tests.ui.records import named


def test_the_number_of_pages_is_true_for_each_text(desk: Desk) -> None:
    names = [button.accessibleName() for button in desk.form.findChildren(QAbstractButton) if button.isVisible()]
    assert "Research heading: " + UNLOCK.format(3) in names
    assert "Research introduction: " + UNLOCK.format(2) in names
    assert "Disclaimers: " + UNLOCK.format(3) in names
    assert f"Research heading: {DIFFER}" in names
    assert f"Disclaimers: {DIFFER}" not in names


def test_unlocking_opens_the_sites_text_and_locking_closes_it(desk: Desk) -> None:
    before = len(boxes(desk.form))
    desk.press("Disclaimers: " + UNLOCK.format(3))
    box = desk.box("Disclaimers")
    assert box.hasFocus()
    assert "You are changing all 3 pages." in desk.words()
    assert len(boxes(desk.form)) == before + 1
    QTest.keyClicks(box, "Please: ")
    assert (desk.session.site.research.disclaimers or ("",))[0].startswith("Please: Research describes")
    assert desk.session.unsaved_places == ("site.yaml",)
    desk.press("Disclaimers: Lock")
    assert len(boxes(desk.form)) == before
    assert desk.form.focusWidget() is named(desk.form, "Disclaimers: " + UNLOCK.format(3), QAbstractButton)
    assert any(words.startswith("Please: Research describes") for words in desk.words())


def test_an_unlocked_text_says_which_pages_it_does_not_change(desk: Desk) -> None:
    desk.press("Research introduction: " + UNLOCK.format(2))
    assert "You are changing 2 pages. 1 page uses words of its own: “Headache & Migraine”." in desk.words()
    assert "{condition_in_text}" in desk.box("Research introduction").text()


def test_on_another_page_everything_is_locked_again(desk: Desk) -> None:
    desk.press("Research heading: " + UNLOCK.format(3))
    desk.editing.choose(HEAD)
    assert "Research heading" not in [box.accessibleName() for box in boxes(desk.form)]
    desk.editing.choose(BACK)
    assert "Research heading" not in [box.accessibleName() for box in boxes(desk.form)]


def test_a_page_with_words_of_its_own_says_so_and_shows_the_shared_ones(desk: Desk) -> None:
    desk.editing.choose(HEAD)
    box = desk.box("Research introduction, this page only")
    assert box.text().startswith("Two questions matter")
    (note,) = [words for words in desk.words() if words.startswith("Different") and "Researchers" in words]
    assert "Researchers have tested acupuncture for headache and migraine in clinical trials." in note


def test_other_words_on_one_page_and_back_are_one_step_each(desk: Desk) -> None:
    before = desk.page
    shown = page_texts(desk.session.site, before)
    desk.press(f"Research introduction: {DIFFER}")
    box = desk.box("Research introduction, this page only")
    assert box.hasFocus()
    assert box.text() == shown.research_lead
    assert page_texts(desk.session.site, desk.page) == shown
    desk.press("Research introduction: Use the shared words again")
    assert desk.page == before
    assert not [box for box in boxes(desk.form) if "this page only" in box.accessibleName()]
    step = desk.session.history.next_undo
    assert step is not None
    assert step.label == "shared words for Research introduction in Back, Hip, Knee & Leg Pain"
    desk.editing.undo()
    assert desk.page.research.lead == shown.research_lead
    desk.editing.undo()
    assert desk.page == before
    assert desk.session.history.next_undo is None
    assert not [box for box in boxes(desk.form) if "this page only" in box.accessibleName()]


@pytest.mark.parametrize("text", ["Research heading", "Research introduction"])
def test_other_words_typed_on_one_page_take_the_place_of_the_shared_ones(desk: Desk, text: str) -> None:
    desk.press(f"{text}: {DIFFER}")
    assert INVITED in desk.words()
    assert not [words for words in desk.words() if words.startswith("Different")]
    box = desk.box(f"{text}, this page only")
    QTest.keyClicks(box, "What we know")
    assert box.text() == "What we know"
    assert INVITED not in desk.words()
    assert any(words.startswith("Different on this page. The shared words are: ") for words in desk.words())


def test_own_words_can_be_emptied_and_typed_anew(desk: Desk) -> None:
    desk.press(f"Research heading: {DIFFER}")
    box = desk.box("Research heading, this page only")
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert box.isVisible()
    assert box.hasFocus()
    assert not desk.page.research.heading
    assert any(words.startswith("While this is empty, the page shows the shared words") for words in desk.words())
    QTest.keyClicks(box, "New")
    assert desk.page.research.heading == "New"
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    desk.press("Research heading: Use the shared words again")
    assert not box.isVisible()


def test_own_words_can_begin_where_the_site_says_nothing(desk: Desk) -> None:
    heading = field_named(SITE_FIELDS, "research.heading")
    desk.session.edit_site("empty", lambda site: heading.set_text(site, ""))
    assert "Nothing is written here yet." in desk.words()
    desk.press(f"Research heading: {DIFFER}")
    QTest.keyClicks(desk.box("Research heading, this page only"), "Mine")
    assert desk.page.research.heading == "Mine"


def test_undo_of_a_shared_text_keeps_the_keyboard_in_the_form(desk: Desk) -> None:
    desk.press(f"Research heading: {DIFFER}")
    desk.editing.undo()
    focus = desk.form.focusWidget()
    assert focus is named(desk.form, "Research heading: " + UNLOCK.format(3), QAbstractButton)

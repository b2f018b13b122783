"""A page's form: the page's own texts and those that it shares, in the page's order."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, field_named
from editor.content.page_texts import page_texts
from editor.content.shared_on_page import SHARED_TEXTS
from tests.ui.forms.page_desk import BACK, DIFFER, HEAD, UNLOCK, Desk
from tests.ui.records import named, stand


def test_shared_texts_stand_in_the_form_as_the_page_shows_them(desk: Desk) -> None:
    texts = page_texts(desk.session.site, desk.page)
    shown = desk.words()
    for words in (
        texts.heading,
        texts.research_heading,
        texts.research_lead,
        "\n\n".join(texts.disclaimers),
        texts.references_heading,
        "\n\n".join(texts.references_lead),
        texts.quotation_text.strip(),
    ):
        assert words in shown
    assert "Would you like to talk it over first? Ask a question or arrange a visit." in shown


def test_what_is_typed_follows_in_the_locked_texts(desk: Desk) -> None:
    QTest.keyClicks(desk.box("Name in a sentence"), "sore ")
    assert any("acupuncture for sore back, hip" in words for words in desk.words())


def test_the_keyboard_comes_back_to_a_box_that_is_still_there(desk: Desk) -> None:
    desk.box("Introduction").setFocus()
    desk.form.take_keyboard()
    assert desk.box("Introduction").hasFocus()
    desk.press("Disclaimers: " + UNLOCK.format(3))
    disclaimers = desk.box("Disclaimers")
    (heading,) = [found for found in desk.form.findChildren(QAbstractButton) if found.text() == "What research says"]
    heading.click()
    assert not disclaimers.isVisible()
    desk.form.take_keyboard()
    focus = desk.form.focusWidget()
    assert focus is not None
    assert focus.isVisible()


def test_every_field_of_a_page_has_its_place(desk: Desk) -> None:
    own = {shared.own_field.name for shared in SHARED_TEXTS if shared.own_field is not None}
    assert {*desk.form.rows, *own} == {field.name for field in PAGE_FIELDS}


def test_groups_stay_as_they_were_opened_on_every_page(desk: Desk) -> None:
    assert not desk.form.rows["description"].body.isVisible()
    heading = next(button for button in desk.form.findChildren(QAbstractButton) if "addresses" in button.text())
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert desk.form.rows["description"].body.isVisible()
    desk.editing.choose(HEAD)
    assert desk.form.rows["description"].body.isVisible()


def test_a_field_in_a_closed_group_is_brought_into_sight(desk: Desk) -> None:
    field = field_named(PAGE_FIELDS, "old_slugs")
    desk.form.bring(field)
    body = desk.form.rows["old_slugs"].body
    assert body.isVisible()
    assert not body.visibleRegion().isEmpty()
    desk.form.bring(field_named(PAGE_FIELDS, "heading"))
    assert not desk.form.shared["heading_template"].visibleRegion().isEmpty()
    desk.form.bring(field_named(SITE_FIELDS, "quotation.text"))
    assert not desk.form.shared["quotation.text"].visibleRegion().isEmpty()


def test_a_page_that_says_nothing_invites_to_begin(qtbot: QtBot, folder: Path) -> None:
    (folder / "conditions" / "new.yaml").write_bytes(b"")
    desk = Desk(folder)
    stand(qtbot, desk.form)
    desk.editing.choose("conditions/new.yaml")
    (invitation,) = [words for words in desk.words() if words.startswith("Nothing stands on this page yet.")]
    assert "Begin with its name" in invitation
    assert "choose Draft" in invitation
    QTest.keyClicks(desk.box("Introduction"), "H")
    assert not [words for words in desk.words() if words.startswith("Nothing stands")]


def test_a_page_that_may_not_be_changed_takes_no_keys_and_offers_no_other_words(qtbot: QtBot, folder: Path) -> None:
    (folder / "conditions" / "hip.yaml").write_text("name: Hip\nname: Hips\nintro: Hm.\n", encoding="utf-8")
    desk = Desk(folder)
    stand(qtbot, desk.form)
    desk.editing.choose("conditions/hip.yaml")
    QTest.keyClicks(desk.box("Introduction"), "x")
    assert desk.box("Introduction").text() == "Hm."
    names = [button.accessibleName() for button in desk.form.findChildren(QAbstractButton) if button.isVisible()]
    assert not [name for name in names if DIFFER in name]


def test_shared_texts_that_cannot_be_read_are_said_to_be_missing(qtbot: QtBot, folder: Path) -> None:
    (folder / "site.yaml").write_text("research: [\n", encoding="utf-8")
    desk = Desk(folder)
    stand(qtbot, desk.form)
    desk.editing.choose(HEAD)
    (notice,) = [words for words in desk.words() if words.startswith("The shared texts can't be shown")]
    assert "disclaimers" in notice
    assert "preview" in notice
    names = [button.accessibleName() for button in desk.form.findChildren(QAbstractButton) if button.isVisible()]
    assert not [name for name in names if "Unlock" in name or DIFFER in name]
    assert desk.box("Research introduction, this page only").text().startswith("Two questions")
    QTest.keyClicks(desk.box("Introduction"), "x")
    assert (desk.page.intro or "").startswith("x")


def test_the_way_to_what_is_wrong_with_the_shared_texts_is_a_button(qtbot: QtBot, folder: Path) -> None:
    (folder / "site.yaml").write_text("research: [\n", encoding="utf-8")
    desk = Desk(folder)
    stand(qtbot, desk.form)
    desk.editing.choose(HEAD)
    desk.editing.went.disconnect(desk.arrive)
    (button,) = [found for found in desk.form.findChildren(QPushButton) if found.text() == "See what is wrong"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.editing.place == "site.yaml"


def test_shared_texts_that_may_not_be_changed_are_read_and_say_why(qtbot: QtBot, folder: Path) -> None:
    text = (folder / "site.yaml").read_text(encoding="utf-8")
    (folder / "site.yaml").write_text(text + "\nname: Twice\n", encoding="utf-8")
    desk = Desk(folder)
    stand(qtbot, desk.form)
    desk.editing.choose(BACK)
    unlock = named(desk.form, "Research heading: " + UNLOCK.format(3), QAbstractButton)
    assert not unlock.isEnabled()
    assert "until their file is mended" in unlock.toolTip()
    assert "What researchers have found so far" in desk.words()

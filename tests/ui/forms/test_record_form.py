"""The forms of a page, the site and a study: field rows in groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field, field_named
from editor.content.site import Site
from editor.content.study import Study
from editor.ui.forms.choice_box import ChoiceBox
from editor.ui.forms.field_group import Group
from editor.ui.forms.layouts import SITE_GROUPS, STUDY_GROUPS, site_form, study_card
from editor.ui.forms.page_form import PageForm
from editor.ui.forms.record_form import RecordForm
from editor.ui.forms.text_box import LEAST_HEIGHT, TextBox
from tests.ui.records import named


@pytest.fixture
def form(qtbot: QtBot) -> RecordForm[ConditionPage]:
    form = PageForm()
    qtbot.addWidget(form)
    form.resize(600, 700)
    form.show()
    return form


class Desk:
    """Keeps a page as the session does: each edit makes a new one, which is shown again."""

    def __init__(self, form: RecordForm[ConditionPage], page: ConditionPage) -> None:
        self.form, self.page = form, page
        form.edited.connect(self.edit)
        form.show_record(page, editable=True)
        form.to_top()

    def edit(self, field: Field, text: str) -> None:
        self.page = field.set_text(self.page, text)
        self.form.show_record(self.page, editable=True)


@pytest.mark.parametrize(("groups", "fields"), [(SITE_GROUPS, SITE_FIELDS), (STUDY_GROUPS, STUDY_FIELDS)])
def test_every_field_stands_in_its_form_once(groups: tuple[Group, ...], fields: tuple[Field, ...]) -> None:
    shown = [name for group in groups for line in group.lines for name in line]
    assert sorted(shown) == sorted(field.name for field in fields)


@pytest.mark.parametrize(("make", "fields"), [(site_form, SITE_FIELDS), (study_card, STUDY_FIELDS)])
def test_every_input_has_a_name_and_help_and_room_for_a_finger(
    qtbot: QtBot, make: Callable[[], RecordForm[Any]], fields: tuple[Field, ...]
) -> None:
    form = make()
    qtbot.addWidget(form)
    assert len(form.rows) == len(fields)
    inputs = [*form.findChildren(QPlainTextEdit), *form.findChildren(QComboBox)]
    assert sorted(box.accessibleName() for box in inputs) == sorted(field.label for field in fields)
    assert all(box.accessibleDescription() for box in inputs)
    assert all(max(box.minimumHeight(), box.height()) >= LEAST_HEIGHT for box in inputs)
    assert all(heading.minimumHeight() >= LEAST_HEIGHT for heading in form.findChildren(QToolButton))


def test_typing_in_a_box_changes_its_field(form: RecordForm[ConditionPage]) -> None:
    desk = Desk(form, ConditionPage("pain", name="Pain", intro="Hurts."))
    QTest.keyClicks(named(form, "Name", TextBox), "Back ")
    assert desk.page == ConditionPage("pain", name="Back Pain", intro="Hurts.")


def test_choosing_a_status_changes_it(form: RecordForm[ConditionPage]) -> None:
    desk = Desk(form, ConditionPage("pain"))
    QTest.keyClick(named(form, "Status", ChoiceBox), Qt.Key.Key_Down)
    assert desk.page.status == "draft"


def test_an_empty_line_typed_in_a_list_stays_until_it_is_filled(form: RecordForm[ConditionPage]) -> None:
    desk = Desk(form, ConditionPage("pain", aliases=("sciatica",)))
    box = named(form, "Other names", TextBox)
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.toPlainText(), desk.page.aliases) == ("sciatica\n", ("sciatica",))
    QTest.keyClicks(box, "sore knees")
    assert desk.page.aliases == ("sciatica", "sore knees")


def test_what_changes_elsewhere_is_shown_and_the_rest_left_alone(form: RecordForm[ConditionPage]) -> None:
    page = ConditionPage("pain", name="Pain", intro="Hurts.")
    form.show_record(page, editable=True)
    intro = named(form, "Introduction", TextBox)
    intro.selectAll()
    form.show_record(field_named(PAGE_FIELDS, "name").set_text(page, "Ache"), editable=True)
    assert named(form, "Name", TextBox).text() == "Ache"
    assert intro.textCursor().hasSelection()


def test_a_page_that_may_not_be_changed_takes_no_keys(form: RecordForm[ConditionPage]) -> None:
    form.show_record(ConditionPage("pain", name="Pain"), editable=False)
    box = named(form, "Name", TextBox)
    QTest.keyClicks(box, "x")
    assert box.text() == "Pain"
    assert not named(form, "Status", ChoiceBox).isEnabled()


def test_a_list_that_no_box_can_hold_is_shown_with_the_reason(qtbot: QtBot) -> None:
    form = site_form()
    qtbot.addWidget(form)
    form.show()
    site = field_named(SITE_FIELDS, "research.disclaimers").set(Site(), ("One.\n\nStill one.", "Two."))
    form.show_record(site, editable=True)
    box = named(form, "Disclaimers", TextBox)
    assert box.isReadOnly()
    row = box.parentWidget()
    assert row is not None
    assert any("blank lines" in label.text() for label in row.findChildren(QLabel) if not label.isHidden())
    assert not named(form, "Research heading", TextBox).isReadOnly()


def test_further_groups_open_when_asked_to(form: RecordForm[ConditionPage]) -> None:
    form.show_record(ConditionPage("pain"), editable=True)
    box: QWidget = named(form, "Description", TextBox)
    assert not box.isVisible()
    (heading,) = [found for found in form.findChildren(QToolButton) if found.text() == "Search engines and addresses"]
    assert heading.accessibleDescription() == "Closed"
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert box.isVisible()
    assert heading.accessibleDescription() == "Open"
    QTest.keyClick(heading, Qt.Key.Key_Space)
    assert not box.isVisible()


def test_a_note_stands_below_its_box(qtbot: QtBot) -> None:
    form = site_form()
    qtbot.addWidget(form)
    form.show_record(Site(), editable=True)
    form.show_notes({"research.heading": "2 pages use words of their own."})
    notes = {
        name for name, row in form.rows.items() for label in row.body.findChildren(QLabel) if "2 pages" in label.text()
    }
    assert notes == {"research.heading"}
    form.show_notes({})
    assert not [label for label in form.findChildren(QLabel) if "2 pages" in label.text()]


def test_a_study_card_shows_every_text(qtbot: QtBot) -> None:
    card = study_card()
    qtbot.addWidget(card)
    assert not card.findChildren(TextBox)  # nobody has seen it yet
    texts = {field.name: f"the {field.name}" for field in STUDY_FIELDS}
    card.show_record(Study(**texts), editable=True)
    card.show()
    boxes = card.findChildren(TextBox)
    shown = {box.text() for box in boxes} | {named(card, "Kind of study", ChoiceBox).text()}
    assert shown == set(texts.values())


def test_a_form_that_is_made_when_it_is_seen_first_has_each_cursor_at_the_beginning(qtbot: QtBot) -> None:
    form = PageForm()
    qtbot.addWidget(form)
    form.show_record(ConditionPage("knee", intro="Words."), editable=True)
    form.begin_anew()
    assert not form.is_made
    form.show()
    box = form.rows["intro"].box
    assert isinstance(box, TextBox)
    assert (box.text(), box.textCursor().position()) == ("Words.", 0)

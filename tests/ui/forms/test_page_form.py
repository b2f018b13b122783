"""A page's form: the page's own texts and those that it shares, in the page's order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, field_named
from editor.content.page_texts import page_texts
from editor.content.shared_on_page import SHARED_TEXTS
from editor.session import Session
from editor.ui.editing import Editing
from editor.ui.forms.page_form import PageForm
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.shared_texts import shared_texts
from editor.ui.forms.text_box import LEAST_HEIGHT, TextBox
from editor.ui.page_edits import PageEdits
from editor.ui.panes import LEAST_PAGE
from tests.ui.records import named, stand

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"
CTRL = Qt.KeyboardModifier.ControlModifier
UNLOCK = "Unlock: this changes {} pages"
INVITED = "Type the words for this page. The other pages keep the shared words."
DIFFER = "use other words on this page only"


class Desk:
    """The form on a session, as the window has it."""

    def __init__(self, folder: Path) -> None:
        self.session = Session.open(folder)
        self.editing = Editing(self.session)
        self.form = PageForm()
        self.edits = PageEdits(self.editing, self.form, lambda: date(2026, 11, 23))
        self.form.offer(QAction("Go to the studies", self.form), QAction("Mark as reviewed today", self.form))
        self.session.watch(self.show)
        self.editing.went.connect(self.arrive)

    def show(self) -> None:
        assert self.editing.page is not None
        texts = shared_texts(self.session, self.editing.shared_uses.now())
        self.form.show_page(self.editing.page, texts, editable=self.editing.is_editable)

    def arrive(self) -> None:
        self.show()
        self.form.lock()
        self.form.begin_anew()

    @property
    def page(self) -> ConditionPage:
        assert self.editing.page is not None
        return self.editing.page

    def press(self, name: str) -> None:
        """Click a button by the name that a screen reader says."""
        button = named(self.form, name, QAbstractButton)
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def box(self, name: str) -> TextBox:
        (found,) = [box for box in boxes(self.form) if box.accessibleName() == name]
        return found

    def words(self) -> list[str]:
        """All words in labels that are in sight."""
        return [label.text() for label in self.form.findChildren(QLabel) if label.isVisible() and label.text()]


def boxes(form: QWidget) -> list[TextBox]:
    return [box for box in form.findChildren(TextBox) if box.isVisible()]


@pytest.fixture
def folder(sample_folder: Path) -> Path:
    (sample_folder / "conditions" / "knee.yaml").write_text("name: Knee\nintro: It bends.\n", encoding="utf-8")
    return sample_folder


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Desk:
    desk = Desk(folder)
    desk.form.resize(560, 700)
    stand(qtbot, desk.form)
    desk.editing.choose(BACK)
    return desk


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


def test_the_form_reads_in_the_order_of_the_page(desk: Desk) -> None:
    wanted = ["Heading", "Introduction", "Research heading", "Research introduction", "Research insights"]
    wanted += ["Invitation to book", "Disclaimers", "References heading", "References introduction", "Quotation"]
    tops = {
        label.text(): label.mapTo(desk.form.widget(), label.rect().topLeft()).y()
        for label in desk.form.findChildren(QLabel)
        if label.text() in wanted and label.isVisible()
    }
    assert sorted(tops, key=lambda name: tops[name]) == wanted


def test_what_is_typed_follows_in_the_locked_texts(desk: Desk) -> None:
    QTest.keyClicks(desk.box("Name in a sentence"), "sore ")
    assert any("acupuncture for sore back, hip" in words for words in desk.words())


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


def test_tab_goes_down_the_form_through_locked_texts_and_back(desk: Desk) -> None:
    desk.press("Research heading: " + UNLOCK.format(3))
    desk.box("Name").setFocus()
    seen: list[QWidget] = []
    focus = desk.form.focusWidget()
    while focus is not None and focus not in seen:
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = desk.form.focusWidget()
    tops = [_corner(desk.form, widget) for widget in seen]
    assert tops == sorted(tops)
    reachable = set(boxes(desk.form)) | {
        button for button in desk.form.findChildren(QAbstractButton) if button.isVisible() and button.isEnabled()
    }
    assert reachable <= set(seen)
    QTest.keyClick(seen[0], Qt.Key.Key_Backtab)
    assert desk.form.focusWidget() is seen[-1]


def _corner(form: PageForm, widget: QWidget) -> tuple[int, int]:
    at = widget.mapTo(form.widget(), widget.rect().topLeft())
    return at.y(), at.x()


def test_everything_has_a_name_help_and_room_for_a_finger(desk: Desk) -> None:
    for shared in SHARED_TEXTS:
        desk.form.shared[shared.name].unlock()
    desk.editing.choose(HEAD)
    inputs = [*desk.form.findChildren(QPlainTextEdit), *desk.form.findChildren(QComboBox)]
    assert len(inputs) > len(SHARED_TEXTS) + 10
    assert all(box.accessibleName() and box.accessibleDescription() for box in inputs)
    buttons = [button for button in desk.form.findChildren(QAbstractButton) if button.isVisible()]
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert [button.text() for button in buttons if button.height() < LEAST_HEIGHT] == []
    names = [button.accessibleName() for button in buttons if button.accessibleName()]
    assert len(set(names)) == len(names)


def test_every_field_of_a_page_has_its_place(desk: Desk) -> None:
    own = {shared.own_field.name for shared in SHARED_TEXTS if shared.own_field is not None}
    assert {*desk.form.rows, *own} == {field.name for field in PAGE_FIELDS}


def test_boxes_side_by_side_begin_at_one_height_whatever_their_help(desk: Desk) -> None:
    for width in (460, 560, 900):
        desk.form.resize(width, 700)
        one, other = desk.box("Last reviewed"), desk.box("Next review")
        assert _corner(desk.form, one)[0] == _corner(desk.form, other)[0]


def test_no_gap_is_left_above_a_box_beside_one_with_help_on_two_lines(desk: Desk) -> None:
    (one,) = [label for label in desk.form.findChildren(QuietLine) if label.text().startswith("As within")]
    (other,) = [label for label in desk.form.findChildren(QuietLine) if label.text().startswith("Only published")]
    for width in range(700, LEAST_PAGE, -10):
        desk.form.resize(width, 700)
        if other.heightForWidth(other.width()) > one.heightForWidth(one.width()):
            break
    else:
        pytest.fail("the help never stands on two lines beside one line")
    box = desk.box("Name in a sentence")
    assert _corner(desk.form, box)[0] - _corner(desk.form, one)[0] - one.heightForWidth(one.width()) <= 8


def test_nothing_is_cut_off_in_the_narrowest_pane(desk: Desk, qtbot: QtBot) -> None:
    desk.editing.choose(HEAD)
    desk.form.resize(LEAST_PAGE, 700)
    qtbot.waitUntil(lambda: desk.form.widget().width() <= LEAST_PAGE)
    assert desk.form.widget().minimumSizeHint().width() <= desk.form.viewport().width()


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

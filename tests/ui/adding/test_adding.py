"""Adding studies to a page, through the window."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragLeaveEvent, QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.content.fields import PAGE_FIELDS, STUDY_FIELDS, field_named
from editor.references.reference import NoticeKind
from editor.storage.kept_abstracts import KeptAbstracts
from editor.ui.adding.field_model import COMES
from editor.ui.adding.review_box import ReviewBox
from editor.ui.main_window import MainWindow
from editor.ui.pasting.matching_dialog import MatchingDialog
from tests.references.looking_up.service import Reply, serving
from tests.ui.accessible import muted, unnamed
from tests.ui.adding.review import click_tick, drag_over, drop, give_words, of_files, review_of, ris, titles


def test_pasted_references_are_shown_added_in_one_step_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    before = window.editing.page
    give_words(window, ris(("Needles at dawn", "2019/04/01", "10.5555/dawn"), ("Needles at dusk", "2020", "")), qtbot)
    review = review_of(window, qtbot)
    assert not any("taken into" in label.text() for label in review.findChildren(QLabel))
    fields = review.fields.table
    assert fields.columnWidth(0) >= fields.sizeHintForColumn(0)
    assert window.editing.page is before
    assert (unnamed(review), muted(review)) == ([], [])
    assert review.add.text() == "Add 2 studies"
    comes = [review.fields.model.index(row, COMES).data() for row in range(review.fields.model.rowCount())]
    assert "2019, Apr 1" in comes
    qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
    assert titles(window)[:2] == ["Needles at dawn", "Needles at dusk"]
    assert {study.title for study in window.editing.studies} == {"Needles at dawn", "Needles at dusk"}
    assert window.editing.session.history.next_undo.label == f"add 2 studies in {before.name}"
    window.commands["undo"].trigger()
    assert window.editing.page == before
    assert not window.session.unsaved_places


def test_the_abstracts_of_added_papers_are_kept_for_checks_and_those_of_others_are_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_studies()
    text = ris(("Needles at dawn", "2019", "10.5555/dawn"), ("Needles at dusk", "2020", "10.5555/dusk"))
    give_words(window, text.replace("ER  -", "AB  - Of 40 people 12 slept.\nER  -"), qtbot)
    review = review_of(window, qtbot)
    click_tick(review.list, review.model.index(1), qtbot)
    with qtbot.waitSignal(window.elsewhere.records.changed):
        qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
    assert KeptAbstracts().of(("doi:10.5555/dawn",)) == "Of 40 people 12 slept."
    assert KeptAbstracts().of(("doi:10.5555/dusk",)) == ""


def test_the_keys_of_undo_and_redo_work_on_what_was_added_while_the_keyboard_is_in_the_box(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_studies()
    line, control = window.view.studies.adding.line, Qt.KeyboardModifier.ControlModifier
    give_words(window, ris(("Needles at dawn", "2019", "10.5555/dawn")), qtbot)
    qtbot.mouseClick(review_of(window, qtbot).add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.findChildren(ReviewBox))
    window.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, Qt.Key.Key_Z, control)
    assert line.text() == ""
    assert "Needles at dawn" not in titles(window)
    qtbot.keyClick(line, Qt.Key.Key_Y, control)
    assert titles(window)[0] == "Needles at dawn"
    qtbot.keyClicks(line, "10.5555/dusk")
    qtbot.keyClick(line, Qt.Key.Key_Z, control)
    assert line.text() == ""
    assert titles(window)[0] == "Needles at dawn"


def test_a_file_dropped_on_the_table_is_reviewed_with_what_could_not_be_read(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_studies()
    file = tmp_path / "found.ris"
    file.write_text(ris(("Needles at noon", "2020", "10.5555/noon")) + "\nTY  - JOUR\nTI  - Cut off")
    assert drop(of_files(file), window.view.studies.table.viewport())
    review = review_of(window, qtbot)
    assert review.add.text() == "Add 2 studies"
    told = next(box for box in review.findChildren(QPlainTextEdit) if box.accessibleName().startswith("Not read"))
    assert "from line 9, has no end" in told.toPlainText()
    qtbot.keyClick(review, Qt.Key.Key_Escape)
    assert "Needles at noon" not in titles(window)
    assert not window.session.unsaved_places


def test_only_ticked_fields_of_a_study_that_is_there_change(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    page = window.editing.page
    assert page is not None
    first = page.study_list[0]
    coming = ris((first.title or "", "2018", first.doi or "")).replace("Invented Journal", "Another Journal")
    give_words(window, coming, qtbot)
    review = review_of(window, qtbot)
    assert not review.add.isEnabled()
    assert any("or taken into the study that is there" in label.text() for label in review.findChildren(QLabel))
    fields = review.fields.model
    row = next(row for row in range(fields.rowCount()) if fields.pair(row).field.name == "journal")
    assert fields.pair(row).comes == "Another Journal"
    click_tick(review.fields.table, fields.index(row, 0), qtbot)
    assert review.add.text() == "Update 1 study"
    qtbot.keyClick(review.fields.table, Qt.Key.Key_Space)
    assert not review.add.isEnabled()
    qtbot.keyClick(review.fields.table, Qt.Key.Key_Space)
    qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
    assert window.editing.page is not None
    assert window.editing.page.study_list[0] == replace(first, journal="Another Journal")
    assert window.editing.page.study_list[1:] == page.study_list[1:]


def test_references_pasted_into_the_table_are_reviewed_and_a_doi_waits_for_a_click(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_studies()
    table = window.view.studies.table
    QApplication.clipboard().setText(ris(("Needles at night", "2020", "")))
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    review = review_of(window, qtbot)
    assert review.add.text() == "Add 1 study"
    qtbot.keyClick(review, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ReviewBox))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    table.setFocus()
    QApplication.clipboard().setText("https://doi.org/10.5555/knees")
    before = window.editing.page
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    box = window.view.studies.adding
    assert box.line.text() == "https://doi.org/10.5555/knees"
    assert box.line.hasFocus()
    assert "Press Enter" in box.hint
    assert window.editing.page is before


def test_keys_lead_to_the_box_whose_button_asks_for_a_file_where_no_words_are_in_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_texts()
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_K, control_shift)
    box = window.view.studies.adding
    assert window.view.shows_studies
    assert box.line.hasFocus()
    width = box.button.width()
    assert box.button.text() == "From a file..."
    qtbot.mouseClick(box.button, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(QFileDialog)
    assert "*.nbib" in dialog.nameFilters()[0]
    dialog.reject()
    del dialog
    window.activateWindow()
    qtbot.keyClicks(box.line, "back pain")
    assert (box.button.text(), box.button.width()) == ("Look up", width)
    qtbot.mouseClick(box.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "too little" in box.hint)


def test_words_too_few_to_be_found_by_are_told_so_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    give_words(window, "back pain", qtbot)
    box = window.view.studies.adding
    qtbot.waitUntil(lambda: not box.is_working)
    assert "too little" in box.hint
    qtbot.keyClicks(box.line, "x")
    assert box.hint == ""


def test_a_table_with_plain_headings_is_reviewed_and_one_without_is_asked_about_first(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_studies()
    plain, unclear = tmp_path / "plain.csv", tmp_path / "unclear.csv"
    plain.write_text("Title,Date\nNeedles at one,2019\n")
    unclear.write_text("Needles at two,10.5555/two\nNeedles at three,10.5555/three\n")
    assert drop(of_files(plain), window.view.studies.card)
    review = review_of(window, qtbot)
    assert review.add.text() == "Add 1 study"
    qtbot.keyClick(review, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ReviewBox))
    assert drop(of_files(unclear), window.view.studies.card)
    qtbot.waitUntil(lambda: bool(window.findChildren(MatchingDialog)))
    (dialog,) = window.findChildren(MatchingDialog)
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    review = review_of(window, qtbot)
    assert review.add.text() == "Add 2 studies"
    qtbot.keyClick(review, Qt.Key.Key_Escape)


def test_a_file_dropped_on_a_text_of_the_card_is_read_and_its_name_is_not_typed_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_studies()
    file = tmp_path / "found.ris"
    file.write_text(ris(("Needles at noon", "2020", "")))
    before = window.editing.page
    assert drop(of_files(file), window.view.studies.card.first_box())
    qtbot.keyClick(review_of(window, qtbot), Qt.Key.Key_Escape)
    assert window.editing.page is before


def test_reading_is_told_of_and_a_cancel_leaves_nothing_behind(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_studies()
    file = tmp_path / "long.ris"
    file.write_text(ris(*((f"Needles, part {number}", "2020", "") for number in range(20_000))))
    box, before = window.view.studies.adding, window.editing.page
    window.elsewhere.adding.take_files((file,))
    assert box.is_working
    qtbot.waitUntil(lambda: "studies found so far" in box.doing)
    assert window.commands["add_from_file"].isEnabled() is False
    qtbot.mouseClick(box.cancel, Qt.MouseButton.LeftButton)
    assert not box.is_working
    assert box.hint == "Stopped. Nothing was added."
    give_words(window, ris(("Needles at noon", "2020", "")), qtbot)
    assert len(review_of(window, qtbot).choices.proposals) == 1  # and not those of the file
    qtbot.keyClick(review_of(window, qtbot), Qt.Key.Key_Escape)
    assert window.editing.page is before


def test_what_a_link_names_is_asked_for_and_a_paper_that_is_unknown_is_told(
    open_window: Callable[..., MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    with serving() as service:
        service.take_works(_answer("Needles at noon"))
        window = open_window(sample_folder, service.catalogue())
        window.show_studies()
        give_words(window, "https://doi.org/10.5555/noon\n10.5555/unknown", qtbot)
        review = review_of(window, qtbot)
        assert "Crossref, asked today" in " ".join(label.text() for label in review.findChildren(QLabel))
        told = next(box for box in review.findChildren(QPlainTextEdit) if box.accessibleName().startswith("Not read"))
        assert "10.5555/unknown" in told.toPlainText()
        qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
        assert titles(window)[0] == "Needles at noon"
        (first,) = window.editing.studies
        assert [record.source for record in window.elsewhere.records.of(first)] == ["Crossref"]
        qtbot.waitUntil(lambda: not window.findChildren(ReviewBox))
        give_words(window, "Doe J. Needles at noon. Invented Journal 2020", qtbot)
        review = review_of(window, qtbot)
        assert not review.add.isEnabled()
        told = " ".join(label.text() for label in review.findChildren(QLabel))
        assert "Is it this paper? (Crossref" in told
        assert "You pasted: Doe J. Needles at noon. Invented Journal 2020" in told
        qtbot.keyClick(review, Qt.Key.Key_Escape)


def test_a_study_that_cannot_be_looked_up_is_begun_with_its_number_and_typed(
    open_window: Callable[..., MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    with serving() as service:
        window = open_window(sample_folder, service.catalogue())
        window.show_studies()
        before, box = window.editing.page, window.view.studies.adding
        assert not box.by_hand.isVisible()
        give_words(window, "https://doi.org/10.5555/unknown", qtbot)
        qtbot.waitUntil(box.by_hand.isVisible)
        qtbot.keyClicks(box.line, "x")
        assert not box.by_hand.isVisible(), "it was for other words"
        give_words(window, "https://doi.org/10.5555/unknown", qtbot)
        qtbot.waitUntil(box.by_hand.isVisible)
        qtbot.mouseClick(box.by_hand, Qt.MouseButton.LeftButton)
    study = window.editing.study
    assert study is not None
    assert (study.title, study.doi) == ("", "10.5555/unknown")
    assert (box.line.text(), box.hint, box.by_hand.isVisible()) == ("", "", False)
    assert window.view.studies.card.first_box().hasFocus()
    window.commands["undo"].trigger()
    assert window.editing.page == before


def test_a_look_up_that_is_stopped_changes_nothing(
    open_window: Callable[..., MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    with serving() as service:
        service.always = Reply(is_slow=True)
        window = open_window(sample_folder, service.catalogue())
        window.show_studies()
        before, box = window.editing.page, window.view.studies.adding
        give_words(window, "10.5555/noon", qtbot)
        qtbot.waitUntil(service.was_asked.is_set)
        assert "Looking up DOI 10.5555/noon" in box.doing
        assert box.cancel.hasFocus()
        qtbot.keyClick(box.cancel, Qt.Key.Key_Escape)
        assert box.hint == "Stopped. Nothing was added."
        assert box.line.text() == "10.5555/noon"
        assert box.line.hasFocus()
        assert window.editing.page is before


def test_what_is_found_while_somebody_types_elsewhere_waits_and_takes_no_key(
    open_window: Callable[..., MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    with serving() as service:
        service.replies.append(Reply(_answer("Needles at noon"), is_slow=True))
        window = open_window(sample_folder, service.catalogue())
        window.show_studies()
        asked_on, box = window.editing.place, window.view.studies.adding
        give_words(window, "10.5555/noon", qtbot)
        qtbot.waitUntil(service.was_asked.is_set)
        title = window.view.studies.card.first_box()
        qtbot.mouseClick(title.viewport(), Qt.MouseButton.LeftButton)
        qtbot.keyClicks(title, "Not ")
        service.released.set()
        qtbot.waitUntil(lambda: bool(box.found))
        assert box.found == f"1 study was found for {window.session.name_of(asked_on)}."
        qtbot.keyClicks(title, "quite ")
        assert "Not quite " in (window.editing.studies[0].title or "")
        assert not window.findChildren(ReviewBox)
        assert "first, or leave them" in window.commands["add_from_file"].toolTip()
        other = next(place for place in window.session.page_places if place != asked_on)
        window.editing.choose(other)
        qtbot.mouseClick(box.look, Qt.MouseButton.LeftButton)
        review = review_of(window, qtbot)
        assert window.editing.place == asked_on
        assert review.add.text() == "Add 1 study"
        qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
        assert titles(window)[0] == "Needles at noon"
        assert box.line.text() == ""


def test_what_is_found_on_a_page_that_was_left_can_be_left_too(
    open_window: Callable[..., MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    with serving() as service:
        service.replies.append(Reply(_answer("Needles at noon"), is_slow=True))
        window = open_window(sample_folder, service.catalogue())
        window.show_studies()
        box = window.view.studies.adding
        give_words(window, "10.5555/noon", qtbot)
        qtbot.waitUntil(service.was_asked.is_set)
        other = next(place for place in window.session.page_places if place != window.editing.place)
        window.editing.choose(other)
        service.released.set()
        qtbot.waitUntil(lambda: bool(box.found))
        assert (unnamed(box), window.editing.place) == ([], other)
        assert box.look.hasFocus()
        window.editing.edit_field(field_named(PAGE_FIELDS, "intro"), "Words of today")
        qtbot.keyClick(box.leave, Qt.Key.Key_Space)
        assert (box.found, box.line.text()) == ("", "10.5555/noon")
        assert box.line.isEnabled()
        assert box.line.hasFocus()
        assert not window.findChildren(ReviewBox)


def test_words_in_the_box_stay_where_other_studies_are_added_or_offered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_studies()
    box = window.view.studies.adding
    qtbot.mouseClick(box.line, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(box.line, "Doe J. Needles")
    file = tmp_path / "found.ris"
    file.write_text(ris(("Needles at noon", "2020", "")))
    assert drop(of_files(file), window.view.studies.table.viewport())
    qtbot.mouseClick(review_of(window, qtbot).add, Qt.MouseButton.LeftButton)
    assert titles(window)[0] == "Needles at noon"
    assert box.line.text() == "Doe J. Needles"
    window.elsewhere.adding.look_at("https://doi.org/10.5555/knees")
    assert box.line.text() == "https://doi.org/10.5555/knees"
    qtbot.keyClick(box.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.line.text() == "Doe J. Needles"


def test_long_words_of_what_is_done_make_nothing_wider(window: MainWindow) -> None:
    window.show_studies()
    box, least = window.view.studies.adding, window.view.minimumSizeHint().width()
    words = f"Reading {'-'.join(['a-file-with-a-long-name'] * 12)}.nbib..."
    for show, takes_keys in ((box.show_working, box.cancel), (box.show_found, box.look)):
        show(words)
        window.elsewhere.adding.go_to_box()
        assert takes_keys.hasFocus()
        assert window.view.minimumSizeHint().width() == least
        assert words in (box.doing, box.found)
    box.show_done()
    assert box.line.hasFocus()


def test_a_kept_answer_can_be_asked_for_again(
    open_window: Callable[..., MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    with serving() as service:
        service.take_works(_answer("Needles at noon"))
        window = open_window(sample_folder, service.catalogue())
        window.show_studies()
        give_words(window, "10.5555/noon", qtbot)
        assert not review_of(window, qtbot).again.isVisible()
        qtbot.keyClick(review_of(window, qtbot), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not window.findChildren(ReviewBox))
        service.take_works(_answer("Needles at half past noon"))
        give_words(window, "10.5555/noon", qtbot)
        assert review_of(window, qtbot).choices.proposals[0].found.study.title == "Needles at noon"
        qtbot.mouseClick(review_of(window, qtbot).again, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not window.findChildren(ReviewBox))
        review = review_of(window, qtbot)
        assert review.choices.proposals[0].found.study.title == "Needles at half past noon"
        assert not review.again.isVisible()
        qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
        assert window.view.studies.adding.line.text() == ""


def _answer(title: str) -> bytes:
    """What Crossref says of 10.5555/noon."""
    work = {"DOI": "10.5555/noon", "title": [title], "type": "journal-article"}
    return json.dumps({"message": work}).encode()


def test_a_retracted_paper_is_red_waits_for_a_tick_and_stays_marked(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    text = "PMID- 80000010\nTI  - A study that was taken back.\nPT  - Retracted Publication\nRIN - J Inv. 2021;1:2\n"
    give_words(window, text, qtbot)
    review = review_of(window, qtbot)
    assert not review.add.isEnabled()
    (notice,) = [one for one in review.findChildren(QLabel) if one.isVisible() and one.text().startswith("Retracted:")]
    colour = notice.palette().color(QPalette.ColorRole.WindowText)
    assert colour.red() > colour.green() + 100
    click_tick(review.list, review.model.index(0), qtbot)
    assert review.add.text() == "Add 1 study"
    qtbot.keyClick(review.list, Qt.Key.Key_Space)
    assert not review.add.isEnabled()
    qtbot.keyClick(review.list, Qt.Key.Key_Space)
    qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
    (added,) = window.editing.studies
    assert [notice.kind for notice in window.elsewhere.records.notices(added)] == [NoticeKind.RETRACTION]


def test_of_several_files_those_that_can_be_read_are_shown_and_the_others_are_named(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_studies()
    good, bad = tmp_path / "good.ris", tmp_path / "notes.txt"
    good.write_text(ris(("Needles at noon", "2020", "")))
    bad.write_text("Call the printer about the leaflets.")
    assert drop(of_files(good, bad), window.view.studies.table.viewport())
    review = review_of(window, qtbot)
    assert review.add.text() == "Add 1 study"
    told = next(box for box in review.findChildren(QPlainTextEdit) if box.accessibleName().startswith("Not read"))
    assert told.toPlainText().startswith("notes.txt: No studies")
    assert "in good.ris, notes.txt" in " ".join(label.text() for label in review.findChildren(QLabel))
    qtbot.keyClick(review, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ReviewBox))
    assert drop(of_files(bad), window.view.studies.table.viewport())
    box = window.view.studies.adding
    qtbot.waitUntil(lambda: not box.is_working)
    assert box.hint.startswith("No studies were found")
    more = [tmp_path / f"more-{number}.ris" for number in range(4)]
    for file in more:
        file.write_text(ris((f"Needles of {file.name}", "2020", "")))
    assert drop(of_files(good, *more), window.view.studies.table.viewport())
    heading = " ".join(label.text() for label in review_of(window, qtbot).findChildren(QLabel))
    assert "in good.ris, more-0.ris, more-1.ris and 2 more files" in heading
    qtbot.keyClick(review_of(window, qtbot), Qt.Key.Key_Escape)


def test_what_is_dragged_over_the_studies_is_told_where_to_go(window: MainWindow, tmp_path: Path) -> None:
    window.show_studies()
    box = window.view.studies.adding
    drag_over(of_files(tmp_path / "found.ris"), window.view.studies.table.viewport())
    assert box.hint.startswith("Drop it here")
    QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    assert box.hint == ""
    assert not drag_over(QMimeData(), window.view.studies.table.viewport())
    assert box.hint == ""


def test_the_box_comes_into_sight_where_one_pastes_from_another_view(window: MainWindow) -> None:
    window.show_texts()
    QApplication.clipboard().setText("https://doi.org/10.5555/knees")
    window.commands["paste_study"].trigger()
    box = window.view.studies.adding
    assert box.line.hasFocus()
    assert box.line.isVisible()
    assert box.line.text() == "https://doi.org/10.5555/knees"


def test_tab_goes_through_the_review_in_reading_order(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    page = window.editing.page
    assert page is not None
    first = page.study_list[0]
    words = ris(("Needles at noon", "2020", ""), (first.title or "", "2018", first.doi or ""), ("At dusk", "2020", ""))
    give_words(window, words, qtbot)
    review = review_of(window, qtbot)
    for row in (1, 2, 1):
        review.list.setCurrentIndex(review.model.index(row))
    fields = review.fields
    wanted = [review.list, review.all, review.none, fields.way, fields.table, fields.texts.mine, fields.texts.theirs]
    seen: list[object] = []
    review.list.setFocus()
    for _ in wanted:
        seen.append(review.focusWidget())
        qtbot.keyClick(review.focusWidget(), Qt.Key.Key_Tab)
    assert seen == wanted
    assert review.focusWidget() in (review.add, review.cancel)
    seen.clear()
    qtbot.keyClick(review, Qt.Key.Key_Escape)


def test_a_review_goes_with_what_the_page_says_by_now_and_not_onto_another_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_studies()
    page, place = window.editing.page, window.editing.place
    assert page is not None
    first = page.study_list[0]
    give_words(window, ris(("Needles at noon", "2020", ""), (first.title or "", "2018", first.doi or "")), qtbot)
    review = review_of(window, qtbot)
    review.list.setCurrentIndex(review.model.index(1))
    rows = review.fields.model
    row = next(row for row in range(rows.rowCount()) if rows.pair(row).field.name == "journal")
    click_tick(review.fields.table, rows.index(row, 0), qtbot)
    assert review.add.text() == "Add 1 study, update 1 study"
    window.editing.edit_study(first.key, field_named(STUDY_FIELDS, "journal"), "The colleague's words")
    qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
    assert window.editing.page is not None
    assert titles(window)[0] == "Needles at noon"
    assert window.editing.page.study_list[1].journal == "The colleague's words"
    qtbot.waitUntil(lambda: not window.findChildren(ReviewBox))

    give_words(window, ris(("Needles at night", "2020", "")), qtbot)
    review = review_of(window, qtbot)
    window.commands["delete_page"].trigger()
    assert window.editing.place != place
    before = window.editing.page
    qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
    assert window.editing.page is before
    assert window.view.studies.adding.hint.startswith("The page was deleted")

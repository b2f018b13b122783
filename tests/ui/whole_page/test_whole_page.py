"""A page made of a web page's text, the way somebody at the front desk makes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from editor.content.condition_page import Status
from editor.content.dates import edtf_date
from editor.references.page_text.found import INTRO
from editor.ui.adding.review_box import ReviewBox
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.main_window import MainWindow
from editor.ui.pasting.matching_dialog import MatchingDialog
from editor.ui.whole_page.review_rows import PASSAGE, STUDY
from editor.ui.whole_page.whole_page_box import WholePageBox
from tests.references.page_text.pages import ENTRIES, page_text
from tests.references.page_text.test_page_of_today import TITLE_FIRST, as_it_is, names, variant
from tests.test_page_of_today import PAGE_OF_TODAY, PageOfToday
from tests.ui.adding.review import drag_over, drop, of_files, review_of, ris

SMALLEST_SCREEN = QSize(960, 490)
"""What a common screen has room for at 200 %."""
HTML = """<html><head><title>Knee Pain</title></head><body><nav><a href="/">Home</a></nav>
<h1>Acupuncture for Knee Pain</h1>
<p>Knee pain <b>keeps people from walking</b>, and many of them look for help beside their exercises and pills.</p>
<h2>References</h2>
<div>BMJ</div><div>2020, Mar 25</div><div>Acupuncture for knee pain: a randomised controlled trial</div>
<div>Walking was easier for some weeks, whichever needles had been used in the trial.</div>
<div>Xu S, Yu L <a href="https://doi.org/10.1136/bmj.m697">Full Article</a></div>
</body></html>"""


def box_of(window: MainWindow) -> WholePageBox:
    """The window for the text, which is open."""
    (box,) = window.findChildren(WholePageBox)
    return box


def paste(window: MainWindow, data: QMimeData, qtbot: QtBot) -> None:
    """Open the window, paste and have it read."""
    QGuiApplication.clipboard().setMimeData(data)
    window.commands["page_from_text"].trigger()
    box = box_of(window)
    box.text.paste()
    qtbot.mouseClick(box.read, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(box.review.isVisible)


def notes(box: WholePageBox) -> str:
    """What is said below the boxes of the study that is shown."""
    lines = box.review.card.findChildren(QuietLine)
    return " ".join(line.text() for line in lines if line.isVisible() and line.text().startswith("Please check"))


def text_data(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_a_pasted_text_is_looked_at_put_right_and_made_a_draft_that_one_undo_takes_away(
    window: MainWindow, qtbot: QtBot
) -> None:
    pages = window.session.page_places
    text = page_text().replace("Headache & Migraine", "Sore Elbows").replace("headache & migraine", "sore elbows")
    paste(window, text_data(text.replace("2020, Mar 25", "4/3/2020")), qtbot)
    box = box_of(window)

    assert (box.review.name.text(), box.review.in_text.text()) == ("Sore Elbows", "sore elbows")
    assert box.minimumSizeHint().height() <= SMALLEST_SCREEN.height()
    assert box.minimumSizeHint().width() <= SMALLEST_SCREEN.width()
    assert window.session.page_places == pages
    box.review.rows.choose(STUDY, 1)
    assert "4 March 2020" in notes(box)
    date = box.review.card.rows["date"].box
    date.setFocus()
    qtbot.keyClick(date, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(date, "4 Mar 2020")
    qtbot.keyClick(date, Qt.Key.Key_Tab)
    assert "4 March 2020" not in notes(box)
    left = next(at for at, one in enumerate(box.review.page_found.passages) if "Home" in one.source)
    box.review.rows.choose(PASSAGE, left)
    qtbot.mouseClick(box.review.passage.choices[INTRO], Qt.MouseButton.LeftButton, pos=QPoint(10, 14))
    qtbot.mouseClick(box.make, Qt.MouseButton.LeftButton)
    del box

    page = window.editing.page
    assert page is not None
    assert (page.name, page.status) == ("Sore Elbows", Status.DRAFT)
    assert [study.title for study in page.study_list] == [entry.title for entry in ENTRIES]
    assert page.study_list[1].date == "2020-03-04"
    assert "Home" in (page.intro or "")
    window.commands["undo"].trigger()
    assert window.session.page_places == pages
    assert not window.session.unsaved_places


def test_what_was_copied_from_a_browser_keeps_its_links_and_bold_words(window: MainWindow, qtbot: QtBot) -> None:
    data = text_data("Acupuncture for Knee Pain")
    data.setHtml(HTML)
    paste(window, data, qtbot)
    box = box_of(window)
    qtbot.mouseClick(box.make, Qt.MouseButton.LeftButton)
    del box

    page = window.editing.page
    assert page is not None
    assert page.name == "Knee Pain"
    assert "**keeps people from walking**" in (page.intro or "")
    assert [(study.doi, study.authors) for study in page.study_list] == [("10.1136/bmj.m697", "Xu S, Yu L")]


def test_words_that_the_copied_html_lacks_are_pasted_all_the_same(window: MainWindow, qtbot: QtBot) -> None:
    data = text_data(page_text())
    data.setHtml("<p>Home</p>")
    paste(window, data, qtbot)
    box = box_of(window)

    assert len(box.review.page_found.studies) == len(ENTRIES)
    qtbot.mouseClick(box.cancel, Qt.MouseButton.LeftButton)
    del box


def test_a_file_dropped_on_the_list_is_read_and_an_unticked_study_stays_away(
    window: MainWindow, qtbot: QtBot, new_folder: Callable[[], Path]
) -> None:
    file = new_folder() / "migraine.html"
    file.write_text(HTML, encoding="utf-8")
    window.pages.drop.files_dropped.emit((file, file))
    box = box_of(window)
    qtbot.waitUntil(lambda: "Knee Pain" in box_of(window).text.toPlainText())
    assert any(line.text().startswith("A page is made of one file") for line in box.findChildren(QuietLine))
    qtbot.mouseClick(box.read, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(box.review.isVisible)
    box.review.rows.choose(STUDY, 0)
    qtbot.keyClick(box.review.rows, Qt.Key.Key_Space)
    qtbot.mouseClick(box.make, Qt.MouseButton.LeftButton)
    del box

    page = window.editing.page
    assert page is not None
    assert (page.name, page.study_list) == ("Knee Pain", ())


def test_files_and_words_of_references_are_for_the_chosen_page_wherever_they_are_dropped(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    words = ris(("Needles at dawn", "2019", "10.5555/dawn"))
    named, unnamed = tmp_path / "found.ris", tmp_path / "found.txt"
    for file in (named, unnamed):
        file.write_text(words, encoding="utf-8")
    spoken = QMimeData()
    spoken.setText(words)
    window.show_texts()
    drops = ((of_files(named), window.pages.finder), (of_files(unnamed), window.pages.finder))
    for data, place in (*drops, (spoken, window.pages.finder), (of_files(named), window.view.page_form)):
        assert drop(data, place)
        review = review_of(window, qtbot)
        assert window.view.shows_studies
        assert not any(box.isVisible() for box in window.findChildren(WholePageBox))
        assert review.add.text() == "Add 1 study"
        qtbot.keyClick(review, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not window.findChildren(ReviewBox))
        window.show_texts()
    assert not drag_over(spoken, window.view.page_form)


def test_the_studies_can_go_to_the_page_that_has_the_name_already(window: MainWindow, qtbot: QtBot) -> None:
    place = next(one for one in window.session.page_places if "headache" in one)
    pages = window.session.page_places
    paste(window, text_data(page_text()), qtbot)
    box = box_of(window)
    box.review.name.setText("Sore Elbows")
    assert not box.review.existing.isVisible()
    box.review.name.setText(window.session.name_of(place))
    assert "already" in box.review.name.accessibleDescription()
    qtbot.mouseClick(box.review.existing, Qt.MouseButton.LeftButton)
    del box

    assert window.editing.place == place
    assert window.session.page_places == pages
    qtbot.waitUntil(lambda: bool(window.findChildren(ReviewBox)))
    window.findChildren(ReviewBox)[0].reject()


def test_a_text_without_a_name_asks_for_one(window: MainWindow, qtbot: QtBot) -> None:
    paste(window, text_data("one\n\ntwo"), qtbot)
    box = box_of(window)
    box.review.name.setText("  ")

    assert not box.make.isEnabled()
    assert box.make.toolTip()
    box.review.name.setText("Elbows")
    assert box.make.isEnabled()
    qtbot.mouseClick(box.cancel, Qt.MouseButton.LeftButton)
    del box
    assert not window.session.unsaved_places


def test_what_was_put_right_stays_on_the_way_back_to_the_text_and_after_a_cancel(
    window: MainWindow, qtbot: QtBot
) -> None:
    paste(window, text_data(page_text()), qtbot)
    box = box_of(window)
    box.review.name.setText("Sore Elbows")
    qtbot.mouseClick(box.back, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(box.read, Qt.MouseButton.LeftButton)
    assert box.review.isVisible()
    assert box.review.name.text() == "Sore Elbows"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()

    window.commands["page_from_text"].trigger()
    assert box.text.toPlainText() == page_text()
    qtbot.mouseClick(box.read, Qt.MouseButton.LeftButton)
    assert box.review.name.text() == "Sore Elbows"
    qtbot.mouseClick(box.back, Qt.MouseButton.LeftButton)
    box.text.insertPlainText("line\n" * 30_000)
    qtbot.mouseClick(box.read, Qt.MouseButton.LeftButton)
    assert box.read.isVisible()
    assert box.text.toPlainText().startswith("line")
    qtbot.mouseClick(box.cancel, Qt.MouseButton.LeftButton)
    del box


def test_a_text_that_is_pasted_into_the_list_of_pages_keeps_its_bold_words(window: MainWindow, qtbot: QtBot) -> None:
    pages = window.pages.finder.list
    for words in ("Back pain", "\n".join(f"Needles at {hour}\t2020\t10.5555/{hour}" for hour in range(12))):
        QGuiApplication.clipboard().setText(words)
        qtbot.keyClick(pages, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert not window.findChildren(WholePageBox)
    window.findChildren(MatchingDialog)[0].reject()
    window.editing.choose(window.session.site_place)
    pages.setFocus()
    data = text_data(" ".join(["Knee pain keeps people from walking"] * 10))
    data.setHtml(HTML)
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(pages, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box_of(window), Qt.Key.Key_Escape)
    window.editing.choose(window.session.page_places[0])
    pages.setFocus()
    qtbot.keyClick(pages, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    box = box_of(window)
    assert "Acupuncture for Knee Pain" in box.text.toPlainText()
    qtbot.mouseClick(box.read, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(box.review.isVisible)
    qtbot.mouseClick(box.make, Qt.MouseButton.LeftButton)
    del box
    assert window.editing.page is not None
    assert "**keeps people from walking**" in (window.editing.page.intro or "")
    qtbot.waitUntil(lambda: not window.findChildren(WholePageBox))


def test_the_page_of_today_in_another_order_becomes_a_page_with_its_seven_studies(
    window: MainWindow, qtbot: QtBot
) -> None:
    if not PAGE_OF_TODAY.is_file():
        pytest.skip(f"The page of today is not beside the project: {PAGE_OF_TODAY.name} is missing.")
    today = PageOfToday(PAGE_OF_TODAY.read_text(encoding="utf-8"))
    wanted = today.studies()
    paste(window, text_data(variant(today, TITLE_FIRST, as_it_is, "\n")), qtbot)
    box = box_of(window)
    checked = box.review.page_found.studies
    qtbot.mouseClick(box.make, Qt.MouseButton.LeftButton)
    del box

    page = window.editing.page
    assert page is not None
    assert page.status == Status.DRAFT
    assert [(study.title, study.journal, study.publisher or "", study.summary) for study in page.study_list] == [
        (study.title, study.journal, study.publisher, study.summary) for study in wanted
    ]
    assert [study.date for study in page.study_list] == [edtf_date(study.date or "") for study in wanted]
    sure = [at for at, study in enumerate(checked) if "authors" not in study.unsure]
    assert len(sure) == 5
    assert [names(page.study_list[at].authors or "") for at in sure] == [names(wanted[at].authors or "") for at in sure]

"""The chosen study is compared with its publisher's record, and what is ticked is taken over in one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.content.study import Study
from editor.ui.comparing.record_box import RecordBox
from editor.ui.forms.quiet_words import QuietButton
from editor.ui.main_window import MainWindow
from tests.references.looking_up.service import Reply, Service
from tests.ui.notices.publisher import BACK, know, updated_by, work_of


def chosen(window: MainWindow) -> Study:
    study = window.editing.study
    assert study is not None
    return study


def compare(window: MainWindow, qtbot: QtBot) -> RecordBox:
    """Press the button on the card, and wait for what comes of it."""
    (button,) = [
        one for one in window.view.studies.card.findChildren(QuietButton) if one.text().startswith("Compare with")
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return answered(window, qtbot)


def answered(window: MainWindow, qtbot: QtBot) -> RecordBox:
    qtbot.waitUntil(lambda: not window.elsewhere.asking.comparing.is_running)
    box = window.elsewhere.asking.comparing.box
    assert box is not None
    return box


def press(button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def close(window: MainWindow, qtbot: QtBot) -> None:
    box = window.elsewhere.asking.comparing.box
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.elsewhere.asking.comparing.box is None)


def labels(box: RecordBox) -> dict[str, bool]:
    """What differs, and whether it is ticked."""
    return {} if box.rows is None else {one.text(): one.isChecked() for one in box.rows.boxes}


def test_what_is_ticked_is_taken_over_in_one_step(
    open_back: Callable[[], MainWindow], service: Service, sample_folder: Path, qtbot: QtBot
) -> None:
    window = open_back()
    before = (sample_folder / BACK).read_bytes()
    study = chosen(window)
    know(
        service,
        work_of(
            study,
            title=[(study.title or "").upper()],
            author=[{"given": "Ada", "family": "Doe"}],
            issued={"date-parts": [[2018, 6, 2]]},
        ),
    )
    box = compare(window, qtbot)
    assert labels(box) == {"Title": False, "Authors": False, "Date": False}, "nothing is overwritten unasked"
    assert not box.take.isEnabled()
    assert "Record of Crossref, asked today." in box.origin()
    assert "The same in both: Journal." in box.origin()
    assert box.rows is not None
    for one in box.rows.boxes[1:]:
        QTest.keyClick(one, Qt.Key.Key_Space)
    assert box.take.text() == "Take 2 fields"
    press(box.take)
    now = chosen(window)
    assert (now.title, now.authors) == (study.title, "Doe A")
    assert now.date in ("2018-06-02", "2018, Jun 2")
    assert window.elsewhere.asking.comparing.box is None
    window.editing.undo()
    assert chosen(window) == study
    assert window.session.unsaved_places == ()
    assert (sample_folder / BACK).read_bytes() == before


def test_a_record_that_says_less_contradicts_nothing_and_its_day_is_told(
    open_back: Callable[[], MainWindow], service: Service, qtbot: QtBot
) -> None:
    window = open_back()
    study = chosen(window)
    day = work_of(study)["issued"]
    assert isinstance(day, dict)
    know(service, work_of(study, issued={"date-parts": [day["date-parts"][0][:2]]}, **{"updated-by": []}))
    box = compare(window, qtbot)
    assert labels(box) == {}
    assert box.words() == (
        "This page says the same as the record that was asked for today: Title, Authors, Journal, Date."
    )
    know(service, work_of(study, **{"updated-by": updated_by("retraction", 2021, 5, 3)}))
    press(box.again)
    answered(window, qtbot)
    assert box.notices.text().startswith("This study was retracted on 3 May 2021.")
    assert window.view.studies.notices.isVisible()
    close(window, qtbot)


def test_a_study_without_a_number_is_found_by_its_title_when_that_is_wished(
    open_back: Callable[[], MainWindow], service: Service, qtbot: QtBot
) -> None:
    window = open_back()
    study = chosen(window)
    know(service, work_of(study, **{"container-title": ["Another journal"]}))
    other = {**work_of(study), "DOI": "10.5555/other", "title": ["Acupuncture of another kind"]}
    know(service, other | {"updated-by": updated_by("retraction", 2021, 5, 3)})
    bare = replace(study, doi="", pmid="", url="")
    window.editing.change_studies("none", lambda page: replace(page, studies=(bare, *page.study_list[1:])))
    box = compare(window, qtbot)
    assert "no DOI and no PubMed number" in box.words()
    assert service.asked == [], "nobody is asked before the click"
    assert box.focusWidget() is box.by_title
    press(box.by_title)
    answered(window, qtbot)
    assert box.candidates is not None
    assert box.candidates.count() == 2
    assert [box.candidates.item(row).text().count("Retracted · ") for row in range(2)] == [0, 1]
    QTest.keyClick(box.candidates, Qt.Key.Key_Return)
    assert labels(box) == {"Journal": False, "DOI": True}
    press(box.take)
    assert chosen(window).doi == study.doi_alone
    assert chosen(window).journal == study.journal


@pytest.mark.parametrize(
    ("reply", "words"),
    [(Reply(b"", 404), "Nothing was changed"), (Reply(b"<html>Sign in</html>"), "Nothing was changed")],
)
def test_where_nothing_comes_it_is_said_and_asked_again_on_wish(
    open_back: Callable[[], MainWindow], service: Service, qtbot: QtBot, reply: Reply, words: str
) -> None:
    window = open_back()
    study = chosen(window)
    service.always = reply
    box = compare(window, qtbot)
    assert words in box.words()
    assert labels(box) == {}
    service.always = None
    know(service, work_of(study))
    press(box.again)
    answered(window, qtbot)
    assert "says the same" in box.words()
    close(window, qtbot)
    assert chosen(window) == study


def test_escape_stops_a_look_up_that_takes_long(
    open_back: Callable[[], MainWindow], service: Service, qtbot: QtBot
) -> None:
    window = open_back()
    service.always = Reply(is_slow=True)
    window.commands["compare_record"].trigger()
    qtbot.waitUntil(service.was_asked.is_set)
    box = window.elsewhere.asking.comparing.box
    assert box is not None
    assert "Looking up" in box.words()
    close(window, qtbot)
    assert not window.elsewhere.asking.comparing.is_running

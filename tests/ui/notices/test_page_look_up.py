"""All studies of a page are looked up, and what was published about them later is marked, at the next start too."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.content.study import Study
from editor.storage.record_files import PUBLISHER_RECORDS
from editor.ui.main_window import MainWindow
from editor.ui.pages.entry_model import Role
from tests.references.looking_up.service import Reply, Service
from tests.ui.notices.publisher import know, updated_by, work_of

RETRACTED = "This study was retracted on 3 May 2021. Take it off the page or ask your practitioner."


def studies(window: MainWindow) -> tuple[Study, ...]:
    page = window.editing.page
    assert page is not None
    return page.study_list


def with_doi(window: MainWindow) -> list[Study]:
    return [study for study in studies(window) if study.doi_alone]


def look_up(window: MainWindow, qtbot: QtBot) -> str:
    """Look all up; what was found, with the box left open."""
    window.commands["look_up_page"].trigger()
    box = window.elsewhere.asking.look_up.box
    assert box is not None
    qtbot.waitUntil(lambda: not window.elsewhere.asking.look_up.is_running)
    return box.words()


def close(window: MainWindow, qtbot: QtBot) -> None:
    box = window.elsewhere.asking.look_up.box
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.elsewhere.asking.look_up.box is None)


def titles(window: MainWindow) -> list[str]:
    model = window.view.studies.table.model()
    column = next(
        one
        for one in range(model.columnCount(QModelIndex()))
        if model.headerData(one, Qt.Orientation.Horizontal) == "Title"
    )
    return [str(model.index(row, column).data()) for row in range(model.rowCount(QModelIndex()))]


def in_preview(window: MainWindow, qtbot: QtBot) -> str:
    """The words in the preview, once it shows what is now."""
    words: list[str] = []
    qtbot.waitUntil(window.preview.is_current, timeout=15_000)
    window.preview.text(words.append)
    qtbot.waitUntil(lambda: bool(words))
    return words[0]


def entry_detail(window: MainWindow) -> str:
    """What the list of pages says below the name of the page."""
    model = window.pages.finder.list.model()
    details = {
        model.index(row, 0).data(Qt.ItemDataRole.DisplayRole): model.index(row, 0).data(Role.DETAIL).text
        for row in range(model.rowCount())
    }
    return str(details["Back, Hip, Knee & Leg Pain"])


def test_a_retraction_is_found_marked_kept_and_gone_with_its_study(
    open_back: Callable[[], MainWindow], service: Service, sample_folder: Path, qtbot: QtBot
) -> None:
    window = open_back()
    first, second, third, *others = with_doi(window)
    know(
        service,
        work_of(first, **{"updated-by": updated_by("correction", 2019, 1)[:1] + updated_by("retraction", 2021, 5, 3)}),
    )
    know(service, work_of(second, issued={"date-parts": [[1999]]}))
    know(service, work_of(third, **{"updated-by": updated_by("expression_of_concern", 2020)}))
    for study in others:
        know(service, work_of(study))
    words = look_up(window, qtbot)
    assert words.startswith(
        f"{len(others) + 3} studies looked up, 1 retracted, 1 with an expression of concern, 1 corrected,"
        " 1 differs from the publisher's record."
    )
    box = window.elsewhere.asking.look_up.box
    assert box is not None
    listed = [box.list.item(row).text() for row in range(box.list.count())]
    assert listed == [
        f"Retracted: {first.title}",
        f"Expression of concern: {third.title}",
        f"Corrected: {first.title}",
        f"Differs in Date: {second.title}",
    ]
    close(window, qtbot)

    window.editing.choose_study(first.key)
    strip = window.view.studies.notices
    assert strip.isVisible()
    assert strip.text().splitlines() == [RETRACTED, "A correction of this study was published in January 2019."]
    row = [study.key for study in studies(window)].index(first.key)
    assert titles(window)[row] == f"Retracted: {first.title}"
    assert in_preview(window, qtbot).count("Retracted. Only staff see this line.") == 1
    assert titles(window).count(f"Expression of concern: {third.title}") == 1
    records = sample_folder / PUBLISHER_RECORDS
    qtbot.waitUntil(lambda: records.is_dir() and len(list(records.glob("*.json"))) == len(others) + 3)
    assert entry_detail(window) == "1 retracted · Published · 7 studies"
    assert "retraction" in [
        notice["kind"] for file in records.iterdir() for notice in json.loads(file.read_bytes())["notices"]
    ]

    asked = len(service.asked)
    again = open_back()
    qtbot.waitUntil(lambda: titles(again)[row] == f"Retracted: {first.title}")
    again.editing.choose_study(studies(again)[row].key)
    assert again.view.studies.notices.text().startswith(RETRACTED)
    assert len(service.asked) == asked, "marks are there without asking anybody"
    again.commands["delete_study"].trigger()
    assert not [title for title in titles(again) if title.startswith("Retracted")]
    assert not again.view.studies.notices.isVisible()
    assert entry_detail(again) == "Published · 6 studies"
    again.editing.undo()
    assert [title for title in titles(again) if title.startswith("Retracted")]


def test_a_look_up_that_is_stopped_or_fails_changes_nothing_and_says_so(
    open_back: Callable[[], MainWindow], service: Service, sample_folder: Path, qtbot: QtBot
) -> None:
    window = open_back()
    service.always = Reply(is_slow=True)
    window.commands["look_up_page"].trigger()
    box = window.elsewhere.asking.look_up.box
    assert box is not None
    qtbot.waitUntil(service.was_asked.is_set)
    assert "Looking up" in box.words()
    close(window, qtbot)
    assert not window.elsewhere.asking.look_up.is_running
    service.released.set()
    service.always = Reply(b"", 404)
    assert "could not be looked up" in look_up(window, qtbot)
    box = window.elsewhere.asking.look_up.box
    assert box is not None
    assert [one.text() for one in box.findChildren(QPushButton) if one.isVisible()] == ["Close"]
    close(window, qtbot)
    assert not (sample_folder / PUBLISHER_RECORDS).exists()
    assert window.session.unsaved_places == ()


def test_the_page_that_was_looked_up_is_told_of_and_gone_back_to(
    open_back: Callable[[], MainWindow], service: Service, qtbot: QtBot
) -> None:
    window = open_back()
    page, study = window.editing.place, with_doi(window)[0]
    know(service, work_of(study, **{"updated-by": updated_by("retraction", 2021, 5, 3)}))
    look_up(window, qtbot)
    box = window.elsewhere.asking.look_up.box
    others = with_doi(window)[1:]
    assert f"{len(others)} studies could not be looked up. Nothing was changed. Compare their numbers" in box.words()
    assert "10.1" not in box.words(), "titles tell staff more"
    listed = [box.list.item(row).text() for row in range(box.list.count())]
    assert listed[1:] == [f"Not looked up: {other.title}" for other in others]
    box.reject()
    del box
    window.commands["look_up_page"].trigger()
    window.editing.choose(next(place for place in window.session.page_places if place != page))
    qtbot.waitUntil(lambda: not window.elsewhere.asking.look_up.is_running)
    box = window.elsewhere.asking.look_up.box
    assert "1 retracted" in box.words()
    QTest.mouseClick(box.look, Qt.MouseButton.LeftButton)
    del box
    assert (window.editing.place, window.editing.study_keys) == (page, (study.key,))
    window.elsewhere.asking.comparing.box.reject()

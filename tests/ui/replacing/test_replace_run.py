from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from editor.content.literal_search import Replacement, Search
from editor.session import Session
from editor.ui.editing import Editing
from editor.ui.replacing import replace_run
from editor.ui.replacing.found_model import FoundModel
from editor.ui.replacing.replace_run import ReplaceRun, Where

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"
TICK = Qt.ItemDataRole.CheckStateRole


class Shown:
    """A run with the rows that show what it finds."""

    def __init__(self, session: Session) -> None:
        self.editing = Editing(session)
        self.editing.choose(BACK)
        self.run = ReplaceRun(self.editing)
        self.model = FoundModel(session.name_of)
        self._tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.run.began.connect(self.model.clear)
        self.run.found.connect(self.model.put_page)
        self.run.gone.connect(self.model.remove_page)
        session.watch(self.run.follow)

    def look_for(self, words: str, where: Where = Where.SITE) -> None:
        self.run.look_for(Search(words), where, links=False)
        self.run.finish()

    def rows(self) -> list[str]:
        return [str(self.model.index(row).data()) for row in range(self.model.rowCount())]

    def pages(self) -> list[str]:
        rows = map(self.model.row, map(self.model.index, range(self.model.rowCount())))
        return [row.page.place for row in rows if row.number is None]

    def index(self, row: int) -> QModelIndex:
        return self.model.index(row)


@pytest.fixture
def shown(sample_folder: Path) -> Shown:
    shown = Shown(Session.open(sample_folder))
    session = shown.editing.session
    for place, intro in ((BACK, "qqword, Qqword"), (HEAD, "qqword")):
        session.edit_page("", place, functools.partial(replace, intro=intro))
    session.edit_site("", functools.partial(replace, name="Qqword clinic"))
    return shown


def test_the_whole_site_one_page_or_its_studies_are_looked_through(shown: Shown) -> None:
    shown.look_for("qqword")
    assert shown.pages() == ["site.yaml", BACK, HEAD]
    shown.look_for("qqword", Where.PAGE)
    assert shown.pages() == [BACK]
    assert shown.rows()[0] == "Back, Hip, Knee & Leg Pain, 2 places"
    shown.look_for("qqword", Where.STUDIES)
    assert shown.pages() == []
    shown.look_for("")
    assert (shown.pages(), shown.run.count) == ([], 0)


def test_what_changes_meanwhile_is_looked_at_again(shown: Shown, qtbot: QtBot) -> None:
    shown.look_for("qqword")
    session = shown.editing.session
    session.edit_page("", HEAD, functools.partial(replace, intro="qqword and qqword"))
    assert shown.run.is_looking
    qtbot.waitUntil(lambda: not shown.run.is_looking)
    assert shown.run.count == 5
    session.delete_page(BACK)
    session.edit_page("", HEAD, functools.partial(replace, intro=""))
    shown.run.finish()
    assert (shown.pages(), shown.run.count) == (["site.yaml"], 1)
    session.undo()
    session.undo()
    shown.run.finish()
    assert (shown.pages(), shown.run.count) == (["site.yaml", BACK, HEAD], 5)


def test_what_was_unticked_stays_so_while_its_page_changes(shown: Shown) -> None:
    shown.look_for("qqword")
    shown.model.setData(shown.index(3), Qt.CheckState.Unchecked.value, TICK)
    shown.editing.session.edit_page("", BACK, functools.partial(replace, insights="qqword"))
    shown.run.finish()
    ticks = [shown.model.data(shown.index(row), TICK) for row in (3, 4, 5)]
    assert ticks == [Qt.CheckState.Unchecked, Qt.CheckState.Checked, Qt.CheckState.Checked]


def test_files_with_problems_are_named_and_left_alone(sample_folder: Path) -> None:
    (sample_folder / "conditions/broken.yaml").write_text("name: [qqword", "utf-8")
    broken = Shown(Session.open(sample_folder))
    broken.look_for("qqword")
    assert broken.run.not_searched == ["conditions/broken.yaml"]
    assert broken.run.count == 0


def test_one_looks_no_further_than_at_what_anybody_reads(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replace_run, "MOST_PLACES", 2)
    shown.look_for("qqword")
    assert shown.run.has_too_many
    assert shown.pages() == ["site.yaml", BACK]
    shown.look_for("clinic", Where.PAGE)
    assert not shown.run.has_too_many


def test_places_and_whole_pages_are_ticked_and_unticked(shown: Shown) -> None:
    shown.look_for("qqword")
    ticked = []
    shown.model.ticked.connect(lambda: ticked.append(True))
    page, first = shown.index(2), shown.index(3)
    assert shown.model.setData(first, Qt.CheckState.Unchecked.value, TICK)
    assert shown.model.data(page, TICK) == Qt.CheckState.PartiallyChecked
    assert shown.rows()[2] == "Back, Hip, Knee & Leg Pain, 1 of 2 places"
    assert shown.model.setData(page, Qt.CheckState.Checked.value, TICK)
    assert shown.model.data(first, TICK) == Qt.CheckState.Checked
    assert shown.model.setData(page, Qt.CheckState.Unchecked.value, TICK)
    assert [shown.model.data(shown.index(row), TICK) for row in (2, 3, 4, 5)] == [
        *[Qt.CheckState.Unchecked] * 3,
        Qt.CheckState.Checked,
    ]
    assert len(ticked) == 3


def test_a_row_says_what_becomes_of_the_words(shown: Shown) -> None:
    shown.look_for("qqword", Where.PAGE)
    shown.model.show_replacement(Replacement(Search("qqword"), "pain"))
    assert shown.rows()[1] == "Introduction: qqword, Qqword. “qqword” becomes “pain”"


def test_one_goes_from_place_to_place_past_the_names_of_pages(shown: Shown) -> None:
    shown.look_for("qqword")
    rows, row = [], -1
    for _ in range(5):
        row = shown.model.next_place(row, 1) or 0
        rows.append(row)
    assert rows == [1, 3, 4, 6, 1]
    assert shown.model.next_place(3, -1) == 1
    assert shown.model.next_place(shown.model.rowCount(), -1) == 6
    shown.look_for("nowhere")
    assert shown.model.next_place(-1, 1) is None

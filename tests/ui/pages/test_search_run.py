from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.content.page_search import Rank, Searched
from editor.content.study import Study
from editor.ui.pages.search_run import SearchRun

STUDIES = tuple(Study(title=f"Study number {number}", summary="words " * 60, authors="Zhang R") for number in range(20))


def pages(count: int) -> dict[str, Searched]:
    return {
        f"{number}": ConditionPage(f"page-{number}", name=f"Page {number}", studies=STUDIES) for number in range(count)
    }


def test_nothing_is_read_before_the_first_search(qtbot: QtBot) -> None:
    run = SearchRun(pages(3))
    assert not run.is_on
    assert not run.is_reading
    run.look_for("zhang")
    assert run.is_on
    assert run.found() == {}
    with qtbot.waitSignal(run.found_more):
        assert run.is_reading
    assert set(run.found()) == {"0", "1", "2"}
    assert not run.is_reading


def test_answers_come_while_pages_are_still_being_read(qtbot: QtBot) -> None:
    run = SearchRun(pages(1500), between_answers=0)
    run.look_for("zhang")
    run.found()
    found: list[int] = []
    run.found_more.connect(lambda: found.append(len(run.found())))
    qtbot.waitUntil(lambda: not run.is_reading)
    assert found[-1] == 1500
    assert 0 < found[0] < 1500
    assert found == sorted(found)


def test_a_page_edited_while_it_is_searched_is_found_by_its_new_words(qtbot: QtBot) -> None:
    records = pages(3)
    run = SearchRun(records)
    run.look_for("xyzzy")
    run.found()
    qtbot.waitUntil(lambda: not run.is_reading)
    assert run.found() == {}
    records["1"] = replace(records["1"], name="Xyzzy")
    run.found()
    with qtbot.waitSignal(run.found_more):
        assert run.is_reading
    assert run.found() == {"1": Rank.NAME}
    hit = run.hit("1")
    assert hit is not None
    assert hit.is_name

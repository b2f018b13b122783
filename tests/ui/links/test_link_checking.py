"""Links are checked on the user's click, and those that lead nowhere stand in the list of problems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.content.link_state import LinkState
from editor.storage.kept_links import KeptLinks
from editor.ui.main_window import MainWindow
from editor.ui.notices.look_up_box import LookUpBox
from editor.ui.problems.problem_model import ROW, WHERE
from tests.references.looking_up.service import PATIENT, Reply, Service, serving
from tests.ui.records import named

KNEE, NECK, OLD = "conditions/knee.yaml", "conditions/neck.yaml", "conditions/old.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "conditions").mkdir()
    (tmp_path / "site.yaml").write_text("name: A clinic\nurl: https://clinic.example\nrule_packs: [evidence]\n")
    return tmp_path


def write_pages(folder: Path, address: str) -> None:
    """Two pages that link to a website, and an archived one."""
    links = {KNEE: ("here", "gone", "shut", "here"), NECK: ("away", "gone"), OLD: ("old",)}
    for page, names in links.items():
        text = f"name: {Path(page).stem.capitalize()}\nstatus: {'archived' if page == OLD else 'published'}\nstudies:\n"
        text += "".join(f"- {{title: Study {name}, url: '{address}/{name}'}}\n" for name in names)
        (folder / page).write_text(text + "- {title: Study of ours, url: /papers/needles.pdf}\n")


def answer_all(service: Service) -> None:
    """Answer as the names of the links say."""
    service.pages = {
        "/here": Reply(),
        "/gone": Reply(status=404),
        "/shut": Reply(status=403),
        "/away": Reply(status=410),
    }


def press(window: MainWindow, action: str) -> LookUpBox:
    """Choose the action; the box that it opens."""
    window.commands[action].trigger()
    box = window.elsewhere.links.box
    assert box is not None
    return box


def end(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.elsewhere.links.is_running, timeout=PATIENT)


def says(window: MainWindow) -> str:
    box = window.elsewhere.links.box
    return "" if box is None else box.words()


def listed(box: LookUpBox) -> list[str]:
    return [box.list.item(row).text() for row in range(box.list.count())]


def problems(window: MainWindow) -> list[tuple[str, str]]:
    """Those of links in the list: how bad, and in which study."""
    model = window.problems.list.model
    rows = [(model.index(row, 0).data(ROW).problem, model.index(row, 0).data(WHERE)) for row in range(model.rowCount())]
    return [(str(one.severity), one.words) for one, _ in rows if one.name in {"link_dead", "link_not_followed"}]


def test_a_dead_link_is_a_problem_and_one_that_could_not_be_checked_a_hint(
    open_window: Callable[..., MainWindow], folder: Path, paper_service: Service, qtbot: QtBot
) -> None:
    write_pages(folder, paper_service.address)
    answer_all(paper_service)
    before = (folder / KNEE).read_bytes()
    window = open_window(folder, checks=True)
    window.editing.choose(KNEE)
    window.problems.show_list()
    qtbot.waitUntil(lambda: len(window.problems.checking.places) == 4, timeout=60_000)
    assert (problems(window), paper_service.asked) == ([], []), "nobody is asked before somebody wants it"
    box = press(window, "check_links")
    end(window, qtbot)
    assert box.words() == (
        "3 links tried: 1 works, 1 leads nowhere, 1 could not be checked. Nothing was changed. The list of problems "
        "has them too, for four weeks. Many publishers turn programs away: open such a link yourself."
    )
    assert listed(box) == ["Leads nowhere: Study gone", "Not checked: Study shut"]
    dead, unknown = f"{paper_service.address}/gone", f"{paper_service.address}/shut"
    qtbot.waitUntil(lambda: problems(window) == [("warn", dead), ("hint", unknown)], timeout=60_000)
    QTest.mouseClick(box.look, Qt.MouseButton.LeftButton)
    del box
    assert window.view.shows_studies
    assert window.editing.study is not None
    assert window.editing.study.title == "Study gone"
    assert window.session.unsaved_places == ()
    assert (folder / KNEE).read_bytes() == before

    paper_service.pages["/gone"] = paper_service.pages["/shut"] = Reply()
    box = press(window, "check_links")
    end(window, qtbot)
    assert box.words() == "3 links tried: 3 work. Nothing was changed."
    QTest.keyClick(box, Qt.Key.Key_Escape)
    del box
    qtbot.waitUntil(lambda: problems(window) == [], timeout=60_000)


def test_the_links_of_all_pages_are_checked_and_their_studies_gone_to(
    open_window: Callable[..., MainWindow], folder: Path, paper_service: Service, qtbot: QtBot
) -> None:
    write_pages(folder, paper_service.address)
    answer_all(paper_service)
    window = open_window(folder)
    window.editing.choose(KNEE)
    box = press(window, "check_all_links")
    end(window, qtbot)
    assert box.words().startswith("4 links tried: 1 works, 2 lead nowhere, 1 could not be checked.")
    assert listed(box) == [
        "Leads nowhere: Study gone (Knee)",
        "Leads nowhere: Study away (Neck)",
        "Leads nowhere: Study gone (Neck)",
        "Not checked: Study shut (Knee)",
    ]
    assert "/old" not in {one.address for one in paper_service.asked}, "an archived page is not on the website"
    box.list.setCurrentRow(1)
    QTest.keyClick(box.list, Qt.Key.Key_Return)
    del box
    assert (window.editing.place, window.view.shows_studies) == (NECK, True)


def test_it_is_stopped_in_the_middle_and_says_what_is_known_by_then(
    open_window: Callable[..., MainWindow], folder: Path, paper_service: Service, qtbot: QtBot
) -> None:
    write_pages(folder, paper_service.address)
    answer_all(paper_service)
    paper_service.pages["/shut"] = Reply(is_slow=True)
    window = open_window(folder)
    window.editing.choose(KNEE)
    box = press(window, "check_links")
    qtbot.waitUntil(lambda: says(window) == "2 of 3 links tried...", timeout=PATIENT)
    (stop,) = [one for one in box.findChildren(QPushButton) if one.isVisible()]
    assert stop.text() == "Stop"
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    del box, stop
    end(window, qtbot)
    assert window.elsewhere.links.box is None
    said = named(window.status, "Message", QLabel).text()
    assert said == "Stopped: 1 link was not tried. 2 links tried: 1 works, 1 leads nowhere. Nothing was changed."
    kept = KeptLinks()
    known = [kept.of(f"{paper_service.address}/{name}", date.today()) for name in ("here", "gone", "shut")]
    assert known == [LinkState.WORKS, LinkState.DEAD, None]


def test_without_the_internet_nothing_is_said_of_any_link(
    open_window: Callable[..., MainWindow], folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving() as gone:
        write_pages(folder, gone.address)
    window = open_window(folder, checks=True)
    window.editing.choose(KNEE)
    qtbot.waitUntil(lambda: len(window.problems.checking.places) == 4, timeout=60_000)
    box = press(window, "check_links")
    end(window, qtbot)
    assert box.words() == (
        "No website could be reached, so no link could be checked. Nothing was changed. Check the internet connection "
        "and try again."
    )
    assert listed(box) == []
    qtbot.waitUntil(lambda: not window.problems.checking.left, timeout=60_000)
    assert problems(window) == []
    box.close()


def test_a_page_without_links_says_so(open_window: Callable[..., MainWindow], folder: Path) -> None:
    (folder / KNEE).write_text("name: Knee\nstudies:\n- {title: Ours, url: /papers/needles.pdf}\n")
    window = open_window(folder)
    window.editing.choose(KNEE)
    action = window.commands["check_links"]
    assert not action.isEnabled()
    assert "No study of this page has a link that could be checked." in action.toolTip()

"""Looking papers up from the window: it never waits, and can always be stopped."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor.references.identifiers import Identifier, identifier_of
from editor.references.looking_up import Answer, Catalogue, Patience, Services
from editor.references.reference import Reference
from editor.ui.looking_up.look_up_words import origin, progress
from editor.ui.looking_up.looking_up import LookingUp
from editor.ui.main_window import MainWindow
from tests.conftest import ROOT
from tests.references.looking_up.papers import DOI, PMID, TITLE, give_papers
from tests.references.looking_up.service import PATIENT, QUICK, Reply, Service
from tests.ui.window import type_name


def paper(text: str) -> Identifier:
    found = identifier_of(text)
    assert found is not None
    return found


class Desk(QObject):
    """Looks up and writes down what it is told."""

    def __init__(self, service: Service, parent: QObject, catalogue: Catalogue | None = None) -> None:
        super().__init__(parent)
        self.service = service
        asked = catalogue or service.catalogue()
        self.looking_up = LookingUp(lambda: asked, lambda: "https://clinic.example", self)
        self.told: list[str] = []
        self.answers: list[Answer] = []
        self.looking_up.progressed.connect(self._tell)
        self.looking_up.failed.connect(self._tell)
        self.looking_up.found.connect(self.answers.extend)

    def look_up(self, *texts: str) -> None:
        self.looking_up.look_up([paper(text) for text in texts])

    def _tell(self, words: str) -> None:
        self.told.append(words)


@pytest.fixture
def desk(paper_service: Service, application: QApplication) -> Desk:
    give_papers(paper_service)
    return Desk(paper_service, application)


def test_what_is_found_comes_with_words_on_the_way(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.looking_up.ended, timeout=PATIENT):
        desk.look_up(DOI)
        assert desk.looking_up.is_running
    assert [answer.reference.title for answer in desk.answers] == [TITLE]
    assert desk.told == [f"Looking up DOI {DOI}..."]
    assert not desk.looking_up.is_running
    assert "clinic.example" in desk.service.asked[0].headers["User-Agent"]


def test_of_several_each_is_told_and_what_is_missing_too(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.looking_up.ended, timeout=PATIENT):
        desk.look_up(DOI, "10.5555/nobody", f"PMID {PMID}", "PMID 99")
    assert len(desk.answers) == 2
    assert desk.told[0] == f"Looking up 1 of 4: DOI {DOI}"
    assert desk.told[-1].startswith("Could not be looked up: DOI 10.5555/nobody, PubMed number 99.")
    assert "Nothing was changed." in desk.told[-1]


def test_progress_tells_which_of_how_many_it_is() -> None:
    papers = [paper(DOI), paper(f"PMID {PMID}")]
    assert progress(papers, 1) == f"Looking up 2 of 2: PubMed number {PMID}"


def test_one_that_is_not_known_is_told_with_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.looking_up.ended, timeout=PATIENT):
        desk.look_up("10.5555/nobody")
    assert "10.5555/nobody" in desk.told[-1]
    assert "Compare it with the one on the paper's page" in desk.told[-1]
    assert not desk.answers


def test_citation_finds_papers_to_choose_from(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.looking_up.found, timeout=PATIENT):
        desk.looking_up.find("Doe A. Needles for sore knees")
    assert [answer.reference.doi for answer in desk.answers] == [DOI]
    assert desk.told == ["Looking for papers like this in Crossref..."]


def test_long_list_of_what_is_missing_is_cut_short(desk: Desk, qtbot: QtBot) -> None:
    desk.service.always = Reply(status=403)
    with qtbot.waitSignal(desk.looking_up.ended, timeout=PATIENT):
        desk.look_up(*(f"10.5555/{number}" for number in range(12)))
    assert "10.5555/7 and 4 more." in desk.told[-1]
    assert "403" in desk.told[-1]


def test_window_answers_keys_while_a_service_is_slow(window: MainWindow, paper_service: Service, qtbot: QtBot) -> None:
    give_papers(paper_service)
    paper_service.always = Reply(is_slow=True)
    desk = Desk(paper_service, window)
    desk.look_up(DOI)
    qtbot.waitUntil(paper_service.was_asked.is_set, timeout=PATIENT)
    before = window.editing.page
    type_name(window, "Slow ")
    qtbot.waitUntil(lambda: window.editing.page.name == f"Slow {before.name}", timeout=PATIENT)
    assert desk.looking_up.is_running
    desk.looking_up.cancel()
    assert desk.told[-1] == "Looking up was stopped. Nothing was changed."


class NotingCatalogue(Catalogue):
    """A catalogue that notes with what each look-up can be stopped."""

    def __init__(self, *settings: Any) -> None:
        super().__init__(*settings)
        self.stops: list[threading.Event] = []

    def look_up(self, identifier: Identifier, stop: threading.Event, **settings: Any) -> Answer:
        self.stops.append(stop)
        return super().look_up(identifier, stop, **settings)


def test_stopped_look_up_ends_at_once_and_tells_nothing_more(desk: Desk, qtbot: QtBot) -> None:
    address = desk.service.address
    catalogue = NotingCatalogue(Services(address, f"{address}/eutils"), None, QUICK)
    desk = Desk(desk.service, desk, catalogue)
    desk.service.replies = [Reply(is_slow=True)]
    desk.look_up(DOI, "10.5555/nobody")
    qtbot.waitUntil(desk.service.was_asked.is_set, timeout=PATIENT)
    with qtbot.waitSignal(desk.looking_up.ended, timeout=100):
        desk.looking_up.cancel()
    assert not desk.looking_up.is_running
    assert [stop.is_set() for stop in catalogue.stops] == [True]
    desk.service.released.set()
    with qtbot.waitSignal(desk.looking_up.found, timeout=PATIENT):
        desk.look_up(f"PMID {PMID}")
    assert [answer.reference.pmid for answer in desk.answers] == [PMID]
    assert desk.told[1] == "Looking up was stopped. Nothing was changed."
    assert len(desk.told) == 3


def test_new_look_up_takes_the_place_of_one_that_goes_on(desk: Desk, qtbot: QtBot) -> None:
    desk.service.replies = [Reply(is_slow=True)]
    desk.look_up(DOI)
    qtbot.waitUntil(desk.service.was_asked.is_set, timeout=PATIENT)
    with qtbot.waitSignal(desk.looking_up.ended, timeout=PATIENT):
        desk.look_up(f"PMID {PMID}")
    assert [answer.reference.pmid for answer in desk.answers] == [PMID]


def test_nothing_goes_on_once_the_window_has_gone(desk: Desk, qtbot: QtBot) -> None:
    desk.service.always = Reply(is_slow=True)
    before = set(threading.enumerate())
    looking_up = LookingUp(lambda: desk.service.catalogue(patience=Patience(whole=100)), lambda: "", desk)
    looking_up.look_up([paper(DOI), paper(f"PMID {PMID}")])
    qtbot.waitUntil(desk.service.was_asked.is_set, timeout=PATIENT)
    looking_up.deleteLater()
    qtbot.waitUntil(lambda: not isValid(looking_up), timeout=PATIENT)
    qtbot.waitUntil(
        lambda: not [one for one in set(threading.enumerate()) - before if "background" in one.name], timeout=PATIENT
    )
    assert len(desk.service.asked) == 1


ENDS_WHILE_IT_LOOKS_UP = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from editor.references.identifiers import identifier_of
from editor.references.looking_up import Catalogue, Services
from editor.ui.looking_up.looking_up import LookingUp
program = QCoreApplication([])
catalogue = Catalogue(Services(sys.argv[1], sys.argv[1]))
looking_up = LookingUp(lambda: catalogue, lambda: "")
looking_up.look_up([identifier_of("10.5555/a")])
sys.stdin.readline()
QTimer.singleShot(0, program.quit)
program.exec()
"""


def test_program_ends_while_a_service_is_slow(paper_service: Service) -> None:
    paper_service.always = Reply(is_slow=True)
    command = [sys.executable, "-c", ENDS_WHILE_IT_LOOKS_UP, paper_service.address]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, text=True) as program:
        assert paper_service.was_asked.wait(PATIENT / 1000)
        program.communicate("\n", timeout=15)  # a look-up may take 25 seconds
    assert program.returncode == 0


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(Reference(), date(2026, 11, 10), "Crossref"), "Crossref, asked today"),
        (Answer(Reference(), date(2026, 11, 10), "PubMed", is_kept=True), "PubMed, asked today"),
        (
            Answer(Reference(), date(2026, 11, 9), "PubMed", is_kept=True),
            "PubMed, asked yesterday and kept on this PC",
        ),
        (
            Answer(Reference(), date(2026, 11, 3), "Crossref", is_kept=True, why_kept="It is busy."),
            "Crossref, asked on 3 November 2026 and kept on this PC, as it can't be asked now",
        ),
        (Answer(Reference(), date(2026, 11, 3), "Crossref"), "Crossref, asked on 3 November 2026"),
    ],
)
def test_answer_says_from_whom_and_when_it_is(answer: Answer, words: str) -> None:
    assert origin(answer, date(2026, 11, 10)) == words

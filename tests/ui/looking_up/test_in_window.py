"""Looking up from the box above the studies, over a network that does all that networks do.

Whatever it does, the window answers keys, what stood in the box stays there, and no page has changed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.references.identifiers import identifier_of
from editor.references.looking_up import Catalogue, Patience, Services
from editor.storage.kept_answers import KeptAnswers
from editor.ui.local_times import day_words
from editor.ui.main_window import MainWindow
from tests.references.looking_up.papers import DOI, TITLE, article, give_papers
from tests.references.looking_up.service import PATIENT, QUICK, Reply, Service, serving
from tests.ui.adding.review import give_words, review_of, titles
from tests.ui.window import type_name

LINK = f"https://doi.org/{DOI}"
FAILURES = (
    (Reply(b"Resource not found.", 404), "Neither Crossref nor PubMed knows"),
    (Reply(status=503), "too much to do"),
    (Reply(status=403), "it said 403"),
    (Reply(b'{"message": {"DOI": "10.55', missing=50), "broke off"),
    (Reply(b"<html>Please log in</html>"), "could not be read"),
    (Reply(status=302, headers={"Location": "/works/1"}), "Somebody else than Crossref"),
    (Reply(status=302, headers={"Location": "file:///etc/passwd"}), "Somebody else than Crossref"),
    (Reply(status=302, headers={"Location": "http://wifi.example/login"}), "Somebody else than Crossref"),
    (Reply(status=429, headers={"Retry-After": "300"}), "Try again in 5 minutes."),  # the last: it is left alone then
)


@pytest.fixture
def on_service(open_window: Callable[..., MainWindow], sample_folder: object, paper_service: Service) -> MainWindow:
    """The window on the sample content, looking up at the local service."""
    give_papers(paper_service)
    window = open_window(sample_folder, paper_service.catalogue())
    window.show_studies()
    return window


def hint(window: MainWindow) -> str:
    return window.view.studies.adding.hint


def is_as_it_was(window: MainWindow) -> bool:
    box = window.view.studies.adding
    return box.line.text() == LINK and box.line.isEnabled() and not window.session.unsaved_places


def test_no_failure_takes_the_words_from_the_box_or_changes_a_page(
    on_service: MainWindow, paper_service: Service, qtbot: QtBot
) -> None:
    for reply, words in FAILURES:
        paper_service.always = reply
        give_words(on_service, LINK, qtbot)
        qtbot.waitUntil(lambda words=words: words in hint(on_service), timeout=PATIENT)
        assert "Nothing was changed." in hint(on_service)
        assert is_as_it_was(on_service)


def test_slow_service_leaves_the_window_to_its_user_until_it_is_stopped(
    on_service: MainWindow, paper_service: Service, qtbot: QtBot
) -> None:
    paper_service.always = Reply(is_slow=True)
    give_words(on_service, LINK, qtbot)
    qtbot.waitUntil(paper_service.was_asked.is_set, timeout=PATIENT)
    box = on_service.view.studies.adding
    assert box.is_working
    name = on_service.editing.page.name
    on_service.show_texts()
    type_name(on_service, "x")
    qtbot.waitUntil(lambda: on_service.editing.page.name == f"x{name}", timeout=PATIENT)
    on_service.commands["undo"].trigger()
    on_service.show_studies()
    assert box.is_working
    qtbot.mouseClick(box.cancel, Qt.MouseButton.LeftButton)
    assert not box.is_working
    assert is_as_it_was(on_service)


def test_what_is_found_is_shown_with_whose_answer_it_is(
    on_service: MainWindow, paper_service: Service, qtbot: QtBot
) -> None:
    give_words(on_service, LINK, qtbot)
    review = review_of(on_service, qtbot)
    assert TITLE not in titles(on_service)
    qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
    assert TITLE in titles(on_service)
    assert len(paper_service.asked) == 1


def test_citation_with_both_numbers_is_one_study_of_two_records(
    on_service: MainWindow, paper_service: Service, qtbot: QtBot
) -> None:
    paper_service.take_articles(article("99000002", DOI))
    before = len(titles(on_service))
    give_words(on_service, f"Doe A, Roe B. {TITLE}. 2018. doi:{DOI}. PMID: 99000002.", qtbot)
    review = review_of(on_service, qtbot)
    qtbot.mouseClick(review.add, Qt.MouseButton.LeftButton)
    assert len(titles(on_service)) == before + 1
    study = next(study for study in on_service.editing.page.study_list if study.title == TITLE)
    assert (study.doi, study.pmid) == (DOI, "99000002")
    assert {record.source for record in on_service.elsewhere.records.of(study)} == {"Crossref", "PubMed"}


def test_offline_the_last_answer_is_used_and_says_its_date(
    open_window: Callable[..., MainWindow], sample_folder: object, paper_service: Service, qtbot: QtBot
) -> None:
    give_papers(paper_service)
    kept = KeptAnswers()
    services = Services(paper_service.address, paper_service.address)
    weeks_ago = datetime.now(UTC) - timedelta(days=20)
    earlier = Catalogue(services, kept, Patience(), lambda: weeks_ago)
    earlier.look_up(identifier_of(DOI), threading.Event())
    with serving() as gone:
        pass
    window = open_window(sample_folder, Catalogue(Services(gone.address, gone.address), kept, QUICK))
    window.show_studies()
    give_words(window, LINK, qtbot)
    review = review_of(window, qtbot)
    words = " ".join(label.text() for label in review.findChildren(QLabel))
    assert f"Crossref, asked on {day_words(weeks_ago.astimezone())} and kept on this PC, as it can't be asked" in words
    review.reject()

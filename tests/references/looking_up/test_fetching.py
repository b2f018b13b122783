"""Asking one question over a network that does all that networks do."""

from __future__ import annotations

import gzip
import logging
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import pytest

from editor.references.looking_up import FailureKind, LookUpFailed, Patience
from editor.references.looking_up.fetching import LARGEST, fetch, redirected
from editor.references.looking_up.patience import Pace
from editor.references.looking_up.services import CROSSREF, Question
from editor.storage.program_log import WINDOW, log_folder, start_log
from tests.references.looking_up.service import QUICK, Reply, Service, serving
from tests.storage.log_end import end_log

ANSWER = Reply(b"the answer")


class Asker:
    """Asks the service as the catalogue does."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.pace = Pace(0)
        self.stop = threading.Event()

    def ask(self, patience: Patience = QUICK) -> bytes:
        question = Question(CROSSREF, f"{self.service.address}/works/1")
        return fetch(question, "agent/1", self.pace, patience, self.stop)

    def failure(self, patience: Patience = QUICK) -> LookUpFailed:
        with pytest.raises(LookUpFailed) as caught:
            self.ask(patience)
        assert "Nothing was changed." in str(caught.value)
        return caught.value


@pytest.fixture
def asker(paper_service: Service) -> Asker:
    return Asker(paper_service)


def test_answer_comes_as_it_was_sent(asker: Asker) -> None:
    asker.service.replies = [ANSWER]
    assert asker.ask() == b"the answer"
    assert asker.service.asked[0].headers["User-Agent"] == "agent/1"


def test_packed_answer_is_unpacked(asker: Asker) -> None:
    asker.service.replies = [Reply(gzip.compress(b"the answer"), headers={"Content-Encoding": "gzip"})]
    assert asker.ask() == b"the answer"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_busy_service_is_asked_again(asker: Asker, status: int) -> None:
    asker.service.replies = [Reply(status=status), Reply(status=status), ANSWER]
    assert asker.ask() == b"the answer"
    assert len(asker.service.asked) == 3


def test_busy_service_is_not_asked_for_ever(asker: Asker) -> None:
    asker.service.always = Reply(status=503)
    assert asker.failure().kind == FailureKind.BUSY
    assert len(asker.service.asked) == QUICK.tries


def test_pause_that_is_asked_for_is_kept(asker: Asker) -> None:
    asker.service.replies = [Reply(status=429, headers={"Retry-After": "1"}), ANSWER]
    began = time.monotonic()
    assert asker.ask(Patience(pause=0.01, longest_pause=2)) == b"the answer"
    assert time.monotonic() - began >= 1


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("2", "in a minute"),
        ("180", "in 3 minutes"),
        ("86400", "tomorrow"),
        pytest.param(
            format_datetime(datetime.now(UTC) + timedelta(minutes=29, seconds=30), usegmt=True), "minutes", id="a date"
        ),
    ],
)
def test_longer_pause_than_a_person_waits_is_told_and_kept(asker: Asker, asked: str, words: str) -> None:
    asker.service.always = Reply(status=503, headers={"Retry-After": asked})
    failure = asker.failure()
    assert failure.kind == FailureKind.BUSY
    assert words in str(failure)
    assert words in str(asker.failure())
    assert len(asker.service.asked) == 1, "the service was asked although it wants to be left alone"


def test_pause_of_years_does_not_close_a_service_for_good(asker: Asker) -> None:
    asker.service.always = Reply(status=429, headers={"Retry-After": "Wed, 21 Oct 2099 07:28:00 GMT"})
    assert "tomorrow" in str(asker.failure())
    assert 80_000 < asker.pace.closed_for <= 86_400


@pytest.mark.parametrize("nonsense", ["soon", "-5", "9" * 500, "\u00b2", "Fri, 99 Foo 2026 00:00:00 GMT"])
def test_nonsense_in_place_of_a_pause_does_no_harm(asker: Asker, nonsense: str) -> None:
    asker.service.always = Reply(status=503, headers={"Retry-After": nonsense})
    assert asker.failure().kind == FailureKind.BUSY


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, FailureKind.NOT_FOUND),
        (410, FailureKind.NOT_FOUND),
        (401, FailureKind.BUSY),
        (403, FailureKind.BUSY),
        (407, FailureKind.OFFLINE),
        (204, FailureKind.BUSY),
    ],
)
def test_other_answers_are_told_at_once(asker: Asker, status: int, kind: FailureKind) -> None:
    asker.service.always = Reply(status=status)
    assert asker.failure().kind == kind
    assert len(asker.service.asked) == 1


def test_answer_that_is_cut_off_is_asked_for_again_and_then_told(asker: Asker) -> None:
    asker.service.replies = [Reply(b"half", missing=10), ANSWER]
    assert asker.ask() == b"the answer"
    asker.service.always = Reply(b"half", missing=10)
    failure = asker.failure()
    assert failure.kind == FailureKind.NOT_UNDERSTOOD
    assert "broke off" in str(failure)


def test_packed_answer_that_is_cut_off_is_told(asker: Asker) -> None:
    packed = gzip.compress(b"the answer" * 100)
    asker.service.always = Reply(packed[: len(packed) // 2], headers={"Content-Encoding": "gzip"})
    assert "broke off" in str(asker.failure())


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"0" * (LARGEST + 1)),
        Reply(gzip.compress(b"0" * 10 * LARGEST), headers={"Content-Encoding": "gzip"}),
        Reply(b"\x1f\x8bnot packed at all", headers={"Content-Encoding": "gzip"}),
        Reply(b"?", headers={"Content-Encoding": "br"}),
    ],
    ids=["huge", "packed bomb", "not packed", "packed otherwise"],
)
def test_what_is_no_answer_is_refused(asker: Asker, reply: Reply) -> None:
    asker.service.always = reply
    assert asker.failure().kind == FailureKind.NOT_UNDERSTOOD


def test_service_may_have_moved_within_its_site(asker: Asker) -> None:
    asker.service.replies = [Reply(status=301, headers={"Location": "/v1/works/1"}), ANSWER]
    assert asker.ask() == b"the answer"
    assert [asked.address for asked in asker.service.asked] == ["/works/1", "/v1/works/1"]


@pytest.mark.parametrize(
    "target",
    [
        "/works/1",
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "https://somewhere-else.example/login",
        "http://localhost:1/login",
        "//[",
        "data:text/plain,hello",
        "",
    ],
)
def test_redirect_in_a_circle_or_elsewhere_is_not_followed(asker: Asker, target: str) -> None:
    asker.service.always = Reply(status=302, headers={"Location": target})
    assert asker.failure().kind in {FailureKind.NOT_UNDERSTOOD, FailureKind.BUSY}
    assert len(asker.service.asked) <= 4


def test_safe_address_is_never_left_for_an_unsafe_one() -> None:
    here = httpx.URL("https://api.crossref.example/works/1")
    with pytest.raises(LookUpFailed):
        redirected(here, "http://api.crossref.example/works/1", CROSSREF)
    assert redirected(here, "https://www.crossref.example/works/1", CROSSREF).host == "www.crossref.example"


def test_slow_service_is_given_up(asker: Asker) -> None:
    asker.service.always = Reply(is_slow=True)
    began = time.monotonic()
    failure = asker.failure(Patience(whole=0.3))
    assert time.monotonic() - began < 2
    assert failure.kind == FailureKind.BUSY
    assert "too long" in str(failure)


def test_look_up_is_stopped_at_once(asker: Asker) -> None:
    asker.service.always = Reply(is_slow=True)
    ended: list[tuple[float, LookUpFailed]] = []

    def ask() -> None:
        failure = asker.failure(Patience())
        ended.append((time.monotonic(), failure))

    thread = threading.Thread(target=ask)
    thread.start()
    asker.service.was_asked.wait(10)
    stopped = time.monotonic()
    asker.stop.set()
    thread.join()
    assert ended[0][1].kind == FailureKind.STOPPED
    assert ended[0][0] - stopped < 1, "a tenth of a second, on a machine that has time"


def test_pause_is_stopped_too(asker: Asker) -> None:
    asker.service.always = Reply(status=503, headers={"Retry-After": "60"})
    thread = threading.Thread(target=asker.failure, args=(Patience(whole=100, longest_pause=90),))
    thread.start()
    asker.service.was_asked.wait(10)
    asker.stop.set()
    thread.join(5)
    assert not thread.is_alive()


def test_nobody_there_is_told_as_offline(asker: Asker) -> None:
    with serving() as gone:
        asker.service = gone
    failure = asker.failure()
    assert failure.kind == FailureKind.OFFLINE
    assert "internet connection" in str(failure)


def test_name_that_nobody_knows_is_told_as_offline(asker: Asker) -> None:
    asker.service.address = "http://no-such-host.invalid"
    assert asker.failure().kind == FailureKind.OFFLINE


def test_who_cannot_prove_to_be_the_service_is_not_asked(asker: Asker) -> None:
    asker.service.address = asker.service.address.replace("http:", "https:")
    failure = asker.failure()
    assert failure.kind == FailureKind.OFFLINE
    assert "can't be sure" in str(failure)
    assert asker.service.asked == []


def test_proxy_of_the_system_is_used(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", asker.service.address)
    asker.service.address = "http://api.crossref.invalid"
    asker.service.replies = [ANSWER]
    assert asker.ask() == b"the answer"
    assert asker.service.asked[0].address == "http://api.crossref.invalid/works/1"


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "nonsense://x"])
def test_proxy_that_cannot_be_used_is_told(asker: Asker, monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    failure = asker.failure()
    assert failure.kind == FailureKind.OFFLINE
    assert "proxy" in str(failure)
    assert asker.service.asked == []


def test_questions_keep_apart(asker: Asker) -> None:
    asker.pace = Pace(0.2)
    asker.service.always = ANSWER
    began = time.monotonic()
    for _ in range(3):
        asker.ask()
    assert time.monotonic() - began >= 0.4


@pytest.fixture
def log_file() -> Iterator[Path]:
    """The program's log while it is written."""
    level = logging.getLogger("editor").level
    start_log(WINDOW)
    yield log_folder()
    end_log()
    logging.getLogger("editor").setLevel(level)


def test_log_tells_neither_what_was_asked_nor_what_came(asker: Asker, log_file: Path) -> None:
    asker.service.replies = [ANSWER]
    asker.ask()
    logging.getLogger("editor.test").warning("the log is written")
    written = "".join(path.read_text() for path in log_file.iterdir())
    assert written.count("\n") == 1, written

"""Following links to websites that do all that websites do."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from editor.content.link_state import LinkState
from editor.references.looking_up import Patience
from editor.references.looking_up.link_following import Followed, follow_all
from tests.references.looking_up.service import QUICK, Reply, Service, serving

WORKS, DEAD, UNKNOWN = LinkState.WORKS, LinkState.DEAD, LinkState.UNKNOWN


def follow(*addresses: str, patience: Patience = QUICK) -> Followed:
    return follow_all(addresses, threading.Event(), lambda _: None, site="https://clinic.example", patience=patience)


def followed(service: Service, reply: Reply, patience: Patience = QUICK) -> LinkState:
    """What comes of a link at which that is said."""
    service.pages["/paper"] = reply
    address = f"{service.address}/paper"
    return follow(address, patience=patience).states[address]


def sent_to(address: str) -> Reply:
    return Reply(status=302, headers={"Location": address})


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (200, WORKS),
        (206, WORKS),
        (300, WORKS),
        (404, DEAD),
        (410, DEAD),
        (400, UNKNOWN),
        (401, UNKNOWN),
        (403, UNKNOWN),
        (407, UNKNOWN),
        (418, UNKNOWN),
        (429, UNKNOWN),
        (500, UNKNOWN),
        (502, UNKNOWN),
        (503, UNKNOWN),
        (504, UNKNOWN),
    ],
)
def test_only_what_says_that_it_is_gone_is_dead(paper_service: Service, status: int, state: LinkState) -> None:
    assert followed(paper_service, Reply(status=status)) is state
    assert len(paper_service.asked) == 1


def test_who_asks_is_named(paper_service: Service) -> None:
    followed(paper_service, Reply())
    agent = paper_service.asked[0].headers["User-Agent"]
    assert agent.startswith("ClinicPageEditor/")
    assert "https://clinic.example" in agent


def test_a_page_is_not_read(paper_service: Service) -> None:
    assert followed(paper_service, Reply(b"half", missing=1_000_000_000)) is WORKS


@pytest.mark.parametrize(("status", "state"), [(200, WORKS), (404, DEAD), (403, UNKNOWN)])
def test_where_one_is_sent_on_to_decides(paper_service: Service, status: int, state: LinkState) -> None:
    paper_service.pages["/there"] = Reply(status=status)
    with serving() as other:
        other.pages["/here"] = sent_to(f"{paper_service.address}/there")
        assert followed(paper_service, sent_to(f"{other.address}/here")) is state


@pytest.mark.parametrize(
    "target", ["/paper", "file:///etc/passwd", "ftp://127.0.0.1/x", "mailto:a@b.example", "data:text/plain,x"]
)
def test_a_circle_and_what_is_no_address_on_the_web_are_not_followed(paper_service: Service, target: str) -> None:
    assert followed(paper_service, sent_to(target)) is UNKNOWN
    assert len(paper_service.asked) <= 11


def test_a_website_gets_back_the_cookie_that_it_gives_as_some_lead_in_a_circle_without(paper_service: Service) -> None:
    paper_service.pages["/there"] = Reply()
    assert followed(paper_service, Reply(status=302, headers={"Location": "/there", "Set-Cookie": "seen=1"})) is WORKS
    assert [one.headers.get("Cookie") for one in paper_service.asked] == [None, "seen=1"]


def test_who_hangs_up_says_nothing_of_the_link(paper_service: Service) -> None:
    assert followed(paper_service, Reply(hangs_up=True)) is UNKNOWN


def test_who_cannot_prove_to_be_the_website_is_not_asked(paper_service: Service) -> None:
    address = paper_service.address.replace("http:", "https:")
    assert follow(address).states == {address: UNKNOWN}
    assert paper_service.asked == []


def test_a_slow_website_is_given_up(paper_service: Service) -> None:
    began = time.monotonic()
    assert followed(paper_service, Reply(is_slow=True), Patience(whole=0.3)) is UNKNOWN
    assert time.monotonic() - began < 5


def test_a_website_that_wants_to_be_left_alone_is(paper_service: Service) -> None:
    paper_service.always = Reply(status=429, headers={"Retry-After": "30"})
    addresses = [f"{paper_service.address}/{number}" for number in range(3)]
    assert follow(*addresses).states == dict.fromkeys(addresses, UNKNOWN)
    assert len(paper_service.asked) == 1


def test_without_a_network_nothing_is_known() -> None:
    with serving() as gone:
        address = f"{gone.address}/paper"
    assert follow(address) == Followed({address: UNKNOWN}, any_answered=False)


@pytest.mark.parametrize(
    ("errors", "state"),
    [
        ({"gone.invalid": socket.EAI_NONAME}, DEAD),
        ({"gone.invalid": socket.EAI_NONAME, "doi.org": socket.EAI_NONAME}, UNKNOWN),
        ({"gone.invalid": socket.EAI_NONAME, "doi.org": socket.EAI_AGAIN}, UNKNOWN),
        ({"gone.invalid": socket.EAI_AGAIN}, UNKNOWN),
    ],
    ids=["no such name", "no network", "no name service", "could not be asked"],
)
@pytest.mark.usefixtures("paper_service")
def test_a_name_that_nobody_knows_is_dead_where_others_are_known(
    monkeypatch: pytest.MonkeyPatch, errors: dict[str, int], state: LinkState
) -> None:
    def looked_up(host: str, *_: object, **__: object) -> list[object]:
        if host in errors:
            raise socket.gaierror(errors[host], "the computer's name service says no")
        return [host]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    address = "http://gone.invalid/paper"
    assert follow(address) == Followed({address: state}, any_answered=state is DEAD)


def test_it_tells_how_far_it_is_and_stops_with_what_is_known(paper_service: Service) -> None:
    paper_service.pages = {"/slow": Reply(is_slow=True), "/quick": Reply()}
    quick, slow = f"{paper_service.address}/quick", f"{paper_service.address}/slow"
    stop, told = threading.Event(), list[int]()

    def tell(done: int) -> None:
        told.append(done)
        stop.set()

    began = time.monotonic()
    assert follow_all([quick, slow], stop, tell).states == {quick: WORKS}
    assert told == [1]
    assert time.monotonic() - began < 5

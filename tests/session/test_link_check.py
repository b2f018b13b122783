"""Links are followed when somebody asks, and what came of them is kept."""

from __future__ import annotations

import threading
from datetime import date

from editor.content.link_state import LinkState
from editor.session.link_check import check_links
from editor.storage.kept_links import KeptLinks
from tests.references.looking_up.service import Reply, Service, serving


def test_those_that_worked_today_are_not_followed_again(paper_service: Service) -> None:
    paper_service.pages = {"/here": Reply(), "/gone": Reply(status=404), "/shut": Reply(status=403)}
    addresses = [f"{paper_service.address}{path}" for path in paper_service.pages]
    told: list[int] = []
    first = check_links(addresses, threading.Event(), told.append)
    assert [first.states[address] for address in addresses] == [LinkState.WORKS, LinkState.DEAD, LinkState.UNKNOWN]
    assert told == [0, 1, 2, 3]
    kept = KeptLinks()
    assert {address: kept.of(address, date.today()) for address in addresses} == first.states
    asked = len(paper_service.asked)
    paper_service.pages["/gone"] = Reply()
    again = check_links(addresses, threading.Event(), told.append)
    assert [again.states[address] for address in addresses] == [LinkState.WORKS, LinkState.WORKS, LinkState.UNKNOWN]
    assert sorted(one.address for one in paper_service.asked[asked:]) == ["/gone", "/shut"]


def test_without_a_network_nothing_is_kept() -> None:
    with serving() as gone:
        address = f"{gone.address}/paper"
    followed = check_links([address], threading.Event(), lambda _: None)
    assert (followed.states, followed.any_answered) == ({address: LinkState.UNKNOWN}, False)
    assert KeptLinks().of(address, date.today()) is None

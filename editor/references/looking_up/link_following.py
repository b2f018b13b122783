"""Following links, to see which lead to a page: as a browser does, only that no page is read."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial

import httpx

from editor.content.link_state import LinkState
from editor.references.looking_up.answer import FailureKind, LookUpFailed
from editor.references.looking_up.connecting import LONGEST_CLOSED, asked_pause, connected, outcome_of, wait
from editor.references.looking_up.patience import Pace, Patience
from editor.references.looking_up.services import user_agent

_AT_ONCE = 4
_GAP = 0.35
"""Seconds between two questions to one website."""
_MOST_REDIRECTS = 10
"""As publishers lead from one of their websites to another."""
_GONE = {httpx.codes.NOT_FOUND, httpx.codes.GONE}
_BUSY = {httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE}
_SURE_NAME = "doi.org"
"""It exists, so where it is not known either there is no network."""
_LEFT_ALONE = 60.0
"""Seconds for which a website that is busy is left alone, where it does not say for how long."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of links, by address; those that were not followed before it was stopped are missing.

    `any_answered` tells whether a website has answered at all, be it that it refuses: else there is no network.
    """

    states: dict[str, LinkState]
    any_answered: bool


def follow_all(
    addresses: Sequence[str],
    stop: threading.Event,
    tell: Callable[[int], None],
    *,
    site: str = "",
    patience: Patience | None = None,
) -> Followed:
    """Follow links, several at once; blocks. `tell` is called with how many are done. It ends soon once `stop` is set.

    `site` is the address of the clinic's website, for those who are asked. Only http and https are followed, from one
    address to the next ten times at most. A website that refuses, has too much to do or does not answer in time says
    nothing of a link: publishers turn programs away. One of a name that nobody knows is gone, if other names are known.
    """
    follower = _Follower(user_agent(site), patience or Patience(), stop)
    outcomes: dict[str, _Outcome] = {}
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="links") as threads:
        running = {threads.submit(follower.follow, address): address for address in addresses}
        for done in as_completed(running):
            outcome = done.result()
            if outcome is not None:
                outcomes[running[done]] = outcome
                tell(len(outcomes))
    any_answered = any(outcome in _ANSWERED for outcome in outcomes.values())
    return Followed({address: _STATES[outcome] for address, outcome in outcomes.items()}, any_answered)


class _Outcome(Enum):
    """What came of following one link."""

    WORKS = auto()
    GONE = auto()
    REFUSED = auto()
    """Somebody answered something that tells nothing of the link."""
    UNREACHED = auto()


_ANSWERED = {_Outcome.WORKS, _Outcome.GONE, _Outcome.REFUSED}
_STATES = {
    _Outcome.WORKS: LinkState.WORKS,
    _Outcome.GONE: LinkState.DEAD,
    _Outcome.REFUSED: LinkState.UNKNOWN,
    _Outcome.UNREACHED: LinkState.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class _Follower:
    """Follows links from any thread, and asks no website faster than it likes."""

    agent: str
    patience: Patience
    stop: threading.Event
    paces: dict[str, Pace] = field(default_factory=dict)

    def follow(self, address: str) -> _Outcome | None:
        """What comes of one link; None where it is stopped."""
        if self.stop.is_set():
            return None
        deadline = time.monotonic() + self.patience.whole
        try:
            return outcome_of(partial(self._send, address, deadline), "", deadline, self.stop)
        except LookUpFailed as failure:
            return None if failure.kind is FailureKind.STOPPED else _Outcome.UNREACHED

    def _send(self, address: str, deadline: float) -> _Outcome:
        """On a thread of its own. Raises LookUpFailed."""
        left = max(deadline - time.monotonic(), 0.01)
        timeout = httpx.Timeout(left, connect=min(self.patience.connecting, left))
        headers = {"User-Agent": self.agent, "Accept": "text/html,*/*;q=0.8"}
        try:
            with connected(timeout, headers, "") as client:
                return self._led_on(client, httpx.URL(address))
        except httpx.ConnectError as error:
            return _Outcome.GONE if _is_about_name(error) and _names_are_known() else _Outcome.UNREACHED
        except httpx.RemoteProtocolError:
            return _Outcome.REFUSED
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError):
            return _Outcome.UNREACHED

    def _led_on(self, client: httpx.Client, address: httpx.URL) -> _Outcome:
        """Ask, and ask where one is sent on to. The client keeps cookies, without which some lead in a circle."""
        for _ in range(_MOST_REDIRECTS + 1):
            if address.scheme not in {"http", "https"}:
                return _Outcome.REFUSED
            pace = self.paces.setdefault(address.host, Pace(_GAP))
            wait(pace.turn(), self.stop)
            if pace.closed_for:
                return _Outcome.REFUSED
            with client.stream("GET", address) as response:  # HEAD is refused by many who have the page
                if not response.has_redirect_location:
                    return _outcome(response, pace)
                address = address.join(response.headers["location"])
        return _Outcome.REFUSED


def _outcome(response: httpx.Response, pace: Pace) -> _Outcome:
    """What an answer says of the link."""
    if response.status_code in _BUSY:
        asked = asked_pause(response.headers.get("retry-after", ""))
        pace.close(min(_LEFT_ALONE if asked is None else asked, LONGEST_CLOSED))
    if response.status_code in _GONE:
        return _Outcome.GONE
    if response.status_code == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
        return _Outcome.UNREACHED
    return _Outcome.WORKS if httpx.codes.OK <= response.status_code < httpx.codes.BAD_REQUEST else _Outcome.REFUSED


def _is_about_name(error: BaseException) -> bool:
    """Whether an error came of a name that nobody knows, and not of one that could not be asked for just now."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return cause.errno == socket.EAI_NONAME
        cause = cause.__cause__ or cause.__context__
    return False


def _names_are_known() -> bool:
    """Whether this computer can ask for names on the internet now."""
    try:
        return bool(socket.getaddrinfo(_SURE_NAME, None))
    except OSError:
        return False

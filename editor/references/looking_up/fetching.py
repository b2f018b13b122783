"""One question to a service over the network: within limits of time, size and place, and stopped at once."""

from __future__ import annotations

import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import httpx

from editor.references.looking_up import failures
from editor.references.looking_up.answer import LookUpFailed
from editor.references.looking_up.connecting import LONGEST_CLOSED, asked_pause, connected, outcome_of, wait
from editor.references.looking_up.patience import Pace, Patience
from editor.references.looking_up.services import CROSSREF, PUBMED, Question

LARGEST = 8_000_000
"""Bytes of an answer; the largest record of one paper takes a tenth of it."""
_MOST_REDIRECTS = 3
_TRY_AGAIN = {429, 500, 502, 503, 504}
_UNKNOWN = {CROSSREF: {404, 410}, PUBMED: {400, 404, 410}}
"""What each says for what it does not know: PubMed takes a number that it never gave for a bad question."""


def fetch(question: Question, agent: str, pace: Pace, patience: Patience, stop: threading.Event) -> bytes:
    """What the service answers. Raises LookUpFailed; once `stop` is set, within a tenth of a second."""
    deadline = time.monotonic() + patience.whole
    request = _Request(question, agent, patience, deadline, stop)
    tried = 0
    while True:
        if pace.closed_for > patience.longest_pause:
            raise failures.asks_to_wait(question.service, pace.closed_for)
        wait(max(pace.turn(), pace.closed_for), stop)
        outcome = outcome_of(request.send, question.service, deadline, stop)
        if isinstance(outcome, bytes):
            return outcome
        pause = outcome.pause if outcome.pause is not None else patience.pause * 2**tried
        if outcome.pause is not None:
            pace.close(min(outcome.pause, LONGEST_CLOSED))
        tried += 1
        if tried == patience.tries or pause > patience.longest_pause or time.monotonic() + pause >= deadline:
            raise outcome.failure
        wait(pause, stop)


@dataclass(frozen=True, slots=True)
class _Again:
    """A failure that another try may mend; `pause` are the seconds it is asked to wait, if any."""

    failure: LookUpFailed
    pause: float | None = None


@dataclass(frozen=True, slots=True)
class _Request:
    """What one try needs to know."""

    question: Question
    agent: str
    patience: Patience
    deadline: float
    stop: threading.Event

    def send(self) -> bytes | _Again:
        """Asks once, with what redirects come of it; blocks. Raises LookUpFailed."""
        service = self.question.service
        try:
            return self._send()
        except httpx.ConnectTimeout as error:
            raise failures.offline(service) from error
        except httpx.TimeoutException as error:
            raise failures.took_too_long(service) from error
        except httpx.ProxyError as error:
            raise failures.proxy_refuses(service) from error
        except httpx.ConnectError as error:
            raise (failures.not_trusted(service) if _is_about_trust(error) else failures.offline(service)) from error
        except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
            return _Again(failures.broken_off(service))
        except (httpx.HTTPError, httpx.InvalidURL, zlib.error, ValueError, ssl.SSLError, OSError) as error:
            raise failures.not_understood(service) from error

    def _send(self) -> bytes | _Again:
        timeout = httpx.Timeout(self._left(), connect=min(self.patience.connecting, self._left()))
        headers = {"User-Agent": self.agent, "Accept-Encoding": "gzip", "Accept": "*/*"}
        with connected(timeout, headers, self.question.service) as client:
            address = httpx.URL(self.question.address)
            for _ in range(_MOST_REDIRECTS + 1):
                with client.stream("GET", address) as response:
                    if not response.has_redirect_location:
                        return self._answer(response)
                    address = redirected(address, response.headers["location"], self.question.service)
        raise failures.answered_by_another(self.question.service)

    def _answer(self, response: httpx.Response) -> bytes | _Again:
        service = self.question.service
        if response.status_code in _UNKNOWN.get(service, ()):
            raise failures.unknown_there(service)
        if response.status_code == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
            raise failures.proxy_refuses(service)
        if response.status_code in _TRY_AGAIN:
            pause = asked_pause(response.headers.get("retry-after", ""))
            return _Again(failures.asks_to_wait(service, pause or 0), pause)
        if response.status_code != httpx.codes.OK:
            raise failures.refused(service, response.status_code)
        return b"".join(self._pieces(response))

    def _pieces(self, response: httpx.Response) -> Iterator[bytes]:
        """The answer unpacked piece by piece: a few bytes can be packed to fill the memory."""
        packed = response.headers.get("content-encoding", "identity").strip().lower()
        unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32) if packed != "identity" else None
        room = LARGEST
        for raw in response.iter_raw():
            if self.stop.is_set() or time.monotonic() >= self.deadline:
                raise failures.took_too_long(self.question.service)
            piece = unpack.decompress(raw, room + 1) if unpack else raw
            room -= len(piece)
            if room < 0:
                raise failures.not_understood(self.question.service)
            yield piece
        if unpack and not unpack.eof:
            raise failures.broken_off(self.question.service)

    def _left(self) -> float:
        return max(self.deadline - time.monotonic(), 0.01)


def redirected(address: httpx.URL, location: str, service: str) -> httpx.URL:
    """Where to go on from an address: within the same site, and not to what is less safe. Raises LookUpFailed."""
    target = address.join(location)
    is_safe = target.scheme == "https" or target.scheme == address.scheme == "http"
    if not is_safe or _site(target) != _site(address):
        raise failures.answered_by_another(service)
    return target


def _is_about_trust(error: BaseException) -> bool:
    """Whether an error came of a certificate that this computer does not trust."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def _site(address: httpx.URL) -> tuple[str, int | None]:
    """Whose an address is: "crossref.org" of "api.crossref.org"; a number of a computer is itself."""
    host = address.host.lower()
    labels = host.split(".")
    is_number = labels[-1].isdecimal() or ":" in host
    return (host if is_number else ".".join(labels[-2:]), address.port)

"""What every question over the network has: this computer's proxy and certificates, and an end when it is stopped."""

from __future__ import annotations

import contextlib
import email.utils
import queue
import ssl
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

import httpx
import truststore

from editor.references.looking_up import failures
from editor.references.looking_up.answer import LookUpFailed

LONGEST_CLOSED = 86_400.0
"""Seconds for which a service is left alone at most, whatever it says: a proxy or a wrong clock may say years."""
_LOOK = 0.05
"""Seconds between two looks at whether the user has stopped it."""

_Outcome = TypeVar("_Outcome")


def connected(timeout: httpx.Timeout, headers: dict[str, str], service: str) -> httpx.Client:
    """A client that trusts whom this computer trusts and goes through its proxy. Raises LookUpFailed."""
    trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        return httpx.Client(verify=trust, timeout=timeout, headers=headers, follow_redirects=False)
    except (ImportError, ValueError, httpx.InvalidURL) as error:  # a proxy of a kind that httpx cannot use
        raise failures.proxy_refuses(service) from error


def outcome_of(send: Callable[[], _Outcome], service: str, deadline: float, stop: threading.Event) -> _Outcome:
    """What comes of asking a service once. Raises LookUpFailed, also when it is stopped or takes too long.

    The network is waited for on a thread of its own, which is left to itself where it hangs: not every wait for a
    network can be broken off.
    """
    outcomes: queue.SimpleQueue[_Outcome | LookUpFailed] = queue.SimpleQueue()

    def put_outcome() -> None:
        """On that thread; whatever happens there, something comes of it for whoever waits."""
        outcome: _Outcome | LookUpFailed = failures.not_understood(service)
        try:
            outcome = send()
        except LookUpFailed as failure:
            outcome = failure
        finally:
            outcomes.put(outcome)

    threading.Thread(target=put_outcome, name="look-up", daemon=True).start()
    while True:
        if stop.is_set():
            raise failures.stopped()
        with contextlib.suppress(queue.Empty):
            outcome = outcomes.get(timeout=_LOOK)
            break
        if time.monotonic() >= deadline:
            raise failures.took_too_long(service)
    if isinstance(outcome, LookUpFailed):
        raise outcome
    return outcome


def wait(seconds: float, stop: threading.Event) -> None:
    """Wait for so long. Raises LookUpFailed where it is stopped."""
    if stop.wait(seconds):
        raise failures.stopped()


def asked_pause(text: str) -> float | None:
    """The seconds of a Retry-After, which says a number or a date; None where it says nothing."""
    text = text.strip()
    if text.isdecimal():
        return float(text[:9])
    try:
        until = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max((until - datetime.now(UTC)).total_seconds(), 0.0)

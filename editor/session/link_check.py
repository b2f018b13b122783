"""Seeing which links lead to a page, where somebody asks for that."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from editor.content.link_state import LinkState
from editor.references.looking_up.link_following import Followed, follow_all
from editor.storage.kept_links import KeptLinks

_STILL_WORKS = timedelta(days=1)
"""For so long a link that worked is not followed again."""


def check_links(
    addresses: Sequence[str], stop: threading.Event, tell: Callable[[int], None], *, site: str = ""
) -> Followed:
    """Follow links, and keep on this PC what came of them; blocks. `tell` is called with how many are done.

    Those that are not followed any more once `stop` is set are missing. Where no website can be reached nothing is
    kept: there is no network, which says nothing of the links. `site` is the address of the clinic's website.
    """
    kept, today = KeptLinks(), date.today()
    known = [address for address in addresses if kept.of(address, today, _STILL_WORKS) is LinkState.WORKS]
    states = dict.fromkeys(known, LinkState.WORKS)
    tell(len(states))
    left = [address for address in addresses if address not in states]
    followed = follow_all(left, stop, lambda done: tell(len(states) + done), site=site)
    if followed.any_answered:
        kept.keep(followed.states, today)
    return Followed(states | followed.states, followed.any_answered or bool(known))

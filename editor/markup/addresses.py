"""Addresses that a text may link to."""

from __future__ import annotations

import re

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What a link may do: open a page, write an e-mail, call."""

_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\x9f\ud800-\udfff]")
_SCHEME = re.compile(r"([^/?#]*?):")


def link_address(text: str) -> str:
    """The address for a link's `href`, or "" where following it could do anything but open a page, mail or call."""
    address = _IGNORED_BY_BROWSERS.sub("", text)
    scheme = _SCHEME.match(address)
    return address if scheme is None or scheme[1].lower() in LINK_SCHEMES else ""

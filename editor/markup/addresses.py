"""Addresses that a text may link to."""

from __future__ import annotations

import re
from urllib.parse import quote

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What a link may do: open a page, write an e-mail, call."""

_IN_NO_ADDRESS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_SCHEME_AND_HOST = re.compile(r"([^/?#:]*):\s*(?://)?[^/?#]*")
_WRITTEN_AS_CODE = re.compile(r"""[\s<>"`{}]""")
_SCHEME = re.compile(r"([^/?#]*?):")
_E_MAIL = re.compile(r"[^@\s:/<>]+@[^@\s:/<>]+\.[^@\s:/<>]+")
_PHONE = re.compile(r"\+?\(?\d[\d ().-]{5,}")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?")
_COPIED = re.compile(r"(?:https?://|mailto:|www\.)\S{1,2000}|" + _E_MAIL.pattern, re.IGNORECASE)


def link_address(text: str) -> str:
    """The address for a link's `href`, or "" where following it could do anything but open a page, mail or call.

    Spaces around it go, and those before its path, where no address has any; within the path and after it they are
    written as browsers do, so that "My Paper.pdf" is found.
    """
    address = _IN_NO_ADDRESS.sub("", text).strip()
    found = _SCHEME_AND_HOST.match(address)
    beginning = "".join(found[0].split()) if found else ""
    if found and beginning.partition(":")[0].lower() not in LINK_SCHEMES:
        return ""
    rest = address[found.end() :] if found else address
    return _WRITTEN_AS_CODE.sub(lambda one: quote(one[0]), beginning + rest)


def typed_address(text: str) -> str:
    """The address that somebody means who types it without "https://" or "mailto:"; "" if it is none."""
    text = text.strip()
    if _E_MAIL.fullmatch(text):
        return f"mailto:{text}"
    if _PHONE.fullmatch(text):
        return "tel:" + re.sub(r"[^\d+]", "", text)
    if _HOST.fullmatch(text):
        return f"https://{text}"
    is_address = text.startswith("/") or _SCHEME.match(text) is not None
    return link_address(text) if is_address and not re.search(r"\s", text) else ""


def copied_address(text: str) -> str:
    """What was copied, if it is an address beyond doubt, else ""."""
    found = _COPIED.fullmatch(text.strip())
    return typed_address(text) if found is not None else ""

"""Addresses that a text may link to."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markup.addresses import link_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://doi.org/10.1/(x)1:2", "https://doi.org/10.1/(x)1:2"),
        (" HTTP://x.example ", "HTTP://x.example"),
        ("/papers/a.pdf", "/papers/a.pdf"),
        ("papers/a:b.pdf", "papers/a:b.pdf"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("\x01javascript:alert(1)", ""),
        ("JaVaScRiPt&colon;x:y", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("", ""),
    ],
)
def test_addresses_of_links(typed: str, address: str) -> None:
    assert link_address(typed) == address


@given(st.text(max_size=40))
def test_no_address_has_another_scheme(text: str) -> None:
    found = re.match(r"\s*([a-zA-Z][\w+.-]*):", link_address(text))
    assert found is None or found[1].lower() in ("http", "https", "mailto", "tel")

"""Addresses that a text may link to."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markup.addresses import copied_address, link_address, typed_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://doi.org/10.1/(x)1:2", "https://doi.org/10.1/(x)1:2"),
        (" HTTP://x.example ", "HTTP://x.example"),
        ("/papers/a.pdf", "/papers/a.pdf"),
        ("papers/a:b.pdf", "papers/a:b.pdf"),
        (" https://x.example/My Paper.pdf?a b ", "https://x.example/My%20Paper.pdf?a%20b"),
        ("https: // x.example/a\n b", "https://x.example/a%20b"),
        ("\xa0https://x.example/a\xa0", "https://x.example/a"),
        ("https://x.example/<a>", "https://x.example/%3Ca%3E"),
        ("tel:+61 3 9000 0000", "tel:+61390000000"),
        ("papers/My Paper.pdf", "papers/My%20Paper.pdf"),
        ("java script:alert(1)", ""),
        ("\xa0javascript:alert(1)", ""),
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


@given(st.text(max_size=40) | st.text("htp:/ \t\n\xa0\u2003<js.x", max_size=14))
def test_no_address_has_another_scheme(text: str) -> None:
    found = re.match(r"\s*([a-zA-Z][\w+.-]*):", link_address(text))
    assert found is None or found[1].lower() in ("http", "https", "mailto", "tel")
    assert link_address(link_address(text)) == link_address(text)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://x.example/a(b)", "https://x.example/a(b)"),
        (" www.x.example ", "https://www.x.example"),
        ("clinic.example/book?a=1", "https://clinic.example/book?a=1"),
        ("info@clinic.example", "mailto:info@clinic.example"),
        ("mailto:info@clinic.example", "mailto:info@clinic.example"),
        ("+61 (3) 9000-0000", "tel:+61390000000"),
        ("/contact/", "/contact/"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("see below", ""),
        ("https://x.example/a b", ""),
        ("Book", ""),
        ("", ""),
    ],
)
def test_an_address_may_be_typed_in_short(typed: str, address: str) -> None:
    assert typed_address(typed) == address


@pytest.mark.parametrize(
    ("copied", "address"),
    [
        ("https://x.example/a\n", "https://x.example/a"),
        ("www.x.example", "https://www.x.example"),
        ("info@clinic.example", "mailto:info@clinic.example"),
        ("Fig. 3", ""),
        ("clinic.example", ""),
        ("see https://x.example", ""),
        ("/contact/", ""),
    ],
)
def test_what_was_copied_is_offered_only_where_it_is_an_address(copied: str, address: str) -> None:
    assert copied_address(copied) == address

"""The addresses in a style sheet."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.render.css_addresses import CssAddress, with_addresses


def addresses(css: str) -> list[CssAddress]:
    found: list[CssAddress] = []

    def keep(address: CssAddress) -> str:
        found.append(address)
        return address.address

    with_addresses(css, keep)
    return found


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("p { background: url(a.png) }", ["a.png"]),
        ("p { background: URL( 'a b.png' ) }", ["a b.png"]),
        ('p { background: u\\72l("a.png") }', ["a.png"]),
        ('@font-face { src: url("a.woff2") format("woff2"), local("A B") }', ["a.woff2"]),
        ('p { background: image-set("a.png" 1x, url(b.png) 2x type("image/png")) }', ["a.png", "b.png"]),
        ("p { --logo: url(a.svg) } @media print { p { list-style: url(b.svg) } }", ["a.svg", "b.svg"]),
        ('p::after { content: "no.png" } /* url(no.png) */ a[href="no.png"] {}', []),
        ('@namespace svg url(http://www.w3.org/2000/svg); p { background: url("a.png") }', ["a.png"]),
    ],
)
def test_what_is_an_address_and_what_is_not(css: str, found: list[str]) -> None:
    assert [address.address for address in addresses(css)] == found


def test_imports_and_lines() -> None:
    css = '@import "a.css" screen;\n@import url(b.css) layer(x) supports(display: grid);\n\np { cursor: url(c.cur) }'
    assert addresses(css) == [
        CssAddress("a.css", 1, is_import=True),
        CssAddress("b.css", 2, is_import=True),
        CssAddress("c.cur", 4, is_import=False),
    ]


def test_addresses_change_and_nothing_else() -> None:
    css = '@import "a";/* url(b) */\n.a > b:not(.c)::after{content:"“";width:calc(1px + 2%);background:url(d) 0 -.5px}'
    changed = with_addresses(css, lambda found: f"x/{found.address}")
    assert changed == css.replace('"a"', '"x/a"').replace("url(d)", 'url("x/d")')


def test_what_would_end_an_address_is_escaped() -> None:
    changed = with_addresses("p { background: url(a) }", lambda _: 'a"b\\c\nd')
    assert [found.address for found in addresses(changed)] == ['a"b\\c\nd']


@pytest.mark.parametrize(
    "css", ["}", "a) url(b) ]", "p { background: url(a", 'p { background: url("a', "@import 'a", "<!--"]
)
def test_broken_style_sheets_do_no_harm(css: str) -> None:
    with_addresses(css, lambda found: found.address + "x")


def test_brackets_without_end_are_told() -> None:
    with pytest.raises(RecursionError):
        with_addresses("(" * 20_000 + "url(a)", lambda found: found.address)


@given(st.text(st.sampled_from("url(@import\"'a;{})\\ /*\n"), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_looked_through(css: str) -> None:
    with_addresses(css, lambda found: found.address + "x")

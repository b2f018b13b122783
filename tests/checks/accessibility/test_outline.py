"""The outline of a page: the same whether all of its HTML is read with care, or without what does not count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.checks.accessibility.outline import Heading, Link, Outline, outline_of

NO_TAG = "\n< "
"""After this a page is not plain HTML any more, and all of it is read with care."""
PIECES = (
    *(
        "<p>",
        '<p class="k">',
        "</p>",
        "<br />",
        "<B>",
        "</B>",
        "<em>",
        "</em>",
        '<p title="a > b">',
        '<svg viewBox="0">',
    ),
    *(
        '<a href="/x">',
        '<a title="<b>" href="/y">',
        "</a>",
        "<h2>",
        '<H3 id="q">',
        "</h2>",
        "</H3>",
        '<html lang="en">',
    ),
    *('<img src="i">', '<img src="i" alt="a &amp; b"/>', '<img alt="<p>" src="z">', "<title>T <b>x</b></title>"),
    *('<style>p{content:"<b>"}</style>', "<style>p{color:red}</style>", '<script>"<p>"</script>', "<!-- <a> -->"),
    *("words", " and ", "R&amp;D", "&am", "p;", "&lt;b&gt;", "<", ">", "</", '"', "'", "<!DOCTYPE html>", "<title>"),
)


def test_what_counts_of_a_page() -> None:
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>Knees &amp; hips</title><style>p > b { color: red }</style></head>'
        '<body><main class="page"><h1><b>Knees</b></h1><p>It <em>hurts</em>.</p>'
        '<p><a href="/a?b&amp;c">See <i>here</i></a></p>'
        '<p><img src="one.png"><img src="two.png" alt=""></p></main></body></html>'
    )
    assert outline_of(page) == Outline(
        "en",
        "Knees & hips",
        [Heading(1, "Knees")],
        [Link("See here", "/a?b&c")],
        ["one.png"],
        ["p > b { color: red }"],
    )


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_leaving_out_what_does_not_count_changes_nothing(pieces: list[str]) -> None:
    page = "".join(pieces)
    assert outline_of(page) == outline_of(page + NO_TAG)

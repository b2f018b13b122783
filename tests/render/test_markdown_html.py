"""Markdown to HTML: the quick way for plain text equals the long one, and nothing harmful comes out of either."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editor.render.markdown_html import markdown_html, parsed_html, text_html
from tests.conftest import tries

_NEARLY_PLAIN = st.text(
    st.sampled_from("abcXYZ 019.,;:-+=#&~|{}()'\"!?/%$@^é漢\u2013\u2018\u2019\u201c\u0301\u200b\u3000\u2009\n"),
    max_size=60,
)
_WORDS = st.lists(
    st.sampled_from(
        ("Pain", "with time.", "2018.", "2018", "&", "&amp;", "&c.", "http://x.example", "1)", "x_y", "it)")
    )
    | st.sampled_from(("klzzwxh:0", "(see", "\n", "\n\n", " ", "  \n", "===", "---", "- ", "+ ", "#", ":", "!")),
    max_size=14,
).map(" ".join)


_EMPHASIS = st.lists(
    st.sampled_from(("*", "*", "**", "***", "a", "b c", " ", "\n", "\n\n", ".", "(", "&", "-", "1.", "é", "\u2003")),
    max_size=16,
).map("".join)
_EMPHASISED = st.lists(
    st.sampled_from(
        ("*one*", "**two**", "*three four*", "**five & six**", "seven", " ", " ", "\n", "\n\n", "*", ",", "x")
    )
).map("".join)


@given(_NEARLY_PLAIN | _WORDS | _EMPHASIS | _EMPHASISED | st.text(max_size=60))
@settings(max_examples=tries(2500), deadline=None)
@example("one\n\n\n two")
@example("Back, Hip & Knee\nand more\n\nNext")
def test_the_quick_way_equals_the_parser(text: str) -> None:
    assert markdown_html(text) == parsed_html(text)


def test_plain_text_takes_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def parser(text: str, top_heading: int) -> str:
        raise AssertionError(f"the parser was asked for {text!r}, level {top_heading}")

    monkeypatch.setattr("editor.render.markdown_html.parsed_html", parser)
    assert markdown_html("The *effect* was **large**, mid*wo*rd too.") == (
        "<p>The <em>effect</em> was <strong>large</strong>, mid<em>wo</em>rd too.</p>"
    )
    assert markdown_html("Pain (severe) & stiffness:\n“most” ease.\n\nSee a doctor - soon!") == (
        "<p>Pain (severe) &amp; stiffness:\n“most” ease.</p>\n<p>See a doctor - soon!</p>"
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("*one* **two**", "<p><em>one</em> <strong>two</strong></p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("one  \ntwo", "<p>one<br>\ntwo</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("2018. We found", '<ol start="2018">\n<li>We found</li>\n</ol>'),
        (r"2018\. We found", "<p>2018. We found</p>"),
        ("[Book](https://x.example/?b&c)", '<p><a href="https://x.example/?b&amp;c" rel="noopener">Book</a></p>'),
        ("[Call](tel:+61390000000)", '<p><a href="tel:+61390000000" rel="noopener">Call</a></p>'),
        ("[In](/contact/)", '<p><a href="/contact/" rel="noopener">In</a></p>'),
        ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
        ("p < 0.05 & more", "<p>p &lt; 0.05 &amp; more</p>"),
    ],
)
def test_markdown(text: str, html: str) -> None:
    assert markdown_html(text) == html


def test_headings_fit_below_the_one_above() -> None:
    assert markdown_html("# A\n\n## B") == "<h2>A</h2>\n<h3>B</h3>"
    assert markdown_html("# A\n\n###### B", top_heading=4) == "<h4>A</h4>\n<h5>B</h5>"


def test_no_level_of_headings_is_left_out() -> None:
    text = "### A\n\n##### B\n\n#### C\n\n# D\n\n## E"
    assert re.findall(r"<(h\d)>(.)", markdown_html(text, 3)) == [
        ("h3", "A"),
        ("h4", "B"),
        ("h4", "C"),
        ("h3", "D"),
        ("h4", "E"),
    ]
    assert markdown_html("<h1>A</h1>") == "A"


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("<script>alert(1)</script>", "script"),
        ("[x](javascript:alert(1))", "javascript"),
        ('<a href="x" onclick="alert(1)">x</a>', "onclick"),
        ("<style>p{}</style>", "style"),
        ("<iframe src='https://x.example'></iframe>", "iframe"),
        ("<form action='https://x.example'><input></form>", "form"),
        ("![x](https://tracker.example/1.gif)", "tracker"),
        ("![x](//tracker.example/1.gif)", "tracker"),
        ("![x](images/../../secret.png)", "secret"),
        ("![x](images/%2e%2e/x)".replace("%2e", "."), ".."),
        ("<div style='position:fixed'>x</div>", "div"),
        ("<!-- note -->", "note"),
    ],
)
def test_what_could_do_harm_is_taken_out(text: str, gone: str) -> None:
    assert gone not in markdown_html(text)


def test_pictures_of_the_content_folder_stay() -> None:
    assert markdown_html("![A knee](images/knee.png)") == '<p><img alt="A knee" src="images/knee.png"></p>'


def test_a_text_nested_too_deeply_is_shown_as_typed_and_harms_no_later_text() -> None:
    text = "- " * 3000 + "x"
    assert markdown_html(text) == text_html(text)
    assert markdown_html("*fine*") == "<p><em>fine</em></p>"


def test_half_characters_do_not_stop_the_page() -> None:
    assert markdown_html("a\ud800b *c*") == "<p>a\ufffdb <em>c</em></p>"
    assert text_html("a\udfffb") == "<p>a\ufffdb</p>"


@given(st.text(st.sampled_from("<>/!-[]()\"'=&;:#*_`\\ \nabpdivsxh1:"), max_size=80))
@settings(max_examples=tries(600), deadline=None)
def test_tags_are_closed_whatever_is_typed(text: str) -> None:
    """The page's own elements around a text hold, as what comes out of it is closed."""
    balance = _Balance()
    balance.feed(markdown_html(text))
    assert balance.open == []


@given(st.text(st.sampled_from("*_\\`[]()<>!- a"), max_size=16))
@settings(max_examples=tries(2000), deadline=None)
@example("*_**__*\\*")
@example("*_a__**\\\\**")
@example("*a **b** c_ d* *e*")
def test_what_the_parser_calls_things_never_reaches_the_page(text: str) -> None:
    assert re.search(r"klzzwxh|wzxhzdk|hzzhzkh|[\x02\x03]", markdown_html(text)) is None


@given(st.text(st.sampled_from("*_a b."), max_size=16))
@settings(max_examples=tries(2000), deadline=None)
@example("*a**b*c")
@example("_.__*_*b")
def test_no_letter_is_lost_among_the_marks_of_bold_and_italic(text: str) -> None:
    shown = re.sub(r"<[^<>]*>", "", markdown_html(text))
    assert re.findall("[ab.]", shown) == re.findall("[ab.]", text)


class _Balance(HTMLParser):
    """The tags that are open at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_plain_text_is_never_mark_up() -> None:
    assert text_html("*not* <b>\n\nbold & <i>") == "<p>*not* &lt;b&gt;</p>\n<p>bold &amp; &lt;i&gt;</p>"
    assert text_html(" \n ") == ""

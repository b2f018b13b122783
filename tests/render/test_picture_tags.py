"""A text's pictures: those of the folder are shown, others are described, and whoever exports hears of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.render.markdown_html import cleaned_html, markdown_html, pictures_not_shown
from editor.render.picture_tags import picture_source, refusal


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("images/a.png", "images/a.png"),
        ("./images/a.png", "images/a.png"),
        ("/images/a.png", "images/a.png"),
        (" images/My knee.JPG ", "images/My%20knee.JPG"),
        ("images/100%25.webp", "images/100%25.webp"),
        ("//images/a.png", ""),
        ("././images/a.png", ""),
        ("../images/a.png", ""),
        ("a.png", ""),
        ("IMAGES/a.png", ""),
        ("https://x.example/images/a.png", ""),
        ("images/../secret.png", ""),
        ("images/%2e%2e/secret.png", ""),
        ("images/%5c/a.png", ""),
        ("images/a%00.png", ""),
        ("images//x.example/a.png", ""),
        ("images/a.png?x", ""),
        ("images/film.mp4", ""),
        ("images/.png/", ""),
        ("", ""),
    ],
)
def test_only_pictures_of_the_folder_have_an_address(address: str, source: str) -> None:
    assert picture_source(address) == source


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![A knee](/images/knee.png)", '<p><img alt="A knee" src="images/knee.png"></p>'),
        ("![A knee](./images/knee.png)", '<p><img alt="A knee" src="images/knee.png"></p>'),
        ('<img src="images/knee.png">', '<p><img alt="" src="images/knee.png"></p>'),
        ("![A & B](https://x.example/a.png)!", "<p>A &amp; B!</p>"),
        ('<img src="../a.png" alt="&lt;b&gt; & &quot;c&quot;">', '<p>&lt;b&gt; &amp; "c"</p>'),
        ("[![Book](../b.png)](/book/)", '<p><a href="/book/" rel="noopener">Book</a></p>'),
        ("<img src=../a.png>", "<p></p>"),
        ("`<img>`", "<p><code>&lt;img&gt;</code></p>"),
        (
            '<a title="<img src=x>" href="/b">b</a>',
            '<p><a title="&lt;img src=x&gt;" href="/b" rel="noopener">b</a></p>',
        ),
    ],
)
def test_what_stands_in_place_of_pictures(text: str, html: str) -> None:
    assert markdown_html(text) == html


@given(
    st.lists(st.sampled_from(("<img ", "src=", "alt=", '"', "'", "images/a.png", "//x", "<", ">", "&quot;", "a", " ")))
)
@settings(max_examples=400, deadline=None)
def test_whatever_is_typed_no_picture_leads_elsewhere_or_has_no_description(pieces: list[str]) -> None:
    html = cleaned_html("".join(pieces))
    for tag in re.findall(r"<img\b[^>]*>", html):
        assert re.fullmatch(r'<img(?= .*\balt=")(?: alt="[^"]*"| title="[^"]*"| src="images/a\.png")+>', tag)


def test_pictures_that_are_not_shown_are_known_by_what_was_typed() -> None:
    text = "![a](C:\\a.png) ![b][1] ![c](images/c.png) <IMG SRC='data:x'> ![a](C:\\a.png)\n\n[1]: ../b.png"
    assert pictures_not_shown(text) == ("C:\\a.png", "../b.png", "data:x")
    assert pictures_not_shown("`![a](b.png)` <img alt='x'>") == ()


def test_a_refusal_says_why_and_what_to_do() -> None:
    assert refusal("../a.png", "knee") == (
        "The page “knee” does not show the picture ../a.png, as it does not come from the folder images."
        " Put it there, and write images/ before its name."
    )
    assert refusal("/images/film.mp4", "knee") == (
        "The page “knee” does not show the picture /images/film.mp4, as its kind is none that pages can show."
        " Pictures' names end in .avif, .gif, .jpeg, .jpg, .png, .svg, .webp."
    )
    assert len(refusal("data:" + "x" * 5000, "knee")) < 250

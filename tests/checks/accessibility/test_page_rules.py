"""Links, headings, language, pictures, pale text and harmful HTML: what trips each rule, and near misses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.checks.accessibility.contrast import contrast, pale_texts
from editor.checks.look_problems import look_problems
from editor.checks.rules.rule_packs import rules_of
from editor.checks.severity import Severity
from editor.content.shared_texts import References
from editor.content.site import Site
from editor.content.study import Study
from editor.render.exported_html import ExportedHtml
from editor.render.theme import STYLE, built_in_theme
from tests.checks.text.checking import PAGE, findings, mended, page_with, words_found


def page(body: str, head: str = "<title>Knees</title>", lang: str = ' lang="en"') -> str:
    return f"<!DOCTYPE html><html{lang}><head>{head}</head><body><h1>Knees</h1>{body}</body></html>"


def found(rule: str, html: str) -> list[str]:
    return [finding.words for finding in findings(rule, PAGE, html=html)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('<a href="/a">Full Article</a> <a href="/b">Full Article</a>', "Full Article"),
        ('<a href="/a">More</a> <a href="/b"><b>More</b></a> <a href="/c">Less</a>', "More"),
        ('<a href="/a"><img src="x.png" alt="Here"></a> <a href="/b">Here</a>', "Here"),
        ('<a href="/a" aria-label="Read">One</a> <a href="/b" aria-label="Read">Two</a>', "Read"),
    ],
)
def test_links_that_sound_alike(body: str, words: str) -> None:
    assert found("W01", page(body)) == [words]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="/a">Full Article</a> <a href="/a">Full Article</a>',
        '<a href="/a" aria-label="More: one">More</a> <a href="/b" aria-label="More: two">More</a>',
        '<a id="here">More</a> <a href="/b">More</a>',
        "<span>Full Article</span> <span>Full Article</span>",
    ],
)
def test_links_that_can_be_told_apart(body: str) -> None:
    assert found("W01", page(body)) == []


@pytest.mark.parametrize(
    ("html", "what"),
    [
        (page("", lang=""), "language"),
        (page("", lang=' lang=" "'), "language"),
        (page("", head=""), "title"),
        (page("", head="<title> </title>"), "title"),
        (page("").replace("h1", "h2"), "no main heading"),
        (page("<h1> </h1>").replace("<h1>Knees</h1>", ""), "no main heading"),
        (page("<h1>Hips</h1>"), "several main headings"),
    ],
)
def test_a_page_without_what_every_page_needs(html: str, what: str) -> None:
    (one,) = findings("W02", PAGE, html=html)
    assert what in one.message
    assert one.severity is Severity.STOP


@pytest.mark.parametrize("html", [page(""), page("<svg><title></title></svg>"), page("<h2>Hips</h2>"), ""])
def test_a_page_with_what_every_page_needs(html: str) -> None:
    assert findings("W02", PAGE, html=html) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [("<h3>Hips</h3>", "Hips"), ("<h2>A</h2><h4>Deep</h4>", "Deep"), ("<h2>A</h2><h3>B</h3><h5>C</h5>", "C")],
)
def test_headings_that_jump(body: str, words: str) -> None:
    assert found("W03", page(body)) == [words]


@pytest.mark.parametrize("body", ["<h2>A</h2><h3>B</h3><h2>C</h2>", "<h2>A</h2><h2>B</h2>", "<h2>A</h2><p>h4</p>"])
def test_headings_in_steps(body: str) -> None:
    assert found("W03", page(body)) == []


@pytest.mark.parametrize(
    ("field", "text", "severity"),
    [
        ("intro", 'Look: <img src="images/knee.png">', Severity.STOP),
        ("summary", '<IMG title="Knee" src="images/knee.png">', Severity.STOP),
        ("insights", "See ![](images/knee.png) there.", Severity.HINT),
    ],
)
def test_pictures_of_which_nothing_is_said(field: str, text: str, severity: Severity) -> None:
    (one,) = findings("W04", page_with(**{field: text}))
    assert one.severity is severity
    assert one.words in text


@pytest.mark.parametrize(
    "text",
    [
        '<img alt="" src="images/line.png">',
        "![A knee](images/knee.png)",
        '<img src="a.png" alt="A knee">',
        "An img tag",
    ],
)
def test_pictures_with_words_or_for_show(text: str) -> None:
    assert findings("W04", page_with(intro=text)) == []


def test_pictures_of_the_websites_own_look() -> None:
    assert found("W04", page('<img src="logo.svg"><img src="line.svg" alt=""><img src="a" role="presentation">')) == [
        "logo.svg"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hello <script>alert(1)</script> you", "<script>alert(1)</script>"),
        ("[Book](javascript:alert(1)) now", "[Book](javascript:alert(1))"),
        ('<b onclick="go()">Book</b>', '<b onclick="go()">'),
        ('<a href="javascript:go()">Book</a>', '<a href="javascript:go()">'),
        ("A film: <iframe src='https://example.org'></iframe>", "<iframe src='https://example.org'></iframe>"),
        ("<style>p { color: red }</style>", "<style>p { color: red }</style>"),
    ],
)
def test_what_could_do_harm(text: str, words: str) -> None:
    assert words_found("W06", intro=text) == [words]
    assert mended("W06", intro=text) == [text.replace(words, "")]


@pytest.mark.parametrize(
    "text",
    [
        "`<script>` is how scripts begin.",
        "The form <b>on</b> the desk, [Book](https://example.org/javascript:x).",
        "A script, an iframe and p < 0.05 on day=3.",
        '<a href="https://example.org/?a=data:1">Read</a>',
    ],
)
def test_what_is_harmless(text: str) -> None:
    assert words_found("W06", intro=text) == []


@pytest.mark.parametrize(
    ("style", "selectors"),
    [
        ("body { color: #999 }", ["body"]),
        (":root { --ink: #777; } .note { color: var(--ink); background: #eee }", [".note"]),
        ("p { color: silver }", ["p"]),
        ("@media (prefers-color-scheme: dark) { body { color: #333; background: #111 } }", ["body"]),
        ("h1 { color: #999 } h3 { color: #949494 }", ["h1", "h3"]),
    ],
)
def test_text_that_is_too_pale(style: str, selectors: list[str]) -> None:
    assert [pale.selector for pale in pale_texts(style)] == selectors
    assert found("W05", page("", head=f"<title>Knees</title><style>{style}</style>")) == selectors


@pytest.mark.parametrize(
    "style",
    [
        "body { color: #333; background: #fff }",
        "h1 { color: #888 }",
        "footer { background: #000 } footer p { color: #ccc }",
        "p:hover { color: #ddd } p::before { color: #eee }",
        "p { color: rgba(255, 255, 255, .2) } q { color: currentcolor } b { color: var(--none) }",
        "p { color:",
        "(" * 5000,
    ],
)
def test_text_that_can_be_read_or_that_cannot_be_told(style: str) -> None:
    assert pale_texts(style) == ()


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((1, 1, 1), (119 / 255,) * 3) == pytest.approx(4.48, abs=0.01)


def test_the_websites_own_style_sheet_is_told_once_with_its_line() -> None:
    rules = rules_of(("text", "accessibility"))
    (problem,) = look_problems("theme/style.css", "p { color: #333 }\n\n.date { color: #aaa }\n", rules)
    assert (problem.rule, problem.file, problem.line, problem.words) == ("W05", "theme/style.css", 3, ".date")
    assert list(look_problems("theme/style.css", ".date { color: #aaa }", rules_of(("text",)))) == []


def test_pages_with_the_built_in_look_have_none_of_these() -> None:
    studies = tuple(Study(title=f"Paper {number}", doi=f"10.5555/{number}") for number in range(3))
    site = Site(language="en-AU", references=References("Studies", None, None, "Full Article"))
    shown = replace(PAGE, intro="## More\n\n![A knee](images/knee.png)", studies=studies)
    html = ExportedHtml(built_in_theme()).of(site, shown)
    assert html.count("Full Article</a>") == 3
    assert [one for rule in ("W01", "W02", "W03", "W04", "W05") for one in findings(rule, shown, site, html)] == []
    assert pale_texts(built_in_theme().text(STYLE)) == ()


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("W01", '<a href="/a">More</a> <a href="/b">More</a>', '<a href="/a">More</a> <a href="/c">More</a>'),
        ("W03", "<h2>One</h2><h4>Two</h4>", "<h2>Another</h2><h4>Two</h4>"),
        ("W03", "<h2>One</h2><h4>Two</h4>", "<h2>One</h2><h5>Two</h5>"),
        ("W02", "<h1>One</h1>", "<h1>One</h1><h1>Two</h1>"),
    ],
)
def test_an_answer_holds_only_for_what_was_answered(rule: str, before: str, after: str) -> None:
    (one,), (other,) = findings(rule, PAGE, html=page(before)), findings(rule, PAGE, html=page(after))
    assert (one.words, one.spot) == (other.words, other.spot)
    assert one.basis != other.basis

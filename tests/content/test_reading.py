"""From a file's bytes to a page or a site: text as written, and problems with their lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.content.condition_page import ConditionPage
from editor.content.reading import FileProblem, read_page, read_site
from editor.content.shared_texts import Research
from editor.content.site import Site
from tests.conftest import ROOT, tries


def page(text: str) -> ConditionPage:
    """The page that a text without problems says."""
    reading = read_page(text.encode(), "x")
    assert reading.problems == ()
    assert reading.page is not None
    return reading.page


def lines(text: str) -> list[int | None]:
    """The lines of the problems of a page that is shown all the same."""
    reading = read_page(text.encode(), "x")
    assert reading.page is not None
    return [problem.line for problem in reading.problems]


AS_WRITTEN = (
    "No",
    "yes",
    "on",
    "true",
    "010",
    "0o14",
    "0x1F",
    "1_000",
    "1,000",
    "1e3",
    "1.50",
    ".5",
    "9:30",
    "12:30:45",
)
AS_WRITTEN += ("2018-04-01", "2018-04-01T10:00:00Z", "2016", ".inf", ".nan", "=", ":sym", "NULLS", "nil")


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_values_are_texts_as_written(text: str) -> None:
    assert page(f"name: {text}\n").name == text
    assert page(f"name: '{text}'\n").name == text
    assert page(f"aliases:\n- {text}\n").aliases == (text,)


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", "''", '""'])
def test_nothing_is_an_empty_text(nothing: str) -> None:
    assert page(f"name: {nothing}\n").name == ""
    assert page(f"studies:\n- title: {nothing}\n").study_list[0].title == ""


def test_a_quoted_null_is_a_word() -> None:
    assert page("name: 'null'\n").name == "null"
    assert page('name: "~"\n').name == "~"
    assert page("name: !!str null\n").name == "null"


def test_what_is_not_there_is_none() -> None:
    assert page("name: X\n") == ConditionPage("x", name="X")
    assert page("studies:\n").studies == ()
    assert page("studies: []\n").studies == ()
    assert page("name: X\n").studies is None


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "~\n", "--- # nothing\n...\n"])
def test_a_file_that_says_nothing_is_a_page_without_words(text: str) -> None:
    assert page(text) == ConditionPage("x")
    reading = read_site(text.encode())
    assert (reading.site, reading.problems) == (Site(), ())


def test_blocks_quotes_escapes_and_line_breaks() -> None:
    text = """\
name: "a\\tb\\u00e9"
title: 'it''s'
intro: |
  one

  two
insights: >-
  one
  two

  three
"""
    found = page(text)
    assert (found.name, found.title) == ("a\tbé", "it's")
    assert found.intro == "one\n\ntwo\n"
    assert found.insights == "one two\nthree"
    assert page(text.replace("\n", "\r\n")) == found


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_that_say_what_they_are(encoding: str) -> None:
    reading = read_page("name: Füße\n".encode(encoding), "x")
    assert reading.page is not None
    assert reading.page.name == "Füße"


def test_groups_of_fields() -> None:
    found = page(
        "research:\n  heading: H\n  lead:\nquotation: {text: T}\nreferences:\n  lead: [a, b]\n  window_years: 010\n"
    )
    assert found.research == Research("H", "", None)
    assert found.quotation.text == "T"
    assert found.references.lead == ("a", "b")
    assert found.references.window_years == "010"
    assert page("research:\nreferences: {}\n") == ConditionPage("x")


def test_only_the_site_has_disclaimers() -> None:
    text = "research: {lead: L, disclaimers: [One, 2]}\n"
    site = read_site(text.encode()).site
    assert site is not None
    assert site.research.disclaimers == ("One", "2")
    assert page(text).research == Research(lead="L")


def test_keys_of_the_websites_own_are_nobodys_problem() -> None:
    assert page("x_own: [1, {a: [b]}]\nname: X\nstudies:\n- {title: T, x_id: 5, x_deep: {a: 1}}\n").name == "X"


def test_aliases_stand_for_what_they_repeat() -> None:
    found = page("name: &n Knee\ntitle: *n\nstudies:\n- &s {title: A, journal: J}\n- *s\n")
    assert (found.name, found.title) == ("Knee", "Knee")
    assert [(study.title, study.journal) for study in found.study_list] == [("A", "J"), ("A", "J")]
    assert found.study_list[0].key != found.study_list[1].key


def test_merge_keys_fill_in_what_a_mapping_does_not_say_itself() -> None:
    text = """
x_defaults: &d {journal: J, publisher: P}
x_more: &m {journal: Other, authors: A}
studies:
- <<: *d
  title: One
  publisher: Own
- title: Two
  <<: [*d, *m]
- '<<': text
  title: Three
"""
    one, two, three = page(text).study_list
    assert (one.title, one.journal, one.publisher) == ("One", "J", "Own")
    assert (two.title, two.journal, two.publisher, two.authors) == ("Two", "J", "P", "A")
    assert (three.title, three.journal) == ("Three", None)


def test_a_key_that_stands_twice_is_a_problem_in_its_line() -> None:
    assert lines("name: A\ntitle: T\nname: B\n") == [3]
    assert lines("name: A\nstudies:\n- title: T\n  'title': U\n") == [4]
    assert lines("name: A\nx_own:\n  a: 1\n  b: 2\n  a: 3\n") == [5]
    assert lines("name: A\nx_own: {a: 1, b: {c: 1, c: 2}}\n") == [2]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name:\n- a\n", 2),
        ("name: {a: b}\n", 1),
        ("aliases: text\n", 1),
        ("aliases:\n- a\n- b: c\n", 3),
        ("research: text\n", 1),
        ("research:\n- a\n", 2),
        ("research:\n  lead: [a]\n", 2),
        ("references:\n  lead: text\n", 2),
        ("studies: text\n", 1),
        ("studies:\n  title: T\n", 2),
        ("studies:\n- title: T\n- text\n", 3),
        ("studies:\n- title: T\n-\n- title: U\n", 3),
        ("studies:\n- title: [a]\n", 2),
        ("? [a, b]\n: c\nname: A\n", 1),
    ],
)
def test_another_shape_is_a_problem_in_its_line_and_the_rest_is_shown(text: str, line: int) -> None:
    assert lines(text) == [line]


def test_what_has_another_shape_is_left_out_and_the_rest_read() -> None:
    found = read_page(b"name: A\ntitle: [b]\nstudies:\n- text\n- title: T\n  journal: {}\n", "x").page
    assert found is not None
    assert (found.name, found.title) == ("A", None)
    assert [(study.title, study.journal) for study in found.study_list] == [("T", None)]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", "[]\n"])
def test_a_file_that_is_no_page_is_not_shown(text: str) -> None:
    for reading in (read_page(text.encode(), "x"), read_site(text.encode())):
        assert [problem.line for problem in reading.problems] == [1]
    assert read_page(text.encode(), "x").page is None
    assert read_site(text.encode()).site is None


@pytest.mark.parametrize(
    "data", [b"name: [a\n", b"name: \xff\n", b"\x00", b"a: 1\n---\nb: 2\n", b"name: !!python/none x\n"]
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(data: bytes) -> None:
    for reading in (read_page(data, "x"), read_site(data)):
        (problem,) = reading.problems
        assert reading.source is None
        assert problem.reason.endswith((".", ")"))
        assert problem.advice.endswith(".")


def test_a_problem_in_one_run_of_words() -> None:
    assert FileProblem(3, "It is odd.", "Mend it.").sentence() == "Line 3: It is odd. Mend it."
    assert FileProblem(None, "It is odd.", "Mend it.").sentence() == "It is odd. Mend it."


def test_the_sample_is_read_without_problems() -> None:
    files = sorted((ROOT / "sample_content" / "conditions").iterdir())
    for file in files:
        reading = read_page(file.read_bytes(), file.stem)
        assert reading.problems == ()
        assert reading.page is not None
        assert reading.page.name
        assert all(study.title for study in reading.page.study_list)
    site = read_site((ROOT / "sample_content" / "site.yaml").read_bytes())
    assert site.problems == ()


@given(st.binary(max_size=60) | st.text(st.sampled_from("ab:-[]{}&*!|>'\"#,? \n~<%@`\t0"), max_size=60).map(str.encode))
@settings(max_examples=tries(1000), deadline=None)
def test_reading_raises_nothing(data: bytes) -> None:
    reading = read_page(data, "x")
    assert reading.page is not None or reading.problems
    assert read_site(data).site is not None or read_site(data).problems

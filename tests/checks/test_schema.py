"""What breaks the layout of a file."""

from __future__ import annotations

import pytest

from editor.checks import pack_problems, page_problems, site_problems
from editor.content.reading import read_page, read_site
from tests.conftest import ROOT

FILE = "conditions/x.yaml"


def found(text: str) -> list[tuple[str, int | None, str | None, int | None]]:
    """The problems of a page with this text: rule, line, field, study."""
    problems = page_problems(FILE, read_page(text.encode(), "x"))
    assert all(problem.file == FILE for problem in problems)
    return [(problem.rule, problem.line, problem.field, problem.study) for problem in problems]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("name: X\n", []),
        ("name: X\nstudies:\n- title: T\n- title: U\n", []),
        ("name: X\nstatus: draft\nmade_up: [1, {a: b}]\n", []),
        ("", [("page_without_name", None, "name", None)]),
        ("title: X\n", [("page_without_name", None, "name", None)]),
        ("title: X\nname: ' '\n", [("page_without_name", 2, "name", None)]),
        ("title: X\nname: ~\n", [("page_without_name", 2, "name", None)]),
        ("name: X\nstatus: publishd\n", [("status_unknown", 2, "status", None)]),
        (
            "name: X\nstudies:\n- title: T\n- journal: J\n- title: ''\n",
            [("study_without_title", 4, "title", 2), ("study_without_title", 5, "title", 3)],
        ),
        ("name: X\nname: Y\nstatus: odd\n", [("file_not_editable", 2, None, None)]),
        ("name: X\nstudies:\n  a: b\n", [("file_not_editable", 3, None, None)]),
        ("name: [unclosed\n", [("file_unreadable", 1, None, None)]),
        ("- a\n- b\n", [("file_unreadable", 1, None, None)]),
    ],
)  # fmt: skip
def test_pages(text: str, problems: list[tuple[str, int | None, str | None, int | None]]) -> None:
    assert found(text) == problems


def test_a_sentence_says_where_what_and_what_to_do() -> None:
    (problem,) = page_problems(FILE, read_page(b"name: X\nstatus: publishd\n", "x"))
    assert problem.sentence() == (
        "conditions/x.yaml, line 2: The website does not know the status “publishd”."
        " Choose one of draft, published, archived."
    )


def test_without_a_line_the_sentence_names_the_file() -> None:
    (problem,) = page_problems(FILE, read_page(b"", "x"))
    assert problem.sentence().startswith("conditions/x.yaml: The page has no name.")


def test_the_site_needs_nothing_but_a_sound_file() -> None:
    assert site_problems("site.yaml", read_site(b"")) == ()
    assert site_problems("site.yaml", read_site(b"url:\n")) == ()
    (problem,) = site_problems("site.yaml", read_site(b"a: 1\nresearch: text\n"))
    assert (problem.rule, problem.line) == ("file_not_editable", 2)


def test_values_of_the_site_that_are_of_no_use_are_told_with_their_line() -> None:
    problems = site_problems(
        "site.yaml", read_site(b"url: www.x.example\n# later\nlanguage: zh_CN\npage_address: /c/\n")
    )
    assert [(one.rule, one.line, one.field) for one in problems] == [
        ("site_value_unusable", 3, "language"),
        ("site_value_unusable", 1, "url"),
        ("site_value_unusable", 4, "page_address"),
    ]
    assert problems[0].sentence().startswith("site.yaml, line 3: Browsers and screen readers do not know")


def test_a_set_of_checks_that_is_not_there_is_told_with_its_line() -> None:
    reading = read_site(b"name: A\nrule_packs:\n- text\n- ' advertising '\n")
    (problem,) = pack_problems("site.yaml", reading, ("advertising",), ("advertising-au", "text"))
    assert (problem.rule, problem.line, problem.field, problem.words) == (
        "rule_pack_unknown",
        4,
        "rule_packs",
        "advertising",
    )
    assert problem.message.endswith("Known are: advertising-au, text.")


def test_the_sample_is_in_order() -> None:
    for file in (ROOT / "sample_content" / "conditions").iterdir():
        assert page_problems(file.name, read_page(file.read_bytes(), file.stem)) == ()

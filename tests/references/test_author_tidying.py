"""What tidying the authors of studies would change, and changes."""

from __future__ import annotations

from dataclasses import replace

from editor.content.condition_page import ConditionPage
from editor.content.study import Study
from editor.references.author_tidying import tidied_authors, with_tidied

STUDIES = (
    Study("1", authors="Tang S, Mo Z"),
    Study("2", authors="Berg, A., Roe, P. et al."),
    Study("3"),
    Study("4", authors=""),
    Study("5", authors="Zhang Wei, Wang Xiaoming"),
    Study("6", authors="Berg, Roe, Doe"),
)


def test_only_what_would_change_is_told() -> None:
    tidied = tidied_authors(STUDIES)
    assert [(one.study.key, one.after, one.is_sure) for one in tidied] == [
        ("2", "Berg A, Roe P, et al.", True),
        ("5", "Zhang W, Wang X", False),
    ]
    page, keys = with_tidied(ConditionPage("back", studies=STUDIES), tidied)
    assert keys == ("2", "5")
    assert tidied_authors(page.study_list) == ()


def test_what_says_something_else_by_now_stays() -> None:
    tidied = tidied_authors(STUDIES)
    page = ConditionPage("back", studies=(replace(STUDIES[1], authors="Roe P"),))
    assert with_tidied(page, tidied) == (page, ())

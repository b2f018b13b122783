"""Pictures that a page names and does not show."""

from __future__ import annotations

from dataclasses import replace

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import rules_of
from editor.content.site import Site
from editor.content.study import Study
from tests.checks.text.checking import PAGE, TODAY

STUDY = Study(title="Needles", summary="See ![toe](images/toe.png) and ![knee](images/knee.png).")
PICTURES = replace(PAGE, intro="![knee](images/knee.png)\n![far](https://example.org/a.png)", studies=(STUDY,))


def found(missing: dict[str, str]) -> list[Finding]:
    check = PageCheck([rule for rule in rules_of(("text",)) if rule.id == "picture_not_shown"])
    return list(check.of_page(CheckedPage(PICTURES, Site(), TODAY, missing_pictures=missing)))


def test_each_is_told_where_a_text_names_it_first() -> None:
    knee, far, toe = (
        found({name: "Why."}) for name in ("images/knee.png", "https://example.org/a.png", "images/toe.png")
    )
    assert [(one.spot.field, one.spot.study, one.words) for one in knee] == [
        ("intro", None, "images/knee.png"),
        ("summary", STUDY.key, "images/knee.png"),
    ]
    assert [(one.spot.start, one.spot.end) for one in far] == [(32, 57)]
    assert toe[0].message == "The page does not show the picture “images/toe.png”. Why."


def test_what_is_shown_or_named_nowhere_is_not() -> None:
    assert found({}) == []
    assert found({"images/other.png": "Why."}) == []
    assert found({"images/knee.jpg": "Why."}) == []

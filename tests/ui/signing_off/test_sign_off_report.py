"""The report says what the page promises, what is open and what was answered, and has lines to sign on."""

from __future__ import annotations

import re
from datetime import date

from editor.checks.answers import Answer
from editor.checks.finding import Spot
from editor.checks.severity import Severity
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study
from editor.session.checking.messages import Claim
from editor.session.checking.page_problem import PageProblem
from editor.ui.signing_off.sign_off_report import Reported, sign_off_report

TODAY = date(2026, 11, 22)
STUDY = Study("1", title="Knees", date="2012")
PAGE = ConditionPage("knee", name="Knees & <hips>", reviewed_by="Mei", last_reviewed="2026-05-01", studies=(STUDY,))
SITE = Site(name="A clinic", title_template="{condition} | A clinic")
CURE = PageProblem("A01", "cure", Severity.STOP, "“cured” promises a cure.", Spot("intro"), "cured", sources=("A law",))
OLD = PageProblem("E01", "old", Severity.WARN, "“Knees” is old.", Spot("date", STUDY.key))
QUOTED = PageProblem("A02", "quoted", Severity.WARN, "“safe” promises safety.", Spot("intro"))
LEAD = PageProblem("T13", "long", Severity.HINT, "This sentence is long.", Spot("references.lead"))
ANSWER = Answer("m", "A02", "Knees", "safe", "", "It is a quotation.", "Tom", date(2026, 11, 1))


def words(html: str) -> str:
    body = html.partition("<body>")[2]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_all_is_told_that_a_practitioner_signs_for() -> None:
    claim = Claim("0 of 1 study fits “last 10 years”.", "", is_kept=False)
    html = sign_off_report(Reported(PAGE, SITE, TODAY, claim, (CURE, OLD), ((QUOTED, ANSWER),), (LEAD,)))
    said = words(html)
    assert said.startswith("Knees &amp; &lt;hips&gt;: report for sign-off Clinic A clinic Browser title Knees")
    for part in (
        "Last reviewed 1 May 2026 Reviewed by Mei Next review no date is set Report made on 22 November 2026",
        "The page lists 1 study. 0 of 1 study fits “last 10 years”.",
        "Fix first (1) Do not publish the page like this without a good reason. Introduction “cured” promises a cure.",
        "Based on: A law Please check (1)",
        "Study 1, Date “Knees” is old. Found in the texts that all pages share Hint (1)",
        "References introduction This sentence is long. Answered as “not a problem here”",
        "Introduction “safe” promises safety.",
        "“It is a quotation.” (Tom, 1 November 2026) Sign-off",
        "Name Date Signature",
    ):
        assert part in said
    assert "compliant" not in said
    assert "not saved" not in said
    assert "<hips>" not in html


def test_a_page_of_which_nothing_is_open_is_not_called_right() -> None:
    said = words(sign_off_report(Reported(PAGE, Site(language='en"><x>'), TODAY, None, (), (), is_unsaved=True)))
    assert "Nothing was found that is still open." in said
    assert "Please read the page too." in said
    assert "has changes that were not saved yet" in said
    assert "Hint" not in said
    assert "<x>" not in sign_off_report(Reported(PAGE, Site(language='en"><x>'), TODAY, None, (), ()))

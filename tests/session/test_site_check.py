"""A whole content folder checked, and what of it is remembered."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from editor.checks import Problem
from editor.checks.answers import Answer, marks_of_finding
from editor.checks.checked_page import CheckedPage
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_set import rule_set
from editor.content.condition_page import ConditionPage
from editor.content.link_state import LinkState
from editor.content.site import Site
from editor.render.exporting.messages import IndexJob, PageJob
from editor.render.exporting.page_workers import PageWorkers
from editor.session.answers import keep_answers
from editor.session.site_check import SiteCheck
from editor.storage import ContentFolder
from editor.storage.kept_checks import KeptChecks
from editor.storage.kept_links import KeptLinks
from editor.storage.own_rules import read_own_rules
from editor.storage.record_files import ANSWERS, RecordFiles

TODAY = date(2026, 11, 22)
CURE = "name: {name}\nintro: Acupuncture cures pain.\n"
PACK = """title: One rule
rules:
- {id: X1, name: cure_promised, severity: stop, fields: [intro, research.lead], phrases: [cures], message: "Not so."}
"""


class Folder:
    """A content folder whose checks are remembered beside it; it has one rule, for which the program's stand."""

    def __init__(self, root: Path) -> None:
        self.root = root / "content"
        self._kept = root / "checks"
        self.write("site.yaml", "name: A clinic\nrule_packs: [mine]\n")
        self.write(".clinic-editor/rules/mine.yaml", PACK)

    def write(self, name: str, text: str) -> None:
        """Put a file there."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def problems(self, today: date = TODAY, *, drafts: bool = False) -> tuple[Problem, ...]:
        """What is found."""
        kept = KeptChecks(self.root, self._kept)
        return SiteCheck(ContentFolder(self.root), today, drafts=drafts, kept=kept).problems()

    def found(self, *, drafts: bool = False) -> list[tuple[str, str, str, int | None]]:
        """What is found, as rule, severity, file and line."""
        return [(one.rule, str(one.severity), one.file, one.line) for one in self.problems(drafts=drafts)]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path)
    made.write("conditions/knee.yaml", CURE.format(name="Knee"))
    return made


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are sent to be looked at, as it goes on."""
    slugs: list[str] = []
    ask = PageWorkers.ask

    def told(workers: PageWorkers, job: PageJob | IndexJob) -> None:
        slugs.extend([job.slug] if isinstance(job, PageJob) else [])
        ask(workers, job)

    monkeypatch.setattr(PageWorkers, "ask", told)
    return slugs


def test_pages_and_shared_texts_are_looked_at_with_the_rules_that_are_switched_on(folder: Folder) -> None:
    folder.write("site.yaml", "rule_packs: [mine]\nresearch:\n  lead: It cures.\n")
    assert folder.found() == [
        ("X1", "stop", "conditions/knee.yaml", 2),
        ("X1", "stop", "site.yaml", 3),
    ]


def test_archived_pages_and_those_that_cannot_be_read_have_the_problems_of_their_files_alone(folder: Folder) -> None:
    folder.write("conditions/knee.yaml", CURE.format(name="''") + "status: archived\n")
    folder.write("conditions/arm.yaml", CURE.format(name="Arm") + "name: Arm\n")
    assert folder.found() == [
        ("file_not_editable", "stop", "conditions/arm.yaml", 3),
        ("page_without_name", "stop", "conditions/knee.yaml", 1),
    ]


def test_what_is_found_in_a_draft_is_a_hint_until_drafts_are_asked_for(folder: Folder) -> None:
    folder.write("conditions/knee.yaml", CURE.format(name="Knee") + "status: draft\n")
    assert folder.found() == [("X1", "hint", "conditions/knee.yaml", 2)]
    assert folder.found(drafts=True) == [("X1", "stop", "conditions/knee.yaml", 2)]


def test_faults_of_the_look_are_told_each_time(folder: Folder) -> None:
    folder.write("theme/intro.html", "<p>\n{{ heading }\n")
    folder.write("theme/Page.html", "<html>")
    folder.write("theme/index.html", "{{ no_such_word }}")
    folder.write("conditions/arm.yaml", "name: Arm\n")
    expected = [
        ("X1", "stop", "conditions/knee.yaml", 2),
        ("look_faulty", "warn", "theme/Page.html", None),
        ("look_faulty", "warn", "theme/index.html", 1),
        ("look_faulty", "warn", "theme/intro.html", 2),
    ]
    assert [folder.found(), folder.found()] == [expected, expected]
    assert folder.problems()[3].message.endswith("The built-in look is shown instead.")


def test_of_what_has_not_changed_nothing_is_looked_at_again(folder: Folder, looked_at: list[str]) -> None:
    folder.write("conditions/arm.yaml", CURE.format(name="Arm"))
    first = folder.problems()
    assert sorted(looked_at) == ["arm", "knee"]
    assert folder.problems() == first
    assert len(looked_at) == 2
    folder.write("conditions/arm.yaml", CURE.format(name="Arm pain"))
    assert folder.problems() == first
    assert looked_at[2:] == ["arm"]


def test_all_is_looked_at_again_where_something_else_has_changed(folder: Folder, looked_at: list[str]) -> None:
    folder.problems()
    folder.write("site.yaml", "name: Another clinic\nrule_packs: [mine]\n")
    folder.problems()
    folder.write("theme/style.css", "p { color: red }\n")
    folder.write("conditions/arm.yaml", "name: Arm\n")
    folder.problems()
    folder.problems(date(2026, 11, 23))
    folder.problems(date(2026, 11, 23), drafts=True)
    assert sorted(looked_at) == ["arm"] * 3 + ["knee"] * 5


def test_what_came_of_links_is_told_from_the_next_check_on_for_four_weeks(folder: Folder) -> None:
    def of_links(today: date) -> list[tuple[str, str]]:
        return [(one.rule, str(one.severity)) for one in folder.problems(today) if one.rule.startswith("link_")]

    folder.write("site.yaml", "rule_packs: [evidence]\n")
    study = "name: Knee\nstudies:\n- {title: One, doi: 10.5555/gone}\n- {title: Two, url: 'https://a.example/2'}\n"
    folder.write("conditions/knee.yaml", study)
    assert of_links(TODAY) == []
    states = {"https://doi.org/10.5555/gone": LinkState.DEAD, "https://a.example/2": LinkState.UNKNOWN}
    KeptLinks().keep(states, TODAY)
    assert of_links(TODAY) == [("link_dead", "warn"), ("link_not_followed", "hint")]
    assert of_links(TODAY + timedelta(weeks=4)) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_that_never_answers_holds_no_check_up(folder: Folder) -> None:
    (folder.root / ".clinic-editor" / "not-a-problem").mkdir()
    for name in ("words.txt", "rules/other.yaml", "not-a-problem/a.json"):
        os.mkfifo(folder.root / ".clinic-editor" / name)
    assert {problem.rule for problem in folder.problems()} == {"X1", "own_checks_unusable"}


def test_a_name_of_no_checks_is_a_problem_and_one_of_the_clinics_own_is_none(folder: Folder) -> None:
    folder.write("site.yaml", "rule_packs: [mine, text-au]\n")
    assert folder.found()[1:] == [("rule_pack_unknown", "stop", "site.yaml", 1)]


def test_a_page_that_takes_too_long_is_told_and_the_others_are_checked(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.session.site_check._CHECK_SECONDS", 0.5)
    monkeypatch.setattr("editor.session.site_check._SLOWER", 0.5)
    folder.write("conditions/arm.yaml", "name: Arm\nintro: '" + "<![CDATA[" * 2000 + "'\n")
    first, second = folder.problems()
    assert (first.rule, first.file) == ("page_takes_too_long", "conditions/arm.yaml")
    assert first.message.endswith("takes too long to show. So this page was not checked, and an export leaves it out.")
    assert (second.rule, second.file) == ("X1", "conditions/knee.yaml")


def test_what_staff_have_answered_is_not_told_until_its_text_changes(folder: Folder) -> None:
    page = ConditionPage("knee", name="Knee", intro="Acupuncture cures pain.")
    site = Site(rule_packs=("mine",))
    rules = rule_set(site, read_own_rules(ContentFolder(folder.root))).rules
    (finding,) = PageCheck(rules).of_page(CheckedPage(page, site, TODAY))
    (mark,) = marks_of_finding(finding, page)
    assert [problem.rule for problem in folder.problems()] == ["X1"]
    answer = Answer(mark, "X1", "Knee", "cures", "Not so.", "It is a name.", "", TODAY)
    keep_answers(RecordFiles(folder.root, ANSWERS), {mark: answer})
    assert folder.problems() == ()
    folder.write("conditions/knee.yaml", CURE.format(name="Knee").replace("pain", "all"))
    assert [problem.rule for problem in folder.problems()] == ["X1"]

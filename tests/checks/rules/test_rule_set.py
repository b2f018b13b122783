"""The rules of a website: packs switched on, and a clinic's own rules and words, sound and broken."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from editor.checks.checked_page import CheckedPage
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule import Kind, Rule
from editor.checks.rules.rule_packs import rules_of, shipped_names, shipped_pack
from editor.checks.rules.rule_set import RuleSet, rule_set
from editor.checks.severity import Severity
from editor.content.condition_page import ConditionPage
from editor.content.shared_texts import SiteResearch
from editor.content.site import Site
from editor.paths import resources
from editor.storage import ContentFolder
from editor.storage.own_rules import OWN_RULES, OWN_WORDS, OwnRuleFiles, read_own_rules
from tests.conftest import ROOT

FILE = f"{OWN_RULES}/ours.yaml"
OWN_RULE = """\
rules:
- id: our-slogan
  message: "“{words}” is a slogan that we gave up."
  phrases: [heal* hands, the body's wisdom]
"""


def with_own(text: str | bytes, words: bytes = b"") -> RuleSet:
    data = text.encode() if isinstance(text, str) else text
    return rule_set(Site(), OwnRuleFiles({FILE: data}, words))


def named(rules: RuleSet, identity: str) -> Rule | None:
    return next((rule for rule in rules.rules if rule.id == identity), None)


def test_a_rule_of_the_clinics_own_is_found_like_any_other() -> None:
    rules = with_own(OWN_RULE)
    assert rules.problems == ()
    rule = named(rules, "our-slogan")
    assert rule is not None
    assert (rule.severity, rule.kind, rule.fields) == (Severity.WARN, Kind.TEXT, ("prose",))

    site = Site(
        name="Healing hands", research=SiteResearch(lead="Healing\nhands, the body\u2019s wisdom, no heal handset.")
    )
    found = PageCheck([rule]).of_site(site)
    assert [finding.words for finding in found] == ["Healing\nhands", "the body\u2019s wisdom"]
    assert found[1].message == "“the body\u2019s wisdom” is a slogan that we gave up."


def test_a_rule_known_already_is_changed_in_what_is_said_and_may_be_switched_off() -> None:
    before = named(rule_set(Site()), "A01")
    assert before is not None
    rules = with_own("rules:\n- id: A01\n  severity: hint\n")
    assert rules.problems == ()
    after = named(rules, "A01")
    assert after is not None
    assert (after.severity, after.pattern, after.message) == (Severity.HINT, before.pattern, before.message)
    assert named(with_own("rules:\n- {id: A01, off: true}\n"), "A01") is None


def test_a_pack_of_the_clinics_own_may_take_in_one_of_the_programs() -> None:
    site = Site(rule_packs=("ours",))
    rules = rule_set(site, OwnRuleFiles({FILE: b"include: advertising-uk\n"}))
    assert {rule.id for rule in rules.rules} == {rule.id for rule in rules_of(["advertising-uk"])}
    assert (rules.problems, rules.unknown_packs) == ((), ())
    assert rule_set(Site(rule_packs=("txet", "text"))).unknown_packs == ("txet",)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("rules: [unclosed\n", 1, ""),
        ("- a\n", 1, "begins with “rules:”"),
        ("", 1, "begins with “rules:”"),
        ("title: x\nruels: []\n", 2, "“ruels” is nothing"),
        ("rules: cure\n", 1, "is a list"),
        ("rules: []\nrules: []\n", 2, "“rules” stands here twice"),
        ("rules:\n- id: x\n  phrases: [a]\n  message: m\n  phrases: [b]\n", 5, "“phrases” stands here twice"),
        ("rules:\n- id: A07\n  phrases: [fixes knees]\n", 3, "The phrases of A07 can't be changed"),
        ("rules:\n- cure\n", 2, "begins with “- id:”"),
        ("kind: style\n", 1, "“style” is no kind"),
        ("title: x\ninclude: [advertising-fr]\n", 2, "no set of checks called “advertising-fr”"),
        ("rules:\n- message: x\n  phrases: [x]\n", 2, "no id"),
        ("rules:\n- id: x\n  mesage: x\n", 3, "“mesage” is nothing"),
        ("rules:\n- id: x\n  phrases: [x]\n", 2, "has no message"),
        ("rules:\n- id: x\n  message: x\n", 2, "names no phrases"),
        ("rules:\n- id: x\n  message: x\n  phrases: ['*']\n", 4, "no phrases to look for"),
        (
            "rules:\n- id: x\n  message: x\n  phrases: [x]\n  severity: fatal\n",
            5,
            "“fatal” cannot stand under “severity”",
        ),
        (
            "rules:\n- id: x\n  message: x\n  phrases: [x]\n  unless: [joking]\n",
            5,
            "“joking” cannot stand under “unless”",
        ),
        ("rules:\n- id: x\n  message: x\n  phrases: [x]\n  fields: [sumary]\n", 5, "called “sumary”"),
        ("rules:\n- id: x\n  message: x\n  pattern: (a+)+b\n", 4, "“pattern” is nothing"),
        ("rules:\n- id: [x]\n  message: x\n", 2, "is one text here"),
        ("rules:\n- id: x\n  message: {a: b}\n", 3, "a text or a list"),
        (b"rules:\n- id: \xff\n", None, ""),
        ("a: &a [*a]\n", 1, ""),
        ("x: !!python/object:os.system {}\n", 1, ""),
    ],
)
def test_what_cannot_be_used_is_told_with_file_and_line_and_the_rest_holds(
    text: str | bytes, line: int | None, reason: str
) -> None:
    rules = with_own(text)
    (problem,) = rules.problems
    assert (problem.file, problem.rule, problem.severity) == (FILE, "own_checks_unusable", Severity.WARN)
    assert line is None or problem.line == line
    assert reason in problem.message
    assert rules.rules == rule_set(Site()).rules


def test_a_broken_rule_leaves_its_neighbours_alone() -> None:
    rules = with_own(f"{OWN_RULE}- id: broken\n- id: A01\n  severity: hint\n")
    assert [problem.line for problem in rules.problems] == [5]
    assert named(rules, "our-slogan") is not None
    changed = named(rules, "A01")
    assert changed is not None
    assert changed.severity is Severity.HINT


@pytest.mark.parametrize("words", ["", "['', ' ']", "[foo]", "['foo / ']", "['*']", "['= foo']"])
@pytest.mark.parametrize("rule", sorted(rule.id for rule in rule_set(Site()).rules if rule.words))
def test_a_list_of_words_that_is_empty_or_of_no_use_finds_nothing_and_stops_no_check(rule: str, words: str) -> None:
    rules = with_own(f"rules:\n- id: {rule}\n  words: {words}\n")
    own = named(rules, rule)
    assert own is not None
    page = ConditionPage("knee", name="Knee", intro="Foo foo foo: “I felt well.” It cures; acupuncture fixes it.")
    check = PageCheck([own])
    found = [*check.of_page(CheckedPage(page, Site(), date(2026, 11, 22))), *check.of_site(Site())]
    assert all(finding.words or finding.spot.start is None for finding in found)


def test_the_ways_of_writing_that_a_clinic_lists_may_have_capitals() -> None:
    rule = named(with_own("rules:\n- id: T10\n  words: [Tui Na / tuina]\n"), "T10")
    assert rule is not None
    page = ConditionPage("knee", name="Knee", intro="Tui na is old. We use tuina and more tuina.")
    found = PageCheck([rule]).of_page(CheckedPage(page, Site(), date(2026, 11, 22)))
    assert [finding.words for finding in found] == ["Tui na"]


def test_own_words_go_to_the_rules_that_take_them() -> None:
    rules = with_own("rules: []", "\ufeffqichi  # a remark\n\n# nothing\nTui Na\n".encode())
    takers = [rule for rule in rules.rules if rule.takes_own_words]
    assert all({"qichi", "Tui Na"} <= rule.words for rule in takers)
    assert not any("qichi" in rule.words for rule in rules.rules if not rule.takes_own_words)
    (problem,) = rule_set(Site(), OwnRuleFiles(words=b"moxa\nT\xfci\n")).problems
    assert (problem.file, problem.line) == (OWN_WORDS, 2)


def test_files_are_read_from_the_folder_and_none_is_no_fault(whole_sample: Path) -> None:
    folder = ContentFolder(whole_sample)
    for path in (whole_sample / ".clinic-editor").rglob("*"):
        if path.is_file():
            path.unlink()
    assert read_own_rules(folder) == OwnRuleFiles()
    rules = whole_sample / OWN_RULES
    rules.mkdir(parents=True, exist_ok=True)
    (rules / "ours.yml").write_text("rules: []\n", encoding="utf-8")
    (rules / ".ours.yaml").write_text("left out", encoding="utf-8")
    (rules / "read me.txt").write_text("left out", encoding="utf-8")
    (rules / "folder.yaml").mkdir()
    (whole_sample / OWN_WORDS).write_text("moxa\n", encoding="utf-8")
    read = read_own_rules(folder)
    assert dict(read.packs) == {f"{OWN_RULES}/ours.yml": b"rules: []\n"}
    assert read.words == b"moxa\n"
    assert list(read.unreadable) == [f"{OWN_RULES}/folder.yaml"]
    (problem,) = rule_set(Site(), read).problems
    assert problem.file == f"{OWN_RULES}/folder.yaml"


def test_every_shipped_rule_says_where_it_comes_from() -> None:
    packs = [pack for pack in map(shipped_pack, shipped_names()) if pack is not None]
    rules = {rule.id: rule for pack in packs for rule in pack.rules}
    assert all(source.as_of for rule in rules.values() for source in rule.sources)
    assert all(rule.sources for rule in rules.values() if rule.kind is Kind.ADVERTISING)
    assert all(re.fullmatch("[a-z]+(_[a-z]+)+", rule.name) for rule in rules.values()), "a name says the fault"


def test_no_guidance_stands_twice_among_the_sources() -> None:
    keys = re.findall(r"^([\w-]+):", (resources() / "rules" / "sources.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys)) > 10


def test_the_example_in_the_readme_is_a_pack() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example = next(block for block in readme.split("```") if "our-slogan" in block)
    rules = with_own(example)
    assert rules.problems == ()
    ours, alternative, disclaimer = (named(rules, identity) for identity in ("our-slogan", "A14", "A12"))
    assert ours is not None
    assert alternative is not None
    assert disclaimer is not None
    assert (ours.severity, alternative.severity, len(disclaimer.words)) == (Severity.HINT, Severity.WARN, 1)
    assert named(rules, "T13") is None

"""Disclaimers that are missing or are no longer what was approved."""

from __future__ import annotations

from datetime import date

import pytest

from editor.checks.advertising.own_disclaimers import own_disclaimers
from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_set import rule_set
from editor.checks.severity import Severity
from editor.content.shared_texts import SiteResearch
from editor.content.site import Site
from editor.storage.own_rules import OwnRuleFiles
from editor.yaml_text import YamlText
from tests.checks.advertising.pages import PAGE

TODAY = date(2026, 11, 22)
APPROVED = "We do not promise that a treatment will work for you."
OTHER = "This page doesn't take the place of medical advice."
LAID_DOWN = OwnRuleFiles({".clinic-editor/rules/ours.yaml": f'rules: [{{id: A12, words: ["{APPROVED}"]}}]'.encode()})


def of_site(texts: tuple[str, ...] | None, own: OwnRuleFiles | None = None) -> list[Finding]:
    site = Site(research=SiteResearch(disclaimers=texts))
    found = PageCheck(rule_set(site, own).rules).of_site(site)
    return [finding for finding in found if finding.rule.id == "A12"]


def of_page(html: str = "", own: tuple[str, ...] | None = None) -> list[Finding]:
    site = Site(research=SiteResearch(disclaimers=(APPROVED, OTHER)))
    page = CheckedPage(PAGE, site, TODAY, html, own_disclaimers=own)
    return [finding for finding in PageCheck(rule_set(site).rules).of_page(page) if finding.rule.id == "A12"]


@pytest.mark.parametrize(
    "texts",
    [
        None,
        (),
        ("", "  "),
        ("We promise that a treatment will work for you.",),
        ("Well-done research helps people to decide about their health.",),
    ],
)
def test_missing_disclaimers_and_ones_that_deny_nothing_are_a_stop(texts: tuple[str, ...] | None) -> None:
    (finding,) = of_site(texts)
    assert finding.severity is Severity.STOP
    assert finding.message.endswith("so that the website shows them on every page.")


@pytest.mark.parametrize(
    "texts",
    [
        (APPROVED,),
        ("Welcome.", OTHER),
        ("We make no claim that acupuncture will help in your case.",),
        ("Results vary from person to person.",),
        ("A study cannot tell how one person will respond.",),
    ],
)
def test_disclaimers_that_deny_a_promise_are_in_order(texts: tuple[str, ...]) -> None:
    assert of_site(texts) == []


def test_words_that_the_clinic_has_laid_down_have_to_stand_as_they_are() -> None:
    assert of_site((f"  {APPROVED.replace(' ', chr(10), 1)}",), LAID_DOWN) == []
    changed, missing = of_site((APPROVED.replace("a treatment", "every treatment"),), LAID_DOWN)
    assert (changed.spot.item, changed.words) == (0, "We do not promise that every treatment will work for you.")
    assert APPROVED in missing.message
    added, *rest = of_site((APPROVED, OTHER), LAID_DOWN)
    assert (added.spot.item, added.words, rest) == (1, OTHER, [])


def test_a_page_shows_no_disclaimers_of_its_own() -> None:
    assert of_page() == []
    (finding,) = of_page(own=("We always help.",))
    assert (finding.severity, finding.basis) == (Severity.STOP, "We always help.")
    assert "disclaimers of its own" in finding.message


@pytest.mark.parametrize(
    ("file", "own"),
    [
        ("name: x\n", None),
        ("name: x\nresearch:\n  lead: y\n", None),
        ("name: x\nresearch:\n  disclaimers: [a, b]\n", ("a", "b")),
        ("name: x\nresearch:\n  disclaimers:\n", ("",)),
        ("name: x\nresearch: text\n", None),
        ("name: &n x\nresearch:\n  disclaimers: *n\n", ("x",)),
    ],
)
def test_own_disclaimers_are_read_from_the_pages_file(file: str, own: tuple[str, ...] | None) -> None:
    assert own_disclaimers(YamlText.read(file.encode())) == own


def test_what_the_look_of_the_website_leaves_out_is_told() -> None:
    shown = "<p>We do not promise that a\n treatment will <b>work</b> for you.</p>"
    (finding,) = of_page(f"<html>{shown}</html>")
    assert OTHER in finding.message
    assert of_page(f"<html>{shown}<p>This page doesn&#39;t take the place of medical advice.</p></html>") == []


@pytest.mark.parametrize("hidden", ["<!-- <p>{}</p> -->", "<script>x = '{}'</script>", "<template>{}</template>"])
def test_a_disclaimer_that_nobody_sees_is_left_out(hidden: str) -> None:
    (finding,) = of_page(f"<html><p>{APPROVED}</p>{hidden.format(OTHER)}</html>")
    assert OTHER in finding.message


def test_an_answer_about_disclaimers_rests_on_all_of_them_and_stands_at_the_first_that_says_something() -> None:
    (finding,) = of_site(("", "Welcome.", "Be well."))
    assert (finding.spot.item, finding.words, finding.basis) == (1, "Welcome.", "Welcome.\nBe well.")

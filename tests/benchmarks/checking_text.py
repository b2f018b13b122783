"""What it costs to check one text that has just changed, by all rules that look at texts, and a page of many studies.

    python -m tests.benchmarks.checking_text [--studies 60]

Times are processor time in milliseconds. Each text is another, so that nothing is remembered from the one before.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from editor.checks.checked_page import CheckedPage
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_set import rule_set
from editor.content.condition_page import ConditionPage
from editor.content.shared_texts import SiteResearch
from editor.content.site import Site
from editor.content.study import Study

SUMMARY = (
    "In a review of {} trials with 1,240 people, acupuncture eased pain more than sham needles did, but the difference"
    " was small and most trials were at risk of bias. Those who had acupuncture slept better after twelve weeks; nobody"
    " was harmed. It may help people whose pain has lasted for years, though larger studies are needed to be sure. We"
    " found no sign that it works faster than exercise, and none that more sessions bring more relief."
)
SITE = Site(language="en-AU", research=SiteResearch(disclaimers=("We do not promise any result. See a doctor.",)))


def milliseconds(do: Callable[[int], object], times: int) -> dict[str, float]:
    """Median and 95th percentile of what it takes, in processor time."""
    taken = []
    for number in range(times):
        begin = time.process_time()
        do(number)
        taken.append((time.process_time() - begin) * 1000)
    taken.sort()
    return {"median": round(taken[len(taken) // 2], 2), "p95": round(taken[int(len(taken) * 0.95)], 2)}


def page_of(studies: int) -> ConditionPage:
    """A page with so many studies."""
    listed = (
        Study(title=f"Acupuncture for pain: trial {n}", summary=SUMMARY.format(n), date="2020") for n in range(studies)
    )
    return ConditionPage("pain", name="Pain", intro="Pain is common. " * 20, studies=tuple(listed))


def main() -> None:
    """Print the times as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--studies", type=int, default=60)
    page = page_of(parser.parse_args().studies)
    rules = rule_set(SITE).rules
    alone, whole = PageCheck(rules), PageCheck(rules)
    today = date(2026, 11, 22)

    def check_one(number: int) -> object:
        study = Study(title="Acupuncture for pain", summary=SUMMARY.format(number + 10_000), date="2020")
        return alone.of_page(CheckedPage(ConditionPage("pain", name="Pain", studies=(study,)), SITE, today))

    def check_page(number: int) -> object:
        first, *rest = page.study_list
        changed = replace(page, studies=(replace(first, summary=SUMMARY.format(number + 10_000)), *rest))
        return whole.of_page(CheckedPage(changed, SITE, today))

    check_one(-1)
    check_page(-1)
    characters = len(SUMMARY)
    found = {"characters of the text": characters, "one text": milliseconds(check_one, 300)}
    found[f"one text of a page with {len(page.study_list)} studies"] = milliseconds(check_page, 100)
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()

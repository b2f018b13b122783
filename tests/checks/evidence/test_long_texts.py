"""Texts of no sense that are long: the time grows with them, and nothing breaks."""

from __future__ import annotations

import time

import pytest

from editor.checks.checked_page import CheckedPage, PaperRecord
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import shipped_pack
from editor.content.shared_texts import References, Research
from editor.content.site import Site
from editor.content.study import Study
from tests.checks.evidence.pages import TODAY, page_with

LONG = 20_000


@pytest.mark.parametrize(
    "piece", ["\n", "9", "a ", "last ", "the following ", "no 12 ", "2015-", "1,111", "* _", "leg & "]
)
def test_a_long_text_of_no_sense_takes_no_longer_than_any_other(piece: str) -> None:
    text = f"{piece * (LONG // len(piece))}:"
    study = Study(title=text, summary=text, date=text, journal=text, url=text, authors=text)
    page = page_with(
        study,
        Study(title="Needles", date="2016"),
        name=text,
        intro=text,
        insights=text,
        research=Research(lead=text),
        references=References(lead=(text,), window_years=text),
        review_due=text,
    )
    record = PaperRecord(abstract=text, date="2016", journal=text, differing=frozenset({"date", "title", "journal"}))
    pack = shipped_pack("evidence")
    assert pack is not None
    begin = time.process_time()
    PageCheck(pack.rules).of_page(CheckedPage(page, Site(), TODAY, records={study.key: record}))
    assert time.process_time() - begin < 5, "half a second where nothing else runs"

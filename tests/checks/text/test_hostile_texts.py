"""Texts that nobody writes, such as a picture that was pasted as letters, hold no check up."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from editor.checks.checked_page import CheckedPage
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import rules_of
from editor.content.site import Site
from editor.content.study import Study
from tests.checks.text.checking import PAGE, TODAY

LENGTH = 20_000


@pytest.mark.parametrize(
    "piece",
    [
        *(".", "!", "a", "A", "AB", "aa.A", "<script>", "<a onx", "`", "*a", "(", "a,", "1,", "\n", "- a\n", "wrod "),
        *("A B C ", "[a](", "![](", "{a", "A.-B.a \u00b7", "in in ", "ab-cd abcd ", "\u9488\u7078"),
    ],
)
@pytest.mark.parametrize("end", ["", "$"])
def test_a_piece_repeated_without_end(piece: str, end: str) -> None:
    text = piece * (LENGTH // len(piece)) + end
    study = Study(title=text, summary=text, authors=text, publisher=text, journal=text)
    page = replace(PAGE, intro=text, studies=(study, Study(authors="Tang S")))
    check = PageCheck(rules_of(("text", "accessibility")))
    begin = time.process_time()
    check.of_page(CheckedPage(page, Site(), TODAY))
    assert time.process_time() - begin < 2, "a tenth of a second where nothing else runs"

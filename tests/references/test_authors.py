"""Lines of authors as they are printed, read and printed in one style."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.references.authors import AuthorList, authors_in, printed
from editor.references.reference import Author


def _tidied(text: str) -> str:
    read = authors_in(text)
    return printed(read.authors, and_others=read.and_others)


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("Tang S, Mo Z, Zhang R", "Tang S, Mo Z, Zhang R"),
        ("Tang S, Mo Z, Zhang R.", "Tang S, Mo Z, Zhang R"),
        ("Tang S., Mo Z. and Zhang R.", "Tang S, Mo Z, Zhang R"),
        ("Tang, S., Mo, Z., & Zhang, R. et al.", "Tang S, Mo Z, Zhang R, et al."),
        ("Tang, Shujie; Mo, Zhuomao; Zhang, Rui", "Tang S, Mo Z, Zhang R"),
        ("Tang S.-J.a · Mo Z.b,c · Zhang R", "Tang SJ, Mo Z, Zhang R"),
        ("Anna Berg ,Paul Roe , Z. Y. Fan , and S. Wu", "Berg A, Roe P, Fan ZY, Wu S"),
        ("Anna Berg,\nPaul Roe,\nMary Doe", "Berg A, Roe P, Doe M"),
        ("Berg, Anna PhDa; Roe, Paul-Emil MDb,*", "Berg A, Roe PE"),
        ("Anna Berg MD, PhD, Paul Roe DO", "Berg A, Roe P"),
        ("Garcia Lopez MD, Roe P", "Garcia Lopez MD, Roe P"),  # his initials
        ("Berg, Anna M.D.; Roe, Paul MD, MPH", "Berg A, Roe P"),
        ("Anna Berg1, Paul Roe1,2*", "Berg A, Roe P"),
        ("Authors: Berg A, Roe P", "Berg A, Roe P"),
        ("Dr Anna Berg & Prof. Paul Roe", "Berg A, Roe P"),
        ("Berg, Anna, Paul Roe, and Mary Doe", "Berg A, Roe P, Doe M"),
        ("Berg, Anna, et al.", "Berg A, et al."),
        ("Berg, Anna and van der Roe, Paul J. and Doe, Mary", "Berg A, van der Roe PJ, Doe M"),
        ("Berg A, Roe P, and 3 others", "Berg A, Roe P, et al."),
        ("Roe P and colleagues", "Roe P, et al."),
        ("Jan van der Berg, Ludwig von Roe, Maria de la Cruz", "van der Berg J, von Roe L, de la Cruz M"),
        ("van der Berg, J.; de la Cruz, Maria", "van der Berg J, de la Cruz M"),
        ("Van Roe R, St. John A, O'Doe M", "Van Roe R, St. John A, O'Doe M"),
        ("Garcia Lopez, M., Roe, P.", "Garcia Lopez M, Roe P"),
        ("Roe, Martin L., Jr.; Berg, John, III", "Roe ML Jr, Berg J 3rd"),
        ("Martin L. Roe Jr., John Berg III", "Roe ML Jr, Berg J 3rd"),
        ("BERG A, ROE P", "Berg A, Roe P"),
        ("Shujie TANG, Zhuomao MO, Rui ZHANG", "Tang S, Mo Z, Zhang R"),
        ("TANG Shujie, ZHANG Rui", "Tang S, Zhang R"),
        ("Berg NC, Roe J, KNEES-OA Team", "Berg NC, Roe J, KNEES-OA Team"),
        ("Jean-Luc Roe, Berg A-m", "Roe JL, Berg AM"),
        ("Wang, Tt., Liu, Y., Ning, Zy.", "Wang TT, Liu Y, Ning ZY"),
        ("张伟; 王芳", "张伟, 王芳"),
        ("作者\uff1a张伟\uff0c欧阳明、王小芳等", "张伟, 欧阳明, 王小芳, et al."),
        ("WHO Study Group", "WHO Study Group"),
        ("Roe P, Berg A; WHO Study Group", "Roe P, Berg A, WHO Study Group"),
        ("Trialists' Collaboration, Roe P", "Trialists' Collaboration, Roe P"),
        ("  ", ""),
    ],
)
def test_a_line_is_printed_in_one_style(text: str, tidied: str) -> None:
    assert _tidied(text) == tidied
    assert authors_in(text).is_sure


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("Zhang Wei, Wang Fang", "Zhang Wei, Wang Fang"),  # Wei and Fang are family names too
        ("Zhang Wei, Tang S", "Zhang Wei, Tang S"),
        ("Zhang Wei, Wang Xiaoming", "Zhang W, Wang X"),  # that none of the second ones is hints at it, no more
        ("Berg, Roe, Doe", "Berg, Roe, Doe"),
        ("Berg JML, Roe C, Doe RNJMA, Poe M", "Berg JML, Roe C, Doe RNJMA, Poe M"),  # hardly a name, hardly initials
        ("Confucius", "Confucius"),
        ("Berg, Anna", "Berg, Anna"),  # one author, or two without initials
        ("Berg A, Roe P, ... Doe M", "Berg A, Roe P, ... Doe M"),
        ("Fan, Qian B; Jin, Hua", "Fan QB, Jin H"),  # the B may lead to an address
        ("Berg, A MD; Roe, Paul", "Berg A, Roe P"),
        ("Maria Garcia Lopez, Peter Roe", "Lopez MG, Roe P"),
        ("see the journal's page (12 authors)", "see the journal's page (12 authors)"),
    ],
)
def test_what_cannot_be_told_is_not_sure(text: str, tidied: str) -> None:
    assert _tidied(text) == tidied
    assert not authors_in(text).is_sure


def test_names_are_taken_apart() -> None:
    assert authors_in("Jan Pieter van der Berg Jr., 欧阳明, WHO Study Group, et al.") == AuthorList(
        (
            Author("van der Berg", "Jan Pieter", suffix="Jr"),
            Author("欧阳", "明"),
            Author(organisation="WHO Study Group"),
        ),
        and_others=True,
    )


def test_what_references_say_is_printed() -> None:
    authors = (
        Author("Berg", "Anna-Maria"),
        Author("Roe", "P. J."),
        Author("Doe", "MK"),
        Author("Tang"),
        Author("Lee", "J", suffix="Jr"),
        Author(organisation="Study Group"),
    )
    assert printed(authors) == "Berg AM, Roe PJ, Doe MK, Tang, Lee J Jr, Study Group"
    assert printed(authors[:1], and_others=True) == "Berg AM, et al."
    assert printed((Author(organisation="Department of Health, Victoria"), authors[2])) == (
        "Department of Health, Victoria; Doe MK"
    )


def test_the_kits_lines(kit: Callable[[str], Path]) -> None:
    with (kit("references") / "author_strings.tsv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t"))
    for line in lines:
        read = authors_in(line["string"])
        found = "|".join(author.family for author in read.authors), "yes" if read.and_others else "no"
        assert found == (line["family_names"], line["et_al"])


@pytest.mark.parametrize("part", [", ", "et ", "1,", "* ", "and "])
def test_no_text_takes_long(part: str) -> None:
    begin = time.process_time()
    _tidied(part * 10_000)
    assert time.process_time() - begin < 2


_WORDS = (
    "Berg Roe Tang Li Wei van de la O'Doe Garcia-Lopez S J.-M. A. B RJ Tt. Jr III PhD MDb MD a * 1,2 et al. and & Group"
    " 张伟 王芳 等 BERG St. ... ( ) on behalf of"
)
_words = st.sampled_from(_WORDS.split())
_gaps = st.sampled_from([" ", ", ", "; ", " · ", ",", "\n", "\uff0c", ""])


@given(st.lists(st.tuples(_words, _gaps), max_size=14))
def test_what_was_printed_stays_as_it_is(parts: list[tuple[str, str]]) -> None:
    tidied = _tidied("".join(word + gap for word, gap in parts))
    assert _tidied(tidied) == tidied


@given(st.text())
def test_any_text_stays_as_it_is_once_printed(text: str) -> None:
    tidied = _tidied(text)
    assert _tidied(tidied) == tidied


@given(st.lists(st.tuples(_words, _gaps), max_size=14))
def test_no_letter_is_made_up(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in parts)
    told = _tidied(text).replace("et al.", "").replace("3rd", "III").casefold()
    assert set(filter(str.isalpha, told)) <= set(text.casefold())

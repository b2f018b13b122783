"""Which studies are decided to be the same, which are asked of, and which are neither."""

from __future__ import annotations

import itertools
import random
import time

import pytest

from editor.content.same_studies import Standing
from editor.content.study import Study
from editor.references.duplicates import Lookalikes, groups, perhaps_same

_PAPER = {
    "title": "Acupuncture for chronic sciatica in older adults",
    "authors": "Berg A, Roe P, Doe M",
    "journal": "Acupuncture in Medicine",
    "date": "2018-04",
}


def study(key: str, **texts: str) -> Study:
    return Study(key=key, **(_PAPER | texts))


def _decides(one: Study, other: Study) -> bool:
    return bool(groups([one, other]))


def _asks(one: Study, other: Study) -> bool:
    asked = bool(perhaps_same(one, [other]))
    assert asked == bool(perhaps_same(other, [one]))
    return asked


@pytest.mark.parametrize(
    "texts",
    [
        {"title": "ACUPUNCTURE for chronic sciatica in older adults."},
        {"journal": "Acupunct Med", "authors": "Anna Berg, Paul Roe", "date": "2017, Dec"},
        {"journal": "", "authors": ""},
        {"title": "Acupuncture for chronic sciatica in older adults [published online]", "doi": "10.1/A"},
    ],
)
def test_the_same_paper_is_decided(texts: dict[str, str]) -> None:
    assert _decides(study("1", doi="https://doi.org/10.1/a"), study("2", **texts))


@pytest.mark.parametrize(
    "texts",
    [
        {"title": "Acupuncture for chronic sciatica in older adults: a randomised trial"},  # subtitle
        {"title": "Acupunture for chronic sciatica in older adult"},
        {"title": "Acupuncture for Chronic Sciatica in Older Adults: Results at One Year", "date": ""},
        {"date": ""},
        {"journal": "Journal of the Annual Congress"},  # a meeting's abstract, or the journal's new name
        {"authors": "伯格, 罗伊"},
    ],
)
def test_what_leaves_it_open_is_asked(texts: dict[str, str]) -> None:
    assert not _decides(study("1"), study("2", **texts))
    assert _asks(study("1"), study("2", **texts))


@pytest.mark.parametrize(
    "texts",
    [
        {"title": "Corrigendum to: Acupuncture for chronic sciatica in older adults"},
        {"title": "Acupuncture for chronic sciatica in older adults: study protocol"},
        {"title": "Reply to “Acupuncture for chronic sciatica in older adults”"},
        {"title": "Acupuncture for chronic sciatica in older adults, Part 2"},
        {"title": "[Abstract] Acupuncture for chronic sciatica in older adults"},
        {"title": "Acupuncture for chronic sciatica in older adults", "date": "2012"},
        {"title": "Acupuncture for chronic sciatica in older adults", "doi": "10.1/b"},
        {"title": "Acupuncture for chronic sciatica in younger women", "date": "2018"},
        {"title": "Acupuncture for chronic sciatica in older adults: a trial", "authors": "Tang S, Mo Z"},
        {"title": "Acupuncture"},
        {"title": ""},
    ],
)
def test_another_paper_is_neither_decided_nor_asked(texts: dict[str, str]) -> None:
    assert not _decides(study("1", doi="10.1/a"), study("2", **texts))
    assert not _asks(study("1", doi="10.1/a"), study("2", **texts))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acupuncture for back pain. Part 1: methods", "Acupuncture for back pain. Part 2: methods"),
        ("Acupuncture for back pain II: the years since", "Acupuncture for back pain III: the years since"),
        ("针灸治疗腰痛的疗效", "针灸治疗头痛的疗效"),  # every sign is a word, and most are the same
        ("Zhenjiu zhiliao yaotong", "针灸治疗腰痛"),
    ],
)
def test_titles_that_differ_in_what_counts_are_not_asked(one: str, other: str) -> None:
    assert not _decides(study("1", title=one), study("2", title=other))
    assert not _asks(study("1", title=one), study("2", title=other))


def test_where_two_studies_stand_is_asked_once() -> None:
    standings = [
        Standing("back", study("1", doi="10.1/a")),
        Standing("hip", study("2", title=f"{_PAPER['title']}: a trial")),
        Standing("knee", study("3", title="Something else")),
    ]
    questions = list(Lookalikes(standings).questions())
    assert [(one.page, other.page) for one, other in questions] == [("back", "hip")]


def test_what_is_the_same_already_is_not_asked() -> None:
    standings = [Standing("back", study("1", doi="10.1/a")), Standing("hip", study("2"))]
    assert list(Lookalikes(standings).questions()) == []


def test_ten_thousand_titles_are_compared_quickly() -> None:
    """Comparing all pairs would take a minute and more."""
    rng = random.Random(8)
    what = ("Acupuncture", "Moxibustion", "Cupping", "Herbs", "Massage", "Qigong", "Exercise", "Injections")
    where = ("back", "neck", "knee", "hip", "shoulder", "head", "jaw", "wrist", "ankle", "foot", "elbow", "chest")
    who = [f"{first}{second}" for first, second in itertools.product("bdfgklmnprst", "aeiou")]
    standings = [
        Standing(
            f"page-{number % 200}",
            Study(
                key=str(number),
                title=f"{rng.choice(what)} for {rng.choice(where)} pain in {rng.choice(who)} {rng.choice(who)}:"
                f" a {rng.choice(('review', 'trial', 'cohort', 'case series'))}",
                date=str(rng.randint(1990, 2025)),
                authors=f"{rng.choice(who)}son A",
            ),
        )
        for number in range(10_000)
    ]
    begin = time.process_time()
    lookalikes = Lookalikes(standings)
    list(lookalikes.questions())
    assert time.process_time() - begin < 15


def test_titles_whose_numbers_tell_them_apart_are_not_compared() -> None:
    rng = random.Random(8)
    words = [f"{first}{second}" for first, second in itertools.product("bdfgk", "aeio")]
    standings = [
        Standing("page", Study(title=" ".join(rng.choices(words, k=12)), date="2018", doi=f"10.1/{number}"))
        for number in range(5000)
    ]
    begin = time.process_time()
    assert list(Lookalikes(standings).questions()) == []
    assert time.process_time() - begin < 6


@pytest.mark.parametrize("numbers", [{}, {"doi": "10.1/a"}, {"pmid": "1"}, {"doi": "10.1/a", "pmid": "1"}])
@pytest.mark.parametrize("others", [{}, {"doi": "10.1/b"}, {"pmid": "2"}, {"doi": "10.1/b", "pmid": "2"}])
def test_asked_is_where_no_number_tells_two_apart(numbers: dict[str, str], others: dict[str, str]) -> None:
    one, other = study("1", **numbers), study("2", title=f"{_PAPER['title']}: a trial", **others)
    assert _asks(one, other) == numbers.keys().isdisjoint(others)
    for pair in ((one, other), (other, one)):
        assert bool(list(Lookalikes(Standing("", each) for each in pair).questions())) == _asks(one, other)

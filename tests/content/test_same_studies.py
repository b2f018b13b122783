"""Which entries are of one study."""

from __future__ import annotations

import pytest

from editor.content.same_studies import SameStudies, groups_of
from editor.content.study import Study
from editor.content.study_marks import is_same, is_still, tells_of


def study(key: str = "", **texts: str) -> Study:
    return Study(key=key, **texts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (study(doi="10.1136/ACUPMED-1"), study(doi="https://doi.org/10.1136/acupmed-1", title="Other")),
        (study(doi="10.1/a"), study(url="https://doi.org/10.1/A")),
        *(
            (study(doi="10.1/a-b_(1)"), study(doi=text))
            for text in (
                "10.1/a-b_(1).",
                "DOI 10.1/a-b_(1)",
                "doi: https://doi.org/10.1/a-b_(1);",
                "https://dx.doi.org/doi:10.1/A-B_(1)",
                "10.1%2Fa-b_%281%29",
                "https://doi.org/10.1%2Fa-b_(1)?af=R",
            )
        ),
        (study(doi="10.1/a;2-#"), study(url="https://doi.org/10.1/a;2-%23#sec-1")),
        (study(pmid="PMID: 29496679"), study(pmid="https://pubmed.ncbi.nlm.nih.gov/29496679/")),
        (study(title="Knee pain: a trial", date="2018-04-01"), study(title="Knee Pain - A Trial.", date="2017, Dec")),
        (study(title="Étude “pilote”", date="2018 Jan-Feb"), study(title='Etude "pilote"', date="2018")),
        (study(title="Knee pain", doi="10.1/a", date="2018"), study(title="knee pain", date="2019")),
        (study(title="Undated"), study(title="undated")),
        (study(title="Back &amp; <i>neck</i>", date="2018"), study(title="Back and neck", date="2018")),
        (
            study(title="Knee", date="2018", journal="Acupunct Med", authors="Tang S, Mo Z"),
            study(title="Knee", date="2018", journal="Acupuncture in Medicine", authors="Shujie Tang et al."),
        ),
    ],
)
def test_a_doi_a_pubmed_number_or_title_and_year_decide(one: Study, other: Study) -> None:
    assert is_same(tells_of(one), tells_of(other))
    assert is_same(tells_of(other), tells_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (study(), study()),
        (study(title="?"), study(title="!")),
        (study(title="Knee pain", date="2016"), study(title="Knee pain", date="2018")),
        (study(title="Knee pain", date="2016"), study(title="Knee pain")),
        (study(title="Knee pain 1", date="2016"), study(title="Knee pain 2", date="2016")),
        (study(title="T", doi="10.1/a", pmid="1"), study(title="T", doi="10.1/b", pmid="1")),
        (study(pmid="ask"), study(pmid="ask")),
        (study(url="https://x.example/10.1/a"), study(url="https://x.example/10.1/a")),
        (study(title="Reply", date="2018", pmid="1"), study(title="Reply", date="2018", pmid="2")),
        (study(title="Reply", date="2018", authors="Tang S"), study(title="Reply", date="2018", authors="Mo Z")),
        (study(title="Knee", date="2018", journal="Pain"), study(title="Knee", date="2018", journal="Spine")),
    ],
)
def test_two_dois_or_titles_alike_alone_are_not_enough(one: Study, other: Study) -> None:
    assert not is_same(tells_of(one), tells_of(other))
    assert not is_same(tells_of(other), tells_of(one))


def test_a_study_stays_what_it_was_while_its_doi_or_title_is_put_right() -> None:
    before = study(title="Knee", doi="10.1/a", journal="JAMA", date="2018")
    assert is_still(before, study(title="Knee", doi="10.1/b", date="2018"))
    assert is_still(before, study(title="Hip", doi="10.1/a"))
    assert is_still(before, study(title="Hip", journal="JAMA", date="2018"))
    assert not is_still(before, study(title="Hip", doi="10.1/b", journal="JAMA", date="2019"))
    assert not is_still(study(title="Knee"), study(title="Hip"))


def test_studies_are_found_as_they_come_change_and_go() -> None:
    one, other = study("1", doi="10.1/a"), study("2", doi="10.1/A", title="Knee", date="2018")
    third = study("3", title="knee", date="2018", doi="10.1/b")
    same = SameStudies()
    for page, new in (("b", one), ("a", other), ("c", third)):
        same.change(page, None, new)
    assert [standing.page for standing in same.of(one)] == ["a", "b"]
    assert [standing.study for standing in same.of(third)] == [third]
    right = study("3", title="knee", date="2018", doi="10.1/a")
    same.change("c", third, right)
    assert [standing.study for standing in same.of(other)] == [other, one, right]
    same.change("a", other, None)
    assert [standing.study for standing in same.of(other)] == [one, right]


def named(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


def grouped(*studies: Study) -> set[frozenset[str]]:
    return {frozenset(one.key for one in group) for group in groups_of(studies)}


def test_entries_of_one_study_are_one_group_by_whatever_joins_them() -> None:
    assert grouped(
        study("a", doi="10.1/a", title="Knee"),
        study("b", title="Hip", date="2018"),
        study("c", doi="10.1/A", pmid="7", title="Knees"),
        study("d", pmid="7", title="The knee"),
        study("e", title="the knee"),
        study("f", title="Hip", date="2017"),
    ) == named("acde", "bf")


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (0, 2, 1)])
@pytest.mark.parametrize(
    "studies",
    [
        (study("a", doi="10.1/a", title="T"), study("b", title="T"), study("c", doi="10.1/c", title="T")),
        (study("a", doi="10.1/a", pmid="1"), study("b", pmid="1"), study("c", doi="10.1/c", pmid="1")),
        (study("a", title="T", date="2016"), study("b", title="T", date="2017"), study("c", title="T", date="2018")),
        (study("a", title="T", journal="Pain"), study("b", title="T"), study("c", title="T", journal="Spine")),
    ],
)
def test_one_that_may_be_either_of_two_is_neither(studies: tuple[Study, ...], order: tuple[int, ...]) -> None:
    assert grouped(*(studies[place] for place in order)) == named("a", "b", "c")


def test_one_that_shares_more_with_one_of_two_is_that_one() -> None:
    first, second = study("a", doi="10.1/a", pmid="1", title="T"), study("c", doi="10.1/c", title="T")
    assert grouped(first, study("b", pmid="1", title="T"), second) == named("ab", "c")


def test_a_study_that_may_be_either_of_two_stands_with_neither() -> None:
    same = SameStudies()
    first, second, open_one = (
        study("a", doi="10.1/a", title="T"),
        study("c", doi="10.1/c", title="T"),
        study("b", title="T"),
    )
    same.change("x", None, first)
    same.change("y", None, open_one)
    assert [standing.page for standing in same.of(open_one)] == ["x", "y"]
    same.change("z", None, second)
    assert [standing.page for standing in same.of(open_one)] == ["y"]
    assert [standing.page for standing in same.of(first)] == ["x"]

"""What is proposed for a page, and what becomes of it."""

from __future__ import annotations

import time

from editor.content.condition_page import ConditionPage
from editor.content.same_studies import Standing
from editor.content.study import Study
from editor.references.proposals import Accepted, Found, proposals, with_accepted
from editor.references.reference import Notice, NoticeKind, Reference

_HERE = Study(key="here", title="Needles for knees", date="2018", doi="10.5555/knees", summary="Our words.")
_THERE = Study(key="there", title="Needles for necks", date="2019-02", summary="Their words.")
_PAGES = {
    "back.yaml": ConditionPage(slug="back", name="Back pain", studies=(_HERE,)),
    "neck.yaml": ConditionPage(slug="neck", name="Neck pain", studies=(_THERE, _HERE)),
}


def _proposed(*studies: Study) -> list[Found]:
    return [Found(study) for study in studies]


def test_a_proposal_knows_where_the_same_study_stands_its_own_page_first() -> None:
    coming = Study(title="Needles for knees!", date="2018-04-01", doi="https://doi.org/10.5555/KNEES", pmid="12")
    (one,) = proposals(_proposed(coming), "neck.yaml", _PAGES)
    assert one.here == _HERE
    assert [standing.page for standing in one.same] == ["neck.yaml", "back.yaml"]
    assert [standing.page for standing in one.elsewhere] == ["back.yaml"]
    assert [(pair.field.name, pair.now, pair.comes) for pair in one.differences] == [
        ("date", "2018", "2018-04-01"),
        ("pmid", "", "12"),
    ]


def test_what_stands_nowhere_is_new_and_what_comes_twice_is_told() -> None:
    first, again = Study(title="A third thing", date="2020"), Study(title="A third thing.", date="2020-05")
    made = proposals(_proposed(first, again), "back.yaml", _PAGES)
    assert [(one.is_new, one.earlier) for one in made] == [(True, None), (False, 0)]


def test_one_that_may_be_either_of_two_that_come_is_neither() -> None:
    dois = ("10.5555/a", None, "10.5555/b")
    made = proposals(_proposed(*(Study(title="Reply", doi=doi) for doi in dois)), "back.yaml", _PAGES)
    assert [one.earlier for one in made] == [None, None, None]


def test_hundreds_of_one_title_are_compared_quickly() -> None:
    """A journal's letters are all called the same; each beside each for every one of them took minutes."""
    coming = [Study(title="Reply", date="2018", authors=f"Doe{number % 90} A") for number in range(500)]
    begin = time.process_time()
    made = proposals(_proposed(*coming), "back.yaml", _PAGES)
    assert time.process_time() - begin < 5
    assert [one.earlier for one in made] == [None] * 90 + [place % 90 for place in range(90, 500)]


def test_only_what_stands_nowhere_is_asked_about() -> None:
    asked: list[str | None] = []

    def perhaps(study: Study) -> tuple[Standing, ...]:
        asked.append(study.title)
        return (Standing("neck.yaml", _THERE),)

    made = proposals(_proposed(_HERE.duplicate(), Study(title="Needle for neck")), "back.yaml", _PAGES, perhaps)
    assert asked == ["Needle for neck"]
    assert made[1].perhaps == (Standing("neck.yaml", _THERE),)
    assert not made[1].is_new


def test_a_retracted_paper_is_known_whatever_notice_comes_first() -> None:
    notices = (Notice(NoticeKind.CORRECTION), Notice(NoticeKind.RETRACTION))
    (one,) = proposals([Found(Study(title="x"), Reference(notices=notices))], "back.yaml", _PAGES)
    assert one.is_retracted


def test_the_abstract_is_offered_as_plain_words_and_is_never_taken_by_itself() -> None:
    found = Found(Study(title="x"), Reference(abstract="1. *p* < 0.05"))
    (one,) = proposals([found], "back.yaml", _PAGES)
    offered = one.abstract(None)
    assert offered is not None
    assert "\\*p\\*" in offered.comes
    assert all(pair.field.name != "summary" for pair in one.pairs(None))


def test_accepting_adds_above_and_updates_only_what_is_taken() -> None:
    coming = Study(title="Knees and needles", date="2018-04-01", doi="10.5555/knees", pmid="12")
    update, new = proposals(_proposed(coming, Study(title="New one", journal="J")), "back.yaml", _PAGES)
    taken = tuple(pair for pair in update.differences if pair.field.name == "pmid")
    page, keys = with_accepted(_PAGES["back.yaml"], [Accepted(taken, update="here"), Accepted(new.pairs(None))])
    added, updated = page.study_list
    assert (added.title, added.journal, added.summary) == ("New one", "J", None)
    assert updated == Study(
        key="here", title="Needles for knees", date="2018", doi="10.5555/knees", summary="Our words.", pmid="12"
    )
    assert keys == (added.key, "here")


def test_a_study_of_another_page_comes_with_its_own_words_and_its_own_key() -> None:
    (one,) = proposals(_proposed(Study(title="Needles for necks", date="2019", pmid="7")), "back.yaml", _PAGES)
    taken = tuple(pair for pair in one.pairs(_THERE) if not pair.agrees)
    page, keys = with_accepted(_PAGES["back.yaml"], [Accepted(taken, begin=one.elsewhere[0].study)])
    added = page.study_list[0]
    assert (added.summary, added.date, added.pmid) == ("Their words.", "2019-02", "7")
    assert keys == (added.key,) != ("there",)


def test_what_was_changed_or_deleted_meanwhile_stays_as_it_is() -> None:
    (one,) = proposals(_proposed(Study(title="Knee needles", doi="10.5555/knees")), "back.yaml", _PAGES)
    accepted = [Accepted(one.differences, update="here")]
    now = ConditionPage(
        slug="back", name="Back pain", studies=(Study(key="here", title="Said anew", doi="10.5555/knees"),)
    )
    assert with_accepted(now, accepted) == (now, ())
    gone = ConditionPage(slug="back", name="Back pain")
    assert with_accepted(gone, accepted) == (gone, ())


def test_a_study_is_proposed_as_a_page_would_keep_it() -> None:
    coming = Study(title="", date="1 April 2018", journal=" ", authors="Doe J")
    (one,) = proposals([Found(coming)], "back.yaml", _PAGES)
    assert one.found.study == Study(key=coming.key, title="", date="2018-04-01", authors="Doe J")

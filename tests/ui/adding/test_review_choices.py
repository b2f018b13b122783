"""What of the proposed studies is accepted, and what not unless somebody says so."""

from __future__ import annotations

from editor.content.condition_page import ConditionPage
from editor.content.same_studies import Standing
from editor.content.study import Study
from editor.references.proposals import Accepted, Found, Proposal, proposals
from editor.references.reference import Notice, NoticeKind, Reference
from editor.ui.adding.review_choices import NEW, Kind, ReviewChoices, ways_of

_HERE = Study(key="here", title="Needles for knees", date="2018", doi="10.5555/knees", summary="Ours.")
_THERE = Study(key="there", title="Needles for necks", date="2019", summary="Theirs.")
_PAGES = {
    "back.yaml": ConditionPage(slug="back", name="Back pain", studies=(_HERE,)),
    "neck.yaml": ConditionPage(slug="neck", name="Neck pain", studies=(_THERE,)),
}


def _choices(*studies: Study) -> ReviewChoices:
    return ReviewChoices(proposals([Found(study) for study in studies], "back.yaml", _PAGES))


def _named(choices: ReviewChoices, name: str, number: int = 0) -> bool:
    pair = next(pair for pair in choices.pairs(number) if pair.field.name == name)
    return choices.is_taken(number, pair)


def _take(choices: ReviewChoices, name: str, *, taken: bool = True) -> None:
    pair = next(pair for pair in choices.pairs(0) if pair.field.name == name)
    choices.take(0, pair, taken=taken)


def test_a_new_study_is_accepted_with_all_that_comes_but_its_abstract() -> None:
    found = Found(Study(title="New", date="2020"), Reference(abstract="The publisher's words."))
    choices = ReviewChoices(proposals([found], "back.yaml", _PAGES))
    assert choices.counts() == (1, 0)
    assert (_named(choices, "title"), _named(choices, "date"), _named(choices, "summary")) == (True, True, False)
    assert choices.accepted() == (Accepted((), begin=choices.proposals[0].found.study),)
    _take(choices, "summary")
    assert [pair.field.name for pair in choices.accepted()[0].taken] == ["title", "date", "summary"]
    _take(choices, "date", taken=False)
    assert [pair.field.name for pair in choices.accepted()[0].taken] == ["title", "summary"]


def test_a_study_of_this_page_is_updated_only_by_what_is_ticked() -> None:
    choices = _choices(Study(title="Needles for the knee", date="2018-04", doi="10.5555/knees", pmid="12"))
    assert choices.counts() == (0, 0)
    assert choices.accepted() == ()
    _take(choices, "pmid")
    assert choices.is_accepted(0)
    (accepted,) = choices.accepted()
    assert (accepted.update, [pair.field.name for pair in accepted.taken]) == ("here", ["pmid"])
    _take(choices, "pmid", taken=False)
    assert not choices.is_accepted(0)


def test_ticking_a_study_of_this_page_takes_all_that_differs_and_unticking_nothing() -> None:
    choices = _choices(Study(title="Needles for knees", date="2018-04", doi="10.5555/knees", pmid="12"))
    choices.accept(0, accepted=True)
    assert [pair.field.name for pair in choices.accepted()[0].taken] == ["date", "pmid"]
    choices.accept(0, accepted=False)
    assert choices.accepted() == ()


def test_nothing_can_be_accepted_where_the_page_says_all_of_it() -> None:
    choices = _choices(Study(title="Needles for knees", doi="10.5555/KNEES"))
    assert not choices.can_accept(0)
    choices.accept(0, accepted=True)
    assert choices.accepted() == ()


def test_a_study_of_another_page_comes_with_the_words_there_and_only_gaps_are_filled() -> None:
    choices = _choices(Study(title="Needles for necks", date="2019-05-01", pmid="7"))
    assert choices.way(0).kind is Kind.COPY
    assert choices.accepted() == (
        Accepted(tuple(pair for pair in choices.pairs(0) if pair.field.name == "pmid"), begin=_THERE),
    )
    choices.choose_way(0, NEW)
    assert choices.accepted() == (Accepted((), begin=choices.proposals[0].found.study),)


def test_what_is_doubtful_waits_for_a_tick() -> None:
    new = Found(Study(title="New"))
    retracted = Proposal("p", Found(Study(title="x"), Reference(notices=(Notice(NoticeKind.RETRACTION),))))
    perhaps = Proposal("p", new, perhaps=(Standing("p", _HERE),))
    again = Proposal("p", new, earlier=0)
    nameless = Proposal("p", Found(Study(title=" ", doi="10.5555/x")))
    choices = ReviewChoices([Proposal("p", new), retracted, perhaps, again, nameless])
    assert [choices.is_accepted(number) for number in range(5)] == [True, False, False, False, False]
    choices.accept_none()
    assert choices.counts() == (0, 0)
    choices.accept_usual()
    assert choices.counts() == (1, 0)


def test_what_is_perhaps_the_same_is_new_unless_somebody_says_that_it_is_that_study() -> None:
    found = Found(Study(title="Needle for knee", pmid="9"))
    proposal = Proposal("back.yaml", found, perhaps=(Standing("back.yaml", _HERE),))
    choices = ReviewChoices([proposal])
    assert choices.way(0) == NEW
    choices.choose_way(0, ways_of(proposal)[1])
    assert not choices.is_accepted(0)
    _take(choices, "pmid")
    assert choices.accepted()[0].update == "here"

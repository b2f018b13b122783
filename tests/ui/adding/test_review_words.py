"""What is said of proposed studies."""

from __future__ import annotations

import pytest

from editor.content.same_studies import Standing
from editor.content.study import Study
from editor.references.proposals import Found, Proposal
from editor.references.reference import Author, Notice, NoticeKind, Reference
from editor.ui.adding.review_words import (
    detail_words,
    done_words,
    main_words,
    notice_words,
    standing_words,
    step_words,
)

_COMING = Found(Study(title="Needles", date="2018", pmid="1"))
_SAME = Study(title="Needles", date="2018", pmid="1")
_OTHER = Study(title="Pins", date="2017", pmid="1")
_NAMES = {"b": "Back pain", "n": "Neck pain", "k": "Knee pain"}


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (Proposal("b", _COMING), "New"),
        (Proposal("b", _COMING, (Standing("b", _SAME),)), "Already on this page: says the same"),
        (Proposal("b", _COMING, (Standing("b", _OTHER),)), "Already on this page: differs in 2 fields"),
        (Proposal("b", _COMING, (Standing("n", _SAME),)), "Already on Neck pain"),
        (
            Proposal("b", _COMING, (Standing("k", _SAME), Standing("n", _SAME))),
            "Already on Knee pain and 1 other page",
        ),
        (Proposal("b", _COMING, earlier=4), "The same study comes further up in this list"),
        (Proposal("b", _COMING, perhaps=(Standing("n", _OTHER),)), "Perhaps the same as “Pins”"),
    ],
)
def test_each_proposal_says_where_it_stands(proposal: Proposal, words: str) -> None:
    assert standing_words(proposal, _NAMES.__getitem__) == words


def test_papers_of_a_like_title_are_told_apart_by_first_author_year_and_journal() -> None:
    authors = (Author(family="Roe", given="Ben"), Author(family="Poe", given="Cy"))
    study = Study(title="Needles", date="2018-04", journal="Invented  Needles")
    found = Found(study, Reference(authors=authors))
    assert detail_words(Proposal("b", found), _NAMES.__getitem__) == "New · Roe 2018 · Invented Needles"
    society = Found(Study(date="2018, Apr 1"), Reference(authors=(Author(organisation="Needle Society"),)))
    assert detail_words(Proposal("b", society), _NAMES.__getitem__) == "New · Needle Society 2018"
    table = Found(Study(authors="Doe J, Roe B"))
    assert detail_words(Proposal("b", table), _NAMES.__getitem__) == "New · Doe"
    assert detail_words(Proposal("b", Found(Study(title="Needles"))), _NAMES.__getitem__) == "New"


def test_the_gravest_notice_is_said() -> None:
    notices = tuple(map(Notice, (NoticeKind.CORRECTION, NoticeKind.RETRACTION)))
    assert notice_words(Proposal("b", Found(Study(), Reference(notices=notices)))) == "Retracted"
    assert notice_words(Proposal("b", _COMING)) == ""


@pytest.mark.parametrize(
    ("counts", "button", "step", "done"),
    [
        ((1, 0), "Add 1 study", "add study", "1 study added. Undo takes it back."),
        ((10, 0), "Add 10 studies", "add 10 studies", "10 studies added. Undo takes it back."),
        ((0, 1), "Update 1 study", "update study", "1 study updated. Undo takes it back."),
        (
            (10, 1),
            "Add 10 studies, update 1 study",
            "add 10 studies, update 1 study",
            "10 studies added. 1 study updated. Undo takes it back.",
        ),
    ],
)
def test_what_is_done_is_counted(counts: tuple[int, int], button: str, step: str, done: str) -> None:
    assert (main_words(*counts), step_words(*counts), done_words(*counts)) == (button, step, done)

"""What can be done with the chosen studies as a whole."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.page_changes import add_study
from editor.content.study import Study
from editor.session import Session
from editor.ui.editing import Editing
from editor.ui.studies.study_editing import StudyEditing

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"
TITLE = field_named(STUDY_FIELDS, "title")


class Work:
    """A page of the sample content, and what was said."""

    def __init__(self, folder: Path) -> None:
        self.editing = Editing(Session.open(folder))
        self.editing.choose(BACK)
        self.studies = StudyEditing(self.editing)
        self.before = self.titles
        self.said = ""
        self.editing.said.connect(self._hear)

    def _hear(self, text: str) -> None:
        self.said = text

    @property
    def titles(self) -> list[str]:
        assert self.editing.page is not None
        return [study.title or "" for study in self.editing.page.study_list]

    @property
    def places(self) -> list[int]:
        """Where the chosen studies stand, the one with the card first."""
        assert self.editing.page is not None
        keys = [study.key for study in self.editing.page.study_list]
        return [keys.index(key) for key in self.editing.study_keys]

    @property
    def step(self) -> str:
        step = self.editing.session.history.next_undo
        return step.label if step else ""

    def choose(self, *places: int) -> None:
        assert self.editing.page is not None
        self.editing.choose_studies(tuple(self.editing.page.study_list[place].key for place in places))


@pytest.fixture
def work(sample_folder: Path) -> Work:
    return Work(sample_folder)


def test_steps_are_named_after_what_was_done_and_where(work: Work) -> None:
    labels = []
    studies = work.studies
    acts: tuple[Callable[[], None], ...] = (
        studies.delete,
        studies.duplicate,
        studies.add,
        studies.move_down,
        studies.cut,
        studies.paste,
        functools.partial(work.choose, 0, 1, 2),
        studies.duplicate,
        studies.move_up,
        studies.cut,
        studies.paste,
        studies.delete,
    )
    for act in acts:
        act()
        labels.append(work.step.removesuffix(" in Back, Hip, Knee & Leg Pain"))
    del labels[6]
    assert labels == [
        "delete study",
        "duplicate study",
        "add study",
        "move study",
        "cut study",
        "paste study",
        "duplicate 3 studies",
        "move 3 studies",
        "cut 3 studies",
        "paste 3 studies",
        "delete 3 studies",
    ]


def test_a_new_study_stands_at_the_top_and_is_chosen(work: Work) -> None:
    work.choose(3, 2)
    work.studies.add()
    assert work.places == [0]
    assert work.titles == ["", *work.before]
    assert work.said == "New study at the top of the list. “Move down” brings it further down."


def test_copies_stand_below_and_are_chosen(work: Work) -> None:
    work.choose(1, 3)
    work.studies.duplicate()
    assert work.places == [4, 5]
    assert work.titles[4:6] == [work.before[1], work.before[3]]
    assert len(work.titles) == 9


@pytest.mark.parametrize(
    ("places", "next_place"), [([0], 0), ([3], 3), ([6], 5), ([4, 1, 2], 1), ([5, 6], 4), ([0, 6], 0)]
)
def test_after_a_deletion_the_following_study_is_chosen(work: Work, places: list[int], next_place: int) -> None:
    work.choose(*places)
    work.studies.delete()
    assert work.titles == [title for place, title in enumerate(work.before) if place not in places]
    assert work.places == [next_place]
    work.editing.undo()
    assert work.titles == work.before
    assert sorted(work.places) == sorted(places)


def test_all_studies_of_a_page_can_be_deleted(work: Work) -> None:
    work.choose(*range(7))
    work.studies.delete()
    assert work.titles == []
    assert work.editing.study is None
    work.studies.add()
    assert work.titles == [""]


def test_a_deletion_tells_what_was_deleted(work: Work) -> None:
    told: list[str] = []
    work.studies.removed.connect(told.append)
    work.studies.delete()
    work.choose(0, 1, 2)
    work.studies.delete()
    assert told == ["Study deleted.", "3 studies deleted."]


def test_moved_studies_stay_chosen(work: Work) -> None:
    work.choose(2, 1)
    work.studies.move_up()
    one, two, three, *rest = work.before
    assert work.titles == [two, three, one, *rest]
    assert work.places == [1, 0]
    assert not work.studies.can_move_up
    work.studies.move_down()
    assert work.titles == work.before
    assert work.studies.can_move_up


@pytest.mark.parametrize(
    ("places", "up", "down"), [([0], False, True), ([6], True, False), ([1, 0], False, True), ([0, 2], True, True)]
)
def test_studies_move_as_long_as_there_is_another_one(work: Work, places: list[int], up: bool, down: bool) -> None:
    work.choose(*places)
    assert (work.studies.can_move_up, work.studies.can_move_down) == (up, down)


def test_studies_go_to_another_page_with_all_known_fields_and_no_other(work: Work) -> None:
    assert work.editing.page is not None
    copied = work.editing.page.study_list[1:3]
    work.choose(2, 1)
    work.studies.copy()
    assert work.said == "2 studies copied. Go to any page and paste them there (Ctrl+V)."
    work.editing.choose(HEAD)
    there = work.titles
    work.choose(3)
    work.studies.paste()
    assert work.titles == [*there[:4], *(study.title for study in copied), *there[4:]]
    pasted = work.editing.studies
    for new, old in zip(pasted, copied, strict=True):
        assert new.key != old.key
        assert [field.of(new) for field in STUDY_FIELDS] == [field.of(old) for field in STUDY_FIELDS]
    work.editing.undo()
    assert work.titles == there
    assert work.editing.session.unsaved_places == ()


def test_what_is_cut_can_be_pasted_and_undo_brings_it_back(work: Work) -> None:
    work.choose(0)
    work.studies.cut()
    assert work.titles == work.before[1:]
    assert work.said == "Study cut. Paste it on any page (Ctrl+V), or bring it back with Undo."
    work.choose(1)
    work.studies.paste()
    assert work.titles == [*work.before[1:3], work.before[0], *work.before[3:]]
    work.editing.undo()
    work.editing.undo()
    assert work.titles == work.before


def test_a_study_is_pasted_onto_a_page_that_has_none(work: Work) -> None:
    work.studies.copy()
    work.choose(*range(7))
    work.studies.delete()
    work.studies.paste()
    assert work.titles == work.before[:1]


def test_other_programs_get_a_row_for_each_study(work: Work) -> None:
    study = Study(
        date="2018-04-01", title="針灸", journal="BMJ", summary="One.\n\nTwo.", pmid="29496679", note="Ask Ann"
    )
    work.editing.change_studies("add", functools.partial(add_study, study=study, place=0), (study.key,))
    work.studies.copy()
    text = QGuiApplication.clipboard().text()
    assert text == '2018-04-01\t針灸\tBMJ\t\t\t"One.\n\nTwo."\t\t\t\t29496679\tAsk Ann\n'


def test_what_is_no_study_is_not_pasted_and_the_words_say_what_can_be(work: Work) -> None:
    data = QMimeData()
    data.setText("Tang S. Acupuncture for back pain. 2018.")
    QGuiApplication.clipboard().setMimeData(data)
    work.studies.paste()
    assert work.titles == work.before
    assert work.step == ""
    assert "To paste words, click into a text box" in work.said


def test_undo_chooses_the_studies_that_came_back_or_changed(work: Work) -> None:
    assert work.editing.page is not None
    work.choose(2)
    work.studies.delete()
    work.choose(5)
    work.editing.undo()
    assert work.places == [2]
    last = work.editing.page.study_list[-1].key
    work.editing.edit_study(last, TITLE, "New")
    work.editing.undo()
    assert work.places == [6]
    work.choose(4)
    work.studies.move_up()
    work.editing.undo()
    assert work.places == [4]
    work.choose(0)
    work.editing.redo()
    assert work.places in ([3], [4])

from __future__ import annotations

import functools
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, field_named
from editor.content.study_view import AS_ON_WEBSITE, StudyView
from editor.session import Session, file_of, follow
from editor.session.undo_history import TYPING_PAUSE
from editor.storage import ContentFolder
from editor.ui.editing import Editing
from editor.ui.studies.study_editing import StudyEditing

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"
INTRO = field_named(PAGE_FIELDS, "intro")


@pytest.fixture
def editing(sample_folder: Path) -> Editing:
    editing = Editing(Session.open(sample_folder))
    editing.choose(BACK)
    return editing


def titles(editing: Editing) -> list[str]:
    assert editing.page is not None
    return [study.title or "" for study in editing.page.study_list]


def choose_study(editing: Editing, place: int) -> None:
    assert editing.page is not None
    editing.choose_study(editing.page.study_list[place].key)


def page_at(editing: Editing, place: str) -> ConditionPage:
    page = editing.session.page(place)
    assert page is not None
    return page


def study_place(editing: Editing) -> int:
    assert editing.page is not None
    assert editing.study is not None
    return editing.page.study_list.index(editing.study)


def test_a_page_with_studies_has_the_first_one_chosen(editing: Editing) -> None:
    assert study_place(editing) == 0


def test_a_text_is_changed_on_the_chosen_page(editing: Editing) -> None:
    editing.edit_field(INTRO, "New")
    assert editing.page is not None
    assert editing.page.intro == "New"
    assert editing.session.unsaved_places == (BACK,)


def test_a_shared_text_is_changed_for_the_site(editing: Editing) -> None:
    editing.choose(editing.session.site_place)
    editing.edit_field(field_named(SITE_FIELDS, "research.heading"), "New")
    assert editing.session.site.research.heading == "New"


def test_steps_are_named_after_what_was_done_and_where(editing: Editing) -> None:
    editing.edit_field(INTRO, "New")
    step = editing.session.history.next_undo
    assert step is not None
    assert step.label == "change to Introduction in Back, Hip, Knee & Leg Pain"


def test_typing_in_one_box_is_one_step_and_in_the_next_another(editing: Editing) -> None:
    before = editing.page
    editing.edit_field(INTRO, "N")
    editing.edit_field(INTRO, "Ne")
    editing.edit_field(field_named(PAGE_FIELDS, "name"), "B")
    editing.undo()
    assert editing.page is not None
    assert editing.page.intro == "Ne"
    editing.undo()
    assert editing.page == before


def test_the_same_field_of_two_studies_is_two_steps(editing: Editing) -> None:
    assert editing.page is not None
    first, second = editing.page.study_list[:2]
    title = field_named(STUDY_FIELDS, "title")
    editing.edit_study(first.key, title, "A")
    editing.edit_study(second.key, title, "B")
    editing.undo()
    assert titles(editing)[:2] == ["A", second.title]


def test_undo_of_a_step_on_another_page_first_only_goes_there(editing: Editing) -> None:
    said: list[str] = []
    editing.said.connect(said.append)
    editing.edit_field(INTRO, "New")
    editing.choose(HEAD)
    editing.undo()
    assert editing.place == BACK
    assert editing.session.unsaved_places == (BACK,)
    assert "once more" in said[-1]
    editing.undo()
    assert editing.session.unsaved_places == ()
    editing.choose(HEAD)
    editing.redo()
    assert (editing.place, editing.session.unsaved_places) == (BACK, ())
    editing.redo()
    assert editing.session.unsaved_places == (BACK,)


@pytest.mark.parametrize("place", ["conditions/neck-pain.yaml", HEAD, BACK])
def test_a_step_across_pages_is_undone_and_redone_from_any_of_them(editing: Editing, place: str) -> None:
    said: list[str] = []
    editing.said.connect(said.append)
    session = editing.session
    session.new_page("Neck pain")
    before = {place: session.page(place) for place in session.page_places}
    records = {other: INTRO.set(page_at(editing, other), "A") for other in (BACK, HEAD)}
    session.put_records("replace words on 2 pages", records)
    editing.choose(place)
    editing.undo()
    assert {place: session.page(place) for place in session.page_places} == before
    assert (editing.place, said[-1]) == (place, "Undone: replace words on 2 pages.")
    editing.redo()
    assert {place: session.page(place) for place in records} == records
    assert (editing.place, said[-1]) == (place, "Done again: replace words on 2 pages.")


def test_undo_after_a_refusal_leaves_that_step_out_and_takes_back_the_one_before(editing: Editing) -> None:
    said: list[str] = []
    editing.said.connect(said.append)
    editing.undo()
    session = editing.session
    editing.choose(HEAD)
    editing.edit_field(INTRO, "First")
    editing.choose(BACK)
    editing.edit_field(INTRO, "Second")
    session.save(BACK)
    theirs = session.files[BACK].data
    assert theirs is not None
    follow(session, [file_of(BACK, theirs.replace(b"Second", b"Theirs"))])
    editing.undo()
    assert "no longer fits" in said[-1]
    assert "Undo once more" in said[-1]
    editing.undo()
    assert (editing.place, page_at(editing, HEAD).intro) == (HEAD, "First")
    editing.undo()
    assert page_at(editing, HEAD).intro != "First"
    assert page_at(editing, BACK).intro == "Theirs"


def test_each_page_remembers_its_chosen_study(editing: Editing) -> None:
    choose_study(editing, 2)
    editing.choose(HEAD)
    assert study_place(editing) == 0
    editing.choose(BACK)
    assert study_place(editing) == 2


def choose_all(editing: Editing) -> None:
    assert editing.page is not None
    editing.choose_studies(tuple(study.key for study in editing.page.study_list))


def test_of_several_chosen_studies_one_is_left_when_the_page_is(editing: Editing) -> None:
    choose_all(editing)
    editing.choose(HEAD)
    editing.choose(BACK)
    assert len(editing.study_keys) == 1


def test_undo_of_a_text_leaves_one_of_several_chosen_studies(editing: Editing) -> None:
    editing.edit_field(INTRO, "New")
    choose_all(editing)
    editing.undo()
    assert len(editing.study_keys) == 1


def test_the_page_in_the_place_of_one_that_undo_took_away_has_one_chosen_study(editing: Editing) -> None:
    told: list[object] = []
    editing.stepped.connect(told.append)
    editing.choose(editing.session.new_page("Arm pain"))
    editing.undo()
    assert editing.place == BACK
    assert len(editing.study_keys) == 1
    assert told == []


STEPS_AT_RANDOM = 300


@pytest.mark.parametrize("seed", range(4))
def test_no_step_and_no_page_chooses_more_studies_than_it_touched(editing: Editing, seed: int) -> None:
    """The selection never grows by itself, whatever pages come and go."""
    dice, studies = random.Random(seed), StudyEditing(editing)
    for _ in range(STEPS_AT_RANDOM):
        before, chosen, place = editing.page, editing.study_keys, editing.place
        act = dice.choice([*[editing.undo, editing.redo] * 2, *ways(editing, studies, dice)])
        act()
        if editing.place != place:
            assert len(editing.study_keys) <= 1
        elif act in (editing.undo, editing.redo):
            most = len(chosen) if editing.page is before else max(touched(before, editing.page), 1)
            assert len(editing.study_keys) <= most


def touched(before: ConditionPage | None, after: ConditionPage | None) -> int:
    """How many studies came or changed; where some went or moved, how many there are."""
    if before is None or after is None:
        return 0
    known = {study.key: study for study in before.study_list}
    changed = sum(study != known.get(study.key) for study in after.study_list)
    return changed or len(after.study_list) * (after.study_list != before.study_list)


def ways(editing: Editing, studies: StudyEditing, dice: random.Random) -> list[Callable[[], None]]:
    """What can be done now."""
    session, place = editing.session, editing.place
    pages = [*session.page_places, session.site_place]
    found = [functools.partial(editing.choose, dice.choice(pages))]
    if editing.page is not None and session.is_there(place):
        found += [studies.add, studies.duplicate, studies.move_down, functools.partial(choose_all, editing)]
        found += [functools.partial(editing.edit_field, INTRO, str(dice.random()))]
        if editing.study_keys:
            found += [studies.delete]
    if len(pages) > 2:
        found += [functools.partial(session.delete_page, dice.choice(session.page_places))]
    if session.deleted_pages:
        found += [functools.partial(bring_back, editing)]
    return [*found, functools.partial(begin, editing)]


def begin(editing: Editing) -> None:
    editing.choose(editing.session.new_page("Arm pain"))


def bring_back(editing: Editing) -> None:
    editing.choose(editing.session.restore_page(editing.session.deleted_pages[0]))


def test_the_shared_texts_are_meant_wherever_their_file_is(tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_text("name: Clinic\n", encoding="utf-8")
    session = Session.open(tmp_path)
    editing = Editing(session)
    editing.edit_field(field_named(SITE_FIELDS, "name"), "New")
    assert session.unsaved_places == ("site.yml",)


def test_the_form_that_a_date_takes_when_its_box_is_left_is_one_step_with_its_typing(sample_folder: Path) -> None:
    now = [0.0]
    session = Session(ContentFolder(sample_folder), lambda: now[0])
    session.receive(*Session.open(sample_folder).files.values())
    editing = Editing(session)
    editing.choose(BACK)
    study, before = editing.study, editing.page
    assert study is not None
    for text in ("1/4/2018", "2018-04-01"):
        editing.edit_study(study.key, field_named(STUDY_FIELDS, "date"), text)
        now[0] += 10 * TYPING_PAUSE  # a long look at what was typed
    editing.undo()
    assert editing.page == before
    for text in ("May 2027", "2027-05"):
        editing.edit_field(field_named(PAGE_FIELDS, "review_due"), text)
        now[0] += 10 * TYPING_PAUSE
    editing.undo()
    assert editing.page == before


def test_a_new_page_is_not_looked_at_as_one_of_its_name_was_that_is_gone(editing: Editing) -> None:
    editing.look_at(StudyView(sort="title", words="knee"))
    editing.session.delete_page(BACK)
    editing.session.undo()
    assert editing.study_view == AS_ON_WEBSITE

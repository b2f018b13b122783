"""Steps of undo, and how typing becomes one of them."""

from __future__ import annotations

import itertools

from editor.content.condition_page import ConditionPage
from editor.session.undo_history import TYPING_PAUSE, Change, Step, UndoHistory

PLACE = "conditions/neck-pain.yaml"


class Clock:
    """A clock that stands still until it is moved; in seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def typed(before: str, after: str, merge_key: str | None = "name", place: str = PLACE) -> Step:
    change = Change(place, ConditionPage("neck", name=before), ConditionPage("neck", name=after))
    return Step("typing", (change,), merge_key)


def names(history: UndoHistory) -> list[tuple[str, str]]:
    """Every step that can be undone, the latest first, as the names before and after it."""
    found = []
    while (step := history.next_undo) is not None:
        (change,) = step.changes
        assert isinstance(change.before, ConditionPage)
        assert isinstance(change.after, ConditionPage)
        found.append((change.before.name or "", change.after.name or ""))
        history.undone()
    return found


def test_steps_go_back_and_forth() -> None:
    history = UndoHistory(Clock())
    assert history.next_undo is None
    assert history.next_redo is None
    first, second = typed("", "a", None), typed("a", "b", None)
    history.push(first)
    history.push(second)
    history.undone()
    assert history.next_undo is first
    assert history.next_redo is second
    history.redone()
    assert history.next_redo is None
    assert names(history) == [("a", "b"), ("", "a")]


def test_a_new_step_ends_what_could_be_redone() -> None:
    history = UndoHistory(Clock())
    history.push(typed("", "a", None))
    history.undone()
    history.push(typed("", "b", None))
    assert history.next_redo is None
    assert names(history) == [("", "b")]


def test_a_run_of_typing_is_one_step() -> None:
    history = UndoHistory(Clock())
    for before, after in (("", "a"), ("a", "ab"), ("ab", "abc")):
        history.push(typed(before, after))
    assert names(history) == [("", "abc")]


def test_a_pause_another_field_another_place_and_an_end_begin_a_new_step() -> None:
    clock = Clock()
    history = UndoHistory(clock)
    history.push(typed("", "a"))
    clock.now += TYPING_PAUSE + 0.1
    history.push(typed("a", "b"))
    history.push(typed("b", "c", "intro"))
    history.push(typed("c", "d", "intro", "conditions/back-pain.yaml"))
    history.end_typing()
    history.push(typed("d", "e", "intro", "conditions/back-pain.yaml"))
    assert len(names(history)) == 5


def test_typing_after_an_undo_is_a_new_step() -> None:
    history = UndoHistory(Clock())
    history.push(typed("", "a"))
    history.push(typed("a", "b", "intro"))
    history.undone()
    history.push(typed("a", "c", "name"))
    assert names(history) == [("a", "c"), ("", "a")]


def test_what_was_typed_and_deleted_again_is_no_step() -> None:
    history = UndoHistory(Clock())
    history.push(typed("", "a"))
    history.end_typing()
    history.push(typed("a", "ab"))
    history.push(typed("ab", "a"))
    assert history.next_undo == typed("", "a")
    history.push(typed("a", "ax"))
    assert names(history) == [("a", "ax"), ("", "a")]


def test_typing_that_is_resumed_is_one_step_after_any_pause_unless_it_had_ended() -> None:
    clock = Clock()
    history = UndoHistory(clock)
    for before, after in [("", "a"), ("a", "b")]:
        clock.now += 10 * TYPING_PAUSE
        history.resume_typing()
        history.push(typed(before, after))
    history.end_typing()
    history.resume_typing()
    history.push(typed("b", "c"))
    assert names(history) == [("b", "c"), ("", "b")]


def test_typing_that_is_taken_back_after_pauses_leaves_what_was_typed_before_it() -> None:
    clock = Clock()
    history = UndoHistory(clock)
    first = typed("", "a", "intro")
    texts = ["a", "ab", "abc", "abcd", "ab"]
    for step in (first, *(typed(*pair) for pair in itertools.pairwise(texts[:-1]))):
        clock.now += 10 * TYPING_PAUSE
        history.push(step)
    taken_back = typed("abcd", "ab")
    clock.now += 10 * TYPING_PAUSE
    history.resume_typing(taken_back.changes[0].after)
    history.push(taken_back)
    assert names(history) == [("a", "ab"), ("", "a")]

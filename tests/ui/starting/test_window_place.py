"""The window is where it was, as far as there is a screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from editor.ui.starting.window_place import FRAME, visible_place

DESK = QRect(0, 0, 1920, 1040)
SIDE = QRect(1920, 0, 1280, 1024)
LAPTOP = QRect(0, 25, 1280, 735)


def test_on_a_screen_that_is_there_it_stays() -> None:
    for wanted in (QRect(100, 80, 1200, 700), QRect(1950, 60, 1200, 700)):
        assert visible_place(wanted, [DESK, SIDE]) == wanted


def test_from_a_screen_that_is_gone_it_comes_to_the_first() -> None:
    place = visible_place(QRect(2000, 60, 1200, 700), [DESK])
    assert place.size() == QRect(2000, 60, 1200, 700).size()
    assert DESK.contains(place)
    assert abs(place.center().x() - DESK.center().x()) <= 8


def test_half_on_a_screen_it_is_moved_onto_it() -> None:
    assert visible_place(QRect(3000, 60, 1200, 700), [DESK, SIDE]) == QRect(1992, 60, 1200, 700)


def test_its_title_bar_is_never_above_the_screen() -> None:
    assert visible_place(QRect(100, -300, 1200, 700), [DESK]).top() == FRAME.top()


def test_on_a_smaller_screen_it_is_smaller() -> None:
    assert visible_place(QRect(0, 40, 1900, 1000), [LAPTOP]) == LAPTOP.marginsRemoved(FRAME)


@pytest.mark.parametrize("screens", [[DESK], [LAPTOP, SIDE], [SIDE, DESK]])
@given(place=st.tuples(*[st.integers(-70_000, 70_000)] * 2, *[st.integers(-10, 70_000)] * 2))
def test_wherever_it_was_it_can_be_seen(screens: list[QRect], place: tuple[int, int, int, int]) -> None:
    shown = visible_place(QRect(*place), screens)
    assert any(screen.contains(shown) for screen in screens)

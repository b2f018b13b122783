"""Where Ctrl and an arrow lead in the table of studies; the other keys are tried in `test_spreadsheet_hands.py`."""

from __future__ import annotations

import pytest

from editor.ui.studies.table_keys import edge_of_data


@pytest.mark.parametrize(
    ("cells", "place", "step", "edge"),
    [
        ("xxx", 0, 1, 2),
        ("xxx", 2, -1, 0),
        ("xx-x", 0, 1, 1),
        ("xx-x", 1, 1, 3),
        ("x--x", 0, 1, 3),
        ("--xx", 0, 1, 2),
        ("x---", 0, 1, 3),
        ("---", 1, -1, 0),
        ("x", 0, 1, 0),
        ("xx", 1, 1, 1),
    ],
)
def test_the_edge_of_data_is_where_a_spreadsheet_has_it(cells: str, place: int, step: int, edge: int) -> None:
    assert edge_of_data([cell == "x" for cell in cells], place, step) == edge

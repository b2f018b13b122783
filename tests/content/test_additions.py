"""What only a file says of a study."""

from __future__ import annotations

import pytest

from editor.content.additions import additions
from editor.content.reading import read_page

PAGE = """\
name: Knees
studies:
  # --- the practitioner's favourite ---
  - title: Needles for knees
    id: 17     # from the old website
    tags: [knee, leg]
    note: Ours
  - title: "Needles: #2"
  - {title: Needles at noon, id: 18}
"""


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (0, ("id: 17", "tags", "the practitioner's favourite", "from the old website")),
        (1, ()),
        (2, ("id: 18",)),
    ],
)
def test_keys_of_the_website_and_comments_are_told(place: int, said: tuple[str, ...]) -> None:
    read = read_page(PAGE.encode(), "knees")
    assert read.page is not None
    assert additions(read.source, read.page, read.page.study_list[place].key) == said


def test_of_a_study_that_is_not_in_the_file_nothing_is_told() -> None:
    read = read_page(PAGE.encode(), "knees")
    assert additions(read.source, read.page, "another") == ()
    assert additions(None, None, "another") == ()

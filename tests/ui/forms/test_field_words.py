"""What fields say, as staff read them."""

from __future__ import annotations

import pytest

from editor.content.fields import STUDY_FIELDS, field_named
from editor.ui.forms.field_words import field_words, plain_field_words


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("date", "2018-04-01", "2018, Apr 1"),
        ("date", " 2017-12 ", "2017, Dec"),
        ("date", "2018 Jan-Feb", "2018 Jan-Feb"),
        ("study_type", "meta-analysis", "Meta-analysis"),
        ("study_type", "", ""),
        ("date", "  ", ""),
        ("summary", "It *helped*.", "It *helped*."),
        ("title", "2018-04-01", "2018-04-01"),
    ],
)
def test_dates_and_kinds_are_shown_as_on_the_page(name: str, text: str, shown: str) -> None:
    assert field_words(field_named(STUDY_FIELDS, name), text) == shown


def test_marks_are_left_out_where_only_words_are_wanted() -> None:
    assert plain_field_words(field_named(STUDY_FIELDS, "summary"), "It *helped*.") == "It helped."
    assert plain_field_words(field_named(STUDY_FIELDS, "date"), "2016") == "2016"

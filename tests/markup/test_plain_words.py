"""A Markdown text without its marks: the words that the page shows."""

from __future__ import annotations

import pytest

from editor.markup.plain_words import linked_addresses, plain_words
from editor.markup.reading import read_markup

TEXTS = [
    "",
    "Plain words, as they are.",
    "Shall we talk? [Ask a question](https://clinic.example/visit).\n",
    'First [call](tel:123 "by day") or [write](mailto:a@b.example), then come.',
    "Call **000** at once, and *do not* wait; ***really***.",
    "Call __000__ at once, and _do not_ wait.",
    "5 * 3 and 5 _ 3 are no marks",
    "snake_case_names stay as they are",
    "Stars: \\*not bold\\* and \\[no link\\](x)",
    "Two lines\nwith **one** mark",
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_left_is_what_the_page_shows(text: str) -> None:
    assert plain_words(text).split() == read_markup(text).words().split()


def test_headings_and_quotations_lose_their_marks() -> None:
    assert plain_words("## Visit us\n> “Well.”") == "Visit us\n“Well.”"


def test_a_picture_leaves_its_description() -> None:
    assert plain_words("See ![the clinic](images/clinic.png) here") == "See the clinic here"


def test_a_long_hostile_text_takes_no_time() -> None:
    assert plain_words("[" * 50_000).count("[") == 50_000
    assert plain_words("[a](" * 20_000)


def test_where_links_lead_is_told() -> None:
    text = 'First [call](tel:123 "by day") or [write](mailto:a@b.example), \\[not](here).'
    assert linked_addresses(text) == ("tel:123", "mailto:a@b.example")

from __future__ import annotations

import pytest

from editor.content.fields import STUDY_FIELDS
from editor.content.replacing import Occurrence
from editor.ui.replacing.found_delegate import change_of
from editor.ui.replacing.replace_words import button_words, on_pages, replaced_words, step_words

SITE, BACK, HEAD = "site.yaml", "conditions/back.yaml", "conditions/head.yaml"


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([SITE], "in the shared texts"),
        ([BACK], "on 1 page"),
        ([BACK, HEAD], "on 2 pages"),
        ([SITE, BACK], "on 1 page and in the shared texts"),
        ([SITE, BACK, HEAD], "on 2 pages and in the shared texts"),
    ],
)
def test_pages_and_shared_texts_are_told_apart(places: list[str], words: str) -> None:
    assert on_pages(places) == words


def test_the_button_says_what_it_does() -> None:
    assert button_words(0, [], removes=False) == "Replace"
    assert button_words(12, [BACK, HEAD], removes=False) == "Replace 12 places on 2 pages"
    assert button_words(1, [BACK], removes=True) == "Remove the words in 1 place on 1 page"


def test_undo_names_the_words_and_where() -> None:
    assert step_words("acupunture", "acupuncture", [BACK, HEAD], "Back") == "replace “acupunture” on 2 pages"
    assert step_words("acupunture", "acupuncture", [BACK], "Back") == "replace “acupunture” in Back"
    assert step_words("acupunture", "", [BACK], "Back") == "remove “acupunture” in Back"
    assert len(step_words("word " * 50, "x", [BACK], "Back")) < 60


def test_what_changed_meanwhile_is_told() -> None:
    assert replaced_words(2, [BACK], 0) == "Replaced 2 places on 1 page. They are not saved yet."
    assert replaced_words(2, [BACK], 1).endswith("1 place had changed meanwhile and stays as it is.")


def occurrence(before: str, words: str, after: str) -> Occurrence:
    start = len(before)
    return Occurrence(None, STUDY_FIELDS[0], 0, before + words + after, start, start + len(words), is_link=False)


def test_a_change_stands_on_one_line_with_what_goes_and_what_comes() -> None:
    change = change_of(occurrence("Less\n", "pain", "\nthan before"), "ache")
    assert change.text == "Less pain → ache than before"
    assert change.text[slice(*change.gone)] == "pain"
    assert change.text[slice(*change.come)] == "ache"


def test_words_that_only_go_have_nothing_behind_them() -> None:
    change = change_of(occurrence("Less ", "pain", "."), "")
    assert (change.text, change.come) == ("Less pain.", (9, 9))


def test_words_that_stay_are_marked_alone() -> None:
    change = change_of(occurrence("Less ", "pain", "."), "pain")
    assert (change.text, change.gone, change.come) == ("Less pain.", (5, 5), (5, 9))


def test_of_a_long_text_the_words_are_shown_with_some_around() -> None:
    change = change_of(occurrence("word " * 200, "pain", " word" * 200), "ache")
    assert change.text.startswith("… word")
    assert len(change.text) < 400
    assert change.text[slice(*change.gone)] == "pain"

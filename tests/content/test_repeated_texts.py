"""A change that shows in another place of the file too is noticed."""

from __future__ import annotations

import pytest

from editor.content.repeated_texts import changes_elsewhere
from editor.yaml_text import PAGE_LIMITS, YamlText
from editor.yaml_text.changes import SetText
from editor.yaml_text.writing import write

PAGE = b"name: &n Back pain\nintro: Words.\nresearch: &r\n  lead: Lead.\nmenu: *n\nother: *r\n"


@pytest.mark.parametrize("path", [("name",), ("research", "lead")])
def test_a_text_that_is_repeated_below_changes_there_too(path: tuple[str, ...]) -> None:
    source = YamlText.read(PAGE, PAGE_LIMITS)
    assert changes_elsewhere(source, write(source, [SetText(path, "Other words")]))


@pytest.mark.parametrize("path", [("intro",), ("menu",)])
def test_a_text_of_its_own_changes_nothing_else(path: tuple[str, ...]) -> None:
    source = YamlText.read(PAGE, PAGE_LIMITS)
    assert not changes_elsewhere(source, write(source, [SetText(path, "Other words")]))


def test_a_star_in_the_text_repeats_nothing() -> None:
    source = YamlText.read(b"intro: some *words* here\n", PAGE_LIMITS)
    assert not changes_elsewhere(source, write(source, [SetText(("intro",), "*other*")]))

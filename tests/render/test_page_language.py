"""The language of pages."""

from __future__ import annotations

import pytest

from editor.content.site import Site
from editor.render.page_language import page_direction, page_language, words_language


@pytest.mark.parametrize(
    ("language", "direction", "words"),
    [
        (None, "ltr", ""),
        (" ", "ltr", ""),
        ("en", "ltr", ""),
        ("EN-au", "ltr", ""),
        ("de-AT", "ltr", "en"),
        ("enm", "ltr", "en"),
        ("ar", "rtl", "en"),
        ("he-IL", "rtl", "en"),
        ("FA-Arab-IR", "rtl", "en"),
        ("ar-Latn", "ltr", "en"),
        ("ar-Latn-x-arab", "ltr", "en"),
        ("pa-Arab", "rtl", "en"),
        ("zh-Hant-TW", "ltr", "en"),
        ("-", "ltr", "en"),
    ],
)
def test_a_language_is_written_in_its_direction(language: str | None, direction: str, words: str) -> None:
    site = Site(language=language)
    assert (page_direction(site), words_language(site)) == (direction, words)
    assert page_language(site) == ((language or "").strip() or "en")

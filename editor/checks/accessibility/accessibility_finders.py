"""The functions that look at what keeps people from reading a page, by the name that a rule gives in `find`."""

from __future__ import annotations

from editor.checks.accessibility import page_rules, unsafe_html

IN_TEXT = {"unsafe_html": unsafe_html.unsafe_html}
ON_PAGE = {
    "links_that_sound_alike": page_rules.links_that_sound_alike,
    "page_without_language_title_or_heading": page_rules.page_without_language_title_or_heading,
    "headings_that_jump": page_rules.headings_that_jump,
    "pictures_without_words": page_rules.pictures_without_words,
    "text_too_pale": page_rules.text_too_pale,
}

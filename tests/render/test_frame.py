"""A page as the preview shows it."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.render.frame import FRAME, preview_html, preview_parts
from editor.render.page_html import SLOTS, page_html, slot_of
from editor.render.parts import Part
from editor.render.theme import Delivery, Theme, built_in_theme
from tests.render.test_parts import PAGE, SITE, STUDY
from tests.render.test_templates import look

SLOT = re.compile(r'<(span|li) hidden data-slot="(\w+)"></\1>')


def filled(site: Site, page: ConditionPage, theme: Theme) -> str:
    """The preview's document, with each part directly before its slot."""
    frame, *parts = preview_parts(site, page)
    html: dict[str, list[str]] = {}
    for part in parts:
        html.setdefault(slot_of(part), []).append(preview_html(part, theme).html)
    return SLOT.sub(lambda slot: "\n".join(html[slot[2]]), preview_html(frame, theme).html)


def test_the_preview_shows_the_words_of_the_exported_page() -> None:
    page = replace(PAGE, studies=(STUDY, replace(STUDY, key="k2", title="Second")))
    for theme in (built_in_theme(), look(study='<li data-part="{{ part }}">{{ title }}</li>')):
        for shown in (page, replace(PAGE, studies=())):
            exported = page_html(SITE, shown, theme, Delivery.LINKED).html
            assert _without_names(filled(SITE, shown, theme)) == _without_names(exported)


def test_the_frame_has_a_slot_for_what_the_page_has() -> None:
    frame = preview_parts(SITE, PAGE)[0]
    assert frame.id == FRAME
    assert [slot[2] for slot in SLOT.finditer(preview_html(frame, built_in_theme()).html)] == list(SLOTS)
    bare = preview_parts(Site(), ConditionPage("knee"))[0]
    assert [slot[2] for slot in SLOT.finditer(preview_html(bare, built_in_theme()).html)] == ["intro"]


def test_typing_changes_the_frame_only_where_its_words_stand() -> None:
    frame = preview_parts(SITE, PAGE)[0]
    assert preview_parts(SITE, replace(PAGE, intro="New", studies=(replace(STUDY, title="New"),)))[0] == frame
    assert preview_parts(SITE, replace(PAGE, title="New"))[0] != frame
    assert preview_parts(SITE, replace(PAGE, studies=()))[0] != frame


def test_the_frame_survives_json() -> None:
    frame = preview_parts(SITE, PAGE)[0]
    assert Part.from_json(json.loads(json.dumps(frame.to_json()))) == frame


def test_a_faulty_page_template_is_told() -> None:
    rendering = preview_html(preview_parts(SITE, PAGE)[0], look(page="{{ nothing }}"))
    assert [fault.file for fault in rendering.faults] == ["page.html"]
    assert "data-slot" in rendering.html


def _without_names(html: str) -> str:
    body = html[html.index("<body") :]
    return re.sub(r"study-\w+", "study", body)

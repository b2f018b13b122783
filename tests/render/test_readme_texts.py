"""What the README says of Markdown and pictures is so."""

from __future__ import annotations

import re

import nh3

from editor.render.markdown_html import cleaned_html
from editor.render.pictures import PICTURE_KINDS
from tests.conftest import ROOT


def rule(name: str) -> str:
    """What the README says of a rule."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^- \*\*{name}\*\*(.*?)^- \*\*", text, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def test_the_tags_that_remain_are_named() -> None:
    sentence = rule("Markdown").partition("remain")[2].partition(", with")[0]
    named = re.findall(r"`(\w+)`", sentence)
    sources = {tag: f"<{tag} src=images/a.png>" for tag in {*nh3.ALLOWED_TAGS, *named}}
    assert sorted(named) == sorted(tag for tag, source in sources.items() if f"<{tag}" in cleaned_html(source))


def test_the_kinds_of_pictures_are_named() -> None:
    assert re.findall(r"`(\.\w+)`", rule("Pictures")) == list(PICTURE_KINDS)

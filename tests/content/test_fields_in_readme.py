"""The README's chapter for the website's developer names every field of the table, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDIES_KEY, STUDY_FIELDS, Field, Kind

README = Path(__file__).resolve().parents[2] / "README.md"
KIND_WORDS = {
    Kind.LINE: "line",
    Kind.TEXT: "text",
    Kind.MARKDOWN: "Markdown",
    Kind.TEXT_LIST: "list of texts",
    Kind.DATE: "date",
    Kind.STATUS: "status",
    Kind.STUDY_TYPE: "study type",
}
STUDY_LIST = {STUDIES_KEY: "list of studies"}


def keys_under(heading: str) -> list[tuple[str, str]]:
    """Each key of the table below a heading of the chapter, with the words in its column "Kind"."""
    chapter = README.read_text(encoding="utf-8").split("\n## For the website's developer\n")[1].split("\n## ")[0]
    section = chapter.split(f"\n### {heading}\n")[1].split("\n### ")[0]
    rows = [line.split("|") for line in section.splitlines() if line.startswith("| `")]
    return [(key, cells[2].strip()) for cells in rows for key in re.findall(r"`([^`]+)`", cells[1])]


def described(fields: tuple[Field, ...]) -> dict[str, str]:
    """What the chapter should say of these fields."""
    return {".".join(field.keys): KIND_WORDS[field.kind] + (", required" if field.required else "") for field in fields}


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Keys of `site.yaml`", described(SITE_FIELDS)),
        ("Keys of `conditions/<slug>.yaml`", described(PAGE_FIELDS) | STUDY_LIST),
        ("Keys of a study", described(STUDY_FIELDS)),
    ],
)
def test_the_chapter_names_every_key_once_with_its_kind(heading: str, expected: dict[str, str]) -> None:
    named = keys_under(heading)
    assert len(named) == len(dict(named)), "a key is named twice"
    assert dict(named) == expected


def test_every_kind_of_field_has_words() -> None:
    assert set(KIND_WORDS) == set(Kind)

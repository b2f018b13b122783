from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.reading import read_page
from editor.render.exporting.digests import digest_of_all, page_value, program_digest
from editor.render.exporting.record import RECORD_NAME, ExportRecord, PageRecord, read_record

KNEE = PageRecord(
    "knee", "published", "Knee", "About knees", ("knees", "\udc80"), "2026-05-01", (("images/a.png", ""),)
)
RECORD = ExportRecord(
    {"conditions/knee.yaml": replace(KNEE, input="1", output="2")},
    {"index.html": "3", "sitemap.xml": "4", "theme/a/style.css": "5", "images/a.png": "6"},
    "7",
    {"knee.html": ("8", "9"), "arm.html": ("9",)},
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    assert ExportRecord.from_bytes(RECORD.to_bytes()) == RECORD
    assert read_record(tmp_path) is None
    (tmp_path / RECORD_NAME).write_bytes(RECORD.to_bytes())
    assert read_record(tmp_path) == RECORD
    names = RECORD.names()
    assert (names["knee.html"], names["arm.html"], names["index.html"]) == ({"2", "8", "9"}, {"9"}, {"3"})


@pytest.mark.parametrize(
    "name", ["../mine.html", "images/../../mine", "images/..", "/etc/passwd", "other/mine.txt", "mine.txt", "images/"]
)
def test_names_that_no_export_writes_count_for_nothing(name: str) -> None:
    odd = replace(RECORD, files={**RECORD.files, name: "1"}, leftovers={**RECORD.leftovers, name: ("1",)})
    assert ExportRecord.from_bytes(odd.to_bytes()) == RECORD


@pytest.mark.parametrize("slug", ["../mine", "images/../../mine", "C:mine", "a\\b", ""])
def test_pages_at_addresses_that_no_export_writes_count_for_nothing(slug: str) -> None:
    odd = replace(RECORD, pages={**RECORD.pages, "conditions/odd.yaml": replace(KNEE, slug=slug)})
    assert ExportRecord.from_bytes(odd.to_bytes()) == RECORD


@pytest.mark.parametrize("name", ["images/a: b.png", "theme/a|b\nc.svg", "images/\udc80.png", "theme/.a/..b"])
def test_odd_names_are_known(name: str) -> None:
    odd = replace(RECORD, files={**RECORD.files, name: "1"})
    assert ExportRecord.from_bytes(odd.to_bytes()) == odd


@pytest.mark.parametrize("key", ["format", "pages", "files", "index", "leftovers"])
def test_a_record_of_another_shape_counts_as_none(key: str) -> None:
    data = json.loads(RECORD.to_bytes())
    for changed in ({**data, key: 99}, {one: data[one] for one in data if one != key}):
        with pytest.raises(ValueError, match="record"):
            ExportRecord.from_bytes(json.dumps(changed).encode())


def test_a_page_counts_by_its_words_and_not_by_its_studies_keys() -> None:
    text = b"name: Knee\nstudies: [{title: A}, {title: B}]\n"
    one, other = (read_page(text, "knee").page for _ in range(2))
    assert one is not None and other is not None
    assert one != other
    assert page_value(one) == page_value(other)
    for changed in (replace(one, intro=""), replace(one, studies=one.study_list[::-1]), replace(one, slug="arm")):
        assert page_value(changed) != page_value(one)


def test_digests_keep_pieces_apart() -> None:
    assert digest_of_all("ab", "c") != digest_of_all("a", "bc")
    assert program_digest() == program_digest()


@pytest.mark.parametrize("library", ["Jinja2", "Markdown", "MarkupSafe", "PyYAML", "nh3", "tinycss2"])
def test_another_library_makes_another_program(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    versions = {library: "99"}
    monkeypatch.setattr("editor.render.exporting.digests.version", lambda _name: "1")
    before = program_digest.__wrapped__()
    monkeypatch.setattr("editor.render.exporting.digests.version", lambda name: versions.get(name, "1"))
    assert program_digest.__wrapped__() != before

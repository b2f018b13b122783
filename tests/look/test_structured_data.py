"""What the exported pages tell search engines: JSON-LD that parses, and names every study."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

PAGES = sorted((ROOT / "sample_content" / "conditions").iterdir())


class JsonLd(HTMLParser):
    """Collects what stands in scripts of that type, as a search engine would."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Any] = []
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and ("type", "application/ld+json") in attrs:
            self._text = []

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._text is not None:
            self.found.append(json.loads("".join(self._text)))
            self._text = None


def json_ld(page: Path) -> list[Any]:
    """The data in a page; ValueError where some of it is not JSON."""
    parser = JsonLd()
    parser.feed(page.read_text(encoding="utf-8"))
    parser.close()
    return parser.found


def test_all_data_parses(pages: dict[str, Path], single_files: dict[str, Path]) -> None:
    for name, page in (pages | single_files).items():
        for data in json_ld(page):
            assert data["@context"] == "https://schema.org", name


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
@pytest.mark.parametrize("folder", ["drafts", "single"])
def test_every_study_is_named(exported: Path, file: Path, folder: str) -> None:
    written = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    exported_file = exported / folder / f"{file.stem}.html"
    if written.get("status") == "archived":
        assert not exported_file.exists()
        return
    (page,) = json_ld(exported_file)
    assert page["@type"] == "MedicalWebPage"
    assert page["about"]["name"] == written["name"]
    studies = written.get("studies") or []
    told = page.get("citation", [])
    assert [study["name"] for study in told] == [" ".join(study["title"].split()) for study in studies]
    assert {study["@type"] for study in told} <= {"ScholarlyArticle"}
    for data, study in zip(told, studies, strict=True):
        assert ("url" in data) == any(study.get(key) for key in ("url", "doi", "pmid"))
        assert data.get("isPartOf", {}).get("name", "") == study.get("journal", "")

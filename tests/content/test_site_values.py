"""Values of a site that cannot be used are known; those that can be are let be."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.content.reading import read_site
from editor.content.site import Site
from editor.content.site_values import unusable_values
from tests.conftest import ROOT


def fields(site: Site) -> list[str]:
    return [value.field for value in unusable_values(site)]


@pytest.mark.parametrize(
    "language",
    ["en", "en-AU", "EN-au", "zh-Hant-TW", "zh-yue", "es-419", "de-1996", "sl-rozaj-biske", "en-x-clinic", " de "],
)
def test_codes_of_languages(language: str) -> None:
    assert fields(Site(language=language)) == []


@pytest.mark.parametrize("language", ["zh_CN", "english", "en AU", "e", "en-", "en-AU.UTF-8", "Deutsch (Schweiz)"])
def test_what_is_no_code_of_a_language(language: str) -> None:
    assert fields(Site(language=language)) == ["language"]


@pytest.mark.parametrize(
    "url", ["https://clinic.example", "HTTP://clinic.example/", "https://clinic.example/a/b", "http://localhost:8000"]
)
def test_addresses_of_websites(url: str) -> None:
    assert fields(Site(url=url)) == []


@pytest.mark.parametrize(
    "url",
    [
        "www.ex.example",
        "//ex.example",
        "https://",
        "https:///x",
        "https://ex.example/?a=1",
        "https://ex.example#a",
        "mailto:me@ex.example",
        "https://me@ex.example",
        "https://ex .example",
        "/here/",
    ],
)
def test_what_is_no_address_of_a_website(url: str) -> None:
    assert fields(Site(url=url)) == ["url"]


def test_the_address_of_a_page_needs_the_part_of_each_page() -> None:
    assert fields(Site(page_address="/c/{slug}/")) == []
    (value,) = unusable_values(Site(page_address="/c/"))
    assert (value.field, "“/c/” is not used" in value.message) == ("page_address", True)
    assert "/conditions/{slug}/" in value.message


@pytest.mark.parametrize("folder", ["sample_content", "resources/new_website"])
def test_what_comes_with_the_program_is_in_order(folder: str) -> None:
    for file in Path(ROOT / folder).glob("site.y*ml"):
        site = read_site(file.read_bytes()).site
        assert site is not None
        assert fields(site) == []


def test_an_empty_value_is_none() -> None:
    assert fields(Site(language=" ", url="", page_address="\n")) == []

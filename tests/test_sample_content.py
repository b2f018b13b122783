"""The sample content states only what its sources show, in words of our own, and looks as web developers write.

The files are read with PyYAML alone, so this stands whether or not the program reads them rightly.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[1]
SAMPLE = PROJECT / "sample_content"
SHARED = PROJECT.parent / "shared"
FILES = sorted(SAMPLE.rglob("*.yaml"))
PAGES = sorted((SAMPLE / "conditions").glob("*.yaml"))
BACK_PAIN = SAMPLE / "conditions/back-hip-knee-leg-pain.yaml"
BIBLIOGRAPHIC = ("title", "authors", "journal", "publisher", "date", "doi", "pmid", "study_type")

Content = dict[str, Any]


def as_written(file: Path) -> Content:
    """The file with every value as its text, never as a number or a date."""
    content = yaml.load(file.read_bytes(), yaml.CBaseLoader)
    assert isinstance(content, dict), file
    return content


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    else:
        yield str(value)


def sample_studies() -> list[dict[str, str]]:
    return [study for page in PAGES for study in as_written(page)["studies"]]


def one_line(text: str) -> str:
    return " ".join(text.split()).casefold()


@pytest.fixture(scope="module")
def true_studies() -> dict[str, dict[str, str]]:
    """The studies that sources confirm, by title."""
    table = SHARED / "sample-studies.tsv"
    if not table.is_file():
        pytest.skip("the table of confirmed studies (../shared/sample-studies.tsv) is not here")
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row["title"]: row for row in rows}


@pytest.fixture(scope="module")
def page_today() -> str:
    """The text of a clinic's page as it is on the web; its words belong to others."""
    page = SHARED / "page-today.txt"
    if not page.is_file():
        pytest.skip("the clinic's page of today (../shared/page-today.txt) is not here")
    return page.read_text(encoding="utf-8")


def test_the_site_and_two_pages_with_their_studies_are_there() -> None:
    assert SAMPLE / "site.yaml" in FILES
    studies = {page.stem: len(as_written(page)["studies"]) for page in PAGES}
    assert studies == {"back-hip-knee-leg-pain": 7, "headache-and-migraine": 5}


def test_every_study_states_what_its_source_shows(true_studies: dict[str, dict[str, str]]) -> None:
    for study in sample_studies():
        row = true_studies[study["title"]]
        for field in BIBLIOGRAPHIC:
            assert study.get(field, "") == row[field], f"{field} of {study['title']}"


def test_a_link_is_made_of_a_confirmed_number_or_is_not_there(true_studies: dict[str, dict[str, str]]) -> None:
    for study in sample_studies():
        row = true_studies[study["title"]]
        confirmed = {""}
        if row["doi"]:
            confirmed.add("https://doi.org/" + row["doi"])
        if row["pmid"]:
            confirmed.add(f"https://pubmed.ncbi.nlm.nih.gov/{row['pmid']}/")
        assert study.get("url", "") in confirmed, study["title"]


def test_no_study_is_retracted_and_none_stands_there_twice(true_studies: dict[str, dict[str, str]]) -> None:
    titles = [study["title"] for study in sample_studies()]
    assert not [title for title in titles if true_studies[title]["status"] == "retracted"]
    assert len(titles) == len(set(titles))


def test_the_page_has_the_studies_of_the_clinics_page_in_its_order(
    true_studies: dict[str, dict[str, str]], page_today: str
) -> None:
    printed_titles = [one_line(title) for title in true_studies if one_line(title) in one_line(page_today)]
    printed_titles.sort(key=one_line(page_today).index)
    ours = [one_line(study["title"]) for study in as_written(BACK_PAIN)["studies"]]
    assert ours == printed_titles


def test_no_sentence_of_the_clinics_page_is_used_beside_bibliographic_facts(page_today: str) -> None:
    facts = {one_line(study.get(field, "")) for study in sample_studies() for field in BIBLIOGRAPHIC}
    sentences = {one_line(part).strip("“” .") for part in re.split(r"\n+|(?<=[.!?])\s*(?=[A-Z“])", page_today)}
    theirs = [words for words in sentences if len(words.split()) >= 6 and words not in facts]
    assert len(theirs) > 25, "the page was not split into its sentences"
    for file in FILES:
        values = one_line(" | ".join(texts(as_written(file))))
        whole_file = one_line(file.read_text(encoding="utf-8"))
        assert not [words for words in theirs if words in values or words in whole_file], file


def test_one_file_has_windows_line_ends_throughout_and_the_others_none() -> None:
    endings = {file.name: (file.read_bytes().count(b"\r\n"), file.read_bytes().count(b"\n")) for file in FILES}
    with_cr = {name for name, (crlf, _) in endings.items() if crlf}
    assert with_cr == {"headache-and-migraine.yaml"}
    crlf, all_ends = endings["headache-and-migraine.yaml"]
    assert crlf == all_ends > 50
    assert not any(b"\r" in file.read_bytes() for file in FILES if file.name not in with_cr)


@pytest.mark.parametrize("style", ["'", '"', "|", ">", None])
def test_every_page_mixes_the_ways_to_write_a_text(style: str | None) -> None:
    for page in PAGES:
        events = yaml.parse(page.read_bytes(), yaml.CSafeLoader)
        styles = {event.style or None for event in events if isinstance(event, yaml.ScalarEvent)}
        assert style in styles, page.name


def test_every_file_has_comments_flow_lists_and_keys_of_the_websites_own() -> None:
    for file in FILES:
        lines = file.read_text(encoding="utf-8").splitlines()
        assert any(line.startswith("#") for line in lines), file.name
        assert any(re.search(r"\S\s+# \w", line) for line in lines), file.name
        assert any(
            isinstance(event, yaml.SequenceStartEvent) and event.flow_style
            for event in yaml.parse(file.read_bytes(), yaml.CSafeLoader)
        ), file.name
    assert {"layout", "x_banner"} <= as_written(BACK_PAIN).keys()
    assert any("anchor" in study for study in sample_studies())
    assert "x_analytics" in as_written(SAMPLE / "site.yaml")


SITE_KEYS = {
    "": [
        "name",
        "language",
        "url",
        "page_address",
        "published_by",
        "rule_packs",
        "updates_from",
        "title_template",
        "heading_template",
    ],
    "research": ["heading", "lead", "call_to_action", "disclaimers"],
    "references": ["heading", "lead", "window_years", "link_text"],
    "quotation": ["heading", "text", "source", "date_text"],
}
PAGE_KEYS = [
    "name",
    "name_in_text",
    "title",
    "heading",
    "description",
    "status",
    "aliases",
    "old_slugs",
    "last_reviewed",
    "reviewed_by",
    "review_due",
    "intro",
    "insights",
    "research",
    "references",
    "studies",
]
STUDY_KEYS = {*BIBLIOGRAPHIC, "summary", "url", "note"}


def test_every_key_of_the_content_contract_occurs() -> None:
    site = as_written(SAMPLE / "site.yaml")
    for group, keys in SITE_KEYS.items():
        assert set(keys) <= (site[group] if group else site).keys()
    pages = [as_written(page) for page in PAGES]
    assert set().union(*pages) >= set(PAGE_KEYS)
    assert set().union(*sample_studies()) >= STUDY_KEYS
    assert not any("disclaimers" in page.get("research", {}) for page in pages)


def test_placeholders_are_used_where_the_contract_has_them() -> None:
    site = as_written(SAMPLE / "site.yaml")
    assert "{slug}" in site["page_address"]
    assert "{condition}" in site["title_template"]
    assert "{condition}" in site["heading_template"]
    assert "{condition_in_text}" in site["research"]["lead"]
    assert "{condition_in_text}" in "".join(site["references"]["lead"])
    assert "{window_years}" in "".join(site["references"]["lead"])


def test_the_promise_about_recent_years_is_true_of_every_study() -> None:
    shared = as_written(SAMPLE / "site.yaml")["references"]["window_years"]
    for page in PAGES:
        content = as_written(page)
        window = int(content.get("references", {}).get("window_years", shared))
        last_reviewed = int(content["last_reviewed"][:4])
        years = [int(study["date"][:4]) for study in content["studies"]]
        assert min(years) >= last_reviewed - window, page.name
        assert years == sorted(years, reverse=True), page.name

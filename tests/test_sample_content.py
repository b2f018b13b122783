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

from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field

PROJECT = Path(__file__).resolve().parents[1]
SAMPLE = PROJECT / "sample_content"
SHARED = PROJECT.parent / "shared"
FILES = sorted(SAMPLE.rglob("*.y*ml"))
PAGES = sorted((SAMPLE / "conditions").glob("*.y*ml"))
BACK_PAIN = SAMPLE / "conditions/back-hip-knee-leg-pain.yaml"
JOURNAL_THEN = {("Complementary Medicine Research", "2016"): "Forschende Komplementärmedizin"}
"""What a journal was called in a year, where the clinic's page, and so the table, has the name that it got later."""
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


def printed(date: str) -> str:
    """A date as websites of the kind print it, written anew here: "2015-11-03" is "2015, Nov 3"."""
    year, *rest = date.split("-")
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    words = [months[int(rest[0]) - 1], *(str(int(day)) for day in rest[1:])] if rest else []
    return ", ".join([year, " ".join(words)]) if words else year


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


def test_the_site_and_its_pages_with_their_studies_are_there() -> None:
    assert SAMPLE / "site.yaml" in FILES
    studies = {page.stem: len(as_written(page)["studies"]) for page in PAGES}
    assert studies == {
        "back-hip-knee-leg-pain": 7,
        "cancer-care": 4,
        "digestive-complaints": 8,
        "hay-fever-and-asthma": 6,
        "headache-and-migraine": 5,
        "neck-and-shoulder-pain": 4,
        "parkinsons-disease": 0,
        "stress-anxiety-and-insomnia": 6,
        "womens-health": 7,
    }


def test_every_study_states_what_its_source_shows(true_studies: dict[str, dict[str, str]]) -> None:
    for study in sample_studies():
        row = dict(true_studies[study["title"]])
        if "journal is left out on purpose" in study.get("note", ""):
            row["journal"] = ""
        row["journal"] = JOURNAL_THEN.get((row["journal"], row["date"]), row["journal"])
        for field in BIBLIOGRAPHIC:
            confirmed = {row[field], printed(row[field])} if field == "date" else {row[field]}
            assert study.get(field, "") in confirmed, f"{field} of {study['title']}"


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


def said_by(field: Field, record: Content) -> bool:
    """Whether a record as read from a file has a field, and says something there."""
    value: Any = record
    for key in field.keys:
        value = value.get(key, "") if isinstance(value, dict) else ""
    return any(text.strip() for text in texts(value))


@pytest.mark.parametrize("field", SITE_FIELDS, ids=lambda field: field.name)
def test_every_text_of_the_site_is_there(field: Field) -> None:
    assert said_by(field, as_written(SAMPLE / "site.yaml"))


@pytest.mark.parametrize("field", PAGE_FIELDS, ids=lambda field: field.name)
def test_every_field_of_a_page_is_on_one(field: Field) -> None:
    assert any(said_by(field, as_written(page)) for page in PAGES)


@pytest.mark.parametrize("field", STUDY_FIELDS, ids=lambda field: field.name)
def test_every_field_of_a_study_is_in_one(field: Field) -> None:
    assert any(said_by(field, study) for study in sample_studies())


def test_what_pages_share_without_exception_is_on_none() -> None:
    assert not any("disclaimers" in as_written(page).get("research", {}) for page in PAGES)


def test_pages_of_every_status_and_ending_are_there() -> None:
    pages = {page: as_written(page) for page in PAGES}
    assert len(pages) >= 6
    assert {content.get("status") for content in pages.values()} == {None, "published", "draft", "archived"}
    assert {page.suffix for page in pages} == {".yaml", ".yml"}
    assert [content["name"] for content in pages.values() if not content["studies"]] == ["Parkinson's Disease"]


DATE_FORMS = {
    "day": r"\d{4}-\d\d-\d\d",
    "month": r"\d{4}-\d\d",
    "year": r"\d{4}",
    "as websites print it": r"\d{4}, [A-Z][a-z]{2} \d+",
}


@pytest.mark.parametrize("form", DATE_FORMS)
def test_studies_have_dates_of_every_form(form: str) -> None:
    assert any(re.fullmatch(DATE_FORMS[form], study["date"]) for study in sample_studies())


def test_a_review_is_due_at_no_date_where_none_is_known() -> None:
    """No source prints a study's date so; a review's is the clinic's own to say."""
    due = {as_written(page).get("review_due", "") for page in PAGES}
    assert [text for text in due if text and not re.match(r"\d{4}", text)] == ["before it goes online"]


@pytest.mark.parametrize("field", ["journal", "publisher", "summary", "authors"])
def test_a_study_without_it_is_there(field: str) -> None:
    assert any(not study.get(field) for study in sample_studies())


def test_studies_link_in_every_way_and_some_in_none() -> None:
    links = {tuple(key for key in ("url", "doi", "pmid") if study.get(key)) for study in sample_studies()}
    assert links >= {(), ("doi",), ("pmid",), ("doi", "pmid"), ("url", "doi"), ("url", "doi", "pmid")}


def test_studies_of_several_kinds_are_there() -> None:
    kinds = {study["study_type"] for study in sample_studies()}
    assert kinds == {"systematic-review", "meta-analysis", "randomised-trial", "guideline"}


def test_pictures_are_small_and_described() -> None:
    on_pages = [
        found for page in PAGES for found in re.findall(r"!\[([^]]*)\]\((\S+)", page.read_text(encoding="utf-8"))
    ]
    assert {SAMPLE / name for _, name in on_pages} == set((SAMPLE / "images").iterdir())
    assert all(len(words) > 20 for words, _ in on_pages)
    assert all((SAMPLE / name).stat().st_size < 30_000 for _, name in on_pages)


def test_chinese_words_are_on_most_pages() -> None:
    assert sum(bool(re.search(r"[\u4e00-\u9fff]", page.read_text(encoding="utf-8"))) for page in PAGES) > len(PAGES) / 2


def test_nothing_is_promised_and_every_page_sends_to_a_doctor() -> None:
    for page in PAGES:
        content = as_written(page)
        ours = [content["intro"], content["insights"], *(study.get("summary", "") for study in content["studies"])]
        promises = r"\b(cures?|cured|guarantee\w*|proven|miracle|no side[- ]effects?|no risks?|effective)\b"
        promised = {found for text in ours for found in re.findall(promises, text, re.IGNORECASE)}
        hedged = page == BACK_PAIN and "*may* be effective" in page.read_text(encoding="utf-8")
        assert promised == ({"effective"} if hedged else set()), page.name
        assert re.search(r"doctor|neurologist|cancer team", content["intro"]), page.name


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
    latest_review = max(as_written(page)["last_reviewed"][:4] for page in PAGES)
    for page in PAGES:
        content = as_written(page)
        window = int(content.get("references", {}).get("window_years", shared))
        last_reviewed = int(content["last_reviewed"][:4] or latest_review)  # a draft has had none yet
        years = [int(study["date"][:4]) for study in content["studies"]]
        assert all(year >= last_reviewed - window for year in years), page.name
        assert years == sorted(years, reverse=True), page.name

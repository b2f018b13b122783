"""A new website: suggestions with the clinic's own name, a draft, and the sample as a copy of one's own."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from pathlib import Path

import pytest

from editor.commands.check import check
from editor.commands.saying import DONE
from editor.content.condition_page import ConditionPage, Status
from editor.render.page_html import page_html
from editor.render.theme import Delivery, built_in_theme
from editor.session import Session
from editor.session.new_website import NewWebsite, copy_sample, last_sample_copy, make_website, web_address
from editor.storage import NotMade
from tests.conftest import ROOT

WANTED = NewWebsite("Sunrise: Health & “Care” #1", "en-NZ", "https://sunrise.example")
PAGE = "conditions/back-pain.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "Documents" / "Sunrise"
    make_website(root, WANTED)
    return root


def test_it_opens_with_the_clinics_name_and_one_draft(root: Path) -> None:
    session = Session.open(root)
    assert (session.site.name, session.site.language, session.site.url) == (
        WANTED.clinic,
        "en-NZ",
        "https://sunrise.example",
    )
    page = session.page(PAGE)
    assert isinstance(page, ConditionPage)
    assert page.effective_status is Status.DRAFT
    assert session.page_places == (PAGE,)
    assert session.unsaved_places == ()


def test_nothing_is_wrong_with_its_files(root: Path) -> None:
    assert check(root, date(2026, 11, 22)) == DONE


def test_every_shared_text_has_a_suggestion_and_every_placeholder_a_value(root: Path) -> None:
    session = Session.open(root)
    site, page = session.site, session.page(PAGE)
    assert page is not None
    assert site.research.lead and site.research.call_to_action and len(site.research.disclaimers or ()) == 2
    assert site.references.lead and site.references.window_years and site.references.link_text
    html = page_html(site, page, built_in_theme(), Delivery.LINKED).html
    assert not re.search(r"\{[a-z_]+\}", html)
    assert re.search(r'<a href="https://sunrise\.example"[^>]*>Get in touch</a>', html)


def test_without_an_address_the_invitation_is_no_link(tmp_path: Path) -> None:
    make_website(tmp_path, NewWebsite("Sunrise", "en-AU"))
    site = Session.open(tmp_path).site
    assert site.url == ""
    assert "Get in touch, and we" in (site.research.call_to_action or "")


def test_its_words_are_neither_the_samples_nor_promises(root: Path) -> None:
    words = (root / "site.yaml").read_text(encoding="utf-8")
    sample = (ROOT / "sample_content" / "site.yaml").read_text(encoding="utf-8")
    sentences = {part.strip() for part in re.split(r"[.:\n]", words) if len(part.split()) > 5}
    assert len(sentences) > 10
    assert not [sentence for sentence in sentences if sentence in " ".join(sample.split())]
    assert not re.search(r"\b(cure|effective|proven|best|works)\b", words, re.IGNORECASE)


def test_a_name_that_no_file_can_hold_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotMade, match="character in it that no file can hold"):
        make_website(tmp_path / "website", NewWebsite("Half \ud83d", "en-AU"))
    assert not (tmp_path / "website").exists()


def test_it_never_goes_where_something_is(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(NotMade):
        make_website(root, NewWebsite("Another", "en-AU"))
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_the_sample_is_copied_whole_under_a_free_name(tmp_path: Path) -> None:
    documents = tmp_path / "Documents"
    first, second = copy_sample(documents), copy_sample(documents)
    assert [first.name, second.name] == ["Clinic pages (sample)", "Clinic pages (sample) 2"]
    sample = ROOT / "sample_content"
    expected = {path.relative_to(sample): path.read_bytes() for path in sample.rglob("*") if path.is_file()}
    assert {path.relative_to(second): path.read_bytes() for path in second.rglob("*") if path.is_file()} == expected


def test_a_sample_that_has_no_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "Documents").write_bytes(b"")
    with pytest.raises(NotMade):
        copy_sample(tmp_path / "Documents")


SAMPLE = "Clinic pages (sample)"


def saved(root: Path, **days: int) -> Path:
    """A folder whose files were written on these days of November."""
    for name, day in days.items():
        file = root / ("site.yaml" if name == "site" else f"conditions/{name.replace('_', '.')}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
        os.utime(file, (datetime(2026, 11, day, 9).timestamp(),) * 2)
    return root


@pytest.mark.parametrize("days", [{"site": 5}, {"site": 1, "neck_yaml": 5}, {"site": 1, "neck_yml": 5, "back_yaml": 2}])
def test_the_copy_in_which_anything_was_saved_last_is_found(tmp_path: Path, days: dict[str, int]) -> None:
    saved(tmp_path / SAMPLE, site=1, neck_yaml=4)
    second = saved(tmp_path / f"{SAMPLE} 2", **days)
    saved(tmp_path / f"{SAMPLE} 13", site=3)
    saved(tmp_path / f"{SAMPLE} 14", neck_yaml=30)  # no website: its shared texts are gone
    found = last_sample_copy(tmp_path)
    assert found is not None
    assert (found.root, found.saved.replace(tzinfo=None)) == (second, datetime(2026, 11, 5, 9))


def test_what_only_looks_like_a_copy_of_the_sample_is_none(tmp_path: Path) -> None:
    for name in (f"{SAMPLE} of Anna", f"My {SAMPLE}", "Clinic pages", f"{SAMPLE} 2b"):
        saved(tmp_path / name, site=1)
    saved(tmp_path / f"{SAMPLE} 2", neck_yaml=1)
    (tmp_path / SAMPLE).write_bytes(b"")
    assert last_sample_copy(tmp_path) is None


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("", ""),
        ("   ", ""),
        ("sunrise.example", "https://sunrise.example"),
        (" www.sunrise.example/au ", "https://www.sunrise.example/au"),
        ("http://sunrise.example", "http://sunrise.example"),
        ("sunrise", None),
        ("ask@sunrise.example", None),
        ("on sunrise.example", None),
        ("javascript://sunrise.example", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("https://[", None),
        ("https://a..b", None),
        ("sunrise.example/)(", None),
    ],
)
def test_what_is_typed_becomes_a_whole_address_or_is_refused(typed: str, address: str | None) -> None:
    assert web_address(typed) == address

from __future__ import annotations

from datetime import date

import pytest

from editor.content.condition_page import Status
from editor.content.dates import parse_date
from editor.content.page_search import Rank
from editor.ui.pages.arrangement import Arrangement, Only, Order, arranged
from editor.ui.pages.entries import Entry, Sign

TODAY = date(2027, 3, 10)


def entry(name: str, status: Status | None, studies: int, review: str = "", **more: object) -> Entry:
    sign = {Status.ARCHIVED: Sign.ARCHIVED}.get(status, Sign.NONE) if status is not None else Sign.BROKEN
    unsaved = bool(more.get("unsaved"))
    changed = float(str(more.get("changed", 0)))
    return Entry(f"conditions/{name}.yaml", name, "", unsaved, sign, status, studies, parse_date(review), changed)


ENTRIES = (
    Entry("site.yaml", "Shared texts", ""),
    entry("ankle", Status.PUBLISHED, 3, "2027-03", changed=5),
    entry("back", Status.DRAFT, 7, "2028", unsaved=True, changed=1),
    entry("calf", Status.ARCHIVED, 7, "2026-01-01", changed=2.5),
    entry("dorsum", None, 0),
    entry("elbow", Status.PUBLISHED, 12, "2027-03-10", unsaved=True),
)


def names(arrangement: Arrangement, found: dict[str, Rank] | None = None) -> str:
    """The first letters of the pages shown; S are the shared texts."""
    return "".join(shown.name[0] for shown in arranged(ENTRIES, arrangement, TODAY, found))


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        (Order.NAME, "Sabcde"),
        (Order.STATUS, "Sdbaec"),
        (Order.STUDIES, "Sebcad"),
        (Order.REVIEW, "Scaebd"),
        (Order.CHANGED, "Sbeacd"),
    ],
)
def test_pages_are_sorted_below_the_shared_texts(order: Order, shown: str) -> None:
    assert names(Arrangement(order=order)) == shown


@pytest.mark.parametrize(
    ("only", "shown"),
    [
        (Only.ALL, "Sabcde"),
        (Only.DRAFTS, "Sb"),
        (Only.PUBLISHED, "Sae"),
        (Only.ARCHIVED, "Sc"),
        (Only.UNSAVED, "Sbe"),
        (Only.REVIEW_DUE, "Sae"),
        (Only.BROKEN, "Sd"),
    ],
)
def test_some_pages_are_chosen(only: Only, shown: str) -> None:
    assert names(Arrangement(only=only)) == shown


def test_what_was_found_stands_best_first_and_then_in_order() -> None:
    found = {
        "conditions/ankle.yaml": Rank.WORDS,
        "conditions/back.yaml": Rank.PHRASE,
        "conditions/calf.yaml": Rank.NAME,
        "conditions/elbow.yaml": Rank.PHRASE,
    }
    assert names(Arrangement(), found) == "cbea"
    assert names(Arrangement(order=Order.STUDIES), found) == "ceba"
    assert names(Arrangement(only=Only.PUBLISHED), found) == "ea"


def test_shared_texts_are_shown_where_they_have_the_words() -> None:
    assert names(Arrangement(), {"site.yaml": Rank.WORDS, "conditions/back.yaml": Rank.NAME}) == "Sb"

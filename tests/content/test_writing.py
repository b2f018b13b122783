"""From a page as it is now to the changes in its file, on layouts that the fields do not show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import add_study, move_study, put_study, remove_study
from editor.content.reading import read_page, read_site
from editor.content.study import Study
from editor.content.writing import remember_removed, write_page, write_site
from editor.yaml_text import Refused

Change = Callable[[ConditionPage], ConditionPage]


def rewritten(before: str, change: Change) -> str:
    """The file after a change of its page."""
    reading = read_page(before.encode(), "page")
    assert reading.source is not None
    assert reading.page is not None
    assert not reading.problems
    return write_page(reading.source, reading.page, change(reading.page)).data.decode()


def with_fields(**fields: Any) -> Change:
    return lambda page: replace(page, **fields)


def with_lead(page: ConditionPage) -> ConditionPage:
    return replace(page, research=replace(page.research, heading="H", lead="L"))


def retitled(place: int) -> Change:
    return lambda page: put_study(page, replace(page.study_list[place], title="Changed"))


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        (
            "name: a\nresearch:   # none\nx: 1\n",
            with_lead,
            "name: a\nresearch:   # none\n  heading: H\n  lead: L\nx: 1\n",
        ),
        ("name: a\nx: 1\n", with_lead, "name: a\nx: 1\nresearch:\n  heading: H\n  lead: L\n"),
        (
            "name: a\n# below\nstudies:\n- title: b\n",
            with_fields(title="T", intro="I"),
            "name: a\ntitle: T\nintro: I\n# below\nstudies:\n- title: b\n",
        ),
        (
            "name: a\naliases:   # none\nx: 1\n",
            with_fields(aliases=("b",)),
            "name: a\naliases:   # none\n  - b\nx: 1\n",
        ),
        ("aliases:\n- a # one\n- b # two\n", with_fields(aliases=("b", "c")), "aliases:\n- b # two\n- c\n"),
        ("aliases:\n- a # one\n- b\n", with_fields(aliases=("A", "b")), "aliases:\n- A # one\n- b\n"),
        ("name: a # it\nintro: ''\n", with_fields(name="", intro=None), "name: '' # it\n"),
    ],
    ids=["empty group", "new group", "new keys", "empty list", "list items", "list item", "emptied and removed"],
)
def test_fields(before: str, change: Change, after: str) -> None:
    assert rewritten(before, change) == after


STUDIES = "name: a\nstudies:   # all\n# one\n- title: b\n  x: 1\n- {title: c, y: 2}   # two\n"


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (retitled(1), STUDIES.replace("title: c", "title: Changed")),
        (
            lambda page: put_study(page, replace(page.study_list[0], note="N", doi="10.1/b")),
            STUDIES.replace("  x: 1\n", "  x: 1\n  doi: 10.1/b\n  note: 'N'\n"),
        ),
        (lambda page: add_study(page, Study(title="New", note="")), STUDIES + "- {title: New}\n"),
        (
            lambda page: move_study(retitled(0)(page), page.study_list[1].key, 0),
            "name: a\nstudies:   # all\n- {title: c, y: 2}   # two\n# one\n- title: Changed\n  x: 1\n",
        ),
        (
            lambda page: remove_study(page, page.study_list[0].key),
            "name: a\nstudies:   # all\n- {title: c, y: 2}   # two\n",
        ),
    ],
    ids=["title", "new keys last", "new study", "moved and edited", "removed"],
)
def test_studies(change: Change, after: str) -> None:
    assert rewritten(STUDIES, change) == after


def test_a_page_of_its_own_making() -> None:
    after = rewritten("# A page to be\n", lambda page: add_study(replace(page, name="Neck"), Study(title="b")))
    assert after == "# A page to be\nname: Neck\nstudies:\n  - title: b\n"


def test_a_field_emptied_before_it_was_in_the_file_leaves_no_trace() -> None:
    reading = read_page(STUDIES.encode(), "page")
    assert reading.source is not None
    assert reading.page is not None
    as_saved = put_study(reading.page, replace(reading.page.study_list[0], note=""))
    now = put_study(as_saved, replace(as_saved.study_list[0], note=None, title="Changed"))
    assert write_page(reading.source, as_saved, now).data.decode() == STUDIES.replace("title: b", "title: Changed")


@pytest.mark.parametrize(
    ("before", "change", "fields"),
    [
        ("x: &r {lead: a}\nname: n\nresearch: *r\n", with_lead, "“Research introduction, this page only”."),
        ("x: &r\n- title: t\nstudies: *r\n", retitled(0), "by itself: “Title” of study 1."),
        ("x: &r\n  title: t\nstudies:\n- *r\n- title: u\n", retitled(0), "by itself: “Title” of study 1."),
        ("studies:\n- &r\n  title: t\n- *r\n", retitled(0), "would also change: “Title” of study 2."),
        ("name: &r n\ntitle: *r\n", with_fields(name="m"), "would also change: “Browser title”."),
    ],
    ids=["group", "list", "study", "study that is repeated", "text that is repeated"],
)
def test_what_is_used_in_two_places_is_refused_rather_than_changed_in_both(
    before: str, change: Change, fields: str
) -> None:
    with pytest.raises(Refused) as caught:
        rewritten(before, change)
    assert caught.value.reason.endswith(fields)


def test_of_the_shared_texts_the_one_that_would_change_as_well_is_named() -> None:
    reading = read_site(b"name: &r n\nurl: *r\n")
    assert reading.source is not None
    assert reading.site is not None
    with pytest.raises(Refused, match=r"would also change: “Website address”\."):
        write_site(reading.source, reading.site, replace(reading.site, name="m"))


def test_a_text_repeated_from_elsewhere_becomes_one_of_its_own() -> None:
    assert rewritten("name: &r n\ntitle: *r\n", with_fields(title="m")) == "name: &r n\ntitle: m\n"


def test_a_repeated_study_can_be_moved() -> None:
    before = "x: &r\n  title: t\nstudies:\n- *r\n- title: u\n"
    moved = rewritten(before, lambda page: move_study(page, page.study_list[0].key, 1))
    assert moved == "x: &r\n  title: t\nstudies:\n- title: u\n- *r\n"


def test_a_removed_study_is_remembered_with_its_lines() -> None:
    reading = read_page(STUDIES.encode(), "page")
    assert reading.source is not None
    assert reading.page is not None
    first = reading.page.study_list[0]
    without = remove_study(reading.page, first.key)
    remembered = remember_removed(reading.source, reading.page, without)
    assert list(remembered) == [first.key]
    written = write_page(reading.source, reading.page, without)
    again = add_study(without, replace(first, title="Changed"), 0)
    restored = write_page(written, without, again, remembered)
    assert restored.data.decode() == STUDIES.replace("title: b", "title: Changed")


def test_a_site_is_written_like_a_page() -> None:
    before = "name: a # it\nresearch:\n  heading: H\n"
    reading = read_site(before.encode())
    assert reading.source is not None
    assert reading.site is not None
    now = replace(reading.site, name="b", research=replace(reading.site.research, disclaimers=("One.", "Two.")))
    after = write_site(reading.source, reading.site, now).data.decode()
    assert after == "name: b # it\nresearch:\n  heading: H\n  disclaimers:\n    - One.\n    - Two.\n"
    assert read_site(after.encode()).site == now
    assert write_site(reading.source, reading.site, reading.site) is reading.source

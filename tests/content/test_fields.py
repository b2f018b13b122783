"""The table of fields and the records it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields as attributes_of
from dataclasses import is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDIES_KEY, STUDY_FIELDS, Field, FieldValue, field_named
from editor.content.site import Site
from editor.content.study import Study

IN_FILE = {f"{group}.in_file" for group in ("research", "references", "quotation")}
TABLES = {
    "site": (Site(), SITE_FIELDS, IN_FILE),
    "page": (ConditionPage("back-pain"), PAGE_FIELDS, {"slug", STUDIES_KEY, *IN_FILE}),
    "study": (Study(), STUDY_FIELDS, {"key"}),
}
ALL_FIELDS = [
    pytest.param(record, field, id=f"{name} {field.name}")
    for name, (record, fields, _) in TABLES.items()
    for field in fields
]
LINES = st.text(st.sampled_from("ab'# \t"), max_size=4)
ITEMS = st.lists(st.lists(LINES, min_size=1, max_size=3).map("\n".join), max_size=4).map(tuple)


def attribute_names(record: object, before: str = "") -> Iterator[str]:
    assert is_dataclass(record)
    for attribute in attributes_of(record):
        value = getattr(record, attribute.name)
        if is_dataclass(value):
            yield from attribute_names(value, f"{before}{attribute.name}.")
        else:
            yield before + attribute.name


@pytest.mark.parametrize("table", TABLES)
def test_each_attribute_has_its_field_and_each_field_its_attribute(table: str) -> None:
    record, fields, others = TABLES[table]
    names = [field.name for field in fields]
    assert len(set(names)) == len(names)
    assert set(names) == set(attribute_names(record)) - others


@pytest.mark.parametrize(("record", "field"), ALL_FIELDS)
def test_a_field_sets_its_own_value_and_no_other(record: Site | ConditionPage | Study, field: Field) -> None:
    value: FieldValue = ("one", "two") if field.is_list else "one"
    changed = field.set(record, value)
    assert field.of(record) is None
    assert field.of(changed) == value
    assert field.set(changed, None) == record


@pytest.mark.parametrize(("record", "field"), ALL_FIELDS)
def test_a_field_has_words_for_staff(record: Site | ConditionPage | Study, field: Field) -> None:
    assert field.label[0].isupper()
    assert not field.label.endswith(".")
    assert field.help.endswith(".")
    assert field.of(record) is None


def test_labels_within_a_record_tell_fields_apart() -> None:
    for _, fields, _ in TABLES.values():
        labels = [field.label for field in fields]
        assert len(set(labels)) == len(labels)


@given(st.none() | st.text(max_size=8))
def test_a_text_comes_back_from_its_box(text: str | None) -> None:
    field = field_named(STUDY_FIELDS, "summary")
    study = Study(key="a", summary=text)
    assert field.set_text(study, field.text_of(study)) == study
    assert field.set_text(study, "typed").summary == "typed"


@given(st.none() | ITEMS)
def test_a_list_comes_back_from_its_box(items: tuple[str, ...] | None) -> None:
    field = field_named(PAGE_FIELDS, "aliases")
    page = ConditionPage("back-pain", aliases=items)
    assert field.set_text(page, field.text_of(page)) == page


def test_a_list_is_edited_a_line_at_a_time() -> None:
    field = field_named(SITE_FIELDS, "research.disclaimers")
    site = field.set_text(Site(), "This is no advice.\nAsk your doctor.")
    assert site.research.disclaimers == ("This is no advice.", "Ask your doctor.")
    assert field.text_of(site) == "This is no advice.\nAsk your doctor."
    assert field.fits_a_box(site)
    assert not field.fits_a_box(field.set(site, ("One.\n\nStill one.", "Two.")))


def test_a_field_is_found_by_its_name() -> None:
    assert field_named(PAGE_FIELDS, "research.lead").keys == ("research", "lead")
    with pytest.raises(KeyError):
        field_named(PAGE_FIELDS, "research.disclaimers")


def test_help_says_what_braces_stand_for() -> None:
    """Nobody who has not seen a template knows what {slug} is."""
    helps = [field.help for _, fields, _ in TABLES.values() for field in fields]
    named = [(name, text) for text in helps for name in re.findall(r"{\w+}", text)]
    assert len(named) > 5
    assert [text for name, text in named if not re.search(rf"{re.escape(name)} (stands )?for \w", text)] == []

"""The JSON Schema says the same as the table of fields, and fits what a website's own YAML reader gives it."""

from __future__ import annotations

import copy
import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field
from editor.content.reading import read_page, read_site
from editor.content.schema import schema_text, schemas

PROJECT = Path(__file__).resolve().parents[2]
SAMPLE = PROJECT / "sample_content"
PAGES = sorted((SAMPLE / "conditions").glob("*.yaml"))
SITE_SCHEMA = schemas()["site.schema.json"]
PAGE_SCHEMA = schemas()["condition-page.schema.json"]
PAGE = {"name": "Back Pain", "studies": [{"title": "A trial"}]}


def as_typed(file: Path) -> Any:
    """The file as a reader gives it that turns plain words into numbers, dates and truth values."""
    return dates_as_text(yaml.load(file.read_bytes(), yaml.CSafeLoader))


def dates_as_text(value: Any) -> Any:
    """JSON has no dates: a website that checks the schema hands them over as text."""
    if isinstance(value, dict):
        return {key: dates_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [dates_as_text(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def complaints(schema: dict[str, Any], content: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(content)]


def with_value(record: dict[str, Any], field: Field, value: Any) -> dict[str, Any]:
    """A copy of the record with the field set, in its group if it has one."""
    changed = copy.deepcopy(record)
    within = changed
    for group in field.keys[:-1]:
        within = within.setdefault(group, {})
    within[field.keys[-1]] = value
    return changed


@pytest.mark.parametrize("name", schemas())
def test_the_shipped_file_is_what_the_table_of_fields_gives(name: str) -> None:
    shipped = PROJECT / "resources" / "schema" / name
    expected = schema_text(schemas()[name])
    assert shipped.read_text(encoding="utf-8") == expected, "python3 -m editor.content.schema writes the file again"
    Draft202012Validator.check_schema(json.loads(expected))


def test_no_other_schema_is_shipped() -> None:
    of_check = "problems.schema.json"  # what a command answers: tests/commands/test_check.py
    assert {file.name for file in (PROJECT / "resources" / "schema").iterdir()} == {*schemas(), of_check}


def test_the_sample_content_fits_as_other_readers_type_it() -> None:
    assert complaints(SITE_SCHEMA, as_typed(SAMPLE / "site.yaml")) == []
    assert len(PAGES) >= 2
    for page in PAGES:
        assert complaints(PAGE_SCHEMA, as_typed(page)) == [], page.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_without_its_name_or_a_study_without_its_title_does_not_fit(page: Path) -> None:
    content = as_typed(page)
    for missing in ({}, {"name": None}, {"name": ""}, {"name": "  "}):
        nameless = {key: value for key, value in content.items() if key != "name"} | missing
        assert len(complaints(PAGE_SCHEMA, nameless)) == 1
    for place in range(len(content["studies"])):
        untitled = copy.deepcopy(content)
        del untitled["studies"][place]["title"]
        assert complaints(PAGE_SCHEMA, untitled) == [f"$.studies[{place}]: 'title' is a required property"]


def test_nothing_else_is_required() -> None:
    assert complaints(PAGE_SCHEMA, {"name": "Back Pain"}) == []
    assert complaints(PAGE_SCHEMA, PAGE) == []
    assert complaints(SITE_SCHEMA, {}) == []
    assert complaints(SITE_SCHEMA, None) == []


def test_every_field_may_be_empty_or_null_unless_it_is_required() -> None:
    for record, schema, fields in ((PAGE, PAGE_SCHEMA, PAGE_FIELDS), ({}, SITE_SCHEMA, SITE_FIELDS)):
        for field in fields:
            for nothing in (None, [] if field.is_list else ""):
                assert bool(complaints(schema, with_value(record, field, nothing))) is field.required, field.name
    for field in STUDY_FIELDS:
        study = with_value({"title": "A trial"}, field, None)
        assert bool(complaints(PAGE_SCHEMA, {"name": "x", "studies": [study]})) is field.required, field.name


def test_every_text_may_come_as_a_number_or_a_truth_value() -> None:
    for field in (*SITE_FIELDS, *PAGE_FIELDS):
        schema, record = (SITE_SCHEMA, {}) if field in SITE_FIELDS else (PAGE_SCHEMA, PAGE)
        for value in (2016, 4.5, False):
            fits = complaints(schema, with_value(record, field, [value] if field.is_list else value)) == []
            assert fits is (field.name != "status"), field.name


def test_a_field_of_another_shape_does_not_fit() -> None:
    for field in (*SITE_FIELDS, *PAGE_FIELDS):
        schema, record = (SITE_SCHEMA, {}) if field in SITE_FIELDS else (PAGE_SCHEMA, PAGE)
        for value in ({"a": "b"}, "text" if field.is_list else ["text"], [["text"]]):
            assert complaints(schema, with_value(record, field, value)), field.name
    for field in STUDY_FIELDS:
        for value in ({"a": "b"}, ["text"]):
            study = with_value({"title": "A trial"}, field, value)
            assert complaints(PAGE_SCHEMA, {"name": "x", "studies": [study]}), field.name


def test_the_editor_finds_fault_with_the_same_shapes() -> None:
    shapes = ("text", ["text"], [["text"]], {"a": "b"}, None)
    for field in (*SITE_FIELDS, *PAGE_FIELDS):
        if field.required or field.name == "status":
            continue
        for shape in shapes:
            if field in SITE_FIELDS:
                content = with_value({}, field, shape)
                problems = read_site(yaml.safe_dump(content).encode()).problems
                fits = complaints(SITE_SCHEMA, content) == []
            else:
                content = with_value(PAGE, field, shape)
                problems = read_page(yaml.safe_dump(content).encode(), "back-pain").problems
                fits = complaints(PAGE_SCHEMA, content) == []
            assert fits is (problems == ()), f"{field.name}: {shape}"


@pytest.mark.parametrize("studies", ["text", {"title": "x"}, ["text"], [["text"]], [None], [], None, [{"title": "x"}]])
def test_the_editor_finds_fault_with_the_same_lists_of_studies(studies: object) -> None:
    content = {"name": "Back Pain", "studies": studies}
    problems = read_page(yaml.safe_dump(content).encode(), "back-pain").problems
    assert (complaints(PAGE_SCHEMA, content) == []) is (problems == ())


def test_only_the_three_words_are_a_status() -> None:
    for word in ("draft", "published", "archived", "", None):
        assert complaints(PAGE_SCHEMA, PAGE | {"status": word}) == []
    assert complaints(PAGE_SCHEMA, PAGE | {"status": "publsihed"})


def test_a_date_of_any_form_fits() -> None:
    for text in ("2018-04-01", "2017-12", "2016", "2018, Apr 1", "2018 Jan-Feb", "in press", 2016):
        assert complaints(PAGE_SCHEMA, {"name": "x", "studies": [{"title": "t", "date": text}]}) == []


def test_keys_of_the_websites_own_are_allowed_everywhere() -> None:
    own = {"x_own": {"any": ["thing"]}}
    page = {**PAGE, **own, "research": own, "studies": [{"title": "A trial", **own}]}
    assert complaints(PAGE_SCHEMA, page) == []
    assert complaints(SITE_SCHEMA, {**own, "references": own}) == []

"""The JSON Schema of a site's and a page's file, made from the table of fields for the website's developer.

`python3 -m editor.content.schema` writes the files in `resources/schema/` again after the table has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from editor.content.condition_page import Status
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDIES_KEY, STUDY_FIELDS, Field, Kind
from editor.paths import resources

Schema = dict[str, Any]

_TEXT_WORDS = (
    "A text. A YAML reader may take one without quotes for a number, a truth value or nothing; the editor reads it as"
    " the text that stands there."
)
_DATE_WORDS = ' In the file as EDTF: "2018-04-01", "2017-12" or "2016".'
_SHAPES: dict[str, Schema] = {
    "text": {"description": _TEXT_WORDS, "type": ["string", "number", "boolean", "null"]},
    "needed_text": {"type": ["string", "number", "boolean"], "pattern": r"\S"},
    "list_of_texts": {"type": ["array", "null"], "items": {"$ref": "#/$defs/text"}},
    "status": {"enum": [*map(str, Status), "", None]},
}


def schemas() -> dict[str, Schema]:
    """The schema of each kind of file, by its file's name. Keys that it does not name are allowed everywhere."""
    page = _record(PAGE_FIELDS)
    page["properties"][STUDIES_KEY] = {
        "description": "The studies, in the order in which the website shows them.",
        "type": ["array", "null"],
        "items": _record(STUDY_FIELDS),
    }
    site = {**_record(SITE_FIELDS), "type": ["object", "null"]}
    return {
        "condition-page.schema.json": _document("A condition page: conditions/<slug>.yaml", page),
        "site.schema.json": _document("What all pages share: site.yaml", site),
    }


def schema_text(schema: Schema) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _document(title: str, record: Schema) -> Schema:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **record, "$defs": _SHAPES}


def _record(fields: Iterable[Field]) -> Schema:
    """An object with these fields; a field within a group stands in the group's own object."""
    properties: dict[str, Schema] = {}
    required = []
    for field in fields:
        within = properties
        for group in field.keys[:-1]:
            within = within.setdefault(group, {"type": ["object", "null"], "properties": {}})["properties"]
        within[field.keys[-1]] = _value(field)
        if field.required:
            required.append(field.keys[-1])
    record: Schema = {"type": "object", "properties": properties}
    return {**record, "required": required} if required else record


def _value(field: Field) -> Schema:
    if field.required:
        shape = "needed_text"
    elif field.is_list:
        shape = "list_of_texts"
    else:
        shape = "status" if field.kind is Kind.STATUS else "text"
    words = field.help + (_DATE_WORDS if field.kind is Kind.DATE else "")
    return {"description": words, "$ref": f"#/$defs/{shape}"}


def _write_files() -> None:
    folder = resources() / "schema"
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(schema_text(schema), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write_files()

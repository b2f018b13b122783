"""Studies in CSL-JSON, which Zotero and word processors' citation programs read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from editor.content.study import Study
from editor.references.reference import Author
from editor.references.writing.citation_keys import citation_keys
from editor.references.writing.written_study import WrittenStudy, written_study

_TYPES = {"article": "article-journal", "report": "report", "other": "document"}


def csl_json_of(studies: Iterable[Study]) -> bytes:
    """The studies as a CSL-JSON file in UTF-8; each item's id is its citation key."""
    written = [written_study(study) for study in studies]
    items = [_item(study, key) for study, key in zip(written, citation_keys(written), strict=True)]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()


def _item(study: WrittenStudy, key: str) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": key,
        "type": _TYPES[study.type_of],
        "title": study.title,
        "author": [_author(author) for author in study.authors.each],
        "container-title": study.journal,
        "publisher": study.publisher,
        "issued": _date(study),
        "DOI": study.doi,
        "PMID": study.pmid,
        "URL": study.url,
        "genre": study.kind,
        "note": study.summary,
    }
    return {name: value for name, value in said.items() if value}


def _author(author: Author) -> dict[str, str]:
    if author.organisation:
        return {"literal": author.organisation}
    said = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {name: text for name, text in said.items() if text}


def _date(study: WrittenStudy) -> dict[str, Any]:
    day = study.day
    if day is None:
        return {"raw": study.date_text} if study.date_text else {}
    return {"date-parts": [[part for part in (day.year, day.month, day.day) if part is not None]]}

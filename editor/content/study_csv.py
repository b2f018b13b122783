"""Studies as a CSV file: for spreadsheets, and for whoever needs them as data.

Every text stands as the page's file has it, so that reading the file gives just the same texts again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from editor.content.fields import STUDY_FIELDS
from editor.content.study import Study
from editor.words import tr

_WITH_MARK = "utf-8-sig"
"""By the mark at the file's beginning, Excel knows that Chinese is Chinese."""
_APOSTROPHE = "'"
_MADE_HARMLESS = re.compile(r"'*(?:[\s\x00\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n\x00])")
"""What a spreadsheet may take for a formula, after OWASP, "CSV Injection"; and such a text behind apostrophes."""


def studies_csv(pages: Iterable[tuple[str, Sequence[Study]]], *, with_pages: bool) -> bytes:
    """The studies of these pages, given by name, below a row of headings; `with_pages` puts the page's name first.

    Lines and quotation marks are as RFC 4180 wants them. A cell that could be taken for a formula begins with an
    apostrophe, and so does one that begins with apostrophes and then such a text: one apostrophe less is the text.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*([tr("Page")] if with_pages else []), *(field.label for field in STUDY_FIELDS)])
    for name, studies in pages:
        for study in studies:
            texts = (field.text_of(study) for field in STUDY_FIELDS)
            writer.writerow([harmless(text) for text in ((name, *texts) if with_pages else texts)])
    return lines.getvalue().encode(_WITH_MARK)


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it for a formula."""
    return _APOSTROPHE + text if _MADE_HARMLESS.match(text) else text

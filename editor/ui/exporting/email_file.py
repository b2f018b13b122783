"""One page as one file that somebody has named, to be sent with an e-mail."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from editor.render.exporting.report import ExportReport
from editor.render.exporting.site_export import export_site
from editor.render.exporting.source import ExportOptions, Source
from editor.render.exporting.watching import Watching
from editor.ui.exporting.named_file import named_file, put

ENDINGS = (".html", ".htm")
"""By which an e-mail program knows a page; another name gets the first one."""


def export_file(source: Source, to: Path, options: ExportOptions, watching: Watching) -> ExportReport:
    """Write the one page of `source` as the file `to`, which is replaced whole if it is there; blocks until it is done.

    Raises what `export_site` raises, and PlaceRefused for a file that is there and was not named with its ending.
    """
    file = named_file(to, ENDINGS, source.folder)
    with tempfile.TemporaryDirectory(prefix="clinic-page-", ignore_cleanup_errors=True) as made_in:
        report = export_site(source, Path(made_in), options, watching)
        if report.pages:
            put(report.pages[0].read_bytes(), file)
    return replace(report, pages=(file,) if report.pages else ())

"""One page as one file that somebody has named, to be sent with an e-mail."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from editor.render.exporting.report import ExportReport, NotWritten, PlaceRefused
from editor.render.exporting.site_export import check_target, export_site
from editor.render.exporting.source import ExportOptions, Source
from editor.render.exporting.watching import Watching
from editor.storage.disk import create_file, patiently, remove_file, temporary_name
from editor.words import tr

ENDINGS = (".html", ".htm")
"""By which an e-mail program knows a page; another name gets the first one."""


def export_file(source: Source, to: Path, options: ExportOptions, watching: Watching) -> ExportReport:
    """Write the one page of `source` as the file `to`, which is replaced whole if it is there; blocks until it is done.

    Raises what `export_site` raises, and PlaceRefused for a file that is there and was not named with its ending.
    """
    check_target(to.parent, source.folder)
    file = to if to.suffix.lower() in ENDINGS else to.with_name(to.name + ENDINGS[0])
    if file != to and file.exists():
        raise PlaceRefused(
            tr(
                "There is a file {file} already. Nothing was exported. Choose another name, or type this one.",
                file=file,
            )
        )
    with tempfile.TemporaryDirectory(prefix="clinic-page-", ignore_cleanup_errors=True) as made_in:
        report = export_site(source, Path(made_in), options, watching)
        if report.pages:
            _put(report.pages[0].read_bytes(), file)
    return replace(report, pages=(file,) if report.pages else ())


def _put(data: bytes, file: Path) -> None:
    new = temporary_name(file.parent)
    try:
        create_file(new, data)
        patiently(partial(new.replace, file))
    except OSError as error:
        remove_file(new)
        raise NotWritten(file) from error

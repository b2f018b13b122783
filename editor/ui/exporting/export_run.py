"""One export, done where it can hold nothing up."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.render.export import (
    Exportable,
    ExportReport,
    NotExported,
    NotShown,
    check_target,
    export_pages,
    parts_to_export,
)
from editor.render.parts import Part
from editor.ui.background import Background, RenderProcess
from editor.ui.part_words import why_not_shown
from editor.ui.render_requests import Rendered
from editor.words import tr


@dataclass(frozen=True, slots=True)
class Export:
    """What to export, and where to."""

    content: Exportable
    to: Path
    content_folder: Path
    drafts: bool

    def parts(self) -> tuple[Part, ...]:
        """What is to be rendered. It blocks on the disk, and raises NotExported where nothing may be written there."""
        check_target(self.to, self.content_folder)
        return parts_to_export(self.content.site, self.content.pages, drafts=self.drafts)

    def write(self, html: Mapping[Part, Rendered]) -> ExportReport:
        """Write the pages, with the HTML of their parts. It blocks on the disk; raises NotExported."""
        render = functools.partial(_html_of, html)
        site, pages = self.content.site, self.content.pages
        report = export_pages(
            site, pages, self.to, drafts=self.drafts, content_folder=self.content_folder, render=render
        )
        return replace(report, left_out=(*self.content.unreadable, *report.left_out))


class ExportRun(QObject):
    """Looks the pages through and writes them on a thread; renders them in a process that is killed where a text
    keeps it busy for too long, so that the page with that text alone is left out.
    """

    done = Signal(object)
    """The report."""
    failed = Signal(object)
    """The error."""

    def __init__(self, export: Export, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._export = export
        self._background = background
        self._rendering = RenderProcess(self)
        self._rendering.unavailable.connect(self._give_up)

    def start(self) -> None:
        """Begin; `done` or `failed` follows, and then this object goes."""
        self._background.run(self._export.parts, self._render, self._fail)

    def close(self) -> None:
        """Stop rendering."""
        self._rendering.close()

    def _render(self, parts: tuple[Part, ...]) -> None:
        if parts:
            self._rendering.start()
        self._rendering.render(parts, functools.partial(self._write, parts))

    def _write(self, parts: tuple[Part, ...], rendered: tuple[Rendered, ...]) -> None:
        html = dict(zip(parts, rendered, strict=True))
        self._background.run(functools.partial(self._export.write, html), self._finish, self._fail)

    def _finish(self, report: ExportReport) -> None:
        self._end()
        self.done.emit(report)

    def _fail(self, error: BaseException) -> None:
        self._end()
        self.failed.emit(error)

    def _give_up(self) -> None:
        self._fail(
            NotExported(
                tr(
                    "The part of this program that makes the pages does not start."
                    " Nothing was exported. Close the program and start it again."
                )
            )
        )

    def _end(self) -> None:
        self.close()
        self.deleteLater()


def _html_of(html: Mapping[Part, Rendered], part: Part) -> str:
    rendered = html[part]
    if isinstance(rendered, str):
        return rendered
    raise NotShown(why_not_shown(part, rendered))

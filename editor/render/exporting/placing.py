"""The end of an export: its files are put in place, then what is obsolete goes.

Wherever that ends, by a full disk or a power cut, the record knows each file of ours: those of before, those to come.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from editor.render.exporting.record import RECORD_NAME, ExportRecord, page_name
from editor.render.exporting.report import Notice
from editor.render.exporting.staging import Staging, remove
from editor.words import tr


class Placing:
    """Puts an export in place; `earlier` is what the one before remembered, `record` what this one will."""

    def __init__(self, staging: Staging, earlier: ExportRecord, record: ExportRecord) -> None:
        self._staging = staging
        self._record = record
        self._before = earlier.names()
        self._names = record.outputs()
        self._withdrawn = {page_name(page.slug) for page in record.pages.values() if not page.output}

    def run(self, *, removes: bool) -> list[Notice]:
        """Do it; what should go and does not is told. Raises NotExported."""
        self._remember({name: found - {self._names.get(name)} for name, found in self._before.items()})
        self._staging.place()
        left = {name: found for name, found in self._before.items() if name not in self._names}
        notices = []
        if removes:
            for name, found in list(left.items()):
                notice = self._remove(name, found)
                if notice is not None:
                    notices.append(notice)
                if notice is None or notice.expected:
                    del left[name]
        self._remember(left)
        return notices

    def _remove(self, name: str, found: frozenset[str]) -> Notice | None:
        """Remove a file; if it stays, why."""
        file = self._staging.to / name
        try:
            if remove(self._staging.to, name, found, self._names):
                return None
        except OSError:
            text = tr("{file} could not be removed, and everybody can still see it. Remove it by hand.", file=file)
            return Notice(text)
        text = tr("{file} was changed since it was exported, and stays.", file=file)
        if name not in self._withdrawn:
            return Notice(text, expected=True)
        advice = tr("Its page should not be on the website any more: remove it by hand.")
        return Notice(f"{text} {advice}")

    def _remember(self, leftovers: Mapping[str, frozenset[str]]) -> None:
        known = {name: tuple(sorted(found)) for name, found in leftovers.items() if found}
        self._staging.write(RECORD_NAME, replace(self._record, leftovers=known).to_bytes())

"""What came of following links, kept on this PC with the day, for the checks of the weeks that follow.

One file in app data holds it all. Nothing in it is worth a word of the user's: what cannot be written or read is as if
it had never been kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from editor.content.link_state import LinkState
from editor.paths import app_data
from editor.storage.disk import create_file, patiently, read_dated, remove_file, temporary_name

HOLDS_FOR = timedelta(weeks=4)
"""After so long it is no longer said whether a link works."""
_FILE = "links.json"
_LARGEST = 20_000_000  # bytes
_MOST = 20_000
"""Addresses; those that were followed longest ago are forgotten."""


@dataclass(frozen=True, slots=True)
class KeptLink:
    """What came of a link on the day `followed_on`."""

    state: LinkState
    followed_on: date


class KeptLinks:
    """What is known of links, by address; for one thread. It blocks on the disk."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder if folder is not None else app_data() / "links"
        self._read: tuple[float, dict[str, KeptLink]] | None = None

    def keep(self, states: Mapping[str, LinkState], today: date) -> None:
        """Keep what came of these links today.

        Where one could not be followed this time, what is known from an earlier day and still holds stays.
        """
        self.refresh()  # another window may have written
        new = {
            address: KeptLink(state, today)
            for address, state in states.items()
            if state is not LinkState.UNKNOWN or self.of(address, today) in {None, LinkState.UNKNOWN}
        }
        known = self._links
        kept = {address: link for address, link in known.items() if address not in new} | new
        self._write(dict(list(kept.items())[-_MOST:]))
        self._read = None

    def of(self, address: str, today: date, within: timedelta = HOLDS_FOR) -> LinkState | None:
        """What came of the link where it was followed not longer ago than that; None where that is not known."""
        link = self._links.get(address)
        return link.state if link is not None and abs(today - link.followed_on) < within else None

    def refresh(self) -> bool:
        """Look again for what has been kept since; whether anything may be another now."""
        if self._read is None or self._read[0] == self._date():
            return False
        self._read = None
        return True

    @property
    def _links(self) -> dict[str, KeptLink]:
        if self._read is None:
            self._read = _read(self.folder / _FILE)
        return self._read[1]

    def _date(self) -> float:
        try:
            return (self.folder / _FILE).stat().st_mtime
        except OSError:
            return 0

    def _write(self, links: Mapping[str, KeptLink]) -> None:
        said = {address: [link.state.value, link.followed_on.isoformat()] for address, link in links.items()}
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary = temporary_name(self.folder)
            create_file(temporary, json.dumps(said).encode())
            try:
                patiently(partial(temporary.replace, self.folder / _FILE), seconds=0.5)
            except OSError:
                remove_file(temporary)


def _read(path: Path) -> tuple[float, dict[str, KeptLink]]:
    try:
        data, changed = read_dated(path, _LARGEST)
    except OSError:
        return 0, {}
    try:
        said = json.loads(data).items()
        return changed, {address: KeptLink(LinkState(state), date.fromisoformat(day)) for address, (state, day) in said}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return changed, {}

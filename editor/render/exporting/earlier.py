"""What the folder of an export holds already: what exports wrote before, and files of somebody else's.

A file is an export's if the record knows it or if it ends with the mark. Pictures and fonts bear none, and count as
somebody else's where the record is lost. What is somebody else's is left as it is.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from editor.render.exporting.mark import is_marked
from editor.render.exporting.record import RECORD_NAME, ExportRecord, read_record
from editor.render.exporting.report import Notice, PlaceRefused
from editor.storage import address_key
from editor.words import tr

_NOT_SEEN = frozenset({"desktop.ini", "thumbs.db"})
"""What Windows puts into folders by itself, and hides; elsewhere what begins with a point is hidden."""


class EarlierExport:
    """The last export to the folder `to`. It blocks on the disk; raises PlaceRefused where nobody can tell just now."""

    def __init__(self, to: Path) -> None:
        self.to = to
        self.is_damaged = False
        read = self._read()
        self.is_known = read is not None
        self.record = read or ExportRecord()
        self.names = self.record.names()
        """The digests of every file that the record knows."""

    def _read(self) -> ExportRecord | None:
        try:
            return read_record(self.to)
        except ValueError:
            self.is_damaged = True
            return None
        except OSError as error:
            raise PlaceRefused(
                tr(
                    "{file} could not be read, which remembers the last export. Nothing was exported."
                    " Try again, or export to an empty folder.",
                    file=self.to / RECORD_NAME,
                )
            ) from error

    def is_taken(self, name: str) -> bool:
        """Whether a file of somebody else's has this name."""
        place = self.to / name
        return name not in self.names and place.exists() and not place.is_dir() and not is_marked(place)

    def is_there(self, name: str) -> bool:
        """Whether a file with this name was exported before."""
        return (self.to / name).exists() and not self.is_taken(name)

    def has_others(self, names: Iterable[str]) -> bool:
        """Whether anything beside these files lies in the folder, as far as one sees what lies there."""
        ours = {address_key(name.partition("/")[0]) for name in names} | _NOT_SEEN
        try:
            return any(address_key(one.name) not in ours and one.name[0] != "." for one in self.to.iterdir())
        except OSError:
            return False

    def what_is_forgotten(self, names: Container[str]) -> Iterator[Notice]:
        """What to know where the record is lost; `names` are the files that are exported now."""
        if self.is_damaged:
            text = tr(
                "{file}, which remembers the last export, was damaged and has been made anew. Files that are no longer"
                " part of the website were not removed: see whether there are any, and remove them by hand.",
                file=self.to / RECORD_NAME,
            )
            yield Notice(text)
        if not self.is_known:
            for file in sorted(self.to.glob("*.html")):
                if file.name not in names and is_marked(file):
                    text = tr(
                        "{file} comes from an earlier export, and there is no such page now. Remove it by hand if it"
                        " should not be on the website.",
                        file=file,
                    )
                    yield Notice(text)

"""What this PC remembers between two starts: folders, where one was in each, and how the window stood.

It is one small file in app data that holds only what differs from the defaults. Nothing in it is worth a word of the
user's: whatever is wrong with it, the program starts.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from editor.paths import app_data
from editor.storage.disk import create_file, patiently, read_file, remove_file, temporary_name
from editor.storage.faults import TooLarge

SETTINGS_FILE = "settings.json"
UNREADABLE_COPY = "settings-unreadable"
"""What the names of the copies begin with, before the time."""
MOST_COPIES = 3
MOST_FOLDERS = 10
_LARGEST = 1_000_000  # bytes; ten folders take a few thousand


@dataclass(frozen=True, slots=True)
class FolderSettings:
    """A content folder that was open: its clinic's name, and where one was in it.

    `root` is its whole path, `page` a file's name within it, `study` the title of the study that was chosen,
    `exported_to` the folder to which its pages were exported last, `emailed_to` that of the last file for e-mail,
    `list_choice` which pages the list shows, "" for all, `answers_by` who answered a problem last.
    """

    root: str
    clinic: str = ""
    page: str = ""
    shows_studies: bool = False
    study: str = ""
    exported_to: str = ""
    emailed_to: str = ""
    list_choice: str = ""
    answers_by: str = ""


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """How the window stood: `place` is (left, top, width, height) in pixels when it is not maximised, or empty.

    `pane_sizes` are the widths in pixels of list, page and preview; `hidden_panes` the names of those not shown.
    `study_split` are the heights in pixels of the table of studies and of the card below it.
    `study_columns` are the names of the fields that the table of studies shows, `study_order` those of all its columns
    from left to right, `study_widths` the widths in pixels that somebody has given to some. `list_order` is what the
    pages are sorted by; `page_groups` and `site_groups` are the groups of the page's and of the shared texts' form, by
    their first rows, that are closed though they usually are open, or the other way round. Each is empty where it is
    as usual.
    """

    place: tuple[int, ...] = ()
    is_maximised: bool = False
    pane_sizes: tuple[int, ...] = ()
    hidden_panes: tuple[str, ...] = ()
    study_columns: tuple[str, ...] = ()
    study_order: tuple[str, ...] = ()
    study_widths: tuple[tuple[str, int], ...] = ()
    study_split: tuple[int, ...] = ()
    list_order: str = ""
    page_groups: tuple[str, ...] = ()
    site_groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is remembered; the folder opened last comes first."""

    folders: tuple[FolderSettings, ...] = ()
    window: WindowSettings = field(default_factory=WindowSettings)

    def folder(self, root: Path) -> FolderSettings:
        """What is remembered of a folder; of one never opened, nothing but where it is."""
        return next((known for known in self.folders if known.root == str(root)), FolderSettings(str(root)))

    def with_folder(self, folder: FolderSettings) -> Settings:
        """The settings with this folder as the one opened last; the eleventh is forgotten."""
        others = (known for known in self.folders if known.root != folder.root)
        return replace(self, folders=(folder, *others)[:MOST_FOLDERS])


class SettingsFile:
    """Reads and writes the settings; from any thread, and beside a second copy of the program."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path if path is not None else app_data() / SETTINGS_FILE
        self._one_at_a_time = threading.Lock()
        self.was_unreadable = False
        """Whether something of what was remembered could not be read."""

    def read(self) -> Settings:
        """The settings; of what cannot be read, the defaults. A file that makes no sense is kept as a copy beside."""
        settings = self._read()
        self.was_unreadable = self.was_unreadable or settings is None
        return settings or Settings()

    def update(self, change: Callable[[Settings], Settings]) -> None:
        """Change what is remembered; where that cannot be written, nothing happens."""
        with self._one_at_a_time:
            before = self._read()
            if before is None:
                return  # another program has the file open just now: what it holds is better than what we know
            now = change(before)
            if now != before:
                with suppress(OSError):  # a full disk will be told where it matters, at a save
                    self._write(_written(now))

    def _read(self) -> Settings | None:
        """The settings; None where the disk does not give them."""
        try:
            data = read_file(self.path, _LARGEST)
        except FileNotFoundError:
            return Settings()
        except TooLarge:
            return self._put_aside()
        except OSError:
            return None
        settings, all_makes_sense = _settings_in(data)
        if not all_makes_sense:
            self.was_unreadable = True
            with suppress(OSError):
                self._keep(data)
        return settings

    def _keep(self, data: bytes) -> None:
        """Keep a copy of what makes no sense beside the file, once, and the last few of such copies."""
        copies = sorted(self.path.parent.glob(f"{UNREADABLE_COPY}-*{self.path.suffix}"))
        if any(_holds(copy, data) for copy in copies):
            return
        self._write(data, self._copy_name())
        for copy in copies[: 1 - MOST_COPIES]:
            remove_file(copy)

    def _put_aside(self) -> Settings | None:
        """Have a file that is too large to be settings be a copy, as it is; None where it stays."""
        self.was_unreadable = True
        try:
            patiently(partial(self.path.replace, self._copy_name()), seconds=0.5)
        except OSError:
            return None
        return Settings()

    def _copy_name(self) -> Path:
        return self.path.with_name(f"{UNREADABLE_COPY}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}{self.path.suffix}")

    def _write(self, data: bytes, path: Path | None = None) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        temporary = temporary_name(self.path.parent)
        create_file(temporary, data)
        try:
            patiently(partial(temporary.replace, path or self.path), seconds=0.5)
        except OSError:
            remove_file(temporary)
            raise


def _holds(copy: Path, data: bytes) -> bool:
    try:
        return read_file(copy, _LARGEST) == data
    except OSError:
        return False


def _written(settings: Settings) -> bytes:
    known = {
        "folders": [_differing(folder, FolderSettings("")) for folder in settings.folders],
        "window": _differing(settings.window, WindowSettings()),
    }
    return json.dumps({key: value for key, value in known.items() if value}, indent=1).encode()


def _differing(record: FolderSettings | WindowSettings, default: FolderSettings | WindowSettings) -> dict[str, object]:
    """The values that differ from the defaults, by name."""
    usual = asdict(default)
    return {name: value for name, value in asdict(record).items() if value != usual[name]}


def _settings_in(data: bytes) -> tuple[Settings, bool]:
    """What the file says as far as it makes sense, and whether all of it does."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return Settings(), False
    whole = _Entry(found)
    listed = [_Entry(entry) for entry in whole.items("folders")]
    stood = _Entry(whole.values.get("window", {}))
    folders = tuple(_folder(entry) for entry in listed if entry.text("root"))
    window = WindowSettings(
        place=stood.numbers("place"),
        is_maximised=stood.switch("is_maximised"),
        pane_sizes=stood.numbers("pane_sizes"),
        hidden_panes=stood.texts("hidden_panes"),
        study_columns=stood.texts("study_columns"),
        study_order=stood.texts("study_order"),
        study_widths=stood.sizes("study_widths"),
        study_split=stood.numbers("study_split"),
        list_order=stood.text("list_order"),
        page_groups=stood.texts("page_groups"),
        site_groups=stood.texts("site_groups"),
    )
    makes_sense = all(entry.makes_sense for entry in (whole, stood, *listed)) and len(folders) == len(listed)
    return Settings(folders[:MOST_FOLDERS], window), makes_sense


def _folder(entry: _Entry) -> FolderSettings:
    return FolderSettings(
        root=entry.text("root"),
        clinic=entry.text("clinic"),
        page=entry.text("page"),
        shows_studies=entry.switch("shows_studies"),
        study=entry.text("study"),
        exported_to=entry.text("exported_to"),
        emailed_to=entry.text("emailed_to"),
        list_choice=entry.text("list_choice"),
        answers_by=entry.text("answers_by"),
    )


class _Entry:
    """One part of the file, read with care: a value of the wrong kind counts as missing, and `makes_sense` ends."""

    def __init__(self, found: object) -> None:
        self.makes_sense = isinstance(found, dict)
        self.values: dict[str, Any] = found if isinstance(found, dict) else {}

    def text(self, name: str) -> str:
        """A text, "" where there is none."""
        value = self.values.get(name, "")
        return str(value) if self._fits(isinstance(value, str)) else ""

    def switch(self, name: str) -> bool:
        """Whether something is on; it is off where nothing is said."""
        value = self.values.get(name, False)
        return self._fits(isinstance(value, bool)) and bool(value)

    def numbers(self, name: str) -> tuple[int, ...]:
        """Whole numbers that a screen could have."""
        return tuple(value for value in self.items(name) if self._fits(type(value) is int and abs(value) < 1 << 16))

    def texts(self, name: str) -> tuple[str, ...]:
        """Texts."""
        return tuple(value for value in self.items(name) if self._fits(isinstance(value, str)))

    def sizes(self, name: str) -> tuple[tuple[str, int], ...]:
        """What has a size in pixels, by name."""
        pairs = (pair for pair in self.items(name) if self._fits(isinstance(pair, list) and len(pair) == 2))
        return tuple((key, size) for key, size in pairs if self._fits(isinstance(key, str) and type(size) is int))

    def items(self, name: str) -> list[Any]:
        """A list of anything, empty where there is none."""
        value = self.values.get(name, [])
        return value if self._fits(isinstance(value, list)) else []

    def _fits(self, fits: bool) -> bool:
        self.makes_sense = self.makes_sense and fits
        return fits

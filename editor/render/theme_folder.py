"""The website's own look as it lies in the folder `theme` of the content folder: reading it, with limits."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from editor.render.pictures import PICTURE_KINDS
from editor.render.theme import (
    THEME_FOLDER,
    Theme,
    ThemeFault,
    ThemeFile,
    built_in_texts,
    built_in_theme,
    is_theme_text,
    own_theme,
)
from editor.storage import address_key
from editor.storage.disk import read_file
from editor.storage.faults import SpecialFile, TooLarge
from editor.words import tr

LARGEST_TEXT = 1024 * 1024  # bytes, of a template or style sheet
LARGEST_FILE = 8 * 1024 * 1024  # bytes, of a font, picture or the like
MOST_FILES = 200

_KINDS = PICTURE_KINDS | {
    ".css": "text/css",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".ttf": "font/ttf",
    ".webmanifest": "application/manifest+json",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
_OTHER_KIND = "application/octet-stream"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_theme(content_folder: Path | None) -> Theme:
    """The look of the website with this content folder: its own where it has one, else the built-in one.

    It blocks on the disk. What there cannot be used is told in the look's `faults`, and never raised.
    """
    if content_folder is None:
        return built_in_theme()
    return _ThemeReading(content_folder).theme()


def read_theme_file(theme: Theme, name: str) -> ThemeFile:
    """One of the `files` of a look. Raises OSError or ValueError, also where the file has become a link elsewhere."""
    if theme.folder is None or name not in theme.files:
        raise ValueError(f"{name} is no file of this look")
    file = theme.folder / name
    if not file.resolve().is_relative_to(theme.folder.resolve()):
        raise ValueError(f"{name} lies elsewhere")
    return ThemeFile(_KINDS.get(file.suffix.lower(), _OTHER_KIND), read_file(file, LARGEST_FILE))


class _ThemeReading:
    """One look through the folder, with what was found on the way."""

    def __init__(self, content_folder: Path) -> None:
        self._content_folder = content_folder
        self._folder = content_folder / THEME_FOLDER
        self._texts: dict[str, str] = {}
        self._files: dict[str, str] = {}
        self._faults: list[ThemeFault] = []

    def theme(self) -> Theme:
        try:
            if not self._folder.is_dir():
                return built_in_theme()
            if not self._folder.resolve().is_relative_to(self._content_folder.resolve()):
                self._refuse(THEME_FOLDER, tr("it is a link that leaves the content folder"))
            else:
                self._read_all()
        except OSError as error:
            self._refuse(THEME_FOLDER, _why_unreadable(error))
        if not (self._texts or self._files or self._faults):
            return built_in_theme()
        return own_theme(self._folder, self._texts, self._files, self._faults)

    def _read_all(self) -> None:
        taken: dict[str, str] = {}
        known = {address_key(name): name for name in built_in_texts()}
        for name in self._names():
            key = address_key(name)
            rightly = known.get(key, name)
            if rightly != name:
                self._refuse(name, tr("to be used it has to be called {name}, letter for letter", name=rightly))
            elif taken.setdefault(key, name) != name:
                self._refuse(name, tr("its name differs from {other} in capitals or accents alone", other=taken[key]))
            else:
                self._read(name)

    def _names(self) -> Iterator[str]:
        """The files in the folder and its sub-folders, each folder's own first, in the order of their names."""
        folders = [PurePosixPath()]
        count = 0
        while folders:
            folder = folders.pop(0)
            with os.scandir(self._folder / folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
            for entry in entries:
                if entry.name.startswith(".") or entry.name.endswith("~"):
                    continue
                count += 1
                if count > MOST_FILES:
                    self._refuse(THEME_FOLDER, tr("only its first {count} files are used", count=MOST_FILES))
                    return
                name = folder / entry.name
                if not _is_unicode(entry.name):
                    self._refuse(ascii(str(name))[1:-1], tr("its name cannot be read"))
                elif not _is_inside(entry, self._folder):
                    self._refuse(str(name), tr("it is a link that leaves the theme folder"))
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(name)
                elif entry.is_symlink() and (self._folder / name).is_dir():
                    self._refuse(str(name), tr("it is a link to a folder, and those are not followed"))
                else:
                    yield str(name)

    def _read(self, name: str) -> None:
        is_text = is_theme_text(name)
        if is_text and "/" in name:
            self._refuse(name, tr("templates lie in the theme folder itself, not in a folder within it"))
            return
        try:
            data = read_file(self._folder / name, LARGEST_TEXT if is_text else LARGEST_FILE)
        except FileNotFoundError:
            return  # it has gone since it was listed
        except OSError as error:
            self._refuse(name, _why_unreadable(error), is_replaced=name in built_in_texts())
            return
        if is_text:
            self._take_text(name, data)
        else:
            self._files[name] = hashlib.blake2b(data, digest_size=16).hexdigest()

    def _take_text(self, name: str, data: bytes) -> None:
        try:
            text = data.removeprefix(_BYTE_ORDER_MARK).decode()
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            reason = tr("it is not saved as UTF-8, the form of text that browsers expect")
            self._refuse(name, reason, line, is_replaced=name in built_in_texts())
        else:
            self._texts[name] = text.replace("\r\n", "\n").replace("\r", "\n")

    def _refuse(self, name: str, reason: str, line: int | None = None, *, is_replaced: bool = False) -> None:
        self._faults.append(ThemeFault(name, line, reason, is_replaced))


def _is_inside(entry: os.DirEntry[str], folder: Path) -> bool:
    """Whether what an entry leads to lies in the folder; what Windows calls a junction looks like a folder there."""
    may_leave = entry.is_symlink() or not entry.is_file()
    return not may_leave or Path(os.path.realpath(entry.path)).is_relative_to(folder.resolve())


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _why_unreadable(error: OSError) -> str:
    if isinstance(error, TooLarge):
        limits = {"text": LARGEST_TEXT >> 20, "file": LARGEST_FILE >> 20}
        return tr("it is too large: a template or style sheet may have {text} MB, another file {file} MB", **limits)
    if isinstance(error, SpecialFile):
        return tr("it is no ordinary file")
    return tr("it cannot be read ({why})", why=error.strerror or type(error).__name__)

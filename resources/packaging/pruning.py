"""What the packaged program can do without, of all that PyInstaller collects; used by clinic_page_editor.spec.

PyInstaller takes every plugin and library that Qt might ever load. Much of that serves Qt Quick, PDF, 3D, devices
without a window system and developers. On Linux it brings the build machine's own libraries too, which belong to the PC
where the program runs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import NamedTuple

WITHOUT_MODULES = (
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPositioning",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickWidgets",
    "PySide6.QtWebEngineQuick",
)
"""Python's side of parts of Qt that this program never calls; their libraries stay where others link to them."""

WITHOUT_PREPARATIONS = ("pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pkgutil", "pyi_rth_pyside6")
"""What PyInstaller would run at each start. It loads Qt, which `export`, `check` and rendering do without, and changes
the environment; Qt's wheels find their plugins without help, and the program uses neither module that is prepared.
"""

WITHOUT_FILES = (
    "*.dist-info/RECORD",  # names the place where the library was installed for the build
    "*.debug.*",  # bigger twins of the browser engine's data, for its own developers
    "*/plugins/egldeviceintegrations/*",  # screens without a window system: these, and eglfs to vkkhrdisplay
    "*/plugins/generic/*",
    "*/plugins/imageformats/*qpdf*",
    "*/plugins/imageformats/*qtiff*",
    "*/plugins/platforminputcontexts/*virtualkeyboard*",
    "*/plugins/platforms/*eglfs*",
    "*/plugins/platforms/*linuxfb*",
    "*/plugins/platforms/*qminimal*",
    "*/plugins/platforms/*vkkhrdisplay*",
    "*/plugins/platforms/*vnc*",
    "*/plugins/platformthemes/*gtk3*",  # would bring GTK along; dark and light follow the desktop without it
    "*/plugins/position/*",
    "*/plugins/qmltooling/*",
    "*/qml/*",
    "*/qtwebengine_devtools_resources*",
    "*/translations/*.qm",  # Qt's own words in languages that the window does not speak
)
"""Files that are left out, by where they would lie in the program folder."""

LOCALES = "*/qtwebengine_locales/*"
KEPT_LOCALES = ("en-GB.pak", "en-US.pak")
"""The browser engine's own words; it falls back to English of the United States."""

LOADED_AT_RUN_TIME = (
    "*d3dcompiler_47.dll",
    "*libcrypto*",
    "*libfreebl*",
    "*libnssckbi*",
    "*libpython*",
    "*libsoftokn3*",
    "*libssl*",
    "*opengl32sw.dll",
)
"""Libraries that nothing links to: software graphics, NSS's inner half, OpenSSL and Python are loaded by name."""

RARE_ON_DESKTOPS = (
    "libnspr4.so*",  # NSS, all of it: its halves must be of one version
    "libnss3.so*",
    "libnssutil3.so*",
    "libplc4.so*",
    "libplds4.so*",
    "libsmime3.so*",
    "libsqlite3.so*",
    "libxcb-cursor.so*",
    "libxcb-icccm.so*",
    "libxcb-image.so*",
    "libxcb-keysyms.so*",
    "libxcb-render-util.so*",
    "libxcb-util.so*",
    "libxcb-xkb.so*",
    "libxkbcommon-x11.so*",
    "libxkbcommon.so*",
    "libxkbfile.so*",
)
"""Libraries of a Linux system that Qt needs and many a desktop lacks."""

OF_EVERY_LINUX = ("libexpat.so*", "libgcc_s.so*", "libstdc++.so*", "libz.so*")
"""Libraries that even Python leaves to the system: its graphics drivers use them too, and want their own version."""


class Entry(NamedTuple):
    """One file to collect, as PyInstaller lists it."""

    place: str
    """Where it comes to lie in the program folder."""
    source: str
    """The file itself; of a link the file that it points to, seen from the link."""
    kind: str
    """BINARY, EXTENSION (a module of Python), SYMLINK, DATA."""


def pruned(
    collected: Iterable[tuple[str, str, str]], imports_of: Callable[[str], Collection[str]], site_packages: Path
) -> list[Entry]:
    """The entries that the program needs.

    `imports_of` gives the names of the libraries that a file links to, directly or not. What does not come from
    `site_packages` counts as the build machine's own.
    """
    entries = [entry for entry in (Entry(*each) for each in collected) if not _is_left_out(entry)]
    links = [entry for entry in entries if entry.kind == "SYMLINK"]
    files = [entry for entry in entries if entry.kind != "SYMLINK"]
    if sys.platform.startswith("linux"):
        files = list(_without_the_systems_own(files, imports_of, site_packages))
    files = list(_reachable(files, imports_of))
    return files + _links_to(files, links)


def _is_left_out(entry: Entry) -> bool:
    place = _posix(entry.place)
    if fnmatchcase(place, LOCALES):
        return PurePosixPath(place).name not in KEPT_LOCALES
    return _matches(place, WITHOUT_FILES)


def _without_the_systems_own(
    files: list[Entry], imports_of: Callable[[str], Collection[str]], site_packages: Path
) -> Iterator[Entry]:
    """Of the build machine's libraries only those that Python needs, or that many a PC lacks."""
    of_python = {
        name for entry in files if entry.kind == "EXTENSION" and not _is_qt(entry) for name in imports_of(entry.source)
    }
    for entry in files:
        name = PurePosixPath(entry.place).name
        is_ours = not _is_library(entry) or site_packages in Path(entry.source).parents
        if is_ours or (
            (name in of_python or _matches(name, RARE_ON_DESKTOPS + LOADED_AT_RUN_TIME))
            and not _matches(name, OF_EVERY_LINUX)
        ):
            yield entry


def _reachable(files: list[Entry], imports_of: Callable[[str], Collection[str]]) -> Iterator[Entry]:
    """All but the libraries to which no module, plugin or program among the files leads."""
    wanted: set[str] = set()
    ahead = [entry for entry in files if not _is_library(entry) or _matches(_posix(entry.place), LOADED_AT_RUN_TIME)]
    libraries = [entry for entry in files if entry not in ahead]
    while ahead:
        for entry in ahead:
            if entry.kind != "DATA":
                wanted.update(_library_name(name) for name in imports_of(entry.source))
        ahead = [entry for entry in libraries if _library_name(entry.place) in wanted]
        libraries = [entry for entry in libraries if entry not in ahead]
    dropped = set(libraries)
    return (entry for entry in files if entry not in dropped)


def _links_to(files: list[Entry], links: list[Entry]) -> list[Entry]:
    """The links that lead to a file that is kept, or to a folder of one."""
    places = {PurePosixPath(_posix(entry.place)) for entry in files}
    places.update([folder for place in places for folder in place.parents])
    targets = {link: normpath(PurePosixPath(_posix(link.place)).parent / _posix(link.source)) for link in links}
    return [link for link in links if PurePosixPath(targets[link]) in places]


def _is_library(entry: Entry) -> bool:
    """Whether the system's loader finds it for whoever links to it; a plugin is found by Qt, a module by Python."""
    place = PurePosixPath(_posix(entry.place))
    has_its_name = ".so" in place.name or place.suffix in {".dll", ".dylib"} or ".framework/" in str(place)
    return entry.kind == "BINARY" and has_its_name and "plugins" not in place.parts


def _library_name(path: str) -> str:
    """What others call a library: its file's name, or its framework's on macOS; Windows takes any case."""
    parts = _posix(path).split("/")
    frameworks = [part for part in parts if part.endswith(".framework")]
    return (frameworks[0].removesuffix(".framework") if frameworks else parts[-1]).lower()


def _is_qt(entry: Entry) -> bool:
    return PurePosixPath(_posix(entry.place)).parts[0] in {"PySide6", "shiboken6"}


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _posix(path: str) -> str:
    return path.replace("\\", "/")

"""What stays out of the packaged program: by name, and because nothing in it leads there."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Collection
from pathlib import Path, PureWindowsPath

import pytest

from resources.packaging.pruning import WITHOUT_MODULES, WITHOUT_PREPARATIONS, pruned
from tests.conftest import ROOT
from tests.imported_names import imported_names

SITE = Path("/env/site-packages")


def kept(*collected: tuple[str, str], **imports: Collection[str]) -> set[str]:
    """Of the collected places, each with its kind, those that remain; `imports` tells what a file's name links to."""

    def imports_of(source: str) -> Collection[str]:
        name = PureWindowsPath(source).name  # takes both kinds of slashes
        return imports.get(name.partition(".")[0], ())

    entries = [(place, str(SITE / place), kind) for place, kind in collected]
    return {entry.place for entry in pruned(entries, imports_of, SITE)}


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """Every name that the program imports."""
    return {name for source in (ROOT / "editor").rglob("*.py") for name in imported_names(source)}


def test_a_module_that_is_left_out_exists_and_the_program_never_imports_it(imported: set[str]) -> None:
    assert [name for name in WITHOUT_MODULES if importlib.util.find_spec(name) is None] == []
    assert "PySide6.QtCore" in imported
    assert imported & set(WITHOUT_MODULES) == set()


def test_the_program_uses_nothing_that_would_have_to_be_prepared_at_each_start(imported: set[str]) -> None:
    needing = {"multiprocessing", "pkgutil", "concurrent.futures.ProcessPoolExecutor"}
    assert {name.removeprefix("pyi_rth_") for name in WITHOUT_PREPARATIONS} - {"inspect", "pyside6"} <= needing
    assert imported & needing == set()


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/qml/QtQuick/libqtquick2plugin.so",
        "PySide6/Qt/resources/qtwebengine_devtools_resources.pak",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qtwebengine_locales/de.pak",
        "markdown-3.11.3.dist-info/RECORD",
        r"PySide6\plugins\imageformats\qpdf.dll",
        r"PySide6\resources\v8_context_snapshot.debug.bin",
        r"PySide6\translations\qtwebengine_locales\zh-CN.pak",
    ],
)
def test_it_is_left_out(place: str) -> None:
    assert kept((place, "DATA")) == set()


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/libexec/QtWebEngineProcess",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/Qt/resources/icudtl.dat",
        "PySide6/Qt/resources/qtwebengine_resources.pak",
        "PySide6/Qt/resources/v8_context_snapshot.bin",
        "PySide6/Qt/translations/qtwebengine_locales/en-US.pak",
        "libfreeblpriv3.so",
        "libpython3.11.so.1.0",
        "libsoftokn3.so",
        "resources/theme/page.html",
        r"PySide6\opengl32sw.dll",
        r"PySide6\plugins\platforms\qwindows.dll",
    ],
)
def test_it_stays_though_nothing_links_to_it(place: str) -> None:
    kind = "BINARY" if "." not in place or place.endswith((".dll", ".so", ".so.1.0")) else "DATA"
    assert kept((place, kind)) == {place}


def test_a_library_stays_where_a_module_a_plugin_or_another_library_needs_it() -> None:
    collected = [
        ("PySide6/QtGui.abi3.so", "EXTENSION"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "BINARY"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6XcbQpa.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt63DCore.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt63DQuick.so.6", "BINARY"),
    ]
    imports = {
        "QtGui": ["libQt6Gui.so.6"],
        "libQt6Gui": ["libQt6Core.so.6"],
        "libqxcb": ["libQt6XcbQpa.so.6"],
        "libQt63DQuick": ["libQt63DCore.so.6", "libQt6Core.so.6"],
    }
    unneeded = {"PySide6/Qt/lib/libQt63DCore.so.6", "PySide6/Qt/lib/libQt63DQuick.so.6"}
    assert kept(*collected, **imports) == {place for place, _ in collected} - unneeded


def test_windows_takes_any_case() -> None:
    needed, unneeded = [(r"PySide6\Qt6Gui.dll", "BINARY"), (r"PySide6\QtGui.pyd", "EXTENSION")], r"PySide6\Qt6Pdf.dll"
    assert kept(*needed, (unneeded, "BINARY"), QtGui=["qt6gui.DLL"]) == {place for place, _ in needed}


def test_a_framework_stays_or_goes_as_a_whole() -> None:
    framework = "PySide6/Qt/lib/QtCore.framework"
    collected = [
        ("PySide6/QtCore.abi3.so", "EXTENSION"),
        (f"{framework}/Versions/A/QtCore", "BINARY"),
        ("PySide6/Qt/lib/QtPdf.framework/Versions/A/QtPdf", "BINARY"),
    ]
    imports = {"QtCore": ["@rpath/QtCore.framework/Versions/A/QtCore"]}
    assert kept(*collected, **imports) == {"PySide6/QtCore.abi3.so", f"{framework}/Versions/A/QtCore"}


def test_a_link_stays_with_what_it_leads_to() -> None:
    needed, unneeded = "PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libQt6Pdf.so.6"
    entries = [
        ("PySide6/QtCore.abi3.so", "/env/QtCore.abi3.so", "EXTENSION"),
        (needed, "/env/libQt6Core.so.6", "BINARY"),
        (unneeded, "/env/libQt6Pdf.so.6", "BINARY"),
        ("libQt6Core.so.6", needed, "SYMLINK"),
        ("libQt6Pdf.so.6", unneeded, "SYMLINK"),
        ("PySide6/Qt/current", "lib", "SYMLINK"),
        ("PySide6/Qt/plugins/libQt6Core.so.6", "../lib/libQt6Core.so.6", "SYMLINK"),
    ]
    remaining = {entry.place for entry in pruned(entries, lambda _: ["libQt6Core.so.6"], Path("/env"))}
    links = {"libQt6Core.so.6", "PySide6/Qt/current", "PySide6/Qt/plugins/libQt6Core.so.6"}
    assert remaining == {"PySide6/QtCore.abi3.so", needed} | links


def test_on_linux_most_of_the_build_machines_libraries_stay_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    linked = {
        "/env/PySide6/QtGui.abi3.so": ["libfontconfig.so.1", "libxcb-cursor.so.0", "libssl.so.3", "libown.so"],
        "/usr/lib/_ssl.so": ["libssl.so.3", "libz.so.1"],
    }
    entries = [
        ("PySide6/QtGui.abi3.so", "/env/PySide6/QtGui.abi3.so", "EXTENSION"),
        ("python3/lib-dynload/_ssl.so", "/usr/lib/_ssl.so", "EXTENSION"),
        *[(name, f"/usr/lib/{name}", "BINARY") for name in ("libfontconfig.so.1", "libxcb-cursor.so.0", "libz.so.1")],
        ("libssl.so.3", "/usr/lib/libssl.so.3", "BINARY"),
        ("libown.so", "/env/PySide6/libown.so", "BINARY"),
    ]
    remaining = {entry.place for entry in pruned(entries, lambda source: linked.get(source, ()), Path("/env"))}
    assert "libxcb-cursor.so.0" in remaining, "many desktops lack it"
    assert {"libssl.so.3", "libown.so"} <= remaining, "Python needs the one, the other came with Qt"
    assert not {"libfontconfig.so.1", "libz.so.1"} & remaining, "the PC has its own, and they must fit it"

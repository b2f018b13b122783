"""The packaged program, away from checkout and Python: a copy of it in a folder with blanks and Chinese letters.

Making it takes a minute and some 600 MB, so whoever wants these tests makes it first and names its folder:
`python3 build_app.py package`, then CLINIC_EDITOR_PROGRAM=dist/clinic-page-editor.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from editor import __version__
from editor.render import RENDER_ARGUMENT
from editor.render.exporting.record import RECORD_NAME
from tests.conftest import ROOT
from tests.journeys.content_under_git import INTRO_LINE, SECONDS, changed_lines, put_under_git
from tests.journeys.keyboard import go_to_the_introduction, wait_for_title, xdotool

FOLDER = os.environ.get("CLINIC_EDITOR_PROGRAM", "")
PAGE = "Back, Hip, Knee & Leg Pain"
KEPT_SETTINGS = {"DISPLAY", "HOME", "QTWEBENGINE_DISABLE_SANDBOX", "SYSTEMROOT", "WAYLAND_DISPLAY", "XAUTHORITY"}
NEEDS_KEYS = pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs the program xdotool, which is not here")
pytestmark = pytest.mark.skipif(
    not FOLDER,
    reason="needs the packaged program: make it with `build_app.py package`, and name it in CLINIC_EDITOR_PROGRAM",
)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The executable of a copy of the program folder."""
    place = tmp_path_factory.mktemp("packaged") / "诊所 programs"
    copy = shutil.copytree(ROOT / FOLDER, place / "Clinic Page Editor", symlinks=True)
    yield copy / ("clinic-page-editor.exe" if os.name == "nt" else "clinic-page-editor")
    shutil.rmtree(place)


@pytest.fixture
def settings() -> dict[str, str]:
    """A user's environment that knows nothing of Python and checkout."""
    kept = {name: value for name, value in os.environ.items() if name in KEPT_SETTINGS or name.startswith("XDG_")}
    return {**kept, "PATH": os.defpath, "LC_ALL": "C.UTF-8"}


def told(settings: dict[str, str], *command: str | Path) -> str:
    """What a command that succeeds says."""
    done = subprocess.run(command, env=settings, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_says_its_version(program: Path, settings: dict[str, str]) -> None:
    assert told(settings, program, "--version") == f"clinic-page-editor {__version__}\n"


def test_it_checks_a_folder_and_finds_what_is_wrong(
    program: Path, settings: dict[str, str], sample_folder: Path
) -> None:
    *hints, count = told(settings, program, "check", sample_folder, "--on", "2026-11-22").splitlines()
    assert "found in 2 pages" in count
    assert all(line.startswith("hint: ") for line in hints)
    (sample_folder / "conditions" / "broken.yaml").write_text("name: [", encoding="utf-8")
    done = subprocess.run([program, "check", sample_folder], env=settings, capture_output=True, check=False)
    assert done.returncode == 1 and b"broken.yaml" in done.stdout


def exported(folder: Path) -> dict[Path, bytes]:
    """Every file of an export, but what it remembers of itself: that names the program."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != RECORD_NAME)
    return {file.relative_to(folder): file.read_bytes() for file in files}


def test_it_exports_the_same_pages_as_the_source(
    program: Path, settings: dict[str, str], sample_folder: Path, tmp_path: Path
) -> None:
    told(settings, program, "export", sample_folder, "--to", tmp_path / "packaged")
    from_source = [sys.executable, "-m", "editor", "export", sample_folder, "--to", tmp_path / "source"]
    subprocess.run(from_source, cwd=ROOT, check=True, capture_output=True)
    pages = exported(tmp_path / "source")
    assert pages
    assert exported(tmp_path / "packaged") == pages


@NEEDS_KEYS
def test_it_is_used_from_outside(program: Path, settings: dict[str, str], sample_folder: Path, qtbot: QtBot) -> None:
    put_under_git(sample_folder)
    with subprocess.Popen([program, sample_folder], env=settings) as running:
        try:
            window = wait_for_title(PAGE)
            preview = Preview(window)
            qtbot.waitUntil(preview.rests, timeout=SECONDS * 1000)
            before = preview.picture
            assert (str(program), RENDER_ARGUMENT) in commands_of_children(running.pid)
            assert not [file for file in mapped_files(running.pid) if file.startswith((str(ROOT), sys.prefix))]
            go_to_the_introduction(window)
            xdotool("type", "--delay", "20", "Sudden ")
            wait_for_title(PAGE + r"\*")
            qtbot.waitUntil(lambda: preview.rests() and preview.picture != before, timeout=SECONDS * 1000)
            xdotool("key", "ctrl+s")
            wait_for_title(PAGE)
            xdotool("key", "ctrl+q")
            assert running.wait(SECONDS) == 0
        finally:
            running.kill()
    assert changed_lines(sample_folder) == [f"-{INTRO_LINE}", f"+{INTRO_LINE.replace('Pain', 'Sudden Pain')}"]


@NEEDS_KEYS
def test_started_alone_it_offers_a_copy_of_the_sample_that_it_brings(
    program: Path, settings: dict[str, str], own_user_folders: Path
) -> None:
    with subprocess.Popen([program], env=settings) as running:
        try:
            welcome = xdotool("search", "--sync", "--onlyvisible", "--name", "^Clinic Page Editor$").splitlines()[0]
            xdotool("windowfocus", "--sync", welcome)
            xdotool("key", "Return")
            xdotool("windowfocus", "--sync", wait_for_title(PAGE))  # which a window manager would do
            xdotool("key", "ctrl+q")
            assert running.wait(SECONDS) == 0
        finally:
            running.kill()
    (site,) = own_user_folders.rglob("site.yaml")
    assert site.read_bytes() == (ROOT / "sample_content" / "site.yaml").read_bytes()


class Preview:
    """The right quarter of a window, as it is on the screen."""

    def __init__(self, window: str) -> None:
        self._window = int(window)
        self._times = 0
        self.picture = QImage()

    def rests(self) -> bool:
        """Whether a page stands there, the same as in the last twenty looks."""
        shown = QGuiApplication.primaryScreen().grabWindow(self._window).toImage()
        now = shown.copy(shown.width() * 3 // 4, shown.height() // 8, shown.width() // 4, shown.height() * 3 // 4)
        self._times = self._times + 1 if now == self.picture else 0
        self.picture = now
        return self._times >= 20 and self._colours() > 1

    def _colours(self) -> int:
        across, down = range(0, self.picture.width() - 32, 3), range(0, self.picture.height(), 3)
        return len({self.picture.pixel(x, y) for x in across for y in down})


def commands_of_children(process: int) -> set[tuple[str, ...]]:
    """The commands of the processes that a process has started, as Linux tells them."""
    lists = [file.read_text(encoding="ascii") for file in Path(f"/proc/{process}/task").glob("*/children")]
    commands = [Path(f"/proc/{child}/cmdline").read_bytes() for child in " ".join(lists).split()]
    return {tuple(command.decode().rstrip("\0").split("\0")) for command in commands}


def mapped_files(process: int) -> set[str]:
    """The files that a process has in memory."""
    lines = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    return {line.split(maxsplit=5)[5] for line in lines if len(line.split(maxsplit=5)) == 6}

"""The developers' tool: its own environment, the system's packages, the screen that nobody sees, and plain refusals."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import socket
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import build_app
from resources.packaging import system_packages
from resources.packaging.chore import ChoreError
from resources.packaging.virtual_screen import virtual_screen

ROOT = Path(build_app.__file__).parent
CHORES = [ROOT / "build_app.py", *sorted((ROOT / "resources" / "packaging").rglob("*.py"))]
ON_LINUX = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="packages of the system matter on Linux only"
)
WITHOUT_RIGHTS = "import os\nif os.geteuid() == 0: os.setuid(65534)\n"
ENVIRONMENT_SCRIPT = """
import sys
from pathlib import Path
from resources.packaging import private_environment
print(private_environment.python_of(Path(sys.argv[1]), Path(sys.argv[2])))
"""


def system_python() -> str:
    """The interpreter outside of the environment in which the tests run."""
    return os.path.realpath(sys.executable)


def run_chore(code: str, *arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run lines of Python as a chore would run: from the checkout, with nobody at a terminal."""
    command = [system_python(), "-c", code, *map(str, arguments)]
    nobody = subprocess.DEVNULL
    environment = os.environ | settings
    return subprocess.run(command, cwd=ROOT, env=environment, stdin=nobody, capture_output=True, text=True, check=False)


# The private environment


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """A lock file that asks for one tiny library lying beside it."""
    wheel = tmp_path / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("tiny.py", "SIZE = 1\n")
        archive.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        archive.writestr("tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr("tiny-1.0.dist-info/RECORD", "")
    lock = tmp_path / "requirements.lock"
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    lock.write_text(f"tiny @ {wheel.as_uri()} --hash=sha256:{digest}\n", encoding="utf-8")
    return lock


def imports_the_library(python: str) -> bool:
    return subprocess.run([python, "-c", "import tiny"], stderr=subprocess.DEVNULL, check=False).returncode == 0


@pytest.mark.parametrize("hidden", ["", "import sys; sys.modules['venv'] = None\n"], ids=["venv", "no venv module"])
def test_environment_is_made_and_used_again(tmp_path: Path, lock: Path, hidden: str) -> None:
    folder = tmp_path / "environment"
    made = run_chore(hidden + ENVIRONMENT_SCRIPT, folder, lock)
    assert made.returncode == 0, made.stderr
    assert "Installing the libraries" in made.stdout
    python = made.stdout.splitlines()[-1]
    assert imports_the_library(python)
    again = run_chore(hidden + ENVIRONMENT_SCRIPT, folder, lock)
    assert again.stdout.splitlines() == [python]


def test_environment_is_made_anew_when_the_lock_changes(tmp_path: Path, lock: Path) -> None:
    folder = tmp_path / "environment"
    run_chore(ENVIRONMENT_SCRIPT, folder, lock)
    (folder / "left from before").touch()
    lock.write_text(lock.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert "Installing the libraries" in run_chore(ENVIRONMENT_SCRIPT, folder, lock).stdout
    assert not (folder / "left from before").exists()


def test_environment_is_made_anew_when_the_checkout_moves(tmp_path: Path, lock: Path) -> None:
    run_chore(ENVIRONMENT_SCRIPT, tmp_path / "environment", lock)
    moved = (tmp_path / "environment").rename(tmp_path / "moved")
    assert "Installing the libraries" in run_chore(ENVIRONMENT_SCRIPT, moved, lock).stdout


def test_half_made_environment_is_made_anew(tmp_path: Path, lock: Path) -> None:
    folder = tmp_path / "environment"
    good = lock.read_text(encoding="utf-8")
    lock.write_text(good.replace("sha256:", "sha256:0000"), encoding="utf-8")
    failed = run_chore(ENVIRONMENT_SCRIPT, folder, lock)
    assert failed.returncode != 0
    assert "could not be installed" in failed.stderr
    assert (folder / "bin").exists() or (folder / "Scripts").exists()
    lock.write_text(good, encoding="utf-8")
    mended = run_chore(ENVIRONMENT_SCRIPT, folder, lock)
    assert imports_the_library(mended.stdout.splitlines()[-1])


@ON_LINUX
def test_one_chore_waits_while_another_installs(tmp_path: Path, lock: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    command = [system_python(), "-c", ENVIRONMENT_SCRIPT, tmp_path / "environment", lock]
    with lock.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        waiting = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert waiting.stdout is not None
        assert waiting.stdout.readline().startswith("Waiting for another installation")
        assert not (tmp_path / "environment").exists()
    told, _ = waiting.communicate()
    assert imports_the_library(told.splitlines()[-1])


# Packages of the system


@pytest.fixture
def programs() -> Iterator[Path]:
    """A folder of stand-ins for the system's programs, which the rightless user may read too."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        stand_in(folder, "apt-get", 'echo "apt-get $*" >&2')
        stand_in(folder, "sudo", 'echo "sudo $*" >&2')
        stand_in(folder, "apt-cache", "printf 'libasound2t64\\nlibnss3\\nliboss4\\n'")
        yield folder


def stand_in(folder: Path, name: str, line: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


INSTALL = """
from resources.packaging import chore, system_packages
try:
    system_packages.install(["libasound2", "libnss3"], "Something is missing.")
except chore.ChoreError as error:
    print("refused:", error)
"""
COMMAND = "apt-get install -y --no-install-recommends libasound2t64 libnss3"


def with_path(folder: Path) -> dict[str, str]:
    return {"PATH": f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin"}


@ON_LINUX
def test_without_rights_the_exact_command_is_told(programs: Path) -> None:
    imported_first = "from resources.packaging import chore, system_packages\n" + WITHOUT_RIGHTS
    told = run_chore(imported_first + INSTALL, **with_path(programs))
    assert (
        f"refused: Run this, then the same command again:\n\n    sudo apt-get update && sudo {COMMAND}\n" in told.stdout
    )
    assert told.stderr == "", "nothing may be run without being asked"


@ON_LINUX
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root installs without asking")
def test_root_without_a_terminal_installs_at_once(programs: Path) -> None:
    told = run_chore(INSTALL, **with_path(programs))
    assert "Installing packages of your system: libasound2 libnss3 ..." in told.stdout
    assert told.stderr.splitlines() == ["apt-get update -qq", f"{COMMAND} -qq"]


@ON_LINUX
@pytest.mark.parametrize("answer", ["n", "y"])
def test_on_a_terminal_it_asks_first(programs: Path, answer: str) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [system_python(), "-c", INSTALL],
        cwd=ROOT,
        env=os.environ | with_path(programs),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, f"{answer}\n".encode())
    assert child.wait() == 0
    told = os.read(ours, 10_000).decode().replace("\r\n", "\n")
    os.close(ours)
    assert "Install them now? [Y/n]" in told
    assert ("refused: Run this" in told) == (answer == "n")
    assert (f"{COMMAND} -qq\n" in told) == (answer == "y")


@ON_LINUX
def test_without_apt_it_names_what_is_missing(tmp_path: Path) -> None:
    told = run_chore(INSTALL, PATH=str(tmp_path)).stdout
    assert "refused: On Debian they are called: libasound2 libnss3." in told


OFFER = """
from resources.packaging import system_packages
system_packages.offer("chromium", "The tests of pages are skipped.")
"""


@ON_LINUX
def test_a_program_that_one_can_do_without_is_only_offered(programs: Path) -> None:
    imported_first = "from resources.packaging import chore, system_packages\n" + WITHOUT_RIGHTS
    told = run_chore(imported_first + OFFER, PATH=str(programs))
    assert told.returncode == 0, told.stderr
    assert "sudo apt-get install -y --no-install-recommends chromium" in told.stdout
    assert told.stdout.endswith("The tests of pages are skipped.\n")


@ON_LINUX
def test_a_program_that_is_here_is_not_offered(programs: Path) -> None:
    stand_in(programs, "chromium", "")
    assert run_chore(OFFER, PATH=str(programs)).stdout == ""


@ON_LINUX
def test_missing_libraries_are_those_the_loader_does_not_find(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(programs, "ldd", "printf '\\tlibnss3.so => not found\\n\\tlibc.so.6 => /lib/libc.so.6 (0x1)\\n'")
    monkeypatch.setenv("PATH", str(programs))
    assert system_packages.missing_libraries(tmp_path) == {"libnss3.so"}


@ON_LINUX
def test_library_of_no_known_package_is_named(programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(programs, "ldd", "printf '\\tlibnew.so.9 => not found\\n'")
    monkeypatch.setenv("PATH", str(programs))
    with pytest.raises(ChoreError, match=r"libnew\.so\.9"):
        system_packages.require(tmp_path)


# The screen that nobody sees


@ON_LINUX
def test_virtual_screen_answers_while_it_is_wanted() -> None:
    with virtual_screen() as display:
        address = f"/tmp/.X11-unix/X{display.removeprefix(':')}"
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(address)
    assert not Path(address).exists()


# The chores themselves


@ON_LINUX
@pytest.mark.skipif(Path(sys.prefix) != build_app.ENVIRONMENT, reason="needs the environment that build_app.py makes")
def test_run_without_a_screen_exports_the_pages_and_pictures_the_window() -> None:
    settings = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    command = [system_python(), "build_app.py", "run"]
    nobody = subprocess.DEVNULL
    result = subprocess.run(command, cwd=ROOT, env=settings, stdin=nobody, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "There is no screen here" in result.stdout
    picture = Path(result.stdout.rpartition("Picture of the window:")[2].strip())
    shown = QImage(str(picture))
    right = range(shown.width() - 400, shown.width(), 5)
    colours = {shown.pixel(x, y) for x in right for y in range(100, 600, 5)}
    assert len(colours) > 5, "the preview at the right is empty"
    exported = {page.stem for page in picture.parent.glob("*.html")}
    pages = {page.stem: page for page in (ROOT / "sample_content" / "conditions").iterdir()}
    texts = {slug: page.read_text(encoding="utf-8") for slug, page in pages.items()}
    hidden = {slug for slug, text in texts.items() if re.search(r"^status: '?(draft|archived)", text, re.MULTILINE)}
    assert hidden
    assert exported == pages.keys() - hidden | {"index"}


# Plain words


def test_older_python_is_refused_plainly() -> None:
    with pytest.raises(ChoreError, match=r"needs Python 3\.11 or newer; you started it with Python 3\.10"):
        build_app.check_python((3, 10))
    build_app.check_python((3, 11))


@pytest.mark.parametrize("source", CHORES, ids=lambda path: path.name)
def test_older_python_gets_as_far_as_the_refusal(source: Path) -> None:
    ast.parse(source.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_unknown_chore_is_refused() -> None:
    result = subprocess.run(
        [system_python(), ROOT / "build_app.py", "paint"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert "run" in result.stderr and "Traceback" not in result.stderr

"""Every chore of a developer: `python3 build_app.py run`, `test`, `lint`, `lock` or `package`.

It needs nothing but Python: what else a chore needs it installs into `.venv` inside the checkout.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from resources.packaging import private_environment, program_folder, system_packages
from resources.packaging.chore import ChoreError, is_linux, is_root, say
from resources.packaging.virtual_screen import has_screen, virtual_screen

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PACKAGE_ENVIRONMENT = ROOT / ".build" / "package-environment"
LOCK = ROOT / "requirements.lock"
PACKAGE_LOCK = ROOT / "resources" / "packaging" / "requirements.lock"
PREVIEW = ROOT / ".build" / "preview"
OLDEST_PYTHON = (3, 11)
MOST_SCREENS = 4
"""So many tests run at once at most, each with a window, a browser and a screen of its own."""
PICTURE_SECONDS = 180
"""How long the window may take to stand for its picture, on a slow machine without graphics."""


def run(folder: Path) -> int:
    """Open the editor on a content folder; where there is no screen, export its pages and picture the window."""
    python = environment_python()
    if has_screen():
        require_qt()
        return in_checkout([python, "-m", "editor", folder], program_settings())
    say("There is no screen here: instead of opening the window this exports the pages and saves a picture of it.")
    if PREVIEW.exists():
        shutil.rmtree(PREVIEW)
    PREVIEW.mkdir(parents=True)
    status = in_checkout([python, "-m", "editor", "export", folder, "--to", PREVIEW], dict(os.environ))
    if status:
        return status
    say(f"Exported pages:         {PREVIEW}")
    require_qt("Xvfb")
    picture = PREVIEW / "window.png"
    with virtual_screen() as display:
        settings = program_settings() | {"DISPLAY": display}
        status = in_checkout([python, "-m", "editor", folder, "--picture", picture], settings, PICTURE_SECONDS)
    if status or not picture.exists():
        raise ChoreError("The picture of the window could not be taken; the reason stands above.")
    say(f"Picture of the window:  {picture}")
    return 0


def test(arguments: list[str]) -> int:
    """Run the tests; `arguments` go on to pytest (`-n0` runs them one after another).

    On a screen of the user's windows would take the keyboard from each other, so only virtual ones share the work.
    """
    python = environment_python()
    shared_by = 1 if has_screen() else min(os.cpu_count() or 1, MOST_SCREENS)
    require_qt("git") if has_screen() else require_qt("Xvfb", "git", "xdotool", "pdftotext")
    if is_linux():
        system_packages.offer("chromium", "Without it the tests of exported pages in a browser are skipped.")
    settings = program_settings()
    if is_linux():
        settings["LC_ALL"] = "C.UTF-8"  # Qt complains of, and tests would depend on, a locale that is not UTF-8
    with ExitStack() as running:
        if not has_screen():
            screens = [running.enter_context(virtual_screen()) for _ in range(shared_by)]
            settings |= {"DISPLAY": screens[0], "CLINIC_EDITOR_SCREENS": " ".join(screens)}
        shared = [f"-n{shared_by}", "--dist=loadfile", "--no-loadscope-reorder"] if shared_by > 1 else []
        return in_checkout([python, "-m", "pytest", *shared, *arguments], settings)


def lint() -> int:
    """Check style, layout, types and the contracts on imports; all of them, even when one finds something."""
    scripts = environment_python().parent
    failed = []
    for check in ("ruff check", "ruff format --check", "mypy", "lint-imports"):
        say(f"$ {check}")
        program, *arguments = check.split()
        if in_checkout([scripts / program, *arguments], dict(os.environ)):
            failed.append(check)
    if failed:
        say(f"Not clean: {', '.join(failed)}.")
    return 1 if failed else 0


def lock(arguments: list[str]) -> int:
    """Write both lock files from pyproject.toml; `arguments` (such as --upgrade) go on to uv.

    The packaged program gets the versions that the tests ran with, so its lock is written second.
    """
    return compiled("dev", LOCK, arguments) or compiled(
        "package", PACKAGE_LOCK, ["--constraint", LOCK.name, *arguments]
    )


def compiled(group: str, lock: Path, arguments: list[str]) -> int:
    """Write what the program needs, and a group of pyproject.toml on top, into a lock file; uv's exit status."""
    compiler: list[str | Path] = [environment_python(), "-m", "uv", "pip", "compile", "--quiet"]
    what = ["pyproject.toml", "--group", group, "--universal", "--python-version", "3.11", "--generate-hashes"]
    silent = ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "python3 build_app.py lock"]
    file = ["--output-file", lock.relative_to(ROOT).as_posix()]
    return in_checkout([*compiler, *what, *silent, *file, *arguments], dict(os.environ))


def package() -> int:
    """Make the program folder, which runs on a PC without Python and checkout, and say where it is."""
    python = private_environment.python_of(PACKAGE_ENVIRONMENT, PACKAGE_LOCK)
    require_qt(*program_folder.NEEDED_PROGRAMS, environment=PACKAGE_ENVIRONMENT)
    folder = program_folder.make(ROOT, python)
    files, size = program_folder.measured(folder)
    say(f"Program folder:  {folder} ({files} files, {size / 1_000_000:.0f} MB)")
    return 0


def environment_python() -> Path:
    """The interpreter of the checkout's own environment, which is made where it is missing."""
    return private_environment.python_of(ENVIRONMENT, LOCK)


def require_qt(*programs: str, environment: Path = ENVIRONMENT) -> None:
    """See to it that this machine has what Qt's wheels in an environment do not bring, and `programs`."""
    if is_linux():
        system_packages.require(next(environment.glob("lib/python*/site-packages/PySide6")), programs)


def program_settings() -> dict[str, str]:
    """The environment variables under which the program runs from the checkout."""
    settings = dict(os.environ)
    if is_linux() and is_root():
        say(
            "As root the preview runs without its sandbox (QTWEBENGINE_DISABLE_SANDBOX=1), which cannot start for root."
        )
        settings["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    return settings


def in_checkout(command: Sequence[str | Path], settings: dict[str, str], seconds: float | None = None) -> int:
    """Run a command in the checkout and return its exit status."""
    try:
        return subprocess.run(command, cwd=ROOT, env=settings, timeout=seconds, check=False).returncode
    except subprocess.TimeoutExpired as expired:
        raise ChoreError(f"Nothing came of this within {seconds:.0f} seconds, so it was stopped.") from expired


def check_python(version: tuple[int, int]) -> None:
    """Raise ChoreError for a Python that is too old."""
    if version < OLDEST_PYTHON:
        oldest, found = (".".join(map(str, numbers)) for numbers in (OLDEST_PYTHON, version))
        raise ChoreError(
            f"This needs Python {oldest} or newer; you started it with Python {found}.\n"
            f"Install a newer one and start it with that, for example: python{oldest} build_app.py run"
        )


def parser() -> argparse.ArgumentParser:
    """The command line of this tool."""
    chores = argparse.ArgumentParser(prog="build_app.py", description="Every chore of developing Clinic Page Editor.")
    commands = chores.add_subparsers(dest="chore", required=True, metavar="CHORE")
    opening = commands.add_parser("run", help="open the editor on sample_content, or on the FOLDER given")
    opening.add_argument("folder", nargs="?", type=Path, default=ROOT / "sample_content", metavar="FOLDER")
    commands.add_parser("test", help="run the tests; further arguments go on to pytest")
    commands.add_parser("lint", help="check style, types and the contracts on imports")
    commands.add_parser("lock", help="write the lock files anew from pyproject.toml; further arguments go on to uv")
    commands.add_parser("package", help="make the program folder, which runs without Python and checkout, in dist")
    return chores


def main() -> int:
    """Run the chore that the command line names; its exit status."""
    try:
        check_python(sys.version_info[:2])
        known, further = parser().parse_known_args()
        if known.chore == "test":
            return test(further)
        if known.chore == "lock":
            return lock(further)
        if further:
            parser().error(f"unrecognized arguments: {' '.join(further)}")
        if known.chore == "package":
            return package()
        return lint() if known.chore == "lint" else run(known.folder.resolve())
    except ChoreError as error:
        say(str(error))
    except (KeyboardInterrupt, EOFError):
        say("Stopped.")
    return 1


if __name__ == "__main__":
    sys.exit(main())

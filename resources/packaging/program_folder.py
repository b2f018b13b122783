"""The program folder: program, libraries and Python in one place, gathered by PyInstaller, for installers to pack."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from resources.packaging import system_packages
from resources.packaging.chore import ChoreError, is_linux, say

NAME = "clinic-page-editor"
SPECIFICATION = "resources/packaging/clinic_page_editor.spec"
NEEDED_PROGRAMS = ("objcopy",)
"""What PyInstaller calls on Linux."""
OF_NO_COMMIT = "1700000000"
"""The time that counts as the source's, in seconds since 1970, where Git cannot tell."""
FIND_PYTHON_LIBRARY = "from PyInstaller.depend.bindepend import get_python_library_path as find; find()"


def make(root: Path, python: Path) -> Path:
    """Make the program folder of the checkout `root` in its folder `dist`, in place of an earlier one.

    `python` is the interpreter of an environment that holds PyInstaller, what the program needs, and nothing else.
    Raises ChoreError if PyInstaller cannot do it.
    """
    if is_linux():
        _require_python_library(python)
    work = root / ".build" / "program"
    if work.exists():
        shutil.rmtree(work)  # so that nothing is left of an earlier version
    say("Gathering the program (a minute or so) ...")
    command: list[str | Path] = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", root / "dist", "--workpath", work, root / SPECIFICATION]
    result = subprocess.run(command, cwd=root, env=_settings(root, work), check=False)
    if result.returncode:
        raise ChoreError("The program folder could not be made; the reason stands above.")
    return root / "dist" / NAME


def measured(folder: Path) -> tuple[int, int]:
    """How many files a folder holds, and their bytes; links count as nothing."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    return len(sizes), sum(sizes)


def _settings(root: Path, work: Path) -> dict[str, str]:
    """The environment variables under which the same source gives the same bytes, whoever builds it."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    settings.setdefault("SOURCE_DATE_EPOCH", _time_of_the_source(root))
    return {**settings, "PYTHONHASHSEED": "1", "PYINSTALLER_CONFIG_DIR": str(work / "cache")}


def _time_of_the_source(root: Path) -> str:
    command = ["git", "log", "-1", "--format=%ct"]
    if shutil.which("git") is None:
        return OF_NO_COMMIT
    told = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    return told.decode().strip() or OF_NO_COMMIT


def _require_python_library(python: Path) -> None:
    """See to it that Python is there as a library too, which Debian packs apart from the interpreter."""
    searched = subprocess.run([python, "-c", FIND_PYTHON_LIBRARY], stderr=subprocess.DEVNULL, check=False)
    if searched.returncode:
        version = "{}.{}".format(*sys.version_info[:2])
        system_packages.install(
            [f"libpython{version}"], "Python's own library, which the program brings along, is missing."
        )

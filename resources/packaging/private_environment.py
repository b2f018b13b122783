"""The checkout's own Python environment in `.venv`, with exactly the libraries of requirements.lock."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resources.packaging import system_packages
from resources.packaging.chore import ChoreError, say

if sys.platform != "win32":
    import fcntl

COMPLETE = "complete.txt"
"""Written into the environment last: without it an environment is half made, with another text it is out of date."""


def python_of(folder: Path, lock: Path) -> Path:
    """The interpreter of the environment in `folder`, made first where that is missing, half made or out of date.

    Raises ChoreError if the libraries cannot be installed.
    """
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = _description(folder, lock)
    if _is_complete(python, folder, wanted):
        return python
    with _alone(lock) as hold:
        if _is_complete(python, folder, wanted):  # by now
            return python
        started = time.monotonic()
        say(f"Installing the libraries into {folder.name} (about 300 MB, once) ...")
        (folder / COMPLETE).unlink(missing_ok=True)
        _remove(folder)
        _create(folder)
        _install(python, lock, hold)
        (folder / COMPLETE).write_text(wanted, encoding="utf-8")
        say(f"The libraries are installed ({time.monotonic() - started:.0f} s).")
    return python


def _is_complete(python: Path, folder: Path, wanted: str) -> bool:
    complete = folder / COMPLETE
    return python.exists() and complete.is_file() and complete.read_text(encoding="utf-8") == wanted


@contextmanager
def _alone(lock: Path) -> Iterator[tuple[int, ...]]:
    """Let one chore install at a time; gives what its pip inherits, so that a pip whose chore was killed counts too."""
    if sys.platform == "win32":
        yield ()
    else:
        with lock.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Waiting for another installation of the libraries to end ...")
                fcntl.flock(file, fcntl.LOCK_EX)
            yield (file.fileno(),)


def _description(folder: Path, lock: Path) -> str:
    """What an environment was made from, and where: its scripts name the place. Any difference means: make it again."""
    version = ".".join(map(str, sys.version_info[:2]))
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"python {version} of {sys.base_prefix}\nlock {digest}\nin {folder}\n"


def _remove(folder: Path) -> None:
    if not folder.exists():
        return
    if Path(sys.prefix).resolve() == folder.resolve():
        raise ChoreError(
            f"The libraries in {folder.name} have to be installed anew, which cannot be done while they are in use.\n"
            "Run the same command with the system's own Python."
        )
    shutil.rmtree(folder)


def _create(folder: Path) -> None:
    """Make an empty environment, without pip: the pip outside can install into it."""
    if importlib.util.find_spec("venv") is None:
        _create_by_hand(folder)
    else:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)


def _create_by_hand(folder: Path) -> None:
    """What `venv` does on Linux, where some distributions leave it out: a link and `pyvenv.cfg` suffice (PEP 405)."""
    interpreter = Path(sys.executable).resolve()
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(interpreter)
    (folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages").mkdir(parents=True)
    settings = f"home = {interpreter.parent}\ninclude-system-site-packages = false\n"
    (folder / "pyvenv.cfg").write_text(settings, encoding="utf-8")


def _install(python: Path, lock: Path, hold: tuple[int, ...]) -> None:
    quiet = [] if sys.stdout.isatty() else ["--quiet", "--quiet"]
    options = ["--require-hashes", "--no-deps", "--no-warn-script-location", "--disable-pip-version-check", *quiet]
    settings = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore", "PIP_REQUIRE_VIRTUALENV": "0"}
    command = [*_pip_for(python), "install", *options, "-r", lock]
    result = subprocess.run(command, env=settings, pass_fds=hold, check=False)
    if result.returncode:
        raise ChoreError(
            "The libraries could not be installed; pip's own message stands above.\n"
            "Check the connection to the internet, then run the same command again: it starts over by itself."
        )


def _pip_for(python: Path) -> list[str | Path]:
    """The command that starts a pip for the environment of `python`: the system's, or Python's own copy unpacked."""
    if importlib.util.find_spec("pip") is None:
        if importlib.util.find_spec("ensurepip") is not None:
            subprocess.run([python, "-m", "ensurepip", "--default-pip"], stdout=subprocess.DEVNULL, check=True)
            return [python, "-m", "pip"]
        system_packages.install(["python3-pip"], "Python's installer of libraries (pip) is missing.")
    return [sys.executable, "-m", "pip", "--python", python]

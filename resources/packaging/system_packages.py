"""The Linux packages that Qt and its browser engine need: which are missing, and getting them."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

from resources.packaging.chore import ChoreError, has_terminal, is_root, say

PACKAGE_OF_LIBRARY = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXext.so.6": "libxext6",
    "libXfixes.so.3": "libxfixes3",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libasound.so.2": "libasound2",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgbm.so.1": "libgbm1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libnspr4.so": "libnspr4",
    "libnss3.so": "libnss3",
    "libnssutil3.so": "libnss3",
    "libsmime3.so": "libnss3",
    "libudev.so.1": "libudev1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbfile.so.1": "libxkbfile1",
}
"""Debian's package for each library that Qt's wheels expect of the system; newer releases append `t64` to some."""

PACKAGE_OF_PROGRAM = {
    "Xvfb": "xvfb",
    "chromium": "chromium",
    "git": "git",
    "objcopy": "binutils",
    "pdftotext": "poppler-utils",
    "xdotool": "xdotool",
}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_ENDINGS = {".ttf", ".otf", ".ttc", ".pfb"}


def require(pyside: Path, programs: tuple[str, ...] = ()) -> None:
    """See to it that Qt's system libraries, a font and `programs` are here; `pyside` is the folder of the wheel.

    Raises ChoreError where something is missing and cannot, or may not, be installed.
    """
    libraries = missing_libraries(pyside)
    unknown = sorted(libraries - PACKAGE_OF_LIBRARY.keys())
    if unknown:
        raise ChoreError(f"Qt needs these libraries of your system, which are missing: {', '.join(unknown)}.")
    packages = {PACKAGE_OF_LIBRARY[library] for library in libraries}
    packages.update(PACKAGE_OF_PROGRAM[program] for program in programs if shutil.which(program) is None)
    if not has_font():
        packages.add(FONT_PACKAGE)
    if not packages:
        return
    install(sorted(packages), "Some packages of your system that are needed here are missing.")
    still_missing = sorted(missing_libraries(pyside))
    if still_missing:
        raise ChoreError(f"Qt still misses these libraries of your system: {', '.join(still_missing)}.")


def offer(program: str, without_it: str) -> None:
    """Install a program that one can do without; where that may not or cannot be, say what happens `without_it`."""
    if shutil.which(program) is not None:
        return
    try:
        install([PACKAGE_OF_PROGRAM[program]], f"{program.capitalize()} is missing.")
    except ChoreError as error:
        say(f"{error}\n{without_it}")


def missing_libraries(pyside: Path) -> set[str]:
    """The system libraries without which window or preview cannot start, as the dynamic loader itself reports them."""
    starters = [pyside / "Qt/libexec/QtWebEngineProcess", pyside / "Qt/plugins/platforms/libqxcb.so"]
    report = subprocess.run(["ldd", *starters], capture_output=True, text=True, check=False).stdout
    return {line.split()[0] for line in report.splitlines() if line.endswith("=> not found")}


def has_font() -> bool:
    """Whether any font is installed; without one Qt draws every letter as a box."""
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(file.suffix in FONT_ENDINGS for folder in folders for file in folder.rglob("*"))


def install(packages: list[str], reason: str) -> None:
    """Install Debian packages: after asking on a terminal, without asking only as root where nobody can answer.

    Raises ChoreError, with the exact command to run, where it may not or cannot.
    """
    say(reason)
    if shutil.which("apt-get") is None:
        raise ChoreError(
            f"On Debian they are called: {' '.join(packages)}.\n"
            "Install them with your system's own tool, then run the same command again."
        )
    rights = [] if is_root() else ["sudo"]
    update = [*rights, "apt-get", "update"]
    if not _may_install(packages) or (rights and shutil.which("sudo") is None):
        commands = f"{shlex.join(update)} && {shlex.join(_install_command(rights, packages))}"
        raise ChoreError(f"Run this, then the same command again:\n\n    {commands}\n")
    say(f"Installing packages of your system: {' '.join(packages)} ...")
    _run_apt([*update, "-qq"])
    _run_apt([*_install_command([*rights, "env", "DEBIAN_FRONTEND=noninteractive"], packages), "-qq"])


def _may_install(packages: list[str]) -> bool:
    if not has_terminal():
        return is_root()
    say(f"To install: {' '.join(packages)}")
    return input("Install them now? [Y/n] ").strip().lower() in {"", "y", "yes"}


def _install_command(rights: list[str], packages: list[str]) -> list[str]:
    return [*rights, "apt-get", "install", "-y", "--no-install-recommends", *_current_names(packages)]


def _current_names(packages: list[str]) -> list[str]:
    """The packages as this release calls them: Debian 13 and Ubuntu 24.04 renamed those with 64-bit times."""
    listing = subprocess.run(["apt-cache", "pkgnames"], capture_output=True, text=True, check=False).stdout
    known = set(listing.split())
    return [f"{package}t64" if f"{package}t64" in known else package for package in packages]


def _run_apt(command: list[str]) -> None:
    stream = None if has_terminal() else subprocess.DEVNULL
    result = subprocess.run(command, stdin=stream, stdout=stream, check=False)
    if result.returncode:
        raise ChoreError(f"That did not work; the reason stands above. The command was:\n\n    {shlex.join(command)}\n")

"""Programs of the system without which tests cannot run."""

from __future__ import annotations

import os
import platform
import shutil

import pytest


def needed_program(*names: str) -> str:
    """The path of the program that goes by one of these names; without it the test skips.

    For root on Debian it fails instead, since `build_app.py test` installs there what tests need.
    """
    for name in names:
        if (path := shutil.which(name)) is not None:
            return path
    reason = f"needs {names[0]}, which is not installed here"
    if can_be_installed():
        pytest.fail(f"{reason}; `python3 build_app.py test` installs it", pytrace=False)
    pytest.skip(reason)


def can_be_installed() -> bool:
    """Whether nothing but a command stands between this machine and a package of Debian's."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    try:
        return platform.freedesktop_os_release()["ID"] == "debian"
    except OSError:
        return False

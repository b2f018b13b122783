"""A test that needs a program may skip only where that program cannot simply be installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.look import needed_programs
from tests.look.needed_programs import can_be_installed, needed_program


def test_any_of_the_names_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "second").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert needed_program("first", "second") == str(tmp_path / "second")


@pytest.mark.parametrize(("installable", "outcome"), [(True, pytest.fail), (False, pytest.skip)])
def test_without_it_a_test_skips_but_where_it_could_be_installed_fails(
    monkeypatch: pytest.MonkeyPatch, outcome: Any, *, installable: bool
) -> None:
    monkeypatch.setattr(needed_programs, "can_be_installed", lambda: installable)
    with pytest.raises(outcome.Exception, match="needs no-such-program, which is not installed here"):
        needed_program("no-such-program")


@pytest.mark.parametrize(
    ("user", "system", "expected"), [(0, "debian", True), (0, "ubuntu", False), (1000, "debian", False)]
)
def test_root_on_debian_can_install(monkeypatch: pytest.MonkeyPatch, user: int, system: str, *, expected: bool) -> None:
    monkeypatch.setattr("os.geteuid", lambda: user, raising=False)
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: {"ID": system})
    assert can_be_installed() is expected

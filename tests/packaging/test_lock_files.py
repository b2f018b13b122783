"""The lock files: what pyproject.toml asks for, by hash, for the developers and for the packaged program."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import build_app

LOCKS = {"dev": build_app.LOCK, "package": build_app.PACKAGE_LOCK}
"""Each group of requirements in pyproject.toml, with the file that locks it and what the program itself needs."""


def locked_versions(lock: Path) -> dict[str, str]:
    """The version of each library in a lock file."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.rstrip("\\ ")) for line in lines if line and line[0] not in " #"]
    return {canonicalize_name(pin.name): next(iter(pin.specifier)).version for pin in pins}


def wanted_requirements(group: str) -> list[Requirement]:
    """What pyproject.toml asks for: for the program, and in that group."""
    project = tomllib.loads((build_app.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [Requirement(text) for text in project["project"]["dependencies"] + project["dependency-groups"][group]]


@pytest.mark.parametrize(
    ("group", "wanted"),
    [pytest.param(group, wanted, id=f"{group}: {wanted}") for group in LOCKS for wanted in wanted_requirements(group)],
)
def test_lock_file_has_what_pyproject_asks_for(group: str, wanted: Requirement) -> None:
    locked = locked_versions(LOCKS[group]).get(canonicalize_name(wanted.name))
    assert locked is not None and wanted.specifier.contains(locked), "run: python3 build_app.py lock"


@pytest.mark.parametrize("group", LOCKS)
def test_lock_file_has_nothing_that_pyproject_no_longer_asks_for(group: str) -> None:
    name = ""
    asked_for_directly = set()
    for line in LOCKS[group].read_text(encoding="utf-8").splitlines():
        if line and line[0] not in " #":
            name = canonicalize_name(line.partition("==")[0])
        elif line.lstrip(" #").removeprefix("via ").startswith("clinic-page-editor (pyproject.toml"):
            asked_for_directly.add(name)
    assert asked_for_directly == {canonicalize_name(wanted.name) for wanted in wanted_requirements(group)}


@pytest.mark.parametrize("group", LOCKS)
def test_lock_file_names_no_address(group: str) -> None:
    lock = LOCKS[group].read_text(encoding="utf-8")
    assert "--hash=sha256:" in lock
    assert "://" not in lock and "--index" not in lock and "--find-links" not in lock


def test_the_program_is_packaged_with_the_versions_that_the_tests_ran_with() -> None:
    tested, packaged = locked_versions(LOCKS["dev"]), locked_versions(LOCKS["package"])
    assert {name: version for name, version in packaged.items() if tested.get(name, version) != version} == {}

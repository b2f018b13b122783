"""The exported sample pages, and a browser to look at them with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.look.chromium import Chromium, Tab
from tests.look.needed_programs import needed_program

EXPORTS = {"published": [], "drafts": ["--drafts"], "single": ["--drafts", "--single-file"]}
"""Each way of exporting the sample site, by the folder into which it goes."""


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, exported in each way into a folder of its own."""
    exported = tmp_path_factory.mktemp("exported")
    for name, options in EXPORTS.items():
        command = [sys.executable, "-m", "editor", "export", "sample_content", "--to", exported / name, *options]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout + result.stderr
    return exported


@pytest.fixture(scope="session")
def pages(exported: Path) -> dict[str, Path]:
    """Every page of the sample site, its list of conditions too, by its name; a draft's is `drafts/<slug>.html`."""
    pages = {}
    for folder in ("published", "drafts"):
        for file in sorted((exported / folder).glob("*.html")):
            if file.read_bytes() not in {page.read_bytes() for page in pages.values()}:
                pages[f"{folder}/{file.name}"] = file
    assert "published/index.html" in pages
    return pages


@pytest.fixture(scope="session")
def single_files(exported: Path) -> dict[str, Path]:
    """Every page of the sample site that is whole in one file."""
    files = {f"single/{file.name}": file for file in sorted((exported / "single").glob("*.html"))}
    assert files
    return files


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """A Chromium for all tests."""
    program = needed_program("chromium", "chromium-browser", "google-chrome")
    with Chromium(program, tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture
def tab(browser: Chromium) -> Iterator[Tab]:
    """A tab of each test's own."""
    with browser.new_tab() as tab:
        yield tab

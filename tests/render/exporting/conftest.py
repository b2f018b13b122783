"""What tests of exporting share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.exporting.website import Website


@pytest.fixture
def website(tmp_path: Path) -> Website:
    """An empty content folder."""
    return Website(tmp_path / "content", tmp_path / "out")

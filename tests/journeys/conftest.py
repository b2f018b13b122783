"""What the journeys share: a folder whose every change git knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.content_under_git import put_under_git


@pytest.fixture
def tracked_folder(sample_folder: Path) -> Path:
    """A copy of the sample content under git."""
    put_under_git(sample_folder)
    return sample_folder

"""A content folder with two pages, and a session on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.session import Session
from tests.references.looking_up.service import paper_service
from tests.session.layouts import COMMENTED, INDENTLESS, SITE

__all__ = ["NECK", "WRIST", "paper_service", "root", "session"]

WRIST = "conditions/wrist-pain.yaml"
NECK = "conditions/neck-pain.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content folder with two pages and a site."""
    folder = tmp_path / "content"
    (folder / "conditions").mkdir(parents=True)
    (folder / "site.yaml").write_bytes(SITE)
    (folder / WRIST).write_bytes(COMMENTED)
    (folder / NECK).write_bytes(INDENTLESS)
    return folder


@pytest.fixture
def session(root: Path) -> Session:
    return Session.open(root)

"""A text that the website's developer repeats in a key of their own: it may change, and the save says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from editor.session import Saved, Session

PLACE = "conditions/wrist-pain.yaml"


def saved(root: Path, page: bytes) -> tuple[Saved, bytes]:
    """What became of a page whose name was changed."""
    (root / "conditions").mkdir()
    (root / PLACE).write_bytes(page)
    session = Session.open(root)
    session.edit_page("Edit name", PLACE, lambda before: replace(before, name="Wrist and hand"))
    result = session.save(PLACE)
    assert isinstance(result, Saved)
    return result, (root / PLACE).read_bytes()


def test_the_author_of_the_repetition_keeps_it_and_the_user_hears_of_it(tmp_path: Path) -> None:
    result, written = saved(tmp_path, b"name: &n Wrist\nmenu_entry: *n\n")
    assert written == b"name: &n Wrist and hand\nmenu_entry: *n\n"
    assert result.warning is not None
    assert "repeated in another place" in result.warning


def test_other_saves_have_nothing_to_say(tmp_path: Path) -> None:
    result, _ = saved(tmp_path, b"name: Wrist\nmenu_entry: Wrist\n")
    assert result.warning is None

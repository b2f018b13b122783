"""What came of links is kept on this PC for some weeks."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from editor.content.link_state import LinkState
from editor.storage.kept_links import HOLDS_FOR, KeptLinks

TODAY = date(2026, 11, 24)
A, B = "https://a.example/1", "https://b.example/2"


def test_it_is_known_to_another_window_and_holds_for_four_weeks(tmp_path: Path) -> None:
    mine, theirs = KeptLinks(tmp_path), KeptLinks(tmp_path)
    assert theirs.of(A, TODAY) is None
    mine.keep({A: LinkState.DEAD, B: LinkState.WORKS}, TODAY)
    assert theirs.refresh()
    assert not theirs.refresh()
    assert (theirs.of(A, TODAY), theirs.of(B, TODAY)) == (LinkState.DEAD, LinkState.WORKS)
    assert theirs.of(A, TODAY + HOLDS_FOR - timedelta(days=1)) is LinkState.DEAD
    assert theirs.of(A, TODAY + HOLDS_FOR) is None


def test_what_is_known_stays_where_a_link_could_not_be_followed_later(tmp_path: Path) -> None:
    links = KeptLinks(tmp_path)
    links.keep({A: LinkState.DEAD}, TODAY)
    links.keep({A: LinkState.UNKNOWN, B: LinkState.UNKNOWN}, TODAY + timedelta(days=20))
    assert links.of(A, TODAY + timedelta(days=20)) is LinkState.DEAD
    links.keep({A: LinkState.UNKNOWN, B: LinkState.WORKS}, TODAY + timedelta(days=40))
    assert links.of(A, TODAY + timedelta(days=40)) is LinkState.UNKNOWN
    assert links.of(B, TODAY + timedelta(days=40)) is LinkState.WORKS


@pytest.mark.parametrize("damage", [b"", b"[", b"[]", b"5", b'{"a": 1}', b'{"a": ["works", "soon"]}', b"\xff"])
def test_a_damaged_file_is_as_if_there_were_none(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "links.json").write_bytes(damage)
    links = KeptLinks(tmp_path)
    assert links.of(A, TODAY) is None
    assert not links.refresh()
    links.keep({A: LinkState.WORKS}, TODAY)
    assert links.of(A, TODAY) is LinkState.WORKS
    assert [path.name for path in tmp_path.iterdir()] == ["links.json"]


def test_a_disk_that_takes_nothing_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "links").write_text("a file in place of the folder")
    links = KeptLinks(tmp_path / "links")
    links.keep({A: LinkState.WORKS}, TODAY)
    assert links.of(A, TODAY) is None

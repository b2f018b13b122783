"""Abstracts of imported papers, kept on this PC."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor.paths import app_data
from editor.storage import kept_abstracts
from editor.storage.kept_abstracts import KeptAbstracts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "abstracts"


def test_an_abstract_is_found_by_any_mark_of_its_paper(folder: Path) -> None:
    kept = KeptAbstracts(folder)
    assert kept.of(("doi:10.5555/a",)) == ""
    assert kept.keep({"doi:10.5555/a": "Knees — 12 of them.", "pmid:1": "Elbows."})
    for one in (kept, KeptAbstracts(folder)):
        assert one.of(("pmid:2", "doi:10.5555/a")) == "Knees — 12 of them."
        assert one.of(("pmid:1",)) == "Elbows."
        assert one.of(()) == ""


def test_only_what_is_new_is_news(folder: Path) -> None:
    kept = KeptAbstracts(folder)
    kept.keep({"doi:10.5555/a": "Knees."})
    assert not kept.keep({"doi:10.5555/a": "Knees."})
    assert kept.keep({"doi:10.5555/a": "Knees and elbows."})
    assert kept.of(("doi:10.5555/a",)) == "Knees and elbows."


def test_what_another_window_keeps_is_seen_after_a_refresh_and_nothing_is_lost(folder: Path) -> None:
    kept, other = KeptAbstracts(folder), KeptAbstracts(folder)
    kept.keep({f"doi:10.5555/{number}": "Knees." for number in range(64)})
    assert other.of(("doi:10.5555/7",)) == "Knees."
    assert not other.refresh()
    kept.keep({"doi:10.5555/7": "Elbows."})
    for file in folder.iterdir():
        os.utime(file, (2_000_000_000, 2_000_000_000))
    assert other.refresh()
    assert other.of(("doi:10.5555/7",)) == "Elbows."
    other.keep({"doi:10.5555/8": "Wrists."})
    assert all(KeptAbstracts(folder).of((f"doi:10.5555/{number}",)) for number in range(64))


def test_the_oldest_are_forgotten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_abstracts, "_MOST", 2)
    monkeypatch.setattr(kept_abstracts, "_FILES", 1)
    kept = KeptAbstracts(folder)
    for mark in ("pmid:1", "pmid:2", "pmid:1", "pmid:3"):
        kept.keep({mark: f"Of {mark}."})
        kept.keep({mark: f"Of {mark} again."})
    assert [kept.of((f"pmid:{number}",)) for number in (1, 2, 3)] == ["Of pmid:1 again.", "", "Of pmid:3 again."]


@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b"\xff", b'{"pmid:1": 5}', b"[" * 100_000])
def test_a_damaged_file_is_as_if_it_had_never_been(damage: bytes, folder: Path) -> None:
    KeptAbstracts(folder).keep({"pmid:1": "Knees."})
    (file,) = folder.iterdir()
    file.write_bytes(damage)
    kept = KeptAbstracts(folder)
    assert kept.of(("pmid:1",)) == ""
    assert kept.keep({"pmid:1": "Knees."})
    assert KeptAbstracts(folder).of(("pmid:1",)) == "Knees."


def test_without_room_nothing_is_kept_and_nobody_is_troubled(tmp_path: Path) -> None:
    (tmp_path / "abstracts").write_text("a file where the folder should be", encoding="utf-8")
    kept = KeptAbstracts(tmp_path / "abstracts")
    kept.keep({"pmid:1": "Knees."})
    assert kept.of(("pmid:1",)) == ""


def test_abstracts_lie_in_app_data_and_nowhere_else() -> None:
    KeptAbstracts().keep({"pmid:1": "Knees."})
    assert [path.name for path in app_data().iterdir()] == ["abstracts"]

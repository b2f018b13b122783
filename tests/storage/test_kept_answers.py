"""Answers kept on this PC."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from editor.paths import app_data
from editor.storage.kept_answers import KeptAnswer, KeptAnswers

ANSWER = KeptAnswer(b"first line\nsecond line\r\n\x00", datetime(2026, 11, 3, 12, tzinfo=UTC), "Crossref")


@pytest.fixture
def kept(tmp_path: Path) -> KeptAnswers:
    return KeptAnswers(tmp_path / "answers")


def only_file(kept: KeptAnswers) -> Path:
    (file,) = kept.folder.iterdir()
    return file


def test_answer_is_kept_byte_for_byte_with_its_time(kept: KeptAnswers) -> None:
    kept.keep("DOI:10.5555/a", ANSWER)
    assert KeptAnswers(kept.folder).kept("DOI:10.5555/a") == ANSWER
    assert kept.kept("DOI:10.5555/b") is None


def test_newer_answer_takes_the_place(kept: KeptAnswers) -> None:
    local = timezone(timedelta(hours=10))
    newer = KeptAnswer(b"new", datetime(2026, 11, 5, 7, tzinfo=local), "PubMed")
    kept.keep("a", ANSWER)
    kept.keep("a", newer)
    assert kept.kept("a") == newer
    only_file(kept)


def test_answers_lie_in_app_data_and_nowhere_else() -> None:
    KeptAnswers().keep("a", ANSWER)
    assert [path.name for path in app_data().iterdir()] == ["answers"]


@pytest.mark.parametrize(
    "damage",
    [b"", b"\n", b"{}\nbody", b"[" * 100_000, b"\xff\n", b'{"of": "a", "asked_at": 5, "source": "x"}\n',
     b'{"of": "b", "asked_at": "2026-11-03T12:00:00+00:00", "source": "x"}\n',
     b'{"of": "a", "asked_at": "2026-11-03T12:00:00", "source": "x"}\n',
     b'{"of": "a", "asked_at": "0001-01-01T00:00:00+14:00", "source": "x"}\n',
     b'{"of": "a", "asked_at": "9999-12-31T23:00:00-12:00", "source": "x"}\n',
     b'{"of": "a", "asked_at": "2026-11-03T12:00:00+00:00", "source": null}\n'],
)  # fmt: skip
def test_damaged_file_is_as_if_nothing_was_kept(kept: KeptAnswers, damage: bytes) -> None:
    kept.keep("a", ANSWER)
    only_file(kept).write_bytes(damage)
    assert kept.kept("a") is None
    kept.keep("a", ANSWER)
    assert kept.kept("a") == ANSWER


def test_oldest_answers_are_forgotten(tmp_path: Path) -> None:
    kept = KeptAnswers(tmp_path / "answers", most=3)
    for number in range(5):
        kept.keep(str(number), ANSWER)
        for file in kept.folder.iterdir():
            status = file.stat()
            os.utime(file, (status.st_atime, status.st_mtime - 10))
    assert [number for number in range(5) if kept.kept(str(number))] == [2, 3, 4]


def test_folder_that_takes_nothing_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = KeptAnswers(tmp_path / "file" / "answers")
    kept.keep("a", ANSWER)
    assert kept.kept("a") is None

"""Records come from colleagues too, and are kept for all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from editor.content.study import Study
from editor.references.publisher_records import PublisherRecord
from editor.references.reference import Notice, NoticeKind, Reference
from editor.session import Session
from editor.storage.record_files import PUBLISHER_RECORDS
from editor.ui.notices.kept_records import KeptRecords

RETRACTED = Notice(NoticeKind.RETRACTION, "2021-05-03")
PAPER = Reference(title="Needles", doi="10.5555/needles", notices=(RETRACTED,))
STUDY = Study(doi=PAPER.doi)


def test_what_a_colleague_has_looked_up_is_known_here_too(sample_folder: Path, qtbot: QtBot) -> None:
    session = Session.open(sample_folder)
    mine, theirs = KeptRecords(session), KeptRecords(session)
    mine.read()
    theirs.keep([PublisherRecord(PAPER, date(2026, 11, 23), "Crossref")])
    assert theirs.notices(STUDY) == (RETRACTED,), "at once, before it is on the disk"
    qtbot.waitUntil(lambda: any((sample_folder / PUBLISHER_RECORDS).glob("*.json")))
    with qtbot.waitSignal(mine.changed):
        mine.read()
    assert mine.notices(STUDY) == (RETRACTED,)
    mine.close()
    theirs.close()


def test_a_folder_that_cannot_be_written_is_told_of(sample_folder: Path, qtbot: QtBot) -> None:
    (sample_folder / ".clinic-editor").mkdir(exist_ok=True)
    (sample_folder / PUBLISHER_RECORDS).write_text("a file in the way")
    records = KeptRecords(Session.open(sample_folder))
    with qtbot.waitSignal(records.said) as said:
        records.keep([PublisherRecord(PAPER, date(2026, 11, 23), "Crossref")])
    assert said.args is not None
    assert "could not be kept" in said.args[0]
    assert records.notices(STUDY) == (RETRACTED,)
    records.close()

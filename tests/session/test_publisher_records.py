"""Publishers' records in the content folder, which several PCs write."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editor.references.publisher_records import PublisherRecord
from editor.references.reference import Notice, NoticeKind, Reference
from editor.session.publisher_records import keep_records, read_records
from editor.storage.record_files import PUBLISHER_RECORDS, RecordFiles

RETRACTED = Notice(NoticeKind.RETRACTION, "2021-05-03")
NEW = PublisherRecord(
    Reference(title="Needles", doi="10.5555/needles", notices=(RETRACTED,)), date(2021, 11, 23), "Crossref"
)
OLD = replace(NEW, asked_on=date(2021, 11, 17), reference=replace(NEW.reference, notices=()))


@pytest.mark.parametrize(
    "records", [(OLD, NEW), (NEW, OLD), (NEW, PublisherRecord.of_file(OLD.reference, date.today()))]
)
def test_what_was_asked_later_stays_whoever_writes_last(
    tmp_path: Path, records: tuple[PublisherRecord, PublisherRecord]
) -> None:
    for record in records:
        assert keep_records(RecordFiles(tmp_path, PUBLISHER_RECORDS), [record])
    (kept,) = (
        record for record in read_records(RecordFiles(tmp_path, PUBLISHER_RECORDS)) if record.source == "Crossref"
    )
    assert kept == NEW


@pytest.mark.parametrize("damaged", [b"", b"{", b" " * (1 << 19)])
def test_a_file_that_is_no_record_is_replaced(tmp_path: Path, damaged: bytes) -> None:
    RecordFiles(tmp_path, PUBLISHER_RECORDS).write(NEW.file_name, damaged)
    assert keep_records(RecordFiles(tmp_path, PUBLISHER_RECORDS), [NEW])
    assert read_records(RecordFiles(tmp_path, PUBLISHER_RECORDS)) == [NEW]


def test_one_without_an_identifier_is_kept_nowhere(tmp_path: Path) -> None:
    assert keep_records(RecordFiles(tmp_path, PUBLISHER_RECORDS), [replace(NEW, reference=Reference(title="Needles"))])
    assert not (tmp_path / PUBLISHER_RECORDS).exists()

"""The publishers' records of a content folder: read, and kept there for all who use it. Everything here blocks."""

from __future__ import annotations

from collections.abc import Iterable

from editor.references.publisher_records import PublisherRecord, record_bytes, record_in
from editor.storage.record_files import RecordFiles


def read_records(files: RecordFiles) -> list[PublisherRecord]:
    """The records that are new in the folder, or others than when they were read last."""
    return [record for data in files.read_new().values() if (record := record_in(data)) is not None]


def keep_records(files: RecordFiles, records: Iterable[PublisherRecord]) -> bool:
    """Put the records into the folder; whether all are there. One without an identifier is kept nowhere.

    Where a colleague has asked later, that stays: what this PC has kept of an answer may be a week old.
    """
    is_kept = True
    for record in records:
        if record.file_name:
            try:
                there = record_in(files.read(record.file_name))
                if there is None or record.replaces(there):
                    files.write(record.file_name, record_bytes(record))
            except OSError:
                is_kept = False
    return is_kept

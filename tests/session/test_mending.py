"""A broken file from the proposal to the disk: the version before is kept, and nothing of others is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.session import SITE_PLACE, OpenFile, Session, read_file
from editor.session.mending import Mended, MendFailed, mending_of, run_mend
from editor.storage import ChangedOnDisk, ContentFolder

PLACE = "conditions/knee.yaml"
BROKEN, MENDED = b"name: Knee\ntitle: Knee: a review\n", b"name: Knee\ntitle: 'Knee: a review'\n"


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    (tmp_path / "conditions").mkdir()
    (tmp_path / PLACE).write_bytes(BROKEN)
    (tmp_path / SITE_PLACE).write_bytes(b"name: A: b\n")
    return ContentFolder(tmp_path)


def proposal(file: OpenFile) -> bytes:
    mending = mending_of(file)
    assert mending is not None
    return mending.data


def test_the_mended_file_is_on_the_disk_and_the_one_before_in_the_history(folder: ContentFolder) -> None:
    file = read_file(folder, PLACE)
    result = run_mend(folder, file, proposal(file), "the page “knee”")
    assert isinstance(result, Mended)
    assert (result.file.data, result.file.editable, result.warning) == (MENDED, True, None)
    assert (folder.root / PLACE).read_bytes() == MENDED
    (version,) = folder.history.versions(folder.root, PLACE)
    assert folder.history.read(version) == BROKEN


def test_a_session_edits_it_at_once(folder: ContentFolder) -> None:
    session = Session.open(folder.root)
    file = session.files[PLACE]
    assert session.page(PLACE) is None
    result = run_mend(folder, file, proposal(file), "the page “knee”")
    assert result.file is not None
    session.receive(result.file)
    page = session.page(PLACE)
    assert page is not None
    assert page.title == "Knee: a review"
    assert session.is_editable(PLACE)
    assert not session.unsaved_places


def test_what_somebody_has_saved_meanwhile_stays_and_is_handed_back(folder: ContentFolder) -> None:
    file = read_file(folder, PLACE)
    (folder.root / PLACE).write_bytes(BROKEN + b"# mine\n")
    result = run_mend(folder, file, proposal(file), "the page “knee”")
    assert isinstance(result, MendFailed)
    assert isinstance(result.error, ChangedOnDisk)
    assert result.file is not None
    assert result.file.data == (folder.root / PLACE).read_bytes() == BROKEN + b"# mine\n"


def test_a_disk_that_does_not_take_it_is_told(folder: ContentFolder) -> None:
    file = read_file(folder, PLACE)
    (folder.root / PLACE).unlink()
    (folder.root / PLACE).mkdir()
    result = run_mend(folder, file, proposal(file), "the page “knee”")
    assert isinstance(result, MendFailed)
    assert result.file is None
    assert "the page “knee”" in result.error.reason


def test_a_history_that_cannot_be_kept_is_a_warning(folder: ContentFolder) -> None:
    folder.history.folder.parent.mkdir(parents=True, exist_ok=True)
    folder.history.folder.write_bytes(b"a file where a folder should be")
    file = read_file(folder, PLACE)
    result = run_mend(folder, file, proposal(file), "the page “knee”")
    assert isinstance(result, Mended)
    assert "could not be kept" in (result.warning or "")


def test_the_sites_file_is_read_as_such(folder: ContentFolder) -> None:
    assert proposal(read_file(folder, SITE_PLACE)) == b"name: 'A: b'\n"


def test_what_is_well_or_was_never_read_has_no_mending(folder: ContentFolder) -> None:
    (folder.root / PLACE).write_bytes(MENDED)
    assert mending_of(read_file(folder, PLACE)) is None
    assert mending_of(read_file(folder, "conditions/gone.yaml")) is None

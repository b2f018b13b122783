"""Files of the content folder as other programs have left them."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.content.site import Site
from editor.session import OpenFile, Session, look_outside
from editor.storage import Unreachable
from editor.storage.folder_watch import FolderWatch

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"


class Look:
    """Looks at a folder that a session has read, with a clock that is set by hand."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.session = Session.open(root)
        self.watch = FolderWatch(self.session.folder, lambda: self.time)
        self.time = 0.0

    def files(self) -> dict[str, OpenFile]:
        """What is found by two looks with enough time between them."""
        found: dict[str, OpenFile] = {}
        for _ in range(2):
            outside = look_outside(self.watch, self.session.files, ())
            found |= {file.place: file for file in outside.files}
            self.time += 10
        return found


@pytest.fixture
def look(sample_folder: Path) -> Look:
    return Look(sample_folder)


def test_in_a_folder_that_nobody_changes_there_is_nothing(look: Look) -> None:
    assert look.files() == {}


def test_a_changed_file_and_a_new_one_are_read_anew(look: Look) -> None:
    (look.root / HEAD).write_text("name: Head\n", encoding="utf-8")
    (look.root / "conditions/knee.yaml").write_text("name: Knee\n", encoding="utf-8")
    found = look.files()
    names = {place: file.as_read.name for place, file in found.items() if file.as_read is not None}
    assert names == {HEAD: "Head", "conditions/knee.yaml": "Knee"}
    assert all(file.editable and file.changed > 0 for file in found.values())


def test_a_file_that_was_broken_is_explained(look: Look) -> None:
    (look.root / HEAD).write_text("name: [\n", encoding="utf-8")
    (file,) = look.files().values()
    assert file.data == b"name: [\n"
    assert file.problems
    assert not file.editable


def test_a_page_that_is_gone_has_no_data(look: Look) -> None:
    (look.root / BACK).unlink()
    assert look.files() == {BACK: OpenFile(BACK, None, None, None)}


def test_where_the_sites_file_is_gone_its_texts_are_empty(look: Look) -> None:
    (look.root / "site.yaml").unlink()
    (file,) = look.files().values()
    assert (file.place, file.data, file.as_read) == ("site.yaml", None, Site())
    assert file.editable


def test_a_folder_that_is_away_has_no_files_to_tell_of(look: Look) -> None:
    look.root.rename(look.root.with_name("away"))
    with pytest.raises(Unreachable):
        look.files()

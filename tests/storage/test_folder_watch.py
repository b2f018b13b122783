"""What other programs change is found by its content, once it stays, and nothing else is."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from editor.storage import ContentFolder, Unreachable
from editor.storage.folder_watch import COMES_BACK_IN, READ_IN_TURN, SETTLES_IN, FolderWatch, Look

BACK = "conditions/back.yaml"
HEAD = "conditions/head.yaml"
OLD, NEW = b"name: Back\n", b"name: Neck\n"


@dataclass(frozen=True)
class Known:
    """What the program has read of a file."""

    data: bytes | None
    changed: float


@dataclass
class Desk:
    """A content folder, what is known of it, and a clock that is set by hand."""

    root: Path
    known: dict[str, Known] = field(default_factory=dict)
    time: float = 1000.0

    def __post_init__(self) -> None:
        self.folder = ContentFolder(self.root)
        self.watch = FolderWatch(self.folder, lambda: self.time)

    def put(self, name: str, data: bytes) -> None:
        (self.root / name).write_bytes(data)

    def read(self, *names: str) -> None:
        """Know these files as they are."""
        for name in names:
            self.known[name] = Known(*self.folder.read_dated(name))

    def look(self, *closely: str, after: float = 0.0) -> dict[str, bytes | None]:
        self.time += after
        return contents(self.watch.look(self.known, closely))

    def look_until_sure(self, *closely: str) -> dict[str, bytes | None]:
        """Two looks, far enough from each other."""
        return {**self.look(*closely), **self.look(*closely, after=COMES_BACK_IN)}


def contents(look: Look) -> dict[str, bytes | None]:
    return {name: None if found is None else found.data for name, found in look.changed.items()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "conditions").mkdir()
    desk = Desk(tmp_path)
    desk.put("site.yaml", b"name: A clinic\n")
    desk.put(BACK, OLD)
    desk.put(HEAD, b"name: Head\n")
    desk.read("site.yaml", BACK, HEAD)
    return desk


def write_in_place(path: Path, data: bytes) -> None:
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()


def write_and_replace(path: Path, data: bytes) -> None:
    new = path.with_name("new")
    new.write_bytes(data)
    new.replace(path)


@pytest.mark.parametrize("write", [write_in_place, write_and_replace])
def test_a_change_is_told_once_when_it_stays(desk: Desk, write: Callable[[Path, bytes], None]) -> None:
    assert desk.look_until_sure() == {}
    write(desk.root / BACK, NEW)
    first = desk.watch.look(desk.known)
    assert first.changed == {}
    assert first.again_in == SETTLES_IN
    assert desk.look(after=SETTLES_IN) == {BACK: NEW}
    assert desk.look_until_sure(BACK) == {}


def test_the_time_of_a_changed_file_is_told_too(desk: Desk) -> None:
    desk.put(BACK, NEW)
    os.utime(desk.root / BACK, (5000, 5000))
    desk.watch.look(desk.known)
    desk.time += SETTLES_IN
    content = desk.watch.look(desk.known).changed[BACK]
    assert content is not None
    assert content.changed == 5000


def test_what_is_taken_in_is_known_from_then_on_and_a_change_back_is_a_change(desk: Desk) -> None:
    desk.put(BACK, NEW)
    assert desk.look_until_sure() == {BACK: NEW}
    desk.read(BACK)
    assert desk.look_until_sure() == {}
    desk.put(BACK, OLD)
    assert desk.look_until_sure() == {BACK: OLD}


def test_a_change_back_is_told_where_the_change_was_not_taken_in(desk: Desk) -> None:
    desk.put(BACK, NEW)
    assert desk.look_until_sure() == {BACK: NEW}
    desk.put(BACK, OLD)
    assert desk.look_until_sure() == {BACK: OLD}
    assert desk.look_until_sure() == {}


@pytest.mark.parametrize("closely", [(), (BACK,)])
def test_a_change_that_no_listing_tells_is_found(desk: Desk, closely: tuple[str, ...]) -> None:
    path = desk.root / BACK
    desk.look_until_sure()
    desk.look_until_sure()
    before = path.stat()
    write_in_place(path, NEW)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert desk.look_until_sure(*closely) == {BACK: NEW}


def test_in_turn_every_file_is_read_that_nobody_watches_closely(desk: Desk) -> None:
    names = [f"conditions/page-{number:03}.yaml" for number in range(3 * READ_IN_TURN)]
    for name in names:
        desk.put(name, OLD)
    desk.read(*names)
    desk.look_until_sure()
    for name in names:
        status = (desk.root / name).stat()
        write_in_place(desk.root / name, NEW)
        os.utime(desk.root / name, ns=(status.st_atime_ns, status.st_mtime_ns))
    found: dict[str, bytes | None] = {}
    for _ in range(5):
        found |= desk.look_until_sure()
    assert sorted(found) == names


def test_what_looks_unchanged_is_not_opened_again_and_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"conditions/page-{number:03}.yaml" for number in range(5 * READ_IN_TURN)]
    for name in names:
        desk.put(name, OLD)
    desk.read(*names)
    read: list[str] = []
    real = ContentFolder.read_dated

    def counted(folder: ContentFolder, name: str) -> tuple[bytes, float]:
        read.append(name)
        return real(folder, name)

    monkeypatch.setattr(ContentFolder, "read_dated", counted)
    for _ in range(5):
        desk.look_until_sure(BACK)
    assert len(read) <= 10 * (READ_IN_TURN + 1)
    assert read.count(BACK) >= 10


def test_touching_a_file_says_nothing(desk: Desk) -> None:
    desk.look_until_sure()
    os.utime(desk.root / BACK, (7000, 7000))
    assert desk.look_until_sure() == {}
    write_and_replace(desk.root / BACK, OLD)
    assert desk.look_until_sure() == {}


def test_what_is_saved_here_says_nothing(desk: Desk) -> None:
    for number in range(20):
        data = b"name: Back %d\n" % number
        desk.folder.save(BACK, data, desk.known[BACK].data)
        desk.known[BACK] = Known(data, 0)
        assert desk.look(BACK, after=0.1) == {}
    assert desk.look_until_sure() == {}


def test_a_new_page_is_told(desk: Desk) -> None:
    desk.put("conditions/knee.yml", NEW)
    assert desk.look_until_sure() == {"conditions/knee.yml": NEW}


def test_a_page_that_is_gone_is_told_after_a_while(desk: Desk) -> None:
    (desk.root / BACK).unlink()
    assert desk.look() == {}
    assert desk.look(after=SETTLES_IN) == {}
    assert desk.look(after=COMES_BACK_IN) == {BACK: None}
    assert desk.look_until_sure() == {}


def test_a_page_that_is_away_for_a_moment_says_nothing(desk: Desk) -> None:
    (desk.root / BACK).rename(desk.root / "aside")
    assert desk.look() == {}
    (desk.root / "aside").rename(desk.root / BACK)
    assert desk.look(after=COMES_BACK_IN) == {}
    assert desk.look_until_sure() == {}


def test_a_page_that_is_away_for_a_moment_again_and_again_says_nothing(desk: Desk) -> None:
    for _ in range(3):
        (desk.root / BACK).rename(desk.root / "aside")
        assert desk.look(after=COMES_BACK_IN) == {}
        (desk.root / "aside").rename(desk.root / BACK)
        assert desk.look(after=COMES_BACK_IN) == {}


@pytest.mark.parametrize("half", [b"", b"name: [Ne", b'name: "Ne'])
def test_a_page_caught_half_written_is_told_when_it_is_whole(desk: Desk, half: bytes) -> None:
    desk.put(BACK, half)
    assert desk.look() == {}
    assert desk.look(after=SETTLES_IN) == {}
    desk.put(BACK, NEW)
    assert desk.look(after=SETTLES_IN) == {}
    assert desk.look(after=SETTLES_IN) == {BACK: NEW}


def test_a_page_that_stays_broken_is_told(desk: Desk) -> None:
    desk.put(BACK, b"name: [Ne")
    assert desk.look_until_sure() == {BACK: b"name: [Ne"}


def test_a_page_that_goes_on_changing_is_told_when_it_rests(desk: Desk) -> None:
    for length in range(3, len(NEW)):
        desk.put(BACK, b"# " + NEW[:length])
        assert desk.look(after=SETTLES_IN) == {}
    desk.put(BACK, NEW)
    assert desk.look_until_sure() == {BACK: NEW}


@pytest.mark.parametrize(
    "name",
    [
        "conditions/.~clinic-1234.tmp",
        "conditions/.back.yaml.swp",
        "conditions/back.yaml~",
        "conditions/back.yaml.bak",
        "conditions/notes.txt",
        "conditions/back (Anna's conflicted copy 2026-11-23).yaml",
        "conditions/back.sync-conflict-20261123-101010-ABCDEFG.yaml",
        "conditions/folder.yaml/inside.yaml",
        "other.yaml",
    ],
)
def test_other_names_say_nothing(desk: Desk, name: str) -> None:
    (desk.root / name).parent.mkdir(exist_ok=True)
    desk.put(name, NEW)
    assert desk.look_until_sure() == {}


def test_a_file_that_cannot_be_read_says_nothing(desk: Desk) -> None:
    (desk.root / BACK).unlink()
    (desk.root / BACK).symlink_to("/dev/null")
    assert desk.look_until_sure(BACK).get(BACK) is None


def test_the_sites_file_may_get_the_other_ending(desk: Desk) -> None:
    desk.put("site.yml", NEW)
    assert desk.look_until_sure() == {}  # the first one counts
    (desk.root / "site.yaml").unlink()
    assert desk.look_until_sure() == {"site.yml": NEW}


def test_the_sites_file_may_go(desk: Desk) -> None:
    (desk.root / "site.yaml").unlink()
    assert desk.look_until_sure() == {"site.yaml": None}


def test_while_the_pages_folder_is_not_there_nothing_is_told_of_pages(desk: Desk) -> None:
    (desk.root / "conditions").rename(desk.root / "away")
    assert desk.look_until_sure() == {}


def test_an_empty_folder_is_the_place_of_a_drive_that_is_away(desk: Desk) -> None:
    (desk.root / "conditions").rename(desk.root / "away")
    (desk.root / "site.yaml").unlink()
    with pytest.raises(Unreachable):
        desk.look()


def test_a_folder_that_is_away_is_told_as_such_and_what_changed_meanwhile_when_it_is_back(desk: Desk) -> None:
    away = desk.root.with_name("away")
    desk.root.rename(away)
    with pytest.raises(Unreachable):
        desk.look()
    (away / BACK).write_bytes(NEW)
    away.rename(desk.root)
    assert desk.look_until_sure() == {BACK: NEW}


def test_all_files_are_read_when_that_is_asked_for(desk: Desk) -> None:
    names = [f"conditions/page-{number:03}.yaml" for number in range(3 * READ_IN_TURN)]
    for name in names:
        desk.put(name, OLD)
    desk.read(*names)
    desk.look_until_sure()
    for name in names:
        status = (desk.root / name).stat()
        write_in_place(desk.root / name, NEW)
        os.utime(desk.root / name, ns=(status.st_atime_ns, status.st_mtime_ns))
    desk.watch.look(desk.known, all_of_them=True)
    assert sorted(desk.look(after=SETTLES_IN)) == names

"""Reading the content folder, and what a save refuses or keeps; `test_page_save.py` has its hard moments."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from editor.storage import (
    ChangedOnDisk,
    ContentFolder,
    NotSaved,
    SaveReport,
    Unreachable,
    VersionHistory,
    explain_folder,
)

PAGE = "conditions/back-pain.yaml"
OLD = b"name: Back pain\n"
NEW = b"name: Back and hip pain\n"

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a special right on Windows")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    (root / "conditions").mkdir(parents=True)
    (root / PAGE).write_bytes(OLD)
    return root


@pytest.fixture
def folder(root: Path) -> ContentFolder:
    return ContentFolder(root)


def names_in(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


class TestListing:
    def test_pages_are_sorted_files_of_both_endings(self, root: Path, folder: ContentFolder) -> None:
        for name in ("zoster.yml", "腿痛 页.yaml", "arm.yaml", ".hidden.yaml", "notes.txt", "arm.yaml.bak"):
            (root / "conditions" / name).write_bytes(b"")
        (root / "conditions" / "folder.yaml").mkdir()
        (root / "conditions" / "folder.yaml" / "deep.yaml").write_bytes(b"")
        (root / "site.yaml").write_bytes(b"")
        expected = ["arm.yaml", "back-pain.yaml", "zoster.yml", "腿痛 页.yaml"]
        assert folder.page_files() == tuple(f"conditions/{name}" for name in expected)

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files in folders")
    def test_a_pipe_is_no_page(self, root: Path, folder: ContentFolder) -> None:
        os.mkfifo(root / "conditions" / "pipe.yaml")
        assert folder.page_files() == (PAGE,)

    def test_a_folder_without_conditions_has_no_pages(self, tmp_path: Path) -> None:
        assert ContentFolder(tmp_path).page_files() == ()

    def test_a_folder_that_is_gone_is_told_apart_from_an_empty_one(self, root: Path, folder: ContentFolder) -> None:
        shutil.rmtree(root)
        with pytest.raises(Unreachable, match="can't be found"):
            folder.page_files()

    @pytest.mark.parametrize("name", ["site.yaml", "site.yml"])
    def test_the_sites_file_has_either_ending(self, root: Path, folder: ContentFolder, name: str) -> None:
        assert folder.site_files() == ()
        (root / name).write_bytes(b"")
        assert folder.site_files() == (name,)

    def test_of_several_site_files_the_usual_one_comes_first(self, root: Path, folder: ContentFolder) -> None:
        for name in ("site.yml", "site.yaml", "site.yaml.bak"):
            (root / name).write_bytes(b"")
        assert folder.site_files() == ("site.yaml", "site.yml")

    def test_endings_may_be_in_capitals(self, tmp_path: Path) -> None:
        (tmp_path / "conditions").mkdir()
        for name in ("site.YML", "conditions/B.YAML", "conditions/c.Yml"):
            (tmp_path / name).write_bytes(b"")
        folder = ContentFolder(tmp_path)
        assert folder.site_files() == ("site.YML",)
        assert folder.page_files() == ("conditions/B.YAML", "conditions/c.Yml")
        (tmp_path / "conditions").rename(tmp_path / "other")
        assert explain_folder(tmp_path) is None

    def test_a_folder_that_is_gone_has_not_just_no_site(self, root: Path, folder: ContentFolder) -> None:
        shutil.rmtree(root)
        with pytest.raises(Unreachable, match="can't be found"):
            folder.site_files()


class TestReading:
    def test_bytes_come_as_they_are(self, root: Path, folder: ContentFolder) -> None:
        data = b"\xef\xbb\xbfname: x\r\n\x00\xff"
        (root / PAGE).write_bytes(data)
        assert folder.read(PAGE) == data

    def test_a_missing_file_is_explained(self, folder: ContentFolder) -> None:
        with pytest.raises(Unreachable, match=r"conditions/hip\.yaml can't be found") as caught:
            folder.read("conditions/hip.yaml")
        assert caught.value.advice

    def test_a_file_too_large_for_a_page_is_not_swallowed(self, root: Path, folder: ContentFolder) -> None:
        with (root / PAGE).open("wb") as file:
            file.truncate(10 << 30)
        with pytest.raises(Unreachable, match="larger than a page"):
            folder.read(PAGE)

    @pytest.mark.parametrize("name", ["../secret.yaml", "conditions/../../secret.yaml", "", ".", "/etc/passwd", "a\0b"])
    def test_nothing_outside_the_folder_is_read(self, root: Path, folder: ContentFolder, name: str) -> None:
        (root.parent / "secret.yaml").write_bytes(OLD)
        with pytest.raises(Unreachable):
            folder.read(name)

    @needs_links
    def test_a_link_out_of_the_folder_is_not_followed(self, root: Path, folder: ContentFolder) -> None:
        (root.parent / "secret.yaml").write_bytes(OLD)
        (root / "conditions" / "link.yaml").symlink_to(root.parent / "secret.yaml")
        with pytest.raises(Unreachable, match="outside"):
            folder.read("conditions/link.yaml")

    @needs_links
    def test_links_in_a_circle_are_explained(self, root: Path, folder: ContentFolder) -> None:
        (root / "conditions" / "a.yaml").symlink_to("b.yaml")
        (root / "conditions" / "b.yaml").symlink_to("a.yaml")
        with pytest.raises(Unreachable):
            folder.read("conditions/a.yaml")
        assert folder.page_files() == ("conditions/a.yaml", "conditions/b.yaml", PAGE)


class TestSaving:
    def test_the_file_holds_the_new_bytes_and_nothing_lies_beside_it(self, root: Path, folder: ContentFolder) -> None:
        before = names_in(root)
        assert folder.save(PAGE, NEW, OLD) == SaveReport()
        assert (root / PAGE).read_bytes() == NEW
        assert names_in(root) == before

    def test_the_old_version_is_in_the_history(self, root: Path, folder: ContentFolder) -> None:
        folder.save(PAGE, NEW, OLD)
        folder.save(PAGE, OLD, NEW)
        history = VersionHistory()
        assert [history.read(version) for version in history.versions(root, PAGE)] == [NEW, OLD]

    def test_a_new_page_brings_its_folder_along(self, tmp_path: Path) -> None:
        (tmp_path / "site.yaml").write_bytes(b"")
        ContentFolder(tmp_path).save(PAGE, NEW, None)
        assert (tmp_path / PAGE).read_bytes() == NEW

    def test_nothing_is_saved_into_the_empty_place_of_a_drive(self, tmp_path: Path) -> None:
        with pytest.raises(NotSaved, match="is connected"):
            ContentFolder(tmp_path).save(PAGE, NEW, None)
        assert list(tmp_path.iterdir()) == []

    def test_a_new_page_never_replaces_one_that_came_in_between(self, root: Path, folder: ContentFolder) -> None:
        with pytest.raises(ChangedOnDisk, match="already") as caught:
            folder.save(PAGE, NEW, None)
        assert caught.value.current == OLD
        assert (root / PAGE).read_bytes() == OLD

    @pytest.mark.parametrize("slug", ["nul", "Back-Pain", "a:b", "dot.", "a/b", ""])
    def test_a_new_page_needs_a_name_that_all_systems_can_store(
        self, root: Path, folder: ContentFolder, slug: str
    ) -> None:
        with pytest.raises(NotSaved):
            folder.save(f"conditions/{slug}.yaml", NEW, None)
        assert names_in(root) == ["conditions", PAGE]

    def test_a_page_with_a_name_that_would_be_refused_today_is_saved(self, root: Path, folder: ContentFolder) -> None:
        name = f"conditions/{'n' * 245}.yaml" if sys.platform != "win32" else "conditions/ .yaml"
        (root / name).write_bytes(OLD)
        folder.save(name, NEW, OLD)
        assert (root / name).read_bytes() == NEW

    def test_a_colleagues_save_is_never_overwritten(self, root: Path, folder: ContentFolder) -> None:
        (root / PAGE).write_bytes(b"name: Theirs\n")
        with pytest.raises(ChangedOnDisk, match="Somebody else has changed") as caught:
            folder.save(PAGE, NEW, OLD)
        assert caught.value.current == b"name: Theirs\n"
        assert (root / PAGE).read_bytes() == b"name: Theirs\n"

    def test_messages_call_the_page_as_staff_do(self, root: Path, folder: ContentFolder) -> None:
        called = "the page “Back pain”"
        with pytest.raises(NotSaved, match="new text of the page “Back pain” could not be read back"):
            folder.save(PAGE, b"name: [", OLD, called)
        (root / PAGE).write_bytes(b"name: Theirs\n")
        with pytest.raises(ChangedOnDisk, match="changed the page “Back pain” since"):
            folder.save(PAGE, NEW, OLD, called)
        (root / PAGE).unlink()
        with pytest.raises(ChangedOnDisk, match="renamed the page “Back pain”"):
            folder.save(PAGE, NEW, OLD, called)
        shutil.rmtree(root)
        with pytest.raises(NotSaved, match="folder of the page “Back pain” can't be reached"):
            folder.save(PAGE, NEW, OLD, called)

    def test_a_change_back_to_the_same_size_and_time_is_seen(self, root: Path, folder: ContentFolder) -> None:
        times = (root / PAGE).stat()
        (root / PAGE).write_bytes(OLD.replace(b"Back", b"Hips"))
        os.utime(root / PAGE, ns=(times.st_atime_ns, times.st_mtime_ns))
        with pytest.raises(ChangedOnDisk):
            folder.save(PAGE, NEW, OLD)

    def test_a_page_that_a_colleague_deleted_does_not_come_back(self, root: Path, folder: ContentFolder) -> None:
        (root / PAGE).unlink()
        with pytest.raises(ChangedOnDisk, match="deleted or renamed") as caught:
            folder.save(PAGE, NEW, OLD)
        assert caught.value.current is None
        assert names_in(root) == ["conditions"]

    def test_saving_again_after_an_unconfirmed_save_goes_through(self, root: Path, folder: ContentFolder) -> None:
        (root / PAGE).write_bytes(NEW)
        assert folder.save(PAGE, NEW, OLD) == SaveReport()

    def test_bytes_that_cannot_be_read_again_do_not_reach_the_disk(self, root: Path, folder: ContentFolder) -> None:
        with pytest.raises(NotSaved, match="could not be read back"):
            folder.save(PAGE, b"name: [", OLD)
        assert (root / PAGE).read_bytes() == OLD

    def test_a_folder_that_is_gone_is_no_deleted_page(self, root: Path, folder: ContentFolder) -> None:
        shutil.rmtree(root / "conditions")
        with pytest.raises(NotSaved, match="can't be reached") as caught:
            folder.save(PAGE, NEW, OLD)
        assert not isinstance(caught.value, ChangedOnDisk)
        shutil.rmtree(root)
        with pytest.raises(NotSaved, match="network drive"):
            folder.save(PAGE, NEW, OLD)
        with pytest.raises(NotSaved):
            folder.save("conditions/new.yaml", NEW, None)

    @needs_links
    def test_a_link_within_the_folder_stays_a_link(self, root: Path, folder: ContentFolder) -> None:
        (root / PAGE).rename(root / "conditions" / "real.yaml")
        (root / PAGE).symlink_to("real.yaml")
        folder.save(PAGE, NEW, OLD)
        assert (root / PAGE).is_symlink()
        assert (root / "conditions" / "real.yaml").read_bytes() == NEW

    @needs_links
    @pytest.mark.parametrize("linked", ["page", "folder"])
    def test_a_link_out_of_the_folder_is_not_written_through(self, root: Path, linked: str) -> None:
        outside = root.parent / "outside"
        shutil.copytree(root / "conditions", outside)
        if linked == "page":
            (root / PAGE).unlink()
            (root / PAGE).symlink_to(outside / "back-pain.yaml")
        else:
            shutil.rmtree(root / "conditions")
            (root / "conditions").symlink_to(outside)
        with pytest.raises(NotSaved, match="outside"):
            ContentFolder(root).save(PAGE, NEW, OLD)
        assert (outside / "back-pain.yaml").read_bytes() == OLD

    @needs_links
    def test_a_content_folder_that_is_itself_a_link_is_fine(self, root: Path) -> None:
        (root.parent / "link").symlink_to(root)
        ContentFolder(root.parent / "link").save(PAGE, NEW, OLD)
        assert (root / PAGE).read_bytes() == NEW

    def test_a_second_name_of_the_same_file_keeps_the_old_bytes(self, root: Path, folder: ContentFolder) -> None:
        backup = root.parent / "backup.yaml"
        os.link(root / PAGE, backup)
        folder.save(PAGE, NEW, OLD)
        assert backup.read_bytes() == OLD

    @pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root may write everywhere")
    def test_a_protected_file_is_not_replaced(self, root: Path, folder: ContentFolder) -> None:
        (root / PAGE).chmod(0o444)
        with pytest.raises(NotSaved, match="You may not change"):
            folder.save(PAGE, NEW, OLD)
        assert (root / PAGE).read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
class TestModes:
    @pytest.fixture(autouse=True)
    def strict_umask(self) -> object:
        before = os.umask(0o077)
        yield
        os.umask(before)

    @pytest.mark.parametrize("mode", [0o664, 0o600, 0o644, 0o640])
    def test_a_saved_file_keeps_its_mode(self, root: Path, folder: ContentFolder, mode: int) -> None:
        (root / PAGE).chmod(mode)
        folder.save(PAGE, NEW, OLD)
        assert (root / PAGE).stat().st_mode & 0o777 == mode

    def test_a_new_page_has_the_usual_mode(self, root: Path, folder: ContentFolder) -> None:
        folder.save("conditions/hip.yaml", NEW, None)
        assert (root / "conditions" / "hip.yaml").stat().st_mode & 0o777 == 0o600

    @pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="only root may give files to a group")
    def test_a_saved_file_keeps_its_group(self, root: Path, folder: ContentFolder) -> None:
        os.chown(root / PAGE, -1, 12345)
        (root / PAGE).chmod(0o660)
        folder.save(PAGE, NEW, OLD)
        status = (root / PAGE).stat()
        assert (status.st_gid, status.st_mode & 0o777) == (12345, 0o660)


class TestCopies:
    def test_a_copy_is_written_anywhere(self, tmp_path: Path, folder: ContentFolder) -> None:
        folder.save_copy(b"name: [", tmp_path / "copy.yaml")
        assert (tmp_path / "copy.yaml").read_bytes() == b"name: ["

    def test_a_copy_replaces_nothing(self, root: Path, folder: ContentFolder) -> None:
        with pytest.raises(NotSaved, match="already"):
            folder.save_copy(NEW, root / PAGE)
        assert (root / PAGE).read_bytes() == OLD

    def test_a_copy_into_a_missing_folder_is_explained(self, tmp_path: Path, folder: ContentFolder) -> None:
        with pytest.raises(NotSaved, match="can't be reached"):
            folder.save_copy(NEW, tmp_path / "stick" / "copy.yaml")


class TestSweeping:
    def test_only_old_files_of_ours_go(self, root: Path, folder: ContentFolder) -> None:
        folder.save(PAGE, NEW, OLD)
        two_hours_ago = time.time() - 7200
        places = (root, root / "conditions", folder.history.folder)
        for place in places:
            for name in (".~clinic-0123456789ab.tmp", ".~clinic-save.lock", ".theirs.tmp", ".~lock.back-pain.yaml#"):
                (place / name).write_bytes(b"")
                os.utime(place / name, (two_hours_ago, two_hours_ago))
            (place / ".~clinic-ba9876543210.tmp").write_bytes(b"a save of this moment")
        assert folder.sweep() == 6
        for place in places:
            assert {path.name for path in place.glob(".*")} == {
                *(".~clinic-ba9876543210.tmp", ".theirs.tmp", ".~lock.back-pain.yaml#")
            }
        assert folder.read(PAGE) == NEW

    def test_a_folder_that_is_gone_is_swept_another_time(self, root: Path, folder: ContentFolder) -> None:
        shutil.rmtree(root)
        assert folder.sweep() == 0


class TestExplainingFolders:
    def test_a_folder_of_pages_needs_no_explanation(self, root: Path, tmp_path: Path) -> None:
        assert explain_folder(root) is None
        (tmp_path / "site.yml").write_bytes(b"")
        assert explain_folder(tmp_path) is None

    def test_other_folders_and_no_folders_are_explained(self, root: Path, tmp_path: Path) -> None:
        for path, words in (
            (tmp_path, "holds no website pages"),
            (tmp_path / "none", "can't be found"),
            (root / PAGE, "is a file"),
        ):
            explanation = explain_folder(path)
            assert explanation is not None
            assert words in explanation
            assert str(path) in explanation

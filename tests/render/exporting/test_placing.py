"""The end of an export, cut short at every moment: the next one finishes what it began."""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editor.__main__ import main
from editor.render.exporting.report import ExportCancelled, NotExported, Notice
from editor.render.exporting.site_export import export_site
from editor.render.exporting.staging import STAGING_NAME
from tests.render.exporting.website import DRAFTS, Website, contents

Moves = Callable[[BaseException | None, int], contextlib.AbstractContextManager[None]]
ARM, KNEE, HIP = "name: Arm\nintro: {}\n", "name: Knee\nintro: {}\n", "name: Hip\nintro: {}\n"


@pytest.fixture
def moves(monkeypatch: pytest.MonkeyPatch) -> Moves:
    """Has every change of the exported files from the n-th on fail, as a disk that is full or a PC without power."""
    replace, unlink = Path.replace, Path.unlink

    @contextlib.contextmanager
    def moves(error: BaseException | None, after: int) -> Iterator[None]:
        numbers = itertools.count()

        def count(file: Path) -> None:
            if file.parent.name != STAGING_NAME and error is not None and next(numbers) >= after:
                raise error

        def counted_replace(staged: Path, target: Path) -> Path:
            count(target)
            return replace(staged, target)

        def counted_unlink(file: Path, *, missing_ok: bool = False) -> None:
            count(file)
            unlink(file, missing_ok=missing_ok)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", counted_replace)
            patch.setattr(Path, "unlink", counted_unlink)
            yield

    return moves


def change(website: Website) -> None:
    """A website of three pages, of which one goes, one is withdrawn and one changes, and a new one comes."""
    (website.folder / "conditions" / "arm.yaml").unlink()
    website.page("hip", "status: draft\n" + HIP.format("after"))
    website.page("knee", KNEE.format("after"))
    website.page("toe", "name: Toe\n")


def fill(website: Website) -> None:
    for slug, text in (("arm", ARM), ("hip", HIP), ("knee", KNEE)):
        website.page(slug, text.format(f"'![](images/{slug}.svg) before'"))
        website.add(f"images/{slug}.svg")
    website.export()


class PowerCut(BaseException):
    """Ends everything at once."""


@pytest.mark.parametrize("after", range(9))
def test_what_was_cut_short_is_finished_by_the_next_export(
    website: Website, tmp_path: Path, moves: Moves, after: int
) -> None:
    fill(website)
    change(website)
    with contextlib.suppress(PowerCut), moves(PowerCut(), after):
        website.export()
    assert website.export().is_clean
    export_site(website.source(), tmp_path / "fresh")
    assert contents(website.to) == contents(tmp_path / "fresh")


@pytest.mark.parametrize("after", [1, 3, 6])
def test_what_goes_only_after_a_cut_goes_too(website: Website, moves: Moves, after: int) -> None:
    fill(website)
    change(website)
    with contextlib.suppress(PowerCut), moves(PowerCut(), after):
        website.export()
    for page in ("knee", "toe"):
        (website.folder / "conditions" / f"{page}.yaml").unlink()
    assert website.export().is_clean
    assert not list(website.to.glob("[!i]*.html"))
    assert not (website.to / "images").exists()


@pytest.mark.parametrize("after", [1, 3, 6])
def test_a_page_that_cannot_be_read_after_a_cut_is_known_still(website: Website, moves: Moves, after: int) -> None:
    fill(website)
    change(website)
    with contextlib.suppress(PowerCut), moves(PowerCut(), after):
        website.export()
    before = website.html("knee")
    file = website.page("knee", "name: [\n")
    website.export()
    assert website.html("knee") == before
    (website.folder / file).unlink()
    assert website.export().is_clean
    assert not (website.to / "knee.html").exists()


def test_a_failure_tells_whether_files_are_new_already(website: Website, moves: Moves) -> None:
    fill(website)
    change(website)
    with pytest.raises(NotExported, match="Your pages are as they were"), moves(OSError("full"), 0):
        website.export()
    with pytest.raises(NotExported, match=r"could not be written\. Some pages may be new already"), moves(OSError(), 2):
        website.export()
    with pytest.raises(ExportCancelled, match="Some pages may be new already"), moves(KeyboardInterrupt(), 2):
        website.export()


def test_stopping_it_by_ctrl_c_at_its_end_tells_what_is_true(
    website: Website, moves: Moves, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(website)
    change(website)
    with moves(KeyboardInterrupt(), 2):
        assert main(["export", str(website.folder), "--to", str(website.to)]) == 130
    assert "Some pages may be new already" in capsys.readouterr().err


def test_a_file_that_cannot_be_removed_is_told_and_tried_again(
    website: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(website)
    change(website)
    unlink = Path.unlink

    def refused(file: Path, *, missing_ok: bool = False) -> None:
        if file.name in ("hip.html", "arm.svg"):
            raise OSError("it is in use")
        unlink(file, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refused)
        for _ in range(2):
            assert website.export().notices == tuple(
                Notice(f"{website.to / name} could not be removed, and everybody can still see it. Remove it by hand.")
                for name in ("hip.html", "images/arm.svg")
            )
    assert website.export().notices == ()
    assert not (website.to / "hip.html").exists()
    assert sorted(contents(website.to / "images")) == []


def test_a_withdrawn_page_that_was_changed_stays_and_is_told_each_time(website: Website) -> None:
    fill(website)
    change(website)
    (website.to / "hip.html").write_text("by hand", encoding="utf-8")
    for _ in range(2):
        (notice,) = website.export().notices
        assert not notice.expected
        assert "hip.html was changed since it was exported, and stays. Its page should not be" in notice.text
    website.page("hip", HIP.format("again"))
    assert website.export(DRAFTS).notices == ()
    assert "again" in website.html("hip")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own there")
def test_what_has_become_a_link_elsewhere_is_let_be(website: Website, tmp_path: Path) -> None:
    fill(website)
    change(website)
    (website.to / "images").rename(tmp_path / "elsewhere")
    (website.to / "images").symlink_to(tmp_path / "elsewhere")
    website.page("knee", KNEE.format("'![](images/knee.svg)'"))
    assert website.export().is_clean
    assert sorted(contents(tmp_path / "elsewhere")) == ["arm.svg", "hip.svg", "knee.svg"]

"""An export that is stopped, killed or refused by the disk leaves what was exported before, whole."""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from editor.render.exporting.report import ExportCancelled, NotExported
from editor.render.exporting.staging import STAGING_NAME, Staging
from editor.render.exporting.watching import Watching
from tests.conftest import ROOT
from tests.render.exporting.website import SLOW, Website, contents

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs what other systems have")


def fill(website: Website, word: str, count: int = 12) -> None:
    for number in range(count):
        website.page(f"page-{number}", f"name: Page {number}\nintro: {word}\n")


def command(website: Website) -> list[str]:
    return [sys.executable, "-m", "editor", "export", str(website.folder), "--to", str(website.to)]


def wait_for_pages(website: Website, process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    """Wait until the export has made the first pages, none of which is in place."""
    while not any(file.name.startswith("page-") for file in (website.to / STAGING_NAME).glob("*")):
        with contextlib.suppress(subprocess.TimeoutExpired):
            raise AssertionError(f"it ended with {process.wait(0.05)}")


@pytest.mark.parametrize("after", [0, 1, 7, 12])
def test_one_that_is_stopped_changes_nothing(website: Website, after: int) -> None:
    fill(website, "before")
    website.export()
    before = website.exported()
    fill(website, "after")
    done: list[tuple[int, int]] = []
    watching = Watching(lambda *pages: done.append(pages), lambda: len(done) >= after)
    with pytest.raises(ExportCancelled):
        website.export(watching=watching)
    assert website.exported() == before
    website.export()
    assert "after" in website.html("page-3")


def test_how_far_it_is_is_told(website: Website) -> None:
    fill(website, "before", 3)
    told: list[tuple[int, int]] = []
    website.export(watching=Watching(lambda done, of: told.append((done, of))))
    assert told == [(1, 3), (2, 3), (3, 3)]


@posix_only
def test_one_that_is_killed_changes_nothing_and_the_next_one_clears_up(website: Website) -> None:
    fill(website, "before")
    website.export()
    before = website.exported()
    fill(website, "after")
    website.page("slow", f"name: Slow\nintro: '{SLOW}'\n")
    process = subprocess.Popen(command(website), cwd=ROOT)
    wait_for_pages(website, process)
    process.kill()
    process.wait()
    shown = {name: data for name, data in website.exported().items() if not name.startswith(STAGING_NAME)}
    assert shown == before
    (website.folder / "conditions" / "slow.yaml").unlink()
    website.export()
    assert not (website.to / STAGING_NAME).exists()
    assert all("after" in website.html(f"page-{number}") for number in range(12))


@posix_only
def test_ctrl_c_stops_it_in_a_sentence(website: Website) -> None:
    fill(website, "before", 2)
    website.page("slow", f"name: Slow\nintro: '{SLOW}'\n")
    listening = (  # what a shell starts in the background is deaf to it
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from editor.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", listening, *command(website)[3:]],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    wait_for_pages(website, process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of its processes
    _, said = process.communicate()
    assert (process.returncode, said) == (130, "The export was stopped. What was exported before is as it was.\n")
    assert website.exported() == {}


@posix_only
def test_a_full_disk_changes_nothing_and_is_told(website: Website) -> None:
    fill(website, "before")
    website.export()
    before = website.exported()
    fill(website, "after " * 2000)
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000));"
        "from editor.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    told = subprocess.run(
        [sys.executable, "-c", limited, *command(website)[3:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 1
    assert "could not be written. Your pages are as they were." in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert website.exported() == before


def test_two_exports_to_one_folder_do_not_mix(website: Website) -> None:
    fill(website, "before", 1)
    with Staging(website.to), pytest.raises(NotExported, match="Another export"):
        website.export()
    website.export()
    assert not (website.to / STAGING_NAME).exists()


def test_read_only_files_are_replaced(website: Website) -> None:
    fill(website, "before", 2)
    website.export()
    for file in website.to.rglob("*.*"):
        file.chmod(stat.S_IREAD)
    fill(website, "after", 2)
    website.export()
    assert "after" in website.html("page-1")


@posix_only
def test_a_folder_in_which_nobody_may_write_is_told(website: Website) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    fill(website, "before", 1)
    website.to.mkdir()
    website.to.chmod(0o500)
    with pytest.raises(NotExported, match="could not be written"):
        website.export()
    website.to.chmod(0o700)


@pytest.mark.parametrize("blocked", ["out", "out/theme", "out/page-0.html/x", f"out/{STAGING_NAME}"])
def test_what_stands_in_the_way_stays_and_is_told(website: Website, tmp_path: Path, blocked: str) -> None:
    fill(website, "before", 1)
    (tmp_path / blocked).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / blocked).write_text("mine", encoding="utf-8")
    with pytest.raises(NotExported, match="could not be written"):
        website.export()
    assert contents(tmp_path / "out") or (tmp_path / "out").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / blocked).read_text(encoding="utf-8") == "mine"

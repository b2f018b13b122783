"""The log takes what is worth knowing, never grows beyond its room, and never disturbs."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.paths import app_data
from editor.storage.program_log import LARGEST, MOST_FILES, WINDOW, log_folder, start_log
from tests.conftest import ROOT
from tests.storage.log_end import end_log

WRITES = """
import logging, sys
from pathlib import Path
from editor.storage.program_log import start_log
start_log("test", Path(sys.argv[1]))
sys.stdin.read()
for number in range(2000):
    logging.getLogger("editor.test").info("line %s of %s. %s", number, sys.argv[2], "x" * 80)
"""
log = logging.getLogger("editor.test")


@pytest.fixture(autouse=True)
def ended_log() -> Iterator[None]:
    """Leave no log to the tests that follow."""
    level = logging.getLogger("editor").level
    yield
    end_log()
    logging.getLogger("editor").setLevel(level)


def logged(folder: Path | None = None) -> str:
    return "\n".join(path.read_text() for path in sorted((folder or log_folder()).iterdir()))


def leave(kind: str, count: int) -> None:
    """Have earlier processes have left so many files, some of them rotated, the newest first."""
    log_folder().mkdir(parents=True)
    for age in range(count):
        path = log_folder() / f"{kind}-{age}.log{'.1' if age % 2 else ''}"
        path.write_text("old")
        os.utime(path, (1_000_000 - age, 1_000_000 - age))


def test_it_lies_in_app_data_and_is_made_with_its_first_line() -> None:
    start_log(WINDOW)
    assert not log_folder().exists()
    log.info("The browser ended (%s)", 9)
    assert log_folder() == app_data() / "logs"
    assert "INFO editor.test: The browser ended (9)" in logged()


def test_an_error_is_logged_without_what_it_quotes() -> None:
    start_log(WINDOW)
    try:
        raise ValueError("words of Mrs Smith")
    except ValueError:
        log.exception("An unexpected error")
        logging.getLogger("other.library").exception("words of Mrs Smith")
    assert "An unexpected error\nValueError\n  tests.storage.test_program_log, line" in logged()
    assert logged().count("ValueError") == 2
    assert "Smith" not in logged()


def test_it_is_rotated_and_takes_the_place_of_earlier_files() -> None:
    leave("window", 9)
    start_log(WINDOW)
    for _ in range(LARGEST * (MOST_FILES + 1) // 10_000):
        log.info("x" * 10_000)
        assert len(list(log_folder().iterdir())) < MOST_FILES  # so that a worker's log has room
    assert max(path.stat().st_size for path in log_folder().iterdir()) <= LARGEST


def test_of_earlier_processes_the_newest_files_stay() -> None:
    leave("window", 9)
    start_log(WINDOW)
    log.info("new")
    names = {path.name for path in log_folder().iterdir()}
    assert len(names) == MOST_FILES - 1
    assert {"window-0.log", "window-1.log.1", "window-2.log"} < names


def test_a_worker_takes_nothing_away_from_the_window() -> None:
    leave("worker", 4)
    (log_folder() / "window-now.log").write_text("what came before")
    os.utime(log_folder() / "window-now.log", (1, 1))
    start_log("worker")
    log.info("new")
    names = {path.name for path in log_folder().iterdir()}
    assert len(names) == MOST_FILES
    assert {"window-now.log", "worker-0.log", "worker-1.log.1", "worker-2.log"} < names


def test_a_window_that_says_nothing_for_long_keeps_its_file_when_another_starts() -> None:
    writes = "import logging; logging.getLogger('editor.test').info('first'); print(flush=True); input()"
    code = f"from editor.storage.program_log import start_log; start_log('{WINDOW}'); {writes}"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as quiet:
        assert quiet.stdout is not None
        quiet.stdout.readline()
        (its,) = log_folder().iterdir()
        for age in range(9):
            (log_folder() / f"window-{age}.log").write_text("old")
        os.utime(its, (1, 1))
        start_log(WINDOW)
        assert "first" in its.read_text()
        assert len(list(log_folder().iterdir())) == MOST_FILES - 2
        quiet.communicate(b"\n")


def test_a_file_that_was_swept_away_is_begun_anew() -> None:
    start_log(WINDOW)
    log.info("before")
    for path in log_folder().iterdir():
        path.unlink()
    log.info("after")
    assert "after" in logged()


def test_a_place_where_nothing_can_be_written_disturbs_nobody(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "blocked").write_bytes(b"")
    start_log(WINDOW, tmp_path / "blocked" / "logs")
    log.error("lost")
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_disturbs_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    start_log(WINDOW)
    log.info("fits")
    for path in log_folder().iterdir():
        path.unlink()
        path.symlink_to("/dev/full")
    for _ in range(3):
        log.error("lost")
    end_log()
    assert capfd.readouterr() == ("", "")


def test_two_processes_at_once_tear_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITES, str(tmp_path)]
    both = [subprocess.Popen([*command, name], stdin=subprocess.PIPE, cwd=ROOT) for name in ("one", "two")]
    for process in both:
        assert process.stdin is not None
        process.stdin.close()
    assert [process.wait(60) for process in both] == [0, 0]
    for name in ("one", "two"):
        lines = [line for line in logged(tmp_path).splitlines() if f" of {name}." in line]
        assert [line.split(": ")[1] for line in lines] == [f"line {n} of {name}. {'x' * 80}" for n in range(2000)]
    assert len(list(tmp_path.iterdir())) == 2

"""The commands as they are typed, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor import __version__
from tests.conftest import ROOT

WITHOUT_QT = """
import importlib.abc, sys

class NoQt(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoQt())
from editor.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

WITHOUT_FAST_PARSER = """
import sys
sys.modules["yaml._yaml"] = sys.modules["yaml.cyaml"] = None
from editor.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

Result = subprocess.CompletedProcess


def run(*arguments: str | Path, program: str = WITHOUT_QT, **environment: str) -> Result[str]:
    """Run the program as on a computer without Qt, or as `program` does."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, env=variables, capture_output=True, encoding="utf-8", check=False)


def run_into(output: int, folder: Path, *arguments: str | Path) -> Result[str]:
    """Run the program in a folder with its output going to an open file, which is closed then."""
    with open(output, "wb") as stream:
        return subprocess.run(
            [sys.executable, "-m", "editor", *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"},
            cwd=folder,
            stdout=stream,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one page that is in order."""
    folder = tmp_path / "content"
    write(folder / "conditions" / "knee.yaml", "name: Knee pain\nstudies:\n- title: A study\n")
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def pages(folder: Path) -> list[str]:
    return [name for name in names(folder) if name.endswith(".html") and name != "index.html"]


def test_without_the_right_parser_nothing_is_opened(content: Path) -> None:
    result = run("check", content, program=WITHOUT_FAST_PARSER)
    assert result.returncode == 2
    assert "not complete on this computer" in result.stderr
    assert "Traceback" not in result.stderr


def test_export_writes_published_pages(content: Path, tmp_path: Path) -> None:
    write(content / "conditions" / "arm.yaml", "name: Arm\nstatus: draft\n")
    result = run("export", content, "--to", tmp_path / "out")
    assert (result.returncode, result.stderr) == (0, "")
    assert "The page arm was left out: it is a draft.\nExported one page to " in result.stdout
    assert names(tmp_path / "out") == [".clinic-export.json", "index.html", "knee.html", "theme"]
    result = run("export", content, "--to", tmp_path / "out", "--drafts")
    assert result.returncode == 0
    assert pages(tmp_path / "out") == ["arm.html", "knee.html"]


def test_export_writes_single_files_and_tells_what_they_lack(content: Path, tmp_path: Path) -> None:
    write(content / "conditions" / "knee.yaml", "name: Knee\nintro: '![A knee](images/knee.png)'\n")
    result = run("export", content, "--to", tmp_path / "out", "--single-file")
    assert names(tmp_path / "out") == [".clinic-export.json", "knee.html"]
    assert (result.returncode, result.stdout) == (1, f"Exported one page to {tmp_path / 'out'}.\n")
    assert result.stderr == (
        "The page “Knee” does not show the picture images/knee.png: it is missing."
        " Put it into the folder “images”, then export again.\n"
    )
    assert "<style>" in (tmp_path / "out" / "knee.html").read_text(encoding="utf-8")


def test_export_leaves_out_what_cannot_be_read_and_says_so(content: Path, tmp_path: Path) -> None:
    write(content / "conditions" / "broken.yaml", "name: [a\n")
    write(content / "conditions" / "twice.yaml", "name: a\nname: b\n")
    write(content / "conditions" / "odd.yaml", "name: Odd\nstatus: publishd\n")
    result = run("export", content, "--to", tmp_path / "out")
    assert result.returncode == 1
    assert pages(tmp_path / "out") == ["knee.html"]
    for start in (
        "conditions/broken.yaml was left out: Line 1: ",
        "conditions/twice.yaml was",
        "The page odd was left out:",
    ):
        assert start in result.stderr
    assert (content / "conditions" / "broken.yaml").read_bytes() == b"name: [a\n"


def test_export_without_the_disclaimers_is_none(content: Path, tmp_path: Path) -> None:
    write(content / "site.yaml", "research: {disclaimers: text}\n")
    result = run("export", content, "--to", tmp_path / "out")
    assert result.returncode == 1
    assert "Nothing was exported" in result.stderr
    assert not (tmp_path / "out").exists()


def test_export_into_the_content_folder_is_refused(content: Path) -> None:
    result = run("export", content, "--to", content / "conditions")
    assert result.returncode == 2
    assert "lies in the folder of your pages." in result.stderr
    assert names(content / "conditions") == ["knee.yaml"]


@pytest.mark.parametrize("blocked", ["out", "out/knee.html/inside"], ids=["the folder", "a page"])
def test_export_to_where_nothing_can_be_written_fails_like_any_work(
    content: Path, tmp_path: Path, blocked: str
) -> None:
    write(tmp_path / blocked, "mine")
    result = run("export", content, "--to", tmp_path / "out")
    assert (result.returncode, result.stdout) == (1, "")
    assert "could not be written" in result.stderr
    assert (tmp_path / blocked).read_text() == "mine"


@pytest.mark.parametrize("command", [["check"], ["export", "--to", "out"]])
def test_a_folder_without_pages_is_explained(command: list[str], tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        result = run(*command, folder)
        assert (result.returncode, result.stdout) == (2, "")
        assert str(folder) in result.stderr
        assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["export"], ["export", "x"], ["check"], ["check", "a", "b"], ["--odd"]])
def test_a_wrong_command_line(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert "usage: clinic-page-editor" in result.stderr


@pytest.mark.parametrize("arguments", [["export", "x", "--to", ""], ["export", "", "--to", "out"], ["check", ""], [""]])
def test_a_folder_without_a_name_is_not_the_current_one(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert "no folder is named" in result.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes of a shell")
@pytest.mark.parametrize("command", [["check"], ["export", "--drafts", "--to", "out"]])
def test_nobody_needs_to_listen_to_the_end(content: Path, tmp_path: Path, command: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    result = run_into(writer, tmp_path, *command, content)
    assert (result.returncode, result.stderr) == (1, "")
    assert (tmp_path / "out" / "knee.html").exists() == (command[0] == "export")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize("command", [["check"], ["export", "--to", "out"]])
def test_what_cannot_be_said_for_want_of_room_is_told(content: Path, tmp_path: Path, command: list[str]) -> None:
    result = run_into(os.open("/dev/full", os.O_WRONLY), tmp_path, *command, content)
    assert result.returncode == 1
    assert result.stderr == "What there is to say could not be written: No space left on device.\n"


@pytest.mark.parametrize("arguments", [["--help"], ["export", "--help"], ["check", "--help"]])
def test_help_tells_what_there_is_and_hides_what_is_internal(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode == 0
    assert "FOLDER" in result.stdout
    assert "--picture" not in result.stdout
    assert "render" not in result.stdout


def test_the_version() -> None:
    assert run("--version").stdout == f"clinic-page-editor {__version__}\n"


def test_a_console_that_lacks_letters_stops_nothing(content: Path) -> None:
    write(content / "conditions" / "頭痛.yaml", "name: x\nstatus: “頭痛”\n")
    result = run("check", content, PYTHONIOENCODING="ascii")
    assert result.returncode == 1
    assert "\\u982d\\u75db.yaml, line 2" in result.stdout


@pytest.mark.parametrize("folder", ["./export", "content"])
def test_the_window_without_qt_is_one_plain_sentence(folder: str) -> None:
    result = run(folder, QT_QPA_PLATFORM="offscreen")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("The window cannot open: a part that it needs is missing on this computer")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux runs without a screen")
def test_the_window_without_a_screen_is_one_plain_sentence() -> None:
    result = run(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert result.returncode == 2
    assert result.stderr.startswith("The window cannot open: this computer has no screen")
    assert len(result.stderr.splitlines()) == 1

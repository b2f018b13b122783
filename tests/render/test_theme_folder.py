"""The website's own look as it lies in a folder: what is read, and what is told instead."""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest

from editor.render import theme_folder
from editor.render.theme import Delivery, Theme, ThemeFile, built_in_theme
from editor.render.theme_addresses import ThemeAddresses
from editor.render.theme_folder import LARGEST_FILE, LARGEST_TEXT, MOST_FILES, read_theme


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """The folder `theme` of a content folder."""
    folder = tmp_path / "content" / "theme"
    folder.mkdir(parents=True)
    return folder


def read(theme: Path) -> Theme:
    return read_theme(theme.parent)


def told(theme: Path) -> list[tuple[str, int | None, bool]]:
    return [(fault.file, fault.line, fault.is_replaced) for fault in read(theme).faults]


def test_without_files_of_its_own_a_website_has_the_built_in_look(theme: Path) -> None:
    assert read_theme(None) == built_in_theme()
    assert read(theme) == built_in_theme()
    theme.rmdir()
    assert read(theme) == built_in_theme()


def test_a_style_sheet_alone_is_enough(theme: Path) -> None:
    (theme / "style.css").write_bytes(b"\xef\xbb\xbfp { color: red }\r\n")
    look = read(theme)
    assert look.own == {"style.css"}
    assert look.text("style.css") == "p { color: red }\n"
    assert look.text("study.html") == built_in_theme().text("study.html")
    assert look.faults == ()


def test_other_files_are_named_and_can_be_read(theme: Path) -> None:
    (theme / "fonts").mkdir()
    (theme / "fonts" / "serif.woff2").write_bytes(b"font")
    (theme / "logo.svg").write_bytes(b"<svg/>")
    (theme / "notes").write_bytes(b"x")
    look = read(theme)
    assert look.files == ("fonts/serif.woff2", "logo.svg", "notes")
    assert look.file("fonts/serif.woff2") == ThemeFile("font/woff2", b"font")
    assert look.file("notes").kind == "application/octet-stream"
    for name in ("../site.yaml", "/etc/passwd", "fonts", "missing", "style.css"):
        with pytest.raises(ValueError, match="no file"):
            look.file(name)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("menu.js", "text/javascript"),
        ("menu.MJS", "text/javascript"),
        ("site.webmanifest", "application/manifest+json"),
        ("places.json", "application/json"),
        ("leaflet.pdf", "application/pdf"),
    ],
)
def test_a_file_goes_by_the_kind_that_browsers_ask_for(theme: Path, name: str, kind: str) -> None:
    (theme / name).write_bytes(b"{}")
    look = read(theme)
    assert look.file(name).kind == kind
    assert ThemeAddresses(look, Delivery.SINGLE_FILE).asset(name) == f"data:{kind};base64,e30="


def test_the_digest_tells_looks_apart(theme: Path) -> None:
    def digest() -> str:
        return read(theme).digest

    digests = [digest()]
    for name, content in (("a.html", "a"), ("a.html", "b"), ("logo.svg", "a"), ("logo.svg", "b"), ("x.css", "")):
        (theme / name).write_text(content)
        digests.append(digest())
    assert len(set(digests)) == len(digests)
    assert digest() == digests[-1]


def test_a_look_travels_to_other_processes(theme: Path) -> None:
    (theme / "study.html").write_text("{{ title }}")
    (theme / "logo.svg").write_text("<svg/>")
    look = read(theme)
    for again in (Theme.from_json(look.to_json()), pickle.loads(pickle.dumps(look))):
        assert again == look
        assert (again.texts, again.files, again.folder) == (look.texts, look.files, look.folder)
        assert again.file("logo.svg").content == b"<svg/>"


def test_what_editors_and_systems_leave_behind_is_no_part_of_the_look(theme: Path) -> None:
    for name in (".DS_Store", ".study.html.swp", "study.html~", ".~clinic-1.tmp"):
        (theme / name).write_text("x")
    assert read(theme) == built_in_theme()


def test_a_text_that_is_not_utf_8_is_told_with_its_line(theme: Path) -> None:
    (theme / "study.html").write_bytes("one\ntwo\ncafé".encode("latin-1"))
    assert told(theme) == [("study.html", 3, True)]
    assert read(theme).own == frozenset()


def test_a_file_that_is_too_large_is_told(theme: Path) -> None:
    (theme / "style.css").write_bytes(b" " * (LARGEST_TEXT + 1))
    (theme / "big.png").write_bytes(b" " * (LARGEST_FILE + 1))
    assert told(theme) == [("big.png", None, False), ("style.css", None, True)]
    assert read(theme).files == ()


def test_of_very_many_files_the_first_are_used(theme: Path) -> None:
    for number in range(MOST_FILES + 1):
        (theme / f"{number:03}.svg").write_text("x")
    look = read(theme)
    assert len(look.files) == MOST_FILES
    assert [fault.file for fault in look.faults] == ["theme"]


def test_names_that_not_every_computer_tells_apart_are_told(theme: Path) -> None:
    (theme / "Study.HTML").write_text("x")
    (theme / "Logo.svg").write_text("one")
    (theme / "logo.svg").write_text("two")
    if len(list(theme.iterdir())) < 3:
        pytest.skip("this file system holds such names for the same")
    assert told(theme) == [("Study.HTML", None, False), ("logo.svg", None, False)]
    assert "study.html" in read(theme).faults[0].reason
    assert read(theme).files == ("Logo.svg",)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_no_text_is_told(theme: Path) -> None:
    (theme / os.fsdecode(b"caf\xe9.svg")).write_text("x")
    assert told(theme) == [("caf\\udce9.svg", None, False)]


def test_a_template_in_a_folder_within_is_told(theme: Path) -> None:
    (theme / "parts").mkdir()
    (theme / "parts" / "card.html").write_text("x")
    (theme / "parts" / "style.css").write_text("x")
    assert told(theme) == [("parts/card.html", None, False)]
    assert read(theme).files == ("parts/style.css",)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_that_leave_the_folder_are_told(theme: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text("secret")
    (theme / "a.svg").symlink_to(secret)
    (theme / "b").symlink_to(tmp_path)
    (theme / "real").mkdir()
    (theme / "real" / "c.svg").write_text("x")
    (theme / "d").symlink_to(theme / "real")
    (theme / "e.svg").symlink_to(theme / "real" / "c.svg")
    (theme / "f.svg").symlink_to(theme / "gone")
    (theme / "g.svg").symlink_to(theme / "g.svg")
    assert [file for file, _, _ in told(theme)] == ["a.svg", "b", "d", "g.svg"]
    look = read(theme)
    assert look.files == ("e.svg", "real/c.svg")
    (theme / "real" / "c.svg").unlink()
    (theme / "real" / "c.svg").symlink_to(secret)
    with pytest.raises(ValueError, match="elsewhere"):
        look.file("real/c.svg")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_theme_folder_that_is_a_link_out_is_told(theme: Path, tmp_path: Path) -> None:
    theme.rmdir()
    (tmp_path / "style.css").write_text("p {}")
    theme.symlink_to(tmp_path)
    assert told(theme) == [("theme", None, False)]
    assert read(theme).own == frozenset()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders there")
def test_a_pipe_is_told_and_not_waited_for(theme: Path) -> None:
    os.mkfifo(theme / "style.css")
    assert told(theme) == [("style.css", None, True)]


def test_a_file_that_cannot_be_read_is_told(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (theme / "style.css").write_text("p {}")

    def refuse(path: Path, limit: int) -> bytes:
        raise PermissionError(13, "Permission denied", str(path), limit)

    monkeypatch.setattr(theme_folder, "read_file", refuse)
    (fault,) = read(theme).faults
    assert (fault.file, fault.is_replaced) == ("style.css", True)
    assert "Permission denied" in fault.reason


def test_a_file_that_goes_while_the_folder_is_read_is_not_missed(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (theme / "style.css").write_text("p {}")

    def gone(path: Path, limit: int) -> bytes:
        raise FileNotFoundError(2, "gone", str(path), limit)

    monkeypatch.setattr(theme_folder, "read_file", gone)
    assert read(theme) == built_in_theme()

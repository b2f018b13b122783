"""What is read at run time is in the packaged program, whoever adds it."""

from __future__ import annotations

from pathlib import Path

from resources.packaging.shipped_files import shipped_files
from tests.conftest import ROOT

FOR_DEVELOPERS = {"packaging", "screenshots"}


def test_every_resource_and_the_sample_are_in_the_packaged_program() -> None:
    resources = [file for file in (ROOT / "resources").rglob("*") if file.is_file()]
    needed = [file for file in resources if file.relative_to(ROOT / "resources").parts[0] not in FOR_DEVELOPERS]
    needed += [file for file in (ROOT / "sample_content").rglob("*") if file.is_file()]
    shipped = dict(shipped_files(ROOT))
    assert set(shipped) == set(needed)
    assert {file: ROOT / folder for file, folder in shipped.items()} == {file: file.parent for file in needed}


def test_a_new_folder_of_resources_is_found_without_being_named(tmp_path: Path) -> None:
    for name in ("icons/dark/save.svg", "packaging/chore.py", "screenshots/window.png", "help/guide.html"):
        (tmp_path / "resources" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "resources" / name).touch()
    found = {(file.name, folder) for file, folder in shipped_files(tmp_path)}
    assert found == {("save.svg", "resources/icons/dark"), ("guide.html", "resources/help")}


def test_the_program_has_no_files_of_its_own_elsewhere() -> None:
    others = [file for file in (ROOT / "editor").rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    assert [file.name for file in others if file.suffix != ".py"] == []

"""From files and texts to proposals for a page."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.study import Study
from editor.references.reading import MOST_BYTES, ReadingStopped, UnsupportedFormat
from editor.references.search import Search
from editor.references.tables import UnclearColumns

_KNOWN = Study(key="k", title="Electroacupuncture for osteoarthritis of the knee in older people", date="2019")
_PAGES = {"back.yaml": ConditionPage(slug="back", name="Back pain", studies=(_KNOWN,))}


def _search() -> Search:
    return Search("back.yaml", _PAGES, threading.Event())


def _ignore(_count: int, _share: float) -> None:
    pass


def test_a_title_that_is_only_alike_asks() -> None:
    text = "TY  - JOUR\nTI  - Electroacupuncture for osteoarthritis of the knee in older adults\nPY  - 2019\nER  - \n"
    (one,) = _search().in_text(text, _ignore).proposals
    assert [standing.study for standing in one.perhaps] == [_KNOWN]


def test_progress_is_told_and_only_grows() -> None:
    told: list[tuple[int, float]] = []

    def tell(count: int, share: float) -> None:
        told.append((count, share))

    text = "".join(f"TY  - JOUR\nTI  - Needles, part {number}\nER  - \n" for number in range(1000))
    _search().in_text(text, tell)
    assert [share for _, share in told] == sorted(share for _, share in told)
    assert told[-1] == (1000, 1)


def test_a_search_that_is_stopped_gives_nothing() -> None:
    search = _search()
    search.stop.set()
    with pytest.raises(ReadingStopped):
        search.in_text("TY  - JOUR\nTI  - Needles\nER  - \n", _ignore)


def test_headings_of_a_reference_manager_are_known_too(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text("Title,Publication Year,Author,Volume,Publication Title,DOI\nNeedles,2019,Doe J,3,A,10.5555/a\n")
    (one,) = _search().in_files([file], _ignore).proposals
    assert (one.found.study.title, one.found.study.journal, one.found.study.doi) == ("Needles", "A", "10.5555/a")


def test_one_file_that_cannot_be_read_is_told_as_such(tmp_path: Path) -> None:
    file = tmp_path / "unclear.csv"
    file.write_text("Needles,2019\n")
    with pytest.raises(UnclearColumns):
        _search().in_files([file], _ignore)
    file.write_text('Needles,2019\n"Knees, and hips,2020\nNecks,2021\n')
    with pytest.raises(UnsupportedFormat, match="line 2"):
        _search().in_files([file], _ignore)
    words = tmp_path / "words.txt"
    words.write_text("Words.")
    with pytest.raises(UnsupportedFormat):
        _search().in_files([words], _ignore)
    with pytest.raises(FileNotFoundError):
        _search().in_files([tmp_path / "gone.ris"], _ignore)


@pytest.mark.parametrize("name", ["huge.ris", "huge.csv"])
def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as huge:
        huge.truncate(2 * MOST_BYTES)
    with pytest.raises(UnsupportedFormat, match=f"{name} is larger than 50 MB"):
        _search().in_files([tmp_path / name], _ignore)


def test_of_several_files_each_place_is_told_with_its_file(tmp_path: Path) -> None:
    names = ("gone.ris", "unclear.csv", "cut.ris", "good.csv")
    (tmp_path / "unclear.csv").write_text("Needles,2019\n")
    (tmp_path / "cut.ris").write_text("TY  - JOUR\nTI  - Cut off")
    (tmp_path / "good.csv").write_text("Title,Date\nNeedles,2019\n")
    proposed = _search().in_files([tmp_path / name for name in names], _ignore)
    assert [one.found.study.title for one in proposed.proposals] == ["Cut off", "Needles"]
    assert [words.partition(":")[0] for words in proposed.unread] == ["gone.ris", "unclear.csv", "cut.ris"]

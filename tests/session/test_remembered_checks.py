"""What a check has found, remembered for pages that are as they were."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from editor.checks import Problem
from editor.checks.severity import Severity
from editor.session.remembered_checks import RememberedChecks, checking_digest, digest_beside
from editor.storage.kept_checks import KeptChecks

FILE = "conditions/knee.yaml"
PROBLEMS = [Problem("X1", FILE, "Why.", 3, "intro", 1, Severity.HINT, "words", "a law"), Problem("X2", FILE, "So.")]


@pytest.fixture
def kept(tmp_path: Path) -> KeptChecks:
    return KeptChecks(tmp_path, tmp_path / "checks")


def test_what_was_found_is_told_again_while_page_and_context_are_the_same(kept: KeptChecks) -> None:
    first = RememberedChecks(kept, "now")
    assert first.of(FILE, b"name: Knee") is None
    first.take(FILE, b"name: Knee", PROBLEMS)
    first.keep()
    assert RememberedChecks(kept, "now").of(FILE, b"name: Knee") == PROBLEMS
    assert RememberedChecks(kept, "now").of(FILE, b"name: Knees") is None
    assert RememberedChecks(kept, "now").of("conditions/arm.yaml", b"name: Knee") is None
    assert RememberedChecks(kept, "later").of(FILE, b"name: Knee") is None


def test_what_nobody_asks_for_any_more_is_forgotten(kept: KeptChecks) -> None:
    first = RememberedChecks(kept, "now")
    first.take(FILE, b"1", [])
    first.take(FILE, b"2", [])
    first.keep()
    second = RememberedChecks(kept, "now")
    assert second.of(FILE, b"2") == []
    second.keep()
    assert RememberedChecks(kept, "now").of(FILE, b"1") is None


@pytest.mark.parametrize("said", [None, [], {"context": "now"}, {"context": "now", "pages": []}, "now"])
def test_what_was_kept_may_be_anything(kept: KeptChecks, said: Any) -> None:
    kept.write(said)
    assert RememberedChecks(kept, "now").of(FILE, b"1") is None


@pytest.mark.parametrize("page", [None, [1], [{"rule": "X1"}], [{"severity": "odd"}], {"a": 1}])
def test_so_may_be_what_was_kept_of_a_page(kept: KeptChecks, page: Any) -> None:
    first = RememberedChecks(kept, "now")
    first.take(FILE, b"1", PROBLEMS)
    first.keep()
    said = kept.read()
    said["pages"] = dict.fromkeys(said["pages"], page)
    kept.write(said)
    assert RememberedChecks(kept, "now").of(FILE, b"1") is None


def write(file: Path, text: str = "") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_what_staff_share_and_the_names_of_pictures_count_and_the_trash_does_not(tmp_path: Path) -> None:
    digests = [digest_beside(tmp_path)]
    for name in (".clinic-editor/words.txt", ".clinic-editor/rules/house.yaml", "images/knee.png", "images/in/arm.png"):
        write(tmp_path / name)
        digests.append(digest_beside(tmp_path))
    write(tmp_path / ".clinic-editor/words.txt", "moxibustion\n")
    digests.append(digest_beside(tmp_path))
    assert len(set(digests)) == 6
    write(tmp_path / ".clinic-editor/trash/20261122T000000.000000Z~arm.yaml", "name: Arm\n")
    write(tmp_path / "conditions/knee.yaml", "name: Knee\n")
    assert digest_beside(tmp_path) == digests[-1]


@pytest.mark.parametrize("name", ["rules/text.yaml", "dictionaries/en-AU.dic"])
def test_other_rules_and_words_make_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("editor.session.remembered_checks.resources", lambda: tmp_path)
    before = checking_digest.__wrapped__()
    write(tmp_path / name, "a")
    first = checking_digest.__wrapped__()
    write(tmp_path / name, "b")
    assert len({before, first, checking_digest.__wrapped__()}) == 3

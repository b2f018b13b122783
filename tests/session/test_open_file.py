"""A page is read quickly where that can be done, and says the same as one that is read thoroughly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.session import OpenFile, read_file
from editor.session.open_file import file_of
from editor.storage import ContentFolder

PLACE = "conditions/knee.yaml"
PAGES = (
    "",
    "name: Knee\n",
    "name: Knee\nname: Knee\n",
    "name: [Knee]\n",
    "name: 'Knee\n",
    "- a list\n",
    "name: &it Knee\ntitle: *it\n",
    "name: Knee\nstudies:\n- title: One\n  date: 2018-04-01\n- {title: Two, own: [1]}\n",
)


def in_words(file: OpenFile) -> tuple[object, ...]:
    """All but the keys of studies, which are new at each reading."""
    page = file.as_read
    if isinstance(page, ConditionPage):
        page = replace(page, studies=tuple(replace(study, key="") for study in page.study_list))
    text = None if file.source is None else file.source.text
    return page, text, file.problems, file.editable, file.data


@pytest.mark.parametrize("text", PAGES)
def test_a_page_read_from_the_folder_says_what_its_bytes_say(text: str, tmp_path: Path) -> None:
    (tmp_path / "conditions").mkdir()
    (tmp_path / PLACE).write_text(text, encoding="utf-8")
    file = read_file(ContentFolder(tmp_path), PLACE)
    assert in_words(file) == in_words(file_of(PLACE, text.encode()))
    if file.source is not None:
        assert file.source.root is None or file.source.root.kind in ("mapping", "sequence")

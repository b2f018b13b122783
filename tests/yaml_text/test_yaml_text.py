from __future__ import annotations

import gc

import pytest

from editor.yaml_text import Unreadable, YamlText
from editor.yaml_text.events import EventTable

TEXT = "\ufeffname: Back pain  # as printed\nstudies:\n- title: One\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_what_was_let_go_is_found_out_again(codec: str) -> None:
    source = YamlText.read(TEXT.encode(codec))
    before = source.text, source.comments, source.node(("studies", 0, "title")).text, source.line_break
    source.let_go()
    assert (source.text, source.comments, source.node(("studies", 0, "title")).text, source.line_break) == before


def tables() -> int:
    """How many tables of events there are in memory."""
    return sum(isinstance(found, EventTable) for found in gc.get_objects())


def test_what_was_let_go_takes_no_room() -> None:
    gc.collect()
    before = tables()
    source = YamlText.read(TEXT.encode())
    assert tables() == before + 1
    source.let_go()
    assert tables() == before


def test_nobody_gets_a_text_that_cannot_be_read() -> None:
    with pytest.raises(Unreadable):
        YamlText.read(b"name: [")
    with pytest.raises(Unreadable):
        YamlText.read(TEXT.encode()).with_text("name: [")

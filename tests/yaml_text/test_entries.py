"""Which lines belong to which entry."""

from __future__ import annotations

import pytest

from editor.yaml_text import YamlText
from editor.yaml_text.entries import entries_of, entry_of

LIST = """\
k:
  # own
  - a
    # deeper

  # loose

  -
    b: |+
      x

  # B
  # C
  -
  - [c, d]  # e
# end
"""


def lines_of(text: str) -> list[str]:
    source = YamlText.read(text.encode())
    return [text[entry.first : entry.end] for entry in entries_of(source, source.node(("k",)))]


def test_items_with_their_comments() -> None:
    assert lines_of(LIST) == [
        "  # own\n  - a\n    # deeper\n",
        "  -\n    b: |+\n      x\n\n",
        "  # B\n  # C\n  -\n",
        "  - [c, d]  # e\n",
    ]


@pytest.mark.parametrize(
    "text",
    [LIST, LIST.replace("\n", "\r\n"), "- k\n- - a\n  - b\n  # c\n  - d\n", "[a, ? b, c: d]\n", "# x\n- a\n- b\n"],
)
def test_one_item_is_found_as_among_all(text: str) -> None:
    source = YamlText.read(text.encode())
    for path in (("k",), (1,), ()):
        try:
            node = source.node(path)
        except KeyError:
            continue
        entries = entries_of(source, node) if node.kind == "sequence" else []
        assert [entry_of(source, node, index) for index in range(len(entries))] == entries


def test_pairs_with_their_comments() -> None:
    text = "k:\n  # own\n  a: x\n    # deeper\n  ? b\n  : y\n  # loose\n\n  c:\n"
    assert lines_of(text) == ["  # own\n  a: x\n    # deeper\n", "  ? b\n  : y\n", "  c:\n"]


def test_entries_between_brackets_are_the_entries_alone() -> None:
    assert lines_of("k: [a , ? b, c: d, ]\n") == ["a", "? b", "c: d"]
    assert lines_of("k: {a: x , ? b : y, c}\n") == ["a: x", "? b : y", "c"]

"""Keys come and go with their own lines."""

from __future__ import annotations

import pytest

from editor.yaml_text import Refused
from editor.yaml_text.changes import AddKey, Change, RemoveKey
from tests.yaml_text.edited import edited


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("", AddKey((), "a", "x"), "a: x\n"),
        ("# hi", AddKey((), "a", "x"), "# hi\na: x"),
        ("---\n# hi\n", AddKey((), "a", "x"), "---\n# hi\na: x\n"),
        ("a: x\n", AddKey((), "no", "12"), "a: x\n'no': '12'\n"),
        ("a: x", AddKey((), "b", "p\nq"), "a: x\nb: |-\n  p\n  q"),
        ("a: |\n  x", AddKey((), "b", "y"), "a: |-\n  x\nb: 'y'"),
        ("a: x\n# own\ns:\n- 1\n", AddKey((), "b", "z", before="s"), "a: x\nb: z\n# own\ns:\n- 1\n"),
        ("a: x\n\ns:\n- 1\n", AddKey((), "b", "z", before="s"), "a: x\n\nb: z\n\ns:\n- 1\n"),
        ("a: x\n", AddKey((), "b", "z", before="absent"), "a: x\nb: z\n"),
        ("a:\nb: y\n", AddKey(("a",), "c", "x"), "a:\n  c: x\nb: y\n"),
        ("a: {}  # c\n", AddKey(("a",), "c", "x"), "a: {c: x}  # c\n"),
        ("a: {}  # c\n", AddKey(("a",), "c", "p\nq"), "a:  # c\n  c: |-\n    p\n    q\n"),
        ("a: {b: x}\n", AddKey(("a",), "c", "p, q"), "a: {b: x, c: 'p, q'}\n"),
        ("- a: x\n- a: y\n", AddKey((0,), "b", "z"), "- a: x\n  b: z\n- a: y\n"),
        ('- a: x\n- d: "1"\n', AddKey((0,), "d", "2018"), '- a: x\n  d: "2018"\n- d: "1"\n'),
        ("- \n- x\n", AddKey((0,), "b", "z"), "- b: z\n- x\n"),
        ("c:\n  <<: *b\nb: 1\n".replace("*b", "x"), AddKey(("c",), "k", "z"), "c:\n  <<: x\n  k: z\nb: 1\n"),
        ("- t: x\n  u: y\n", RemoveKey((0,), "t"), "- u: y\n"),
        ("- t: x\n  # own\n  u: y\n", RemoveKey((0,), "t"), "- # own\n  u: y\n"),
        ("a: x\n# own\nb:\n  - y\n\nc: z\n", RemoveKey((), "b"), "a: x\n\nc: z\n"),
        ("a:\n  b: x # c\nd: y\n", RemoveKey(("a",), "b"), "a: {}\nd: y\n"),
        ("{a: x, b: y}\n", RemoveKey((), "a"), "{b: y}\n"),
        ("a: 1\nb: x\na: 2\n", RemoveKey((), "a"), "a: 1\nb: x\n"),
        ("? a\n: x\nb: y\n", RemoveKey((), "a"), "b: y\n"),
    ],
)
def test_one_change(before: str, change: Change, after: str) -> None:
    assert edited(before, change) == after


def test_several_changes_of_one_mapping() -> None:
    changes = [AddKey((), "x", "1st", before="b"), RemoveKey((), "b"), AddKey((), "b", "new"), AddKey((), "y", [])]
    assert edited("a: 1\nb: 2\nc: 3\n", *changes) == "a: 1\nx: 1st\nc: 3\nb: new\n'y': []\n"


def test_a_key_is_not_added_twice() -> None:
    with pytest.raises(Refused):
        edited("a: x\n", AddKey((), "a", "y"))


def test_keys_belong_to_mappings() -> None:
    for before in ("a: x\n", "a: [x]\n"):
        with pytest.raises(Refused):
            edited(before, AddKey(("a",), "b", "y"))
    with pytest.raises(KeyError):
        edited("a: x\n", RemoveKey((), "b"))

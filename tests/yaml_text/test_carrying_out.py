"""Nothing leaves the room that does not say what was intended, or has lost a comment."""

from __future__ import annotations

import pytest

from editor.yaml_text import Refused, YamlText
from editor.yaml_text.carrying_out import carried_out
from editor.yaml_text.events import END, Said
from editor.yaml_text.new_values import ANY_STYLE
from editor.yaml_text.plan import Plan
from editor.yaml_text.splice import SaidEdit, Span, TextEdit

SOURCE = YamlText.read(b"a: x # c\nb: y\n")
Z: list[Said] = [("scalar", "z", ANY_STYLE, None, None)]
A = SOURCE.node(("a",))


def test_a_plan_that_does_what_it_says() -> None:
    made = carried_out(SOURCE, Plan([TextEdit(3, 4, ("'z'",))], [SaidEdit(A.place, A.after, (Z,))]))
    assert made.data == b"a: 'z' # c\nb: y\n"


@pytest.mark.parametrize(
    "edits",
    [
        [TextEdit(3, 4, ("y",))],
        [TextEdit(3, 4, ("z",)), TextEdit(12, 13, ("'y'",))],
        [TextEdit(3, 8, ("z",))],
        [TextEdit(3, 4, ("z # d",))],
        [TextEdit(3, 4, ("'z",))],
        [TextEdit(3, 4, ("&a z",))],
        [TextEdit(3, 4, ("!t z",))],
    ],
    ids=["another text", "quotes elsewhere", "lost comment", "new comment", "unreadable", "anchor", "tag"],
)
def test_any_other_result_is_refused(edits: list[TextEdit]) -> None:
    with pytest.raises(Refused):
        carried_out(SOURCE, Plan(edits, [SaidEdit(A.place, A.after, (Z,))]))


def test_only_comments_of_what_goes_may_go() -> None:
    edits = [TextEdit(0, 9, ("",))]
    said = [SaidEdit(A.place - 1, A.after, ())]
    assert carried_out(SOURCE, Plan(edits, said, [Span(0, 9)])).data == b"b: y\n"
    with pytest.raises(Refused):
        carried_out(SOURCE, Plan(edits, said))


def test_a_file_without_a_last_line_break_stays_so_unless_a_text_needs_it() -> None:
    source = YamlText.read(b"a: x")
    new: list[Said] = [("scalar", "b", "plain", None, None), ("scalar", "y\n", "literal", None, None), END]
    said = [SaidEdit(4, 5, (new,))]
    assert carried_out(source, Plan([TextEdit(4, 4, ("\nb: |\n  y\n",))], said)).data == b"a: x\nb: |\n  y\n"
    new[1] = ("scalar", "y", "plain", None, None)
    assert carried_out(source, Plan([TextEdit(4, 4, ("\nb: y\n",))], said)).data == b"a: x\nb: y"

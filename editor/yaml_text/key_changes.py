"""Adding keys to a mapping and taking keys out of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from editor.words import tr
from editor.yaml_text.changes import AddKey, RemoveKey
from editor.yaml_text.context import spot_of
from editor.yaml_text.entries import entries_of
from editor.yaml_text.events import DOCUMENT, END, Said
from editor.yaml_text.new_values import Habits, ValueWriter, habits_of, is_short, says
from editor.yaml_text.nodes import Node, Style
from editor.yaml_text.ordering import NewEntry
from editor.yaml_text.plan import Plan
from editor.yaml_text.rearranging import begun, carry_over, column_below, inserted_lines
from editor.yaml_text.refusals import Refused
from editor.yaml_text.splice import SaidEdit
from editor.yaml_text.yaml_text import YamlText

KeyChange: TypeAlias = AddKey | RemoveKey


def change_keys(plan: Plan, source: YamlText, changes: Sequence[KeyChange]) -> None:
    """Add to the plan what the changes of one mapping's keys need.

    Raises KeyError: a key to be removed is not there. Raises Refused: no mapping stands there, or it has the new key.
    """
    adding = [change for change in changes if isinstance(change, AddKey)]
    if not source.documents:
        _begin_file(plan, source, adding)
        return
    chain = source.chain(changes[0].path, changes[0].document)
    node = chain[-1]
    if node.is_nothing:
        _begin_mapping(plan, source, chain, adding)
        return
    if node.kind != "mapping":
        raise Refused(tr("Something else stands in the file where named values were expected."))
    removed = {node.pair_number(change.key) for change in changes if isinstance(change, RemoveKey)}
    for change in adding:
        if any(key.text == change.key for number, (key, _) in enumerate(node.pairs) if number not in removed):
            raise Refused(tr("“{key}” is already there.", key=change.key))
    if node.pairs:
        _change(plan, source, chain, adding, removed)
    else:
        _begin_mapping(plan, source, chain, adding)


def _change(plan: Plan, source: YamlText, chain: Sequence[Node], adding: Sequence[AddKey], removed: set[int]) -> None:
    node = chain[-1]
    entries = entries_of(source, node)
    column = source.lines.column(node.start)
    wanted: list[int | NewEntry] = list(range(len(entries)))
    for change in adding:
        new = _new_pair(_writer(source, chain), change, None if node.style == "flow" else column)
        wanted.insert(_place(node, change, wanted), new)
    carry_over(plan, source, chain, entries, [thing for thing in wanted if thing not in removed])


def _place(node: Node, change: AddKey, wanted: list[int | NewEntry]) -> int:
    if change.before is None:
        return len(wanted)
    try:
        return wanted.index(node.pair_number(change.before))
    except KeyError:
        return len(wanted)


def _new_pair(writer: ValueWriter, change: AddKey, column: int | None) -> NewEntry:
    """A pair whose key stands at the column, or between brackets if that is None."""
    said = [*says(change.key), *says(change.value)]
    if column is None:
        return NewEntry(writer.pair_in_brackets(change.key, change.value), said)
    return NewEntry(writer.pair(change.key, change.value, column), said)


def _writer(source: YamlText, chain: Sequence[Node]) -> ValueWriter:
    """A writer with the habits of the other items, if the mapping is one of a list."""
    styles: dict[str | None, Style] = {}
    if len(chain) > 1 and chain[-2].kind == "sequence":
        for item in chain[-2].items[:20]:
            styles.update(habits_of(item).styles)
    return ValueWriter(source.layout, source.line_break, Habits(styles))


def _begin_mapping(plan: Plan, source: YamlText, chain: Sequence[Node], adding: Sequence[AddKey]) -> None:
    """A mapping where nothing, or `{}`, stands."""
    node = chain[-1]
    short = all(is_short(change.value) for change in adding)
    in_brackets = spot_of(source, chain).in_flow or (node.kind == "mapping" and short)
    column = None if in_brackets else column_below(source, chain, is_list=False)
    new = [_new_pair(_writer(source, chain), change, column) for change in adding]
    plan.edits += begun(source, chain, new, brackets="{}" if in_brackets else "")
    plan.says_instead(node, _mapping(new, node.tag, node.anchor))


def _begin_file(plan: Plan, source: YamlText, adding: Sequence[AddKey]) -> None:
    """The first keys of a file that is empty or holds only comments."""
    new = [_new_pair(ValueWriter(source.layout, source.line_break), change, 0) for change in adding]
    plan.edits += inserted_lines(source, len(source.text), "".join(entry.text for entry in new))
    plan.said_edits.append(SaidEdit(0, 0, ([DOCUMENT, *_mapping(new, None, None)],)))


def _mapping(new: Sequence[NewEntry], tag: str | None, anchor: str | None) -> list[Said]:
    return [("mapping", "", "", tag, anchor), *(said for entry in new for said in entry.says), END]

"""The one way to change a YAML text: all changes at once, onto one text, which is read back before anybody gets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from editor.yaml_text.carrying_out import carried_out
from editor.yaml_text.changes import AddKey, Arrange, Change, RemoveKey, Restored, SetText
from editor.yaml_text.key_changes import KeyChange, change_keys
from editor.yaml_text.list_changes import arrange
from editor.yaml_text.new_values import ANY_STYLE
from editor.yaml_text.plan import Plan
from editor.yaml_text.set_text import text_edit
from editor.yaml_text.yaml_text import YamlText


def write(source: YamlText, changes: Sequence[Change]) -> YamlText:
    """The text with all the changes made; every other byte is as it was. Without a difference, the source itself.

    Paths and indexes mean the source as read, whatever else is changed with them. Changes inside an item or a pair
    that goes, go with it.

    Raises:
        Refused: a change cannot be made without touching something else; nothing was changed.
        KeyError: a path or key is not there.
        ValueError: two changes contradict each other.

    """
    return carried_out(source, _planned(source, changes))


def _planned(source: YamlText, changes: Sequence[Change]) -> Plan:
    plan = Plan()
    keys: dict[int, list[KeyChange]] = {}
    seen: set[int] = set()
    for change in changes:
        is_new_file = not source.documents and not change.path
        place = -1 if is_new_file else source.node(change.path, change.document).place
        if isinstance(change, AddKey | RemoveKey):
            keys.setdefault(place, []).append(change)
            continue
        if place in seen:
            raise ValueError(f"two changes of {change.path}")
        seen.add(place)
        if isinstance(change, SetText):
            _set_text(plan, source, change)
        else:
            arrange(plan, source, change, _parts(change))
    for key_changes in keys.values():
        change_keys(plan, source, key_changes)
    return plan


def _set_text(plan: Plan, source: YamlText, change: SetText) -> None:
    chain = source.chain(change.path, change.document)
    node = chain[-1]
    if node.kind != "scalar" or node.text != change.text or node.is_nothing:
        plan.edits.append(text_edit(source, chain, change.text))
        plan.says_instead(node, [("scalar", change.text, ANY_STYLE, node.tag, node.anchor)])


def _parts(change: Arrange) -> dict[int, YamlText]:
    """The lines of restored items, with the changes inside them made."""
    parts = {}
    for number, item in enumerate(change.items):
        if isinstance(item, Restored):
            part = YamlText.read_part(item.item.lines)
            parts[number] = write(part, [replace(inner, path=(0, *inner.path)) for inner in item.changes])
    return parts

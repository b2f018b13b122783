"""What changes mean, said a second time and on plain values: lists, texts, and pairs of key and value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from editor.yaml_text import Node, YamlText
from editor.yaml_text.changes import AddKey, Arrange, Change, Kept, New, RemoveKey, Restored, SetText
from editor.yaml_text.new_values import Value

Plain = object
"""A text, None for nothing, `("alias", name)`, a list, or a tuple of pairs."""


def value_of(node: Node) -> Plain:
    """What a node stands for, as far as a person sees it."""
    return changed(node, {}, {}, {})


def expected(source: YamlText, changes: Sequence[Change]) -> Plain:
    """What the first document stands for after all the changes."""
    texts, lists, keys = {}, {}, {}
    for change in changes:
        place = source.node(change.path).place
        if isinstance(change, SetText):
            texts[place] = change.text
        elif isinstance(change, Arrange):
            lists[place] = change.items
        else:
            keys.setdefault(place, []).append(change)
    assert source.root is not None
    return changed(source.root, texts, lists, keys)


def changed(
    node: Node,
    texts: Mapping[int, str],
    lists: Mapping[int, Sequence[Kept | New | Restored]],
    keys: Mapping[int, Sequence[AddKey | RemoveKey]],
) -> Plain:
    """The node's value with these changes, which are found by the place of the node that they mean."""

    def inner(child: Node) -> Plain:
        return changed(child, texts, lists, keys)

    if node.place in texts:
        return texts[node.place]
    if node.place in lists:
        return [inner(node.items[item.index]) if isinstance(item, Kept) else _made(item) for item in lists[node.place]]
    if node.place in keys:
        return _with_keys(node, [(value_of(key), inner(value)) for key, value in node.pairs], keys[node.place])
    if node.kind == "mapping":
        return tuple((value_of(key), inner(value)) for key, value in node.pairs)
    return [inner(item) for item in node.items] if node.kind == "sequence" else _leaf(node)


def _leaf(node: Node) -> Plain:
    if node.kind == "alias":
        return ("alias", node.text)
    return None if node.is_nothing else node.text


def _with_keys(node: Node, pairs: list[tuple[Plain, Plain]], changes: Sequence[AddKey | RemoveKey]) -> Plain:
    gone = {id(pairs[node.pair_number(change.key)]) for change in changes if isinstance(change, RemoveKey)}
    old = list(pairs)
    for change in changes:
        if isinstance(change, AddKey):
            before = [pair for pair in old if change.before is not None and pair[0] == change.before]
            place = next((n for n, pair in enumerate(pairs) if before and pair is before[-1]), len(pairs))
            pairs.insert(place, (change.key, plain(change.value)))
    return tuple(pair for pair in pairs if id(pair) not in gone)


def _made(item: New | Restored) -> Plain:
    if isinstance(item, New):
        return plain(item.value)
    part = YamlText.read(item.item.lines.encode())
    inner = [_deeper(change) for change in item.changes]
    made = expected(part, inner)
    assert isinstance(made, list)
    return made[0]


def _deeper(change: Change) -> Change:
    return type(change)(**{**{name: getattr(change, name) for name in change.__slots__}, "path": (0, *change.path)})


def plain(value: Value) -> Plain:
    """A value that was handed in, in the form in which nodes are compared."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return tuple((key, plain(item)) for key, item in value.items())
    return [plain(item) for item in value]

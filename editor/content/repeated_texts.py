"""Texts that a file's author repeats from one place in others, so that a change of the one changes all."""

from __future__ import annotations

from collections.abc import Iterator

from editor.yaml_text import Node, YamlText

Shape = tuple[str, str, tuple["Shape", ...]]
"""What a node says: its kind, its text, and the same of all below it."""


def changes_elsewhere(before: YamlText, after: YamlText) -> bool:
    """Whether a change of a file has changed what stands in another place as well, repeated there by the author."""
    if "*" not in before.text:
        return False
    old, new = _repeated(before), _repeated(after)
    return any(old[name] != new[name] for name in old.keys() & new.keys())


def _repeated(source: YamlText) -> dict[str, Shape]:
    """What is repeated, by the name under which the author repeats it."""
    if source.root is None:
        return {}
    return {node.text: _shape(source.resolved(node)) for node in _nodes(source.root) if node.kind == "alias"}


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in _children(node):
        yield from _nodes(child)


def _children(node: Node) -> tuple[Node, ...]:
    return (*node.items, *(half for pair in node.pairs for half in pair))


def _shape(node: Node) -> Shape:
    return node.kind, node.text, tuple(_shape(child) for child in _children(node))

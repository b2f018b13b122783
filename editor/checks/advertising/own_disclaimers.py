"""What a page's file says under a key that pages do not have."""

from __future__ import annotations

from editor.yaml_text import Node, YamlText

OWN_DISCLAIMERS = ("research", "disclaimers")


def own_disclaimers(source: YamlText | None) -> tuple[str, ...] | None:
    """The disclaimers that a page's file has for itself, though all pages share the site's; None where it has none."""
    if source is None:
        return None
    try:
        return tuple(_texts(source.resolved(source.node(OWN_DISCLAIMERS))))
    except KeyError:
        return None


def _texts(node: Node) -> list[str]:
    return [item.text for item in node.items] if node.kind == "sequence" else [node.text]

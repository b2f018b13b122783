"""The addresses in a style sheet, and the same style sheet with others in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtKeywordToken, FunctionBlock, LiteralToken, Node, ParseError, StringToken, URLToken

_HOLD_ADDRESSES = {"url", "src", "image", "image-set", "-webkit-image-set"}
_STRAY = {")", "]", "}"}


@dataclass(frozen=True, slots=True)
class CssAddress:
    """An address in a style sheet, in which line, and whether another style sheet is imported from there."""

    address: str
    line: int
    is_import: bool


def with_addresses(css: str, new_address: Callable[[CssAddress], str]) -> str:
    """The style sheet with each address replaced by what `new_address` answers for it, often the same.

    Raises RecursionError where brackets are nested too deeply.
    """
    nodes = _without_stray(tinycss2.parse_component_value_list(css))
    for token, is_import in _addresses(nodes, in_function=False):
        found = CssAddress(token.value, token.source_line, is_import)
        address = new_address(found)
        if address != found.address:
            quoted = _quoted(address)
            token.value = address
            token.representation = f"url({quoted})" if isinstance(token, URLToken) else quoted
    return tinycss2.serialize(nodes)


def _addresses(nodes: Iterable[Node], *, in_function: bool) -> Iterator[tuple[URLToken | StringToken, bool]]:
    """Each token that holds an address; `in_function` is true between the brackets of `url(` and the like."""
    statement = ""
    for node in nodes:
        if isinstance(node, AtKeywordToken):
            statement = node.lower_value
        elif isinstance(node, LiteralToken) and node.value == ";":
            statement = ""
        elif statement == "namespace":
            continue  # what looks like an address is a name there
        elif isinstance(node, URLToken) or (isinstance(node, StringToken) and (in_function or statement == "import")):
            yield node, statement == "import"
        elif isinstance(node, FunctionBlock):
            holds = node.lower_name in _HOLD_ADDRESSES
            for token, _ in _addresses(node.arguments, in_function=holds):
                yield token, statement == "import" and holds
        else:
            if node.type == "{} block":
                statement = ""
            yield from _addresses(getattr(node, "content", None) or (), in_function=False)


def _without_stray(nodes: list[Node]) -> list[Node]:
    """Closing brackets that nothing opened have no way to be written down again."""
    return [node for node in nodes if not (isinstance(node, ParseError) and node.kind in _STRAY)]


def _quoted(address: str) -> str:
    escaped = address.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return f'"{escaped}"'

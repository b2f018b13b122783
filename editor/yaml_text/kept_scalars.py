"""Scalars that get another text and keep their quotes, escapes and line ends wherever the text is the same."""

from __future__ import annotations

import re

from editor.yaml_text.alignment import Alignment, aligned
from editor.yaml_text.lines import BREAK, Lines
from editor.yaml_text.nodes import Node
from editor.yaml_text.scalars import Spot, Written, block_header, escaped, same_kind, single_quoted

BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


def kept_scalar(slice_: str, node: Node, text: str, spot: Spot) -> Written | None:
    """The node, of which `slice_` is the source, with only the differing characters exchanged.

    None where its style cannot hold the text. A parser must have the last word on what comes of it.
    """
    alignment = aligned(slice_, node.style, node.text)
    if alignment is None:
        return None
    if node.style in ("literal", "folded"):
        return _block(slice_, node, text, alignment, spot)
    start, end = _common(node.text, text)
    middle = _inline_middle(node, text, start, end)
    if middle is None:
        return None
    return Written(slice_[: alignment.places[start]] + middle + slice_[alignment.places[len(node.text) - end] :])


def _common(old: str, new: str) -> tuple[int, int]:
    """How many characters are the same at the start and, of the rest, at the end."""
    shortest = min(len(old), len(new))
    start = next((place for place in range(shortest) if old[place] != new[place]), shortest)
    rest = shortest - start
    end = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    return start, end


def _inline_middle(node: Node, text: str, start: int, end: int) -> str | None:
    """The characters that come in, as the node's quotes want them; None where they cannot stand there."""
    middle = text[start : len(text) - end]
    if node.style == "double":
        return escaped(middle)
    if node.style == "single":
        quoted = single_quoted(middle)
        return None if quoted is None else quoted[1:-1]
    keeps_something = start or end or same_kind(node.text, text)
    return middle if keeps_something and "\n" not in middle and "\t" not in middle else None


def _block(slice_: str, node: Node, text: str, alignment: Alignment, spot: Spot) -> Written | None:
    """A block of text; its header changes if the new text begins or ends in another way."""
    header, lines = BLOCK_HEADER.match(slice_), Lines(slice_)
    old, new = node.text.rstrip("\n"), text.rstrip("\n")
    breaks = len(text) - len(new)
    same_ending = breaks == len(node.text) - len(old)
    if not header or not old or not new or (breaks > 1 and not same_ending):
        return None
    start, end = _common(old, new)
    places = alignment.places
    begin, finish = places[start], places[len(old) - end]
    middle = _block_middle(new, start, end, lines.column(begin), node, alignment.indentation, spot)
    tail = slice_[places[-1] :] if same_ending else spot.line_break
    if not BREAK.search(tail):
        tail += spot.line_break
    body = slice_[lines.next(0) : begin] + middle + slice_[finish : places[-1]] + tail
    return Written(_header(header[0], node, text, alignment.indentation - max(spot.column, 0)), body)


def _block_middle(new: str, start: int, end: int, column: int, node: Node, indentation: int, spot: Spot) -> str:
    """The characters that come in, with the indentation of the lines that begin among them."""
    middle, follows = new[start : len(new) - end], new[len(new) - end :]
    margin = " " * indentation
    at_margin = margin[column:] if not middle.startswith("\n") and (middle or follows) else ""
    if node.style == "folded":
        return at_margin + re.sub("\n+", lambda found: spot.line_break * (len(found[0]) + 1) + margin, middle)
    rows = middle.split("\n")
    rows[1:] = [margin + row if row else "" for row in rows[1:]]
    if len(rows) > 1 and not rows[-1] and follows[:1] not in ("", "\n"):
        rows[-1] = margin
    return at_margin + spot.line_break.join(rows)


def _header(header: str, node: Node, text: str, indentation: int) -> str:
    """The block's header: as it is, if it still says what is right."""
    breaks = len(text) - len(text.rstrip("\n"))
    implied = 0 if "-" in header else len(node.text) - len(node.text.rstrip("\n")) if "+" in header else 1
    wanted = block_header(header[0], text.rstrip("\n"), breaks, indentation)
    digit = re.search("[0-9]", header)
    if breaks == implied and (digit or not re.search("[0-9]", wanted)):
        return header
    return header[0] + digit[0] + wanted[1:].lstrip("0123456789") if digit else wanted

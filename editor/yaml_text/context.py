"""How a node is held by the lines around it: after which colon or dash, how far indented, in brackets or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from editor.words import tr
from editor.yaml_text.lines import BREAKS, COMMENT_LINE, skip_gap
from editor.yaml_text.nodes import Node
from editor.yaml_text.refusals import Refused
from editor.yaml_text.scalars import Spot
from editor.yaml_text.yaml_text import YamlText


def spot_of(source: YamlText, chain: Sequence[Node]) -> Spot:
    """Where the last node of the chain stands; the chain begins at the root."""
    around = [node for node in chain[:-1] if node.is_collection]
    blocks = [node for node in around if node.style == "block"]
    column = source.lines.column(blocks[-1].start) if blocks else -1
    return Spot(column, len(blocks) < len(around), source.layout.step, source.line_break)


def indicator_end(source: YamlText, holder: Node, node: Node) -> int:
    """The place behind the dash or colon after which a value of a list or mapping stands.

    Raises Refused: there is no colon, as in `? key`.
    """
    text = source.text
    before, sign = holder.start, "-"
    children = holder.items
    if holder.kind == "mapping":
        children, sign = tuple(value for _, value in holder.pairs), ":"
    number = children.index(node)
    if holder.kind == "mapping":
        before = holder.pairs[number][0].end
    elif number:
        before = children[number - 1].end
    position = skip_gap(text, before)
    if text[position : position + 1] != sign or position >= len(text) or position + 1 > node.outer_start:
        raise Refused(tr("The file is written here in a way that this program leaves alone."))
    return position + 1


@dataclass(frozen=True, slots=True)
class Frame:
    """A small text that holds a value as its place in the file does: what stands before and behind, how many keys.

    In `{key}` there is no colon yet before the place of the value.
    """

    before: str
    behind: str = ""
    keys: int = 0
    lacks_colon: bool = False


def frame_of(source: YamlText, chain: Sequence[Node], spot: Spot) -> Frame:
    """The frame of the last node of the chain."""
    node, text = chain[-1], source.text
    indentation = " " * max(spot.column, 0)
    if spot.in_flow:
        keys = int(spot.column >= 0)
        before = indentation + "k: " * keys
        if chain[-2].kind == "mapping":
            key = next(key for key, value in chain[-2].pairs if value == node)
            lacks_colon = node.start == node.end == key.end and node.outer_start == node.start
            return Frame(before + ("{k" if lacks_colon else "{k: "), "}", keys + 1, lacks_colon)
        return Frame(before + "[", "]", keys)
    if len(chain) == 1:
        start = source.lines.start(node.outer_start)
        return Frame(text[start : node.outer_start] if source.lines.is_indentation(node.outer_start) else "--- ")
    begin = indicator_end(source, chain[-2], node)
    if chain[-2].kind == "sequence":
        return Frame(indentation + "-" + text[begin : node.outer_start])
    return Frame(indentation + "k:" + text[begin : node.outer_start], keys=1)


def loose_lines(source: YamlText, position: int) -> str:
    """The blank lines and comments that follow, from the beginning of a line on."""
    text, lines, end = source.text, source.lines, position
    while end < len(text):
        following = lines.next(end)
        line = text[end:following]
        if line.strip(" \t" + BREAKS) and not COMMENT_LINE.match(line):
            break
        end = following
    return text[position:end]

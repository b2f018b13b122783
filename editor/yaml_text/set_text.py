"""Giving a value another text: as few characters as can be, in the style it has, and only as a parser confirms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.words import tr
from editor.yaml_text.context import Frame, frame_of, loose_lines, spot_of
from editor.yaml_text.kept_scalars import BLOCK_HEADER, kept_scalar
from editor.yaml_text.lines import BREAKS
from editor.yaml_text.nodes import Node
from editor.yaml_text.refusals import Refused, Unreadable
from editor.yaml_text.scalars import Spot, Written, is_ambiguous, same_kind, ways_to_write
from editor.yaml_text.splice import TextEdit
from editor.yaml_text.yaml_text import YamlText


def text_edit(source: YamlText, chain: Sequence[Node], text: str) -> TextEdit:
    """The edit after which the last node of the chain has this text.

    Raises Refused: the node is a list or mapping, or the text cannot be written here.
    """
    node = chain[-1]
    if node.is_collection:
        raise Refused(tr("Several values stand here where one text was expected."))
    spot = replace(spot_of(source, chain), line_break=_line_break_at(source, node))
    frame = frame_of(source, chain, spot)
    gap = (
        ": "
        if frame.lacks_colon
        else " "
        if node.start == node.end and source.text[node.start - 1 : node.start].strip(" \t[{," + BREAKS)
        else ""
    )
    for written in _ways(source, node, text, spot):
        edit = _edit(source, node, spot, Written(gap + written.inline, written.body))
        made = edit.pieces[0]
        if isinstance(made, str) and _reads_as(frame, made + frame.behind + _below(source, spot, edit), node, text):
            return edit
    raise Refused(tr("This text cannot be written at this place of the file."))


def _ways(source: YamlText, node: Node, text: str, spot: Spot) -> Iterator[Written]:
    """The ways to write the new text; first the one that keeps what is there."""
    if text and node.kind == "scalar" and not node.is_nothing:
        keeping = kept_scalar(source.text[node.start : node.end], node, text, spot)
        if keeping:
            yield keeping
    yield from ways_to_write(text, spot, "plain" if node.kind == "alias" else node.style)


def _edit(source: YamlText, node: Node, spot: Spot, written: Written) -> TextEdit:
    """The edit that puts a scalar as written in the place of the old one; comments on its line stay there."""
    text = source.text
    is_block = node.style in ("literal", "folded")
    if not is_block and not written.body:
        end = node.end
        if node.end == node.start and not text[end : source.lines.end(end)].strip():
            end = source.lines.end(end)  # no blanks at the end of the line
        return TextEdit(node.start, end, (written.inline,))
    end = node.end if is_block else source.lines.next(node.end)
    header = BLOCK_HEADER.match(text, node.start) if is_block else None
    line_end = source.lines.end(node.start if is_block else node.end)
    rest = text[header.end() if header else node.end : line_end]
    line_break = text[line_end : source.lines.next(line_end)] or spot.line_break
    made = written.inline + rest.rstrip(" \t") + line_break + written.body
    ends_in_break = bool(written.body) and "-" not in written.inline
    if text[end - 1 : end] not in tuple(BREAKS) and not ends_in_break:
        made = made.removesuffix(spot.line_break)  # the last line of a file that has no break there
    return TextEdit(node.start, end, (made,))


def _below(source: YamlText, spot: Spot, edit: TextEdit) -> str:
    """What follows the edit up to the next value: a block of text must not swallow it."""
    if spot.in_flow:
        return ""
    end = edit.end
    if source.text[end - 1 : end] in tuple(BREAKS) and end > edit.start:
        return loose_lines(source, end)
    following = source.lines.next(end)
    return source.text[end:following] + loose_lines(source, following)


def _reads_as(frame: Frame, written: str, node: Node, text: str) -> bool:
    """Whether this is read as the text, and as text (or as the kind of thing that the old value was)."""
    try:
        table = YamlText.read_part(frame.before + written).table
    except Unreadable:
        return False
    leaves = [said for said in table.says if said[0] in ("scalar", "alias")]
    if len(leaves) != frame.keys + 1 or leaves[-1][:2] != ("scalar", text):
        return False
    if leaves[-1][2] != "plain" or node.tag not in (None, "!"):
        return True
    was_plain = node.kind == "scalar" and node.style == "plain" and not node.is_nothing
    return not is_ambiguous(text) or (was_plain and same_kind(node.text, text))


def _line_break_at(source: YamlText, node: Node) -> str:
    """The line break of the node's own line: a file may have two kinds."""
    end = source.lines.end(node.start)
    return source.text[end : source.lines.next(end)] or source.line_break


def closed_block(source: YamlText) -> TextEdit | None:
    """The edit that a block of text at the very end of a file, without a line break, needs before anything follows it.

    A line break behind it would become part of the text.
    """
    if source.text[-1:] in tuple(BREAKS):
        return None
    places = list(source.table.scalar_places())
    start, end, style = places[-1] if places else (0, 0, "")
    is_open = style in ("literal", "folded") and end == len(source.text)
    header = BLOCK_HEADER.match(source.text, start) if is_open else None
    if not header or "-" in header[0]:
        return None
    return TextEdit(start, header.end(), (header[0].replace("+", "") + "-",))

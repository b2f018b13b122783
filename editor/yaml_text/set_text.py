"""Giving a value another text: as few characters as can be, in the style it has, and only as a parser confirms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.words import tr
from editor.yaml_text.alignment import Alignment, aligned
from editor.yaml_text.context import Frame, frame_of, loose_lines, spot_of
from editor.yaml_text.lines import BREAKS
from editor.yaml_text.nodes import Node
from editor.yaml_text.refusals import Refused, Unreadable
from editor.yaml_text.scalars import (
    Spot,
    Written,
    block_header,
    escaped,
    is_ambiguous,
    same_kind,
    single_quoted,
    ways_to_write,
)  # fmt: skip
from editor.yaml_text.splice import TextEdit
from editor.yaml_text.yaml_text import YamlText

_HEADER = re.compile(r"[|>][-+0-9]*")


def text_edit(source: YamlText, chain: Sequence[Node], text: str) -> TextEdit:
    """The edit after which the last node of the chain has this text.

    Raises Refused: the node is a list or mapping, or the text cannot be written here.
    """
    node = chain[-1]
    if node.is_collection:
        raise Refused(tr("Several values stand here where one text was expected."))
    spot = replace(spot_of(source, chain), line_break=_line_break_at(source, node))
    frame = frame_of(source, chain, spot)
    gap = " " if node.start == node.end and source.text[node.start - 1 : node.start].strip(" \t[{," + BREAKS) else ""
    for written in _ways(source, node, text, spot):
        edit = _edit(source, node, spot, Written(gap + written.inline, written.body))
        made = edit.pieces[0]
        if isinstance(made, str) and _reads_as(frame, made + frame.behind + _below(source, spot, edit), node, text):
            return edit
    raise Refused(tr("This text cannot be written at this place of the file."))


def _ways(source: YamlText, node: Node, text: str, spot: Spot) -> Iterator[Written]:
    """The ways to write the new text; first the one that keeps what is there."""
    if text and node.kind == "scalar" and not node.is_nothing:
        slice_ = source.text[node.start : node.end]
        alignment = aligned(slice_, node.style, node.text)
        if alignment:
            keeping = _block_kept if node.style in ("literal", "folded") else _inline_kept
            written = keeping(slice_, node, text, alignment, spot)
            if written:
                yield written
    yield from ways_to_write(text, spot, "plain" if node.kind == "alias" else node.style)


def _common(old: str, new: str) -> tuple[int, int]:
    """How many characters are the same at the start and, of the rest, at the end."""
    shortest = min(len(old), len(new))
    start = next((place for place in range(shortest) if old[place] != new[place]), shortest)
    rest = shortest - start
    end = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    return start, end


def _inline_kept(slice_: str, node: Node, text: str, alignment: Alignment, _: Spot) -> Written | None:
    start, end = _common(node.text, text)
    middle: str | None = text[start : len(text) - end]
    assert middle is not None
    if node.style == "double":
        middle = escaped(middle)
    elif node.style == "single":
        quoted = single_quoted(middle)
        middle = quoted[1:-1] if quoted is not None else None
    elif "\n" in middle or "\t" in middle or not (start or end or same_kind(node.text, text)):  # a tab is not for all
        middle = None
    if middle is None:
        return None
    places = alignment.places
    return Written(slice_[: places[start]] + middle + slice_[places[len(node.text) - end] :])


def _block_kept(slice_: str, node: Node, text: str, alignment: Alignment, spot: Spot) -> Written | None:
    """The block with only the differing characters exchanged, and its header as the new end of the text wants it."""
    old, new = node.text.rstrip("\n"), text.rstrip("\n")
    if not old or not new:
        return None
    start, end = _common(old, new)
    middle, follows = new[start : len(new) - end], new[len(new) - end :]
    places = alignment.places
    begin, finish = places[start], places[len(old) - end]
    line_start = max(slice_.rfind(sign, 0, begin) for sign in BREAKS) + 1
    indentation = " " * alignment.indentation
    at_margin = begin - line_start < alignment.indentation and not middle.startswith("\n") and (middle or follows)
    encode = _literal_lines if node.style == "literal" else _folded_lines
    made = (indentation[begin - line_start :] if at_margin else "") + encode(middle, follows, indentation, spot)
    header = _HEADER.match(slice_)
    first_break = re.search(f"[{BREAKS}]", slice_)
    if not header or not first_break:
        return None
    body_start = first_break.end() + (slice_[first_break.start() : first_break.start() + 2] == "\r\n")
    tail = slice_[places[-1] :]
    if len(text) - len(new) != len(node.text) - len(old):
        tail = spot.line_break * max(1, len(text) - len(new))
    body = slice_[body_start:begin] + made + slice_[finish : places[-1]] + tail
    if body[-1:] not in tuple(BREAKS):
        body += spot.line_break
    return Written(_header(header[0], node, text, alignment.indentation - max(spot.column, 0)), body)


def _header(header: str, node: Node, text: str, indentation: int) -> str:
    """The block's header: as it is, if it still says what is right."""
    body, old = text.rstrip("\n"), node.text.rstrip("\n")
    trailing = len(text) - len(body)
    implied = 0 if "-" in header else len(node.text) - len(old) if "+" in header else 1
    wanted = block_header(header[0], body, trailing, indentation)
    digit = re.search("[0-9]", header)
    if trailing == implied and (digit or wanted[1:2] not in tuple("123456789")):
        return header
    return wanted if not digit else header[0] + digit[0] + wanted[1:].lstrip("0123456789")


def _literal_lines(middle: str, follows: str, indentation: str, spot: Spot) -> str:
    lines = middle.split("\n")
    lines[1:] = [indentation + line if line else "" for line in lines[1:]]
    if len(lines) > 1 and not lines[-1] and follows[:1] not in ("", "\n"):
        lines[-1] = indentation
    return spot.line_break.join(lines)


def _folded_lines(middle: str, follows: str, indentation: str, spot: Spot) -> str:
    return re.sub(
        "\n+", lambda found: spot.line_break * (len(found[0]) + 1) + (indentation if follows or middle else ""), middle
    )


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
    header = _HEADER.match(text, node.start) if is_block else None
    line_end = source.lines.end(node.start if is_block else node.end)
    rest = text[header.end() if header else node.end : line_end]
    line_break = text[line_end : source.lines.next(line_end)] or spot.line_break
    made = written.inline + rest.rstrip(" \t") + line_break + written.body
    if text[end - 1 : end] not in tuple(BREAKS) and "-" in (written.inline if written.body else "-"):
        made = made.removesuffix(spot.line_break)
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
    if leaves[-1][2] != "plain" or node.tag is not None:
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
    header = _HEADER.match(source.text, start) if is_open else None
    if not header or "-" in header[0]:
        return None
    return TextEdit(start, header.end(), (header[0].replace("+", "") + "-",))

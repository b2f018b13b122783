"""Lists in [ ] and mappings in { }: rearranging entries and the commas between them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from editor.words import tr
from editor.yaml_text.entries import Entry, own_comments_start
from editor.yaml_text.lines import BREAK
from editor.yaml_text.nodes import Node
from editor.yaml_text.ordering import NewEntry, Row, Wanted
from editor.yaml_text.refusals import Refused
from editor.yaml_text.rows import in_lines, piece_of
from editor.yaml_text.splice import Span, TextEdit
from editor.yaml_text.yaml_text import YamlText

_REST_OF_LINE = re.compile(r"[ \t]*(,?)[ \t]*(?:#[^\n\r\x85\u2028\u2029]*)?(?:\r\n|[\n\r\x85\u2028\u2029])")

Rearranged = tuple[list[Entry], list[TextEdit]]


def between_brackets(source: YamlText, node: Node, entries: list[Entry], wanted: Wanted) -> Rearranged:
    """The entries with all that goes with them, and the edits after which exactly the wanted ones stand there.

    Raises Refused: the brackets are left out, as in `[key: value]`.
    """
    text = source.text
    if text[node.start] not in "[{":
        raise Refused(tr("The file is written here in a way that this program leaves alone."))
    inside = Span(node.start + 1, node.end - 1)
    if not wanted or not entries:
        made = ", ".join(thing.text for thing in wanted if isinstance(thing, NewEntry))
        return [replace(entry, first=inside.start, end=inside.end) for entry in entries[:1]], [
            TextEdit(inside.start, inside.end, (made,))
        ]
    tail = text[entries[-1].end : inside.end]
    appends_below_comment = "#" in tail and isinstance(wanted[-1], NewEntry) and "," not in tail.partition("#")[0]
    if "#" in text[inside.start : inside.end] and not appends_below_comment:
        with_lines = _with_lines(source, entries)
        if with_lines:
            return with_lines, _in_own_lines(source, entries, with_lines, wanted)
    return entries, [_among_commas(source, inside, entries, wanted)]


def _among_commas(source: YamlText, inside: Span, entries: list[Entry], wanted: Wanted) -> TextEdit:
    """The edit that keeps what stands between the entries where it is."""
    text = source.text
    row = Row(list(range(len(entries))))
    row.gaps = [text[entry.end : following.first] for entry, following in pairwise(entries)]
    margin = text[inside.start : entries[0].first]
    row.arrange(wanted, row.usual_gap("," + margin if BREAK.search(margin) and "#" not in margin else ", "))
    end, tail = entries[-1].end, text[entries[-1].end : inside.end]
    if "#" in tail and isinstance(row.things[-1], NewEntry) and row.gaps:
        # Below the comment that belongs to the entry above, on a line of its own; the comma leads.
        comment_end = BREAK.search(tail, tail.index("#"))
        end += comment_end.start() if comment_end else len(tail)
        comma = "" if "," in tail.partition("#")[0] else ", "
        indentation = " " * source.lines.column(entries[-1].first)
        row.gaps[-1] = text[entries[-1].end : end] + source.line_break + indentation + comma
    pieces: list[str | Span] = []
    for number, thing in enumerate(row.things):
        pieces.append(piece_of(thing, entries))
        pieces += row.gaps[number : number + 1]
    return TextEdit(entries[0].first, end, tuple(pieces))


def _with_lines(source: YamlText, entries: list[Entry]) -> list[Entry] | None:
    """The entries with their lines and comments; None if they do not all stand on lines of their own."""
    found: list[Entry] = []
    for entry in entries:
        rest = _REST_OF_LINE.match(source.text, entry.end)
        if not rest or not source.lines.is_indentation(entry.start):
            return None
        limit = found[-1].end if found else 0
        found.append(replace(entry, first=own_comments_start(source, entry.start, limit), end=rest.end()))
    return found


def _in_own_lines(source: YamlText, entries: list[Entry], with_lines: list[Entry], wanted: Wanted) -> list[TextEdit]:
    """The edits that move whole lines, and put the commas right."""
    rest = _REST_OF_LINE.match(source.text, entries[-1].end)
    ends_with_comma = rest is not None and rest[1] == ","
    indentation = " " * source.lines.column(entries[0].start)
    lines: list[int | NewEntry] = []
    for number, thing in enumerate(wanted):
        if isinstance(thing, NewEntry):
            comma = "," if ends_with_comma or number + 1 < len(wanted) else ""
            lines.append(replace(thing, text=indentation + thing.text + comma + source.line_break))
        else:
            lines.append(thing)
    edits = in_lines(source, with_lines, lines)
    last = len(entries) - 1
    if last in wanted and wanted[-1] != last and not ends_with_comma:
        edits.append(TextEdit(entries[-1].end, entries[-1].end, (",",)))
    return edits

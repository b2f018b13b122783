"""From a file's bytes, or from pasted text, to references."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from editor.references.reading.declining import why_not_text
from editor.references.reading.decoding import LOST, decoded
from editor.references.reading.found import ReadingStopped, ReadReferences, Unread, UnsupportedFormat
from editor.references.reading.names import without_others
from editor.references.reading.notices import with_retraction
from editor.references.reading.recognising import format_of
from editor.references.reference import Reference
from editor.words import tr, tr_count

MOST_BYTES = 50_000_000

Progress = Callable[[int, float], None]
"""Is told how many references are read, and how much of the whole that is, from 0 to 1."""

_MOST_TOLD = 500
"""Places that could not be read; what comes after them is counted."""
_EACH = 100
"""References between two calls of progress."""


def references_in(
    data: bytes, name: str = "", *, progress: Progress | None = None, stop: threading.Event | None = None
) -> ReadReferences:
    """The references of a file, whatever its encoding and format; `name` is how messages call it.

    Blocking; `progress` is called on the same thread. Raises UnsupportedFormat, and ReadingStopped once `stop` is set.
    """
    if len(data) > MOST_BYTES:
        raise UnsupportedFormat(
            tr("{name} is larger than 50 MB. Save it in parts and add these one by one.", name=name or tr("This file"))
        )
    if why := why_not_text(data):
        raise UnsupportedFormat(why)
    text = decoded(data)
    read = references_of_text(text, progress=progress, stop=stop)
    if LOST not in text or LOST.encode() in data:
        return read
    words = tr("Some letters in this file could not be read; each stands as “{sign}”.", sign=LOST)
    return replace(read, unread=(*read.unread, words))


def references_of_text(
    text: str, *, progress: Progress | None = None, stop: threading.Event | None = None
) -> ReadReferences:
    """The references of a pasted text; see `references_in`."""
    form = format_of(text)
    references: list[Reference] = []
    unread: list[str] = []
    further = 0
    for found in form.read(text):
        if stop is not None and stop.is_set():
            raise ReadingStopped
        if isinstance(found.what, Unread):
            if len(unread) < _MOST_TOLD:
                unread.append(found.what.words)
            else:
                further += 1
            continue
        references.append(with_retraction(without_others(found.what)))
        if progress is not None and len(references) % _EACH == 0:
            progress(len(references), found.share)
    if further:
        unread.append(tr_count("And one more place.", "And {count} more places.", further))
    return ReadReferences(tuple(references), tuple(unread), form.name)

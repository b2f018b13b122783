"""Files that hold a web page: its text, or the page as a browser has saved it."""

from __future__ import annotations

import re

from editor.references.page_text.lines import TextLine, lines_of_html, lines_of_text

MOST_BYTES = 5_000_000
_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body|<(?:div|p|h1|meta|article|main)[\s>])", re.IGNORECASE)
_CHARSET = re.compile(
    rb"charset\s*=\s*[\"']?((?:windows|iso|gb|big5|euc|shift|koi8|macintosh)[\w-]{0,16})", re.IGNORECASE
)
"""Encodings of websites; Python knows others, some of them for no text."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def lines_of_file(data: bytes) -> tuple[TextLine, ...]:
    """The lines of a file. Raises TooMuch for HTML that no page has."""
    text = _decoded(data)
    return lines_of_html(text) if _HTML.match(text) else lines_of_text(text)


def _decoded(data: bytes) -> str:
    """The file's text: by its mark, as UTF-8, by what it says of itself, else as older Windows programs write.

    What is UTF-8 throughout is hardly anything else, whatever the website that it was saved from says.
    """
    named = _CHARSET.search(data[:2048])
    ways = [way for mark, way in _MARKS if data.startswith(mark)]
    ways += ["utf-8", *([named[1].decode("ascii")] if named is not None else [])]
    for way in ways:
        try:
            return data.decode(way)
        except (UnicodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")

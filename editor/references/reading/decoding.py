"""From a file's bytes to text: UTF-8 and UTF-16 with or without their mark, Chinese GB 18030, then Windows-1252."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF8_CHARACTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")
_CHINESE = re.compile(rb"(?:[\xa1-\xa9\xb0-\xf7][\xa1-\xfe])+")
_LOOKED_AT = 65_536
"""Bytes."""

LOST = "\ufffd"
"""What stands for a character that could not be read."""


def decoded(data: bytes) -> str:
    """The text, its lines ending with LF alone; what no encoding explains is `LOST`, nothing is left out."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lines(data[len(mark) :].decode(encoding, errors="replace"))
    return _lines(data.decode(_encoding(data), errors="replace"))


def _encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return _without_mark(data) or "utf-8"
    if (wide := _without_mark(data)) is not None:
        return wide
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    of_utf8 = sum(map(len, _UTF8_CHARACTER.findall(data)))
    if 2 * of_utf8 > high:  # a few damaged letters, as where a file was cut off, spoil no other
        return "utf-8"
    if all(_CHINESE.fullmatch(run) for run in _HIGH.findall(data)):
        return "gb18030"
    return "windows-1252"


def _without_mark(data: bytes) -> str | None:
    """UTF-16 that lacks its mark: of mostly English text every second byte is zero."""
    start = data[:_LOOKED_AT]
    half = len(start) // 2
    if half == 0 or start.count(0) * 3 < half:
        return None
    return "utf-16-be" if 10 * start[0::2].count(0) > 9 * start.count(0) else "utf-16-le"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")

"""Letters that an old Windows program has saved in its own way (Windows-1252) among those of a UTF-8 file."""

from __future__ import annotations

import re

_CODEC = "cp1252"
_KEY = re.compile(r"[ \t]*(?:- +)*[^\s:]+ *:(?=\s)")
_APOSTROPHE = "\u2019"
_BEHIND_APOSTROPHE = re.compile(r"(?:s|t|d|m|re|ve|ll)\b|\W|\Z")
_BEFORE_APOSTROPHE = re.compile(r"(?:\b[ODLdl]|\W)\Z")
_LINE = re.compile(rb"[^\n]*\n?")
_DASHES = "\u2013\u2014\u2026"
# What people type: quotation marks, signs and fractions. The rest of the old letters would be a guess.
_MARKS = frozenset("\u201c\u201d\u2022\u2122\xa0®©°²½÷§«»")
_SIGNS = _MARKS | frozenset("\u2018\xd7±µ·" + _DASHES)
# Only those that Windows of Central Europe (1250) and of Turkey (1254) read in the same way: õ would be ő there, è č.
_LETTERS = frozenset("áâäçéëíîóôöúüßÁÂÄÇÉËÍÎÓÔÖÚÜ")


def letters_of(data: bytes) -> list[tuple[bytes, str]] | None:
    """Every line of the file, with its line break, as bytes and as text; None where that would be a guess."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        return None
    lines: list[tuple[bytes, str]] = []
    for line in _LINE.findall(data):
        text = _text_of(line)
        if text is None:
            return None
        lines.append((line, text))
    return lines


def _text_of(line: bytes) -> str | None:
    try:
        return line.decode()
    except UnicodeDecodeError:
        pass
    if re.search(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}", line):
        return None  # letters of both kinds in one line
    try:
        text = line.decode(_CODEC)
    except UnicodeDecodeError:
        return None
    key = _KEY.match(text)
    old = [place for place, letter in enumerate(text) if ord(letter) > 0x7F]
    is_in_key = key is not None and old[0] < key.end()
    return text if not is_in_key and all(_is_likely(text, place) for place in old) else None


def _is_likely(text: str, place: int) -> bool:
    """Whether a letter fits its neighbours, as it would not if it came from yet another encoding."""
    letter, before, after = text[place], text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if letter == _APOSTROPHE:
        return bool(before.strip()) and (
            _BEHIND_APOSTROPHE.match(text, place + 1) is not None
            or (_BEFORE_APOSTROPHE.search(text[:place]) is not None and after.isalpha())
        )
    if letter == "£":  # the letter Ł elsewhere
        return after.isdigit() and not before.isalpha()
    if letter in _SIGNS:
        return not (letter in _MARKS and before.isalpha() and after.isalpha())
    is_large_behind_small = letter.isupper() and before.islower()
    is_small_among_large = letter.islower() and before.isupper() and after.isupper()
    return letter in _LETTERS and not is_large_behind_small and not is_small_among_large

"""What is no list of references, and what to do with it instead."""

from __future__ import annotations

import re

from editor.words import tr

_WEB_PAGE = re.compile(r"\A\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_MODS = re.compile(r"<(?:[\w.-]+:)?mods(?:Collection)?\b")
_OVID = re.compile(r"^<[0-9]+>[^\S\n]*$", re.MULTILINE)
_LOOKED_AT = 65_536
"""Bytes, in which a compressed file names what is in it."""


def why_not_text(data: bytes) -> str:
    """What a file is that is no text; "" for one that may be some."""
    start = data[:_LOOKED_AT]
    for begins, words in (
        (b"%PDF-", tr("This is a PDF. Copy the DOI from its first page, and paste that.")),
        (b"{\\rtf", tr("This is a document of a word processor. Open it there, copy the text, and paste it.")),
        (
            b"\xd0\xcf\x11\xe0",
            tr("This is a file of Word or Excel. Open it there, copy the rows or the text, and paste them."),
        ),
        (b"\x89PNG", tr("This is a picture, which holds no text.")),
        (b"\xff\xd8\xff", tr("This is a picture, which holds no text.")),
    ):
        if start.startswith(begins):
            return words
    if start.startswith(b"PK\x03\x04"):
        if b"xl/" in start:
            return tr("This is an Excel workbook. Open it in Excel, copy the rows with their headings, and paste them.")
        if b"word/" in start:
            return tr("This is a Word document. Open it in Word, copy the text, and paste it.")
        return tr("This is a compressed folder. Open it, take out the file with the studies, and add that.")
    return ""


def why_no_references(text: str) -> str:
    """What a text is in which no format was recognised."""
    if not text.strip():
        return tr("There is nothing in it.")
    if "\0" in text:
        return tr("This file holds no text, so no study can be read from it.")
    if _WEB_PAGE.match(text):
        return tr("This is a saved web page. Open it in the browser, copy what you need, and paste it.")
    if _MODS.search(text) or _OVID.search(text):
        return tr("This comes from a library catalogue, in a format that is not read here. Save it there as RIS.")
    return tr("No studies were found in it. It can be RIS, PubMed, BibTeX, EndNote, JSON, or a table with headings.")

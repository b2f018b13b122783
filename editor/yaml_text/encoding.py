"""Between the bytes of a file and its text: the encoding and its mark are kept, never guessed."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from editor.words import tr
from editor.yaml_text.refusals import Refused, Unreadable

_CODECS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file's text was written as bytes: the codec, and the mark at its start."""

    codec: str
    mark: bytes

    def encode(self, text: str) -> bytes:
        """The bytes of the text, its mark in front.

        Raises Refused: a character has no bytes (half of a surrogate pair).
        """
        try:
            return self.mark + text.encode(self.codec)
        except UnicodeEncodeError as error:
            raise Refused(
                tr("The text holds a broken character, often shown as a box, which no file can keep.")
            ) from error

    def decode(self, data: bytes) -> str:
        """The text of a file's bytes that have this encoding, without its mark."""
        return data[len(self.mark) :].decode(self.codec)


def encoding_of(data: bytes) -> Encoding:
    """The encoding of a file's bytes.

    Raises Unreadable: the bytes are neither UTF-8 nor UTF-16 with its mark.
    """
    mark = next((mark for mark in _CODECS if data.startswith(mark)), b"")
    codec = _CODECS.get(mark, "utf-8")
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        raise Unreadable(
            tr("The file holds letters saved in an old encoding."),
            tr("Ask the person who looks after the website to save it again with the encoding UTF-8."),
            data.count(b"\n", 0, len(mark) + error.start) + 1,
        ) from error
    extra = len(text) - len(text.lstrip(_BYTE_ORDER_MARK))  # joined files may begin with more than one
    return Encoding(codec, mark + text[:extra].encode(codec))

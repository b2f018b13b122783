"""The encoding and its mark are kept, never guessed."""

from __future__ import annotations

import pytest

from editor.yaml_text import Refused, Unreadable, YamlText
from editor.yaml_text.changes import SetText
from editor.yaml_text.writing import write


@pytest.mark.parametrize(
    "data",
    [
        b"a: x\n",
        b"\xef\xbb\xbfa: x\n",
        b"\xff\xfe" + "a: x\n".encode("utf-16-le"),
        b"\xfe\xff" + "a: x\n".encode("utf-16-be"),
        b"\xef\xbb\xbf\xef\xbb\xbfa: x\r\n",
    ],
    ids=["utf-8", "with its mark", "utf-16 little", "utf-16 big", "two marks"],
)
def test_a_change_keeps_encoding_and_mark(data: bytes) -> None:
    source = YamlText.read(data)
    made = write(source, [SetText(("a",), "針灸")])
    assert made.data == data.replace(
        source.encoding.encode("x")[len(source.encoding.mark) :], made_bytes(source, "針灸")
    )
    assert write(made, [SetText(("a",), "x")]).data == data


def made_bytes(source: YamlText, text: str) -> bytes:
    return text.encode(source.encoding.codec)


def test_letters_of_an_old_encoding_are_explained_with_their_line() -> None:
    with pytest.raises(Unreadable) as caught:
        YamlText.read("a: x\nb: café\n".encode("latin-1"))
    assert caught.value.line == 2
    assert "encoding" in caught.value.reason
    assert "UTF-8" in caught.value.advice


def test_half_a_character_is_refused_before_anything_is_written() -> None:
    with pytest.raises(Refused):
        write(YamlText.read(b"a: x\n"), [SetText(("a",), "\ud800")])

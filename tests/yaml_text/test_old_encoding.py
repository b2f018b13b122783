"""Letters of Windows-1252 in a file that is to be UTF-8: read as what they surely are, or the file is left."""

from __future__ import annotations

import pytest

from editor.yaml_text import PAGE_LIMITS, Refused
from editor.yaml_text.mending import Draft, Unsure

KNOWN = frozenset({("name",), ("title",), ("intro",)})


def mended(data: bytes) -> str | None:
    """The text that is sure; None where nothing is."""
    try:
        draft = Draft.of(data, PAGE_LIMITS, KNOWN)
        draft.mend_lines()
        text = draft.data()
    except (Unsure, Refused):
        return None
    return text.decode() if draft.is_sound() else None


@pytest.mark.parametrize(
    ("broken", "wanted"),
    [
        (b"\x93A\x94 \x96 it\x92s 5\xb5m", "“A” \u2013 it\u2019s 5µm"),
        (b"caf\xe9 O\x92Brien \xa9 2018", "café O\u2019Brien © 2018"),
        (b"caf\x8e", None),  # é of an old Mac
        (b"K\x94ln", None),  # ö of DOS
        (b"caf\xc3 x", None),  # half of a UTF-8 letter
        (b"caf\xe9 \xc3\xa9", None),  # letters of both kinds
        (b"it\x81", None),
        (b"a \x92x", None),
    ],
)
def test_letters_of_an_old_encoding(broken: bytes, wanted: str | None) -> None:
    text = mended(b"name: Back\ntitle: " + broken + b"\nintro: \xe2\x80\x9cC\xe2\x80\x9d\n")
    assert text == (None if wanted is None else f"name: Back\ntitle: {wanted}\nintro: “C”\n")


@pytest.mark.parametrize("elsewhere", ["cp1250", "cp1254"])
def test_a_letter_that_another_old_windows_reads_as_another_is_no_sure_one(elsewhere: str) -> None:
    for code in range(0x80, 0x100):
        byte = bytes((code,))
        here, there = byte.decode("cp1252", errors="replace"), byte.decode(elsewhere, errors="replace")
        if here != there and there.isalpha():
            for words in (b"id" + byte + b"s", b"s" + byte + b" a", b"a " + byte + b"s", b"A " + byte):
                assert mended(b"name: Back\ntitle: " + words + b"\n") is None, (words, there)


@pytest.mark.parametrize("words", ["Köln, Zürich, Bär, groß", "Garçon, café", "así, corazón, útil", "£45 to £60 …"])
def test_what_western_texts_need_is_mended_still(words: str) -> None:
    text = f"name: Back\ntitle: {words} “A”\n"
    assert mended(text.encode("cp1252")) == text


def test_a_key_is_never_made_of_old_letters() -> None:
    assert mended(b"name: A\nx_caf\xe9: B\n") is None

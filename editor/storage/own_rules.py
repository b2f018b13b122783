"""The clinic's own sets of checks and its list of words, as their files lie in the content folder."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from editor.storage.content_folder import ContentFolder
from editor.storage.file_names import ENDINGS
from editor.storage.refusals import NotSaved, Unreachable
from editor.words import tr

OWN_RULES = ".clinic-editor/rules"
OWN_WORDS = ".clinic-editor/words.txt"


@dataclass(frozen=True, slots=True)
class OwnRuleFiles:
    """What the files hold, by their names from the content folder on; `unreadable` are those that cannot be read, with
    what to say of them.
    """

    packs: Mapping[str, bytes] = field(default_factory=dict)
    words: bytes = b""
    unreadable: Mapping[str, str] = field(default_factory=dict)


def read_own_rules(folder: ContentFolder) -> OwnRuleFiles:
    """Read the files; it blocks on the disk. A folder without them has empty ones."""
    held: dict[str, bytes] = {}
    unreadable: dict[str, str] = {}
    for name in (*_pack_files(folder.root), OWN_WORDS):
        if (folder.root / name).exists():
            try:
                held[name] = folder.read(name)
            except Unreachable as unreachable:
                unreadable[name] = str(unreachable)
    words = held.pop(OWN_WORDS, b"")
    return OwnRuleFiles(held, words, unreadable)


def words_in(data: bytes) -> frozenset[str]:
    """The words of the clinic's list, one a line; what follows a # is a remark. Raises UnicodeDecodeError."""
    return frozenset(filter(None, map(_word_of, data.decode("utf-8-sig").splitlines())))


def add_own_word(folder: ContentFolder, word: str) -> None:
    """Put a word into the clinic's list; it blocks on the disk. Words that others add just now stay.

    Raises NotSaved, also for a list that cannot be read, where no word would be found; and Unconfirmed.
    """
    _rewrite(folder, partial(_with_word, word))


def drop_own_word(folder: ContentFolder, word: str) -> None:
    """Take a word out of the clinic's list; as `add_own_word`."""
    _rewrite(folder, partial(_without_word, word))


def _rewrite(folder: ContentFolder, change: Callable[[bytes], bytes]) -> None:
    try:
        folder.rewrite(OWN_WORDS, tr("the clinic's list of words"), change)
    except UnicodeDecodeError as error:
        reason = tr("The clinic's list of words, {file}, cannot be read: it is not saved as UTF-8.", file=OWN_WORDS)
        raise NotSaved(reason, tr("Ask whoever looks after your website.")) from error


def _with_word(word: str, data: bytes) -> bytes:
    if word in words_in(data):
        return data
    end = b"\r\n" if b"\r\n" in data else b"\n"
    gap = end if data and not data.endswith(b"\n") else b""
    return data + gap + word.encode() + end


def _without_word(word: str, data: bytes) -> bytes:
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    lines = data[len(mark) :].decode().splitlines(keepends=True)
    return mark + "".join(line for line in lines if _word_of(line) != word).encode()


def _word_of(line: str) -> str:
    return line.partition("#")[0].strip()


def _pack_files(root: Path) -> list[str]:
    """The packs' files, sorted; none where the folder is not there or cannot be listed."""
    try:
        names = [path.name for path in (root / OWN_RULES).iterdir()]
    except OSError:
        return []
    return sorted(
        f"{OWN_RULES}/{name}"
        for name in names
        if PurePosixPath(name).suffix.lower() in ENDINGS and not name.startswith(".")
    )

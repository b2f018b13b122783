"""The clinic's own sets of checks and its list of words, as their files lie in the content folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from editor.storage.content_folder import ContentFolder
from editor.storage.file_names import ENDINGS
from editor.storage.refusals import Unreachable

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

"""Digests by which an export knows what has not changed. Times and sizes of files are never trusted."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import editor
from editor.content.condition_page import ConditionPage
from editor.content.study import Study

_MADE_BY = ("content", "markup", "render", "yaml_text")
"""The rooms of the program that what is exported depends on."""
_MADE_WITH = ("Jinja2", "Markdown", "MarkupSafe", "PyYAML", "nh3", "tinycss2")
"""The libraries that it depends on."""
_PIECE = 1 << 16
_STUDY_WORDS = tuple(one.name for one in fields(Study) if one.name != "key")
_PAGE_WORDS = tuple(one.name for one in fields(ConditionPage) if one.name != "studies")


def digest(data: bytes) -> str:
    """The digest of bytes."""
    return _new(data).hexdigest()


def digest_of_all(*pieces: bytes | str) -> str:
    """One digest of several texts or bytes, each kept apart from the next."""
    found = _new()
    for piece in pieces:
        data = piece.encode(errors="surrogatepass") if isinstance(piece, str) else piece
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


def file_digest(path: Path) -> str:
    """The digest of what is in a file; "" where it cannot be read, as a pipe, which would never answer. It blocks on
    the disk.
    """
    found = _new()
    try:
        if not path.is_file():
            return ""
        with path.open("rb", buffering=0) as stream:
            while piece := stream.read(_PIECE):
                found.update(piece)
    except (OSError, ValueError):  # a name that no file can have
        return ""
    return found.hexdigest()


def page_value(page: ConditionPage) -> str:
    """A page's words, the same for equal pages: the keys of studies, new at each reading, are left out."""
    studies = [[getattr(study, name) for name in _STUDY_WORDS] for study in page.study_list]
    return repr(([getattr(page, name) for name in _PAGE_WORDS], studies))


@functools.cache
def program_digest(further_rooms: tuple[str, ...] = (), further_libraries: tuple[str, ...] = ()) -> str:
    """The digest of this program as far as it makes pages, or does more; of a packaged one, which has no sources, of
    its version.
    """
    root = Path(editor.__file__).parent
    sources = sorted(file for room in (*_MADE_BY, *further_rooms) for file in (root / room).glob("**/*.py"))
    versions = (editor.__version__, *map(_version, (*_MADE_WITH, *further_libraries)))
    return digest_of_all(*versions, *(file.read_bytes() for file in (root / "words.py", *sources) if file.is_file()))


def _version(library: str) -> str:
    """The version of a library; "" in a packaged program, whose own version tells it."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _new(data: bytes = b"") -> hashlib.blake2b:
    return hashlib.blake2b(data, digest_size=16)

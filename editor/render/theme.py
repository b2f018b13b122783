"""How pages look, as one value: the program's templates and style sheet, with the website's own laid over them.

Each file of the website's own look takes the place of the built-in one of that name, and of no other.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import TypedDict

from editor.paths import resources
from editor.words import tr

STYLE = "style.css"
TEMPLATE_ENDING = ".html"
TEMPLATE_MARK = "template "
"""What stands before a template's name in a traceback, where no file's name begins so."""
PAGE_TEMPLATE = "page.html"
INDEX_FILE = "index.html"
"""The list of all conditions: its file among exported pages, and its template."""
THEME_FOLDER = "theme"
"""Where the files of the look lie, in the content folder and beside exported pages."""


class Delivery(Enum):
    """How a document comes by the files of its look."""

    LINKED = auto()
    """An exported page: `theme/` lies beside it."""
    PREVIEW = auto()
    """The preview: the style sheet stands in the document, other files are served from `theme/`."""
    SINGLE_FILE = auto()
    """Everything stands in the document."""


class NotRendered(Exception):
    """A template cannot be used: which, in which line if that is known, and why, for the look's author.

    `replaced` is the template of the website's own in whose place the built-in one can be tried; where the faulty one
    has no counterpart there, it is the one that led to it.
    """

    def __init__(self, template: str, line: int | None, reason: str, replaced: str) -> None:
        super().__init__(template, line, reason, replaced)
        self.template = template
        self.line = line
        self.reason = reason
        self.replaced = replaced


class FaultJson(TypedDict):
    """A fault of a look as JSON carries it to another process."""

    file: str
    line: int | None
    reason: str
    is_replaced: bool


@dataclass(frozen=True, slots=True)
class ThemeFault:
    """What is wrong with a file of the website's own look: in which line if that is known, and why.

    `is_replaced` tells whether the built-in look is shown instead: that file, or the one that led to it.
    """

    file: str
    line: int | None
    reason: str
    is_replaced: bool = True

    def sentence(self) -> str:
        """All of it in words."""
        where = (
            tr("{file} of the website's own look", file=self.file)
            if self.line is None
            else tr("{file} of the website's own look, line {line}", file=self.file, line=self.line)
        )
        sentence = tr("{where}: {reason}.", where=where, reason=self.reason)
        return f"{sentence} {tr('The built-in look is shown instead.')}" if self.is_replaced else sentence

    def to_json(self) -> FaultJson:
        """The fault as plain values for JSON; `ThemeFault(**values)` makes it again."""
        return {"file": self.file, "line": self.line, "reason": self.reason, "is_replaced": self.is_replaced}


@dataclass(frozen=True, slots=True)
class Rendering:
    """HTML, and the faults that were met on the way to it."""

    html: str
    faults: tuple[ThemeFault, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A file of a look that is no template, such as a font: its media type and its bytes."""

    kind: str
    content: bytes


class ThemeJson(TypedDict):
    """A look as JSON carries it to another process."""

    digest: str
    texts: dict[str, str]
    files: list[str]
    folder: str | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A look for the website. Equal `digest`s mean equal looks, files' contents included.

    `texts` are the website's own templates and style sheet by name; `files` names what else lies in its `folder`, such
    as fonts, with "/" on every system; `faults` tells what there cannot be used.
    """

    digest: str
    texts: tuple[tuple[str, str], ...] = field(default=(), compare=False, repr=False)
    files: tuple[str, ...] = field(default=(), compare=False)
    folder: Path | None = field(default=None, compare=False)
    faults: tuple[ThemeFault, ...] = ()

    @property
    def own(self) -> frozenset[str]:
        """The names of templates and style sheet that are the website's own; none for the built-in look."""
        return frozenset(name for name, _ in self.texts)

    def text(self, name: str) -> str:
        """The template or style sheet of this name, the website's own before the built-in one; KeyError if none."""
        for own_name, text in self.texts:
            if own_name == name:
                return text
        return built_in_texts()[name]

    def file(self, name: str) -> ThemeFile:
        """One of the `files`. It blocks on the disk; raises OSError, or ValueError where there is none of that name."""
        from editor.render.theme_folder import read_theme_file

        return read_theme_file(self, name)

    def without(self, name: str) -> Theme:
        """The same look with the built-in file in the place of one of its own."""
        texts = tuple(text for text in self.texts if text[0] != name)
        return replace(self, digest=_digest((self.digest, name)), texts=texts)

    def prepare(self, delivery: Delivery) -> None:
        """Load all that `render` needs, for whoever has the time before the first page comes."""
        from editor.render.templates import prepare

        prepare(self, delivery)

    def render(self, template: str, values: Mapping[str, object], delivery: Delivery) -> Rendering:
        """The HTML that a template makes of values.

        A template of the website's own that is faulty is replaced by the built-in one, and told in the answer. Raises
        NotRendered where the built-in one is, or where there is none of that name.
        """
        # Loaded with the first page: the window, which leaves rendering to another process, starts without it.
        from editor.render.templates import render

        return render(self, template, values, delivery)

    def to_json(self) -> ThemeJson:
        """The look as plain values for JSON; its faults stay behind."""
        folder = None if self.folder is None else str(self.folder)
        return {"digest": self.digest, "texts": dict(self.texts), "files": list(self.files), "folder": folder}

    @classmethod
    def from_json(cls, data: ThemeJson) -> Theme:
        """The look that `to_json` took apart."""
        folder = None if data["folder"] is None else Path(data["folder"])
        return cls(data["digest"], tuple(data["texts"].items()), tuple(data["files"]), folder)


def own_theme(
    folder: Path, texts: Mapping[str, str], files: Mapping[str, str], faults: Iterable[ThemeFault] = ()
) -> Theme:
    """The website's own look from `folder`: its templates and style sheet, and a digest of each other file."""
    pieces = [built_in_theme().digest]
    for kind in (texts, files):
        pieces.append(str(len(kind)))
        pieces += (piece for item in sorted(kind.items()) for piece in item)
    return Theme(_digest(pieces), tuple(sorted(texts.items())), tuple(sorted(files)), folder, tuple(faults))


def built_in_theme() -> Theme:
    """The look that comes with the program."""
    return Theme(_digest(piece for item in built_in_texts().items() for piece in item))


@functools.cache
def built_in_texts() -> Mapping[str, str]:
    """The program's own templates and its style sheet, by name. Raises OSError where it is not installed whole."""
    files = sorted((resources() / "theme").iterdir())
    return {file.name: file.read_text(encoding="utf-8") for file in files if is_theme_text(file.name)}


def is_theme_text(name: str) -> bool:
    """Whether a file's name is that of a template or of the style sheet."""
    return name == STYLE or name.endswith(TEMPLATE_ENDING)


def _digest(pieces: Iterable[str]) -> str:
    hashed = hashlib.blake2b(digest_size=16)
    for piece in pieces:
        data = piece.encode(errors="surrogatepass")
        hashed.update(len(data).to_bytes(8, "big") + data)
    return hashed.hexdigest()

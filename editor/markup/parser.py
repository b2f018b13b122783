"""Python-Markdown, with its extensions fixed in this one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown

_EXTENSIONS = ("sane_lists",)
"""A numbered list stays apart from a dotted one; everything else is plain Markdown, as websites' builders read it."""


def new_parser() -> Markdown:
    """A parser, which holds the text it is working on and so is for one thread."""
    from markdown import Markdown  # only once a text has mark-up: it takes as long as a window's first picture

    return Markdown(extensions=list(_EXTENSIONS))

"""Python-Markdown, with its extensions fixed in this one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown


def new_parser() -> Markdown:
    """A parser, which holds the text it is working on and so is for one thread.

    A numbered list stays apart from a dotted one; everything else is plain Markdown, as websites' builders read it.
    """
    from markdown import Markdown  # only once a text has mark-up: a window without any stands sooner
    from markdown.extensions.sane_lists import SaneListExtension

    from editor.markup.emphasis_pairs import EmphasisPairs

    parser = Markdown(extensions=[SaneListExtension()])  # by name, it would be looked for among all installed packages
    parser.inlinePatterns.register(EmphasisPairs(parser), "em_strong", 60)
    return parser

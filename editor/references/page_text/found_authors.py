"""A study's authors as the page is to print them."""

from __future__ import annotations

import re

from editor.references.authors import authors_in, printed
from editor.words import tr

_FULL_WORD = re.compile(r"[^\W\d_]{3,}")


def authors_of(words: str) -> tuple[str, str]:
    """The authors, and why they have to be looked at; "" where there is no doubt.

    Initials take the style of the other pages; names that this would shorten stay as they were printed.
    """
    bare = words.strip(" ,;·|")
    read = authors_in(bare)
    tidied = printed(read.authors, and_others=read.and_others)
    keeps_all = set(_FULL_WORD.findall(bare)) <= set(_FULL_WORD.findall(tidied))
    text = tidied if tidied and keeps_all and read.is_sure else bare
    if read.and_others:
        return text, tr("Only the first of the authors are named.")
    if not read.is_sure:
        return text, tr("The names can't be told apart for certain.")
    if _names_alone(text) != _names_alone(bare):
        return text, tr("The text has it so: {words}", words=bare)
    return text, ""


def _names_alone(text: str) -> str:
    """The text without capitals, blanks and signs."""
    return "".join(filter(str.isalnum, text.casefold()))

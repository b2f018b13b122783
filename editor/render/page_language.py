"""The language of a website's pages, the way it is written, and where the program's own words are in another one."""

from __future__ import annotations

import re

from editor.content.site import Site

DEFAULT_LANGUAGE = "en"
"""That of a website that names none, and of the months and kinds of study that the program puts into pages."""

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
_SUBTAG_OF_SCRIPT = re.compile("[a-z]{4}")


def page_language(site: Site) -> str:
    """The language of the website's pages, as `<html lang>` wants it."""
    return (site.language or "").strip() or DEFAULT_LANGUAGE


def page_direction(site: Site) -> str:
    """How that language is written, as `<html dir>` wants it: "ltr", or "rtl" from right to left."""
    language, *further = _subtags(site)
    script = next(filter(_SUBTAG_OF_SCRIPT.fullmatch, further), "")
    is_from_the_right = script in _RIGHT_TO_LEFT_SCRIPTS if script else language in _RIGHT_TO_LEFT
    return "rtl" if is_from_the_right else "ltr"


def words_language(site: Site) -> str:
    """The language of the program's own words where it is not that of the page; "" where it is."""
    return "" if _subtags(site)[0] == DEFAULT_LANGUAGE else DEFAULT_LANGUAGE


def _subtags(site: Site) -> list[str]:
    return page_language(site).lower().split("-")

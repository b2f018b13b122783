"""The texts of a reference made plain: without mark-up, of one line, with nothing that no content file can hold."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

_INLINE = (
    "a|b|bold|em|ext-link|font|i|inf|italic|monospace|named-content|roman|sans-serif|sc|scp|small|span|strong"
    "|styled-content|style|tt|u|underline|xref"
)
_BLOCK = "br|div|h[1-6]|label|li|list|list-item|ol|p|sec|subtitle|table|td|tr|title|ul"
_TAG = re.compile(rf"<(/?)(?:jats:)?(?:(?P<inline>{_INLINE}|m[a-z]+)|{_BLOCK})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MATHML = re.compile(r"</?mml:[^<>]*>")
_RAISED = re.compile(r"<(?:jats:)?(su[bp])(?:\s[^<>]*)?>([^<>]*)</(?:jats:)?\1>", re.IGNORECASE)
_RAISED_ALONE = re.compile(r"</?(?:jats:)?su[bp](?:\s[^<>]*)?/?>", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUBSCRIPTS = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_NO_SIGN_OF_ITS_OWN = re.compile(r"[^0-9+=()n-]")

_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\ufdd0-\ufdef\ufeff\ufffe\uffff\u200b\u2060]")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")

_NOT_PLAIN = re.compile(
    "[<&\x00-\x1f\x7f-\xa0\xad\u2000-\u200b\u2028-\u202f\u205f\u2060\u3000\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
    "|  "
)
"""What there is to do something about: most texts have nothing of it."""

_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.){2,}\Z|\.\.\Z|\b(?:etc|al|Inc|Ltd|Co|Jr|Sr)\.\Z")
_PREFIX = r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}"
_DOI = re.compile(rf"{_PREFIX}/[^\s\"<>]{{1,300}}")
_DOI_AND_MARKUP = re.compile(rf"{_PREFIX}/\S{{1,300}}")
_DOI_ALONE = re.compile(
    rf"\s*(?:doi\b[:\s]*)?(?:https?://(?:dx\.|www\.)?doi\.org/)?({_PREFIX}/\S{{1,300}})\s*", re.IGNORECASE
)
_DOI_OF_LINK = re.compile(rf"{_PREFIX}%2F\S{{1,300}}", re.IGNORECASE)
_ISSN = re.compile(r"(?<![0-9Xx-])([0-9]{4})-?([0-9]{3}[0-9Xx])(?![0-9-])")
_PMID = re.compile(
    r"(?:pmid[:\s]*|pubmed(?:\.ncbi\.nlm\.nih\.gov)?[/:\s]+(?:id[:\s]*)?)([0-9]{1,8})\b|\b([0-9]{1,8})\s*\[pmid\]",
    re.IGNORECASE,
)
_RANGE = re.compile(r"([A-Za-z]*)([0-9]+)-([A-Za-z]*)([0-9]+)")
_DASH = re.compile(r"\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*")


def plain(text: str) -> str:
    """The text in one line, without tags, character references and signs that nobody sees."""
    if not _NOT_PLAIN.search(text):
        return text.strip(" ")
    if "<" in text or "&" in text:
        text = _without_tags(html.unescape(_without_tags(text)))
    text = _NO_TEXT.sub("", text)
    return _BLANKS.sub(" ", _HALF_CHARACTER.sub("\ufffd", text)).strip()


def plain_title(text: str) -> str:
    """A title as it is printed: without the final stop that PubMed adds, and the brackets around a translated one."""
    title = _without_stop(plain(text))
    if title.startswith("[") and title.endswith("]") and "[" not in title[1:]:
        title = _without_stop(title[1:-1].strip())
    return title


def doi_in(*texts: str) -> str:
    """The first DOI that stands in the texts, without what stands around it; "" if there is none."""
    for text in map(_plain_of_link, texts):
        found = _DOI_AND_MARKUP.search(text) if "(" in text or "<" in text else _DOI.search(text)
        if found is not None:
            return _without_end(found[0])
    return ""


def doi_alone(text: str) -> str:
    """The DOI that a text is, as an address or after "doi:" too; "" for a text that says more."""
    found = _DOI_ALONE.fullmatch(_plain_of_link(text))
    return "" if found is None else _without_end(found[1])


def pmid_in(*texts: str) -> str:
    """The first PubMed number that is called so in the texts; "" if there is none."""
    found = next(filter(None, map(_PMID.search, texts)), None)
    return "" if found is None else found[1] or found[2]


def issn_in(*texts: str) -> str:
    """The first ISSN in the texts, as "0955-2359"; "" if there is none."""
    found = next(filter(None, map(_ISSN.search, texts)), None)
    return "" if found is None else f"{found[1]}-{found[2].upper()}"


def full_pages(text: str) -> str:
    """The pages with a simple dash and the last one in full: "454-81" are "454-481"."""
    pages = _DASH.sub("-", plain(text)).strip("-")
    found = _RANGE.fullmatch(pages)
    if found is None or len(found[4]) >= len(found[2]):
        return pages
    before, first, letters, last = found.groups()
    return f"{before}{first}-{letters or before}{first[: -len(last)]}{last}"


def _plain_of_link(text: str) -> str:
    """The text made plain, a DOI in it without the % codes of links."""
    return _DOI_OF_LINK.sub(lambda found: unquote(found[0]), plain(text))


def _without_tags(text: str) -> str:
    text = _MATHML.sub("", _RAISED.sub(_raised, text))
    return _RAISED_ALONE.sub("", _TAG.sub(lambda tag: "" if tag["inline"] else " ", text))


def _raised(found: re.Match[str]) -> str:
    """H<sub>2</sub>O as H₂O; letters, which have no such signs, stay on the line."""
    place, text = found[1].lower(), found[2]
    if _NO_SIGN_OF_ITS_OWN.search(text) or (place == "sub" and "n" in text):
        return text
    return text.translate(_SUPERSCRIPTS if place == "sup" else _SUBSCRIPTS)


def _without_stop(title: str) -> str:
    return title if _ABBREVIATED.search(title) else title.removesuffix(".").rstrip()


def _without_end(doi: str) -> str:
    """A DOI may hold brackets, but not end with one that was opened before it."""
    doi = doi.rstrip(".,;:'\"")
    while doi and doi[-1] in ")]}>" and doi.count(doi[-1]) > doi.count("([{<"[")]}>".index(doi[-1])]):
        doi = doi[:-1].rstrip(".,;:'\"")
    return doi

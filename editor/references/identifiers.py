"""What a paper is known by, in the forms in which people copy it: DOI, PubMed number, PubMed Central number, a link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from editor.content.study import bare_pmid
from editor.references import publisher_links
from editor.words import tr


class IdentifierKind(Enum):
    """What kind of identifier it is."""

    DOI = auto()
    PMID = auto()
    PMCID = auto()


@dataclass(frozen=True, slots=True)
class Identifier:
    """What one paper is known by: "10.1000/abc", "29017938" or "PMC1234567", without anything around it."""

    kind: IdentifierKind
    value: str

    def __str__(self) -> str:
        """As staff read it: "DOI 10.1000/abc", "PubMed number 29017938"."""
        match self.kind:
            case IdentifierKind.DOI:
                return tr("DOI {doi}", doi=self.value)
            case IdentifierKind.PMID:
                return tr("PubMed number {number}", number=self.value)
            case IdentifierKind.PMCID:
                return self.value


# Patterns are texts here, which `re` compiles at their first use: the window is made with this module.
_BEGIN = r"(?<![A-Za-z0-9_])"  # unlike \b, Chinese may stand before it
_DOI = _BEGIN + r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}/(?=[^\s\"“”„«»]*[^\W_])[^\s\"“”„«»]+"
_PERCENT_DOI = _BEGIN + r"(?i:10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}%2F\S+)"
_LABEL = r"(?i:(?:(?:doi|digital object identifier)\s*[:=]?\s*)+(?=10\.|https?:))"
_PMID_WORDS = r"(?:PMID|PubMed(?:\s?(?:ID|number|no\.?))?)\s*[:#]?\s*"
_LABELLED_PMID = rf"(?i:\b{_PMID_WORDS}([1-9][0-9]{{0,7}})\b(?![./][0-9]))"
_PMCID = r"(?i:\b(?:PMCID\s*:?\s*)?(PMC[1-9][0-9]{0,8})\b)"
_LINK = (
    r"(?i:(?:https?://|\bwww\.|\b(?:dx\.)?doi\.org/|\b(?:www\.)?(?:pubmed\.|pmc\.)?ncbi\.nlm\.nih\.gov/)"
    r"[^\s\"“”„«»]+)"
)
_WHOLE_LINK = r"(?i:(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::[0-9]+)?(?:[/?]\S*)?)"
_ANY = "|".join((_LINK, _LABELLED_PMID, _PMCID, _DOI, _PERCENT_DOI))

# Very old DOIs hold an issue's item within <>, which ends others, and end in a version and perhaps a check character.
_SICI = r"(?i:[^\s\"]*?<[^<>\s]*>[^\s<>\"]*?;2(?:-[0-9A-Z#@*+%$&!?])?)"
_NEXT_ONE = r"(?i:[,;|](?=10\.[0-9]{4}|https?:|doi:|PMI?C?ID))"
_QUOTES = "\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
_AFTER = ".,;:!?*_`\u2026\u00b4" + _QUOTES
_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}
_AROUND = " \t\r\n<>()[]{}" + _QUOTES
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"), "-")
_WIDE = {0xFF1A: ":", **dict.fromkeys(map(ord, "\u3002\u3001\uff0c\uff1b\uff08\uff09\u300a\u300b\u3010\u3011"), " ")}
"""What stands around identifiers in Chinese texts, and in none."""
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def identifier_of(text: str) -> Identifier | None:
    """The identifier that the whole text is: a DOI, a number of PubMed or PubMed Central, or a link that holds one."""
    text = _clean(text).strip()
    label = re.match(_LABEL, text.lstrip(_AROUND))
    if label:
        text = text.lstrip(_AROUND)[label.end() :]
    bare = _without_brackets(text)
    if not bare or re.search(r"\s", _number_words_joined(bare)):
        return None
    pmid = bare_pmid(bare) or _whole(_LABELLED_PMID, bare)
    if pmid:
        return _pmid(pmid)
    pmcid = _whole(_PMCID, bare)
    if pmcid:
        return Identifier(IdentifierKind.PMCID, pmcid.upper())
    if bare.startswith("10."):
        return _doi(bare)
    return _of_link(bare) if re.fullmatch(_WHOLE_LINK, bare) else None


def papers_in(text: str) -> tuple[Identifier, ...]:
    """What to look up for the papers of which identifiers stand in a text, in their order, each once.

    Numbers alone count only where there is nothing else.

    Of one paper, which then stand in one line, its DOI and its PubMed number both count, as Crossref and PubMed know
    different things of it; its number of PubMed Central only where it has no other.
    """
    lines: dict[int, list[Identifier]] = {}
    for number, found in _found_in(text):
        lines.setdefault(number, []).append(found)
    wanted = [
        identifier
        for line in lines.values()
        for identifier in line
        if identifier.kind != IdentifierKind.PMCID or all(one.kind == IdentifierKind.PMCID for one in line)
    ]
    return tuple(dict.fromkeys(wanted))


def words_without(text: str) -> str:
    """What to tell of a link that holds no identifier: what it is and what to paste instead; "" for any other text."""
    link = _without_brackets(_clean(text))
    is_link = re.fullmatch(_LINK, link) or ("/" in link and re.fullmatch(_WHOLE_LINK, link))
    if not is_link or identifier_of(link):
        return ""
    return publisher_links.words_without(link)


def _found_in(text: str) -> list[tuple[int, Identifier]]:
    """Each identifier with the number of its line."""
    text = _clean(text)
    words = [word for word in re.split(r"[\s,;]+", text) if word]
    if words and all(bare_pmid(word) == word for word in words):
        listed = [(number, _pmid(word)) for number, word in enumerate(words)]
        return [(number, pmid) for number, pmid in listed if pmid]
    found = []
    for number, line in enumerate(text.splitlines()):
        for one in re.finditer(_ANY, line):
            identifier = identifier_of(_ended(one[0]))
            if identifier:
                found.append((number, identifier))
    return found


def _of_link(link: str) -> Identifier | None:
    """The identifier within a link."""
    number = publisher_links.pubmed_number_in(link)
    if number:
        return _pmid(number)
    number = publisher_links.central_number_in(link)
    if number:
        return Identifier(IdentifierKind.PMCID, number.upper())
    return _doi(publisher_links.doi_in(link))


def _doi(text: str) -> Identifier | None:
    """The DOI with which the text begins."""
    if re.match(_PERCENT_DOI, text):
        text = publisher_links.decoded(text)
    found = re.match(_DOI, text)
    return Identifier(IdentifierKind.DOI, _ended(found[0])) if found else None


def _pmid(digits: str) -> Identifier | None:
    number = digits.lstrip("0")
    return Identifier(IdentifierKind.PMID, number) if 1 <= len(number) <= 8 else None


def _whole(pattern: str, text: str) -> str:
    found = re.fullmatch(pattern, text)
    return str(found[1]) if found else ""


def _number_words_joined(text: str) -> str:
    """The text without the spaces that may stand in "PubMed ID: 123"."""
    return re.sub(r"\s+", "", text) if re.fullmatch(_LABELLED_PMID, text) or re.fullmatch(_PMCID, text) else text


def _clean(text: str) -> str:
    """With plain hyphens and signs, without what nobody sees, and with "<" where a web page's source has "&lt;"."""
    plain = text.translate(_DASHES).translate(_UNSEEN).translate(_WIDE).replace("\u00a0", " ")
    for written, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        plain = plain.replace(written, sign)
    return re.sub(_NEXT_ONE, " ", plain)


def _without_brackets(text: str) -> str:
    """Without the brackets, quotation marks and stops that stand around it in a sentence."""
    text = text.strip()
    while text and text[0] in _AROUND:
        text = text[1:]
    return _ended(text)


def _ended(text: str) -> str:
    """Without what a sentence or a list adds behind it: stops, brackets never opened."""
    sici = re.match(_SICI, text)
    if sici:
        return sici[0]
    text = text.partition("<")[0] if "<" in text else text
    open_ones: list[str] = []
    for place, character in enumerate(text):
        if character in _OPENING.values():
            open_ones.append(character)
        elif character in _OPENING and (not open_ones or open_ones.pop() != _OPENING[character]):
            text = text[:place]
            break
    return text.rstrip(_AFTER)

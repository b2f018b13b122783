"""The records of XML, each read by itself: what is wrong in one spoils no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from editor.references.reading.found import Unread, UnsupportedFormat, words_of
from editor.references.reading.plain_texts import plain
from editor.words import tr

MOST_CHARACTERS = 5_000_000
"""Of one record; papers with thousands of authors have half a million."""
_DEEPEST = 20
"""Of mark-up within a text; what lies deeper gives its words alone."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*;)")
_OF_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_BARE_AMPERSAND = re.compile(r"&(?!#?\w+;)")
_PREFIX = re.compile(r"(</?|\s)[A-Za-z][\w.-]*:(?=[A-Za-z])")
_TAG = re.compile(r"<[^<>]*>")
_TITLE = re.compile(
    r"<(?:ArticleTitle|BookTitle|title)\b[^<>]*>(.{1,500}?)</(?:ArticleTitle|BookTitle|title)>", re.DOTALL
)


def records(text: str, *names: str) -> Iterator[tuple[Element | Unread, float]]:
    """Each element of one of these names, or what is wrong with it; and how much of the text is read, from 0 to 1.

    Raises UnsupportedFormat for text that defines entities of its own, as only attacks do.
    """
    if "<!ENTITY" in text:
        raise UnsupportedFormat(
            tr("This file is made in a way that can harm, so it was not opened. No study was added.")
        )
    begins = re.compile(rf"<(?P<name>(?:[\w.-]+:)?(?:{'|'.join(names)}))(?:\s[^<>]*)?>")
    line, counted_to = 1, 0
    start = begins.search(text)
    while start is not None:
        line += text.count("\n", counted_to, start.start())
        counted_to = start.start()
        following = begins.search(text, start.end())
        until = len(text) if following is None else following.start()
        end = start.end() if start[0].endswith("/>") else text.find(f"</{start['name']}>", start.end(), until)
        if end < 0:
            yield _unread(line, text[start.start() : until]), until / len(text)
        else:
            end = start.end() if start[0].endswith("/>") else text.find(">", end) + 1
            record = text[start.start() : end]
            element = _element(record)
            yield _unread(line, record) if element is None else element, end / len(text)
        start = following


def words(element: Element | None) -> str:
    """The text of an element in one line, without mark-up."""
    return "" if element is None else plain(_marked(element, 0))


def words_at(element: Element, *paths: str) -> str:
    """The text at the first of these paths that says something."""
    for path in paths:
        for found in element.iterfind(path):
            if text := words(found):
                return text
    return ""


def _marked(element: Element, depth: int) -> str:
    """The text with what is raised or lowered in it still marked."""
    if not len(element):
        return element.text or ""
    if depth > _DEEPEST:
        return "".join(element.itertext())
    parts = [element.text or ""]
    for child in element:
        inner, name = _marked(child, depth + 1), child.tag.rpartition("}")[2].lower()
        parts.append(f"<{name}>{inner}</{name}>" if name in ("sub", "sup", "p", "br") else inner)
        parts.append(child.tail or "")
    return "".join(parts)


def _element(text: str) -> Element | None:
    """The record, mended where it names characters as web pages do, or lost what its file says at its beginning."""
    if len(text) > MOST_CHARACTERS:
        return None
    text = _NO_XML.sub("", text)
    found = _parsed(text)
    if found is None:
        text = _BARE_AMPERSAND.sub("&amp;", _NAMED.sub(_character, text))
        found = _parsed(_TAG.sub(_without_prefixes, text))
    return found


def _parsed(text: str) -> Element | None:
    try:
        return fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException):
        return None


def _character(found: re.Match[str]) -> str:
    """What a name such as "&nbsp;" stands for; XML itself knows five of them."""
    return found[0] if found[1] in _OF_XML else html5.get(found[1], found[0])


def _without_prefixes(tag: re.Match[str]) -> str:
    return _PREFIX.sub(r"\1", tag[0])


def _unread(line: int, text: str) -> Unread:
    title = _TITLE.search(text)
    if title is None:
        return Unread(tr("The study from line {line} is damaged or cut off.", line=line))
    shown = words_of(plain(title[1]))
    return Unread(tr("The study “{title}”, from line {line}, is damaged or cut off.", title=shown, line=line))

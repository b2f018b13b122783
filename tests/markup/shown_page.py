"""The paragraphs that a page shows of a text, with the lists they are in: the oracle for what is pasted."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from editor.markup.reading import EMPHASIS, LINK, STRONG
from editor.render.markdown_html import markdown_html

Paragraph = tuple[str, bool, list[tuple[str, int]]]
"""The lists it is in ("ul ol"), whether it begins an item, and its characters with their styles, without blanks."""

_STYLES = {"strong": STRONG, "em": EMPHASIS, "a": LINK}


def shown_paragraphs(text: str) -> list[Paragraph]:
    """What the page shows of a text."""
    root = ET.fromstring(f"<div>{markdown_html(text)}</div>".replace("<br>", "<br/>").replace("&nbsp;", "\u00a0"))
    paragraphs: list[Paragraph] = []
    _walk(root, "", 0, paragraphs, is_item=False)
    return [paragraph for paragraph in paragraphs if paragraph[2]]


def _walk(element: ET.Element, lists: str, style: int, paragraphs: list[Paragraph], *, is_item: bool) -> None:
    if element.tag in ("p", "li"):
        paragraphs.append((lists, is_item or element.tag == "li", []))
    style |= _STYLES.get(element.tag, 0)
    _take(element.text, lists, style, paragraphs)
    begins = element.tag == "li"
    for child in element:
        inside = f"{lists} {child.tag}".strip() if child.tag in ("ul", "ol") else lists
        if child.tag == "p" and begins and not paragraphs[-1][2]:
            paragraphs.pop()
            _walk(child, lists, style, paragraphs, is_item=True)
        else:
            _walk(child, inside, style, paragraphs, is_item=False)
        begins = False
        _take(child.tail, lists, style, paragraphs)


def _take(text: str | None, lists: str, style: int, paragraphs: list[Paragraph]) -> None:
    characters = [(character, style) for character in text or "" if not character.isspace()]
    if not characters:
        return
    if not paragraphs or paragraphs[-1][0] != lists:
        paragraphs.append((lists, False, []))
    paragraphs[-1][2].extend(characters)

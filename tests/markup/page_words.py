"""What the page makes of a text: the oracle that the reading of marks is held against."""

from __future__ import annotations

from html.parser import HTMLParser

from editor.markup.reading import CODE, EMPHASIS, HEADING, HIDDEN, LINK, STRONG, Reading
from editor.render.markdown_html import markdown_html

_STYLES = {"strong": STRONG, "em": EMPHASIS, "a": LINK, "code": CODE, "pre": CODE}
_STYLES |= {f"h{level}": HEADING for level in range(1, 7)}

Words = list[tuple[str, int]]
"""Characters with their style; spaces are left out, as a page treats them all alike."""


class _PageWords(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: Words = []
        self._open: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr", "img"):
            followable = tag != "a" or any(name == "href" and value for name, value in attrs)
            self._open.append(_STYLES.get(tag, 0) if followable else 0)

    def handle_endtag(self, _tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        style = 0
        for one in self._open:
            style |= one
        self.words += [(character, style) for character in data if not character.isspace()]


def page_words(text: str) -> Words:
    """What the page shows of a text."""
    parser = _PageWords()
    parser.feed(markdown_html(text))
    parser.close()
    return parser.words


def words_read(reading: Reading) -> Words:
    """The same, as it was read."""
    return [
        (character, style)
        for character, style in zip(reading.text, reading.styles, strict=True)
        if not style & HIDDEN and not character.isspace()
    ]

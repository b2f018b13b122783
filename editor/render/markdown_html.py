"""Text as staff write it, Markdown or plain, to HTML that can do nothing but be read.

Python-Markdown as `markup.parser` sets it up, then nh3 with a short list of tags. Neither has a deadline: some
inputs keep them busy for minutes, so whoever cannot wait renders in a process that can be killed.
"""

from __future__ import annotations

import functools
import html
import re
import threading
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.treeprocessors import Treeprocessor

from editor.markup.addresses import LINK_SCHEMES
from editor.markup.parser import new_parser
from editor.markup.shown_tags import SHOWN_TAGS
from editor.render.picture_tags import picture_source, refused_pictures, with_descriptions

_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "img": {"src", "alt", "title"}, "ol": {"start"}}
_FIRST_HEADING, _LAST_HEADING = 2, 6

# What could mean something to Markdown, HTML or nh3, beside asterisks: anywhere; before anything but a space; at the
# start of a line. A text without any of it is cut into paragraphs and nothing else, but for words in single or double
# asterisks that nothing could take for anything else.
_MARK_UP = re.compile(r"[\\`_\[\]<>\x00-\x09\x0b-\x1f\x7f-\xa0\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_REFERENCE = re.compile("&(?! )")
_LINE_MARK_UP = re.compile(r"[-+=#\s]|\d+\.")
_EMPHASIS = re.compile(r"(\*\*?)(?![\s*])([^*\n]*[^*\s])\1(?!\*)")
_EMPHASIS_TAGS = {"*": "em", "**": "strong"}
_PARAGRAPH_BREAK = re.compile(r"\n(?:[^\S\n]*\n)+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def markdown_html(text: str, top_heading: int = _FIRST_HEADING) -> str:
    """Markdown as HTML paragraphs, lists and so on; "" for a text that says nothing.

    Its headings begin at the level `top_heading` (2 to 6), so that they fit below the heading above them. A text
    nested too deeply to be understood is shown as it was typed.
    """
    if _is_plain(text):
        paragraphs = text_html(text)
        if "*" in paragraphs:
            paragraphs = _EMPHASIS.sub(_emphasised, paragraphs)
        if "*" not in paragraphs:
            return paragraphs
    return parsed_html(text, top_heading)


def parsed_html(text: str, top_heading: int = _FIRST_HEADING) -> str:
    """What `markdown_html` answers, by way of the Markdown parser whatever the text is."""
    unsafe = _unsafe_html(text, top_heading)
    return text_html(text) if unsafe is None else _cleaned(unsafe)


def cleaned_html(text: str) -> str:
    """HTML from anywhere with no more left in it than Markdown can make."""
    return _cleaned(_SURROGATES.sub("\ufffd", text))


def pictures_not_shown(text: str) -> tuple[str, ...]:
    """The addresses of the pictures that Markdown names and that `markdown_html` shows as their description."""
    if "![" in text or ("<" in text and "<img" in text.lower()):
        return refused_pictures(_unsafe_html(text, _FIRST_HEADING) or "")
    return ()


def text_html(text: str) -> str:
    """Plain text as HTML: its paragraphs, which blank lines keep apart, with nothing in them but text."""
    text = _SURROGATES.sub("\ufffd", text)
    paragraphs = (paragraph.strip() for paragraph in _PARAGRAPH_BREAK.split(text))
    return "\n".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs if paragraph)


def _unsafe_html(text: str, top_heading: int) -> str | None:
    """What the parser makes of Markdown; None where that is nested too deeply."""
    try:
        return _converter(threading.get_ident(), top_heading).reset().convert(_SURROGATES.sub("\ufffd", text))
    except RecursionError:
        _converter.cache_clear()  # the parser is left in the middle of that text
        return None


def _cleaned(unsafe: str) -> str:
    return with_descriptions(_cleaner().clean(unsafe))


def _is_plain(text: str) -> bool:
    """Whether paragraphs and asterisks are all that could mean something in it."""
    if _MARK_UP.search(text) or _REFERENCE.search(text):
        return False
    return not any(_LINE_MARK_UP.match(line) or line[-1:].isspace() for line in text.split("\n"))


def _emphasised(found: re.Match[str]) -> str:
    tag = _EMPHASIS_TAGS[found[1]]
    return f"<{tag}>{found[2]}</{tag}>"


class _HeadingLevels(Treeprocessor):
    """Fits headings below that of the page's section, each at most one level deeper than the one before.

    So nobody who goes by headings meets a gap (WCAG 2.2, technique G141), with however many signs one begins.
    """

    def __init__(self, top_heading: int) -> None:
        super().__init__()
        self.top_heading = top_heading

    def run(self, root: Element) -> None:
        above: list[str] = []
        for element in root.iter():
            if re.fullmatch(r"h[1-6]", element.tag):
                while above and above[-1] >= element.tag:
                    above.pop()
                above.append(element.tag)
                element.tag = f"h{min(self.top_heading + len(above) - 1, _LAST_HEADING)}"


@functools.lru_cache(maxsize=64)
def _converter(_thread: int, top_heading: int) -> markdown.Markdown:
    """One for each thread, since a converter holds the text it is working on."""
    converter = new_parser()
    converter.treeprocessors.register(_HeadingLevels(top_heading), "heading_levels", 0)
    return converter


@functools.cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(SHOWN_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_allowed_value,
        url_schemes=set(LINK_SCHEMES),
        link_rel="noopener",
        strip_comments=True,
    )


def _allowed_value(tag: str, attribute: str, value: str) -> str | None:
    """Pictures come from the content folder's own `images`, never from elsewhere."""
    return picture_source(value) or None if (tag, attribute) == ("img", "src") else value

"""Which HTML in a Markdown text the page shows."""

from __future__ import annotations

SHOWN_TAGS = frozenset(
    {"a", "abbr", "b", "blockquote", "br", "cite", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img"}
    | {"li", "ol", "p", "pre", "q", "s", "small", "strong", "sub", "sup", "u", "ul"}
)
"""All other tags are left out, whatever they are: what stands between them stays, but for scripts and styles."""

"""The disclaimers that every page must show, as they were approved.

They count as altered where the website no longer shows them, where a page's file has others for itself, where they no
longer deny that a result is promised, and where they are not the words that the clinic has laid down in its own rules.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Spot
from editor.checks.rules.rule import Rule
from editor.content.site import Site
from editor.words import tr

_FIELD = "research.disclaimers"
_TAGS = re.compile(r"<[^>]*>")
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|template|noscript)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def site_disclaimers(rule: Rule, site: Site) -> Iterator[Finding]:
    """What is wrong with the disclaimers that all pages share. `rule.words` are the approved ones, if there are any;
    without them the rule's pattern must be found in one.
    """
    places = {item: text for item, text in enumerate(site.research.disclaimers or ()) if text.strip()}
    texts = tuple(places.values())
    if not texts:
        why = tr("There is no disclaimer, so no page says that it promises no result.")
        yield _altered(rule, why)
        return
    approved = {_plain(text): text for text in rule.words if text.strip()}
    if not approved:
        if rule.pattern is not None and not any(map(rule.pattern.search, map(_plain, texts))):
            why = tr("No disclaimer says any more that no result is promised to anybody.")
            yield _altered(rule, why, texts[0], basis="\n".join(texts), item=min(places))
        return
    shown = set(map(_plain, texts))
    for item, text in places.items():
        if _plain(text) not in approved:
            why = tr("This disclaimer is not one of those that the clinic has approved.")
            yield _altered(rule, why, text, item=item)
    for plain, text in sorted(approved.items()):
        if plain not in shown:
            yield _altered(rule, tr("An approved disclaimer is missing: “{text}”", text=text), basis=text)


def page_disclaimers(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Whether this page alone shows others than all pages share, or none."""
    if checked.own_disclaimers is not None:
        why = tr(
            "This page's file has disclaimers of its own, which the website may show in place of the shared ones."
            " Ask whoever looks after your website to take them out."
        )
        yield Finding(rule, Spot(), "", "\n".join(checked.own_disclaimers), {"why": why})
    if checked.html:
        seen = _UNSEEN.sub(" ", checked.html)
        for text in filter(None, map(_plain, checked.texts.disclaimers)):
            if not _is_shown(text, seen):
                why = tr("The website's look leaves out a disclaimer that this page should show: “{text}”", text=text)
                yield Finding(rule, Spot(), "", text, {"why": why})


def _altered(rule: Rule, why: str, words: str = "", *, basis: str = "", item: int | None = None) -> Finding:
    end = len(words) if words else None
    return Finding(rule, Spot(_FIELD, None, item, 0 if words else None, end), words, basis or words, {"why": why})


def _is_shown(text: str, page: str) -> bool:
    """Whether a text stands in a page of HTML, whatever its line breaks and marks."""
    escaped = html.escape(text).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")
    return escaped in page or text in _plain(html.unescape(_TAGS.sub(" ", page)))


def _plain(text: str) -> str:
    return " ".join(text.split())

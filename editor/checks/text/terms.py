"""One thing that a page writes in two ways: "nonspecific" and "non-specific"."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.prose.passage import Passage, fields_in, passages_of_page
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.words import tr

_TERM = re.compile(r"(?<![\w-])[^\W\d_]{2,}(?:[-\u2010\u2011][^\W\d_]{2,})?(?![\w-])")
_OTHERWISE = frozenset(("re-sign", "re-cover", "re-form", "re-sent", "re-treat", "re-lease", "re-creation", "co-op"))
"""Words that mean something else without the hyphen."""


def terms_in_two_ways(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Words that the clinic's texts on a page write with a hyphen and without, or in two ways that the rule lists.

    Each is told once, where the way that is seldomer stands first.
    """
    fields = fields_in(rule.fields)
    passages = [passage for passage in passages_of_page(checked.page) if passage.field in fields]
    words = set().union(*(terms_in(passage.text) for passage in passages))
    hyphened = {word for word in words if "-" in word} - _OTHERWISE
    pairs = {(word, word.replace("-", "")) for word in hyphened if word.replace("-", "") in words}
    everything = "\n".join(passage.text for passage in passages).lower()
    listed = (tuple(map(str.strip, pair.lower().split(" / "))) for pair in rule.words)
    pairs |= {pair for pair in listed if len(pair) == 2 and all(way and way in everything for way in pair)}
    for one, other in sorted(pairs):
        yield from _in_two_ways(rule, passages, one, other)


@functools.lru_cache(maxsize=16_384)  # all texts of a page are looked at again with every pause in typing
def terms_in(text: str) -> frozenset[str]:
    """The words of a text in small letters, two with a hyphen between as one."""
    plain = Prose(Passage("", text)).unquoted.lower()
    return frozenset(word.replace("\u2010", "-").replace("\u2011", "-") for word in _TERM.findall(plain))


def _in_two_ways(rule: Rule, passages: list[Passage], *ways: str) -> Iterator[Finding]:
    places = {way: [*_places(way, passages)] for way in ways}
    if not all(places.values()):
        return
    (usual, _), (seldom, _) = Counter({way: len(found) for way, found in places.items()}).most_common()
    passage, start, end = places[seldom][0]
    words = passage.text[start:end]
    changes = tuple(
        TextChange(each.field, each.text, after, each.study)
        for each in dict.fromkeys(passage for passage, _, _ in places[seldom])
        if each.item is None and (after := _written(each.text, seldom, usual)) != each.text
    )
    fixes = (Fix(tr("Write “{word}” everywhere on the page", word=usual), changes),) if changes else ()
    spot = Spot(passage.field, passage.study, passage.item, start, end)
    yield Finding(rule, spot, words, f"{usual}\n{seldom}", {"usual": usual}, fixes)


def _places(way: str, passages: list[Passage]) -> Iterator[tuple[Passage, int, int]]:
    for passage in passages:
        if way in passage.text.lower():
            for found in _pattern(way).finditer(Prose(passage).unquoted):
                yield passage, *found.span()


def _written(text: str, seldom: str, usual: str) -> str:
    """The text with the usual way in place of the other outside quotations, with its capital."""
    for found in reversed([*_pattern(seldom).finditer(Prose(Passage("", text)).unquoted)]):
        better = usual[0].upper() + usual[1:] if found[0][0].isupper() else usual
        text = text[: found.start()] + better + text[found.end() :]
    return text


@functools.lru_cache(maxsize=256)
def _pattern(way: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(way)}(?![\w-])", re.IGNORECASE)

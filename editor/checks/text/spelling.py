"""Words that are spelled as in another country, and words that no dictionary has."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.prose.passage import Passage, fields_in, passages_of, passages_of_page
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.checks.text.vocabulary import Vocabulary, vocabulary_for
from editor.content.site import Site
from editor.content.study import Text
from editor.words import tr

_WORD = re.compile(r"(?<![\w'\u2019])[^\W\d_]+(?:['\u2019][^\W\d_]+)*(?![\w])")
_LATIN = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u017f']+")
_NO_PROSE = re.compile(
    r"<[^<>]*>|&\w+;|`[^`\n]*`|\{\w*\}"
    r"|(?<![*\w])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![*\w])|(?<!\w)_[^\s_](?:[^_\n]*[^\s_])?_(?!\w)"
)
"""Marks of HTML, placeholders, and what stands in italics: names of plants, words of other languages."""
_MARKS = re.compile(r"[<&`{*_]")
"""With one of these it begins."""
_SHORTEST, _LONGEST = 3, 30
"""Letters of a word that is looked at."""
_OTHERS_WORDS = ("title", "authors", "journal", "publisher")


class Doubt(NamedTuple):
    """A word that is not right here: its places, and how the country spells it, "" where it has no such word.

    `sentence` is the one in which it stands first.
    """

    places: tuple[tuple[int, int], ...]
    word: str
    better: str
    sentence: str


def spelled_as_elsewhere(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Words of a page that are spelled as across the ocean."""
    return _elsewhere(rule, checked.site, passages_of_page(checked.page))


def spelled_as_elsewhere_on_site(rule: Rule, site: Site) -> Iterator[Finding]:
    """The same in the texts that all pages share."""
    return _elsewhere(rule, site, passages_of(site))


def unknown_words(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Words of a page that neither a dictionary nor the clinic has, and no title, author or journal of the page."""
    page = checked.page
    names = (page.name, page.name_in_text, *(page.aliases or ()))
    of_studies = (getattr(study, name) for study in page.study_list for name in _OTHERS_WORDS)
    return _unknown(rule, checked.site, passages_of_page(page), itertools.chain(names, of_studies))


def unknown_words_on_site(rule: Rule, site: Site) -> Iterator[Finding]:
    """The same in the texts that all pages share."""
    return _unknown(rule, site, passages_of(site), (site.name, site.quotation.source))


def _elsewhere(rule: Rule, site: Site, passages: Iterable[Passage]) -> Iterator[Finding]:
    own = _own_words(rule)
    for passage, doubt in _doubts(rule, site, passages):
        if doubt.better and own.isdisjoint(_one_of(doubt.word.casefold())):
            yield _finding(rule, passage, doubt, (doubt.better,))


def _unknown(rule: Rule, site: Site, passages: Iterable[Passage], names: Iterable[Text]) -> Iterator[Finding]:
    doubts = [(passage, doubt) for passage, doubt in _doubts(rule, site, passages) if not doubt.better]
    if not doubts or (vocabulary := vocabulary_for(site.language or "")) is None:
        return
    known = _own_words(rule).union(*map(_words_in, filter(None, names)))
    for passage, doubt in doubts:
        if known.isdisjoint(_one_of(doubt.word.casefold())):
            suggestions = vocabulary.suggestions(doubt.word.lower())
            if suggestions or doubt.word.islower():
                yield _finding(rule, passage, doubt, suggestions)


def _own_words(rule: Rule) -> frozenset[str]:
    return frozenset(word.casefold() for word in rule.words)


def _doubts(rule: Rule, site: Site, passages: Iterable[Passage]) -> Iterator[tuple[Passage, Doubt]]:
    """Each doubtful word of each text that the rule is for."""
    language, fields = site.language or "", fields_in(rule.fields)
    for passage in passages:
        if passage.field in fields:
            for doubt in doubts_in(passage.text, language):
                yield passage, doubt


@functools.lru_cache(maxsize=16_384)  # a page of 1,000 studies is checked again with every pause in typing
def doubts_in(text: str, language: str) -> tuple[Doubt, ...]:
    """Each word of a text that is not right in this language's country, with all its places."""
    if (vocabulary := vocabulary_for(language)) is None:
        return ()
    prose = Prose(Passage("", text))
    plain = prose.unquoted
    if _MARKS.search(plain):
        plain = _NO_PROSE.sub(lambda found: " " * len(found[0]), plain)
    doubtful = {word for word in set(_WORD.findall(plain)) if _may_be_wrong(word, vocabulary)}
    if not doubtful:  # as in most texts
        return ()
    begins = {begin for begin, _ in prose.sentences}
    places: dict[str, list[tuple[int, int]]] = {}
    before = None
    for match in _WORD.finditer(plain):
        if (
            match[0] in doubtful
            and (match[0][0].islower() or match.start() in begins)
            and not _follows_a_name(match, before, begins, vocabulary)
        ):
            places.setdefault(match[0], []).append(match.span())
        before = match
    return tuple(
        Doubt(
            tuple(spans),
            word,
            _like(word, vocabulary.as_spelled_here(word.lower())),
            text[slice(*prose.sentence_at(spans[0][0]))],
        )
        for word, spans in places.items()
    )


@functools.lru_cache(maxsize=32_768)  # most words of a website are the same few thousand
def _may_be_wrong(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is in small letters but for the first, and unknown. With a capital it is one only where a sentence
    begins, and a name else.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or _LATIN.fullmatch(word, 1) is None:
        return False
    return (word[0].isupper() or _LATIN.match(word) is not None) and not vocabulary.knows(word)


def _follows_a_name(
    match: re.Match[str], before: re.Match[str] | None, begins: set[int], vocabulary: Vocabulary
) -> bool:
    """Whether the word before is the first of a Latin name: "Panax ginseng", "E. coli"."""
    if before is None or not before[0][0].isupper():
        return False
    between = match.string[before.end() : match.start()]
    if between == ". ":
        return len(before[0]) == 1
    return between == " " and (before.start() not in begins or not vocabulary.knows(before[0].lower()))


def _finding(rule: Rule, passage: Passage, doubt: Doubt, suggestions: Iterable[str]) -> Finding:
    (start, end), text = doubt.places[0], passage.text
    better = [_like(doubt.word, suggestion) for suggestion in suggestions]
    fixes: tuple[Fix, ...] = ()
    if passage.item is None:
        changes = [
            (word, TextChange(passage.field, text, _replaced(text, doubt, word), passage.study)) for word in better
        ]
        fixes = tuple(Fix(tr("Change to “{word}”", word=word), (change,)) for word, change in changes)
    spot = Spot(passage.field, passage.study, passage.item, start, end)
    own_word = doubt.word.removesuffix("'s")
    values = {"better": " / ".join(better)}
    return Finding(rule, spot, text[start:end], doubt.sentence, values, fixes, own_word=own_word)


def _replaced(text: str, doubt: Doubt, word: str) -> str:
    """The text with the word in all places of the doubtful one."""
    for start, end in reversed(doubt.places):
        text = text[:start] + word + text[end:]
    return text


def _like(word: str, better: str) -> str:
    """The better word with the capital of the one in whose place it stands."""
    return better[:1].upper() + better[1:] if word[:1].isupper() else better


@functools.lru_cache(maxsize=16_384)
def _words_in(text: str) -> frozenset[str]:
    """The words of a text in small letters, each also as one of several."""
    words = (word.replace("\u2019", "'") for word in _WORD.findall(text.casefold()))
    return frozenset(form for word in words for form in _one_of(word))


def _one_of(word: str) -> set[str]:
    """A word, and the same without an ending that makes it more than one, or somebody's."""
    return {word, *(word.removesuffix(ending) for ending in ("'s", "s", "s'", "es"))}

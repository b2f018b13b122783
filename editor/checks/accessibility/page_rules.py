"""Links, headings, language and pictures of a page as it is exported."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from editor.checks.accessibility.outline import outline_of
from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Spot
from editor.checks.prose.passage import Passage, fields_in, passages_of_page
from editor.checks.rules.rule import Rule
from editor.checks.severity import Severity
from editor.words import tr

_HTML_PICTURE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_HAS_WORDS = re.compile(r"\b(?:alt|aria-label|aria-hidden)\s*=", re.IGNORECASE)
_BARE_PICTURE = re.compile(r"!\[\s*\]\([^()\n]*\)")


def links_that_sound_alike(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Links that lead to several places and say the same, also to those who have the page read aloud."""
    addresses: dict[str, list[str]] = {}
    for link in outline_of(checked.html).links:
        addresses.setdefault(link.name, []).append(link.address)
    for name, leads_to in addresses.items():
        if name and len(set(leads_to)) > 1:
            basis = "\n".join((name, *sorted(set(leads_to))))
            yield Finding(rule, _spot_of(name, checked), name, basis, {"count": len(leads_to)})


def page_without_language_title_or_heading(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """What a page needs one of. Only a look of the website's own can have it otherwise."""
    if not checked.html:
        return
    outline = outline_of(checked.html)
    main = [heading for heading in outline.headings if heading.level == 1 and heading.words]
    if not outline.language.strip():
        yield Finding(rule, values={"what": tr("It does not say in which language it is.")})
    if not outline.title:
        yield Finding(rule, Spot("title"), values={"what": tr("It has no title.")})
    if not main:
        yield Finding(rule, Spot("heading"), values={"what": tr("It has no main heading.")})
    elif len(main) > 1:
        words = main[1].words
        basis = "\n".join(heading.words for heading in main)
        yield Finding(rule, _spot_of(words, checked), words, basis, {"what": tr("It has several main headings.")})


def headings_that_jump(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Headings more than one level below the one before."""
    for above, below in itertools.pairwise(outline_of(checked.html).headings):
        if below.level > above.level + 1:
            values = {"level": below.level, "above": above.words, "level_above": above.level, "right": above.level + 1}
            basis = f"{above.words} {above.level}\n{below.words} {below.level}"
            yield Finding(rule, _spot_of(below.words, checked), below.words, basis, values)


def pictures_without_words(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Pictures of which nothing is said. In Markdown one may be there to adorn the page, so that is only a hint."""
    fields = fields_in(rule.fields)
    for passage in passages_of_page(checked.page):
        if passage.field in fields:
            for picture in _HTML_PICTURE.finditer(passage.text):
                if not _HAS_WORDS.search(picture[0]):
                    yield _picture(rule, passage, picture, None)
            for picture in _BARE_PICTURE.finditer(passage.text):
                yield _picture(rule, passage, picture, Severity.HINT)
    for address in outline_of(checked.html).pictures_without_words:
        yield Finding(rule, words=address, basis=address)


def text_too_pale(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Pale text of the styles that stand in the page itself. Those beside it are looked at once for all pages."""
    if styles := outline_of(checked.html).styles:
        from editor.checks.accessibility.contrast import pale_texts

        for pale in itertools.chain.from_iterable(map(pale_texts, styles)):
            yield Finding(rule, words=pale.selector, basis=f"{pale.selector} {pale.contrast:.1f}", values=pale.values)


def _picture(rule: Rule, passage: Passage, picture: re.Match[str], milder: Severity | None) -> Finding:
    spot = Spot(passage.field, passage.study, passage.item, *picture.span())
    return Finding(rule, spot, picture[0], picture[0], milder=milder)


def _spot_of(words: str, checked: CheckedPage) -> Spot:
    """Where the page's own texts have these words; the page itself where they do not."""
    for passage in passages_of_page(checked.page):
        start = passage.text.find(words)
        if start >= 0:
            return Spot(passage.field, passage.study, passage.item, start, start + len(words))
    return Spot()

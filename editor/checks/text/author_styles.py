"""In how many styles the authors of a page's studies are written."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Spot
from editor.checks.rules.rule import Rule

_LONGEST_NAME = 200
_SEPARATORS = ("\u00b7", ";", "|", ",")
_OTHERS = re.compile(r"[\s,;]*(?:\bet\.?\s*al\b\.?|\band others)\s*$", re.IGNORECASE)
_FOOTNOTES = re.compile(r"(?<=[A-Z]\.)[a-j]\b|[*\u2217\u2020\u2021\u00a7\u00b6\u00b9\u00b2\u00b3]|\d+")
_CAPITALS = r"[A-Z]{1,3}(?:-[A-Za-z]{1,2})?"
_DOTTED = r"(?:[A-Z][a-z]?\.[\s-]?)+(?:-?[A-Z])?"
_FORMS = (
    ("initials last", re.compile(rf"\w.*\s{_CAPITALS}")),
    ("initials last, with stops", re.compile(rf"\w.*\s{_DOTTED}")),
    ("initials first", re.compile(rf"{_CAPITALS}\s\w.*")),
    ("initials first, with stops", re.compile(rf"{_DOTTED}\s?\w.*")),
    ("in full", re.compile(r"[^\W\d_][\w'\u2019-]+(?:\s[A-Z]\.?)?(?:\s[\w'\u2019-]+)+")),
)
_INITIALS = re.compile(rf"{_CAPITALS}|{_DOTTED}")


def mixed_author_styles(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """One finding for a page, at the first study that is not in the style of most."""
    styles = {study.key: style_of(study.authors or "") for study in checked.page.study_list}
    known = Counter(style for style in styles.values() if style)
    if len(known) < 2:
        return
    usual = known.most_common(1)[0][0]
    odd = next(study for study in checked.page.study_list if styles[study.key] not in (usual, ""))
    basis = "\n".join(sorted(known))
    yield Finding(rule, Spot("authors", odd.key), odd.authors or "", basis, {"count": len(known)})


@functools.lru_cache(maxsize=16_384)  # all studies of a page are asked for at each check
def style_of(authors: str) -> str:
    """The style of a list of authors in words that tell styles apart; "" where it is not to be told, as of a group."""
    text = _FOOTNOTES.sub("", authors).strip(" \n,;\u00b7")
    text = (text[:-_LONGEST_NAME] + _OTHERS.sub("", text[-_LONGEST_NAME:])).strip(" ,;\u00b7")
    separator = next((sign for sign in _SEPARATORS if sign in text), "")
    names = [name.strip() for name in text.split(separator or None)] if separator else [text]
    stop = ", a stop at the end" if text.endswith(".") and "." not in names[0] and len(names) > 1 else ""
    names = [name[:_LONGEST_NAME] for name in names[:2]] if len(names) > 1 else [text[:_LONGEST_NAME]]
    if separator == "," and len(names) > 1 and len(names[0].split()) <= 3 and _INITIALS.fullmatch(names[1]):
        form = f"family name, {'initials with stops' if '.' in names[1] else 'initials'}"
    else:
        form = next((name for name, pattern in _FORMS if pattern.fullmatch(names[0])), "")
    if not form or (form == "in full" and len(names) == 1):
        return ""
    return f"{form}; {separator or ','}{stop}"

"""The words in braces that stand for others, such as a page's name; and those that were meant as one and are none."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

CONDITION, CONDITION_IN_TEXT, WINDOW_YEARS = "{condition}", "{condition_in_text}", "{window_years}"
PLACEHOLDERS = (CONDITION, CONDITION_IN_TEXT, WINDOW_YEARS)
FIELDS_FILLED = frozenset(
    {"title_template", "heading_template", "references.heading", "references.lead", "references.link_text"}
    | {f"research.{name}" for name in ("heading", "lead", "call_to_action", "disclaimers")}
)
"""The names of the fields of a site in which placeholders are filled in, and of those in their place on one page."""

_PLACEHOLDER = re.compile("|".join(map(re.escape, PLACEHOLDERS)))
_NEARLY = re.compile(
    r"\{{1,9}[^{}\n]{0,60}\}{1,9}"  # braces around anything
    r"|\{{1,9}[ \t]{0,9}(?:condition in text|window years|[\w-]{1,40})"  # the second one is missing
    r"|(?<![\w-])(?:condition in text|window years|[\w-]{1,40})[ \t]{0,9}\}{1,9}"  # the first one is
    r"|(?<![\w-])(?:condition_in_text|window_years)(?![\w-])",  # both are
    re.IGNORECASE,
)
_LIKE, _LIKE_IN_BRACES = 0.75, 0.5
"""How much of a word has to agree with a placeholder's, for that one to be meant."""
_MOST = 200
"""Words near a brace that are looked at: each letter typed looks anew."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Words of a text that were meant to stand for others: where they begin and end, and what was meant.

    `is_filled`: the placeholder is there, with braces too many, which show on the page.
    """

    start: int
    end: int
    text: str
    meant: str
    is_filled: bool = False


def filled(text: str, words: Mapping[str, str]) -> str:
    """The text with each placeholder replaced once: what the replacement itself holds is not looked at again."""
    return _PLACEHOLDER.sub(lambda found: words[found[0]], text)


def near_misses(text: str) -> list[NearMiss]:
    """What was meant as a placeholder and is none, or stands in braces too many."""
    if "{" not in text and "}" not in text and "_" not in text:
        return []
    found = (_near_miss(match) for match in itertools.islice(_NEARLY.finditer(text), _MOST))
    return [miss for miss in found if miss is not None]


def _near_miss(found: re.Match[str]) -> NearMiss | None:
    text = found[0]
    if text in PLACEHOLDERS:
        return None
    name = text.strip("{} \t").lower()
    is_in_braces = text.startswith("{") and text.endswith("}")
    like = difflib.get_close_matches(f"{{{name}}}", PLACEHOLDERS, 1, _LIKE_IN_BRACES if is_in_braces else _LIKE)
    if not like and not is_in_braces:
        return None  # a brace, as anybody may type one
    inside = next((one for one in PLACEHOLDERS if one in text), "")
    return NearMiss(found.start(), found.end(), text, inside or (like[0] if like else CONDITION), bool(inside))

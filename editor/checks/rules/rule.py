"""One rule, as its pack tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from editor.checks.severity import Severity


class Kind(StrEnum):
    """What a rule protects."""

    ADVERTISING = "advertising"
    EVIDENCE = "evidence"
    TEXT = "text"
    ACCESSIBILITY = "accessibility"


class Unless(StrEnum):
    """What makes words harmless that a rule would find: that they are denied, unsure, or somebody else's, in quotation
    marks or as the title of a paper of the page.
    """

    NEGATED = "negated"
    HEDGED = "hedged"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Source:
    """The guidance that a rule follows, and the day on which it was read; `country` where it holds in one alone."""

    words: str
    address: str = ""
    as_of: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `find` names the function that looks; "words" is the one for `pattern` in the texts of `fields`.

    `id` is short and public ("A01"); `name` says the fault ("cure_promised"). `message` is in words for staff, with
    `{words}` for those found and what else the function tells.
    """

    id: str
    name: str
    kind: Kind
    severity: Severity
    message: str
    find: str = "words"
    fields: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    unless: frozenset[Unless] = frozenset()
    exempt: re.Pattern[str] | None = None
    """Words that make harmless what is found in the same sentence."""
    sources: tuple[Source, ...] = ()
    words: frozenset[str] = frozenset()
    """A list that the function uses, such as abbreviations everybody knows."""
    slips: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Expressions for words that are wrong, each with what should stand in their place; "" where that is not sure."""
    takes_own_words: bool = False
    """Whether the words of the clinic's own list are added to `words`."""

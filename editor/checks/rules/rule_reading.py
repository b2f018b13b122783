"""From what a pack says of a rule to the rule. A rule that is known already is changed in what is said, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from editor.checks.prose.passage import known_fields
from editor.checks.rules.pack_text import RuleText
from editor.checks.rules.phrases import expression_for
from editor.checks.rules.rule import Kind, Rule, Source, Unless
from editor.checks.severity import Severity
from editor.words import tr

_Choice = TypeVar("_Choice", bound=StrEnum)
_KEYS = frozenset({"id", "name", "severity", "message", "fields", "phrases", "unless", "sources", "words", "off"})
_OUR_KEYS = frozenset({"find", "pattern", "any_case", "exempt", "slips", "takes_own_words"})
"""Only packs that come with the program may give these: an expression can keep a computer busy for hours."""


def rule_of(text: RuleText, base: Rule | None, kind: Kind, sources: Mapping[str, Source], *, ours: bool) -> Rule | None:
    """The rule, made of `base` where there is one with its id; None where it is switched off.

    `ours` tells that the pack comes with the program. Raises UnusablePack.
    """
    known = _KEYS | _OUR_KEYS if ours else _KEYS
    for key in text.said:
        if key not in known:
            names = ", ".join(sorted(known))
            raise text.fault(key, tr("“{key}” is nothing that a rule has. Known are: {known}.", key=key, known=names))
    if not (identity := text.text("id")):
        raise text.fault("id", tr("The rule has no id."))
    if text.text("off") == "true":
        return None
    changes = _changes(text, sources)
    if base is not None:
        if "phrases" in text.said and (base.pattern is None or base.pattern.groupindex):
            reason = tr("The phrases of {id} can't be changed. Give yours an id of their own.", id=identity)
            raise text.fault("phrases", reason)
        return replace(base, **changes)
    if not text.text("message"):
        raise text.fault("id", tr("The rule {id} has no message, which tells staff what is wrong.", id=identity))
    rule = replace(Rule(identity, identity, kind, Severity.WARN, "", fields=("prose",)), **changes)
    if rule.find == "words" and rule.pattern is None:
        raise text.fault("id", tr("The rule {id} names no phrases to look for.", id=identity))
    return rule


def _changes(text: RuleText, sources: Mapping[str, Source]) -> dict[str, Any]:
    """The values of a rule for the keys that are there."""
    changes: dict[str, Any] = {key: text.text(key) for key in ("name", "message", "find") if key in text.said}
    if "severity" in text.said:
        changes["severity"] = _choice(text, "severity", text.text("severity"), Severity)
    if "unless" in text.said:
        changes["unless"] = frozenset(_choice(text, "unless", word, Unless) for word in text.texts("unless"))
    if "fields" in text.said:
        changes["fields"] = _fields(text)
    if "pattern" in text.said or "phrases" in text.said:
        changes["pattern"] = _pattern(text)
    if "exempt" in text.said:
        changes["exempt"] = _compiled(text, "exempt", text.text("exempt"))
    if "sources" in text.said:
        changes["sources"] = tuple(sources.get(key) or Source(key) for key in text.texts("sources"))
    if "words" in text.said:
        changes["words"] = frozenset(_with_letters(text.texts("words")))
    if "slips" in text.said:
        changes["slips"] = tuple(map(_slip, text.texts("slips")))
    if "takes_own_words" in text.said:
        changes["takes_own_words"] = text.text("takes_own_words") == "true"
    return changes


def _choice(text: RuleText, key: str, word: str, choices: type[_Choice]) -> _Choice:
    if word not in set(choices):
        reason = tr(
            "“{word}” cannot stand under “{key}”. Known are: {known}.", word=word, key=key, known=", ".join(choices)
        )
        raise text.fault(key, reason)
    return choices(word)


def _fields(text: RuleText) -> tuple[str, ...]:
    names = text.texts("fields")
    if unknown := next((name for name in names if name not in known_fields()), None):
        raise text.fault("fields", tr("No text of a page is called “{name}”.", name=unknown))
    return names


def _slip(said: str) -> tuple[re.Pattern[str], str]:
    """What is wrong and, behind an arrow, what should stand there."""
    wrong, _, right = said.partition(" => ")
    return re.compile(wrong, re.IGNORECASE), right


def _pattern(text: RuleText) -> re.Pattern[str]:
    """The expression that a rule gives, or one for any of its phrases."""
    expression = text.text("pattern") or expression_for(_with_letters(text.texts("phrases")))
    if not expression:
        raise text.fault("phrases", tr("There are no phrases to look for."))
    return _compiled(text, "pattern", expression)


def _with_letters(texts: Iterable[str]) -> Iterator[str]:
    """Those that have any: a star alone would be found everywhere, and what is empty between any two letters."""
    return (text for text in texts if re.search(r"\w", text))


def _compiled(text: RuleText, key: str, expression: str) -> re.Pattern[str]:
    try:
        return re.compile(expression, 0 if text.text("any_case") == "false" else re.IGNORECASE)
    except re.error as error:
        raise text.fault(key, tr("It is no expression: {why}.", why=error)) from error

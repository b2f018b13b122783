"""The rules that hold for a website: the packs that it has switched on, and the clinic's own rules and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from editor.checks.problem import Problem
from editor.checks.rules.pack_text import UnusablePack, read_pack
from editor.checks.rules.rule import Kind, Rule
from editor.checks.rules.rule_packs import included_rules, packs_for, rules_of, shipped_names, shipped_sources
from editor.checks.rules.rule_reading import rule_of
from editor.checks.severity import Severity
from editor.content.site import Site
from editor.storage.own_rules import OWN_WORDS, OwnRuleFiles, words_in
from editor.words import tr


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules, what is wrong with the clinic's own, and the names in `rule_packs` that are no pack."""

    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...] = ()
    unknown_packs: tuple[str, ...] = ()


def rule_set(site: Site, own: OwnRuleFiles | None = None) -> RuleSet:
    """The rules for a website. The clinic's own packs are switched on by being there; what of them cannot be used is
    told and left out.
    """
    own = own or OwnRuleFiles()
    rules = {rule.id: rule for rule in rules_of(packs_for(site))}
    problems = [_problem(file, None, reason) for file, reason in own.unreadable.items()]
    for file, data in own.packs.items():
        problems += _take_pack(rules, file, data)
    words, unreadable = _own_words(own.words)
    problems += unreadable
    known = {*shipped_names(), *(PurePosixPath(file).stem for file in own.packs)}
    return RuleSet(
        tuple(replace(rule, words=rule.words | words) if rule.takes_own_words else rule for rule in rules.values()),
        tuple(problems),
        tuple(name for name in packs_for(site) if name not in known),
    )


def _take_pack(rules: dict[str, Rule], file: str, data: bytes) -> Iterator[Problem]:
    """Put the rules of a pack of the clinic's own into `rules`; what is wrong with it."""
    try:
        text = read_pack(PurePosixPath(file).stem, data)
        rules |= included_rules(text)
        if text.kind and text.kind not in set(Kind):
            known = ", ".join(Kind)
            reason = tr("“{word}” is no kind of checks. Known are: {known}.", word=text.kind, known=known)
            raise UnusablePack(reason, text.lines["kind"])
    except UnusablePack as unusable:
        yield _problem(file, unusable.line, str(unusable))
        return
    kind = Kind(text.kind) if text.kind else Kind.TEXT
    for one in text.rules:
        try:
            identity = one.text("id")
            rule = rule_of(one, rules.get(identity), kind, shipped_sources(), ours=False)
        except UnusablePack as unusable:
            yield _problem(file, unusable.line, str(unusable))
            continue
        if rule is None:
            rules.pop(identity, None)
        else:
            rules[identity] = rule


def _own_words(data: bytes) -> tuple[frozenset[str], list[Problem]]:
    """The words of the clinic's list, and what is wrong with it."""
    try:
        return words_in(data), []
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return frozenset(), [_problem(OWN_WORDS, line, tr("It is not saved as UTF-8."))]


def _problem(file: str, line: int | None, reason: str) -> Problem:
    message = tr(
        "This part of the clinic's own checks is not in use. {reason} Ask whoever looks after your website.",
        reason=reason,
    )
    return Problem("own_checks_unusable", file, message, line, severity=Severity.WARN)

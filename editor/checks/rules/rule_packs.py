"""The packs of rules in the program's resources and in a clinic's own folder, read and checked."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from editor.checks.rules.rule import Kind, Rule, Source, Unless
from editor.checks.severity import Severity
from editor.content.site import Site
from editor.paths import resources
from editor.words import tr

_COUNTRIES = {"AU": "advertising-au", "GB": "advertising-uk", "US": "advertising-us"}
_WITHOUT_COUNTRY = "advertising-au"
_EVERYWHERE = ("evidence", "text", "accessibility")
_SOURCES = "sources"


class UnusablePack(Exception):
    """A pack says something that is no rule; the text says what, and on which line where one is known."""


@dataclass(frozen=True, slots=True)
class RulePack:
    """A set of rules that is switched on as a whole. `title` is what staff call it."""

    name: str
    title: str
    rules: tuple[Rule, ...]


def packs_for(site: Site) -> tuple[str, ...]:
    """The names of the packs that are switched on; without `rule_packs` those of the language's country, Australia if
    none, with evidence, text and accessibility.
    """
    named = tuple(name.strip() for name in site.rule_packs or () if name.strip())
    return named or (_COUNTRIES.get(_country(site.language or ""), _WITHOUT_COUNTRY), *_EVERYWHERE)


def shipped_pack(name: str) -> RulePack | None:
    """A pack that comes with the program; None where there is none of this name."""
    return _shipped().get(name)


def shipped_names() -> tuple[str, ...]:
    """The names of all packs that come with the program."""
    return tuple(_shipped())


def rules_of(names: Sequence[str], own: Sequence[RulePack] = ()) -> tuple[Rule, ...]:
    """The rules of these packs and of the clinic's own; of two with one id the later counts."""
    packs = [*filter(None, map(shipped_pack, names)), *own]
    return tuple({rule.id: rule for pack in packs for rule in pack.rules}.values())


def pack_in(text: str, name: str, sources: Mapping[str, Source]) -> RulePack:
    """The pack that a file holds. Raises UnusablePack."""
    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UnusablePack(tr("Line {line} cannot be read.", line=mark.line + 1 if mark else 1)) from error
    try:
        kind = Kind(said["kind"])
        rules = tuple(_rule(one, kind, sources) for one in said.get("rules") or ())
        return RulePack(name, str(said.get("title", name)), rules)
    except (KeyError, ValueError, TypeError, AttributeError, re.error) as error:
        raise UnusablePack(tr("It does not say what a rule needs: {what}.", what=error)) from error


def _rule(said: Mapping[str, Any], kind: Kind, sources: Mapping[str, Source]) -> Rule:
    return Rule(
        id=str(said["id"]),
        name=str(said["name"]),
        kind=kind,
        severity=Severity(said["severity"]),
        message=str(said["message"]),
        find=str(said.get("find", "words")),
        fields=tuple(said.get("fields") or ()),
        pattern=_pattern(said),
        unless=frozenset(map(Unless, said.get("unless") or ())),
        sources=tuple(sources.get(key) or Source(key) for key in said.get("sources") or ()),
        words=tuple(map(str, said.get("words") or ())),
    )


def _pattern(said: Mapping[str, Any]) -> re.Pattern[str] | None:
    """The expression that a rule gives, or one for any of its phrases, in which a blank is any white space."""
    if "pattern" in said:
        return re.compile(said["pattern"], re.IGNORECASE if said.get("any_case", True) else 0)
    phrases = [r"\s+".join(map(re.escape, str(phrase).split())) for phrase in said.get("phrases") or ()]
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE) if phrases else None


def shipped_sources() -> Mapping[str, Source]:
    """The guidance that rules follow, by the key they name it with."""
    said = yaml.safe_load((resources() / "rules" / f"{_SOURCES}.yaml").read_text(encoding="utf-8"))
    return {key: Source(one["words"], one.get("address", ""), str(one.get("as_of", ""))) for key, one in said.items()}


@functools.cache
def _shipped() -> Mapping[str, RulePack]:
    sources = shipped_sources()
    return {name: pack_in(text, name, sources) for name, text in _files()}


def _files() -> Iterator[tuple[str, str]]:
    for path in sorted((resources() / "rules").glob("*.yaml")):
        if path.stem != _SOURCES:
            yield path.stem, path.read_text(encoding="utf-8")


def _country(language: str) -> str:
    """The country of a BCP 47 language tag, such as AU of en-AU; "" where it names none."""
    return next((part.upper() for part in re.split("[-_]", language)[1:] if len(part) == 2), "")

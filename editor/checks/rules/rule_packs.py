"""The packs of rules that come with the program, and which of them a website has switched on."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from editor.checks.rules.pack_text import PackText, UnusablePack, read_pack
from editor.checks.rules.rule import Kind, Rule, Source
from editor.checks.rules.rule_reading import rule_of
from editor.content.site import Site
from editor.paths import resources
from editor.words import tr
from editor.yaml_text import YamlText

_COUNTRIES = {"AU": "advertising-au", "GB": "advertising-uk", "US": "advertising-us"}
_WITHOUT_COUNTRY = "advertising-au"
_EVERYWHERE = ("evidence", "text", "accessibility")
_SOURCES = "sources"


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


def rules_of(names: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of these packs; of two with one id the later counts. Names of no pack are passed over."""
    packs = filter(None, map(shipped_pack, names))
    return tuple({rule.id: rule for pack in packs for rule in pack.rules}.values())


def included_rules(pack: PackText) -> dict[str, Rule]:
    """The rules of the packs that one takes in, by id. Raises UnusablePack for a name that is no pack."""
    for name in pack.include:
        if shipped_pack(name) is None:
            raise UnusablePack(tr("There is no set of checks called “{name}”.", name=name), pack.lines["include"])
    return {rule.id: rule for rule in rules_of(pack.include)}


@functools.cache
def shipped_sources() -> Mapping[str, Source]:
    """The guidance that rules follow, by the key they name it with."""
    root = YamlText.read((resources() / "rules" / f"{_SOURCES}.yaml").read_bytes()).root
    said = {key.text: {name.text: value.text for name, value in node.pairs} for key, node in root.pairs} if root else {}
    return {key: Source(**one) for key, one in said.items()}


@functools.cache
def _shipped() -> Mapping[str, RulePack]:
    paths = sorted((resources() / "rules").glob("*.yaml"))
    texts = {path.stem: read_pack(path.stem, path.read_bytes()) for path in paths if path.stem != _SOURCES}
    return {name: RulePack(name, text.title, tuple(_rules(text, texts).values())) for name, text in texts.items()}


def _rules(text: PackText, texts: Mapping[str, PackText]) -> dict[str, Rule]:
    """The rules of a pack of ours by id, after those that it includes."""
    rules = {identity: rule for name in text.include for identity, rule in _rules(texts[name], texts).items()}
    for one in text.rules:
        rule = rule_of(one, rules.pop(one.text("id"), None), Kind(text.kind), shipped_sources(), ours=True)
        if rule is not None:
            rules[rule.id] = rule
    return {identity: _in_country(rules[identity], text.country) for identity in sorted(rules)}


def _in_country(rule: Rule, country: str) -> Rule:
    """The rule with the guidance that holds in a country alone, where there is any."""
    there = tuple(source for source in rule.sources if source.country in ("", country))
    return replace(rule, sources=there) if country and there else rule


def _country(language: str) -> str:
    """The country of a BCP 47 language tag, such as AU of en-AU; "" where it names none."""
    return next((part.upper() for part in re.split("[-_]", language)[1:] if len(part) == 2), "")

"""A pack of rules as its file has it: what is said, and on which line; not yet whether that makes rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editor.words import tr
from editor.yaml_text import PAGE_LIMITS, Node, Unreadable, YamlText

Said = str | tuple[str, ...]
_LINES, _LISTS = frozenset({"title", "kind", "country"}), frozenset({"include", "rules"})


class UnusablePack(Exception):
    """A pack, or a rule of it, says something that is no rule; the text says what. `line` counts from 1."""

    def __init__(self, reason: str, line: int | None) -> None:
        super().__init__(reason)
        self.line = line


@dataclass(frozen=True, slots=True)
class RuleText:
    """What is said of one rule, by key, and the line of each key; `line` is where the rule begins."""

    line: int
    said: Mapping[str, Said]
    lines: Mapping[str, int]

    def text(self, key: str) -> str:
        """The text that stands there; "" where there is none. Raises UnusablePack for a list."""
        said = self.said.get(key, "")
        if isinstance(said, tuple):
            raise self.fault(key, tr("“{key}” is one text here, and no list.", key=key))
        return said

    def texts(self, key: str) -> tuple[str, ...]:
        """The list that stands there; a text is a list of one."""
        said = self.said.get(key, ())
        return said if isinstance(said, tuple) else (said,)

    def fault(self, key: str, reason: str) -> UnusablePack:
        """What to raise where the rule's key is of no use."""
        return UnusablePack(reason, self.lines.get(key, self.line))


@dataclass(frozen=True, slots=True)
class PackText:
    """A pack: what staff call it, what its rules protect, the country whose guidance it follows, the packs that
    it takes in, and its rules.
    """

    name: str
    title: str
    kind: str
    country: str
    include: tuple[str, ...]
    rules: tuple[RuleText, ...]
    lines: Mapping[str, int]


def read_pack(name: str, data: bytes) -> PackText:
    """The pack that a file's bytes hold. Raises UnusablePack: they are no YAML, or are not laid out like a pack."""
    try:
        source = YamlText.read(data, PAGE_LIMITS)
    except Unreadable as unreadable:
        raise UnusablePack(unreadable.reason, unreadable.line) from unreadable
    root = source.root
    if root is None or root.kind != "mapping":
        raise UnusablePack(tr("A set of checks begins with “rules:”."), 1)
    lines = _lines_of_keys(root)
    if unknown := next((key for key in lines if key not in _LINES | _LISTS), None):
        raise UnusablePack(
            tr("“{key}” is nothing that a set of checks has. Known are: {known}.", key=unknown, known=_known()),
            lines[unknown],
        )
    values = {key.text: value for key, value in root.pairs}
    rules = values.get("rules")
    if rules is not None and rules.kind != "sequence" and not rules.is_nothing:
        raise UnusablePack(tr("“rules” is a list: each rule begins with “- id:”."), rules.line)
    texts = {key: _said(source, values[key]) for key in ("title", "kind", "country", "include") if key in values}
    include = texts.get("include", ())
    return PackText(
        name,
        str(texts.get("title", name)),
        str(texts.get("kind", "")),
        str(texts.get("country", "")),
        include if isinstance(include, tuple) else (include,),
        tuple(_rule_text(source, node) for node in (rules.items if rules else ())),
        lines,
    )


def _rule_text(source: YamlText, node: Node) -> RuleText:
    if node.kind != "mapping":
        raise UnusablePack(tr("A rule begins with “- id:”."), node.line)
    lines = _lines_of_keys(node)
    return RuleText(node.line, {key.text: _said(source, value) for key, value in node.pairs}, lines)


def _lines_of_keys(node: Node) -> dict[str, int]:
    """The line of each key of a mapping. Raises UnusablePack for one that stands there twice, as one would be lost."""
    lines: dict[str, int] = {}
    for key, _ in node.pairs:
        if key.text in lines:
            raise UnusablePack(tr("“{key}” stands here twice. Make one of them.", key=key.text), key.line)
        lines[key.text] = key.line
    return lines


def _said(source: YamlText, node: Node) -> Said:
    node = source.resolved(node)
    if node.kind == "scalar":
        return "" if node.is_nothing else node.text
    if node.kind == "sequence" and all(item.kind == "scalar" for item in node.items):
        return tuple(item.text for item in node.items)
    raise UnusablePack(tr("Here belongs a text or a list of texts."), node.line)


def _known() -> str:
    return ", ".join(sorted(_LINES | _LISTS))

"""From a YAML text to a page or a site: every field as text, as written, never as a YAML type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from editor.content.condition_page import ConditionPage
from editor.content.fields import (
    PAGE_FIELDS,
    SITE_FIELDS,
    STUDIES_KEY,
    STUDY_FIELDS,
    Field,
    FieldValue,
    Record,
    with_values,
)
from editor.content.site import Site
from editor.content.study import Study
from editor.words import tr
from editor.yaml_text import PAGE_LIMITS, Node, Unreadable, YamlText, key_faults


@dataclass(frozen=True, slots=True)
class FileProblem:
    """What is wrong with a file, and where: `line` counts from 1, None where no line can be named."""

    line: int | None
    reason: str
    advice: str

    def sentence(self) -> str:
        """The problem in one run of words, with its line."""
        if self.line is None:
            return f"{self.reason} {self.advice}"
        return tr("Line {line}: {reason} {advice}", line=self.line, reason=self.reason, advice=self.advice)


@dataclass(frozen=True, slots=True)
class PageReading:
    """What became of a page's file: `page` is None where nothing can be shown, and problems forbid editing."""

    page: ConditionPage | None
    source: YamlText | None
    problems: tuple[FileProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteReading:
    """What became of the site's file."""

    site: Site | None
    source: YamlText | None
    problems: tuple[FileProblem, ...] = ()


def read_page(data: bytes, slug: str) -> PageReading:
    """Read the bytes of a page's file. Raises nothing: what is wrong stands in `problems`."""
    try:
        return page_of(YamlText.read(data, PAGE_LIMITS), slug)
    except Unreadable as unreadable:
        return PageReading(None, None, (_unreadable(unreadable),))


def page_of(source: YamlText, slug: str) -> PageReading:
    """The page that a text says."""
    reader = _Reader(source)
    root = reader.root()
    if root is None:
        return PageReading(None if reader.problems else ConditionPage(slug), source, tuple(reader.problems))
    page = reader.fill(ConditionPage(slug), root, PAGE_FIELDS)
    page = replace(page, studies=reader.studies(root))
    return PageReading(page, source, tuple(reader.problems))


def read_site(data: bytes) -> SiteReading:
    """Read the bytes of the site's file. Raises nothing: what is wrong stands in `problems`."""
    try:
        return site_of(YamlText.read(data, PAGE_LIMITS))
    except Unreadable as unreadable:
        return SiteReading(None, None, (_unreadable(unreadable),))


def site_of(source: YamlText) -> SiteReading:
    """The site that a text says."""
    reader = _Reader(source)
    root = reader.root()
    if root is None:
        return SiteReading(None if reader.problems else Site(), source, tuple(reader.problems))
    return SiteReading(reader.fill(Site(), root, SITE_FIELDS), source, tuple(reader.problems))


def _unreadable(unreadable: Unreadable) -> FileProblem:
    return FileProblem(unreadable.line, unreadable.reason, unreadable.advice)


_ASK_WEB_DEVELOPER = tr(
    "The file was left as it is. It can't be changed here until the website's developer has mended it."
)


class _Reader:
    """Reads records out of one text and collects what is wrong with it."""

    def __init__(self, source: YamlText) -> None:
        self.source = source
        self.problems: list[FileProblem] = []

    def root(self) -> Node | None:
        """The file's mapping; None for a file that says nothing, or, with a problem, one that is no mapping."""
        root = self.source.root
        if root is None or root.is_nothing:
            return None
        if root.kind != "mapping":
            self.problem(
                root, tr("This file is not laid out as a page, which begins with names such as name: and title:.")
            )
            return None
        self.check_keys(root)
        return root

    def problem(self, node: Node, reason: str) -> None:
        self.problems.append(FileProblem(node.line, reason, _ASK_WEB_DEVELOPER))

    def check_keys(self, root: Node) -> None:
        """A key that stands twice hides one of its values, so such a file is not edited until it is mended."""
        for key, first_line in key_faults(root):
            if first_line is None:
                self.problem(key, tr("A field's name is expected here, but something else stands in its place."))
            else:
                reason = tr("{key}: stands here a second time (first in line {first}).", key=key.text, first=first_line)
                self.problem(key, reason)

    def keyed(self, mapping: Node) -> dict[str, Node]:
        """The mapping's values by key, those merged in with `<<` included, aliases followed."""
        found: dict[str, Node] = {}
        if mapping.kind != "mapping":
            return found
        merged_in: dict[str, Node] = {}
        table = mapping.table
        for key, value in mapping.pair_places():
            kind, text, style, *_ = table.says[key]
            if kind != "scalar":
                continue
            found[text] = self.source.resolved(Node(table, value))
            if text == "<<" and style == "plain":
                merged = found[text]
                for origin in reversed(merged.items or (merged,)):
                    merged_in |= self.keyed(self.source.resolved(origin))
        return merged_in | found

    def fill(self, record: Record, mapping: Node, fields: Iterable[Field]) -> Record:
        """The record with each field that the mapping has."""
        keyed = self.keyed(mapping)
        groups: dict[str, dict[str, Node]] = {}
        values = []
        for field in fields:
            first = field.keys[0]
            node = keyed.get(first)
            if node is None:
                continue
            if len(field.keys) > 1:
                if first not in groups:
                    groups[first] = self.group(first, node)
                node = groups[first].get(field.keys[1])
            value = self.value(node, field) if node else None
            if value is not None:
                values.append((field, value))
        return with_values(record, values, groups)

    def group(self, key: str, node: Node) -> dict[str, Node]:
        if node.kind != "mapping" and not node.is_nothing:
            self.problem(node, tr("{key}: should have fields of its own below it.", key=key))
        return self.keyed(node)

    def value(self, node: Node, field: Field) -> FieldValue:
        """The field's value; None, with a problem, where it has another shape than it should."""
        is_list = field.is_list
        if not is_list and node.kind == "scalar":
            return "" if node.is_nothing else node.text
        key = ".".join(field.keys)
        if not is_list:
            self.problem(node, tr("{key}: should be a text.", key=key))
            return None
        if node.is_nothing:
            return ()
        if node.kind == "sequence":
            return self.texts(node, key)
        self.problem(node, tr("{key}: should be a list, each entry on a line of its own after a dash.", key=key))
        return None

    def texts(self, node: Node, key: str) -> tuple[str, ...]:
        found = []
        for item in map(self.source.resolved, node.items):
            if item.kind == "scalar":
                found.append("" if item.is_nothing else item.text)
            else:
                self.problem(item, tr("{key}: should be a list of texts.", key=key))
        return tuple(found)

    def studies(self, root: Node) -> tuple[Study, ...] | None:
        node = self.keyed(root).get(STUDIES_KEY)
        if node is None:
            return None
        if node.kind != "sequence" and not node.is_nothing:
            self.problem(node, tr("{key}: should be a list, each study after a dash.", key=STUDIES_KEY))
        return tuple(study for item in node.items if (study := self.study(item)) is not None)

    def study(self, item: Node) -> Study | None:
        mapping = self.source.resolved(item)
        if mapping.kind != "mapping":
            self.problem(item, tr("A study should have fields such as title: and journal:."))
            return None
        keyed = self.keyed(mapping)
        values: dict[str, Any] = {}
        for field in STUDY_FIELDS:
            node = keyed.get(field.keys[0])
            value = None if node is None else self.value(node, field)
            if value is not None:
                values[field.attributes[0]] = value
        return Study(**values)  # made at once: a folder has tens of thousands of them

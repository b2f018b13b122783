"""Records of lines that begin with a tag, as RIS and PubMed's own format have them."""

from __future__ import annotations

from dataclasses import dataclass, field

from editor.references.reading.found import Unread, words_of
from editor.words import tr


@dataclass(slots=True)
class Record:
    """The fields of one record in their order, tag and text; `line` is where it begins, from 1."""

    line: int
    fields: list[tuple[str, str]] = field(default_factory=list)
    has_end: bool = False

    def add(self, tag: str, text: str) -> None:
        """A new field."""
        self.fields.append((tag, text.strip()))

    def go_on(self, text: str) -> None:
        """A further line of the last field."""
        if self.fields:
            tag, before = self.fields[-1]
            self.fields[-1] = tag, f"{before} {text.strip()}".strip()

    def all(self, *tags: str) -> list[str]:
        """The texts with one of these tags that say something, in the order of the record."""
        return [text for tag, text in self.fields if text and tag in tags]

    def first(self, *tags: str) -> str:
        """The first text with the first of these tags that has one; "" if none has."""
        texts = dict(reversed([field for field in self.fields if field[1]]))
        return next((texts[tag] for tag in tags if tag in texts), "")


def belongs_to_none(record: Record) -> Unread:
    """Says of lines that no reference begins with them."""
    words = words_of(record.fields[0][1])
    return Unread(tr("Line {line} belongs to no study: “{words}”", line=record.line, words=words))

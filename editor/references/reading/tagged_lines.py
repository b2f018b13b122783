"""Records of lines that begin with a tag, as RIS and PubMed's own format have them."""

from __future__ import annotations

from editor.references.reading.found import Unread, words_of
from editor.words import tr


class Record:
    """The fields of one record in their order, tag and text; `line` is where it begins, from 1."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.has_end = False
        self._lines: list[tuple[str, list[str]]] = []
        self._fields: list[tuple[str, str]] = []

    @property
    def tags(self) -> list[str]:
        """The tags of the fields."""
        return [tag for tag, _ in self._lines]

    @property
    def last_tag(self) -> str:
        """The tag of the last field."""
        return self._lines[-1][0]

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The fields that say something; asked for when all lines are there."""
        if not self._fields:
            texts = ((tag, " ".join(filter(None, lines))) for tag, lines in self._lines)
            self._fields = [(tag, text) for tag, text in texts if text]
        return self._fields

    def add(self, tag: str, text: str) -> None:
        """A new field."""
        self._lines.append((tag, [text.strip()]))

    def go_on(self, text: str) -> None:
        """A further line of the last field."""
        if self._lines:
            self._lines[-1][1].append(text.strip())

    def take_in(self, record: Record) -> None:
        """What seemed to be another record, and goes on with this one."""
        self._lines += record._lines
        self.has_end = record.has_end

    def all(self, *tags: str) -> list[str]:
        """The texts with one of these tags, in the order of the record."""
        return [text for tag, text in self.fields if tag in tags]

    def first(self, *tags: str) -> str:
        """The first text with the first of these tags that has one; "" if none has."""
        texts = dict(reversed(self.fields))
        return next((texts[tag] for tag in tags if tag in texts), "")


def belongs_to_none(record: Record) -> Unread:
    """Says of lines that no reference begins with them."""
    words = words_of(record.fields[0][1]) if record.fields else ""
    return Unread(tr("Line {line} belongs to no study: “{words}”", line=record.line, words=words))

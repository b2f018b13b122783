"""What a rule has found on a page, where it is, and how it may be mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.checks.rules.rule import Rule
from editor.checks.severity import Severity
from editor.content.study import StudyKey
from editor.words import tr

_LONGEST = 120
"""Characters of the words that a message repeats."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page: a field, as it is named in `content.fields`, of a study or of the page.

    `item` counts from 0 in a field that is a list of texts. `start` and `end` are characters of the text as written;
    None where the whole field, or the whole page, is meant. `shared` tells that the page shows the site's text there,
    so `field` is one of the site's.
    """

    field: str | None = None
    study: StudyKey | None = None
    item: int | None = None
    start: int | None = None
    end: int | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class TextChange:
    """One text of a page, before and after, each as a box shows it: a list of texts has one item a line.

    `field`, `study` and `shared` as in Spot: a text that is shared changes on all pages.
    """

    field: str
    before: str
    after: str
    study: StudyKey | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Fix:
    """A cure, shown before it is applied: texts that change, studies that leave the page, and their new order.

    `order` has all studies that stay, or nothing where they stay as they are.
    """

    label: str
    changes: tuple[TextChange, ...] = ()
    removed: tuple[StudyKey, ...] = ()
    order: tuple[StudyKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem of a page. `words` are those that it is about, as they stand there; "" where nothing is there.

    `values` fill the rule's message. `basis` is the text that the finding rests on: answered with "not a problem
    here", the finding comes back once that has changed.
    """

    rule: Rule
    spot: Spot = Spot()
    words: str = ""
    basis: str = ""
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    fixes: tuple[Fix, ...] = ()
    milder: Severity | None = None
    """Where this one matters less than the rule says."""
    own_word: str = ""
    """A word that is right from now on, on all pages, where the clinic has it in its list of words; "" for none."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.milder or self.rule.severity

    @property
    def message(self) -> str:
        """What is wrong and what to do, as sentences."""
        return tr(self.rule.message, words=_in_short(self.words), **self.values)


def _in_short(words: str) -> str:
    """Words as a sentence can hold them."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}\u2026"

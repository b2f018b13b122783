"""What was found in a page's text, with where it stood and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.shared_on_page import SharedText
from editor.content.study import Study


@dataclass(frozen=True, slots=True)
class Found:
    """A text for the page: `source` are the words it was read from, `line` the number of their first line.

    `unsure` says why it has to be looked at; "" where there is no doubt.
    """

    text: str
    source: str = ""
    line: int = 0
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class FoundStudy:
    """A study and, by the names of its fields, what was found for them."""

    study: Study
    fields: Mapping[str, Found]

    @property
    def unsure(self) -> dict[str, str]:
        """Why fields have to be looked at, by their names."""
        return {name: found.unsure for name, found in self.fields.items() if found.unsure}

    def corrected(self, name: str, text: str) -> FoundStudy:
        """The same with a field as somebody has put it right, who is sure."""
        study = field_named(STUDY_FIELDS, name).set_text(self.study, text)
        found = replace(self.fields.get(name, Found("")), text=text, unsure="")
        return replace(self, study=study, fields={**self.fields, name: found})


NOWHERE, INTRO, INSIGHTS, OWN_WORDS = "", "intro", "insights", "own"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words beside the studies, and where they go: into the intro or the insights, to be words of this page in the
    place of those of all pages, or nowhere.

    `markdown` shows on a page as `source` did. `shared` is the text that all pages share which the words take the place
    of; `says` what it says on this page otherwise. They are the same words where `is_shared`, and stand there already.
    """

    source: str
    line: int
    markdown: str
    goes: str = NOWHERE
    shared: SharedText | None = None
    says: str = ""
    is_shared: bool = False
    unsure: str = ""
    is_decided: bool = False
    """Whether somebody has said where it goes."""
    texts: tuple[str, ...] = field(default=())
    """Its lines one by one, for a text that is a list of texts."""

    @property
    def has_to_be_checked(self) -> bool:
        """Whether it goes onto the page without anybody being sure that it belongs there."""
        return bool(self.unsure) and self.goes in (INTRO, INSIGHTS) and not self.is_decided

    @property
    def choices(self) -> tuple[str, ...]:
        """Where it may go; the disclaimers are the same on all pages, so no page has any of its own."""
        own = (OWN_WORDS,) if self.shared is not None and self.shared.own_field is not None else ()
        return () if self.is_shared else (NOWHERE, INTRO, INSIGHTS, *own)

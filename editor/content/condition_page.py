"""A condition page: one file of the content folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from editor.content.shared_texts import Quotation, References, Research, TextList
from editor.content.study import Study, StudyKey, Text


class Status(StrEnum):
    """Whether the website shows a page."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class ConditionPage:
    """One condition page; texts as written, `intro` and `insights` are Markdown."""

    slug: str
    name: Text = None
    name_in_text: Text = None
    title: Text = None
    heading: Text = None
    description: Text = None
    status: Text = None
    aliases: TextList = None
    old_slugs: TextList = None
    last_reviewed: Text = None
    reviewed_by: Text = None
    review_due: Text = None
    intro: Text = None
    insights: Text = None
    research: Research = field(default_factory=Research)
    references: References = field(default_factory=References)
    quotation: Quotation = field(default_factory=Quotation)
    studies: tuple[Study, ...] | None = None

    @property
    def effective_status(self) -> Status | None:
        """The status, published where none or only blanks are given; None where the word is not one of the three."""
        word = (self.status or "").strip() or Status.PUBLISHED
        return Status(word) if word in set(Status) else None

    @property
    def study_list(self) -> tuple[Study, ...]:
        """The studies in the order in which the website shows them; empty where the file has no such key."""
        return self.studies or ()

    def study(self, key: StudyKey) -> Study | None:
        """The study with this key, or None."""
        return next((study for study in self.study_list if study.key == key), None)

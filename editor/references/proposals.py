"""What is proposed for a page: studies from elsewhere, and where on the site the same ones stand already."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field

from editor.content.condition_page import ConditionPage
from editor.content.entering import as_entered
from editor.content.fields import STUDY_FIELDS, field_named, with_values
from editor.content.page_changes import add_studies, put_study
from editor.content.same_studies import SameStudies, Standing, groups_of
from editor.content.study import Study, StudyKey
from editor.markup.plain_text import escaped_markdown
from editor.references.field_comparison import FieldPair, differences, field_pairs, with_taken
from editor.references.reference import NoticeKind, Reference

SUMMARY = field_named(STUDY_FIELDS, "summary")


@dataclass(frozen=True, slots=True)
class Found:
    """A study as it would be added, what the source says of it, and the names of the fields that may be wrong."""

    study: Study
    reference: Reference = dataclass_field(default_factory=Reference)
    unsure: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A study that was found, for a page; `same` are where it stands already, `perhaps` where it may stand.

    `earlier` is the place, counted from 0, of an earlier one of the same proposals that is the same study.
    """

    page: str
    found: Found
    same: tuple[Standing, ...] = ()
    perhaps: tuple[Standing, ...] = ()
    earlier: int | None = None

    @property
    def here(self) -> Study | None:
        """The same study on the page itself."""
        return next((one.study for one in self.same if one.page == self.page), None)

    @property
    def elsewhere(self) -> tuple[Standing, ...]:
        """Where the same study stands on other pages."""
        return tuple(one for one in self.same if one.page != self.page)

    @property
    def differences(self) -> tuple[FieldPair, ...]:
        """In what it says something else than the page itself says of it; nothing where that has no such study."""
        return () if self.here is None else differences(self.here, self.found.study)

    @property
    def is_retracted(self) -> bool:
        """Whether the source says that the paper was retracted."""
        return any(notice.kind is NoticeKind.RETRACTION for notice in self.found.reference.notices)

    @property
    def is_new(self) -> bool:
        """Whether nothing on the site is the same study, or may be, nor an earlier proposal."""
        return not self.same and not self.perhaps and self.earlier is None

    def pairs(self, base: Study | None) -> tuple[FieldPair, ...]:
        """Field by field what `base` says, which is the study to update or to begin with, and what comes."""
        return field_pairs(base, self.found.study)

    def abstract(self, base: Study | None) -> FieldPair | None:
        """The paper's abstract as a summary, which it is only for who asks: the words are the publisher's own."""
        text = escaped_markdown(self.found.reference.abstract)
        if not text.strip() or (self.found.study.summary or "").strip():
            return None
        now = "" if base is None else SUMMARY.text_of(base)
        return FieldPair(SUMMARY, now, text, agrees=now.strip() == text.strip())


@dataclass(frozen=True, slots=True)
class Accepted:
    """What becomes of a proposal: what is taken is put into a study of the page, or into a new one like `begin`."""

    taken: tuple[FieldPair, ...]
    update: StudyKey | None = None
    begin: Study | None = None


def proposals(
    found: Sequence[Found],
    page: str,
    pages: Mapping[str, ConditionPage],
    perhaps_same: Callable[[Study], tuple[Standing, ...]] | None = None,
    go_on: Callable[[int], None] | None = None,
) -> tuple[Proposal, ...]:
    """Proposals for the page of this name, of which `pages` has all. The same study on the page itself comes first.

    `perhaps_same` is asked of studies that stand nowhere; `go_on` is told after each how many are done, and may raise.
    """
    there = SameStudies()
    for name, content in pages.items():
        for study in content.study_list:
            there.change(name, None, study)
    made: list[Proposal] = []
    for as_found in found:
        one = replace(as_found, study=_as_kept(as_found.study))
        same = tuple(sorted(there.of(one.study), key=functools.partial(_is_elsewhere, page)))
        perhaps = () if same or perhaps_same is None else perhaps_same(one.study)
        made.append(Proposal(page, one, same, perhaps))
        if go_on is not None:
            go_on(len(made))
    return _with_earlier(made)


def _with_earlier(made: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals, told of each whether an earlier one is the same study."""
    places = {proposal.found.study.key: place for place, proposal in enumerate(made)}
    earlier: dict[int, int] = {}
    for group in groups_of(proposal.found.study for proposal in made):
        first, *others = sorted(places[study.key] for study in group)
        earlier |= dict.fromkeys(others, first)
    return tuple(
        replace(proposal, earlier=earlier[place]) if place in earlier else proposal
        for place, proposal in enumerate(made)
    )


def with_accepted(page: ConditionPage, accepted: Iterable[Accepted]) -> tuple[ConditionPage, tuple[StudyKey, ...]]:
    """The page with what was accepted, the new studies above all others, and which studies these and the updated are.

    A study that has gone meanwhile is not updated; a field that says something else by now keeps that.
    """
    new: list[Study] = []
    updated: list[StudyKey] = []
    for one in accepted:
        study = None if one.update is None else page.study(one.update)
        if study is not None:
            changed = with_taken(study, one.taken)
            if changed != study:
                page = put_study(page, changed)
                updated.append(study.key)
        elif one.update is None:
            begin = Study(title="") if one.begin is None else one.begin.duplicate()
            new.append(with_taken(begin, one.taken))
    if new:
        page = add_studies(page, new, 0)
    return page, (*(study.key for study in new), *updated)


def _as_kept(study: Study) -> Study:
    """The study as a page keeps it: dates in the form of files, and no key for what it does not say."""
    kept = {field: as_entered(field, field.text_of(study), "") for field in STUDY_FIELDS}
    changes = [(field, text if text.strip() or field.required else None) for field, text in kept.items()]
    changes = [(field, text) for field, text in changes if text != field.of(study)]
    return with_values(study, changes) if changes else study


def _is_elsewhere(page: str, standing: Standing) -> bool:
    return standing.page != page

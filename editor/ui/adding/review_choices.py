"""What of the proposed studies is accepted, and in which way, while somebody decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from editor.content.same_studies import Standing
from editor.content.study import Study
from editor.references.field_comparison import FieldPair
from editor.references.proposals import SUMMARY, Accepted, Proposal
from editor.references.reference import Reference


class Kind(Enum):
    """What is done with a proposal."""

    NEW = auto()
    UPDATE = auto()
    COPY = auto()


@dataclass(frozen=True, slots=True)
class Way:
    """A proposal becomes a new study, or words of a study on the page, or a study that begins as one elsewhere."""

    kind: Kind
    standing: Standing | None = None

    @property
    def base(self) -> Study | None:
        """The study that what comes is compared with."""
        return None if self.standing is None else self.standing.study


NEW = Way(Kind.NEW)


def ways_of(proposal: Proposal) -> tuple[Way, ...]:
    """What can be done with a proposal, the usual one first."""
    there = [_way(proposal, standing) for standing in proposal.same]
    perhaps = [_way(proposal, standing) for standing in proposal.perhaps]
    return (*there, NEW, *perhaps)


def _way(proposal: Proposal, standing: Standing) -> Way:
    return Way(Kind.UPDATE if standing.page == proposal.page else Kind.COPY, standing)


class ReviewChoices:
    """Knows of each proposal, by its number, its way, whether it is accepted, and which of its fields are taken.

    Accepted at first is what is new on the page and sound. Fields that the page or the study elsewhere has words for
    are taken on request alone, as is an abstract.
    """

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        self.proposals = tuple(proposals)
        self._ways: dict[int, Way] = {}
        self._taken: dict[int, frozenset[str]] = {}
        self._accepted = [_is_usual(proposal) for proposal in self.proposals]

    def way(self, number: int) -> Way:
        """What is done with a proposal, if it is accepted."""
        return self._ways.get(number) or ways_of(self.proposals[number])[0]

    def choose_way(self, number: int, way: Way) -> None:
        """Do this with a proposal, which is accepted by that unless there is nothing to take yet."""
        self._ways[number] = way
        self._taken.pop(number, None)
        self._accepted[number] = way.kind is not Kind.UPDATE

    def pairs(self, number: int) -> tuple[FieldPair, ...]:
        """The fields of a proposal beside those of what it is compared with; an abstract comes last."""
        proposal, base = self.proposals[number], self.way(number).base
        abstract = proposal.abstract(base)
        pairs = proposal.pairs(base)
        if abstract is None:
            return pairs
        return (*(pair for pair in pairs if pair.field is not abstract.field), abstract)

    def is_abstract(self, number: int, pair: FieldPair) -> bool:
        """Whether the words are the publisher's own."""
        return pair == self.proposals[number].abstract(self.way(number).base)

    def is_taken(self, number: int, pair: FieldPair) -> bool:
        """Whether a field is taken, once the proposal is accepted."""
        return not pair.agrees and pair.field.name in self._fields_taken(number)

    def take(self, number: int, pair: FieldPair, *, taken: bool) -> None:
        """Take a field, or leave it; a proposal that updates a study is accepted when anything is taken."""
        name = frozenset((pair.field.name,))
        fields = self._fields_taken(number)
        self._taken[number] = fields | name if taken else fields - name
        if self.way(number).kind is Kind.UPDATE:
            self._accepted[number] = bool(self._taken[number])

    def can_accept(self, number: int) -> bool:
        """Whether there is anything to accept: not where the page says all of it already."""
        return self.way(number).kind is not Kind.UPDATE or any(not pair.agrees for pair in self.pairs(number))

    def is_accepted(self, number: int) -> bool:
        """Whether a proposal is accepted."""
        return self._accepted[number]

    def accept(self, number: int, *, accepted: bool) -> None:
        """Accept a proposal or not; of one that updates a study all that differs is taken, an abstract excepted."""
        if accepted and not self.can_accept(number):
            return
        self._accepted[number] = accepted
        if self.way(number).kind is Kind.UPDATE:
            differing = [pair for pair in self.pairs(number) if not pair.agrees and not self.is_abstract(number, pair)]
            self._taken[number] = frozenset(pair.field.name for pair in differing) if accepted else frozenset()
            self._accepted[number] = bool(self._taken[number])

    def accept_usual(self) -> None:
        """Accept what is new on the page and sound, beside what is accepted already."""
        for number, proposal in enumerate(self.proposals):
            if _is_usual(proposal):
                self.accept(number, accepted=True)

    def accept_none(self) -> None:
        """Accept nothing."""
        for number in tuple(self._numbers()):
            self.accept(number, accepted=False)

    def accepted(self) -> tuple[Accepted, ...]:
        """What was decided."""
        return tuple(self._made(number) for number in self._numbers())

    def accepted_references(self) -> tuple[Reference, ...]:
        """What the sources say of the papers that were accepted."""
        return tuple(self.proposals[number].found.reference for number in self._numbers())

    def counts(self) -> tuple[int, int]:
        """How many studies are added, and how many updated."""
        updated = sum(self.way(number).kind is Kind.UPDATE for number in self._numbers())
        return sum(self._accepted) - updated, updated

    def _numbers(self) -> Iterator[int]:
        return (number for number, is_accepted in enumerate(self._accepted) if is_accepted)

    def _made(self, number: int) -> Accepted:
        way = self.way(number)
        if way.kind is Kind.NEW and number not in self._taken:
            return Accepted((), begin=self.proposals[number].found.study)
        pairs = self._pairs_alone(number)
        fields = self._taken[number] if number in self._taken else _usual_fields(way, pairs)
        if SUMMARY.name in fields:
            pairs = self.pairs(number)
        taken = tuple(pair for pair in pairs if pair.field.name in fields and not pair.agrees)
        if way.kind is Kind.UPDATE and way.base is not None:
            return Accepted(taken, update=way.base.key)
        return Accepted(taken, begin=way.base)

    def _fields_taken(self, number: int) -> frozenset[str]:
        if number in self._taken:
            return self._taken[number]
        return _usual_fields(self.way(number), self._pairs_alone(number))

    def _pairs_alone(self, number: int) -> tuple[FieldPair, ...]:
        """The fields of a proposal without its abstract, which takes long to be made a summary."""
        return self.proposals[number].pairs(self.way(number).base)


def _usual_fields(way: Way, pairs: Sequence[FieldPair]) -> frozenset[str]:
    """The names of the fields that are taken unless somebody says otherwise: those that nothing is there of."""
    if way.kind is Kind.UPDATE:
        return frozenset()
    return frozenset(pair.field.name for pair in pairs if pair.fills and not pair.agrees)


def _is_usual(proposal: Proposal) -> bool:
    """Whether a proposal is accepted unless somebody says otherwise."""
    doubts = proposal.perhaps or proposal.here is not None or proposal.earlier is not None
    return not doubts and not proposal.is_retracted and bool((proposal.found.study.title or "").strip())

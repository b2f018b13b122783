"""What two people have changed in different ways, and nobody has decided yet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from editor.content.differences import Difference, Page
from editor.session.open_file import Place


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """A conflict at a place, with both sides as they were when it came.

    Mine is on the page, unless mine was to delete or to empty what theirs has changed: a delete never beats an edit.
    """

    place: Place
    difference: Difference

    @property
    def shows_theirs(self) -> bool:
        """Whether theirs is on the page."""
        return not self.difference.mine

    def is_like(self, other: OpenConflict) -> bool:
        """Whether both are about the same thing."""
        mine, others = self.difference, other.difference
        return (self.place, mine.study, mine.field) == (other.place, others.study, others.field)

    def seen_now(self, now: Page, file: Page) -> Difference | None:
        """The same with both sides as they are now, on the page and in the file; None where the conflict is over.

        It is over once the page has the other side or none, and where the file has become another.
        """
        came = self.difference
        mine, theirs = came.side_of(now), came.side_of(file)
        is_same = _common(mine, theirs) == _common(theirs, mine) if came.is_order else mine == theirs
        if theirs != came.theirs or is_same is not self.shows_theirs or not came.is_in(now):
            return None
        return came if self.shows_theirs else replace(came, mine=mine)


def _common(order: object, other: object) -> list[object]:
    """Of two orders, what stands in both, as it stands in the first."""
    assert isinstance(order, tuple)
    assert isinstance(other, tuple)
    return [key for key in order if key in other]

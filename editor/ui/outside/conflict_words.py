"""What the two sides of a conflict say, and what keeping both means, in words."""

from __future__ import annotations

from typing import NamedTuple

from editor.content.conflict_choices import Keep, can_keep_both
from editor.content.differences import Comparison, Difference
from editor.ui.comparing.difference_words import Sides, sides_of
from editor.words import tr


class ConflictWords(NamedTuple):
    """The two sides, and what can be kept of them."""

    sides: Sides
    are_both_there: bool
    meaning: str


def conflict_sides(comparison: Comparison, difference: Difference) -> ConflictWords:
    """The words of a conflict; a side that deleted or emptied something says so."""
    mine, theirs = sides_of(comparison, difference)
    sides = Sides(mine or _nothing_of_mine(difference), theirs or _nothing_of_theirs(difference))
    return ConflictWords(sides, bool(mine and theirs), _meaning(difference))


def what_is_kept(keep: Keep) -> str:
    """What was decided."""
    return {Keep.MINE: tr("yours is kept"), Keep.THEIRS: tr("theirs is kept"), Keep.BOTH: tr("both are kept")}[keep]


def _meaning(difference: Difference) -> str:
    if difference.is_order:
        return tr("The studies can have one order only: yours or theirs.")
    if can_keep_both(difference):
        if difference.study is not None:
            return tr("Keep both makes two studies: yours, and theirs below it.")
        return tr("Keep both leaves yours on the page. Theirs is kept with the earlier versions, on this computer.")
    if difference.field is None:
        return tr("One has deleted this study, the other has changed it. It stays until you decide.")
    return tr("One has emptied this text, the other has changed it. The words stay until you decide.")


def _nothing_of_mine(difference: Difference) -> str:
    return tr("You deleted this study.") if difference.field is None else tr("You emptied this text.")


def _nothing_of_theirs(difference: Difference) -> str:
    if difference.field is None:
        return tr("This study was deleted on another computer.")
    return tr("This text was emptied on another computer.")

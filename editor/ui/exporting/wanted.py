"""What somebody wants exported, as it is when that begins: one may go on editing meanwhile."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """An export that was asked for: of the page of this name alone or, where it is "", of all pages.

    `with_unsaved`: there are changes in it that are not saved.
    """

    page: str = ""
    for_email: bool = False
    with_unsaved: bool = False

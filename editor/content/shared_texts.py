"""The texts that all pages share and that one page may replace for itself: research, references, quotation.

`in_file` tells whether the file as read has the group: one that has it keeps it, though all its texts go. It is no
word of the page, so two groups that differ in it alone are equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from editor.content.study import Text

TextList = tuple[str, ...] | None
"""A list of texts; None means that the file has no such key."""


@dataclass(frozen=True, slots=True)
class Research:
    """The section on what research says."""

    heading: Text = None
    lead: Text = None
    call_to_action: Text = None
    in_file: bool = field(default=False, compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class SiteResearch(Research):
    """The same for the whole site; only the site has disclaimers, a page never replaces them."""

    disclaimers: TextList = None


@dataclass(frozen=True, slots=True)
class References:
    """The words above the list of studies, and the words of a study's link."""

    heading: Text = None
    lead: TextList = None
    window_years: Text = None
    link_text: Text = None
    in_file: bool = field(default=False, compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Quotation:
    """The quotation at the end of a page."""

    heading: Text = None
    text: Text = None
    source: Text = None
    date_text: Text = None
    in_file: bool = field(default=False, compare=False, kw_only=True)

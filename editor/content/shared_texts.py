"""The texts that all pages share and that one page may replace for itself: research, references, quotation."""

from __future__ import annotations

from dataclasses import dataclass

from editor.content.study import Text

TextList = tuple[str, ...] | None
"""A list of texts; None means that the file has no such key."""


@dataclass(frozen=True, slots=True)
class Research:
    """The section on what research says."""

    heading: Text = None
    lead: Text = None
    call_to_action: Text = None


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


@dataclass(frozen=True, slots=True)
class Quotation:
    """The quotation at the end of a page."""

    heading: Text = None
    text: Text = None
    source: Text = None
    date_text: Text = None

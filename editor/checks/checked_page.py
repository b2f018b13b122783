"""All that is known of a page when it is checked; what other rooms know is handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from editor.content.condition_page import ConditionPage
from editor.content.link_state import LinkState
from editor.content.page_texts import PageTexts, page_texts
from editor.content.site import Site
from editor.content.study import StudyKey


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """What a publisher's record says of a study; "" where it does not. `date` in EDTF, `authors` as printed here.

    `differing` names the fields of the study that say something else than the record, not the same in other letters.
    """

    title: str = ""
    authors: str = ""
    journal: str = ""
    date: str = ""
    abstract: str = ""
    source: str = ""
    differing: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CheckedPage:
    """A page with its site on one day. `html` is the page as exported, "" where that is not known.

    `records` and `grave_words` (what to say of a retracted paper) are by study; `duplicates` are the studies of which
    another one on this page is the same paper; `lookalikes` two that perhaps are, and perhaps not;
    `links` what came of those that were followed, by study. `own_disclaimers` is what the file says under
    `research.disclaimers`, which a page cannot have: the website may show that in place of the shared ones. None:
    nothing.
    `missing_pictures` are the addresses of pictures, as they were typed, that the page does not show, with the reason.
    """

    page: ConditionPage
    site: Site
    today: date
    html: str = ""
    records: Mapping[StudyKey, PaperRecord] = field(default_factory=dict)
    grave_words: Mapping[StudyKey, str] = field(default_factory=dict)
    duplicates: tuple[tuple[StudyKey, ...], ...] = ()
    lookalikes: tuple[tuple[StudyKey, StudyKey], ...] = ()
    links: Mapping[StudyKey, LinkState] = field(default_factory=dict)
    own_disclaimers: tuple[str, ...] | None = None
    missing_pictures: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def texts(self) -> PageTexts:
        """The words that the page shows beside its studies."""
        return page_texts(self.site, self.page)

"""What all pages share: the content of `site.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field

from editor.content.shared_texts import Quotation, References, SiteResearch, TextList
from editor.content.study import Text


@dataclass(frozen=True, slots=True)
class Site:
    """The site's own texts; every one may be missing."""

    name: Text = None
    language: Text = None
    url: Text = None
    page_address: Text = None
    published_by: Text = None
    rule_packs: TextList = None
    updates_from: Text = None
    title_template: Text = None
    heading_template: Text = None
    research: SiteResearch = field(default_factory=SiteResearch)
    references: References = field(default_factory=References)
    quotation: Quotation = field(default_factory=Quotation)

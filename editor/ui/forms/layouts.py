"""Which fields of a page, of the site and of a study stand together in their forms."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor.content.fields import SITE_FIELDS, STUDY_FIELDS
from editor.content.site import Site
from editor.content.study import Study
from editor.ui.forms.field_group import Group
from editor.ui.forms.record_form import RecordForm
from editor.words import tr

PAGE_GROUPS = (
    Group("", (("name",), ("name_in_text", "status"))),
    Group(tr("Top of the page"), (("heading_template",), ("intro",))),
    Group(
        tr("What research says"),
        (
            ("research.heading",),
            ("research.lead",),
            ("insights",),
            ("research.call_to_action",),
            ("research.disclaimers",),
        ),
    ),
    Group(
        tr("Studies"),
        (
            ("references.heading",),
            ("references.lead",),
            ("references.window_years",),
            ("studies",),
            ("references.link_text",),
        ),
    ),
    Group(
        tr("Quotation"), (("quotation.heading",), ("quotation.text",), ("quotation.source",), ("quotation.date_text",))
    ),
    Group(tr("Review"), (("mark_reviewed",), ("last_reviewed", "review_due"), ("reviewed_by",))),
    Group(
        tr("Search engines and addresses"),
        (("title_template",), ("description",), ("aliases",), ("old_slugs",)),
        is_open=False,
    ),
)
"""In the order of the page, then what visitors do not see on it. Shared texts go by the names of the site's fields."""

SITE_GROUPS = (
    Group(tr("Titles and headings of all pages"), (("title_template",), ("heading_template",))),
    Group(
        tr("What research says"),
        (("research.heading",), ("research.lead",), ("research.call_to_action",), ("research.disclaimers",)),
    ),
    Group(
        tr("Studies"),
        (("references.heading",), ("references.lead",), ("references.window_years", "references.link_text")),
    ),
    Group(
        tr("Quotation"), (("quotation.heading",), ("quotation.text",), ("quotation.source",), ("quotation.date_text",))
    ),
    Group(tr("The website"), (("name",), ("language",), ("url",), ("page_address",), ("published_by",)), is_open=False),
    Group(tr("This program"), (("rule_packs",), ("updates_from",)), is_open=False),
)

STUDY_GROUPS = (
    Group(
        "",
        (
            ("title",),
            ("date", "study_type"),
            ("journal",),
            ("publisher",),
            ("summary",),
            ("authors",),
            ("url",),
            ("doi", "pmid"),
            ("note",),
        ),
    ),
)


def site_form(parent: QWidget | None = None) -> RecordForm[Site]:
    """The form of the texts that all pages share."""
    return RecordForm(SITE_GROUPS, SITE_FIELDS, parent=parent)


def study_card(parent: QWidget | None = None) -> RecordForm[Study]:
    """The card below the table: every field of one study."""
    return RecordForm(STUDY_GROUPS, STUDY_FIELDS, parent=parent)

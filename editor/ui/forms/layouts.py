"""Which fields of a page, of the site and of a study stand together in their forms."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS
from editor.content.site import Site
from editor.content.study import Study
from editor.ui.forms.field_group import Group
from editor.ui.forms.record_form import RecordForm
from editor.words import tr

_RESEARCH = (("research.heading",), ("research.lead",), ("research.call_to_action",))
_BELOW_RESEARCH = (
    ("references.heading",),
    ("references.lead",),
    ("references.window_years",),
    ("references.link_text",),
    ("quotation.heading",),
    ("quotation.text",),
    ("quotation.source",),
    ("quotation.date_text",),
)

PAGE_GROUPS = (
    Group("", (("name",), ("name_in_text",), ("status",), ("intro",), ("insights",))),
    Group(
        tr("Search and addresses"),
        (("title",), ("heading",), ("description",), ("aliases",), ("old_slugs",)),
    ),
    Group(tr("Review"), (("last_reviewed", "review_due"), ("reviewed_by",))),
    Group(tr("Shared texts that differ on this page"), (*_RESEARCH, *_BELOW_RESEARCH)),
)

SITE_GROUPS = (
    Group("", (*_RESEARCH, ("research.disclaimers",), *_BELOW_RESEARCH)),
    Group(tr("Titles and headings of all pages"), (("title_template",), ("heading_template",))),
    Group(tr("The website"), (("name",), ("language",), ("url",), ("page_address",), ("published_by",))),
    Group(tr("This program"), (("rule_packs",), ("updates_from",))),
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


def page_form(parent: QWidget | None = None) -> RecordForm[ConditionPage]:
    """The form of a page's own texts."""
    return RecordForm(PAGE_GROUPS, PAGE_FIELDS, parent)


def site_form(parent: QWidget | None = None) -> RecordForm[Site]:
    """The form of the texts that all pages share."""
    return RecordForm(SITE_GROUPS, SITE_FIELDS, parent)


def study_card(parent: QWidget | None = None) -> RecordForm[Study]:
    """The card below the table: every field of one study."""
    return RecordForm(STUDY_GROUPS, STUDY_FIELDS, parent)

"""What a page that says nothing yet invites to."""

from __future__ import annotations

from editor.content.condition_page import ConditionPage, Status
from editor.content.page_texts import says_something
from editor.words import tr

FIRST_FIELDS = ("name", "name_in_text", "intro")
"""What is filled in first on a new page, in this order."""


def first_steps(page: ConditionPage) -> str:
    """What to fill in first on a page without texts and studies; "" where there are some."""
    if page.study_list or says_something(page.intro) or says_something(page.insights):
        return ""
    steps = [tr("Nothing stands on this page yet.")]
    if not says_something(page.name):
        steps.append(tr("Begin with its name, then write the introduction and add the studies."))
    elif not says_something(page.name_in_text):
        steps.append(tr("Begin with its name in a sentence, then write the introduction and add the studies."))
    else:
        steps.append(tr("Begin with the introduction, then add the studies."))
    if page.effective_status is Status.PUBLISHED:
        steps.append(tr("It counts as published: choose Draft below until it is ready for the website."))
    return " ".join(steps)

"""What is said of proposed studies."""

from __future__ import annotations

from collections.abc import Callable

from editor.content.dates import edtf_date
from editor.content.same_studies import Standing
from editor.content.search_text import single_spaced
from editor.content.study import Study
from editor.references.authors import authors_in
from editor.references.notice_words import NOTICE_MARKS
from editor.references.proposals import Proposal
from editor.ui.adding.review_choices import Kind, Way
from editor.words import tr, tr_count

_YEAR = 4
"""Digits."""

NameOf = Callable[[str], str]
"""The name of a page by its place."""


def title_of(study: Study) -> str:
    """The study's title on one line."""
    return single_spaced(study.title or "") or tr("No title")


def standing_words(proposal: Proposal, name_of: NameOf) -> str:
    """Whether the study is new, and if not, where it stands."""
    if proposal.here is not None:
        count = len(proposal.differences)
        if not count:
            return tr("Already on this page: says the same")
        return tr_count(
            "Already on this page: differs in 1 field", "Already on this page: differs in {count} fields", count
        )
    if proposal.elsewhere:
        return tr("Already on {page}", page=_pages(proposal.elsewhere, name_of))
    if proposal.earlier is not None:
        return tr("The same study comes further up in this list")
    if proposal.perhaps:
        return tr("Perhaps the same as “{title}”", title=title_of(proposal.perhaps[0].study))
    return tr("New")


def paper_words(proposal: Proposal) -> str:
    """What tells a paper from others of a like title: its first author, its year and its journal."""
    study = proposal.found.study
    authors = proposal.found.reference.authors or authors_in(study.authors or "").authors
    names = [author.organisation or author.family for author in authors[:1]]
    who = " ".join(filter(None, (*names, (edtf_date(study.date or "") or "")[:_YEAR])))
    return tr(" · ").join(filter(None, (who, single_spaced(study.journal or ""))))


def detail_words(proposal: Proposal, name_of: NameOf) -> str:
    """What stands below the title: whether the study is new or where it stands, and which paper it is."""
    return tr(" · ").join(filter(None, (standing_words(proposal, name_of), paper_words(proposal))))


def notice_words(proposal: Proposal) -> str:
    """What was published about the paper later, the gravest; "" for nothing."""
    kinds = {notice.kind for notice in proposal.found.reference.notices}
    return next((words for kind, words in NOTICE_MARKS.items() if kind in kinds), "")


def way_words(proposal: Proposal, way: Way, name_of: NameOf) -> str:
    """What is done with a proposal in this way."""
    if way.kind is Kind.NEW or way.standing is None:
        return tr("Add it as a new study")
    is_sure = way.standing in proposal.same
    title = title_of(way.standing.study)
    if way.kind is Kind.UPDATE:
        if is_sure:
            return tr("Take what is ticked into the study on this page")
        return tr("It is “{title}” of this page: take what is ticked there", title=title)
    page = name_of(way.standing.page)
    if is_sure:
        return tr("Add it with the words of {page}", page=page)
    return tr("It is “{title}” of {page}: add it with the words there", title=title, page=page)


def now_heading(way: Way, name_of: NameOf) -> str:
    """What stands above the words that what comes is compared with."""
    if way.standing is None:
        return ""
    return tr("On this page now") if way.kind is Kind.UPDATE else tr("On {page}", page=name_of(way.standing.page))


def main_words(new: int, updated: int) -> str:
    """What the main button says."""
    if not new and not updated:
        return tr("Add studies")
    if not updated:
        return tr_count("Add 1 study", "Add {count} studies", new)
    if not new:
        return tr_count("Update 1 study", "Update {count} studies", updated)
    return tr(
        "{add}, {update}",
        add=main_words(new, 0),
        update=tr_count("update 1 study", "update {count} studies", updated),
    )


def step_words(new: int, updated: int) -> str:
    """What the step is called in the history."""
    added = tr_count("add study", "add {count} studies", new)
    if not updated:
        return added
    if not new:
        return tr_count("update study", "update {count} studies", updated)
    return tr_count("{added}, update 1 study", "{added}, update {count} studies", updated, added=added)


def done_words(new: int, updated: int) -> str:
    """What was done."""
    parts = []
    if new:
        parts.append(tr_count("1 study added.", "{count} studies added.", new))
    if updated:
        parts.append(tr_count("1 study updated.", "{count} studies updated.", updated))
    return " ".join((*parts, tr("Undo takes it back.")))


def _pages(standings: tuple[Standing, ...], name_of: NameOf) -> str:
    names = list(dict.fromkeys(name_of(one.page) for one in standings))
    if len(names) == 1:
        return names[0]
    return tr_count("{page} and 1 other page", "{page} and {count} other pages", len(names) - 1, page=names[0])

"""What came of following links, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from editor.content.link_state import LinkState
from editor.content.search_text import single_spaced
from editor.content.study import Study
from editor.content.study_link import web_link
from editor.references.looking_up.link_following import Followed
from editor.ui.notices.look_up_findings import Finding, Findings
from editor.words import tr, tr_count


@dataclass(frozen=True, slots=True)
class LinkedStudy:
    """A study with a link, and the name of its page, "" where that goes without saying."""

    study: Study
    page: str = ""


def progress(done: int, of: int) -> str:
    """How far it is."""
    return tr("{done} of {all} links tried...", done=done, all=of)


def outcome(followed: Followed, wanted: int) -> str:
    """How many links work, lead nowhere and could not be checked, of `wanted` that were to be tried."""
    every = list(followed.states.values())
    left = wanted - len(every)
    sentences = []
    if left:
        sentences.append(tr_count("Stopped: 1 link was not tried.", "Stopped: {count} links were not tried.", left))
    if every and not followed.any_answered:
        sentences.append(tr("No website could be reached, so no link could be checked."))
    elif every:
        works, dead, unknown = map(every.count, (LinkState.WORKS, LinkState.DEAD, LinkState.UNKNOWN))
        parts = [
            tr_count("1 works", "{count} work", works) if works else "",
            tr_count("1 leads nowhere", "{count} lead nowhere", dead) if dead else "",
            tr_count("1 could not be checked", "{count} could not be checked", unknown) if unknown else "",
        ]
        tried = tr_count("1 link tried", "{count} links tried", len(every))
        sentences.append(tr("{tried}: {parts}.", tried=tried, parts=tr(", ").join(filter(None, parts))))
    return " ".join((*sentences, tr("Nothing was changed.")))


def link_findings(studies: Sequence[LinkedStudy], followed: Followed, wanted: int) -> Findings:
    """The same with what to do, and the studies whose links do not work or could not be checked."""
    words, states = outcome(followed, wanted), followed.states
    if not followed.any_answered:
        advice = tr("Check the internet connection and try again.") if states else ""
        return Findings(" ".join(filter(None, (words, advice))), ())
    found = [*_listed(studies, states, LinkState.DEAD), *_listed(studies, states, LinkState.UNKNOWN)]
    sentences = [words]
    if found:
        sentences.append(tr("The list of problems has them too, for four weeks."))
    if LinkState.UNKNOWN in states.values():
        sentences.append(tr("Many publishers turn programs away: open such a link yourself."))
    return Findings(" ".join(sentences), tuple(found))


def _listed(studies: Sequence[LinkedStudy], states: Mapping[str, LinkState], state: LinkState) -> list[Finding]:
    is_dead = state is LinkState.DEAD
    found = []
    for one in studies:
        if states.get(web_link(one.study)) is state:
            title = single_spaced(one.study.title or "") or tr("No title yet")
            title = tr("{title} ({page})", title=title, page=one.page) if one.page else title
            words = tr("Leads nowhere: {title}", title=title) if is_dead else tr("Not checked: {title}", title=title)
            found.append(Finding(one.study.key, words, is_grave=is_dead))
    return found

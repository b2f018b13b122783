from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.condition_page import ConditionPage
from editor.content.fields import SITE_FIELDS, STUDY_FIELDS
from editor.content.literal_search import Finder, Replacement, Search
from editor.content.replacing import Occurrence, Searched, occurrences, replaced
from editor.content.shared_texts import References, Research, SiteResearch
from editor.content.site import Site
from editor.content.study import Study

STUDY = Study(
    "one",
    journal="Pain",
    date="2016",
    title="Needles for pain",
    summary="Less pain, see [the pain study](https://pain.example/pain). <b class='pain'>Pain</b>",
    url="https://journal.example/pain",
    doi="10.1/pain.2016",
    pmid="2016",
    study_type="pain",
    note="Ask pain@clinic.example, or www.pain.example about pain &pain;",
)
PAGE = ConditionPage(
    "pain",
    name="Back pain",
    status="pain",
    aliases=("pain of the back", "lumbago", "painful"),
    old_slugs=("old-pain",),
    last_reviewed="pain",
    research=Research(lead="On {condition_in_text} in pain"),
    references=References(lead=("pain", "of {window_years} years"), window_years="pain"),
    studies=(STUDY, Study("two", title="Sleep")),
)
SITE = Site(
    name="Pain clinic",
    language="pain",
    url="https://pain.example",
    page_address="/pain/{slug}/",
    updates_from="https://pain.example",
    research=SiteResearch(disclaimers=("No pain.", "No gain.")),
)


def found(record: Searched, words: str, *, links: bool = False, only_studies: bool = False) -> list[Occurrence]:
    finder = Finder(Search(words))
    return [one for one in occurrences(finder, record, only_studies=only_studies) if links or not one.is_link]


def places(record: Searched, words: str, *, links: bool = False) -> list[str]:
    return [one.field.name for one in found(record, words, links=links)]


def put(record: Searched, chosen: Iterable[Occurrence], words: str) -> Searched:
    return replaced(record, chosen, Replacement(Search("pain"), words))


def test_what_staff_write_is_searched() -> None:
    of_page = ["name", "aliases", "aliases", "research.lead", "references.lead"]
    of_study = ["journal", "title", "summary", "summary", "summary", "note"]
    assert places(PAGE, "pain") == [*of_page, *of_study]
    assert {one.study for one in found(PAGE, "pain", only_studies=True)} == {"one"}
    assert places(SITE, "pain") == ["name", "research.disclaimers"]


def test_links_and_numbers_are_known_as_such() -> None:
    of_study = [one for one in found(PAGE, "pain", links=True) if one.study and one.is_link]
    assert [one.field.name for one in of_study] == ["summary"] * 3 + ["url", "doi"] + ["note"] * 3
    assert places(SITE, "pain", links=True) == ["name", "url", "research.disclaimers"]
    assert places(PAGE, "2016", links=True) == ["doi", "pmid"]


def test_addresses_status_and_dates_are_never_searched() -> None:
    assert not {"old_slugs", "status", "last_reviewed", "study_type", "date"} & set(places(PAGE, "a", links=True))
    assert not {"language", "page_address", "updates_from"} & set(places(SITE, "a", links=True))


@pytest.mark.parametrize("words", ["condition", "text", "{", "in_text} in", "On {condition"])
def test_a_placeholder_is_not_taken_apart(words: str) -> None:
    assert places(PAGE, words) == []


def test_a_whole_placeholder_can_be_replaced() -> None:
    page = put(PAGE, found(PAGE, "{condition_in_text}"), "back pain")
    assert isinstance(page, ConditionPage)
    assert page.research.lead == "On back pain in pain"


def test_other_words_are_put_in_the_place_of_those_chosen_alone() -> None:
    chosen = [one for one in found(PAGE, "pain") if one.words == "pain"]
    page = put(PAGE, chosen[1:], "ache")
    assert isinstance(page, ConditionPage)
    assert page.name == "Back pain"
    assert page.aliases == ("ache of the back", "lumbago", "acheful")
    assert page.study_list[0].title == "Needles for ache"
    assert page.study_list[0].journal == "Pain"
    assert page.study_list[0].summary == (
        "Less ache, see [the ache study](https://pain.example/pain). <b class='pain'>Pain</b>"
    )
    assert page.study_list[0].note == "Ask pain@clinic.example, or www.pain.example about ache &pain;"
    assert page.study_list[1] is PAGE.study_list[1]


def test_the_sites_texts_are_replaced_too() -> None:
    assert put(SITE, found(SITE, "pain"), "ache") == replace(
        SITE, name="Ache clinic", research=SiteResearch(disclaimers=("No ache.", "No gain."))
    )


def test_a_text_that_is_another_one_by_now_is_left_alone() -> None:
    chosen = found(PAGE, "pain")
    changed = replace(PAGE, name="Pain in the back", aliases=("sciatica",), studies=PAGE.study_list[1:])
    page = put(changed, chosen, "ache")
    assert isinstance(page, ConditionPage)
    assert (page.name, page.aliases, page.studies) == ("Pain in the back", ("sciatica",), PAGE.study_list[1:])
    assert page.research.lead == "On {condition_in_text} in ache"


WORDS = st.text(st.sampled_from("ab{ [](<>.@&/é\u0301針"), max_size=12)
TEXTS = st.lists(st.one_of(WORDS, st.sampled_from(["](", "https://", "{condition}", "www.", "\n"])), max_size=6).map(
    "".join
)
FIELDS = [field.name for field in STUDY_FIELDS]


@st.composite
def records(draw: st.DrawFn) -> Searched:
    texts = {name: draw(st.none() | TEXTS) for name in draw(st.sets(st.sampled_from(FIELDS), max_size=4))}
    aliases = draw(st.none() | st.lists(TEXTS, max_size=3).map(tuple))
    page = ConditionPage("page", name=draw(TEXTS), aliases=aliases, studies=(Study("one", **texts),))
    return draw(st.sampled_from([page, Site(name=page.name, research=SiteResearch(disclaimers=aliases))]))


def texts_of(record: Searched) -> list[str]:
    if isinstance(record, Site):
        return [field.text_of(record) for field in SITE_FIELDS]
    own = [record.name or "", *(record.aliases or ())]
    return own + [field.text_of(study) for study in record.study_list for field in STUDY_FIELDS]


@given(records(), WORDS, st.booleans())
def test_the_same_words_change_nothing(record: Searched, words: str, match_case: bool) -> None:
    search = Search(words, match_case)
    chosen = list(occurrences(Finder(search), record))
    assert replaced(record, chosen, Replacement(search, words)) == record
    assert replaced(record, [], Replacement(search, "other")) is record


@given(records(), WORDS.filter(bool), st.data())
def test_what_stands_around_the_words_stays(record: Searched, words: str, data: st.DataObject) -> None:
    search = Search(words, match_case=True)
    chosen = [one for one in occurrences(Finder(search), record) if data.draw(st.booleans())]
    marked = replaced(record, chosen, Replacement(search, "\0"))
    pieces = [text.split("\0") for text in texts_of(marked)]
    assert sum(len(around) - 1 for around in pieces) == len(chosen)
    for before, around in zip(texts_of(record), pieces, strict=True):
        at = 0
        for number, piece in enumerate(around):
            if number:
                one = next(one for one in chosen if before[at:].startswith(one.words))
                at += len(one.words)
            assert before[at : at + len(piece)] == piece
            at += len(piece)
        assert at == len(before)


@given(records(), st.sampled_from(["a", "b", "ab", "針", "é"]))
def test_there_and_back_again(record: Searched, words: str) -> None:
    there, back = Search(words, match_case=True), Search("Ω", match_case=True)
    if any("e\u0301" in text for text in texts_of(record)):
        return  # it would come back as one character
    chosen = list(occurrences(Finder(there), record))
    other = replaced(record, chosen, Replacement(there, "Ω"))
    assert replaced(other, occurrences(Finder(back), other), Replacement(back, words)) == record

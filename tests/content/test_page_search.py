from __future__ import annotations

from dataclasses import replace

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, STUDY_FIELDS, FieldValue, Kind
from editor.content.page_search import Hit, PageSearch, Query, Rank, Searched
from editor.content.site import Site
from editor.content.study import Study

ZHANG = Study("zhang", title="Acupuncture for knee pain", authors="Tang S, Mo Z, Zhang R", date="2018-04-01")
WANG = Study("wang", title="Needles and sleep", authors="Wang X, Zhang Q", note="Ask R about this")
PAGES: dict[str, Searched] = {
    "back": ConditionPage("back-pain", name="Back pain", aliases=("sciatica", "lumbago"), studies=(ZHANG, WANG)),
    "head": ConditionPage("headache", name="Headache", intro="Not **back** pain.\n\nBut *head* pain.", studies=(WANG,)),
    "zhang": ConditionPage("z", name="Zhang's syndrome", status="draft"),
    "site": Site(name="Sample clinic", published_by="The website changes at night."),
}


def search_of(records: dict[str, Searched]) -> PageSearch:
    search = PageSearch(records)
    for place in list(search.unread()):
        search.take_in(place)
    return search


def ranks(text: str) -> dict[str, Rank]:
    return dict(search_of(PAGES).find(Query.of(text)))


def hit(text: str, place: str) -> tuple[str | None, str | None, list[str]]:
    """The field, the study and the words that are shown for a page."""
    search = search_of(PAGES)
    search.find(Query.of(text))
    found = search.hit(place)
    assert found is not None
    field = None if found.field is None else found.field.name
    return field, found.study, [found.text[start:end] for start, end in found.spans]


def test_names_come_before_texts() -> None:
    assert ranks("zhang") == {"zhang": Rank.NAME, "back": Rank.PHRASE, "head": Rank.PHRASE}


def test_words_side_by_side_come_before_words_apart() -> None:
    assert ranks("zhang r") == {"zhang": Rank.NAME, "back": Rank.PHRASE, "head": Rank.WORDS}


def test_all_words_must_be_there() -> None:
    assert ranks("zhang acupuncture") == {"back": Rank.WORDS}
    assert ranks("zhang liver") == {}


def test_other_names_are_names() -> None:
    assert ranks("SCIATICA") == {"back": Rank.NAME}
    assert hit("sciatica", "back") == ("aliases", None, ["sciatica"])


@pytest.mark.parametrize(
    "field", [field for field in PAGE_FIELDS if field.kind is not Kind.STATUS], ids=lambda f: f.name
)
def test_every_text_of_a_page_is_searched(field: object) -> None:
    assert isinstance(field, type(PAGE_FIELDS[0]))
    value: FieldValue = ("one", "xyzzy here") if field.is_list else "one\nxyzzy here"
    search = search_of({"page": field.set(ConditionPage("page"), value)})
    assert list(search.find(Query.of("xyzzy"))) == ["page"]
    found = search.hit("page")
    assert found is not None
    assert (found.field, found.study) == (field, None)


@pytest.mark.parametrize("field", STUDY_FIELDS, ids=lambda f: f.name)
def test_every_text_of_a_study_is_searched(field: object) -> None:
    assert isinstance(field, type(STUDY_FIELDS[0]))
    search = search_of({"page": ConditionPage("page", studies=(WANG, field.set(ZHANG, "xyzzy")))})
    assert list(search.find(Query.of("xyzzy"))) == ["page"]
    found = search.hit("page")
    assert found == Hit(field, "zhang", "xyzzy", ((0, 5),))


def test_a_page_is_found_by_its_address() -> None:
    assert hit("back-pain", "back") == (None, None, ["back-pain"])


def test_the_shared_texts_are_searched_too() -> None:
    assert ranks("at night") == {"site": Rank.PHRASE}


def test_an_author_s_study_is_found_where_words_stand_apart_on_the_page_too() -> None:
    assert hit("zhang r", "back") == ("authors", "zhang", ["Zhang R"])
    assert hit("zhang sleep", "back") == ("title", "wang", ["sleep"])


def test_marks_of_bold_and_italic_are_no_obstacle() -> None:
    assert hit("back pain. but head", "head") == ("intro", None, ["back pain. But head"])


@pytest.mark.parametrize(
    ("intro", "typed", "shown"),
    [
        ("Take 5 * 3 pills", "5 * 3", "Take 5 * 3 pills"),
        ("Stars \\*here\\* stay", "*here*", "Stars *here* stay"),
        ("Call **000** at once", "call 000 at", "Call 000 at once"),
        ("[Ask us](https://a.example/x) today", "ask us today", "Ask us today https://a.example/x"),
        ("[Ask us](https://a.example/x) today", "a.example", "Ask us today https://a.example/x"),
    ],
)
def test_a_hit_shows_the_words_as_the_page_does_and_finds_addresses_too(intro: str, typed: str, shown: str) -> None:
    search = search_of({"page": ConditionPage("page", name="Gout", intro=intro)})
    assert list(search.find(Query.of(typed))) == ["page"]
    found = search.hit("page")
    assert found is not None
    assert found.text == shown
    assert found.spans


def test_no_words_run_from_one_text_into_the_next() -> None:
    assert ranks("pain sciatica") == {"back": Rank.NAME}
    search = search_of({"page": ConditionPage("page", title="One", heading="two")})
    assert search.find(Query.of("one two")) == {"page": Rank.WORDS}


def test_only_what_was_edited_is_read_again() -> None:
    records = dict(PAGES)
    search = search_of(records)
    assert list(search.find(Query.of("headache"))) == ["head"]
    records["head"] = replace(PAGES["head"], name="Migraine")
    assert list(search.unread()) == ["head"]
    search.take_in("head")
    assert dict(search.find(Query.of("migraine"))) == {"head": Rank.NAME}


def test_a_hit_follows_the_edit_under_the_same_query() -> None:
    records = dict(PAGES)
    search = search_of(records)
    search.find(Query.of("sleep"))
    assert search.hit("back") is not None
    records["back"] = ConditionPage("back-pain", insights="They sleep well.")
    search.take_in("back")
    search.find(Query.of("sleep"))
    found = search.hit("back")
    assert found is not None
    assert found.text == "They sleep well."


def test_a_hit_follows_the_query() -> None:
    search = search_of(PAGES)
    for words, text in (("knee", "Acupuncture for knee pain"), ("tang", "Tang S, Mo Z, Zhang R"), ("lumb", "lumb")):
        search.find(Query.of(words))
        found = search.hit("back")
        assert found is not None
        assert text in found.text


def test_a_page_that_is_gone_is_not_found() -> None:
    records = dict(PAGES)
    search = search_of(records)
    del records["back"]
    assert list(search.find(Query.of("back"))) == ["head"]
    assert search.hit("back") is None


@pytest.mark.parametrize(
    "typed",
    [("z", "zh", "zhang", "zhang r", "zhang", "zha x", "zha", "q", "back", "b"), ("back pain", "pain back", "ack")],
)
def test_letter_after_letter_finds_what_the_words_at_once_do(typed: tuple[str, ...]) -> None:
    search = search_of(PAGES)
    for text in typed:
        assert dict(search.find(Query.of(text))) == ranks(text)


def test_chinese_is_found() -> None:
    records: dict[str, Searched] = {"page": ConditionPage("page", name="頭痛", intro="針灸治療頭痛與失眠。")}
    search = search_of(records)
    assert dict(search.find(Query.of("頭痛"))) == {"page": Rank.NAME}
    assert dict(search.find(Query.of("失眠\u3000針灸"))) == {"page": Rank.WORDS}
    found = search.hit("page")
    assert found is not None
    assert [found.text[start:end] for start, end in found.spans] == ["針灸", "失眠"]

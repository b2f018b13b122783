"""The page that a text comes to: its own words, what all pages share, and its studies."""

from __future__ import annotations

import pytest

from editor.content.condition_page import Status
from editor.content.fields import STUDY_FIELDS, field_named
from editor.references.page_text.found import INTRO, NOWHERE, OWN_WORDS
from editor.references.page_text.page_of_text import PageFromText, page_of_text
from tests.references.page_text.pages import ENTRIES, SITE, page_text


def sources(page: PageFromText, shared: str) -> list[str]:
    """The words that stand for a shared text."""
    return [one.source for one in page.passages if one.shared is not None and one.shared.name == shared]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n\n\n"])
@pytest.mark.parametrize("order", ["jdtpsa", "tajdps", "dtajps"])
def test_each_field_of_each_study_is_found_whatever_the_order_of_the_lines(order: str, between: str) -> None:
    found = page_of_text(page_text(order, between), SITE).studies

    assert [(one.study.journal, one.study.publisher or "", one.study.authors) for one in found] == [
        (entry.journal, entry.publisher, entry.authors) for entry in ENTRIES
    ]
    assert [one.study.date for one in found] == ["2016-06-28", "2020-03-25", "2005"]
    assert [one.study.title for one in found] == [entry.title for entry in ENTRIES]
    assert [one.study.summary for one in found] == [entry.summary for entry in ENTRIES]
    assert [one.study.study_type for one in found] == [None, "randomised-trial", "randomised-trial"]


def test_the_page_is_a_draft_with_its_name_and_texts_and_nothing_that_all_pages_share() -> None:
    found = page_of_text(page_text(), SITE)
    page = found.page("migraine")

    assert (page.name, page.name_in_text, page.status) == ("Headache & Migraine", "headache & migraine", Status.DRAFT)
    assert page.intro is not None
    assert page.intro.startswith("Many people know migraine")
    assert page.insights is not None
    assert page.insights.startswith("Trials of the last years")
    assert (page.heading, page.research.lead, page.references.lead, page.quotation.text) == (None,) * 4
    assert len(page.study_list) == 3
    assert {one.shared.name for one in found.passages if one.shared and one.is_shared} == {
        "heading_template", "research.heading", "research.lead", "research.call_to_action", "research.disclaimers",
        "references.heading", "references.lead", "quotation.heading", "quotation.text", "quotation.date_text",
    }  # fmt: skip
    assert [one.source for one in found.left] == ["Home\nBook now", "© 2024 Invented Clinic"]
    assert found.dropped == ("To the study",) * 3


def test_words_that_differ_from_those_of_all_pages_are_shown_and_are_this_page_s_own_only_if_chosen() -> None:
    text = page_text().replace("An old book", "A new book").replace("replaces no visit", "replaces no long visit")
    found = page_of_text(text, SITE)

    place = next(at for at, one in enumerate(found.passages) if one.source == "A new book")
    assert (found.passages[place].says, found.passages[place].goes) == ("An old book", NOWHERE)
    assert found.passages[place].unsure
    assert found.page("x").quotation.heading is None
    assert found.placed(place, OWN_WORDS).page("x").quotation.heading == "A new book"


def test_disclaimers_never_become_a_page_s_own_but_may_go_into_its_texts() -> None:
    found = page_of_text(page_text().replace("replaces no visit", "replaces no long visit"), SITE)
    place = next(at for at, one in enumerate(found.passages) if "no long visit" in one.source)

    assert OWN_WORDS not in found.passages[place].choices
    with pytest.raises(ValueError, match=OWN_WORDS):
        found.placed(place, OWN_WORDS)
    assert "no long visit" in (found.placed(place, INTRO).page("x").intro or "")


def test_a_date_that_may_be_two_days_stays_as_it_is_and_says_so() -> None:
    found = page_of_text(page_text().replace("2020, Mar 25", "4/3/2020"), SITE)

    study = found.studies[1]
    assert study.study.date == "4/3/2020"
    assert "4 March 2020" in study.unsure["date"]
    assert "3 April 2020" in study.unsure["date"]
    assert "date" not in study.corrected("date", "2020-03-04").unsure


def test_a_study_that_lacks_lines_lacks_only_these() -> None:
    text = (
        page_text(between="\n").replace("2020, Mar 25\n", "").replace("Linde K, Streng A, Jürgens S To the study\n", "")
    )
    found = [one.study for one in page_of_text(text, SITE).studies]

    assert [study.title for study in found] == [entry.title for entry in ENTRIES]
    assert [study.date for study in found] == ["2016-06-28", None, "2005"]
    assert [study.authors for study in found] == [ENTRIES[0].authors, ENTRIES[1].authors, None]


def test_a_journal_and_its_date_on_one_line_are_told_apart() -> None:
    text = page_text("tsa").replace(ENTRIES[0].summary, f"{ENTRIES[0].journal} | 28 June 2016\n{ENTRIES[0].summary}")
    text = text.replace(ENTRIES[1].summary, f"BMJ, 25 March 2020\n{ENTRIES[1].summary}")
    found = [one.study for one in page_of_text(text, SITE).studies]

    assert [(study.journal, study.date) for study in found][:2] == [
        ("Cochrane Database of Systematic Reviews", "2016-06-28"),
        ("BMJ", "2020-03-25"),
    ]


def test_addresses_behind_a_link_s_words_give_the_link_and_the_doi() -> None:
    text = page_text().replace(
        "Fei Y To the study", "Fei Y To the study <https://doi.org/10.1002/14651858.CD001218.pub3>"
    )
    text = text.replace("Chen M To the study", "Chen M To the study https://www.bmj.com/content/368/bmj.m697")
    found = [one.study for one in page_of_text(text, SITE).studies]

    assert (found[0].doi, found[0].url) == ("10.1002/14651858.CD001218.pub3", None)
    assert found[1].url == "https://www.bmj.com/content/368/bmj.m697"
    assert found[0].authors == ENTRIES[0].authors


def test_several_paragraphs_and_a_list_are_one_summary() -> None:
    text = page_text().replace(
        ENTRIES[0].summary, f"{ENTRIES[0].summary}\n\n• less pain\n• fewer pills\n\nIt was a review."
    )

    assert page_of_text(text, SITE).studies[0].study.summary == (
        f"{ENTRIES[0].summary}\n\n- less pain\n- fewer pills\n\nIt was a review."
    )


def test_a_page_without_studies_is_its_texts() -> None:
    found = page_of_text(page_text(entries=()), SITE)

    assert found.studies == ()
    assert (found.page("x").intro or "").startswith("Many people know migraine")


def test_a_chinese_page_is_read() -> None:
    lines = (
        "针灸治疗偏头痛",
        "偏头痛是一种常见的疾病,很多人因此来到诊所,希望在服药之外得到一些帮助和建议。",
        "研究文献",
        *("中国针灸杂志", "2019年5月", "针灸治疗偏头痛的系统评价"),
        *("结果显示,针灸可以减少发作的次数,但是研究的质量不高。", "张三、李四、王五 全文"),
        *("针刺研究杂志", "2018年", "电针对偏头痛疗效的随机对照研究"),
        *("两组之间没有显著的差别,还需要更多的研究。", "赵六、钱七 全文"),
    )
    text = "\n\n".join(lines)
    found = page_of_text(text, SITE)

    assert found.name.text == "偏头痛"
    assert [(one.study.date, one.study.title) for one in found.studies] == [
        ("2019-05", "针灸治疗偏头痛的系统评价"),
        ("2018", "电针对偏头痛疗效的随机对照研究"),
    ]
    assert [one.study.authors for one in found.studies] == ["张三, 李四, 王五", "赵六, 钱七"]


def test_what_somebody_put_right_is_sure_and_stands_on_the_page() -> None:
    found = page_of_text(page_text(), SITE)
    right = found.studies[0].corrected("authors", "Linde K")

    page = found.with_study(0, right).page("x")

    assert field_named(STUDY_FIELDS, "authors").text_of(page.study_list[0]) == "Linde K"
    assert page.study_list[0].key == found.studies[0].study.key

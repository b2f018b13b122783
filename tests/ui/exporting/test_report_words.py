from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.render.exporting.report import ExportReport, LeftOut, Notice
from editor.ui.exporting.report_words import FOR_WHOM, HAND_OVER, MIXED, report_text
from editor.ui.exporting.wanted import Wanted


def text(report: ExportReport, wanted: Wanted | None = None) -> str:
    return report_text(report, wanted or Wanted(), str.title)


def test_what_was_left_out_is_told_with_the_reason() -> None:
    report = ExportReport((), 0, (LeftOut("knee", "it is a draft.", expected=True),), ())
    assert text(report) == "Nothing was exported.\n\nLeft out:\n“Knee”: it is a draft."


def test_one_page_is_named_and_several_are_counted() -> None:
    knee, arm = Path("out", "knee.html"), Path("out", "arm.html")
    one = text(ExportReport((knee,), 0, (), ()), Wanted("Knee Pain"))
    assert one == "“Knee Pain” was exported to out."
    assert text(ExportReport((knee,), 0, (), ())).startswith("“Knee” was exported to out.\n")
    assert text(ExportReport((knee, arm), 0, (), ())).startswith("2 pages were exported to out.\n")
    mail = text(ExportReport((knee,), 0, (), ()), Wanted("Knee Pain", for_email=True))
    assert mail.startswith(f"“Knee Pain” is now in {knee}. This one file")


@pytest.mark.parametrize(
    ("pages", "unchanged", "words"),
    [
        (1, 1, "It was up to date already."),
        (5, 5, "All were up to date already."),
        (5, 4, "1 page is new or has changed, 4 were up to date."),
        (5, 1, "4 pages are new or have changed, 1 was up to date."),
    ],
)
def test_what_was_there_already_is_told(pages: int, unchanged: int, words: str) -> None:
    files = tuple(Path("out", f"{number}.html") for number in range(pages))
    assert f" exported to out. {words}\n" in text(ExportReport(files, unchanged, (), ()))


def test_what_is_not_saved_is_told_of_what_was_exported() -> None:
    knee, arm = Path("out", "knee.html"), Path("out", "arm.html")
    one, two, none = (ExportReport(files, 0, (), ()) for files in ((knee,), (knee, arm), ()))
    assert text(one, Wanted("Knee", has_unsaved_pages=True, has_unsaved_texts=True)).endswith(
        "\nIt is as you see it here, with changes that are not saved yet."
    )
    assert text(two, Wanted(has_unsaved_texts=True)).endswith(
        "\nThey are as you see them here, with changes to the shared texts that are not saved yet."
    )
    assert text(none, Wanted(has_unsaved_pages=True)) == "Nothing was exported."


def test_what_is_wrong_with_the_websites_own_look_is_told_apart_and_for_whom() -> None:
    notices = (Notice("page.html, line 3: a fault.", is_of_look=True), Notice("A picture is missing."))
    told = text(ExportReport((), 0, (), notices)).split("\n\n")
    assert told[1:] == ["A picture is missing.", FOR_WHOM, "page.html, line 3: a fault."]


def test_what_was_left_out_is_told_in_the_order_of_the_list_of_pages() -> None:
    names = {"a": "Wrist", "b": "ankle", "c": "Élan", "d": "Elbow", "e": "Foot"}
    left_out = tuple(LeftOut(page, "it is a draft.", expected=True) for page in names)
    told = report_text(ExportReport((), 0, left_out, ()), Wanted(), names.__getitem__)
    assert [line.partition(":")[0] for line in told.splitlines()[3:]] == [
        "“ankle”",
        "“Élan”",
        "“Elbow”",
        "“Foot”",
        "“Wrist”",
    ]


def test_all_notices_follow_however_many() -> None:
    notices = tuple(Notice(f"Notice {number}.") for number in range(200))
    assert text(ExportReport((), 0, (), notices)).split("\n\n")[1:] == [notice.text for notice in notices]


def test_a_whole_website_goes_to_whoever_looks_after_it_and_a_page_alone_does_not() -> None:
    report = ExportReport((Path("out", "knee.html"),), 0, (), ())
    assert text(report, Wanted()).endswith(f"\n\n{HAND_OVER}")
    assert text(replace(report, is_mixed=True), Wanted()).endswith(f"\n\n{MIXED}")
    assert MIXED not in text(replace(report, is_mixed=True), Wanted("Knee"))
    assert HAND_OVER not in text(report, Wanted("Knee"))
    assert HAND_OVER not in text(report, Wanted("Knee", for_email=True))
    assert HAND_OVER not in text(ExportReport((), 0, (), ()))

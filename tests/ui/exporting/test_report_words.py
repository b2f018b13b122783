from __future__ import annotations

from pathlib import Path

from editor.render.exporting.report import ExportReport, LeftOut, Notice
from editor.ui.exporting.report_words import MOST_TOLD, report_text
from editor.ui.exporting.wanted import Wanted


def text(report: ExportReport, wanted: Wanted | None = None) -> str:
    return report_text(report, wanted or Wanted(), str.title)


def test_what_was_left_out_is_told_with_the_reason() -> None:
    report = ExportReport((), 0, (LeftOut("knee", "it is a draft.", expected=True),), ())
    assert text(report) == "Nothing was exported.\n\nLeft out:\n“Knee”: it is a draft."


def test_one_page_is_named_and_several_are_counted() -> None:
    knee, arm = Path("out", "knee.html"), Path("out", "arm.html")
    assert text(ExportReport((knee,), 0, (), ())) == "“Knee” was exported to out."
    assert text(ExportReport((knee, arm), 1, (), ())) == "2 pages were exported to out."
    assert text(ExportReport((knee,), 0, (), ()), Wanted(with_unsaved=True)).endswith(
        "It is as you see it here, with changes that are not saved yet."
    )
    mail = text(ExportReport((knee,), 0, (), ()), Wanted("Knee Pain", for_email=True))
    assert mail.startswith(f"“Knee Pain” is now in {knee}. This one file")


def test_notices_follow_and_many_are_cut_short() -> None:
    notices = tuple(Notice(f"Notice {number}.") for number in range(MOST_TOLD + 2))
    told = text(ExportReport((), 0, (), notices)).split("\n\n")
    assert told[1] == "Notice 0."
    assert told[-1] == "and 2 more"
    assert len(told) == MOST_TOLD + 2

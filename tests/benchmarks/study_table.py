"""What the table of studies and its card cost the window's thread: processor time for each action, painting included.

    python -m tests.benchmarks.study_table [--studies 7 60 400 1000] [--columns summary authors]

Needs a screen (Xvfb will do). The preview, the list of pages and the session are not there: this is the table's part.
"""

from __future__ import annotations

import argparse
import functools
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import move_study, remove_study, shift_studies
from editor.content.study import Study
from editor.content.study_view import AS_ON_WEBSITE, StudyView
from editor.ui.forms.text_box import TextBox
from editor.ui.studies.study_views import StudyViews
from tests.ui.records import named
from tests.ui.studies.desk import CTRL, SHIFT, Desk

SUMMARY = "We compared **two groups** of patients over twelve weeks; both improved, one more than the other. " * 3
FRAME = 1000 / 60
"""Milliseconds."""
Act = Callable[[], None]
Key = Qt.Key


def page_of(count: int, mark: str = "") -> ConditionPage:
    """A page with so many studies."""
    study = Study(journal="A journal", date="2018-04-01", summary=SUMMARY, authors="A, B")
    titled = (
        replace(
            study, key=f"{mark}{n}", title=f"Study {n} of acupuncture for pain", date=f"{2000 + n % 25}", note=_odd(n)
        )
        for n in range(count)
    )
    return ConditionPage("page", name="Back", studies=tuple(titled))


def _odd(number: int) -> str:
    return "odd" if number % 2 else ""


def measure(label: str, acts: Iterable[Act]) -> None:
    """Print the median and the 95th percentile of what each act costs, with the painting that follows."""
    times = []
    for act in acts:
        began = time.thread_time()
        act()
        QTest.qWait(0)
        times.append((time.thread_time() - began) * 1000)
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"  {label:28} median {median:6.1f} ms, p95 {p95:6.1f}{'' if p95 < FRAME else '  more than a frame'}")


def measure_keys(desk: Desk) -> None:
    """Typing, and going through the rows."""
    title = named(desk.view.card, "Title", TextBox)
    title.setFocus()
    measure("key in the card", [functools.partial(QTest.keyClick, title, Key.Key_A)] * 60)
    desk.click(3)
    desk.press(Key.Key_F2)
    measure("key in a cell", [functools.partial(desk.press, Key.Key_A)] * 60)
    desk.press(Key.Key_Return)
    measure("open and close a cell", [functools.partial(press_each, desk, (Key.Key_F2, Key.Key_Escape))] * 20)
    measure("arrow down", [functools.partial(desk.press, Key.Key_Down)] * 60)
    measure("page down and up", [functools.partial(desk.press, key) for key in [Key.Key_PageDown, Key.Key_PageUp] * 20])
    measure("choose one more", [functools.partial(desk.press, Key.Key_Down, SHIFT)] * 60)
    measure("choose all, and one", [functools.partial(choose_all_and_one, desk)] * 20)


def press_each(desk: Desk, keys: Iterable[Qt.Key]) -> None:
    """Press keys one after the other."""
    for key in keys:
        desk.press(key)


def choose_all_and_one(desk: Desk) -> None:
    """Every row, and then the next one alone."""
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_Up)


def measure_rows(desk: Desk, count: int) -> None:
    """Rows that move, go and come, and another page."""
    page = desk.page
    other, half = page_of(count, "other "), [str(n) for n in range(0, count, 2)]
    moved = [shift_studies(page, {"3"}, 1), page]
    measure("move a study", [functools.partial(desk.show, shown, "3") for shown in moved * 20])
    moved = [move_study(page, "0", count - 1), page]
    measure("move the first to the end", [functools.partial(desk.show, shown, "0") for shown in moved * 10])
    moved = [shift_studies(page, set(half), 1), page]
    measure("move every second study", [functools.partial(desk.show, shown, *half) for shown in moved * 5])
    fewer = [remove_study(page, "5"), page]
    measure("delete a study and undo", [functools.partial(desk.show, shown, "4") for shown in fewer * 10])
    fewer = [functools.reduce(remove_study, half, page), page]
    measure("delete every second and undo", [functools.partial(desk.show, shown, "1") for shown in fewer * 5])
    pages = [(other, "other 0"), (page, "0")]
    measure("another page", [functools.partial(desk.show, *shown) for shown in pages * 10])
    bar = desk.table.verticalScrollBar()
    measure("scroll by three rows", [functools.partial(bar.setValue, row) for row in range(0, min(count, 180), 3)])


def measure_viewing(desk: Desk, count: int) -> None:
    """Sorting and searching, as the window does it: arranging, showing and painting."""
    page, views = desk.page, StudyViews()

    def look_at(view: StudyView) -> None:
        views.settle("page", page, view)
        shown = views.shown("page", page)
        desk.view.show_page(page, tuple(study.key for study in shown[:1]), editable=True, view=view, shown=shown)

    def looking(*wanted: StudyView) -> list[Act]:
        return [functools.partial(look_at, view) for view in wanted]

    both = [StudyView(name, descending=backwards) for name in ("date", "title") for backwards in (False, True)]
    measure("sort", looking(*both * 10))
    views.prepare(page)
    words = [StudyView(words=str(count - 1)[:letters]) for letters in range(1, len(str(count - 1)) + 1)]
    measure("search, letter by letter", looking(*[*words, AS_ON_WEBSITE] * 10))
    measure("search that every second has", looking(*[StudyView(words="odd"), AS_ON_WEBSITE] * 10))
    measure("first letter of a search", [functools.partial(views_anew, page)] * 20)


def views_anew(page: ConditionPage) -> None:
    """What a search reads when the keyboard comes to its box."""
    StudyViews().prepare(page)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--studies", type=int, nargs="+", default=[7, 60, 400, 1000])
    parser.add_argument("--columns", nargs="*", default=[])
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    for count in options.studies:
        desk = Desk()
        desk.view.resize(590, 630)
        desk.view.show()
        desk.view.activateWindow()
        desk.table.shown_columns = options.columns
        desk.show(page_of(count), "0")
        QTest.qWait(300)
        print(f"{count} studies")
        measure_keys(desk)
        desk.show(page_of(count), "0")
        measure_rows(desk, count)
        desk.show(page_of(count), "0")
        measure_viewing(desk, count)
        desk.view.close()
        desk.view.deleteLater()
        QTest.qWait(0)
    application.quit()


if __name__ == "__main__":
    main()

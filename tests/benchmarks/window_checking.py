"""Checking in the window: all of a site of 1,000 pages of 20 studies, one page changed, and words found as one types.

    python -m tests.benchmarks.window_checking [--pages 1000] [--studies 20] [--large 60 1000] [--rounds 5]

Needs a screen (Xvfb will do). Prints pages per second, what a look at one changed page takes, and the longest time for
which the window did not get round to anything else. "found" is from the last letter typed to the mark under its word,
the pause of 0.4 s included after which a page is looked at.
"""

from __future__ import annotations

import functools
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.storage import ContentFolder
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.benchmarks.heartbeat import Heartbeat, wait, wait_until
from tests.benchmarks.key_cost import page_of
from tests.benchmarks.program import asked, begun
from tests.benchmarks.thousand_pages import make_folder
from tests.ui.records import named


def stood_up(folder: Path) -> MainWindow:
    """The window, once all is read."""
    window = MainWindow(ContentFolder(folder))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    window.activateWindow()
    wait_until(lambda: not window.opening.is_reading)
    return window


def put_away(window: MainWindow) -> None:
    """Close it."""
    window.closing.discard()
    window.close()
    wait(100)


def is_checked(window: MainWindow, pages: int) -> bool:
    """Whether nothing is left to be looked at."""
    checking = window.problems.checking
    return len(checking.places) > pages and not checking.left


def measure_site(folder: Path, pages: int, rounds: int) -> None:
    """A large site."""
    window = stood_up(folder)
    held, worked = Heartbeat(), Heartbeat(time.thread_time)
    wait(100)
    held.take(), worked.take()
    began = time.perf_counter()
    wait_until(lambda: is_checked(window, pages))
    seconds = time.perf_counter() - began
    wait(1000)
    problems = sum(sum(window.problems.checking.problems(place).counts) for place in window.problems.checking.places)
    print(f"  all pages      {seconds:6.1f} s  {pages / seconds:6.0f} pages/s   {problems} problems")
    print(
        f"                 held up at most {1000 * held.take():.0f} ms, worked {1000 * worked.take():.0f} ms at a time"
    )
    print(f"  {'one changed':14} {statistics.median(found(window, rounds)):6.2f} s until it is found")
    window.problems.list.of_all.click()
    window.problems.show_list()
    wait(500)
    for _ in range(rounds):
        window.problems.checking.look_again()
        held.take(), worked.take()
        wait(1000)
    print(f"                 with the list of all in sight held up at most {1000 * held.take():.0f} ms,", end=" ")
    print(f"worked {1000 * worked.take():.0f} ms")
    put_away(window)


def found(window: MainWindow, rounds: int) -> list[float]:
    """How long it takes from typed words to what is said of them, in seconds."""
    window.show_texts()
    box = named(window.view.page_form, "Introduction", TextBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    times = []
    for _ in range(rounds):
        before = len(box.extraSelections())
        QTest.keyClicks(box, "Acupuncture cures all. ")
        began = time.perf_counter()
        wait_until(functools.partial(has_more, box, before))
        times.append(time.perf_counter() - began)
        wait_until(lambda: not window.problems.checking.left)
    return times


def has_more(box: TextBox, count: int) -> bool:
    """Whether more than so many pieces of a text are underlined."""
    return len(box.extraSelections()) > count


def measure_page(studies: int, rounds: int) -> None:
    """A large page."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        (root / "conditions").mkdir()
        (root / "site.yaml").write_text("name: A clinic\nlanguage: en-AU\n", encoding="utf-8")
        (root / "conditions" / "page.yaml").write_text(page_of(studies), encoding="utf-8")
        window = stood_up(root)
        began = time.perf_counter()
        wait_until(lambda: is_checked(window, 1))
        first = time.perf_counter() - began
        place = window.editing.place
        problems = sum(window.problems.checking.problems(place).counts)
        median = statistics.median(found(window, rounds))
        print(f"  {studies:5} studies  first looked at after {first:.2f} s, {problems} problems; found {median:.2f} s")
        put_away(window)


def main() -> None:
    """Measures and prints."""
    options = asked(__doc__, pages=1000, studies=20, large=[60, 1000], rounds=5)
    application = begun()
    for studies in options.large:
        measure_page(studies, options.rounds)
    if options.pages:
        with tempfile.TemporaryDirectory() as temporary:
            make_folder(Path(temporary), options.pages, options.studies)
            print(f"{options.pages} pages of {options.studies} studies")
            measure_site(Path(temporary), options.pages, options.rounds)
    application.quit()


if __name__ == "__main__":
    main()

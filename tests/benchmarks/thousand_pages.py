"""The list of pages and its search at 1,000 pages of 20 studies each, beside the plain way of doing the same.

    python -m tests.benchmarks.thousand_pages [--pages 1000] [--studies 20]

Needs a screen (Xvfb will do). Prints how long it takes until one can use the list, what a keystroke in a page and a
letter in the search cost the window, how long anything held it up, and the memory.
"""

from __future__ import annotations

import math
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.content.condition_page import ConditionPage
from editor.content.page_search import PageSearch, Query
from editor.session import Place, Session
from editor.storage import ContentFolder
from editor.ui.main_window import MainWindow
from editor.ui.pages.entries import Entries
from tests.benchmarks.heartbeat import Heartbeat, wait_until
from tests.benchmarks.program import asked, begun

WORDS = """acupuncture pain knee back shoulder trial review patients weeks group usual care sleep headache chronic
outcome score quality evidence treatment sham placebo randomised cohort nausea anxiety needle points session relief"""
AUTHORS = "Zhang Wang Tan Nguyen Smith Jones M\u00fcller S\u00f8rensen Garc\u00eda O\u2019Brien Li Chen Lee Kim Sato"
SEARCHES = ("zhang r", "muller b", "knee pain", "10.1000/7", "qqq")
ROUNDS = 40


class Words:
    """Draws the words of a made-up site; the same ones each time."""

    def __init__(self) -> None:
        self._draw = random.Random(1)
        self._words, self._authors = WORDS.split(), AUTHORS.split()

    def some(self, count: int) -> str:
        """So many words."""
        return " ".join(self._draw.choice(self._words) for _ in range(count))

    def authors(self) -> str:
        """Five names."""
        return ", ".join(f"{self._draw.choice(self._authors)} {self._draw.choice('ABCDR')}" for _ in range(5))

    def study(self, number: int) -> str:
        """A study as a page's file has it."""
        return (
            f"- journal: Journal of {self.some(2)}\n  date: '2018-04-01'\n  title: {self.some(12)}\n"
            f"  summary: {self.some(54)}.\n  authors: {self.authors()}\n  doi: 10.1000/{number}\n"
        )

    def page(self, number: int, studies: int) -> str:
        """A page's file."""
        name = self.some(2).capitalize()
        return (
            f"name: {name} {number}\naliases: [{self.some(2)}]\nstatus: published\nintro: {self.some(100)}.\n"
            f"insights: {self.some(60)}.\nstudies:\n{''.join(self.study(study) for study in range(studies))}"
        )


def make_folder(root: Path, pages: int, studies: int) -> None:
    """A content folder of this size."""
    words = Words()
    (root / "conditions").mkdir()
    (root / "site.yaml").write_text("name: A clinic\nlanguage: en-AU\n", encoding="utf-8")
    for number in range(pages):
        text = words.page(number, studies)
        (root / "conditions" / f"page-{number:05}.yaml").write_text(text, encoding="utf-8")


def times_of(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds that the work takes, each time."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - began))
    return times


def line(label: str, times: Iterable[float], beside: float | None = None) -> float:
    """Prints a line; answers the median."""
    ordered = sorted(times)
    median, p95 = statistics.median(ordered), ordered[math.ceil(len(ordered) * 0.95) - 1]
    ratio = "" if beside is None else f"   ratio {median / beside:.3f}"
    print(f"  {label:46} median {median:8.2f} ms   p95 {p95:8.2f}{ratio}")
    return median


def memory() -> float:
    """What the process holds now, in MB, or, where the system does not tell, nothing."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    (resident,) = [row.split()[1] for row in status.read_text(encoding="ascii").splitlines() if "VmRSS" in row]
    return int(resident) / 1024


def hold_up(label: str, held: Heartbeat, worked: Heartbeat) -> None:
    """Prints for how long the window was held up, and how much of that its own thread worked."""
    print(f"{label}{1000 * held.take():8.0f} ms, of which its thread worked {1000 * worked.take():.0f}")


def measure_start(folder: ContentFolder, pages: int) -> MainWindow:
    """The time until one can use the list."""
    print("From the window's making until one can use the list")
    began = time.perf_counter()
    window = MainWindow(folder)
    window.show()
    model = window.pages.finder.list.model()
    wait_until(lambda: model.rowCount() > 1)
    print(f"  first pages listed        {1000 * (time.perf_counter() - began):8.0f} ms")
    held, worked = Heartbeat(), Heartbeat(time.thread_time)
    wait_until(lambda: window.preview.is_current() or not window.opening.is_reading)
    hold_up("  held up, the preview made ", held, worked)
    wait_until(lambda: not window.opening.is_reading)
    print(f"  all {model.rowCount() - 1} pages listed    {1000 * (time.perf_counter() - began):8.0f} ms")
    hold_up("  held up meanwhile at most ", held, worked)
    print(f"  memory                    {memory():8.0f} MB")
    assert model.rowCount() == pages + 1
    return window


def measure_keystroke(session: Session) -> None:
    """What the list costs at each letter typed into a page."""
    print("A letter typed into a page: what the list does")
    place = session.page_places[len(session.page_places) // 2]
    remembered = Entries(session)

    def typed(change: Callable[[ConditionPage], ConditionPage], entries: Entries) -> float:
        session.edit_page("typing", place, change, "typing")
        return times_of(entries.now, 1)[0]

    def intro(page: ConditionPage) -> ConditionPage:
        return replace(page, intro=f"{page.intro}x")

    def name(page: ConditionPage) -> ConditionPage:
        return replace(page, name=f"{page.name}x")

    anew = line("all entries made anew", [typed(intro, Entries(session)) for _ in range(5)])
    remembered.now()
    line("in a text", [typed(intro, remembered) for _ in range(ROUNDS)], anew)
    line("in the name, which moves the entry", [typed(name, remembered) for _ in range(ROUNDS)], anew)


def measure_search(session: Session) -> None:
    """What the search itself costs."""
    print("A search, without the window")
    records: dict[Place, ConditionPage] = {
        place: page for place in session.page_places if (page := session.page(place)) is not None
    }
    search = PageSearch(dict(records))
    before = memory()
    began = time.perf_counter()
    for place in records:
        search.take_in(place)
    print(f"  all pages read once       {1000 * (time.perf_counter() - began):8.0f} ms; {memory() - before:.0f} MB")
    for words in SEARCHES:
        plain = line(f"{words!r} with nothing remembered", times_of(lambda words=words: plainly(records, words), 2))
        queries = [Query.of(words[: length + 1]) for length in range(len(words))]
        times = [times_of(lambda query=query: search.find(query), 1)[0] for _ in range(8) for query in queries]
        line(f"{words!r} letter by letter", times, plain)


def plainly(records: dict[Place, ConditionPage], words: str) -> int:
    """How many pages have the words, everything read for this search alone."""
    search = PageSearch(dict(records))
    for place in records:
        search.take_in(place)
    return len(search.find(Query.of(words)))


def measure_window(window: MainWindow) -> None:
    """What a letter in the search box costs the window, painting included."""
    print("A letter typed into the search, as the window shows it")
    box, finder = window.pages.finder.search, window.pages.finder
    window.pages.search()
    heartbeat = Heartbeat()
    began = time.perf_counter()
    QTest.keyClicks(box, "z")
    wait_until(lambda: not finder.is_looking)
    print(f"  first answer complete     {1000 * (time.perf_counter() - began):8.0f} ms")
    print(f"  held up at most for       {1000 * heartbeat.take():8.0f} ms")
    box.clear()
    for words in SEARCHES:
        times = []
        for letter in words:
            times += times_of(lambda letter=letter: show_letter(window, letter), 1)
        times += times_of(lambda: show_key(window, Qt.Key.Key_Escape), 1)
        line(f"{words!r} letter by letter, then Escape", times)


def show_letter(window: MainWindow, letter: str) -> None:
    """Type a letter, and have the list painted."""
    QTest.keyClicks(window.pages.finder.search, letter)
    window.pages.finder.list.viewport().repaint()


def show_key(window: MainWindow, key: Qt.Key) -> None:
    """Press a key, and have the list painted."""
    QTest.keyClick(window.pages.finder.search, key)
    window.pages.finder.list.viewport().repaint()


def main() -> None:
    """Measures and prints."""
    options = asked(__doc__, pages=1000, studies=20)
    application = begun()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        make_folder(root, options.pages, options.studies)
        print(f"{options.pages} pages of {options.studies} studies; {memory():.0f} MB before the window")
        window = measure_start(ContentFolder(root), options.pages)
        measure_window(window)
        measure_keystroke(window.session)
        measure_search(window.session)
        print(f"{memory():.0f} MB at the end")
        window.closing.discard()
        window.close()
    application.quit()


if __name__ == "__main__":
    main()

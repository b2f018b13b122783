"""What a key costs the window's thread, in the whole window with its list, session and preview.

    python -m tests.benchmarks.key_cost [--studies 7 60 400] [--keys 60] [--checks 0 1]

Needs a screen (Xvfb will do). Letters are typed at a human pace. For each, "held up" is the longest time until the next
letter for which the event loop did not get round to a timer that is due every millisecond: the key's own event, and
whatever it has queued on the window's thread up to the painting (up to a millisecond of it is idle). "worked" is the
processor time of that thread within such a stretch, which other programs do not lengthen. Without checks (0) and with
them (1), which find what they find in the texts typed here while one types.
"""

from __future__ import annotations

import functools
import itertools
import math
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from editor.storage import ContentFolder
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.benchmarks.heartbeat import Heartbeat, wait, wait_until
from tests.benchmarks.program import asked, begun
from tests.ui.records import named

FRAME = 1000 / 60
"""Milliseconds."""
PACE_MS = 90
LETTERS = "the quick brown fox jumps over it "
STUDY = """- journal: A journal
  date: '2018-04-01'
  title: Study {number} of acupuncture for pain
  summary: {summary}
  authors: Tang S, Mo Z, Zhang R
"""
SUMMARY = "We compared **two groups** of patients over twelve weeks; both improved, one more than the other. " * 3


def page_of(studies: int) -> str:
    """A page's file with so many studies."""
    listed = "".join(STUDY.format(number=number, summary=SUMMARY) for number in range(studies))
    return f"name: Back pain\nintro: Many people have it.\nstudies:\n{listed}"


def type_letter(window: MainWindow, letter: str) -> None:
    """Press the key wherever the keyboard is."""
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, letter)


def measure(label: str, window: MainWindow, keys: int) -> None:
    """Types, and prints what the letters cost."""
    held, worked = Heartbeat(), Heartbeat(time.thread_time)
    times: list[tuple[float, float]] = []
    for number in range(keys + 5):
        letter = LETTERS[number % len(LETTERS)]
        QTimer.singleShot(0, functools.partial(type_letter, window, letter))
        held.take(), worked.take()
        wait(PACE_MS)
        times.append((1000 * held.take(), 1000 * worked.take()))
    for name, ordered in zip(("held up", "worked"), map(sorted, zip(*times[5:], strict=True)), strict=True):
        median, p95 = statistics.median(ordered), ordered[math.ceil(len(ordered) * 0.95) - 1]
        verdict = "" if p95 < FRAME else "   more than a frame"
        print(f"  {label:14} {name:8} median {median:5.1f} ms   p95 {p95:5.1f}   longest {ordered[-1]:5.1f}{verdict}")
        label = ""


def in_introduction(window: MainWindow) -> None:
    """Bring the keyboard into the introduction."""
    window.show_texts()
    named(window.view.page_form, "Introduction", TextBox).setFocus()


def in_summary(window: MainWindow) -> None:
    """Bring the keyboard into the summary of a study in the middle, in the card."""
    window.show_studies()
    table = window.view.studies.table
    table.setCurrentIndex(table.model().index(table.model().rowCount() // 2, 0))
    named(window.view.studies.card, "Summary", TextBox).setFocus()


def in_cell(window: MainWindow) -> None:
    """Open the title of a study in the middle, in the table."""
    in_summary(window)
    table = window.view.studies.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)


PLACES: dict[str, Callable[[MainWindow], None]] = {
    "introduction": in_introduction,
    "summary": in_summary,
    "cell": in_cell,
}


def measure_page(folder: Path, keys: int, *, checks: bool) -> None:
    """Every place of a page, in a window of its own."""
    window = MainWindow(ContentFolder(folder), first="conditions/page.yaml")
    if not checks:
        window.opening.done.disconnect(window.problems.start)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    window.activateWindow()
    wait_until(lambda: window.stands)
    for label, go in PLACES.items():
        go(window)
        wait(1000)
        if checks:
            wait_until(lambda: bool(window.problems.checking.places) and not window.problems.checking.left)
        measure(label, window, keys)
    window.closing.discard()
    window.close()
    wait(100)


def main() -> None:
    """Measures and prints."""
    options = asked(__doc__, studies=[7, 60, 400], keys=60, checks=[0, 1])
    application = begun()
    for studies, checks in itertools.product(options.studies, options.checks):
        print(f"{studies} studies, {'with' if checks else 'without'} checks")
        with tempfile.TemporaryDirectory() as temporary:
            root = Path(temporary)
            (root / "conditions").mkdir()
            (root / "site.yaml").write_text("name: A clinic\nlanguage: en-AU\n", encoding="utf-8")
            (root / "conditions" / "page.yaml").write_text(page_of(studies), encoding="utf-8")
            measure_page(root, options.keys, checks=bool(checks))
    application.quit()


if __name__ == "__main__":
    main()

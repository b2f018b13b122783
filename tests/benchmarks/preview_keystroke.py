"""From a keystroke to pixels: the preview's patched page beside loading the whole page anew, in one run.

    python -m tests.benchmarks.preview_keystroke [--studies 7 60 400] [--keys 60]

Needs a screen (Xvfb will do). Each key changes one word, of the introduction or of the page's name, which also
stands in the document around it; the clock runs from the new value
until the pixels of a small piece of the screen differ. Prints medians, 95th percentiles and their ratio.
"""

from __future__ import annotations

import functools
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study
from editor.render.page_html import page_html
from editor.render.theme import Delivery, built_in_theme
from editor.ui.preview.preview_pane import Preview
from tests.benchmarks.heartbeat import wait
from tests.benchmarks.program import asked, begun

SITE = Site(name="A clinic", language="en-AU")
WORDS = ("WWWWWWWW", "iiiiiiii")
SUMMARY = "We compared **two groups** of patients over twelve weeks; both improved, one more than the other. " * 3
SIZE = (640, 720)
PIECE = (80, 400)
"""Pixels of the page that are watched: its heading and the beginning of its introduction."""
Times = tuple[float, float]
"""Seconds for which the window was busy with a key, and until the screen showed it."""


def page_of(studies: int) -> ConditionPage:
    """A page with so many studies."""
    return ConditionPage(
        slug="page",
        name="Back pain",
        intro=WORDS[0],
        studies=tuple(
            Study(journal="A journal", date="2018-04-01", title=f"Study number {n}", summary=SUMMARY, authors="A, B")
            for n in range(studies)
        ),
    )


class Pixels:
    """Watches a small piece of a widget as the screen shows it."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def seen(self) -> QByteArray:
        """What the piece looks like now."""
        corner = self._widget.mapTo(self._widget.window(), QPoint(0, 0))
        screen = QGuiApplication.primaryScreen()
        image = screen.grabWindow(self._widget.window().winId(), corner.x() + 16, corner.y() + 60, *PIECE).toImage()
        return QByteArray(image.constBits().tobytes())

    def wait_for_change(self, act: Callable[[], None], limit: float = 20.0) -> Times:
        """Seconds that `act` took, and until the screen showed something else."""
        before, began = self.seen(), time.perf_counter()
        act()
        acted = time.perf_counter() - began
        while self.seen() == before:
            if time.perf_counter() - began > limit:
                raise TimeoutError("the screen did not change")
            wait(1)
        return acted, time.perf_counter() - began


def type_keys(
    pixels: Pixels, show: Callable[[ConditionPage], None], page: ConditionPage, count: int, field: str = "intro"
) -> list[Times]:
    """The times of so many keys, each followed by a pause."""
    times = []
    for n in range(count):
        changed = replace(page, **{field: WORDS[(n + 1) % 2]})
        times.append(pixels.wait_for_change(functools.partial(show, changed)))
        wait(30)
    return times


def report(label: str, times: list[Times]) -> float:
    """Prints one line; answers the median in ms."""
    total = sorted(1000 * shown for _, shown in times)
    busy = statistics.median(1000 * acted for acted, _ in times)
    median, p95 = statistics.median(total), total[int(len(total) * 0.95) - 1]
    print(f"  {label:18} median {median:6.1f} ms, p95 {p95:6.1f}; the window was busy for {busy:.1f}")
    return median


def measure_patched(page: ConditionPage, count: int) -> float:
    """The program's own preview."""
    preview = Preview()
    preview.resize(*SIZE)
    preview.show()
    preview.show_page(SITE, page)
    while not preview.is_current():
        wait(20)
    wait(500)
    show = functools.partial(preview.show_page, SITE)
    times = type_keys(Pixels(preview), show, page, count)
    times_of_name = type_keys(Pixels(preview), show, page, count, "name")
    preview.close()
    preview.shut_down()
    report("name patched", times_of_name)
    return report("patched", times)


def measure_loaded(page: ConditionPage, count: int) -> float:
    """A plain browser that gets the whole page anew."""
    view = QWebEngineView()
    view.resize(*SIZE)
    view.show()

    def load(shown: ConditionPage) -> None:
        view.setHtml(page_html(SITE, shown, built_in_theme(), Delivery.SINGLE_FILE).html)

    load(page)
    wait(1500)
    times = type_keys(Pixels(view), load, page, count)
    view.close()
    view.deleteLater()
    wait(50)
    return report("whole page loaded", times)


def main() -> None:
    """Measures and prints."""
    options = asked(__doc__, studies=[7, 60, 400], keys=60)
    application = begun()
    for studies in options.studies:
        print(f"{studies} studies")
        page = page_of(studies)
        ratio = measure_patched(page, options.keys) / measure_loaded(page, options.keys)
        print(f"  ratio {ratio:.2f}")
    application.quit()


if __name__ == "__main__":
    main()

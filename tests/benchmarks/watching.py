"""What looking for changes from outside costs: a look itself, and typing meanwhile, at 1,000 pages of 20 studies each.

    python -m tests.benchmarks.watching [--pages 1000] [--studies 20] [--keys 60]

Needs a screen (Xvfb will do). The looks come one after the other here, twenty times as often as in the program. "held
up" is the longest time after a letter for which the window's thread worked, or waited for something, and could do
nothing else; time for which the machine let other programs work does not count.
"""

from __future__ import annotations

import functools
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from editor.session import look_outside
from editor.storage import ContentFolder
from editor.storage.folder_listing import list_files
from editor.storage.folder_watch import SETTLES_IN, FolderWatch
from editor.ui.main_window import MainWindow
from tests.benchmarks.heartbeat import Heartbeat, own_time, wait, wait_until
from tests.benchmarks.key_cost import LETTERS, PACE_MS, in_introduction, type_letter
from tests.benchmarks.program import asked, begun
from tests.benchmarks.thousand_pages import line, make_folder, times_of

ROUNDS = 4


def measure_looks(window: MainWindow) -> None:
    """The looks themselves, without the window."""
    print("A look, beside reading every file")
    session = window.session
    folder, known = session.folder, dict(session.files)
    every = line("every file read", times_of(lambda: [folder.read(place) for place in known], 10))
    line("the listing alone", times_of(lambda: list_files(folder.root)), every)
    watch = FolderWatch(folder)
    look = functools.partial(look_outside, watch, known, [window.editing.place])
    line("a look", times_of(look), every)
    line("a look at all of them", times_of(functools.partial(look, all_of_them=True), 10), every)


def letters_held(window: MainWindow, keys: int) -> list[float]:
    """Types, and answers for how many milliseconds each letter held up the window."""
    heartbeat, times = Heartbeat(own_time), []
    for number in range(keys):
        QTimer.singleShot(0, functools.partial(type_letter, window, LETTERS[number % len(LETTERS)]))
        heartbeat.take()
        wait(PACE_MS)
        times.append(1000 * heartbeat.take())
    return times


def measure_typing(window: MainWindow, keys: int) -> None:
    """Letters while nothing is looked at, and while looks come one after the other; in turn, as machines have moods."""
    print("A letter typed into a page: for how long it holds up the window")
    watching, looks = window.watching, []
    still: list[float] = []
    looked_at: list[float] = []
    all_looked_at: list[float] = []
    watching.looked.connect(lambda: looks.append(time.perf_counter()))
    for _ in range(ROUNDS):
        still += letters_held(window, keys // ROUNDS)
        watching.looked.connect(watching.look_soon)
        watching.look_soon()
        looked_at += letters_held(window, keys // ROUNDS)
        watching.looked.disconnect(watching.look_soon)
        all_looked_at += all_looks(window, keys // ROUNDS)
    beside = line("no look", still)
    line(f"{len(looks)} looks meanwhile", looked_at, beside)
    line("every file read meanwhile, again and again", all_looked_at, beside)


def all_looks(window: MainWindow, keys: int) -> list[float]:
    """As `letters_held`, while a drive seems to return again and again."""
    watch, known, is_on = FolderWatch(window.session.folder), dict(window.session.files), [True]

    def again(*_: object) -> None:
        if is_on:
            look = functools.partial(look_outside, watch, known, [], all_of_them=True)
            window.background.run(look, again, again)

    again()
    times = letters_held(window, keys)
    is_on.clear()
    return times


def measure_many(window: MainWindow, keys: int) -> None:
    """Letters while hundred pages that somebody has changed are read."""
    told: list[object] = []
    watching = window.watching
    watching.changed.disconnect()
    watching.changed.connect(told.extend)
    places = [place for place in window.session.page_places if place != window.editing.place][:100]
    for place in places:
        path = window.session.folder.root / place
        path.write_bytes(path.read_bytes().replace(b"published", b"archived", 1))
    began = time.perf_counter()
    times = letters_held(window, keys)
    wait_until(lambda: len(told) >= len(places))
    print(f"  {len(told)} changed pages told of within {time.perf_counter() - began - SETTLES_IN:.1f} s; meanwhile")
    line("a letter", times)


def main() -> None:
    """Measures and prints."""
    options = asked(__doc__, pages=1000, studies=20, keys=60)
    application = begun()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        make_folder(root, options.pages, options.studies)
        window = MainWindow(ContentFolder(root))
        window.show()
        window.activateWindow()
        wait_until(lambda: window.stands)
        in_introduction(window)
        wait(1000)
        measure_looks(window)
        measure_typing(window, options.keys)
        measure_many(window, options.keys // 2)
        window.closing.discard()
        window.close()
    application.quit()


if __name__ == "__main__":
    main()

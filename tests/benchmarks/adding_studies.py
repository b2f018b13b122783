"""What it costs the window to add the studies of one large file, to take that back, and to stop it.

    python -m tests.benchmarks.adding_studies [--references 10000] [--pages 100] [--studies 20]

Needs a screen (Xvfb will do). "held up" is the longest time for which the window could do nothing else; memory is what
the program grew by at most, in MB. The folder's titles are drawn from few words, so that very many of them have to be
compared with each that comes: a clinic's own take less.
"""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from editor.storage import ContentFolder
from editor.ui.adding.review_box import ReviewBox
from editor.ui.main_window import MainWindow
from tests.benchmarks.heartbeat import Heartbeat, wait, wait_until
from tests.benchmarks.program import asked, begun
from tests.benchmarks.reference_reading import PEAK_IN_MB, file_of
from tests.benchmarks.thousand_pages import make_folder

SETTLES_MS = 1000


def line(words: str, seconds: float, heartbeat: Heartbeat) -> None:
    """Print a step: how long until it stood, and for how long the window was held up."""
    print(f"{words:32} {seconds:7.2f} s   held up {1000 * heartbeat.take():5.0f} ms")


def timed(act: Callable[[], object], stands: Callable[[], bool], heartbeat: Heartbeat) -> float:
    """Do something, and wait until it stands; how long that took, in seconds."""
    wait(SETTLES_MS)
    heartbeat.take()
    began = time.perf_counter()
    act()
    wait_until(stands)
    took = time.perf_counter() - began
    wait(SETTLES_MS)
    return took


def peak() -> float:
    """The most memory that the program has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PEAK_IN_MB


def measure(window: MainWindow, file: Path) -> None:
    """Review the file, add all of it, undo that; then read it again and stop."""
    heartbeat, before, box = Heartbeat(), peak(), window.view.studies.adding
    page = window.editing.page
    took = timed(
        lambda: window.elsewhere.adding.take_files((file,)), lambda: bool(window.findChildren(ReviewBox)), heartbeat
    )
    line("until the review stands", took, heartbeat)
    (review,) = window.findChildren(ReviewBox)
    count = len(review.choices.proposals)
    took = timed(review.add.click, lambda: not window.findChildren(ReviewBox), heartbeat)
    line(f"adding {count:,} studies", took, heartbeat)
    line("undo", timed(window.editing.undo, lambda: window.editing.page == page, heartbeat), heartbeat)
    window.elsewhere.adding.take_files((file,))
    wait_until(lambda: "found so far" in box.doing)
    line("cancel", timed(box.cancel.click, lambda: not box.is_working, heartbeat), heartbeat)
    assert not window.session.unsaved_places
    print(f"memory: {peak() - before:.0f} MB more at most, the file has {file.stat().st_size / 1e6:.0f} MB")


def main() -> None:
    """Measures and prints."""
    options = asked(__doc__, references=10_000, pages=100, studies=20)
    application = begun()
    with tempfile.TemporaryDirectory() as temporary:
        root, file = Path(temporary) / "content", Path(temporary) / "large.ris"
        file.write_bytes(file_of("RIS", options.references))
        root.mkdir()
        make_folder(root, options.pages, options.studies)
        window = MainWindow(ContentFolder(root))
        window.show()
        window.activateWindow()
        wait_until(lambda: window.stands)
        window.show_studies()
        measure(window, file)
        window.closing.discard()
        window.close()
    application.quit()


if __name__ == "__main__":
    main()

"""What find and replace costs on a big website: the preview of what would change, replacing it, and taking that back.

    python -m tests.benchmarks.replacing [--pages 200] [--studies 50] [--times 20]

The same texts are searched by a plain `str.find` for comparison, which knows no capitals, accents or links. Needs no
screen: pages and preview are real, the window is not there. Times are processor time in milliseconds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, STUDY_FIELDS, Field, Record
from editor.content.literal_search import Finder, Replacement, Search
from editor.content.replacing import occurrences, replaced
from editor.content.study import new_study_key
from editor.session import Session, slug_of
from editor.storage import ContentFolder
from editor.ui.editing import Editing
from editor.ui.replacing.found_model import FoundModel
from editor.ui.replacing.replace_run import ReplaceRun, Where

WORDS = ("acupuncture", "needles", "no such words", "\u2019s")
SAMPLE = Path(__file__).resolve().parents[2] / "sample_content"


def website(pages: int, studies: int) -> Session:
    """A session on so many pages, made of the sample's, with its studies again and again; nothing is on disk."""
    sample = Session.open(SAMPLE)
    models = [page for place in sample.page_places if (page := sample.page(place)) is not None]
    known = [study for page in models for study in page.study_list]
    session = Session(ContentFolder(Path(tempfile.mkdtemp())))
    records = {}
    for number in range(pages):
        chosen = (known[(number * studies + at) % len(known)] for at in range(studies))
        place = f"conditions/page-{number:03}.yaml"
        own = tuple(replace(study, key=new_study_key()) for study in chosen)
        records[place] = replace(models[number % len(models)], slug=slug_of(place), studies=own)
    session.put_records("begin", records)
    return session


def pages_of(session: Session) -> list[ConditionPage]:
    """All pages."""
    return [page for place in session.page_places if (page := session.page(place)) is not None]


def measure(act: Callable[[], object], times: int) -> tuple[float, float]:
    """The median and the 95th percentile of what it costs, in milliseconds."""
    found = []
    for _ in range(times):
        began = time.process_time()
        act()
        found.append((time.process_time() - began) * 1000)
    return statistics.median(found), statistics.quantiles(found, n=20)[-1]


def plain_count(texts: Iterable[str], words: str) -> int:
    """How often the words stand in the texts, by `str.find` alone."""
    count = 0
    for text in texts:
        at = text.find(words)
        while at >= 0:
            count += 1
            at = text.find(words, at + len(words))
    return count


def texts_of(pages: list[ConditionPage]) -> list[str]:
    """Every text of the pages and their studies."""
    found = [text for page in pages for text in _texts(page, PAGE_FIELDS)]
    return found + [text for page in pages for study in page.study_list for text in _texts(study, STUDY_FIELDS)]


def _texts(record: Record, fields: tuple[Field, ...]) -> list[str]:
    values = (field.of(record) for field in fields)
    return [text for value in values if value for text in ((value,) if isinstance(value, str) else value)]


def measure_search(session: Session, words: str, times: int) -> None:
    """The search of all pages, beside the plain one."""
    pages = pages_of(session)
    texts = texts_of(pages)
    finder = Finder(Search(words))

    def search() -> int:
        return sum(1 for page in pages for _ in occurrences(finder, page))

    mine, plain = measure(search, times), measure(lambda: plain_count(texts, words), times)
    tracemalloc.start()
    found = [one for page in pages for one in occurrences(finder, page)]
    size = tracemalloc.get_traced_memory()[0] / 1_000_000
    tracemalloc.stop()
    print(
        f"find “{words}”: {len(found):6} places, median {mine[0]:6.1f}, p95 {mine[1]:6.1f},"
        f" str.find {plain[0]:5.1f} ({mine[0] / plain[0]:.1f} times), {size:.1f} MB"
    )


def measure_replacing(session: Session, words: str, times: int) -> None:
    """Replacing all that was found, and taking it back, in the session."""
    places = session.page_places
    search = Search(words)
    finder, replacement = Finder(search), Replacement(search, "other words")
    found = {place: list(occurrences(finder, page)) for place in places if (page := session.page(place)) is not None}

    def put() -> None:
        pages = ((place, session.page(place)) for place in places)
        session.put_records(
            "replace", {place: replaced(page, found[place], replacement) for place, page in pages if page is not None}
        )

    def put_and_undo() -> None:
        put()
        session.undo()

    median, p95 = measure(put_and_undo, times)
    print(f"replace all of “{words}” and undo: median {median:6.1f}, p95 {p95:6.1f}")


def measure_preview(session: Session, words: str, times: int) -> None:
    """The preview as the window has it: how long a key waits for it, and when all of it stands."""
    run, model = ReplaceRun(Editing(session)), FoundModel(session.name_of)
    run.began.connect(model.clear)
    run.found.connect(model.put_page)
    waits: list[float] = []

    def look() -> None:
        began = time.process_time()
        run.look_for(Search(words), Where.SITE, links=False)
        waits.append((time.process_time() - began) * 1000)
        while run.is_looking:
            began = time.process_time()
            QCoreApplication.processEvents()
            waits.append((time.process_time() - began) * 1000)

    median, p95 = measure(look, times)
    held = statistics.quantiles(waits, n=20)[-1]
    print(
        f"preview of “{words}”: {model.rowCount():6} rows, whole after median {median:6.1f}, p95 {p95:6.1f};"
        f" the window is held for p95 {held:.1f}, at most {max(waits):.1f}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--studies", type=int, default=50)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    session = website(options.pages, options.studies)
    size = sum(map(len, texts_of(pages_of(session)))) / 1_000_000
    print(f"{options.pages} pages with {options.studies} studies each, {size:.1f} million characters; milliseconds")
    for words in WORDS:
        measure_search(session, words, options.times)
    for words in WORDS[:2]:
        measure_replacing(session, words, options.times)
    for words in (*WORDS, "a"):
        measure_preview(session, words, options.times)
    application.quit()


if __name__ == "__main__":
    main()

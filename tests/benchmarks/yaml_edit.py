"""How long a change of a page's file takes, with its verification, beside one bare parse of the same text.

Run by hand: `python -m tests.benchmarks.yaml_edit`
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import yaml

from editor.yaml_text import YamlText
from editor.yaml_text.changes import Arrange, Change, Kept, New, SetText
from editor.yaml_text.writing import write

SIZES = (7, 60, 1_000)
ROUNDS = 40

STUDY = """\
- journal: Journal of Manual Medicine
  publisher: Society for Manual Medicine
  date: "2018-04-01"
  title: Outcomes of usual care and of manual treatment, trial number {number}
  summary: >-
    In this trial two hundred adults with low back pain were given usual care alone or
    together with treatment. After six weeks those who were treated had less pain, moved
    better and took fewer pills; {number} of them said that they would come again.
  authors: Ann Author, Ben Author, Cam Author
  url: https://example.org/articles/{number}
  doi: 10.1000/{number}
"""


def page(studies: int) -> bytes:
    """A page with so many studies."""
    head = "name: Back pain\nname_in_text: back pain\nstudies:\n"
    return (head + "".join(STUDY.format(number=number) for number in range(studies))).encode()


def milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """Median and 95th percentile of the time that the work takes."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def bare_parse(text: str) -> int:
    """Read all events and do nothing with them."""
    return sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader))


def edits(studies: int) -> dict[str, list[Change]]:
    """What is measured, by name."""
    middle = studies // 2
    moved = [*range(1, studies), 0]
    return {
        "one text": [SetText(("studies", middle, "title"), "Another title, with (2018) numbers")],
        "50 texts at most": [
            SetText(("studies", number, "title"), f"Title {number} anew") for number in range(min(50, studies))
        ],
        "a new study": [
            Arrange(("studies",), (New({"title": "New", "date": "2020"}), *(Kept(number) for number in range(studies))))
        ],
        "first to last": [Arrange(("studies",), tuple(Kept(number) for number in moved))],
    }


def main() -> None:
    print(f"{'studies':>8} {'kB':>6}  {'':26} {'median ms':>10} {'p95 ms':>8} {'times a bare parse':>19}")
    for studies in SIZES:
        data = page(studies)
        source = YamlText.read(data)
        parse, parse_p95 = milliseconds(lambda text=source.text: bare_parse(text))
        print(f"{studies:8} {len(data) / 1000:6.0f}  {'bare parse':26} {parse:10.2f} {parse_p95:8.2f} {1:19.1f}")
        for name, changes in edits(studies).items():
            median, p95 = milliseconds(
                lambda source=source, changes=changes: write(YamlText.read(source.data), changes)
            )
            print(f"{'':16} {'read and ' + name:26} {median:10.2f} {p95:8.2f} {median / parse:19.1f}")
            median, p95 = milliseconds(lambda source=source, changes=changes: write(source, changes))
            print(f"{'':16} {name:26} {median:10.2f} {p95:8.2f} {median / parse:19.1f}")


if __name__ == "__main__":
    main()

"""The processes that make pages: hostile pages, dying processes, processes that do not start."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.site import Site
from editor.render.exporting.messages import At, IndexJob, Made, PageJob, Settings, page_file
from editor.render.exporting.page_workers import PageWorkers, own_command
from editor.render.exporting.report import NotExported
from editor.render.exporting.source import ExportOptions
from editor.render.style_sheet import LINK
from editor.render.theme import Theme, built_in_theme
from tests.conftest import ROOT
from tests.render.exporting.website import SLOW

Begin = Callable[..., PageWorkers]
OWN = {**os.environ, "PYTHONPATH": str(ROOT)}
FOREVER = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}"

DIES_ONCE = """
import os, pathlib, sys
died = pathlib.Path(sys.argv[1])
if not died.exists():
    died.touch()
    import pickle
    with open(0, "rb", closefd=False) as requests, open(1, "wb", closefd=False) as answers:
        pickle.load(requests)
        answers.write(pickle.dumps(None))
        answers.flush()
        pickle.load(requests)
    os._exit(1)
from editor.__main__ import main
main(["--export-worker"])
"""


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Begins workers, which are ended after the test."""
    begun: list[PageWorkers] = []

    def begin(command: list[str] | None = None, staging: Path = tmp_path, theme: Theme | None = None) -> PageWorkers:
        settings = Settings(Site(), theme or built_in_theme(), LINK, ExportOptions(), tmp_path, staging)
        begun.append(PageWorkers(settings, command))
        return begun[-1]

    yield begin
    for workers in begun:
        workers.close()


def job(number: int, text: str = "name: Knee\n", seconds: float = 30.0) -> PageJob:
    return PageJob(number, f"page-{number}", text.encode(), seconds)


def all_made(workers: PageWorkers) -> dict[int, Made]:
    made: list[Made] = []
    while workers.is_busy:
        made += workers.take(0.1)
    assert len({one.number for one in made}) == len(made)
    return {one.number: one for one in made}


def test_every_job_is_done_once(begin: Begin, tmp_path: Path) -> None:
    workers = begin()
    for number in range(60):
        workers.ask(job(number, f"name: Page {number}\n"))
    made = all_made(workers)
    assert sorted(made) == list(range(60))
    for number, one in made.items():
        assert one.output
        assert f"<title>Page {number}</title>" in page_file(tmp_path, number).read_text(encoding="utf-8")
    workers.ask(job(60))
    assert all_made(workers)[60].output


def test_a_page_that_takes_too_long_is_given_up_with_the_part_that_is_to_blame(begin: Begin) -> None:
    workers = begin()
    for number in range(20):
        workers.ask(job(number))
    workers.ask(job(20, f"name: Slow\ninsights: '{SLOW}'\n", seconds=1.0))
    workers.ask(job(21, f"name: Slow\nstudies:\n- {{title: A trial, summary: '{SLOW}'}}\n", seconds=1.0))
    made = all_made(workers)
    assert made[20].problem == "The section on research takes too long to show."
    assert made[21].problem == "The study “A trial” takes too long to show."
    assert all(made[number].output for number in range(20))


def look(**templates: str) -> Theme:
    texts = tuple((f"{name}.html", text) for name, text in sorted(templates.items()))
    return replace(built_in_theme(), digest=repr(texts), texts=texts)


@pytest.mark.parametrize(
    ("templates", "named"),
    [
        ({"study": f"<li>\n{FOREVER}</li>"}, "study.html of the website's own look: it takes too long."),
        ({"header": FOREVER}, "header.html of the website's own look: it takes too long."),
        (
            {
                "intro": '{% import "own.html" as own %}{{ own.slow() }}',
                "own": "{% macro slow() %}" + FOREVER + "{% endmacro %}",
            },
            "own.html of the website's own look: it takes too long.",
        ),
        (
            {"header": '{% include "menu.html" %}', "menu": FOREVER},
            "menu.html of the website's own look: it takes too long.",
        ),
    ],
)
def test_a_template_that_goes_on_for_ever_is_left_out_and_named(
    begin: Begin, tmp_path: Path, templates: dict[str, str], named: str
) -> None:
    workers = begin(theme=look(**templates))
    for number in range(20):
        workers.ask(job(number, "name: Knee\nstudies: [{title: A trial}]\n", seconds=1.0))
    workers.ask(IndexJob(20, (), 1.0))
    made = all_made(workers)
    assert [one.problem for one in made.values()] == [""] * 21
    for number in range(20):
        (fault,) = (notice.text for notice in made[number].notices)
        assert fault.startswith(named)
        assert fault.endswith("The built-in look is shown instead.")
        assert "A trial" in page_file(tmp_path, number).read_text(encoding="utf-8")


def test_a_list_of_conditions_that_goes_on_for_ever_is_the_built_in_one(begin: Begin, tmp_path: Path) -> None:
    workers = begin(theme=look(index=FOREVER))
    workers.ask(IndexJob(0, (), 1.0))
    made = all_made(workers)
    assert made[0].notices[0].text.startswith("index.html of the website's own look: it takes too long.")
    assert "<h1" in page_file(tmp_path, 0).read_text(encoding="utf-8")


def test_a_slow_text_is_not_the_fault_of_the_template_around_it(begin: Begin) -> None:
    workers = begin(theme=look(intro="<div>{{ intro | markdown }}</div>"))
    workers.ask(job(0, f"name: Slow\nintro: '{SLOW}'\n", seconds=1.0))
    assert all_made(workers)[0].problem == "The introduction takes too long to show."
    workers.ask(job(1, "name: Knee\nintro: Short.\n"))
    assert all_made(workers)[1].notices == ()


def test_a_page_whose_process_dies_is_made_all_the_same(begin: Begin, tmp_path: Path) -> None:
    workers = begin(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})" + DIES_ONCE, str(tmp_path / "died")]
    )
    for number in range(5):
        workers.ask(job(number))
    made = all_made(workers)
    assert (tmp_path / "died").exists()
    assert [made[number].problem for number in range(5)] == [""] * 5


@pytest.mark.parametrize("command", [["/nowhere/at/all"], [sys.executable, "-c", "raise SystemExit(1)"]])
def test_processes_that_do_not_start_end_the_export(begin: Begin, command: list[str]) -> None:
    workers = begin(command)
    workers.ask(job(0))
    with pytest.raises(NotExported, match="does not start"):
        all_made(workers)


ONE_IS_NOT_UNDERSTOOD = """
import os, sys
try:
    open(sys.argv[1], "x")
except FileExistsError:
    os.execv(sys.argv[2], sys.argv[2:])
os.write(1, b"cbuiltins\\nint\\n(S'x'\\ntR.")
sys.stdin.read()
"""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_process_that_is_not_understood_ends_the_export(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.render.exporting.page_workers._processors", lambda: 2)
    workers = begin([sys.executable, "-c", ONE_IS_NOT_UNDERSTOOD, str(tmp_path / "first"), *own_command()])
    for number in range(20):
        workers.ask(job(number))
    with pytest.raises(NotExported, match="has stopped"):
        all_made(workers)


def test_closing_waits_for_no_page(begin: Begin) -> None:
    workers = begin()
    workers.ask(job(0))
    all_made(workers)
    workers.ask(job(1, f"name: Slow\nintro: '{SLOW}'\n"))
    workers.take(0.3)
    start = time.monotonic()
    workers.close()
    assert time.monotonic() - start < 2


def test_a_disk_that_takes_nothing_is_told(begin: Begin, tmp_path: Path) -> None:
    workers = begin(staging=tmp_path / "nowhere")
    workers.ask(job(0))
    assert all_made(workers)[0].is_unwritable


def test_pictures_that_go_inside_have_time_of_their_own(tmp_path: Path) -> None:
    settings = Settings(Site(), built_in_theme(), LINK, ExportOptions(single_file=True), tmp_path, tmp_path)
    jobs = [job(0, "name: Knee\nintro: '![](images/knee.svg)'\n"), job(1)]
    sent = pickle.dumps(settings) + pickle.dumps(jobs)
    done = subprocess.run(own_command(), env=OWN, input=sent, stdout=subprocess.PIPE, check=True)
    answers = io.BytesIO(done.stdout)
    assert pickle.load(answers) is None
    at = pickle.load(answers)
    assert isinstance(at, At)
    assert at.seconds > 30
    assert [pickle.load(answers).number for _ in jobs] == [0, 1]
    assert answers.read() == b""


def test_a_worker_that_nobody_minds_ends_by_itself(tmp_path: Path) -> None:
    settings = Settings(Site(), built_in_theme(), LINK, ExportOptions(), tmp_path, tmp_path)
    slow = job(0, f"name: Slow\nintro: '{SLOW * 3}'\n", seconds=0.1)
    with subprocess.Popen(own_command(), env=OWN, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(pickle.dumps(settings) + pickle.dumps([slow]))
        process.stdin.flush()
        assert process.wait(15) == 1

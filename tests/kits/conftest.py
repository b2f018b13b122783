"""The kits' short runs, a file's two at a time: for most of their time they wait."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import KITS, at_home, judged, run_in_checkout

Run = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def lined_up(request: pytest.FixtureRequest, new_folder: Callable[[], Path]) -> Iterator[Mapping[str, Future[Run]]]:
    """What the file's chosen tests ask for by the mark `kit_run`, by test; each at a home of its own."""
    here = [item for item in request.session.items if item.path == request.path]
    marks = {item.nodeid: item.get_closest_marker("kit_run") for item in here}
    wanted = {name: mark.args for name, mark in marks.items() if mark is not None}
    with ThreadPoolExecutor(max_workers=2) as two:
        yield {
            name: two.submit(partial(run_in_checkout, [KITS / script, *arguments], **at_home(new_folder())))
            for name, (script, *arguments) in wanted.items()
        }
        two.shutdown(cancel_futures=True)


@pytest.fixture
def kit_run(request: pytest.FixtureRequest, kit: Callable[[str], Path]) -> Run:
    """What the test's run came to: `kit_run("yaml/score.py", *arguments)` names a script below the kits."""
    (mark,) = request.node.iter_markers("kit_run")
    kit(mark.args[0].partition("/")[0])
    run: Future[Run] = request.getfixturevalue("lined_up")[request.node.nodeid]
    return judged(run.result(), request.node)

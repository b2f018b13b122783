from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.render.frame import preview_parts
from editor.render.parts import Part
from editor.render.theme import Rendering, ThemeFault, own_theme
from editor.ui.background import Background, RenderProcess, own_command
from editor.ui.render_requests import Rendered, RenderFailed, RenderTimedOut

SLOW = "[" * 12_000
"""A text that keeps Markdown busy for many seconds, whichever Python it runs on."""

needs_signals = pytest.mark.skipif(os.name != "posix", reason="kills a process by signal")


def part(name: str, text: str = "text") -> Part:
    return Part(name, "intro.html", (("heading", name), ("intro", text)))


def child_that(code: str) -> list[str]:
    """A child made of these lines of Python, with `serve()` at hand."""
    beginning = "import os, sys\nfrom editor.render import render_process\nfrom editor.render.parts import Part\n"
    serving = "def serve(): render_process.serve(sys.stdin.buffer, sys.stdout.buffer)\n"
    return [sys.executable, "-c", beginning + serving + code]


def child_of(rendering: RenderProcess) -> int:
    """The system's number of the child."""
    return rendering.findChild(QProcess).processId()


class Receiver(QObject):
    """Keeps what it is given, and on which thread that was."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.threads: list[QThread] = []

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def fail(self, error: BaseException) -> None:
        self.errors.append(error)


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


@pytest.fixture
def answers() -> list[tuple[Rendered, ...]]:
    return []


@pytest.fixture
def processes() -> Iterator[list[RenderProcess]]:
    """Rendering processes put in here are closed at the end."""
    started: list[RenderProcess] = []
    yield started
    for process in started:
        process.close()


@pytest.fixture
def rendering(processes: list[RenderProcess]) -> RenderProcess:
    """The program's own rendering process."""
    processes.append(RenderProcess(deadline=1.0))
    processes[0].start()
    return processes[0]


class TestBackground:
    def test_a_result_comes_on_the_windows_thread(self, background: Background, qtbot: QtBot) -> None:
        receiver = Receiver()
        background.run(threading.get_ident, receiver.take, receiver.fail)
        assert receiver.results == []
        qtbot.waitUntil(lambda: bool(receiver.results))
        assert receiver.results != [threading.get_ident()]
        assert receiver.threads == [QThread.currentThread()]

    def test_an_error_comes_to_failed(self, background: Background, qtbot: QtBot) -> None:
        receiver = Receiver()
        background.run(lambda: 1 / 0, receiver.take, receiver.fail)
        qtbot.waitUntil(lambda: bool(receiver.errors))
        assert isinstance(receiver.errors[0], ZeroDivisionError)
        assert receiver.results == []

    def test_nothing_comes_to_a_receiver_that_is_no_more(self, background: Background, qtbot: QtBot) -> None:
        gone, there = Receiver(), Receiver()
        held = threading.Event()
        background.run(held.wait, gone.take, gone.fail)
        background.run(held.wait, there.take, there.fail)
        delete(gone)
        held.set()
        qtbot.waitUntil(lambda: bool(there.results))
        assert gone.results == []

    def test_closing_waits_for_nothing_leaves_no_thread_and_delivers_nothing(self, qtbot: QtBot) -> None:
        background, receiver = Background(), Receiver()
        before = threading.active_count()
        held = threading.Event()
        for _ in range(20):
            background.run(held.wait, receiver.take, receiver.fail)
        background.close()
        held.set()
        qtbot.waitUntil(lambda: threading.active_count() <= before)
        qtbot.wait(20)
        assert receiver.results == []

    def test_what_ends_with_its_owner_waits_for_nothing_and_leaves_no_thread(self, qtbot: QtBot) -> None:
        before = threading.active_count()
        owner, receiver = QObject(), Receiver()
        held, ended = threading.Event(), threading.Event()

        def hold() -> None:
            held.wait(5)  # seconds
            ended.set()

        Background(owner).run(hold, receiver.take, receiver.fail)
        delete(owner)
        assert not ended.is_set()
        held.set()
        qtbot.waitUntil(lambda: threading.active_count() <= before)
        qtbot.wait(20)
        assert receiver.results == []


class TestRenderProcess:
    def test_the_program_itself_renders(
        self, rendering: RenderProcess, answers: list[tuple[Rendered, ...]], qtbot: QtBot
    ) -> None:
        rendering.render([part("a", "Some *word*")], answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        assert "<em>word</em>" in str(answers[0][0])

    def test_known_parts_are_answered_at_once(
        self, rendering: RenderProcess, answers: list[tuple[Rendered, ...]], qtbot: QtBot
    ) -> None:
        rendering.render([part("a"), part("b")], answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        rendering.render([part("b"), part("a")], answers.append)
        assert answers[1] == answers[0][::-1]

    def test_the_newest_question_wins(
        self, rendering: RenderProcess, answers: list[tuple[Rendered, ...]], qtbot: QtBot
    ) -> None:
        for n in range(50):
            rendering.render([part("a", f"text {n}.")], answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        assert len(answers) == 1
        assert "text 49." in str(answers[0][0])

    def test_a_part_that_takes_too_long_is_named_and_the_rest_is_rendered(
        self, rendering: RenderProcess, answers: list[tuple[Rendered, ...]], qtbot: QtBot
    ) -> None:
        parts = [part("a"), part("slow", SLOW), part("c")]
        rendering.render(parts, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        assert "text" in str(answers[0][0])
        assert answers[0][1] == RenderTimedOut("slow")
        assert "text" in str(answers[0][2])
        rendering.render(parts, answers.append)
        assert answers[1] == answers[0], "it is remembered, not tried again"
        rendering.render([part("slow", "mended")], answers.append)
        qtbot.waitUntil(lambda: len(answers) == 3, timeout=10_000)
        assert "mended" in str(answers[2][0])

    def test_a_template_that_never_ends_is_told_and_the_built_in_one_shows_the_text(
        self, rendering: RenderProcess, answers: list[tuple[Rendered, ...]], qtbot: QtBot
    ) -> None:
        endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
        rendering.wear(own_theme(Path("theme"), {"intro.html": endless}, {}))
        rendering.render([part("a"), part("b")], answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        fault = ThemeFault("intro.html", None, "it takes too long")
        for name, result in zip("ab", answers[0], strict=True):
            assert isinstance(result, Rendering)
            assert f'data-part="{name}"' in result.html
            assert result.faults == (fault,)

    @pytest.mark.parametrize("parts", [[part("a")], list(preview_parts(Site(), ConditionPage("knee", name="Knee")))])
    def test_a_file_that_a_template_includes_is_named_where_it_never_ends(
        self, rendering: RenderProcess, answers: list[tuple[Rendered, ...]], parts: list[Part], qtbot: QtBot
    ) -> None:
        endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
        includes = '{% include "menu.html" %}'
        texts = {"intro.html": includes, "header.html": includes, "menu.html": endless}
        rendering.wear(own_theme(Path("theme"), texts, {}))
        rendering.render(parts, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        for result in answers[0]:
            assert isinstance(result, Rendering)
            assert result.faults == (ThemeFault("menu.html", None, "it takes too long"),)

    def test_the_childs_own_start_does_not_count(
        self, processes: list[RenderProcess], answers: list[tuple[Rendered, ...]], qtbot: QtBot
    ) -> None:
        slow_start = child_that("import threading; threading.Event().wait(1.2); serve()")
        rendering = RenderProcess(deadline=0.6, command=slow_start)
        processes.append(rendering)
        rendering.start()
        rendering.render([part("a")], answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        assert "text" in str(answers[0][0])

    @pytest.mark.parametrize("before_ms", [0, 1])
    def test_a_window_that_stands_still_blames_no_text(
        self, before_ms: int, processes: list[RenderProcess], answers: list[tuple[Rendered, ...]], qtbot: QtBot
    ) -> None:
        rendering = RenderProcess(deadline=1.0)
        processes.append(rendering)
        rendering.start()
        rendering.render([part("first")], answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        rendering.render([part("a")], answers.append)
        qtbot.wait(before_ms)  # with 0 the question has not left, with 1 the answer has not been read
        threading.Event().wait(1.3)
        qtbot.waitUntil(lambda: len(answers) == 2, timeout=10_000)
        assert "text" in str(answers[1][0])

    def test_a_part_that_brings_the_child_down_is_named_and_the_rest_is_rendered(
        self, processes: list[RenderProcess], answers: list[tuple[Rendered, ...]], qtbot: QtBot
    ) -> None:
        falls = (
            "was = Part.from_json\nPart.from_json = lambda data: os._exit(3) if data['id'] == 'bad' else was(data)\n"
        )
        rendering = RenderProcess(command=child_that(falls + "serve()"))
        processes.append(rendering)
        rendering.start()
        rendering.render([part("a"), part("bad"), part("c")], answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        assert answers[0][1] == RenderFailed("bad")
        assert "text" in str(answers[0][2])

    @pytest.mark.parametrize(
        "command",
        [
            ["/there/is/no/such/program"],
            child_that("sys.exit(1)"),
            child_that("import threading; threading.Timer(0.1, os._exit, [1]).start(); serve()"),
            child_that("print('this is no answer', flush=True); serve()"),
        ],
        ids=["missing", "ends at once", "ends soon", "talks nonsense"],
    )
    def test_a_child_that_never_works_is_given_up(
        self, command: list[str], processes: list[RenderProcess], qtbot: QtBot
    ) -> None:
        rendering = RenderProcess(command=command)
        processes.append(rendering)
        with qtbot.waitSignal(rendering.unavailable, timeout=20_000):
            rendering.start()
        assert not rendering.is_available
        with qtbot.waitSignal(rendering.unavailable, timeout=20_000):
            rendering.start()

    @needs_signals
    def test_a_child_killed_from_outside_is_started_again(
        self, rendering: RenderProcess, answers: list[tuple[Rendered, ...]], qtbot: QtBot
    ) -> None:
        for n in range(5):
            rendering.render([part("a", f"text {n}.")], answers.append)
            qtbot.waitUntil(lambda n=n: len(answers) == n + 1, timeout=10_000)
            os.kill(child_of(rendering), signal.SIGKILL)
        assert "text 4." in str(answers[4][0])
        assert rendering.is_available

    @needs_signals
    @pytest.mark.parametrize("way", ["closed", "destroyed with its owner", "busy"])
    def test_the_child_ends_with_the_window(self, way: str, answers: list[tuple[Rendered, ...]], qtbot: QtBot) -> None:
        owner = QObject()
        rendering = RenderProcess(owner)
        rendering.start()
        rendering.render([part("a")], answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        if way == "busy":
            rendering.render([part("slow", SLOW)], answers.append)
        child = child_of(rendering)
        os.kill(child, 0)
        if way == "destroyed with its owner":
            delete(owner)
        else:
            rendering.close()
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)

    def test_packaged_it_starts_itself(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setattr(sys, "executable", "/opt/editor/clinic-page-editor")
        assert own_command() == ["/opt/editor/clinic-page-editor", "--render-process"]

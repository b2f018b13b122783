"""Kills the real program while somebody types, and measures how much of the typing the next start does not offer.

    python -m tests.journeys.kills --kills 500 --seed 1

Each time the program is started on a folder of one page, keys of the X server type into it at a steady rate, some of
the times with saves in between, and at a random moment it is killed. What the next start would offer is then found out
through the program's own functions, and every tenth time in the window itself, where it is brought back and saved.
Nothing else may use the screen meanwhile: a window that comes up takes the keys.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from editor.content.condition_page import ConditionPage
from editor.paths import app_data
from editor.session import LeftWork, Session, left_work, work_of
from editor.session.records import Record
from editor.storage.journal import left_behind
from tests.conftest import ROOT
from tests.journeys.content_under_git import program_settings
from tests.journeys.keyboard import go_to_the_introduction, wait_for_title, wait_for_window, xdotool

PROGRAMS = ("xdotool",)
MOST_LOST = 1000
"""Milliseconds of typing that a kill may cost."""
NAME = "Wrist pain"
PLACE = "conditions/wrist-pain.yaml"
BEHIND = "Words that were there before."
PERIOD = 0.04
"""Seconds from key to key."""
LONGEST = 4.0
"""Seconds of typing, at most, before the program is killed."""
WINDOW_EVERY = 10
SAVING_ONE_IN = 3
LETTERS = "abcdefghijklmnopqrstuvwxyz "


@dataclass(frozen=True, slots=True)
class Kill:
    """What became of one run: the letters typed, those that were saved or offered again, what the others cost."""

    typed: str
    again: str
    lost: float
    """Milliseconds from the first key that was lost until the kill."""
    wrong: str = ""

    @property
    def is_well(self) -> bool:
        """Whether no more was lost than may be, and nothing came back that was not typed."""
        return not self.wrong and self.lost <= MOST_LOST


class Typist:
    """Presses keys of the X server from outside, and knows when it pressed which."""

    def __init__(self, luck: random.Random) -> None:
        self._luck = luck
        self.typed = ""
        self.times: list[float] = []

    def type_until(self, end: float, *, saves: bool) -> None:
        """Press a key every `PERIOD` until then; with `saves` also Ctrl+S now and then."""
        with subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True) as keyboard:
            assert keyboard.stdin is not None
            due = time.monotonic()
            while (due := due + PERIOD) < end:
                time.sleep(max(0.0, due - time.monotonic()))
                letter = self._luck.choice(LETTERS)
                self.typed += letter
                self.times.append(time.monotonic())
                keyboard.stdin.write(f"key --delay 0 {'space' if letter == ' ' else letter}\n")
                if saves and self._luck.random() < PERIOD:
                    keyboard.stdin.write("key --delay 0 ctrl+s\n")
                keyboard.stdin.flush()

    def lost_after(self, kept: int, moment: float) -> float:
        """Milliseconds of typing before a moment that are gone when the first letters alone are kept."""
        return 1000 * (moment - self.times[kept]) if kept < len(self.times) else 0.0


@contextmanager
def program_on(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program, killed at the end with all that it has started."""
    command = [sys.executable, "-m", "editor", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, env=program_settings(), start_new_session=True) as program:
        try:
            yield program
        finally:
            os.killpg(program.pid, signal.SIGKILL)


def kill_once(folder: Path, luck: random.Random, *, in_window: bool) -> Kill:
    """Start, type, kill, and see what is left."""
    (folder / "conditions").mkdir(parents=True, exist_ok=True)
    (folder / PLACE).write_text(f"name: {NAME}\nintro: {BEHIND}\n", encoding="utf-8")
    shutil.rmtree(app_data() / "journal", ignore_errors=True)
    typist = Typist(luck)
    with program_on(folder) as program:
        go_to_the_introduction(wait_for_title(NAME))
        typist.type_until(
            time.monotonic() + luck.uniform(2 * PERIOD, LONGEST), saves=luck.randrange(SAVING_ONE_IN) == 0
        )
        program.kill()
        moment = time.monotonic()
        program.wait()
    texts = left_texts(folder)
    wrong = "".join(
        f"{text!r} is there, {typist.typed!r} was typed. " for text in texts if not typist.typed.startswith(text)
    )
    again = max(texts, key=len)
    if in_window and not wrong and again != texts[0]:
        wrong = wrong_in_window(folder, again)
    return Kill(typist.typed, again, typist.lost_after(len(again), moment), wrong)


def left_texts(folder: Path) -> tuple[str, ...]:
    """What stands in the file before the words that were there, and what the next start would offer there."""
    session = Session.open(folder)
    journals = left_behind(folder)
    left = left_work(session, chain.from_iterable(work_of(journal.records()) for journal in journals))
    for journal in journals:
        journal.leave()
    return _typed_into(session.page(PLACE)), *(_typed_into(_offered(one)) for one in left)


def _offered(left: LeftWork) -> Record | None:
    return left.with_mine(left.comparison.differences if left.comparison else ())


def _typed_into(page: Record | None) -> str:
    text = page.intro if isinstance(page, ConditionPage) and page.intro else ""
    return text.removesuffix(BEHIND) if text.endswith(BEHIND) else "All else is gone: " + text


def wrong_in_window(folder: Path, expected: str) -> str:
    """Start the program, bring back what it offers and save it; what is wrong with the file then."""
    with program_on(folder):
        window = wait_for_title(NAME)
        question = wait_for_window("^Unsaved changes")
        xdotool("windowfocus", "--sync", question)
        xdotool("key", "Return")
        wait_for_title(NAME + r"\*")
        xdotool("windowfocus", "--sync", window)
        xdotool("key", "ctrl+s")
        wait_for_title(NAME)
    saved, *offered = left_texts(folder)
    if saved != expected:
        return f"The window brought back {saved!r} instead of {expected!r}."
    return f"What was brought back and saved is offered again: {offered}." if offered else ""


def kills(count: int, seed: int, *, window_every: int = WINDOW_EVERY) -> Iterator[Kill]:
    """So many kills, one after the other, in a folder of their own."""
    luck = random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        for number in range(1, count + 1):
            yield kill_once(Path(place) / "clinic", luck, in_window=number % window_every == 0)


def missing() -> str:
    """Which program is not installed here that is needed to type from outside; "" if all are."""
    return next((program for program in PROGRAMS if shutil.which(program) is None), "")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the campaign in user folders of its own, and say what came of it; the answer is the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--window-every", type=int, default=WINDOW_EVERY)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(home) / kind.lower())
        done = []
        for kill in kills(asked.kills, asked.seed, window_every=asked.window_every):
            done.append(kill)
            if not kill.is_well:
                print(f"kill {len(done)}: {kill.lost:.0f} ms lost. {kill.wrong}", flush=True)
    return report(done)


def report(done: Sequence[Kill]) -> int:
    """Say what came of all kills; the answer is the exit status."""
    lost = [kill.lost for kill in done]
    print(
        f"{len(done)} kills while typing, {sum(len(kill.typed) for kill in done)} letters: typing lost at most"
        f" {max(lost):.0f} ms, in the middle {statistics.median(lost):.0f} ms; words were there again"
        f" {sum(bool(kill.again) for kill in done)} times, the other kills came within the first second;"
        f" something was wrong {sum(not kill.is_well for kill in done)} times"
    )
    return 0 if all(kill.is_well for kill in done) else 1


if __name__ == "__main__":
    sys.exit(main())

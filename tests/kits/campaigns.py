"""The long runs that show that nothing is lost: through the fault kit beside the checkout, and with the real program.

    python -m tests.kits.campaigns                     all of them, some hours
    python -m tests.kits.campaigns saving merging      these alone
    python -m tests.kits.campaigns --share 0.01        a hundredth of each

The tests run the same in short; what needs root or Linux says so. It ends with 0 when each run passed or could not
run here, which is printed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.conftest import CANNOT_RUN_HERE, KITS, ROOT

FAULTS = KITS / "faults"
SAVE = ("--save", "{python} tests/kits/saving.py {target} {new}", "--said", "Saved")
MERGE = "tests/kits/merging.py:merge"
READ = "tests/kits/yaml_reader.py:load_bytes"
AT_ONCE = 500
"""Updates in one race: with each the page grows by a study, and so does the time that the next one takes."""
SMALL_PAGE = "name: Wrist pain\nstudies:\n  - title: First\nzz_last_line: here\n"

Command = Sequence[str | Path]


def saving(share: float) -> Iterator[Command]:
    """Every fault at every system call of a save, 288 sizes of disk, and odd places."""
    sample = () if share >= 1 else ("--sample", str(_part(2000, share)))
    yield (FAULTS / "campaign.py", *SAVE, *sample)
    yield (FAULTS / "campaign.py", *SAVE, "--read-only-folder", *sample)
    yield (FAULTS / "races.py", "places", *SAVE)


def racing(share: float) -> Iterator[Command]:
    """10,000 saves by two programs at once, as many by four, and some with slowed system calls."""
    with tempfile.TemporaryDirectory() as folder:
        start = Path(folder) / "start.yaml"
        start.write_text(SMALL_PAGE, encoding="utf-8")
        race = (FAULTS / "races.py", "updates", "--call", "tests/kits/saving.py:add_token", "--start", start)
        for processes in (2, 4):
            for seed, updates in enumerate(_portions(_part(10_000, share), AT_ONCE), start=1):
                each = str(-(-updates // processes))
                yield (*race, "--processes", str(processes), "--updates", each, "--seed", str(seed))
        yield (*race, "--updates", str(_part(200, share)), "--slow", "1500")


def merging(share: float) -> Iterator[Command]:
    """20,000 triples merged by record and field."""
    count = str(_part(20_000, share))
    yield (FAULTS / "merge_cases.py", MERGE, "--count", count, "--false-conflicts", "0.1", "--seed", "2")


def reading(share: float) -> Iterator[Command]:
    """100,000 mutated files, and the hostile ones."""
    yield (FAULTS / "hostile_yaml" / "cases.py", READ)
    for seed, count in enumerate(_portions(_part(100_000, share), 10_000), start=1):
        yield (FAULTS / "hostile_yaml" / "fuzz.py", READ, "--count", str(count), "--seed", str(seed))


def typing(share: float) -> Iterator[Command]:
    """500 kills of the real program while keys type into it, and 60 of its journal alone."""
    yield ("-m", "tests.journeys.kills", "--kills", str(_part(500, share)))
    write = "{python} tests/kits/journal.py {journal}"
    recover = ("--recover-call", "tests/kits/journal.py:recover", "--kills", str(_part(60, share)))
    cuts = () if share >= 1 else ("--cuts", "500", "--flips", "300")
    yield (FAULTS / "journal_check.py", "--type", write, *recover, *cuts)


CAMPAIGNS: dict[str, Callable[[float], Iterator[Command]]] = {
    campaign.__name__: campaign for campaign in (saving, racing, merging, reading, typing)
}


def _part(count: int, share: float) -> int:
    return max(1, round(count * share))


def _portions(count: int, most: int) -> Iterator[int]:
    while count > 0:
        yield min(count, most)
        count -= most


def run(command: Command) -> bool:
    """Run one command in the project's root, and show the end of what it says; whether nothing was wrong."""
    began = time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    passed = done.returncode in (0, CANNOT_RUN_HERE)
    lines = (done.stdout if passed else done.stdout + done.stderr).splitlines()
    print(*lines[-4 if passed else -40 :], sep="\n")
    print(
        f"-- {'ok' if passed else 'NOT OK'}, {time.monotonic() - began:.0f} s: {' '.join(map(str, command))}",
        flush=True,
    )
    return passed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the campaigns asked for, one after the other; the answer is the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="CAMPAIGN", help=f"of {', '.join(CAMPAIGNS)}; all unless given")
    parser.add_argument("--share", type=float, default=1.0, help="which part of the full number")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.names) - set(CAMPAIGNS):
        parser.error(f"there is no campaign {', '.join(sorted(unknown))}")
    commands = (command for name in asked.names or CAMPAIGNS for command in CAMPAIGNS[name](asked.share))
    failed = [command for command in commands if not run(command)]
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Random sequences of edits, saves, undos and redos through Session, on real files in many layouts.

After each save the file says what a model says that knows nothing of the program, and comments, quoting and keys of
the website's own are still there; undoing everything and saving gives the first bytes, also across saves.

An ordinary run tries a sample, always the same, and the gate 500; before a release, or after a change of what edits,
undoes or saves, `CLINIC_EDITOR_SEQUENCES=2000 pytest tests/session` tries 2,000.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.session.layouts import LAYOUTS
from tests.session.sequence import SITE_PLACE, Operation, Sequence

SEQUENCES = int(os.environ.get("CLINIC_EDITOR_SEQUENCES", "160"))

PAGE, OTHER = "conditions/page.yaml", "conditions/other.yaml"
SAMPLES = {path.stem: path.read_bytes() for path in sorted((ROOT / "sample_content/conditions").iterdir())}
PAGES = LAYOUTS | SAMPLES

ONE_LINERS = ["A plain text", "No", "2018-04-01", "9:30", "010", "~", "- x", "# none", "a: b", "a # b", "it's", '"so"']
INDICATORS = ["{x}", "[", "&x", "*x", "!x", "%x", "@x", "`x", "? x", "\\d", "| x", "> x", "x:", "<<", "---", "..."]
SPACED = [" before", "after ", "tab\there", "\ttab", "caf\u00e9 \u201cx\u201d", "line\u2028sep", "many words " * 20]
LINES = ["two\nlines", "a line\n", "\nlater", "par\n\npar\n", "a\n  b\nc", "end\n\n\n", " x\ny", "# x\n- y"]
TEXTS = st.sampled_from([*ONE_LINERS, *INDICATORS, *SPACED, *LINES]) | st.text(
    st.sampled_from("ab \n:#'\"-\u00fc,{["), min_size=1, max_size=10
)
EDITS = ["study"] * 5 + ["field"] * 3 + ["type"] * 2 + ["clear", "clear field", "list", "add"]
KINDS = [*EDITS, *["delete"] * 2, "move", "copy", *["save"] * 5, *["undo"] * 5, *["redo"] * 2]
OPERATIONS = st.builds(
    Operation,
    kind=st.sampled_from(KINDS),
    place=st.sampled_from([PAGE, PAGE, PAGE, OTHER, SITE_PLACE]),
    which=st.integers(0, 30),
    where=st.integers(0, 30),
    text=TEXTS,
)


@settings(
    max_examples=SEQUENCES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    page=st.sampled_from(sorted(PAGES)),
    other=st.sampled_from(sorted(PAGES)),
    operations=st.lists(OPERATIONS, min_size=4, max_size=24),
)
def test_any_sequence_of_edits_saves_and_undos(
    new_folder: Callable[[], Path], page: str, other: str, operations: list[Operation]
) -> None:
    sequence = Sequence(new_folder(), {PAGE: PAGES[page], OTHER: PAGES[other]})
    for operation in operations:
        sequence.do(operation)
    sequence.save_all()
    sequence.undo_everything()
    sequence.redo_everything()

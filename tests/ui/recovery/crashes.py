"""Programs that end in the middle of their work, as a power cut or a kill ends them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"

_BEFORE = """
import os, sys
from dataclasses import replace
from pathlib import Path
from editor.content.page_changes import *
from editor.content.study import Study
from editor.session import *
from editor.storage.journal import Journal
BACK, HEAD = "conditions/back-hip-knee-leg-pain.yaml", "conditions/headache-and-migraine.yaml"
session = Session.open(Path(sys.argv[1]))
def edit(place, **changes):
    session.edit_page("Edit", place, lambda page: replace(page, **changes))
def edit_study(number, **changes):
    study = replace(session.page(BACK).study_list[number], **changes)
    session.edit_page("Edit", BACK, lambda page: put_study(page, study))
"""
_AFTER = """
journal = Journal(session.folder.root)
journal.write(journal_record(UnsavedWorkTold(session).news()))
journal.settle()
os._exit(9)
"""


def crash_after(root: Path, edits: str) -> None:
    """Have another program make edits on a folder, and end before it saves them."""
    assert subprocess.run([sys.executable, "-c", _BEFORE + edits + _AFTER, str(root)], check=False).returncode == 9

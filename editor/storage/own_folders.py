"""Where this PC keeps what belongs to one content folder, or to one file of it."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path


def folder_of(parent: Path, root: Path) -> Path:
    """The folder below `parent` for the content folder `root`."""
    return parent / own_name(root.name, str(root.resolve()))


def own_name(shown: str, whole: str) -> str:
    """A short name allowed everywhere: readable for whoever looks in there, and never the same for two."""
    readable = re.sub("[^a-z0-9]+", "-", shown.lower())[:40].strip("-")
    return f"{readable}-{hashlib.sha256(os.fsencode(whole)).hexdigest()[:16]}"

"""For the fault kit: one save as a command, and one change as a function, both through the program's own save."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from editor.storage import ContentFolder, NotSaved, Unreachable


def opened(path: Path) -> tuple[ContentFolder, str]:
    """The content folder of the page at `path`, and the page's name in it."""
    root = path.parent.parent
    return ContentFolder(root), path.relative_to(root).as_posix()


def main(target: str, new: str) -> int:
    folder, name = opened(Path(target))
    data = Path(new).read_bytes()
    try:
        expected = folder.read(name)
        os.access("/__BEGIN__", os.F_OK)
        folder.save(name, data, expected)
        os.access("/__END__", os.F_OK)
    except (NotSaved, Unreachable) as refusal:
        print(refusal)
        return 1
    print("Saved", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

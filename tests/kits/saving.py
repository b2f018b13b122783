"""For the fault kit: one save as a command, and one change as a function, both through the program's own save."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import add_study
from editor.content.study import Study
from editor.session import SaveFailed, Session
from editor.storage import ContentFolder, NotSaved, Unreachable


def add_token(path: str, token: str) -> None:
    """Add a study with the title `token` to the page at `path` and save it. Raises what the save refuses with."""

    def change(page: ConditionPage) -> ConditionPage:
        return add_study(page, Study(title=token))

    root, name = places(path)
    session = Session.open(root)
    session.edit_page("Add a study", name, change)
    result = session.save(name)
    if isinstance(result, SaveFailed):
        raise result.error


def places(path: str) -> tuple[Path, str]:
    """The content folder of the page at `path`, and the page's name in it."""
    root = Path(path).parent.parent
    return root, Path(path).relative_to(root).as_posix()


def refusal(target: str, data: bytes) -> str | None:
    """Save `data` to the page `target`: what the window would say instead of "Saved", None when it would say that."""
    root, name = places(target)
    folder = ContentFolder(root)
    try:
        expected = folder.read(name)
        os.access("/__BEGIN__", os.F_OK)
        folder.save(name, data, expected)
    except (NotSaved, Unreachable) as refused:
        return str(refused)
    finally:
        os.access("/__END__", os.F_OK)
    return None


def main(target: str, new: str) -> int:
    """Save the bytes of the file `new` to the page `target`."""
    refused = refusal(target, Path(new).read_bytes())
    print("Saved" if refused is None else refused, flush=True)
    return 0 if refused is None else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""Random sequences in which pages come and go: nothing is lost, and undoing everything gives back the first bytes.

As many as in `test_random_sequences.py` by a tenth.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.content.comparison import page_words
from editor.content.condition_page import ConditionPage
from editor.content.reading import read_page
from editor.content.study import Study
from editor.session import Saved, Session, slug_of
from tests.session.layouts import COMMENTED, INDENTLESS, SITE
from tests.session.test_random_sequences import SEQUENCES

FIRST = {"site.yaml": SITE, "conditions/wrist-pain.yaml": COMMENTED, "conditions/neck-pain.yaml": INDENTLESS}
NAMES = ["Wrist Pain", "Neck Pain", "Neck pain", "Elbow & Arm", "\u8170\u75db", "Parkinson\u2019s", "CON", "..."]
KINDS = ["new", "copy", "rename", "move", "move", "delete", "delete", "restore", "type", "study", "archive"]


@dataclass(frozen=True)
class Operation:
    """One thing done; `which` chooses the page, `name` is typed."""

    kind: str
    which: int
    name: str


OPERATIONS = st.builds(
    Operation,
    kind=st.sampled_from([*KINDS, *["save"] * 4, "save all", *["undo"] * 4, *["redo"] * 2]),
    which=st.integers(0, 20),
    name=st.sampled_from(NAMES),
)


@settings(
    max_examples=max(SEQUENCES // 10, 40),
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(operations=st.lists(OPERATIONS, min_size=4, max_size=24))
def test_any_sequence_of_pages_that_come_and_go(new_folder: Callable[[], Path], operations: list[Operation]) -> None:
    root = new_folder()
    (root / "conditions").mkdir()
    for place, data in FIRST.items():
        (root / place).write_bytes(data)
    session = Session.open(root)
    for operation in operations:
        do(session, operation)
    save_all(session, root)
    while session.history.next_undo is not None:
        assert session.undo() is None
    save_all(session, root)
    assert on_disk(root) == FIRST
    while session.history.next_redo is not None:
        assert session.redo() is None
    save_all(session, root)


def do(session: Session, operation: Operation) -> None:
    match operation.kind:
        case "new":
            session.new_page(operation.name)
        case "undo":
            assert session.undo() is None
        case "redo":
            assert session.redo() is None
        case "restore" if session.deleted_pages:
            session.restore_page(session.deleted_pages[operation.which % len(session.deleted_pages)])
        case "save all":
            for place in session.unsaved_places:
                save(session, place)
        case _ if session.page_places:
            do_to_page(session, session.page_places[operation.which % len(session.page_places)], operation)


def do_to_page(session: Session, place: str, operation: Operation) -> None:
    match operation.kind:
        case "copy":
            session.duplicate_page(place, operation.name)
        case "rename":
            session.rename_page(place, operation.name)
        case "move":
            session.rename_page(place, operation.name, new_address=True)
        case "delete":
            session.delete_page(place)
        case "type":
            session.edit_page("Type", place, lambda page: replace(page, intro=operation.name), "intro")
        case "study":
            study = Study(title=operation.name)
            session.edit_page("Add", place, lambda page: replace(page, studies=(*page.study_list, study)))
        case "archive":
            session.edit_page("Archive", place, lambda page: replace(page, status="archived"))
        case "save":
            for each in session.saved_together(place):
                save(session, each)


def save(session: Session, place: str) -> None:
    assert isinstance(session.save(place), Saved)
    assert not session.is_unsaved(place)


def save_all(session: Session, root: Path) -> None:
    """Save, and find each page on the disk as it is here, and each page that is gone in the trash, once."""
    for place in session.unsaved_places:
        save(session, place)
    assert session.unsaved_places == ()
    files = on_disk(root)
    assert set(files) == {"site.yaml", *session.page_places}
    for place in session.page_places:
        read, now = read_page(files[place], slug_of(place)).page, session.page(place)
        assert isinstance(read, ConditionPage)
        assert isinstance(now, ConditionPage)
        assert page_words(read) == page_words(now)
    again = Session.open(root)
    assert sorted(page.name for page in again.deleted_pages) == sorted(page.name for page in session.deleted_pages)


def on_disk(root: Path) -> dict[str, bytes]:
    """The files of the website, by name."""
    found = (path for path in root.rglob("*") if path.is_file() and ".clinic-editor" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}

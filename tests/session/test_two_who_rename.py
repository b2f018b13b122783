"""Two people at one folder who type, rename, save and crash: nothing that either has written is lost unasked.

Their words are marks that stand nowhere else, such as "A3.", so that each can be looked for everywhere. As many as in
`test_random_sequences.py` by a quarter, half of them without crashes and saves that go wrong.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.conflict_choices import Keep, can_keep_both
from editor.content.fields import PAGE_FIELDS, STUDY_FIELDS, Field
from editor.content.page_changes import add_study, put_study
from editor.content.study import Study
from editor.session import (
    OpenFile,
    Place,
    Saved,
    SaveFailed,
    SaveJob,
    SaveResult,
    Session,
    UnsavedWorkTold,
    bring_back,
    decide,
    file_of,
    follow,
    is_site,
    journal_record,
    left_work,
    run_save,
    take_in_again,
    undecided,
    work_of,
)
from editor.storage import ChangedOnDisk, NotSaved, Unconfirmed
from tests.session.test_random_sequences import SEQUENCES

PAGE = "name: {name}\nintro: begin\ninsights: begin\nx_own: {name}\nstudies:\n- title: one\n- title: two\n  x_own: 2\n"
MARK = re.compile(r"[AB]\d+\.")
RENAMES = ("type",) * 4 + ("undo", "redo", "notice", "notice", "save", "rename")
ANYTHING = (
    *(*("type",) * 5, "undo", "undo", "redo", "notice", "notice", "rename", "crash"),
    *("save", "save while typing", "save unconfirmed", "save put off"),
)


@dataclass
class Person:
    """Somebody at the folder who does what the dice tell. `settled`: marks that one of the two has decided about."""

    name: str
    root: Path
    dice: random.Random
    settled: set[str]
    taken_back: set[str] = field(default_factory=set)
    others: list[Person] = field(default_factory=list)
    written: int = 0
    put_off: dict[Place, SaveJob] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session = Session.open(self.root)

    def do(self, deed: str) -> None:
        match deed:
            case "type":
                self.type()
            case "undo" | "redo":
                self.step(deed)
            case "rename":
                self.rename()
            case "notice":
                self.notice()
            case "crash":
                self.crash()
            case _:
                self.save(deed)

    def type(self) -> None:
        """Write a mark: in a text, as a new study, or on a study; never where the other does."""
        pages = self.pages()
        if pages:
            place = self.dice.choice(pages)
            self.written += 1
            change = partial(self._changed, f"{self.name}{self.written}.", self.dice.random(), self.dice.random())
            self.session.edit_page("Type", place, change)

    def _changed(self, mark: str, kind: float, which: float, before: ConditionPage) -> ConditionPage:
        studies = before.study_list
        if kind < 0.5:
            own = named(PAGE_FIELDS, "intro" if self.name == "A" else "insights")
            return own.set(before, f"{own.of(before)} {mark}")
        if kind < 0.7 or not studies:
            return add_study(before, Study(title=mark), 0 if self.name == "A" else len(studies))
        study = studies[int(which * len(studies))]
        own = named(STUDY_FIELDS, "summary" if self.name == "A" else "authors")
        return put_study(before, own.set(study, f"{own.of(study) or ''} {mark}"))

    def step(self, deed: str) -> None:
        """What undo takes off one of two copies of a page may go from the other when they become one again."""
        before = self.own_by_page()
        self.session.undo() if deed == "undo" else self.session.redo()
        after = self.own_by_page()
        self.taken_back |= (before - after).keys()
        self.taken_back -= (after - before).keys()

    def rename(self) -> None:
        pages = self.pages()
        if pages:
            self.session.rename_page(self.dice.choice(pages), f"New {self.dice.randrange(3)}", new_address=True)

    def pages(self) -> list[Place]:
        return [place for place in self.session.page_places if self.session.is_editable(place)]

    def notice(self) -> None:
        """Take in all that is new on the disk."""
        now, files = self.on_disk(), self.session.files
        known = {place: file.data for place, file in files.items() if not is_site(place) and file.data is not None}
        changed = [place for place in {**known, **now} if known.get(place) != now.get(place)]
        self.take_in([self._file(place, now.get(place)) for place in sorted(changed)])

    def take_in(self, files: list[OpenFile]) -> None:
        before = self.own()
        follow(self.session, files)
        self.expect(before, self.own() | self.asked())

    def save(self, deed: str) -> None:
        """Save as the window does: take in what was saved meanwhile, and decide."""
        unsaved = self.session.unsaved_places
        for place in [one for each in unsaved for one in (*self.session.saved_first(each), each)]:
            for _ in range(8):
                if not self.session.is_editable(place):
                    break
                before = self.own()
                take_in_again(self.session, place)
                self.expect(before, self.own() | self.asked())
                self.decide(place)
                result = self._saved(place, deed)
                if not isinstance(result, SaveFailed) or not isinstance(result.error, ChangedOnDisk):
                    break
                self.take_in([self._file(place, result.error.current)])
            else:
                raise AssertionError(place)

    def _saved(self, place: Place, deed: str) -> SaveResult:
        failed = self.put_off.pop(place, None)
        job = self.session.prepare_save(place) if failed is None else self.session.prepare_again(failed)
        if deed == "save put off":
            self.put_off[place] = job
            result: SaveResult = SaveFailed(job, NotSaved("away", "later"))
        else:
            if deed == "save while typing":
                for _ in range(self.dice.randrange(3)):
                    self.do(self.dice.choice(("type", "undo", "redo")))
            before = marks_of(self.on_disk()) & {mark for one in self.others for mark in one.own()}
            result = run_save(job)
            self.expect(before, marks_of(self.on_disk()))
        if deed == "save unconfirmed" and isinstance(result, Saved) and job.is_needed and job.record is not None:
            result = SaveFailed(job, Unconfirmed("not confirmed", "later"), result.source.data)
        self.session.finish_save(result)
        return result

    def decide(self, *places: Place) -> None:
        for one in undecided(self.session, places):
            differences = one.comparison.differences
            self.settled |= {mark for each in differences for mark in marks_of((each.mine, each.theirs))}
            keeps = {each: Keep.BOTH if can_keep_both(each) else Keep.MINE for each in differences}
            decide(self.session, [(one, keeps)])

    def crash(self) -> None:
        """End without a save, start again, and bring everything back, also where the file says something else now."""
        news, before = UnsavedWorkTold(self.session).news(), self.own()
        assert news is not None
        self.session = Session.open(self.root)
        self.put_off.clear()
        left = left_work(self.session, work_of((journal_record(news),)))
        differences = [each for one in left if one.comparison for each in one.comparison.differences]
        self.settled |= marks_of([(each.mine, each.theirs) for each in differences if each.clashes])
        bring_back(self.session, [(one, one.comparison.differences if one.comparison else ()) for one in left])
        self.expect(before, self.own())

    def expect(self, marks: set[str], found: set[str]) -> None:
        """Marks may be missing that were decided about, and of pages that a recovered deletion put in the trash."""
        missing = marks - found - self.settled - self.taken_back
        assert not missing or missing <= marks_of([path.read_text() for path in self.root.glob(".*/**/*.yaml")])

    def own(self) -> set[str]:
        return set(self.own_by_page())

    def own_by_page(self) -> Counter[str]:
        """One's own marks, and on how many pages each is."""
        pages = (marks_of(self.session.page(place)) for place in self.session.page_places)
        return Counter(mark for marks in pages for mark in marks if mark.startswith(self.name))

    def asked(self) -> set[str]:
        found = undecided(self.session, self.session.files)
        return marks_of([(each.mine, each.theirs) for one in found for each in one.comparison.differences])

    def on_disk(self) -> dict[Place, bytes]:
        return {f"conditions/{path.name}": path.read_bytes() for path in (self.root / "conditions").iterdir()}

    def _file(self, place: Place, data: bytes | None) -> OpenFile:
        return OpenFile(place, None, None, None) if data is None else file_of(place, data)


def named(fields: tuple[Field, ...], name: str) -> Field:
    return next(one for one in fields if one.name == name)


def marks_of(said: object) -> set[str]:
    """The marks in whatever holds texts."""
    return set(MARK.findall(repr(said)))


@pytest.mark.parametrize("deeds", [RENAMES, ANYTHING], ids=["renames", "anything"])
@pytest.mark.parametrize("seed", range(max(SEQUENCES // 8, 20)))
def test_whatever_two_people_do_to_pages_that_move(
    new_folder: Callable[[], Path], seed: int, deeds: tuple[str, ...]
) -> None:
    root, dice = new_folder(), random.Random(seed)
    (root / "conditions").mkdir()
    (root / "site.yaml").write_text("name: Clinic\n")
    for name in ("ankle", "back"):
        (root / f"conditions/{name}.yaml").write_text(PAGE.format(name=name))
    settled: set[str] = set()
    people = [Person(name, root, dice, settled) for name in "AB"]
    people[0].others, people[1].others = people[1:], people[:1]
    for _ in range(25):
        dice.choice(people).do(dice.choice(deeds))
    for person in people * 3:
        person.notice()
        person.save("save")
        person.notice()
    for person in people:
        assert person.session.unsaved_places == ()
        person.expect(person.own(), marks_of(person.on_disk()))

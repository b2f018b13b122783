"""Two people at one folder, each doing anything: what one has written is in the other's page, or is asked about.

An ordinary run tries a sample; more with `CLINIC_EDITOR_SEQUENCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.content.comparison import page_words
from editor.content.condition_page import ConditionPage
from editor.content.conflict_choices import Keep, can_keep_both
from editor.content.fields import PAGE_FIELDS, STUDY_FIELDS, Field
from editor.content.page_changes import add_study, move_study, put_study, remove_study
from editor.content.study import Study
from editor.session import Saved, Session, decide, follow, read_file, take_in_again, undecided
from tests.session.edits import WRIST
from tests.session.layouts import COMMENTED, SITE
from tests.session.test_random_sequences import SEQUENCES

KINDS = ["field", "field", "study", "study", "study", "add", "delete", "move", "empty"]


@dataclass(frozen=True)
class Deed:
    """One thing done; `which` and `where` choose."""

    kind: str
    which: int
    where: int


def deeds(*more: str) -> st.SearchStrategy[Deed]:
    return st.builds(Deed, st.sampled_from([*KINDS, *more]), st.integers(0, 30), st.integers(0, 30))


KEEPS = st.sampled_from(list(Keep))
SETTINGS = settings(
    max_examples=max(SEQUENCES // 4, 40),
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


class Person:
    """Somebody at the folder. What they write stands nowhere else."""

    def __init__(self, name: str, root: Path) -> None:
        self.name = name
        self.session = Session.open(root)
        self.written = 0

    @property
    def page(self) -> ConditionPage | None:
        return self.session.page(WRIST)

    def do(self, deed: Deed) -> None:
        match deed.kind:
            case "undo":
                self.session.undo()
            case "redo":
                self.session.redo()
            case _ if self.page is None:
                pass
            case "drop":
                self.session.delete_page(WRIST)
            case _:
                self.session.edit_page(deed.kind, WRIST, partial(self._changed, deed))

    def _changed(self, deed: Deed, before: ConditionPage) -> ConditionPage:
        studies = before.study_list
        if deed.kind == "field":
            field = PAGE_FIELDS[deed.which % len(PAGE_FIELDS)]
            return field.set(before, self._value(field))
        if deed.kind == "empty":
            field = PAGE_FIELDS[deed.which % len(PAGE_FIELDS)]
            return field.set(before, () if field.is_list else "")
        if deed.kind == "add" or not studies:
            return add_study(before, Study(title=self._words()), deed.where % (len(studies) + 1))
        study = studies[deed.which % len(studies)]
        if deed.kind == "delete":
            return remove_study(before, study.key)
        if deed.kind == "move":
            return move_study(before, study.key, deed.where % len(studies))
        field = STUDY_FIELDS[deed.where % len(STUDY_FIELDS)]
        return put_study(before, field.set(study, self._value(field)))

    def _value(self, field: Field) -> str | tuple[str, ...]:
        words = self._words()
        return (words,) if field.is_list else words

    def _words(self) -> str:
        self.written += 1
        return f"{self.name} {self.written}"

    def notice(self) -> None:
        """Take in what is on the disk; nothing that either has written is lost."""
        file = read_file(self.session.folder, WRIST)
        mine, base, theirs = self.page, self.session.base_of(WRIST), file.as_read
        is_unsaved = self.session.is_unsaved(WRIST)
        follow(self.session, [file])
        there = {*words(self.page), *self.words_asked_about()}
        for side in (mine, theirs) if is_unsaved else (theirs,):
            assert set(words(side)) - set(words(base)) <= there, side

    def words_asked_about(self) -> set[str]:
        asked = undecided(self.session, [WRIST])
        differences = [one for each in asked for one in each.comparison.differences]
        return {word for one in differences for side in (one.mine, one.theirs) for word in words_of(side)}

    def save(self, keep: Keep) -> None:
        """Save as the window does: take in what was saved meanwhile, and decide."""
        if not self.session.is_unsaved(WRIST):
            self.notice()
        for _ in range(4):
            take_in_again(self.session, WRIST)
            self._decide(keep)
            result = self.session.save(WRIST)
            if isinstance(result, Saved):
                break
            self.notice()
        else:
            raise AssertionError(result)
        assert not self.session.is_unsaved(WRIST)
        read = read_file(self.session.folder, WRIST).as_read
        assert said(read) == said(self.page)

    def _decide(self, keep: Keep) -> None:
        for one in undecided(self.session, [WRIST]):
            chosen = {
                each: keep if keep is not Keep.BOTH or can_keep_both(each) else Keep.MINE
                for each in one.comparison.differences
            }
            decide(self.session, [(one, chosen)])
        assert undecided(self.session, [WRIST]) == ()


def said(page: object) -> ConditionPage | None:
    """What a page says; None where there is none."""
    return page_words(page) if isinstance(page, ConditionPage) else None


def words(record: object) -> Iterator[str]:
    """All texts of a page; none where there is none."""
    if not isinstance(record, ConditionPage):
        return
    for field in PAGE_FIELDS:
        yield from words_of(field.of(record))
    for study in record.study_list:
        yield from words_of(study)


def words_of(value: object) -> list[str]:
    """The texts of a field, or of a study."""
    if isinstance(value, Study):
        return [text for field in STUDY_FIELDS for text in words_of(field.of(value))]
    if isinstance(value, tuple):
        return list(value)
    return [value] if isinstance(value, str) and value else []


def two_at(root: Path) -> tuple[Person, Person]:
    (root / "conditions").mkdir()
    (root / "site.yaml").write_bytes(SITE)
    (root / WRIST).write_bytes(COMMENTED)
    return Person("mine", root), Person("theirs", root)


@SETTINGS
@given(
    done=st.lists(
        st.tuples(st.booleans(), deeds("undo", "undo", "redo", "drop", *["notice"] * 2, *["save"] * 3), KEEPS),
        min_size=4,
        max_size=24,
    )
)
def test_whatever_two_people_do_nothing_is_lost(
    new_folder: Callable[[], Path], done: list[tuple[bool, Deed, Keep]]
) -> None:
    people = two_at(new_folder())
    for is_mine, deed, keep in done:
        person = people[0 if is_mine else 1]
        if deed.kind == "notice":
            person.notice()
        elif deed.kind == "save":
            person.save(keep)
        else:
            person.do(deed)
    for person in (*people, *people):
        person.save(Keep.MINE)
    assert said(people[0].page) == said(people[1].page)


@SETTINGS
@given(
    mine=st.lists(deeds(), min_size=1, max_size=5),
    theirs=st.lists(deeds(), min_size=1, max_size=5),
    later=st.lists(deeds(), max_size=2),
    undone=st.integers(0, 8),
)
def test_undo_then_save_keeps_what_a_colleague_has_written(
    new_folder: Callable[[], Path], mine: list[Deed], theirs: list[Deed], later: list[Deed], undone: int
) -> None:
    me, colleague = two_at(new_folder())
    first = set(words(me.page))
    for deed in mine:
        me.do(deed)
    alone = me.page
    for deed in theirs:
        colleague.do(deed)
    colleague.save(Keep.MINE)
    written = set(words(colleague.page)) - first
    me.notice()
    asked = me.words_asked_about()
    step = me.session.history.next_undo
    if step is not None and step.takes_in:
        me.session.undo()
        assert me.page == alone
        me.session.redo()
    both = set(words(me.page))
    for deed in later:
        me.do(deed)
    overwritten = both - set(words(me.page))
    for _ in range(undone):
        me.session.undo()
    me.save(Keep.BOTH)
    assert written <= {*words(me.page), *asked, *overwritten}

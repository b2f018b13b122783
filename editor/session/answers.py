"""The findings that staff have answered as no problem: known here, kept in the content folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from editor.checks.answers import Answer, answer_bytes, answer_in, marks_of_finding
from editor.checks.finding import Finding
from editor.content.condition_page import ConditionPage
from editor.storage.record_files import ANSWERS, RecordFiles

Wanted = Mapping[str, Answer | None]
"""Answers by their marks; None where there is to be none."""


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """What is new in the folder, and the names of all files that are there."""

    new: tuple[Answer, ...]
    names: frozenset[str]


class Answers:
    """What is answered: what the folder holds, and over it what was answered or taken back here and is not kept yet."""

    def __init__(self) -> None:
        self._kept: dict[str, Answer] = {}
        self._wanted: dict[str, Answer | None] = {}
        self.version = 0
        """Another number each time that anything is answered otherwise."""

    def of(self, marks: Iterable[str]) -> Answer | None:
        """The answer with one of these marks; None where there is none."""
        for mark in marks:
            answer = self._wanted[mark] if mark in self._wanted else self._kept.get(mark)
            if answer is not None:
                return answer
        return None

    def open(self, findings: Iterable[Finding], page: ConditionPage | None) -> Iterator[Finding]:
        """The findings on a page, or in the shared texts, that nobody has answered."""
        return (finding for finding in findings if self.of(marks_of_finding(finding, page)) is None)

    def put(self, mark: str, answer: Answer | None) -> None:
        """Answer, or take back what was answered."""
        self._wanted[mark] = answer
        self.version += 1

    @property
    def wanted(self) -> Wanted:
        """What the folder is still to be told."""
        return dict(self._wanted)

    def kept(self, wanted: Wanted) -> None:
        """Take in that the folder holds these now."""
        for mark, answer in wanted.items():
            if answer is None:
                self._kept.pop(mark, None)
            else:
                self._kept[mark] = answer
            if self._wanted.get(mark, _NOTHING) == answer:
                del self._wanted[mark]

    def take(self, read: ReadAnswers) -> bool:
        """Take in what the folder holds; whether anything is another than before."""
        new = {answer.mark: answer for answer in read.new}
        kept = {mark: answer for mark, answer in self._kept.items() if answer.file_name in read.names} | new
        is_other, self._kept = kept != self._kept, kept
        self.version += is_other
        return is_other


_NOTHING = object()


def answers_in(root: Path) -> Answers:
    """What the content folder `root` holds; nothing where it is away. It blocks on the disk."""
    answers = Answers()
    with suppress(OSError):
        answers.take(read_answers(RecordFiles(root, ANSWERS)))
    return answers


def read_answers(files: RecordFiles) -> ReadAnswers:
    """What the folder holds that is new. It blocks on the disk, and raises OSError where the folder is away.

    A file of another name is a copy that a program for shared folders has made: it must not bring an answer back.
    """
    names = files.names()
    found = {name: answer_in(data) for name, data in files.read_new().items()}
    new = (answer for name, answer in found.items() if answer is not None and answer.file_name == name)
    return ReadAnswers(tuple(new), names)


def keep_answers(files: RecordFiles, wanted: Wanted) -> None:
    """Put answers into the folder and take others out of it. It blocks on the disk. Raises OSError."""
    for mark, answer in wanted.items():
        if answer is None:
            files.remove(f"{mark}.json")
        else:
            files.write(answer.file_name, answer_bytes(answer))

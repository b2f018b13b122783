"""What staff have said of findings that are no problem: why, who and when; kept beside the pages, for all who use them.

An answer holds for as long as the words and the text around them stay: its name is made of them. So a finding comes
back when its text changes, and two PCs that give the same answer write the same file.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date

from editor.checks.finding import Finding
from editor.content.condition_page import ConditionPage
from editor.content.study import Study
from editor.content.study_marks import marks_of

_BETWEEN = "\x1f"
_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Answer:
    """That the finding which `mark` stands for is no problem here.

    `rule`, `page` (its name), `words` and `message` tell people what was answered; `by` is "" where nobody said.
    """

    mark: str
    rule: str
    page: str
    words: str
    message: str
    reason: str
    by: str
    on: date

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"{self.mark}.json"


def marks_of_finding(finding: Finding, page: ConditionPage | None) -> tuple[str, ...]:
    """What answers to this finding are named, the first for a new one; None for a finding in the shared texts.

    A page that was given another address keeps the answers from before.
    """
    study = None if page is None or finding.spot.study is None else page.study(finding.spot.study)
    addresses = [""] if page is None else [page.slug, *(page.old_slugs or ())]
    return tuple(dict.fromkeys(_mark(address, finding, study) for address in addresses))


def _mark(address: str, finding: Finding, study: Study | None) -> str:
    what = (finding.rule.id, address, _name_of(study), finding.spot.field or "", finding.words, finding.basis)
    return hashlib.sha256(_BETWEEN.join(what).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _name_of(study: Study | None) -> str:
    """The title of a study, by which it is known also when its DOI is filled in later; else what there is."""
    if study is None:
        return ""
    marks = dict(marks_of(study))
    return marks.get("title") or next(iter(marks.values()), "-")


def answer_bytes(answer: Answer) -> bytes:
    """The answer as its file has it: JSON that a person can read."""
    said = {**asdict(answer), "on": answer.on.isoformat()}
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def answer_in(data: bytes) -> Answer | None:
    """The answer that a file holds; None for what is none, as anybody can put anything there."""
    try:
        said = json.loads(data)
        texts = {name: said[name] for name in ("mark", "rule", "page", "words", "message", "reason", "by")}
        if not all(isinstance(text, str) for text in texts.values()):
            return None
        return Answer(**texts, on=date.fromisoformat(said["on"]))
    except (ValueError, TypeError, LookupError, RecursionError):
        return None

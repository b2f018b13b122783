"""Studies about which something grave was published later, such as a retraction."""

from __future__ import annotations

from collections.abc import Callable

from editor.checks.problem import Problem
from editor.checks.schema import line_of
from editor.content.fields import STUDIES_KEY
from editor.content.reading import PageReading
from editor.content.study import Study
from editor.words import tr


def notice_problems(file: str, reading: PageReading, said_of: Callable[[Study], str]) -> tuple[Problem, ...]:
    """A problem for each study of which `said_of` has something to say, in whole sentences; "" for the others."""
    if reading.page is None:
        return ()
    found = []
    for place, study in enumerate(reading.page.study_list):
        if said := said_of(study):
            message = tr("Study {number}, “{title}”: {said}", number=place + 1, title=study.title or "", said=said)
            line = line_of(reading.source, (STUDIES_KEY, place))
            found.append(Problem("study_with_grave_notice", file, message, line, None, place + 1))
    return tuple(found)

"""Where a problem is: in words, and as a field with the place of the words in what its box shows."""

from __future__ import annotations

from dataclasses import dataclass

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field, FieldValue
from editor.content.page_texts import says_something
from editor.content.search_text import Span
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.content.text_lists import start_in_list
from editor.session.checking.page_problem import PageProblem
from editor.words import tr

_PAGE, _SITE, _STUDY = ({field.name: field for field in fields} for fields in (PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS))


@dataclass(frozen=True, slots=True)
class ProblemPlace:
    """A field of the page, of the shared texts that the page shows, or of a study; None where no field is meant.

    `span` is where the words stand in the text as a box shows it; None where they are not there.
    """

    field: Field | None
    study: Study | None = None
    span: Span | None = None


def place_of(problem: PageProblem, record: ConditionPage | Site, site: Site) -> ProblemPlace:
    """Where a problem is in a record as it is now."""
    spot = problem.spot
    study = record.study(spot.study) if isinstance(record, ConditionPage) and spot.study is not None else None
    if spot.field is None or (spot.study is not None and study is None):
        return ProblemPlace(None, study)
    field, holder = _field_and_holder(spot.field, record if study is None else study, site)
    if field is None:
        return ProblemPlace(None, study)
    return ProblemPlace(field, study, _span(problem, field.of(holder)))


def _field_and_holder(
    name: str, record: ConditionPage | Site | Study, site: Site
) -> tuple[Field | None, ConditionPage | Site | Study]:
    if isinstance(record, Study):
        return _STUDY.get(name), record
    own = _PAGE.get(name) if isinstance(record, ConditionPage) else None
    if own is not None and (name not in _SITE or says_something(own.of(record))):
        return own, record
    return _SITE.get(name), site


def _span(problem: PageProblem, value: FieldValue) -> Span | None:
    """The words, where they were found or as near to it as they stand now."""
    spot, words = problem.spot, problem.words
    items = value if isinstance(value, tuple) else (value or "",)
    wanted = [spot.item] if spot.item is not None and spot.item < len(items) else range(len(items))
    for item in wanted:
        begins = start_in_list(items, item) if isinstance(value, tuple) else 0
        at = _nearest(items[item], words, spot.start or 0) if words else -1
        if at >= 0:
            return begins + at, begins + at + len(words)
    return None


def _nearest(text: str, words: str, start: int) -> int:
    """Where these words stand nearest to a place; -1 where they do not."""
    if text.startswith(words, start):
        return start
    found = [at for at in (text.find(words, start), text.rfind(words, 0, start + len(words))) if at >= 0]
    return min(found, key=lambda at: abs(at - start), default=-1)


def where_words(problem: PageProblem, record: ConditionPage | Site) -> str:
    """Where a problem is, such as "Study 3, Summary", or the file that it is in; "" for the page as a whole."""
    return problem.in_file or words_of_place(problem.spot.field or "", problem.spot.study, record)


def words_of_place(name: str, key: StudyKey | None, record: ConditionPage | Site) -> str:
    """What staff call a field of a study, of the page or of the shared texts; "" for the page as a whole."""
    label = _label(name, key, record)
    if key is None or not isinstance(record, ConditionPage):
        return label
    number = next((at for at, study in enumerate(record.study_list, start=1) if study.key == key), 0)
    if not number:
        return label
    return tr("Study {number}, {field}", number=number, field=label) if label else tr("Study {number}", number=number)


def _label(name: str, key: StudyKey | None, record: ConditionPage | Site) -> str:
    if key is not None:
        field = _STUDY.get(name)
    else:
        field = (_PAGE.get(name) if isinstance(record, ConditionPage) else None) or _SITE.get(name)
    return "" if field is None else field.label.partition(",")[0]

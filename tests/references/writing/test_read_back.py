"""What is written for reference managers says the same when this program reads it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.content.dates import understood_date
from editor.content.study import Study
from editor.references.authors import authors_in, printed
from editor.references.reading import references_in
from editor.references.reference import Reference
from editor.references.study_of import study_type_of
from editor.references.writing import bibtex_of, csl_json_of, ris_of
from tests.conftest import tries

WRITERS = {"ris": ris_of, "bib": bibtex_of, "json": csl_json_of}

SIGNS = "{}$&#_%\\^~\"'`@,;:=()[]/*+-\u2013\u2014\u201c\u201d\u2019!?éßøλ针灸₂ "
WORDS = (
    "Needles",
    "and",
    "others",
    "knees",
    "JOUR",
    "ER",
    "TI",
    "PubMed",
    "10",
    "2018",
    "Müller",
    "O'Brien",
    "--",
)
words = st.lists(st.sampled_from(WORDS) | st.text(SIGNS, min_size=1, max_size=4), min_size=1, max_size=6).map(" ".join)
titles = words.map(lambda text: " ".join(f"Of {text} in a trial".split()))
names = st.sampled_from(
    ("Tang S", "Lv Z-T", "van der Berg JL", "O'Brien KA", "Müller R", "Smith J Jr", "Knee Pain Study Group", "Mo Z")
)
studies = st.builds(
    Study,
    title=titles,
    authors=st.lists(names, min_size=1, max_size=4, unique=True)
    .map(", ".join)
    .flatmap(lambda named: st.sampled_from((named, f"{named}, et al."))),
    journal=st.just("Journal of Knees & Needles") | titles.map(lambda text: f"Annals {text}"),
    publisher=st.sampled_from(("", "British Society of 50% Needles")),
    date=st.dates(min_value=date(1665, 1, 1)).map(str) | st.sampled_from(("2018-04", "2016", "2018, Apr 1")),
    doi=st.sampled_from(("10.5555/knees_(2018)", "10.5555/knees#a%b", "doi:10.5555/1.2;3")),
    pmid=st.sampled_from(("29496679", "PMID: 29496679")),
    url=st.sampled_from(("https://example.org/a_b?c=1&d=2~e#f",)),
    study_type=st.sampled_from(("systematic-review", "cohort", "", None)),
    summary=words,
    note=st.just("For staff alone"),
)


def said(reference: Reference) -> dict[str, str]:
    """A reference's fields as texts, in the forms in which two of them can be compared."""
    return {
        "title": reference.title,
        "authors": printed(reference.authors, and_others=reference.and_others),
        "journal": reference.journal,
        "publisher": reference.publisher,
        "date": reference.date,
        "doi": reference.doi,
        "pmid": reference.pmid,
        "url": reference.url,
        "study_type": study_type_of(reference),
    }


def meant(study: Study) -> dict[str, str]:
    """The same of a study."""
    day, authors = understood_date(study.date or ""), authors_in(study.authors or "")
    return {
        "title": study.title or "",
        "authors": printed(authors.authors, and_others=authors.and_others),
        "journal": study.journal or "",
        "publisher": study.publisher or "",
        "date": "" if day is None else day.edtf,
        "doi": study.doi_alone,
        "pmid": study.pmid_alone,
        "url": study.url or "",
        "study_type": study.study_type or "",
    }


@pytest.mark.parametrize("ending", WRITERS)
@settings(max_examples=tries(400))
@given(listed=st.lists(studies, min_size=1, max_size=3))
def test_the_same_fields_come_back(ending: str, listed: Sequence[Study]) -> None:
    write: Callable[[Sequence[Study]], bytes] = WRITERS[ending]
    read = references_in(write(listed), f"studies.{ending}")
    assert read.unread == ()
    assert list(map(said, read.references)) == list(map(meant, listed))

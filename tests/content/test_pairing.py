"""Which studies of a file read again are those already known."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editor.content.pairing import pair_studies
from editor.content.study import Study


def known_as(study: Study, **changes: str | None) -> Study:
    """The study as another reading of the file gives it: with a key of its own."""
    return replace(study, **{"key": f"read {study.key}", **changes})


def keys(known: list[Study], read: list[Study]) -> list[str]:
    return [study.key for study in pair_studies(known, read)]


A = Study(key="a", title="Acupuncture", doi="10.1000/A", pmid="1", summary="Helped.")
B = Study(key="b", title="Back pain", doi="10.1000/b", pmid="2", summary="Helped more.")
C = Study(key="c", title="Chronic pain", summary="No identifier at all.")
NEW = Study(key="new", title="A new one", doi="10.1000/new")


def test_a_file_read_again_has_the_same_studies() -> None:
    known = [A, B, C]
    assert pair_studies(known, [known_as(study) for study in known]) == (A, B, C)


def test_moved_removed_and_added_studies() -> None:
    assert keys([A, B, C], [known_as(C), known_as(A)]) == ["c", "a"]
    assert keys([A, B, C], [known_as(A), NEW, known_as(B), known_as(C)]) == ["a", "new", "b", "c"]
    assert keys([A, B], [known_as(A), NEW]) == ["a", "new"]


def test_a_doi_is_the_same_in_any_case_and_as_an_address() -> None:
    read = known_as(A, doi=" https://doi.org/10.1000/a", title="Corrected", pmid=None)
    assert keys([B, A], [read]) == ["a"]
    assert keys([B, A], [replace(read, doi="doi: 10.1000/a")]) == ["a"]


def test_the_pubmed_number_pairs_what_the_doi_does_not() -> None:
    assert keys([B, A], [known_as(A, doi="10.1000/corrected", title="Corrected")]) == ["a"]
    read = known_as(A, doi=None, title="Corrected", pmid="PMID: 1", summary="Rewritten.")
    assert keys([B, A, NEW], [NEW, read]) == ["new", "a"]


def test_the_title_pairs_what_no_number_does() -> None:
    assert keys([B, C], [known_as(C, title=" chronic  Pain", summary="Rewritten.")]) == ["c"]


def test_the_doi_comes_before_the_title() -> None:
    read = [known_as(A, title=B.title), known_as(B, title=A.title)]
    assert keys([A, B], read) == ["a", "b"]


def test_the_place_pairs_what_was_rewritten() -> None:
    rewritten = known_as(C, title="Another title", summary="Rewritten.")
    assert keys([A, C, B], [known_as(A), rewritten, known_as(B)]) == ["a", "c", "b"]
    assert keys([A, C, B], [NEW, known_as(A), rewritten, known_as(B)]) == ["new", "a", "c", "b"]
    assert keys([A, C], [known_as(A), rewritten, NEW]) == ["a", "read c", "new"]


def test_the_place_does_not_pair_studies_with_other_numbers() -> None:
    assert keys([A, B, C], [known_as(A), NEW, known_as(C)]) == ["a", "new", "c"]


def test_what_stands_twice_is_paired_where_it_leaves_no_choice() -> None:
    twin = replace(A, key="twin", summary="Another summary.")
    edited = known_as(twin, summary="An edited summary.")
    assert keys([A, twin], [known_as(twin), known_as(A)]) == ["twin", "a"]
    assert keys([A, twin], [known_as(A), edited]) == ["a", "twin"]
    assert keys([A, twin], [edited]) == ["read twin"]


def test_studies_without_any_words_are_paired_by_place() -> None:
    blank = [Study(key="one"), Study(key="two")]
    assert keys(blank, [known_as(study) for study in blank]) == ["one", "two"]


STUDIES = st.lists(
    st.builds(
        Study,
        key=st.uuids().map(str),
        title=st.sampled_from([None, "", "One", "Two"]),
        doi=st.sampled_from([None, "10.1/x", "10.1/y"]),
        pmid=st.sampled_from([None, "1", "2"]),
    ),
    max_size=6,
)


@given(STUDIES, STUDIES)
def test_no_known_study_is_given_to_two_and_no_text_changes(known: list[Study], read: list[Study]) -> None:
    paired = pair_studies(known, read)
    assert len({study.key for study in paired}) == len(read)
    assert [replace(study, key="") for study in paired] == [replace(study, key="") for study in read]


@given(STUDIES)
def test_an_unchanged_file_pairs_without_fail(known: list[Study]) -> None:
    assert pair_studies(known, [known_as(study) for study in known]) == tuple(known)


def test_a_thousand_studies_are_paired_at_once() -> None:
    known = [Study(key=str(number), title=f"Title {number}", doi=f"10.1/{number}") for number in range(1000)]
    read = [known_as(study, title=f"{study.title}, corrected") for study in reversed(known)]
    began = time.thread_time()
    assert keys(known, read) == [str(number) for number in reversed(range(1000))]
    assert time.thread_time() - began < 0.5


def test_without_their_place_only_words_pair_studies() -> None:
    new, same = Study(key="new", title="Something else"), known_as(B, title="Corrected")
    assert [study.key for study in pair_studies([A, B], [new, same], by_place=False)] == ["new", "b"]
    assert [study.key for study in pair_studies([A, B], [new, same])] == ["a", "b"], "else it is taken for the first"

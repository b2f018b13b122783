"""A study that somebody goes on with by hand, where nobody could say what is known of it."""

from __future__ import annotations

from editor.content.study import Study
from editor.references.identifiers import IdentifierKind, papers_in, words_without

_PMC = "https://pmc.ncbi.nlm.nih.gov/articles/{number}/"
_LEAST_WORDS = 3
"""Of a citation."""


def begun_study(words: str) -> Study | None:
    """What words hold of a study's own: its numbers or its link. None where they name several papers, or none."""
    papers = papers_in(words)
    numbers = {paper.kind: paper.value for paper in papers}
    if len(numbers) < len(papers):
        return None
    if papers:
        pmcid = numbers.get(IdentifierKind.PMCID)
        return Study(
            title="",
            doi=numbers.get(IdentifierKind.DOI),
            pmid=numbers.get(IdentifierKind.PMID),
            url=_PMC.format(number=pmcid) if pmcid else None,
        )
    if words_without(words):
        return Study(title="", url=words.strip())
    return Study(title="") if len(words.split()) >= _LEAST_WORDS else None

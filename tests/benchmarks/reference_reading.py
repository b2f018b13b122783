"""What it costs to read one large file of references, how far apart the steps of progress are, how soon it stops.

    python -m tests.benchmarks.reference_reading [--references 10000]

Times are processor time in seconds, memory is what the process grew by at most while it read, in MB.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import threading
import time
from collections.abc import Callable

from editor.references.reading import ReadingStopped, references_in

ABSTRACT = "Background: something was tried with many people, and they were asked how they felt. " * 20
AUTHORS = tuple((f"Family{letter}", f"Given{letter} M.") for letter in "abcdef")
PEAK_IN_MB = 1024 * 1024 if sys.platform == "darwin" else 1024


def ris(number: int) -> str:
    """A journal article of 2 kB."""
    authors = "".join(f"AU  - {family}, {given}\r\n" for family, given in AUTHORS)
    return (
        f"TY  - JOUR\r\n{authors}TI  - Acupuncture for condition {number}: a randomised controlled trial\r\n"
        f"T2  - Journal of Examples\r\nPY  - 2018\r\nDA  - 2018/04/{number % 28 + 1:02}/\r\nVL  - {number % 40}\r\n"
        f"IS  - 2\r\nSP  - {number}\r\nEP  - {number + 9}\r\nDO  - 10.1000/example.{number}\r\nSN  - 0964-5284\r\n"
        f"UR  - https://example.org/{number}\r\nKW  - Acupuncture\r\nAB  - {ABSTRACT}\r\nER  - \r\n\r\n"
    )


def medline(number: int) -> str:
    """The same as PubMed has it."""
    authors = "".join(f"FAU - {family}, {given}\nAU  - {family} {given[0]}M\n" for family, given in AUTHORS)
    return (
        f"PMID- {10_000_000 + number}\nIS  - 0964-5284 (Print)\nVI  - 36\nIP  - 2\nDP  - 2018 Apr {number % 28 + 1}\n"
        f"TI  - Acupuncture for condition {number}: a randomised controlled trial.\nPG  - {number}-{number + 9}\n"
        f"LID - 10.1000/example.{number} [doi]\nAB  - {ABSTRACT}\n{authors}PT  - Randomized Controlled Trial\n"
        f"TA  - J Examples\nJT  - Journal of examples\n\n"
    )


def bibtex(number: int) -> str:
    """The same in BibTeX."""
    authors = " and ".join(f"{family}, {given}" for family, given in AUTHORS)
    return (
        f"@article{{a{number},\n  author = {{{authors}}},\n  title = {{Acupuncture for {{Condition}} {number}}},\n"
        f"  journal = {{Journal of Examples}},\n  year = 2018,\n  month = apr,\n  volume = 36,\n  number = 2,\n"
        f"  pages = {{{number}--{number + 9}}},\n  doi = {{10.1000/example.{number}}},\n"
        f"  abstract = {{{ABSTRACT}}}\n}}\n\n"
    )


def pubmed_xml(number: int) -> str:
    """The same in PubMed's XML."""
    authors = "".join(
        f"<Author><LastName>{family}</LastName><ForeName>{given}</ForeName></Author>" for family, given in AUTHORS
    )
    return (
        f"<PubmedArticle><MedlineCitation><PMID>{number + 1}</PMID><Article><Journal><JournalIssue><PubDate>"
        f"<Year>2018</Year><Month>Apr</Month></PubDate></JournalIssue><Title>Journal of examples</Title></Journal>"
        f"<ArticleTitle>Acupuncture for condition {number}.</ArticleTitle><Abstract><AbstractText>{ABSTRACT}"
        f"</AbstractText></Abstract><AuthorList>{authors}</AuthorList></Article></MedlineCitation></PubmedArticle>\n"
    )


def csl(number: int) -> str:
    """The same in CSL, of a list that `file_of` puts brackets around."""
    authors = [{"family": family, "given": given} for family, given in AUTHORS]
    issued = {"date-parts": [[2018, 4, number % 28 + 1]]}
    title = f"Acupuncture for condition {number}"
    work = {"type": "article-journal", "title": title, "author": authors, "issued": issued, "abstract": ABSTRACT}
    return json.dumps(work) + ",\n"


RECORDS: dict[str, Callable[[int], str]] = {
    "RIS": ris, "PubMed": medline, "BibTeX": bibtex, "PubMed XML": pubmed_xml, "CSL JSON": csl
}  # fmt: skip


def file_of(name: str, references: int) -> bytes:
    """A file with so many references."""
    text = "".join(map(RECORDS[name], range(references)))
    return (f"[{text[:-2]}]" if name == "CSL JSON" else text).encode()


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PEAK_IN_MB


def measured(name: str, references: int) -> str:
    """One line of the table; in a process of its own, as its memory is measured."""
    data, steps, stop = file_of(name, references), [0.0], threading.Event()
    before, began = peak(), time.process_time()
    read = references_in(data, progress=lambda *_: steps.append(time.process_time() - began))
    took = time.process_time() - began
    grown = peak() - before
    assert len(read.references) == references
    assert not read.unread
    gap = max(later - earlier for earlier, later in zip(steps, [*steps[1:], took], strict=True))
    try:
        references_in(data, progress=lambda *_: stop.set() or steps.append(time.process_time()), stop=stop)
    except ReadingStopped:
        stopping = (time.process_time() - steps[-1]) * 1000
    return (
        f"{name:12}{len(data) / 1e6:8.1f}{took:8.2f}{grown:10.0f}{len(steps) - 1:8}{gap * 1000:14.0f}{stopping:14.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--references", type=int, default=10_000)
    asked = parser.parse_args()
    print(f"{'':12}{'MB':>8}{'s':>8}{'MB more':>10}{'steps':>8}{'longest, ms':>14}{'to stop, ms':>14}")
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as one:
        for line in one.starmap(measured, [(name, asked.references) for name in RECORDS], chunksize=1):
            print(line)


if __name__ == "__main__":
    main()

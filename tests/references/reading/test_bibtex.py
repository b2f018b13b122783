"""BibTeX and BibLaTeX, with LaTeX in them."""

from __future__ import annotations

import pytest

from editor.references.reading import references_of_text
from editor.references.reading.latex import plain_address, plain_of_latex
from editor.references.reference import Author, Reference

WHOLE = r"""
% from somewhere
@string{am = "Acupuncture in Medicine"}
@article{tang2018,
  author  = {Tang, Shujie and Zhuomao Mo and {Back Pain Group} and others},
  title   = {Acupuncture for {Lumbar} Disc Herniation --- a \emph{review} of 50% at PC$_6$},
  journal = am,
  year    = 2018,
  month   = apr,
  volume  = {36},
  number  = {2},
  pages   = {62--70},
  doi     = {https://doi.org/10.1136/acupmed-2016\_011332},
  pmid    = {29496679},
  issn    = {09645284},
  url     = {https://example.org/a\_b},
  publisher = "British Medical Acupuncture Society",
}
"""


def entry(*fields: str, kind: str = "article") -> Reference:
    text = ",\n  ".join(("key", *fields))
    read = references_of_text(f"@{kind}{{{text}\n}}\n")
    assert read.unread == ()
    (reference,) = read.references
    return reference


def authors(text: str) -> tuple[Author, ...]:
    return entry(f"author = {{{text}}}").authors


def test_every_field_of_an_article_is_read() -> None:
    read = references_of_text(WHOLE)
    assert (read.unread, read.format_name) == ((), "BibTeX")
    assert read.references == (
        Reference(
            title="Acupuncture for Lumbar Disc Herniation — a review of 50% at PC₆",
            authors=(Author("Tang", "Shujie"), Author("Mo", "Zhuomao"), Author(organisation="Back Pain Group")),
            journal="Acupuncture in Medicine",
            publisher="British Medical Acupuncture Society",
            date="2018-04",
            volume="36",
            issue="2",
            pages="62-70",
            doi="10.1136/acupmed-2016_011332",
            pmid="29496679",
            issn="0964-5284",
            url="https://example.org/a_b",
            kinds=("article",),
            and_others=True,
        ),
    )


@pytest.mark.parametrize(
    ("typed", "author"),
    [
        ("von Helmholtz, Hermann", Author("von Helmholtz", "Hermann")),
        ("Hermann von Helmholtz", Author("von Helmholtz", "Hermann")),
        (r"H. von Helmh{\"o}ltz", Author("von Helmhöltz", "H.")),
        ("King, Jr., Martin Luther", Author("King", "Martin Luther", suffix="Jr")),
        ("Lee, Ann B.", Author("Lee", "Ann B.")),
        ("family=Lee, given=Ann, prefix=van", Author("van Lee", "Ann")),
        ("{Barnes and Noble}", Author(organisation="Barnes and Noble")),
        ("Ann {Lee Park}", Author("Lee Park", "Ann")),
    ],
)
def test_each_way_to_write_a_name_is_understood(typed: str, author: Author) -> None:
    assert authors(typed) == (author,)


def test_names_are_parted_by_and_however_it_is_written() -> None:
    assert authors("Lee, A AND Park, B\n   and\tHan, C") == (
        Author("Lee", "A"),
        Author("Park", "B"),
        Author("Han", "C"),
    )


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        (["date = {2016-12-13}", "year = 2015"], "2016-12-13"),
        (["date = {2016-01/2016-05}"], "2016"),
        (["date = {2016/2017}"], "2016"),
        (["year = {2017}", "month = aug"], "2017-08"),
        (["year = 2017", 'month = "2~" # feb'], "2017-02-02"),
        (["year = 2017", "month = {12}"], "2017-12"),
        (["year = {{13th Century}}"], ""),
        (["month = aug"], ""),
        (["year = 2017", "month = {aug 99999999999999999999}"], "2017-08"),
    ],
)
def test_a_date_is_as_fine_as_the_entry_says(fields: list[str], date: str) -> None:
    assert entry(*fields).date == date


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (
            r"G{\"o}del, \'Etude, na\"{\i}ve, Erd\H{o}s, \c{c}a, {\o}re, \ss, \v{S}ka",
            "Gödel, Étude, naïve, Erdős, ça, øre, ß, Ška",
        ),
        (r"$\alpha$-Linolenic \& $\beta$; $p \leq 0.05$", "\u03b1-Linolenic & β; p ≤ 0.05"),
        (
            r"$\alpha$ blockers, $\geq$ 65 years, {\alpha} and \alpha one, $10^{\circ}$",
            "\u03b1 blockers, ≥ 65 years, \u03b1 and \u03b1one, 10°",
        ),
        (r"H$_2$O, 10$^{-3}$, x\textsuperscript{2}", "H₂O, 10⁻³, x²"),
        (r"\textit{In vitro} {\bf and} \unknown{words}", "In vitro and words"),
        (r"5\% of \$10 \{kept\}", "5% of $10 {kept}"),
        ("``quoted'' n.s.~2", "“quoted” n.s. 2"),
        (r"\href{https://example.org}{Example}", "Example"),
        (r"costs $5", "costs $5"),
        (r"$\frac{1}{2}$ of a\textbackslash{}b\textasciitilde c", "1/2 of a\\b~c"),
    ],
)
def test_latex_becomes_plain_words(typed: str, plain: str) -> None:
    assert plain_of_latex(typed) == plain


def test_a_doi_with_signs_that_latex_escapes_is_whole() -> None:
    assert plain_address(r"10.1002/(SICI)1097(1998)17:15$<$1661::AID\_1$>$3.0.CO;2-2") == (
        "10.1002/(SICI)1097(1998)17:15<1661::AID_1>3.0.CO;2-2"
    )


def test_what_is_left_to_the_whole_is_taken_from_there() -> None:
    read = references_of_text(
        "@inbook{part, title={Chapter}, crossref={whole}}\n@book{whole, title={Book}, year=2021, crossref={whole}}\n"
    )
    part, whole = read.references
    assert (part.title, part.journal, part.date) == ("Chapter", "Book", "2021")
    assert whole.title == "Book"


def test_a_field_or_a_key_that_is_there_twice_loses_no_entry() -> None:
    read = references_of_text("@article{a, title={One}, title={Other}}\n@article{a, title={Two}}\n")
    assert [reference.title for reference in read.references] == ["One", "Two"]
    assert read.unread == ()


def test_other_brackets_and_a_wrong_last_one_are_understood() -> None:
    read = references_of_text('@book(a, title = "One")\n@book{b,\n  title = "Two",\n  year = 2021\n)\n')
    assert [reference.title for reference in read.references] == ["One", "Two"]
    assert read.unread == ()


def test_an_entry_without_its_end_does_not_swallow_the_next() -> None:
    read = references_of_text("@article{a,\n  title = {One},\n  note = {open\n\n@article{b,\n  title = {Two}\n}\n")
    assert [reference.title for reference in read.references] == ["One", "Two"]
    assert read.unread == ("The study from line 1 has no end; something of it may be missing.",)


def test_a_damaged_entry_is_told_with_its_line() -> None:
    read = references_of_text("@article{a,\n title = {One}\n}\n\n@article{b title year\n\n@article{c, title={Three}}\n")
    assert [reference.title for reference in read.references] == ["One", "Three"]
    assert read.unread == ("Line 5 begins a study that cannot be read: “@article{b title year”",)


def test_a_missing_comma_costs_no_field() -> None:
    read = references_of_text("@article{b,\n  title = {Two}\n  year = 2018\n  volume = {3},\n}\n")
    assert [(reference.title, reference.date, reference.volume) for reference in read.references] == [
        ("Two", "2018", "3")
    ]


def test_fields_of_a_damaged_entry_that_stand_whole_are_kept() -> None:
    read = references_of_text("@article{b\n  title = {Two},\n  year = 2018,\n}\n")
    assert [(reference.title, reference.date) for reference in read.references] == [("Two", "2018")]
    assert read.unread == ("The study from line 1 is damaged; some of its fields may be missing.",)


def test_comments_are_no_entries() -> None:
    read = references_of_text('@comment{x @article}\n@preamble{"y"}\n@article{a, title={One}}\nwords between\n')
    assert [reference.title for reference in read.references] == ["One"]
    assert read.unread == ()


def test_a_value_of_many_pieces_is_no_monster() -> None:
    pieces = " # ".join(["a"] * 100_000)
    (reference,) = references_of_text(f'@string{{a = "words "}}\n@article{{k, title = {pieces}}}\n').references
    assert len(reference.title) < 10_000


def test_names_that_multiply_make_no_monster() -> None:
    names = "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 60))
    read = references_of_text(f'@string{{a0 = "xxxxxxxxxx"}}\n{names}@article{{k, title = a59}}\n')
    assert len(read.references) == 1

"""What a file, a pasted text or a look-up says of one published paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Author:
    """A person by family and given names, or an organisation by the name it gives itself.

    A particle belongs to the family name: "von Helmholtz". Initials stand in `given` as the source has them.
    `suffix` is "Jr", "3rd" and the like.
    """

    family: str = ""
    given: str = ""
    organisation: str = ""
    suffix: str = ""


class NoticeKind(Enum):
    """What was published about a paper later, the gravest first."""

    RETRACTION = auto()
    EXPRESSION_OF_CONCERN = auto()
    CORRECTION = auto()


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice about a paper: its kind, its date in EDTF and its DOI; "" where the source does not say."""

    kind: NoticeKind
    date: str = ""
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One paper; every text is plain, without mark-up, and "" where the source says nothing.

    `date` is in EDTF and never finer than what the source says; `pages` has the last one in full ("1245-1249");
    `kinds` are the kinds of publication in the source's own words ("Systematic Review", "journal-article");
    `and_others` tells that the source names only the first of the authors.
    """

    title: str = ""
    authors: tuple[Author, ...] = ()
    journal: str = ""
    publisher: str = ""
    date: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    issn: str = ""
    abstract: str = ""
    url: str = ""
    kinds: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    and_others: bool = False

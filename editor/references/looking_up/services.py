"""The services that know papers: where they are and how they are asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import editor
from editor.paths import APP_NAME

CROSSREF = "Crossref"
PUBMED = "PubMed"
GAPS = {CROSSREF: 0.35, PUBMED: 0.4}
"""Seconds between two questions; both services allow three a second to everybody."""

_LONGEST_CITATION = 600  # characters; the rest of a long one helps nobody to find it
_CANDIDATES = 5
_CONTACT = re.compile(r"https?://[!-'*-;=?-~]+")


@dataclass(frozen=True, slots=True)
class Question:
    """One address to ask, and whose it is."""

    service: str
    address: str


@dataclass(frozen=True, slots=True)
class Services:
    """The addresses of Crossref's REST API and of the NCBI E-utilities."""

    crossref: str = "https://api.crossref.org"
    pubmed: str = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"

    def work(self, doi: str) -> Question:
        """Crossref's record of a DOI."""
        return Question(CROSSREF, f"{self.crossref}/works/{quote(doi, safe='')}")

    def search(self, citation: str) -> Question:
        """Crossref's few best matches for a citation."""
        words = " ".join(citation.split())[:_LONGEST_CITATION]
        return Question(
            CROSSREF, f"{self.crossref}/works?{_query(**{'query.bibliographic': words, 'rows': _CANDIDATES})}"
        )

    def article(self, pmid: str) -> Question:
        """PubMed's record of a number, as XML."""
        return self._entrez("efetch", db="pubmed", id=pmid, retmode="xml")

    def number_of_central(self, pmcid: str) -> Question:
        """The PubMed number of a paper in PubMed Central, as JSON."""
        number = pmcid.upper().removeprefix("PMC")
        return self._entrez("elink", dbfrom="pmc", db="pubmed", linkname="pmc_pubmed", id=number, retmode="json")

    def number_of_doi(self, doi: str) -> Question:
        """The PubMed number of a DOI, as JSON."""
        return self._entrez("esearch", db="pubmed", term=f'"{doi}"[aid]', retmode="json")

    def _entrez(self, tool: str, **values: object) -> Question:
        return Question(PUBMED, f"{self.pubmed}/{tool}.fcgi?{_query(**values, tool=APP_NAME)}")


def user_agent(site: str) -> str:
    """How the program names itself: with its version, and the clinic's website as a way to reach whoever uses it."""
    name = f"ClinicPageEditor/{editor.__version__}"
    return f"{name} ({site})" if _CONTACT.fullmatch(site) else name


def _query(**values: object) -> str:
    return urlencode(values, quote_via=quote)

"""Where a study's full article is."""

from __future__ import annotations

import functools
import re
from urllib.parse import quote

from editor.content.study import Study, bare_doi, bare_pmid
from editor.markup.addresses import link_address

_HOST = re.compile(r"www\.[\w-]+\.|(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?/", re.IGNORECASE)
"""What stands at the start of an address that was copied without its "https://"."""
WEB = re.compile(r"https?://[^/]", re.IGNORECASE)
"""What stands at the start of an address on the web."""
_ONWEBSITE = re.compile(r"\.{0,2}/")
"""What stands at the start of the address of a file that is on the clinic's own website."""


def study_link(study: Study) -> str:
    """The address of a study's full article: its url, else its DOI's, else PubMed's; "" if none can be followed."""
    return _study_link(study.url or "", study.doi or "", study.pmid or "")


def web_link(study: Study) -> str:
    """The study's link where it leads to the web, "" where it leads to the clinic's own website or nowhere."""
    link = study_link(study)
    return link if WEB.match(link) else ""


@functools.lru_cache(maxsize=1024)  # a page asks for each of its studies once to show it, once to tell search engines
def _study_link(url: str, doi: str, pmid: str) -> str:
    return _url(url) or _doi_url(url) or _doi_url(doi) or _pubmed_url(pmid)


def _url(text: str) -> str:
    """The address that a text is, "" where it is other words, such as "n/a"."""
    address = link_address(text)
    if _HOST.match(address):
        return f"https://{address}"
    return address if WEB.match(address) or _ONWEBSITE.match(address) else ""


def _doi_url(text: str) -> str:
    doi = bare_doi(text)
    if not doi.startswith("10."):  # as every DOI does
        return ""
    stood_in_address = text.strip().removesuffix(doi).endswith("/")
    return link_address("https://doi.org/" + (doi if stood_in_address else quote(doi, safe="/:;()", errors="replace")))


def _pubmed_url(text: str) -> str:
    number = bare_pmid(text)
    return f"https://pubmed.ncbi.nlm.nih.gov/{number}/" if number else ""

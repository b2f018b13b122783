"""Links to papers: the DOI or number that they hold, or that a publisher makes them from."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from editor.words import tr

_PREFIX = r"(?<![0-9.])10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}/\S+"
_VIEW = (  # what follows the DOI in a link says how the paper is shown
    r"(?i:(?:/(?:full(?:text|pdf|/html)?|abs(?:tract)?|e?pdf(?:direct)?|epub|html|xml|meta|summary|references"
    r"|citations|figures|tables|metrics|suppl(?:ementary)?|information|comments|download)(?:/[a-z0-9]*)?"
    r"|\.(?:full|long|short|abstract|pdf|html?|xml))+$)"
)
_SESSION = r"(?i:;jsessionid=.*$)"

# The publishers that make a link's path of their DOI by a rule: host, path, how the DOI is made of the groups.
_MADE_BY_RULE = (
    (r"nature\.com", r"/articles/([a-z][\w.-]*?)(?:\.pdf)?", "10.1038/{0}"),
    (r"nature\.com", r"/[a-z]+/journal/[\w/-]+/(?:full|abs|pdf)/([a-z][\w-]*)\.(?:html|pdf)", "10.1038/{0}"),
    (r"hindawi\.com", r"/journals/[a-z]+/(20(?:1[2-9]|2[0-9]))/([0-9]{6,8})", "10.1155/{0}/{1}"),
    (r"biomedcentral\.com", r"/([0-9]{4}-[0-9]{3}[0-9x])/([0-9]+)/(S?[0-9]+|[A-Z][0-9]+)", "10.1186/{0}-{1}-{2}"),
    (r"bmj\.com", r"/content/[0-9]+/(bmj\.[a-z]?[0-9-]+)", "10.1136/{0}"),
    (r"karger\.com", r"/Article/(?:FullText|Abstract|Pdf|PDF)/([0-9]+)", "10.1159/{0:0>9}"),
    (r"thelancet\.com", r"/.*(?:PII)?(S[0-9]{4}-[0-9]{3}[0-9X]\([0-9]{2}\)[0-9]{5}-[0-9X])", "10.1016/{0}"),
    (r"elifesciences\.org", r"/articles/([0-9]{5,6})", "10.7554/eLife.{0}"),
    (r"peerj\.com", r"/articles/([0-9]+)", "10.7717/peerj.{0}"),
)
# MDPI makes its links of the journal's ISSN, its DOIs of the journal's short name.
_MDPI = r"/([0-9]{4}-[0-9]{3}[0-9X])/([0-9]+)/([0-9]+)/([0-9]+)"
_MDPI_JOURNALS = {
    "1422-0067": "ijms",
    "1648-9144": "medicina",
    "1660-4601": "ijerph",
    "2072-6643": "nu",
    "2072-6694": "cancers",
    "2075-1729": "life",
    "2075-4418": "diagnostics",
    "2076-3425": "brainsci",
    "2077-0383": "jcm",
    "2227-9032": "healthcare",
    "2227-9059": "biomedicines",
    "2227-9067": "children",
    "2305-6320": "medicines",
}


def doi_in(link: str) -> str:
    """The DOI that a link holds or is made from, perhaps with something behind it; "" where there is none."""
    parts = _parts(link)
    host = (parts.hostname or "").lower()
    path = re.sub(_SESSION, "", decoded(parts.path))
    held = re.search(_PREFIX, path)
    if held:
        lost = "#" if path.endswith(";2-") and link.endswith("#") else ""  # the check character of a very old DOI
        return held[0] + lost if _is(host, r"doi\.org") else _without_view(host, held[0])
    for value in (value for _, value in parse_qsl(parts.query)):
        held = re.search(_PREFIX, decoded(value))
        if held:
            return _without_view("", held[0])
    path = path.rstrip("/")
    return _made_by_rule(host, path) or _made_by_rule(host, re.sub(_VIEW, "", path))


def pubmed_number_in(link: str) -> str:
    """The PubMed number that a link of PubMed or Europe PMC holds; "" where there is none."""
    parts = _parts(link)
    host = (parts.hostname or "").lower()
    if _is(host, r"pubmed\.ncbi\.nlm\.nih\.gov"):
        found = re.match(r"/([0-9]{1,8})(?:/|$)", parts.path)
    elif _is(host, r"ncbi\.nlm\.nih\.gov"):
        found = re.match(r"/(?:m/)?pubmed/([0-9]{1,8})(?:/|$)", parts.path)
    elif _is(host, r"europepmc\.org"):
        found = re.match(r"/(?:article|abstract)/MED/([0-9]{1,8})(?:/|$)", parts.path, re.IGNORECASE)
    else:
        return ""
    return found[1] if found else _term(parts)


def central_number_in(link: str) -> str:
    """The PubMed Central number, "PMC..." that a link of it or of Europe PMC holds; "" where there is none."""
    parts = _parts(link)
    if not _is((parts.hostname or "").lower(), r"(?:ncbi\.nlm\.nih\.gov|europepmc\.org)"):
        return ""
    found = re.search(r"/(PMC[0-9]{1,9})(?:/|$)", parts.path, re.IGNORECASE)
    return found[1] if found else ""


def words_without(link: str) -> str:
    """What to tell of a link in which there is neither a DOI nor a PubMed number."""
    parts = _parts(link)
    host = (parts.hostname or "").removeprefix("www.")
    if _is(host, r"pubmed\.ncbi\.nlm\.nih\.gov"):
        return tr(
            "This link leads to PubMed, but not to one paper. Open the paper there and paste its link or its number "
            "(PMID), which stands below the title."
        )
    if _is(host, r"doi\.org"):
        return tr(
            "This link does not hold a whole DOI, which begins with 10. and has a slash in it. Open the link, copy "
            "the DOI from the page it leads to, and paste that."
        )
    return tr(
        "The link to {host} does not hold the paper's DOI, so it can't be looked up by it. Open the link, find the DOI "
        "on the page (it begins with 10.), and paste that; or paste the paper's title.",
        host=host,
    )


def decoded(text: str) -> str:
    """Without the % codes of links; those of links within links too."""
    once = unquote(text)
    return once if re.search(_PREFIX, once) else unquote(once)


def _parts(link: str) -> SplitResult:
    whole = link if "://" in link else f"https://{link}"
    try:
        parts = urlsplit(whole)
        _ = parts.port, parts.hostname  # these, too, are read only now
    except ValueError:  # such as "https://[abc"
        return urlsplit("")
    return parts


def _is(host: str, name: str) -> bool:
    """Whether a host is of that name, or belongs to it."""
    return re.search(rf"(?:^|\.){name}$", host) is not None


def _term(parts: SplitResult) -> str:
    """The number that was searched for: PubMed shows that paper."""
    terms = dict(parse_qsl(parts.query)).get("term", "")
    found = re.fullmatch(r"\s*([0-9]{1,8})(?:\[(?:uid|pmid)\])?\s*", terms, re.IGNORECASE)
    return found[1] if found else ""


def _without_view(host: str, doi: str) -> str:
    doi = re.sub(_VIEW, "", doi.rstrip("/"))
    if _is(host, r"(?:bio|med)rxiv\.org"):
        doi = re.sub(r"v[0-9]+$", "", doi)
    if _is(host, r"oup\.com"):
        doi = re.sub(r"/[0-9]{5,}$", "", doi)  # the publisher's own number
    return doi


def _made_by_rule(host: str, path: str) -> str:
    for name, pattern, form in _MADE_BY_RULE:
        found = re.fullmatch(pattern, path) if _is(host, name) else None
        if found:
            return form.format(*found.groups())
    found = re.match(_MDPI, path) if _is(host, r"mdpi\.com") else None
    if found and found[1] in _MDPI_JOURNALS:
        return f"10.3390/{_MDPI_JOURNALS[found[1]]}{found[2]}{found[3]:0>2}{found[4]:0>4}"
    return ""

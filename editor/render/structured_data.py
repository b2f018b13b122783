"""What a page says to search engines, as JSON-LD in the words of schema.org: the page, its condition, its studies.

Only what the files state is told: a date that is none, or authors that cannot be told apart, are not made into one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from markupsafe import Markup

from editor.content.condition_page import ConditionPage
from editor.content.dates import edtf_date
from editor.content.page_texts import page_texts
from editor.content.site import Site
from editor.content.study import Study, Text
from editor.content.study_link import study_link
from editor.render.links import page_link, site_link

Thing = dict[str, object]
"""A thing of schema.org by its properties, "@type" the first."""

_NOT_IN_A_SCRIPT = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_LONGEST_INITIALS = 4


def structured_data(site: Site, page: ConditionPage) -> Markup:
    """The `<script>` that describes the page; nothing in it runs, and no text of the page can end it."""
    text = json.dumps({"@context": "https://schema.org", **_page(site, page)}, ensure_ascii=False)
    return Markup(f'<script type="application/ld+json">{_NOT_IN_A_SCRIPT.sub(_escaped, text)}</script>')


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"


def _page(site: Site, page: ConditionPage) -> Thing:
    texts = page_texts(site, page)
    return _thing(
        "MedicalWebPage",
        name=one_line(texts.title),
        headline=one_line(texts.heading),
        description=one_line(texts.description),
        url=page_link(site, page.slug),
        inLanguage=one_line(site.language),
        isPartOf=_named("WebSite", site.name, url=site_link(site)),
        about=_named("MedicalCondition", one_line(page.name) or page.slug, alternateName=_texts(page.aliases or ())),
        citation=[_study(study, title) for study in page.study_list if (title := one_line(study.title))],
    )


def _study(study: Study, title: str) -> Thing:
    authors = _authors(study.authors)
    return _thing(
        "ScholarlyArticle",
        name=title,
        author=[{"@type": "Person", "name": author} for author in authors],
        creditText="" if authors else one_line(study.authors),
        datePublished=edtf_date(study.date or "") or "",
        isPartOf=_named("Periodical", study.journal),
        publisher=_named("Organization", study.publisher),
        url=study_link(study),
        identifier=_identifiers(study),
    )


def _identifiers(study: Study) -> list[Thing]:
    numbers = {"DOI": study.doi_alone, "PMID": study.pmid_alone}
    return [_thing("PropertyValue", propertyID=name, value=value) for name, value in numbers.items() if value]


def _authors(text: Text) -> tuple[str, ...]:
    """The authors one by one where all of them are printed as "Surname AB", with commas between; else none."""
    names = tuple(name.strip() for name in one_line(text).rstrip(",.; ").split(","))
    return names if all(map(_is_surname_with_initials, names)) else ()


def _is_surname_with_initials(name: str) -> bool:
    surname, _, initials = name.rpartition(" ")
    letters = initials.replace("-", "")
    is_initials = letters.isalpha() and letters.isupper() and len(letters) <= _LONGEST_INITIALS
    return is_initials and surname[:1].isalpha() and not surname.isupper()


def _named(kind: str, name: Text, **values: object) -> Thing:
    """A thing with a name; nothing where it has none."""
    text = one_line(name)
    return _thing(kind, name=text, **values) if text else {}


def _thing(kind: str, **values: object) -> Thing:
    """A thing with those of the properties that say something."""
    thing: Thing = {"@type": kind}
    for name, value in values.items():
        if value:
            thing[name] = value
    return thing


def _texts(texts: Iterable[str]) -> list[str]:
    return [text for text in map(one_line, texts) if text]


def one_line(text: Text) -> str:
    """The text with single spaces and no line ends, as browsers show it."""
    return " ".join((text or "").split())

"""Values of a site that its pages cannot use as they are, so that something would be missing without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.content.site import Site
from editor.words import tr

SLUG = "{slug}"

_WEBSITE = re.compile(r"https?://(?![/.])[^\s/?#@<>\"]+(?:/[^\s?#<>\"]*)?", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"  # language, script, region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-z0-9](?:-[a-z0-9]{1,8})+)*",  # variants, extensions
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class UnusableValue:
    """A field of a site whose value cannot be used, with what that means and what to do, as sentences."""

    field: str
    message: str


def unusable_values(site: Site) -> tuple[UnusableValue, ...]:
    """The values that cannot be used; an empty one is none."""
    return tuple(_unusable_values(site))


def _unusable_values(site: Site) -> Iterator[UnusableValue]:
    language, url, page_address = ((text or "").strip() for text in (site.language, site.url, site.page_address))
    if language and not _LANGUAGE.fullmatch(language):
        message = tr(
            "Browsers and screen readers do not know the language “{value}”. They know codes with hyphens,"
            " such as en-AU.",
            value=language,
        )
        yield UnusableValue("language", message)
    if url and not _WEBSITE.fullmatch(url):
        message = tr(
            "The website address “{value}” cannot be used, so pages do not say where they are, or say it wrongly."
            " It is to be whole, such as https://clinic.example, with nothing from a “?” or “#” on.",
            value=url,
        )
        yield UnusableValue("url", message)
    if page_address and SLUG not in page_address:
        message = tr(
            "The address of a page “{value}” is not used, as it would be the same for every page. It needs {slug},"
            " which stands for each page's own part, as in /conditions/{slug}/.",
            value=page_address,
        )
        yield UnusableValue("page_address", message)

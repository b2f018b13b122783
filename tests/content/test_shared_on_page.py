"""Which of the site's texts a page shows: the very ones that rendering shows."""

from __future__ import annotations

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, Field
from editor.content.page_texts import page_texts
from editor.content.shared_on_page import SHARED_TEXTS, SharedText, deciding_parts, own_words, shows_difference
from editor.content.site import Site

PAGE = ConditionPage("back", name="Back Pain", name_in_text="back pain")
WITH_OWN = [shared for shared in SHARED_TEXTS if shared.own_field is not None]


def site_with(shared: SharedText, words: str, site: Site | None = None) -> Site:
    return shared.site_field.set_text(site or Site(), words)


def page_with(shared: SharedText, words: str) -> ConditionPage:
    assert shared.own_field is not None
    return shared.own_field.set_text(PAGE, words)


def by_name(name: str) -> SharedText:
    (shared,) = [shared for shared in SHARED_TEXTS if shared.name == name]
    return shared


def shown(shared: SharedText, site: Site, page: ConditionPage) -> object:
    words = shared.words_in(page_texts(site, page))
    return words[0] if isinstance(words, tuple) and words else words


def test_every_text_that_site_and_page_both_have_is_one_and_disclaimers_too() -> None:
    groups = ("research.", "references.", "quotation.")
    names = {field.name for field in SITE_FIELDS}
    assert {shared.name for shared in SHARED_TEXTS} == {n for n in names if n.startswith(groups) or "template" in n}
    own = {field.name for field in PAGE_FIELDS if field.name.startswith(groups)} | {"title", "heading"}
    assert {shared.own_field.name for shared in SHARED_TEXTS if shared.own_field} == own
    assert by_name("research.disclaimers").own_field is None


@pytest.mark.parametrize("shared", SHARED_TEXTS, ids=lambda shared: shared.name)
def test_a_page_without_own_words_shows_the_sites(shared: SharedText) -> None:
    assert not shared.differs_on(PAGE)
    assert shown(shared, site_with(shared, "Shared"), PAGE) == "Shared"


@pytest.mark.parametrize("shared", WITH_OWN, ids=lambda shared: shared.name)
@pytest.mark.parametrize("words", ["Own", "", " ", "\n \n"])
def test_a_page_differs_exactly_where_it_shows_words_of_its_own(shared: SharedText, words: str) -> None:
    page, site = page_with(shared, words), site_with(shared, "Shared")
    assert (shown(shared, site, page) == "Own") == shared.differs_on(page) == (words == "Own")
    assert own_words(page) == ({shared.name} if words == "Own" else frozenset())


@pytest.mark.parametrize("shared", WITH_OWN, ids=lambda shared: shared.name)
def test_own_words_begin_as_those_shown_and_the_shared_ones_come_back(shared: SharedText) -> None:
    placeholders = {"title_template": "{condition}", "heading_template": "{condition}"}
    site = site_with(shared, "On " + placeholders.get(shared.name, "pain"))
    page = shared.with_own_words(PAGE, site)
    assert shared.differs_on(page)
    assert page_texts(site, page) == page_texts(site, PAGE)
    assert page_texts(site_with(shared, "Other"), page) == page_texts(site, PAGE)
    assert page_texts(site, shared.with_shared_words(page)) == page_texts(site, PAGE)
    assert not shared.differs_on(shared.with_shared_words(page))


def test_disclaimers_are_never_a_pages_own() -> None:
    disclaimers = by_name("research.disclaimers")
    with pytest.raises(ValueError, match="every page"):
        disclaimers.with_own_words(PAGE, Site())
    with pytest.raises(ValueError, match="every page"):
        disclaimers.with_shared_words(PAGE)


def test_a_page_shows_a_change_of_the_site_unless_it_has_words_of_its_own_there() -> None:
    heading, disclaimers = by_name("research.heading"), by_name("research.disclaimers")
    before, after = Site(), site_with(heading, "New")
    assert shows_difference(PAGE, before, after)
    assert not shows_difference(page_with(heading, "Own"), before, after)
    assert shows_difference(page_with(heading, "Own"), before, site_with(disclaimers, "New"))
    assert not shows_difference(PAGE, before, Site(language="en-AU"))
    assert not shows_difference(PAGE, before, site_with(heading, "New", Site(language="en-AU")))


@pytest.mark.parametrize("field", PAGE_FIELDS, ids=lambda field: field.name)
def test_what_decides_is_all_that_shared_texts_depend_on(field: Field) -> None:
    site = Site()
    for shared in SHARED_TEXTS:
        site = site_with(shared, "{condition} {condition_in_text} {window_years}", site)
    changed = field.set_text(PAGE, "changed")
    now, then = page_texts(site, PAGE), page_texts(site, changed)
    is_other = any(shared.words_in(now) != shared.words_in(then) for shared in SHARED_TEXTS)
    assert (deciding_parts(PAGE) != deciding_parts(changed)) == is_other

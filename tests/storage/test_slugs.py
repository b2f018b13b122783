from __future__ import annotations

import pytest

from editor.storage import refused_slug


@pytest.mark.parametrize("slug", ["back-pain", "腿痛 页", "covid-19", "nulliparous", "com10", "a.b", "console"])
def test_ordinary_addresses_are_allowed(slug: str) -> None:
    assert refused_slug(slug, ["hip-pain"]) is None


def test_a_long_address_is_allowed_and_a_longer_one_is_not() -> None:
    assert refused_slug("x" * 120, []) is None
    assert refused_slug("x" * 121, []) is not None


@pytest.mark.parametrize(
    "slug",
    [
        *("nul", "NUL", "aux", "Con", "com1", "LPT9", "com¹", "nul.html", "nul .x", "conin$"),
        *("back-pain.", "back-pain ", " back-pain", ".back-pain", ".", "..", "", "  "),
        *("C:", "C:back", "a/b", "a\\b", "a:b", "a*b", "a?b", 'a"b', "a<b", "a|b"),
        *("a\nb", "a\x00b", "a\x7fb", "a\u202eb", "a\u2028b", "a\ud800b", "a\u200b"),
        *("x" * 121, "页" * 41),
    ],
)
def test_what_some_system_could_not_store_is_refused_on_every_system(slug: str) -> None:
    assert refused_slug(slug, []) is not None


@pytest.mark.parametrize(
    ("slug", "existing"),
    [("back-pain", "back-pain"), ("Back-Pain", "back-pain"), ("ménière", "me\u0301nie\u0300re"), ("STRASSE", "straße")],
)
def test_what_some_system_takes_for_the_same_file_is_refused(slug: str, existing: str) -> None:
    refusal = refused_slug(slug, ["hip-pain", existing])
    assert refusal is not None
    assert existing in refusal

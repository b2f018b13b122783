"""What others have changed is told in sentences, what matters most first."""

from __future__ import annotations

import pytest

from editor.session import SITE_PLACE, News
from editor.ui.outside.news_words import news_words

TOLD = [news for news in News if news is not News.SAME]


def name_of(place: str) -> str:
    return place.rpartition("/")[2].upper()


@pytest.mark.parametrize("news", TOLD)
def test_each_news_of_a_page_names_it(news: News) -> None:
    words = news_words({"conditions/hip": news}, name_of)
    assert words.startswith("“HIP”")
    assert "another computer" in words
    assert words.endswith(".")


def test_no_two_news_sound_the_same() -> None:
    assert len({news_words({"conditions/hip": news}, name_of) for news in TOLD}) == len(TOLD)


@pytest.mark.parametrize("news", [News.BROKEN, News.STAYED, News.JOINED, News.SPOILT, News.FOLLOWED])
def test_the_shared_texts_are_several(news: News) -> None:
    words = news_words({SITE_PLACE: news}, name_of)
    assert words.startswith("The shared texts were ")
    assert "SITE" not in words


def test_what_says_the_same_is_not_told() -> None:
    assert news_words({"hip": News.SAME}, name_of) == ""


def test_what_was_changed_here_too_comes_first_and_the_rest_is_counted() -> None:
    kinds = (News.FOLLOWED, News.JOINED, News.SAME, News.BROKEN)
    news = {f"conditions/{name}": one for name, one in zip("abcd", kinds, strict=True)}
    words = news_words(news, name_of)
    assert words.startswith("“D” was changed on another computer, and its file has to be mended.")
    assert "“B”" in words
    assert words.endswith("1 other page was changed on another computer.")

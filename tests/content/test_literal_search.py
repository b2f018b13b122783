from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.content.literal_search import Finder, Replacement, Search

LETTERS = "aAeEsS s.- \u00a0ßẞİ\u0131iIéÉ\u0301\u0323\u017fΣ\u03c3ς針灸한\u1112\u1161\u11ab\U0001f469\u200d\u2695"
TEXTS = st.text(st.sampled_from(LETTERS))


def found(words: str, text: str, *, match_case: bool = False, whole_words: bool = False) -> list[str]:
    finder = Finder(Search(words, match_case, whole_words))
    return [text[begin:end] for begin, end in finder.spans(text)]


@pytest.mark.parametrize(
    ("words", "text", "are_found"),
    [
        ("pain", "Pain in Spain", ["Pain", "pain"]),
        ("é", "caf\u00e9, cafe\u0301, cafe", ["\u00e9", "e\u0301"]),
        ("e\u0301", "caf\u00e9, cafe\u0301", ["\u00e9", "e\u0301"]),
        ("resume", "résumé", []),
        ("e", "e\u0301 e", ["e"]),
        ("strasse", "Straße, STRASSE", ["Straße", "STRASSE"]),
        ("s", "ß", []),
        ("straß", "STRASSE", ["STRASS"]),
        ("i", "İ I \u0131", ["I"]),
        ("istanbul", "İstanbul Istanbul", ["Istanbul"]),
        ("İSTANBUL", "İstanbul", ["İstanbul"]),
        ("針灸", "以針灸治療", ["針灸"]),
        ("\U00020bb7", "\U00020bb7野家", ["\U00020bb7"]),
        ("\U0001f469", "\U0001f469\u200d\u2695\ufe0f \U0001f469", ["\U0001f469"]),
        ("10 mg", "10\u00a0mg and 10 mg", ["10\u00a0mg", "10 mg"]),
        ("\u00a0", "10\u00a0mg and 10 mg", ["\u00a0"]),
        ("aa", "aaa", ["aa"]),
        (".*", "a.*b", [".*"]),
        ("", "anything", []),
        ("\u03c3", "Σί\u03c3ς", ["Σ", "\u03c3", "ς"]),
    ],
)
def test_words_are_found_as_typed(words: str, text: str, are_found: list[str]) -> None:
    assert found(words, text) == are_found


def test_capitals_count_where_they_are_to() -> None:
    assert found("pain", "Pain and pain", match_case=True) == ["pain"]
    assert found("é", "É e\u0301", match_case=True) == ["e\u0301"]
    assert found("strasse", "Straße", match_case=True) == []


@pytest.mark.parametrize(
    ("words", "text", "count"),
    [
        ("pain", "Pain in Spain, painful", 1),
        ("Parkinson", "Parkinson's and Parkinson\u2019s", 2),
        ("cafe", "café cafe\u0301 cafe", 1),
        ("end", "weekend-end", 1),
        ("針", "以針灸治療", 1),
        ("MRI", "針MRI灸", 1),
        ("2016", "12016 2016-05", 1),
        ("(", "f(x)", 1),
        ("bold", "**bold** _bold_", 2),
    ],
)
def test_whole_words_alone(words: str, text: str, count: int) -> None:
    assert len(found(words, text, whole_words=True)) == count


@pytest.mark.parametrize(
    ("words", "new", "text", "comes"),
    [
        ("acupunture", "acupuncture", "Acupunture", "Acupuncture"),
        ("acupunture", "acupuncture", "ACUPUNTURE", "ACUPUNCTURE"),
        ("Acupunture", "Acupuncture", "acupunture", "acupuncture"),
        ("Acupunture", "Acupuncture", "Acupunture", "Acupuncture"),
        ("acupunture", "TENS", "Acupunture", "TENS"),
        ("Tens", "acupuncture", "Tens", "acupuncture"),
        ("TENS", "electrotherapy", "TENS", "electrotherapy"),
        ("mri", "scan", "MRI", "Scan"),
        ("élan", "âme", "E\u0301lan", "Âme"),
        ("pain", "", "Pain", ""),
        ("cafe\u0301", "café", "cafe\u0301", "cafe\u0301"),
        ("10 mg", "10 mg", "10\u00a0mg", "10\u00a0mg"),
    ],
)
def test_what_comes_in_their_place_has_the_capitals_of_what_goes(words: str, new: str, text: str, comes: str) -> None:
    assert Replacement(Search(words), new).of(text) == comes


def test_where_capitals_count_they_are_as_typed() -> None:
    assert Replacement(Search("acupunture", match_case=True), "acupuncture").of("acupunture") == "acupuncture"
    assert Replacement(Search("pain", match_case=True), "Pain").of("pain") == "Pain"


def compared(text: str, *, match_case: bool) -> str:
    """As Unicode defines that two texts are the same, without regard to capitals or with it."""
    text = unicodedata.normalize("NFD", text.replace("\u00a0", " "))
    return text if match_case else unicodedata.normalize("NFD", text.casefold())


@given(words=TEXTS, text=TEXTS, match_case=st.booleans(), whole_words=st.booleans())
@example(words="s", text="ßs", match_case=False, whole_words=False)
@example(words="a", text="a\u0323a", match_case=True, whole_words=True)
def test_what_is_found_is_what_was_looked_for(words: str, text: str, match_case: bool, whole_words: bool) -> None:
    spans = Finder(Search(words, match_case, whole_words)).spans(text)
    ends = [0, *(place for span in spans for place in span)]
    assert ends == sorted(ends)
    for begin, end in spans:
        assert begin < end
        assert compared(text[begin:end], match_case=match_case) == compared(words, match_case=match_case)


@given(words=TEXTS.filter(bool), before=st.sampled_from(["", "x ", "ß ", "é\n"]), match_case=st.booleans())
def test_what_stands_between_other_words_is_found(words: str, before: str, match_case: bool) -> None:
    if unicodedata.category(words[0])[0] == "M" or words[0] in "\u200d\u1161\u11ab" or words[-1] in "\u200d\u1112":
        return  # a part of a character
    first, *_ = Finder(Search(words, match_case)).spans(f"{before}{words}|")
    assert first[0] <= len(before)

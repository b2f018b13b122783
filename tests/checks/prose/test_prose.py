"""What of a text is said, unsure, denied, asked or quoted."""

from __future__ import annotations

import pytest

from editor.checks.prose.named_titles import NamedTitles
from editor.checks.prose.passage import Passage
from editor.checks.prose.prose import Prose


def prose(text: str) -> Prose:
    return Prose(Passage("intro", text))


def span(text: str, words: str = "cures") -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("See e.g. Dr. Lee et al. there. Then 3.5 mg.", ["See e.g. Dr. Lee et al. there.", "Then 3.5 mg."]),
        ("less drugs.Acupuncture helps", ["less drugs.", "Acupuncture helps"]),
        ("A heading\n\nA text\n- one\n- two", ["A heading", "A text", "one", "two"]),
        ("“It ends.” It goes on.", ["“It ends.”", "It goes on."]),
        ("針灸有效。請看醫生。", ["針灸有效。", "請看醫生。"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    found = prose(text)
    assert [text[begin:end].lstrip("- ") for begin, end in found.sentences] == sentences
    assert all(found.sentence_at(begin) == (begin, end) for begin, end in found.sentences)


@pytest.mark.parametrize(
    "text",
    [
        "It may be that it cures.",
        "In a small study it cures.",
        "It cures, but further research is needed.",
        "It is unclear whether it cures.",
        "It appears that this cures.",
    ],
)
def test_hedges_stand_anywhere_in_the_sentence(text: str) -> None:
    assert prose(text).is_hedged(*span(text))


@pytest.mark.parametrize(
    "text", ["It cures. It may not.", "Open since May 2018, it cures.", "It can and will, and it cures.", "It cures."]
)
def test_certain_sentences(text: str) -> None:
    assert not prose(text).is_hedged(*span(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nothing cures it.",
        "We don\u2019t say that it cures.",
        "We do not claim that any treatment, ours or others', cures.",
        "No cures are known.",
        "Such cures do not exist.",
        "It works well, but never cures.",
        "It is a myth that it cures.",
        "It does _not_ help, and **never** cures.",
        "Such cures and relief cannot be promised.",
        "We do not say that any treatment, herbs or moxa cures.",
    ],
)
def test_what_is_denied(text: str) -> None:
    assert prose(text).is_negated(*span(text))


@pytest.mark.parametrize(
    "text",
    [
        "No doubt it cures.",
        "It not only eases but cures.",
        "No other clinic cures so well.",
        "It does not hurt, and it cures.",
        "There is no waiting list. It cures.",
        "Not a drug; it cures.",
        "It cures. It does not hurt.",
        "It never fails and always cures.",
        "It cures what others cannot.",
        "It cures pain that medicine cannot.",
        "It cures and does not hurt.",
        "It cures or you do not pay.",
        "It cures even when surgery has not.",
        "No need to suffer, herbs cures.",
        "If drugs have not helped you, moxibustion cures.",
        "Suffer no longer as acupuncture cures.",
    ],
)
def test_what_only_looks_denied(text: str) -> None:
    assert not prose(text).is_negated(*span(text))


@pytest.mark.parametrize(
    "text",
    [
        "He wrote: “The needle cures all.”",
        'He wrote: "The needle cures all."',
        "He wrote: \u2018The healer\u2019s needle cures all.\u2019",
        "He wrote: 'The healer's needle cures all.'",
        "He wrote: «La main cures all»",
        "> The needle cures all.",
        "<q>The needle cures all</q>",
        "The word “cures” is old.",
    ],
)
def test_what_is_quoted(text: str) -> None:
    found = prose(text)
    assert "cures" not in found.unquoted
    assert len(found.unquoted) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our “cures” are old.",
        "It cures rock 'n' roll, and the patients' pain.",
        "The healer\u2019s needle cures the patients\u2019 pain.",
        "A 5' 6\" person: it cures.",
    ],
)
def test_what_is_not_quoted(text: str) -> None:
    assert "cures" in prose(text).unquoted


def test_addresses_are_no_words() -> None:
    found = prose("See [this](https://cures.example/cures) or https://cures.example and 10.1000/cures.1 too.")
    assert "cures" not in found.plain
    assert len(found.plain) == len(found.text)


def test_questions() -> None:
    text = "Is it so that it cures? It does."
    assert prose(text).is_question(span(text)[0])
    assert not prose(text).is_question(text.index("does"))


def test_titles_of_papers_are_found_whatever_their_marks() -> None:
    titles = NamedTitles(["Moxa cures cold feet: a review", "A pilot study", None])
    text = "The paper *Moxa Cures Cold Feet — a Review* is a pilot study of moxa."
    ((start, end),) = titles.spans(text)
    assert text[start:end] == "Moxa Cures Cold Feet — a Review"
    assert titles.spans("Moxa cures cold feet.") == []

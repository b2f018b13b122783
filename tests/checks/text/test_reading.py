"""Long sentences, texts for few readers, slips of grammar, abbreviations, and terms in two ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.checks.prose.passage import Passage
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule_packs import rules_of
from editor.checks.text.reading_level import school_year, syllables
from editor.checks.text.replacements import listed_slips
from editor.content.site import Site
from editor.content.study import Study
from tests.checks.text.checking import PAGE, findings, mended, page_with, words_found

WORDS_26 = "Knee pain " + "and more pain " * 8
EASY = "Your knee can hurt for many reasons. You may have hurt it in a fall. It may be worn. A walk a day can help. "
HARD = (
    "Osteoarthritis represents a multifactorial degenerative condition characterised by progressive deterioration of "
    "articular cartilage, accompanied by considerable functional limitation and deteriorating quality of life. "
    "Contemporary recommendations emphasise individualised rehabilitation programmes. "
)
FAMILIAR = (
    "Physiotherapists commonly recommend individualised strengthening programmes. Unfortunately, participation remains "
    "disappointingly inconsistent among older individuals, particularly following hospitalisation for complications. "
    "Consequently, practitioners increasingly investigate complementary interventions."
)


@pytest.mark.parametrize(
    ("text", "count"),
    [(f"{WORDS_26.strip()}.", 26), (f"Rest. {WORDS_26}now.", 27), (f"- Rest\n- {WORDS_26}\n- Walk", 26)],
)
def test_a_long_sentence(text: str, count: int) -> None:
    (found,) = findings("T13", page_with(summary=text))
    assert found.values == {"count": count}
    assert str(count) in found.message


@pytest.mark.parametrize(
    "text",
    [
        "Knee pain " + "and more pain " * 7 + "now hurts.",
        f"{'Knee pain and more, e.g. at night, ' * 3}ends. {'It may come back soon. ' * 4}",
        "See a doctor first if you\n\n" + "- have pain at night or in the morning\n" * 6,
    ],
)
def test_sentences_that_are_short_enough(text: str) -> None:
    assert words_found("T13", summary=text) == []


@pytest.mark.parametrize("text", [HARD * 2, FAMILIAR * 2, EASY.replace(". ", " and then ") * 3])
def test_an_introduction_that_is_hard_to_read(text: str) -> None:
    (found,) = findings("T12", page_with(intro=text))
    assert (found.spot.start, found.words, found.basis) == (None, "", text)
    assert int(str(found.values["year"])) > 9


@pytest.mark.parametrize(("field", "text"), [("intro", EASY * 2), ("intro", "Osteoarthritis."), ("summary", HARD)])
def test_what_most_can_read_and_what_is_a_study(field: str, text: str) -> None:
    assert words_found("T12", **{field: text}) == []


def test_the_year_of_school_follows_sentences_and_words() -> None:
    years = [school_year(Prose(Passage("intro", text))) for text in (EASY * 2, HARD * 2, "Knees hurt.")]
    assert years == [1, 20, None]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("knee", 1), ("needle", 2), ("pains", 1), ("treated", 2), ("reduced", 2), ("movement", 2), ("clinically", 3)),
        *(("acupuncture", 4), ("osteoarthritis", 6), ("trial", 2), ("patients", 2), ("relieving", 3), ("therapies", 3)),
        *(("exercise", 3), ("sciatica", 4), ("muscle", 2), ("aches", 1), ("manual", 3), ("the", 1), ("I", 1)),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("This study show less pain.", "This study show", "This study shows less pain."),
        ("This systematic review suggest it.", "This systematic review suggest", "This systematic review suggests it."),
        ("These reviews shows it.", "These reviews shows", "These reviews show it."),
        ("These study are old.", "These study", "These studies are old."),
        (
            "Patients reported to have reduced pain.",
            "Patients reported to have reduced",
            "Patients reported reduced pain.",
        ),
        ("It was a effective needle.", "a effective", "It was an effective needle."),
        ("It was given in in both groups.", "in in", "It was given in both groups."),
        ("There were less side effects.", "less side effects", "There were fewer side effects."),
        ("They found evidences.", "evidences", "They found evidence."),
    ],
)
def test_slips_of_grammar(text: str, words: str, after: str) -> None:
    assert words_found("T14", summary=text) == [words]
    assert mended("T14", summary=text) == [after]


@pytest.mark.parametrize(
    "text",
    [
        "This study shows less pain. Did this study show more?",
        "Patients were reported to have reduced pain.",
        "The review suggests that a trial is needed. The study compares an hour with a day.",
        "A union of an evidence base; an hour; a European trial.",
        "The results of this study support it. Data from the review show it. Aims in this trial find favour.",
        "This results in less pain. One of these studies shows more.",
        "“This study show it”, they wrote.",
    ],
)
def test_what_is_no_slip(text: str) -> None:
    assert words_found("T14", summary=text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It eased QKP.", "QKP"),
        ("It was compared with NSAIDs (ibuprofen, naproxen, aspirin).", "NSAIDs"),
        ("The VAS fell. The visual analogue scale (VAS) is a line.", "VAS"),
        ("Scores of the ODI were low.", "ODI"),
        ("A low-dose SSRI was given.", "SSRI"),
        ("They took other pills (NSAID).", "NSAID"),
    ],
)
def test_abbreviations_that_nothing_explains(text: str, words: str) -> None:
    assert words_found("T08", summary=text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "PC6-hand pressing (PHP) helped. PHP was safe, and PHPs too.",
        "Non-steroidal anti-inflammatory drugs (NSAIDs) were taken. An NSAID helps.",
        "VAS (visual analogue scale) fell, and the VAS of others.",
        "MRI and DNA in the UK, the USA and NSW, at 10 AM on TV, found in EMBASE.",
        "Needles at LI4, PC 6, ST-36 and BL 60. Type II and IV.",
        "READ THIS FIRST: knees hurt.",
        "See https://example.org/ABC and <b>bold</b> and `XYZ`.",
    ],
)
def test_abbreviations_that_are_explained_or_known(text: str) -> None:
    assert words_found("T08", summary=text) == []


def test_an_abbreviation_is_told_once_and_explained_by_what_stands_above() -> None:
    first = Study(title="Pressing for heel pain (PHP)", summary="PHP and XQZ.")
    second = Study(title="Another", summary="XQZ, PHP and WQZ.")
    page = replace(PAGE, intro="The wide quality zone (WQZ).", studies=(first, second))
    assert [(one.words, one.spot.study) for one in findings("T08", page)] == [("XQZ", first.key)]
    turned = replace(page, studies=(second, first))
    assert [one.words for one in findings("T08", turned)] == ["XQZ", "PHP"]


def test_the_words_of_the_page_are_offered_for_an_abbreviation() -> None:
    study = Study(title="Needles for Chronic Knee Pain", summary="It eased CKP. CKP is common.")
    (found,) = findings("T08", replace(PAGE, studies=(study,)))
    assert found.fixes[0].changes[0].after == "It eased chronic knee pain (CKP). CKP is common."


@pytest.mark.parametrize(
    ("text", "words", "usual"),
    [
        ("Non-specific pain is nonspecific. Nonspecific!", "Non-specific", "nonspecific"),
        ("Healthcare first. Health care matters; health care helps.", "Healthcare", "health care"),
        ("A follow-up, one follow-up and a followup.", "followup", "follow-up"),
        ("5 per cent or 6 percent or 7 percent.", "per cent", "percent"),
    ],
)
def test_one_term_in_two_ways(text: str, words: str, usual: str) -> None:
    (found,) = findings("T10", page_with(intro=text))
    assert (found.words, found.values) == (words, {"usual": usual})
    assert words_found("T10", intro=found.fixes[0].changes[0].after) == []


@pytest.mark.parametrize(
    "text",
    [
        "Non-specific pain, and again non-specific.",
        "Recover first, then re-cover the couch.",
        "She said “It was a nonspecific pain”; we say non-specific.",
        "Self help and the shelf, well-known wells.",
    ],
)
def test_terms_in_one_way(text: str) -> None:
    assert words_found("T10", intro=text) == []


def test_a_term_of_a_title_is_the_papers_and_one_cure_changes_all_texts() -> None:
    one = Study(title="Non-specific pain", summary="Nonspecific pain, so nonspecific.")
    assert findings("T10", replace(PAGE, studies=(one,))) == []
    page = replace(PAGE, intro="Non-specific pain.", insights="A non-specific pain.", studies=(one,))
    (found,) = findings("T10", replace(page, description="Nonspecific."), Site())
    assert [change.after for change in found.fixes[0].changes] == ["Nonspecific pain.", "A nonspecific pain."]


ONE_OF_EACH_SLIP = (
    *("This study show less pain.", "These trials suggests less pain.", "All these trial are small.", "In these study"),
    *("In this studies", "Patients reported to have less pain.", "Outcomes effectiveness", "They found evidences."),
    *("Researches show it.", "They had less days", "It is more safer.", "It would of helped.", "It was in in both."),
    *("It is a effective", "It was an trial", "Compared with than before", "The pain is been less."),
    *("It consists from two.", "It resulted to less pain."),
)


def test_each_slip_of_the_list_is_found_in_a_text_with_no_other() -> None:
    """A text is gone through for all of them at once before it is for each."""
    (rule,) = (one for one in rules_of(("text",)) if one.id == "T14")
    for (slip, _), text in zip(rule.slips, ONE_OF_EACH_SLIP, strict=True):
        found = [match.span() for match in slip.finditer(text)]
        assert found, text
        assert [(one.start, one.end) for one in listed_slips(rule, Prose(Passage("intro", text)))] == found


def test_cures_of_slips_are_offered_where_they_are_sure() -> None:
    assert mended("T14", summary="This study show less pain.") == ["This study shows less pain."]
    assert mended("T14", summary="Researches show less pain.") == []


def test_a_term_in_a_quotation_neither_counts_nor_changes() -> None:
    said = "She said: “It was nonspecific to me, so nonspecific.”"
    text = f"Nonspecific pain, or non-specific, even non-specific. {said}"
    assert words_found("T10", intro=text) == ["Nonspecific"]
    assert mended("T10", intro=text) == [text.replace("Nonspecific", "Non-specific")]

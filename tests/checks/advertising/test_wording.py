"""Each rule on wording: texts that trip it, and texts much like them that do not."""

from __future__ import annotations

import pytest

from tests.checks.advertising.pages import found_in

TRIPS = {
    "A01": [
        ("intro", "A radical cure for back pain.", "cure"),
        ("intro", "It is no secret that acupuncture cures.", "cures"),
        ("intro", "Acupuncture cures knee pain.", "cures"),
        ("title", "A natural cure for migraine", "cure"),
        ("name", "Migraine cure", "cure"),
        ("insights", "Our herbs have curative powers.", "curative"),
        ("summary", "Moxibustion can cure insomnia.", "cure"),
        ("intro", "We do not only ease pain, we cure it.", "cure"),
        ("intro", "Our “cure” for back pain is simple.", "cure"),
        ("intro", "There is no doubt that acupuncture cures colds.", "cures"),
        ("intro", "No other clinic has cured so many people.", "cured"),
        ("intro", "It does not hurt, and it cures the cause.", "cures"),
        ("intro", "Acupuncture cures what doctors cannot.", "cures"),
        ("intro", "Acupuncture _cures_ migraine.", "cures"),
    ],
    "A02": [
        ("intro", "We guarantee results.", "guarantee"),
        ("intro", "Acupuncture is 100% effective.", "100% effective"),
        ("insights", "It is scientifically proven.", "scientifically proven"),
        ("description", "A miracle for tired eyes.", "miracle"),
        ("heading", "permanent relief from pain", "permanent relief"),
        ("summary", "Acupuncture is proven to work.", "is proven"),
        ("intro", "Get rid of headaches once and for all.", "once and for all"),
        ("intro", "Guaranteed results or you do not pay.", "Guaranteed"),
        ("intro", "Instant pain relief.", "Instant pain relief"),
        ("insights", "It works 100% of the time.", "works 100% of"),
    ],
    "A03": [
        ("intro", "Acupuncture is completely safe.", "completely safe"),
        ("intro", "It has no side effects.", "no side effects"),
        ("description", "A treatment without any side-effects.", "without any side-effects"),
        ("insights", "Herbs are natural and safe.", "natural and safe"),
        ("summary", "Acupuncture relieves pain without side effects.", "without side effects"),
        ("intro", "It is risk-free.", "risk-free"),
        ("intro", "Acupuncture is completely **safe**.", "completely **safe"),
        ("intro", "Acupuncture is completely safe and does not hurt.", "completely safe"),
        ("intro", "Chinese herbs are harmless.", "harmless"),
    ],
    "A04": [
        ("intro", "Patients often say they sleep better.", "Patients often say"),
        ("intro", "Read our testimonials.", "testimonials"),
        ("intro", "Our patients say they feel younger.", "Our patients say"),
        ("heading", "Five-star care in Carlton", "Five-star"),
        ("intro", "“I felt better after two sessions.”", "I felt better after two sessions."),
        ("insights", "Happy clients love our work.", "Happy clients love"),
        ("intro", "See our Google reviews.", "Google reviews"),
        ("intro", "Read what clients are saying.", "clients are saying"),
        ("intro", "One patient told us that her pain is gone.", "One patient told"),
        ("intro", '"My migraines are gone since my acupuncture." Anna', "My migraines are gone since my acupuncture."),
    ],
    "A05": [
        ("intro", "We are acupuncture specialists.", "We are acupuncture specialists"),
        ("intro", "Our clinic specialises in fertility.", "specialises in"),
        ("intro", "Mei is an expert in pain.", "expert in"),
        ("description", "Our pain specialists will see you.", "Our pain specialists"),
        ("reviewed_by", "Anna Lee, Chinese medicine specialist", "Chinese medicine specialist"),
    ],
    "A06": [
        ("intro", "Dr Lee will see you.", "Dr Lee"),
        ("insights", "Ask Dr. Anna Chen about it.", "Dr. Anna Chen"),
        ("reviewed_by", "Dr Wong", "Dr Wong"),
        ("intro", "Doctor Lee has treated feet for years.", "Doctor Lee"),
    ],
    "A07": [
        ("intro", "Acupuncture relieves back pain.", "relieves back pain"),
        ("insights", "Chinese herbs treat the root of insomnia.", "treat the root"),
        ("intro", "Our treatments boost your immune system.", "boost your immune"),
        ("intro", "We heal sports injuries.", "heal sports injuries"),
        ("description", "Cupping helps to relieve tension.", "relieve tension"),
        ("intro", "Acupuncture is old. It prevents migraine.", "prevents migraine"),
        ("summary", "Acupuncture relieves knee pain.", "relieves knee pain"),
        ("intro", "Acupuncture can reverse hair loss.", "reverse hair loss"),
        ("description", "Moxa treats the cause, not the symptom.", "treats the cause"),
    ],
    "A08": [
        ("intro", "Acupuncture works.", "works"),
        (
            "summary",
            "Acupuncture treatments significantly promote overall recovery.",
            "significantly promote overall recovery",
        ),
        ("summary", "Acupuncture was tried. It also benefits patients with arthritis.", "benefits patients"),
        ("summary", "Acupuncture is effective for chronic pain.", "is effective"),
        ("summary", "Moxibustion has long term effects on pain.", "has long term effects"),
        ("summary", "Acupuncture improves sleep.", "improves sleep"),
    ],
    "A09": [
        (
            "summary",
            "Results showed that acupuncture was more effective than conventional Western medicine in pain.",
            "more effective than conventional Western medicine",
        ),
        (
            "summary",
            "Evidence supports acupuncture as an alternative for traditional analgesics.",
            "alternative for traditional analgesics",
        ),
        ("intro", "Acupuncture is safer than painkillers.", "safer than painkillers"),
        ("summary", "Acupuncture was superior to ibuprofen.", "superior to ibuprofen"),
        ("insights", "Herbal medicine has fewer side effects than drugs.", "fewer side effects than drugs"),
    ],
    "A10": [
        ("intro", "You may be able to reduce your medication.", "reduce your medication"),
        ("intro", "Choose acupuncture instead of surgery.", "instead of surgery"),
        ("intro", "You can stop taking your medication.", "stop taking your medication"),
        ("insights", "There is no need for painkillers.", "no need for painkillers"),
        ("heading", "Avoid surgery with us.", "Avoid surgery"),
        ("intro", "Herbs can replace your tablets.", "replace your tablets"),
        ("intro", "Studies show that you can stop taking your tablets.", "stop taking your tablets"),
        ("intro", "Avoid knee surgery.", "Avoid knee surgery"),
    ],
    "A13": [
        ("intro", "80% of our patients sleep better.", "80% of our patients"),
        ("intro", "Nine out of ten of our clients come back.", "Nine out of ten of our clients"),
        ("insights", "Most of our patients feel less pain.", "Most of our patients"),
        ("intro", "We have a success rate of 85%.", "success rate of 85%"),
        ("intro", "95% of people feel better.", "95% of people"),
        ("intro", "9 out of 10 patients come back.", "9 out of 10 patients"),
    ],
    "A14": [
        ("intro", "Alternative medicine has a long history.", "Alternative medicine"),
        ("intro", "We offer complementary therapies.", "complementary therapies"),
        ("insights", "A form of complementary and alternative medicine.", "complementary and alternative medicine"),
    ],
    "A15": [
        ("intro", "Book now and save.", "Book now and"),
        ("intro", "20% discount in May.", "20% discount"),
        ("intro", "Your first consultation is free.", "first consultation is free"),
        ("description", "For a limited time only.", "limited time"),
        ("heading", "A special offer for students", "special offer"),
    ],
}
"""By rule: field, text, and the words that are found there."""
HARMLESS = {
    "A01": [
        ("summary", "Acupuncture was given after surgery with curative intent."),
        ("summary", "With acupuncture, clinical cure was seen in 12 people."),
        ("intro", "There is no cure for arthritis."),
        ("intro", "A cure is not possible."),
        ("summary", "The cure rate was 40% with acupuncture."),
        ("summary", "Tafenoquine is given for the radical cure of malaria."),
        ("intro", "The old book says: “illness cured by needles and patience”."),
        ("intro", "We never promise to cure anybody."),
        ("intro", "Secure parking behind the clinic."),
        ("intro", "We avoid the word “cure”."),
        ("intro", "We do not claim that our treatment cures, heals or reverses anything."),
        ("intro", "A cure has not been found."),
    ],
    "A02": [
        ("intro", "We cannot guarantee results."),
        ("summary", "Sensitivity was 100% in the trial of acupuncture."),
        ("intro", "Nothing has been proven to work for everyone."),
        ("intro", "We guarantee your privacy."),
        ("summary", "The algorithm guarantees convergence."),
        ("intro", "It is not scientifically proven."),
        ("intro", "Results are not guaranteed."),
    ],
    "A03": [
        ("summary", "Primaquine is harmless to most people."),
        ("intro", "Acupuncture is not without side effects."),
        ("summary", "No side effects were reported in the trial of acupuncture."),
        ("intro", "Ask about side effects."),
        ("insights", "The trial reported no side effects."),
        ("intro", "No treatment is completely safe."),
        ("intro", "It is not risk-free."),
    ],
    "A04": [
        ("summary", "Patients reported less pain after acupuncture."),
        ("intro", "We do not publish testimonials."),
        ("intro", "The trial says little."),
        ("intro", "“The twelve channels are where beginners start.”"),
        ("intro", "Tell our practitioners how you feel."),
        ("intro", "He called it “a small effect, if I may say so”."),
    ],
    "A05": [
        ("intro", "See a specialist if it gets worse."),
        ("intro", "Your doctor may refer you to a pain specialist."),
        ("intro", "A specialist nurse will call."),
        ("intro", "None of us is a specialist."),
        ("intro", "Ask a doctor who specialises in skin."),
        ("intro", "We have a special interest in sleep."),
    ],
    "A06": [
        ("intro", "Dr Lee (Chinese medicine) will see you."),
        ("intro", "Dr Anna Chen, acupuncturist, is here on Mondays."),
        ("intro", "Ask your Dr about it."),
        ("intro", "Dr Patel, your GP, knows more."),
        ("summary", "Dr Smith and colleagues tried acupuncture."),
        ("intro", "We are at 4 Park Dr."),
        ("reviewed_by", "Dr Wong (acupuncturist)"),
    ],
    "A07": [
        ("insights", "In these studies, acupuncture relieves pain for some people."),
        ("intro", "Neither acupuncture nor moxa relieves this kind of pain."),
        ("intro", "Acupuncture may relieve back pain."),
        ("intro", "Acupuncture does not treat infections."),
        ("intro", "Does acupuncture relieve pain?"),
        ("intro", "We treat people of all ages."),
        ("intro", "Acupuncture is used to treat pain."),
        ("intro", "Rest relieves most back pain."),
        ("summary", "In these trials acupuncture relieved pain."),
        ("insights", "In the studies, it appears that acupuncture relieves pain."),
    ],
    "A08": [
        ("summary", "Acupuncture has similar effects to exercise."),
        ("summary", "Moxa works by warming the skin."),
        ("summary", "In this small trial acupuncture improves sleep."),
        ("summary", "Neither acupuncture nor moxa is effective here."),
        ("summary", "Acupuncture may promote recovery."),
        ("summary", "Acupuncture improved sleep in 60 people."),
        ("summary", "Primaquine is effective against malaria."),
        ("summary", "The study has limitations."),
        ("summary", "The benefits of acupuncture are unknown."),
        ("summary", "It is unclear whether acupuncture is effective."),
        ("summary", "Acupuncture has no effect on sleep."),
        ("summary", "Acupuncture is not effective for tinnitus."),
    ],
    "A09": [
        ("summary", "This is comparable to the evidence for stretching or dexamethasone after acupuncture."),
        ("summary", "Acupuncture was not more effective than ibuprofen."),
        ("summary", "Acupuncture was more effective than sham."),
        ("summary", "Drug A was more effective than drug B."),
        ("intro", "Feeling better than last week?"),
        ("intro", "Chinese medicine has more than one branch."),
    ],
    "A10": [
        ("intro", "Never stop taking your medication."),
        ("intro", "Do not stop taking your tablets without asking your doctor."),
        ("intro", "Acupuncture does not replace medicine."),
        ("intro", "Ask your doctor before you stop taking your tablets."),
        ("summary", "Participants were asked to avoid painkillers."),
        ("intro", "Avoid heavy meals before your visit."),
    ],
    "A13": [
        ("intro", "We would never say that 80% of our patients sleep better."),
        ("insights", "In a trial, 60% of patients slept better."),
        ("summary", "80% of patients improved with acupuncture."),
        ("intro", "Eight in ten people have back pain at some time."),
        ("intro", "Most of our practitioners speak Mandarin."),
        ("intro", "10% of people have it, according to a survey."),
    ],
    "A14": [
        ("intro", "It appeared in Evidence-Based Complementary and Alternative Medicine."),
        ("intro", "There is an alternative."),
        ("intro", "Chinese medicine has a long history."),
        ("summary", "We published in the Journal of Alternative and Complementary Medicine."),
    ],
    "A15": [
        ("intro", "Book a visit online."),
        ("intro", "The first visit takes an hour."),
        ("summary", "Delay discounting was measured."),
        ("intro", "We give no discounts."),
        ("intro", "Feel free to ask."),
    ],
}


@pytest.mark.parametrize(
    ("rule", "field", "text", "words"), [(rule, *row) for rule, rows in TRIPS.items() for row in rows]
)
def test_wording_that_is_a_fault(rule: str, field: str, text: str, words: str) -> None:
    assert words in [finding.words for finding in found_in(text, field) if finding.rule.id == rule]


@pytest.mark.parametrize(("rule", "field", "text"), [(rule, *row) for rule, rows in HARMLESS.items() for row in rows])
def test_wording_that_is_none(rule: str, field: str, text: str) -> None:
    assert [finding.words for finding in found_in(text, field) if finding.rule.id == rule] == []


@pytest.mark.parametrize(("rule", "field", "text"), [(rule, *row[:2]) for rule, rows in TRIPS.items() for row in rows])
def test_wording_of_somebody_else_is_none_but_for_what_patients_say(rule: str, field: str, text: str) -> None:
    quoted = f"An old book says: \u00ab{text} So it goes.\u00bb"
    found = [finding.words for finding in found_in(quoted, field) if finding.rule.id == rule]
    assert found == [] or rule == "A04"


def test_each_table_is_long_enough() -> None:
    assert TRIPS.keys() == HARMLESS.keys()
    assert all(len(rows) >= 3 for table in (TRIPS, HARMLESS) for rows in table.values())

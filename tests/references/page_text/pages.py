"""Texts of pages that these tests read: the words are invented, the studies' facts are theirs."""

from __future__ import annotations

from dataclasses import dataclass

from editor.content.shared_texts import Quotation, References, SiteResearch
from editor.content.site import Site

SITE = Site(
    title_template="{condition} | Invented Clinic",
    heading_template="{condition}: what studies found",
    research=SiteResearch(
        "What the trials report",
        "Below you read what trials of acupuncture for {condition_in_text} came to, in short.",
        "Any questions? [Write to us](https://clinic.example/write) at any time.",
        disclaimers=("This page replaces no visit to a doctor.", "Nobody can promise that {condition} gets better."),
    ),
    references=References(
        "All the studies",
        ("Studies of acupuncture for {condition_in_text} of {window_years} years.",),
        "12",
        "To the study",
    ),
    quotation=Quotation("An old book", "“The tiger sleeps by the river.”", "Book of Rivers", "Long ago"),
)


@dataclass(frozen=True)
class Entry:
    """A study as a page shows it."""

    journal: str
    date: str
    title: str
    publisher: str
    summary: str
    authors: str

    def lines(self, order: str = "jdtpsa") -> list[str]:
        """Its lines in an order of their first letters."""
        by_letter = {
            "j": self.journal,
            "d": self.date,
            "t": self.title,
            "p": f"{self.journal} {self.publisher}".strip(),
            "s": self.summary,
            "a": f"{self.authors} To the study",
        }
        return [by_letter[letter] for letter in order]


ENTRIES = (
    Entry(
        "Cochrane Database of Systematic Reviews",
        "2016, Jun 28",
        "Acupuncture for the prevention of episodic migraine",
        "The Cochrane Collaboration",
        "Headaches came less often in half of the people. Sham helped some of them as well.",
        "Linde K, Allais G, Brinkhaus B, Fei Y",
    ),
    Entry(
        "BMJ",
        "2020, Mar 25",
        "Manual acupuncture versus sham acupuncture and usual care: multicentre, randomised clinical trial",
        "",
        "In this trial, migraine days were fewer after twenty visits than with needles that did not go in.",
        "Xu S, Yu L, Luo X, Chen M",
    ),
    Entry(
        "JAMA",
        "2005",
        "Acupuncture for Patients With Migraine: A Randomized Controlled Trial",
        "American Medical Association",
        "No difference to sham was found, and both were better than waiting.",
        "Linde K, Streng A, Jürgens S",
    ),
)


def page_text(order: str = "jdtpsa", between: str = "\n\n", entries: tuple[Entry, ...] = ENTRIES) -> str:
    """A page about migraine as `SITE` shows it, with furniture around it."""
    lines = [
        "Home",
        "Book now",
        "Headache & Migraine: what studies found",
        "Many people know migraine from their families, and no two attacks are alike from the first hour to the last.",
        "What the trials report",
        "Below you read what trials of acupuncture for headache & migraine came to, in short.",
        "Trials of the last years are larger than those before them, and tell more about what lasts.",
        "Any questions? Write to us at any time.",
        "This page replaces no visit to a doctor.",
        "Nobody can promise that Headache & Migraine gets better.",
        "All the studies",
        "Studies of acupuncture for headache & migraine of 12 years.",
        *(line for entry in entries for line in entry.lines(order)),
        "An old book",
        "“The tiger sleeps by the river.” Book of Rivers",
        "Long ago",
        "© 2024 Invented Clinic",
    ]
    return between.join(lines)

"""Mending broken files: what is sure is mended and nothing else, and no other line changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.content.mending import mend_page, mend_site
from editor.content.reading import read_page, read_site

SAMPLE = Path(__file__).resolve().parents[2] / "sample_content"
PAGES = tuple(path.read_bytes() for path in sorted((SAMPLE / "conditions").iterdir()))
START = "name: Back pain\n"

SURE = [
    # A text with a colon and a space
    ("title: Acupuncture: a review\n", "title: 'Acupuncture: a review'\n"),
    ("title: Acupuncture:\n", "title: 'Acupuncture:'\n"),
    ("title: It's new: a review\n", 'title: "It\'s new: a review"\n'),
    ("title: “Acupuncture: a review”\n", "title: '“Acupuncture: a review”'\n"),
    ("title: A: b   # from the journal\n", "title: 'A: b'   # from the journal\n"),
    ("title: A: b  \n", "title: 'A: b'  \n"),
    ("title: A: b\r\nintro: c\r\n", "title: 'A: b'\r\nintro: c\r\n"),
    ("title: A: b", "title: 'A: b'"),
    ("title: A: b\n  goes on\n", "title: 'A: b\n  goes on'\n"),
    ("aliases:\n- a\n- '1'\nresearch:\n  lead: A: b\n", "aliases:\n- a\n- '1'\nresearch:\n  lead: 'A: b'\n"),
    ("studies:\n- title: A: b\n  doi: '1'\n", "studies:\n- title: 'A: b'\n  doi: '1'\n"),
    # A sign in front that YAML keeps for itself
    ("title: @home\n", "title: '@home'\n"),
    ("title: `home`\n", "title: '`home`'\n"),
    ("title: %5 of all\n", "title: '%5 of all'\n"),
    ("title: *Acupuncture* for pain\n", "title: '*Acupuncture* for pain'\n"),
    ("title: & more\n", "title: '& more'\n"),
    ("title: !!! new\n", "title: '!!! new'\n"),
    ("title: > 30 patients\n", "title: '> 30 patients'\n"),
    ("title: |x| of all\n", "title: '|x| of all'\n"),
    ("title: [Editorial] on pain\n", "title: '[Editorial] on pain'\n"),
    ("intro: [Book](https://a.example) now\n", "intro: '[Book](https://a.example) now'\n"),
    ("title: [Editorial\n", "title: '[Editorial'\n"),
    ("title: [Editorial]\n", "title: '[Editorial]'\n"),
    ("title: {condition} and pain\n", "title: '{condition} and pain'\n"),
    ("title: {condition}\n", "title: '{condition}'\n"),
    ("aliases:\n- @home\n", "aliases:\n- '@home'\n"),
    # Quotation marks
    ('title: "A trial\nintro: "B"\n', 'title: "A trial"\nintro: "B"\n'),
    ("title: 'A trial\nintro: B\n", "title: 'A trial'\nintro: B\n"),
    ('title: "A "real" trial"\n', 'title: "A \\"real\\" trial"\n'),
    ("title: 'it's'\n", "title: 'it''s'\n"),
    ("title: 'it's new\n", "title: 'it''s new'\n"),
    ('title: "Real" trials\n', "title: '\"Real\" trials'\n"),
    ('title: "Real" and "sham"\n', 'title: \'"Real" and "sham"\'\n'),
    ('title: "5\\% of all"\n', 'title: "5\\\\% of all"\n'),
    # Tabs
    ("research:\n\theading: A\n\tlead: B\n", "research:\n  heading: A\n  lead: B\n"),
    ("studies:\n- title: A\n\tjournal: B\n", "studies:\n- title: A\n  journal: B\n"),
    ("studies:\n  - title: A\n  \tjournal: B\n", "studies:\n  - title: A\n    journal: B\n"),
    ("studies:\n-\ttitle: A\n\tjournal: B\n", "studies:\n- title: A\n  journal: B\n"),
    ("aliases:\n    - a\n\t- b\n    - c\n", "aliases:\n    - a\n    - b\n    - c\n"),
    ("intro: |\n  One\n\tTwo\n", "intro: |\n  One\n  Two\n"),
    ("intro: One\n\tTwo\n", "intro: One\n  Two\n"),
    ("x_of_ours:\n\ta: b\n\tc: d\n", "x_of_ours:\n  a: b\n  c: d\n"),
    ("research:\n\tlead: A\n\tx_of_ours: B\n", "research:\n  lead: A\n  x_of_ours: B\n"),
    ("intro: One\n\t\ntitle: A\n", "intro: One\n\ntitle: A\n"),
    ("research:\n\theading: A: b\n\tlead: B\n", "research:\n  heading: 'A: b'\n  lead: B\n"),
    # No space after the colon
    ("title:Acupuncture\nintro: B\n", "title: Acupuncture\nintro: B\n"),
    ("studies:\n- title:A\n  journal: B\n", "studies:\n- title: A\n  journal: B\n"),
    ("studies:\n- title:A\n", "studies:\n- title: A\n"),
    ("studies:\n- title: A\n  url:https://a.example\n", "studies:\n- title: A\n  url: https://a.example\n"),
    # The same twice
    ("title: A\nintro: B\ntitle: A\n", "title: A\nintro: B\n"),
    ("title: A\ntitle: 'A'\n", "title: A\n"),
    ("title: A\n# of the title\ntitle: A\n", "title: A\n# of the title\n"),
    ("title: A\ntitle: A # the same\n", "title: A # the same\n"),
    ("intro: |\n  One\n  Two\nintro: |\n  One\n  Two\ntitle: A\n", "intro: |\n  One\n  Two\ntitle: A\n"),
    # Several
    (
        "title: A: b\nintro: \"B\nstudies:\n- title: 'it's'\n\tdoi: '1'\n  doi: '1'\n- title:C\n",
        "title: 'A: b'\nintro: \"B\"\nstudies:\n- title: 'it''s'\n  doi: '1'\n- title: C\n",
    ),
]

NOT_SURE = [
    "title: A intro: B\n",  # two lines that became one
    "title: A: b #3\n",  # a number or a comment
    "title: A: b\n  doi: c\n",
    "title: A: b\n  - c\n",
    "title: A: b\n  c # d\n",
    "title: A:\n- b\n",
    "x_numbers: a: b\n",  # only the website knows what this is
    "title: *repeated\n",  # what it repeats may be lost
    "title: &name A: b\n",
    "title: !include part.md\n",
    "title: !!python/object:os.system A\n",
    "title: | One\n  Two\n",
    "title: > One\n  Two\n",
    "aliases: [a, b\n",
    "title: [a, b\n",
    "title: [a, b]\n",
    "title: {a: b}\n",
    "title: {{ page.title }}\n",
    "title: {% if a %}\n",
    "intro: [\n",
    'title: "A",\nintro: B\n',
    'title: "A", "B"\n',
    "title: \"A trial'\n",
    "title: 'Patients' views'\n",
    "title: 'Tis new\nintro: B\n",
    'title: "A\n  B\nintro: C\n',
    'title: "A # B\nintro: C\n',
    'title: "C:\\docs\\new"\n',
    'title: 5" of 12" "\nintro: "A 5" tube"\n',
    "https://a.example\ntitle: A\n",
    "title: A\n  journal: B\n",  # spaces that do not fit
    "x:\n  a:\n\tb: c\n  d: e\n",  # beside a, or in it
    "x:\n  a:\n\tb: c\n",
    'title: "A\nintro: "B\nheading: C"\n',  # which of the marks is too many?
    "research: {\n  heading: A: b,\n}\n",
    "<<<<<<< mine\ntitle: A\n=======\ntitle: B\n>>>>>>> theirs\n",
    "intro: |\n  We treat back pain.\n\tstatus: draft\n",  # of the page, or of the text
    "intro: >\n  We treat back pain.\n\tCall: us\n",
    'intro: |\n  We treat back pain.\n\t"status": draft\n',
    "intro: |\n  We treat back pain.\n\tstatus:draft\n",
    "research:\n  lead: A\n\tstatus: draft\n",  # of the page: there is none in `research`, and none of a study
    "research:\n\tlead: A\n\tstatus: draft\n",
    "studies:\n- title: A\n\tstatus: draft\n",
    "aliases:\n- a\n\t- b\n",  # not one name "a - b"
    "description: Drink enough\n\tNote: call us before\n",  # words of the text, no key
    "description: Drink enough\n\tstatus: draft\n",
    "description: Drink enough\n\tAs ever: call us before\n",
    "studies:\n- title: A\n  summary: good\n\tWarning: small sample\n",
    "studies:\n- title: A\n  summary: good\n\tOne more: small sample\n",
    "studies:\n- title: A\n  summary: good\n\tWarning: small sample\n  doi: '1'\n",
    "studies:\n- title: A\n  summary: as follows:\n\tWarning: small sample\n",
    "studies:\n- title: A\n  summary: good\n\tnote: B\n\tWarning: small sample\n",
    "title: A\n---\ntitle: B\n",
    "title: A\0\n",
    "? [a]\n: b\n",
    "title: A # one\ntitle: A # two\n",
    "research: {lead: A, lead: A}\n",
    "title: &a A\ntitle: &b A\nintro: *a\nheading: *b\n",
]


def mended(text: str | bytes) -> str | None:
    data = text if isinstance(text, bytes) else (START + text).encode()
    mending = mend_page(data)
    return None if mending is None else mending.data.decode().removeprefix(START)


@pytest.mark.parametrize(("broken", "wanted"), SURE)
def test_what_is_sure_is_mended(broken: str, wanted: str) -> None:
    assert mended(broken) == wanted
    assert not read_page((START + wanted).encode(), "").problems


@pytest.mark.parametrize("broken", NOT_SURE)
def test_what_could_mean_something_else_is_left(broken: str) -> None:
    assert mended(broken) is None


@pytest.mark.parametrize("page", PAGES)
def test_a_good_page_has_nothing_to_mend(page: bytes) -> None:
    assert mend_page(page) is None


def test_every_mend_is_told_with_its_line_before_and_after() -> None:
    mending = mend_page(b"name: A\ntitle: A: b\n\nresearch:\n\tlead: C\nname: A\n")
    assert mending is not None
    told = [(mend.line, mend.before, mend.after) for mend in mending.mends]
    assert told == [(2, "title: A: b", "title: 'A: b'"), (5, "\tlead: C", "  lead: C"), (6, "name: A", None)]
    assert all(mend.what for mend in mending.mends)


def test_letters_and_quotation_marks_of_one_line_are_one_mend() -> None:
    mending = mend_page(b"name: A\ntitle: caf\xe9: b\n")
    assert mending is not None
    (mend,) = mending.mends
    assert (mend.before, mend.after) == ("title: caf�: b", "title: 'café: b'")


def test_the_sites_texts_are_mended_the_same_way() -> None:
    mending = mend_site(b"title_template: {condition} | Clinic\nreferences:\n\tlead:\n\t- A\n")
    assert mending is not None
    assert mending.data == b"title_template: '{condition} | Clinic'\nreferences:\n  lead:\n  - A\n"
    assert not read_site(mending.data).problems


def test_a_mark_and_another_encoding_stay() -> None:
    mending = mend_page("﻿name: A: b\n".encode("utf-16-le"))
    assert mending is not None
    assert mending.data == "﻿name: 'A: b'\n".encode("utf-16-le")

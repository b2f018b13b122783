"""Mending broken files: what is sure is mended and nothing else, and no other line changes."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from editor.content.mending import Mending, mend_page, mend_site
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


@pytest.mark.parametrize(
    ("broken", "wanted"),
    [
        (b"\x93A\x94 \x96 it\x92s 5\xb5m", "“A” \u2013 it\u2019s 5µm"),
        (b"caf\xe9 O\x92Brien \xa9 2018", "café O\u2019Brien © 2018"),
        (b"caf\x8e", None),  # é of an old Mac
        (b"K\x94ln", None),  # ö of DOS
        (b"caf\xc3 x", None),  # half of a UTF-8 letter
        (b"caf\xe9 \xc3\xa9", None),  # letters of both kinds
        (b"it\x81", None),
        (b"a \x92x", None),
    ],
)
def test_letters_of_an_old_encoding(broken: bytes, wanted: str | None) -> None:
    text = mended(b"name: Back\ntitle: " + broken + b"\nintro: \xe2\x80\x9cC\xe2\x80\x9d\n")
    assert text == (None if wanted is None else f"name: Back\ntitle: {wanted}\nintro: “C”\n")


@pytest.mark.parametrize("elsewhere", ["cp1250", "cp1254"])
def test_a_letter_that_another_old_windows_reads_as_another_is_no_sure_one(elsewhere: str) -> None:
    for code in range(0x80, 0x100):
        byte = bytes((code,))
        here, there = byte.decode("cp1252", errors="replace"), byte.decode(elsewhere, errors="replace")
        if here != there and there.isalpha():
            for words in (b"id" + byte + b"s", b"s" + byte + b" a", b"a " + byte + b"s", b"A " + byte):
                assert mended(b"name: Back\ntitle: " + words + b"\n") is None, (words, there)


@pytest.mark.parametrize("words", ["Köln, Zürich, Bär, groß", "Garçon, café", "así, corazón, útil", "£45 to £60 …"])
def test_what_western_texts_need_is_mended_still(words: str) -> None:
    text = f"name: Back\ntitle: {words} “A”\n"
    assert mended(text.encode("cp1252")) == text


def test_a_key_is_never_made_of_old_letters() -> None:
    assert mend_page(b"name: A\nx_caf\xe9: B\n") is None


def test_letters_and_quotation_marks_of_one_line_are_one_mend() -> None:
    mending = mend_page(b"name: A\ntitle: caf\xe9: b\n")
    assert mending is not None
    (mend,) = mending.mends
    assert (mend.before, mend.after) == ("title: caf�: b", "title: 'café: b'")


# Choices


def chosen(text: str, *choices: int) -> Mending:
    mending = mend_page((START + text).encode(), choices)
    assert mending is not None
    return mending


def test_of_two_values_one_is_chosen() -> None:
    text = "title: A\nintro: B\ntitle: C # new\n# end\n"
    (choice,) = chosen("title: A\nintro: B\ntitle: C\n# end\n").choices
    assert (choice.key, choice.lines, choice.texts) == ("title", (2, 4), ("A", "C"))
    assert chosen("title: A\nintro: B\ntitle: C\n# end\n", 0).data.decode() == START + "title: A\nintro: B\n# end\n"
    assert chosen("title: A\nintro: B\ntitle: C\n# end\n", 1).data.decode() == START + "intro: B\ntitle: C\n# end\n"
    assert mended(text) is None, "a comment would go"


def test_what_stands_behind_a_dash_can_go_too() -> None:
    text = "studies:\n- title: A\n  journal: J\n  title: B\n- title: D\n"
    assert chosen(text, 0).data.decode() == START + "studies:\n- title: A\n  journal: J\n- title: D\n"
    assert chosen(text, 1).data.decode() == START + "studies:\n- title: B\n  journal: J\n- title: D\n"


def test_a_choice_at_the_end_of_a_file_without_a_line_break() -> None:
    text = "studies:\n- title: A\n  journal: J\n  title: B"
    assert chosen(text, 1).data.decode() == START + "studies:\n- title: B\n  journal: J\n"


def test_several_choices_are_made_in_the_order_in_which_they_are_shown() -> None:
    text = "title: A\ntitle: B\nintro: C\nintro: D\nintro: C\n"
    assert [choice.key for choice in chosen(text).choices] == ["title", "intro"]
    assert chosen(text, 1, 0).data.decode() == START + "title: B\nintro: C\n"


@pytest.mark.parametrize(
    ("twice", "texts"),
    [
        ("intro: *lead\nintro: B\n", ("All of it", "B")),
        ("aliases: *names\naliases:\n- *lead\n", ("A\nAll of it", "All of it")),
        ("intro: ~\nintro: B\n", ("", "B")),
        ("intro: ~\nintro: '~'\n", ("", "~")),
    ],
)
def test_a_choice_shows_what_is_said_and_no_signs_of_the_file(twice: str, texts: tuple[str, str]) -> None:
    (choice,) = chosen("research:\n  lead: &lead All of it\nx_names: &names [A, *lead]\n" + twice).choices
    assert choice.texts == texts


@pytest.mark.parametrize(
    ("twice", "wanted"),
    [
        ("title: yes\ntitle: 'yes'\n", "title: yes\n"),
        ("title: ~\ntitle: ''\n", "title: ~\n"),
        ("aliases: [1]\naliases:\n- '1'\n", "aliases: [1]\n"),
        ("x_of_ours: yes\nx_of_ours: yes\n", "x_of_ours: yes\n"),
        ("x_of_ours: yes\nx_of_ours: 'yes'\n", None),  # true for the website, or a word
        ("x_of_ours: 1\nx_of_ours: '1'\n", None),
        ("x_of_ours: ~\nx_of_ours: '~'\n", ("", "~")),
        ("x_of_ours:\n  a: [1]\nx_of_ours:\n  a: ['1']\n", None),
    ],
)
def test_quotation_marks_are_nothing_in_the_programs_own_texts_alone(
    twice: str, wanted: str | tuple[str, str] | None
) -> None:
    if isinstance(wanted, tuple):
        (choice,) = chosen(twice).choices
        assert choice.texts == wanted
    else:
        assert mended(twice) == wanted


def test_what_repeats_itself_without_end_is_no_choice() -> None:
    assert mended("x_a: &a [*a]\nintro: A\nx_b: *a\nx_b: B\n") is None
    laughs = "x0: &a0 [ha, ha]\n" + "".join(f"x{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 12))
    assert mended(laughs + "x_b: *a11\nx_b: B\n") is None


@pytest.mark.parametrize("first", ["studies: {a: b}\n", "title: A\ntitle: B\nstudies: {a: b}\n"])
def test_where_the_first_cannot_be_read_the_second_is_offered(first: str) -> None:
    text = first + "studies:\n- title: x\n"
    mending = chosen(text)
    *others, choice = mending.choices
    assert choice.key == "studies"
    assert b"\nstudies:\n- title: x\n" in mending.data
    assert mend_page((START + text).encode(), [0] * len(others) + [0]) is None
    assert chosen(text, *[0] * len(others), 1).data == mending.data


def test_the_sites_texts_are_mended_the_same_way() -> None:
    mending = mend_site(b"title_template: {condition} | Clinic\nreferences:\n\tlead:\n\t- A\n")
    assert mending is not None
    assert mending.data == b"title_template: '{condition} | Clinic'\nreferences:\n  lead:\n  - A\n"
    assert not read_site(mending.data).problems


def test_a_mark_and_another_encoding_stay() -> None:
    mending = mend_page("﻿name: A: b\n".encode("utf-16-le"))
    assert mending is not None
    assert mending.data == "﻿name: 'A: b'\n".encode("utf-16-le")


# Good pages with one thing broken


def fields_of(page: str) -> list[tuple[int, str, str]]:
    """Of each simple line: where it begins, what stands before its value, and the value as written."""
    found, start = [], 0
    for line in page.splitlines(keepends=True):
        lead, sign, value = line.partition(": ")
        text = value.rstrip("\r\n")
        if sign and lead.strip(" -").isidentifier():
            found.append((start, lead + sign, text))
        start += len(line)
    return found


@st.composite
def broken_pages(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """A page with one value that lacks its quotation marks, or an end of them, or a space: and as it should be."""
    page = draw(st.sampled_from(PAGES)).decode()
    start, lead, value = draw(st.sampled_from(fields_of(page)))
    kind = draw(st.sampled_from(("colon", "end", "space", "apostrophe", "inner")))
    words = draw(st.lists(st.sampled_from(("pain", "Trial", "5", "of", "naïve", "(new)")), min_size=1, max_size=4))
    text = " ".join(words)
    key = lead.strip(" -:")
    assume(key in ("title", "heading", "journal", "publisher", "authors", "name_in_text", "reviewed_by"))
    good, bad = {
        "colon": (f"'A {text}: {text}'", f"A {text}: {text}"),
        "end": (f'"A {text}"', f'"A {text}'),
        "space": (f"A {text}", None),
        "apostrophe": (f"'A {text} isn''t'", f"'A {text} isn't'"),
        "inner": (f'"A \\"{text}\\" x"', f'"A "{text}" x"'),
    }[kind]
    assume(not value.startswith(("|", ">", "&", "*", "{", "[")) and "#" not in value)
    rest = page[start + len(lead + value) :]
    before = page[:start]
    line = lead.rstrip() + good if bad is None else lead + bad
    return (before + line + rest).encode(), (before + lead + good + rest).encode()


@given(broken_pages())
@settings(max_examples=80, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_one_thing_broken_in_a_good_page_is_mended_to_the_byte(pages: tuple[bytes, bytes]) -> None:
    broken, good = pages
    assume(not read_page(good, "").problems and read_page(broken, "").problems)
    mending = mend_page(broken)
    assert mending is not None
    assert mending.data == good


BITS = [
    b"\t",
    b"'",
    b'"',
    b": ",
    b":",
    b"  ",
    b"[",
    b"{",
    b"#",
    b"- ",
    b"|",
    b"&",
    b"*",
    b"\n",
    b"\xe9",
    b"\x92",
    b"@",
    b"",
]


@given(
    st.sampled_from(PAGES), st.lists(st.tuples(st.floats(0, 1), st.sampled_from(BITS), st.integers(0, 2)), max_size=3)
)
@settings(max_examples=150)
def test_whatever_is_broken_only_the_told_lines_change(page: bytes, changes: list[tuple[float, bytes, int]]) -> None:
    for where, bit, less in changes:
        place = int(where * len(page))
        page = page[:place] + bit + page[place + less :]
    mending = mend_page(page)
    if mending is None:
        return
    assert not read_page(mending.data, "").problems
    assert not mend_page(mending.data)
    told = {mend.line for mend in mending.mends}
    if not mending.choices and all(mend.after is not None for mend in mending.mends):
        before, after = page.split(b"\n"), mending.data.split(b"\n")
        assert len(before) == len(after)
        assert {number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]} == told


def test_hostile_files_are_mended_to_something_that_can_be_edited_or_not_at_all(
    kit: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(kit("faults") / "hostile_yaml")
    cases = [case for case in importlib.import_module("cases").CASES if "_mb" not in case.name]
    assert len(cases) > 70
    for case in cases:
        data = case.data()
        begun = time.process_time()
        mending = mend_page(data)
        assert time.process_time() - begun < 1, case.name
        assert mending is None or not read_page(mending.data, "").problems, case.name


@pytest.mark.parametrize(
    "broken",
    [
        "studies:\n" + "- title: A: b\n" * 3000,
        "studies:\n" + "- title: A\n\tjournal: B\n" * 3000,
        "title: A\n" * 20_000,
        "".join(f'x{number}: "A\n' for number in range(5000)),
        'title: "' + 'a "b" ' * 30_000 + '"\n',
        "title: '" + "it's " * 60_000 + "'\n",
        "a:\n" + "\tb: c: d\n" * 20_000,
    ],
    ids=("colons", "tabs", "keys", "ends", "marks", "apostrophes", "tabs_and_colons"),
)
def test_however_much_is_broken_it_takes_no_second(broken: str) -> None:
    begun = time.process_time()
    mend_page((START + broken).encode())
    assert time.process_time() - begun < 1

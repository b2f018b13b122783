"""Keys that stand twice with two values: one is chosen, and what a choice brings up is asked too."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.content.mending import Mending, mend_page

SAMPLE = Path(__file__).resolve().parents[2] / "sample_content"
PAGES = tuple(path.read_bytes() for path in sorted((SAMPLE / "conditions").iterdir()))
START = "name: Back pain\n"


def mended(text: str | bytes) -> str | None:
    data = text if isinstance(text, bytes) else (START + text).encode()
    mending = mend_page(data)
    return None if mending is None else mending.data.decode().removeprefix(START)


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

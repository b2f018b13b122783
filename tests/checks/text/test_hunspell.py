"""Dictionaries in Hunspell's form, written out."""

from __future__ import annotations

from pathlib import Path

from editor.checks.text.hunspell import read_affixes, words_of
from editor.paths import resources

AFFIXES = """
SET UTF-8
NOSUGGEST !
PFX U Y 1
PFX U 0 un .
PFX X N 1
PFX X 0 ex .
SFX D Y 3
SFX D 0 d e
SFX D y ied [^aeiou]y
SFX D 0 ed [^ey]
SFX V N 1
SFX V 0 ive .
SFX M Y 1
SFX M 0 's .
REP 2
REP ie ei
REP alot a_lot
"""


def test_forms_are_made_by_flags_and_conditions(tmp_path: Path) -> None:
    (tmp_path / "a.aff").write_text(AFFIXES, encoding="utf-8")
    (tmp_path / "a.dic").write_text("6\nact/UV\ntie/UD\ncarry/D\nneedle/M\nport/XD\nrude/!\n", encoding="utf-8")
    affixes = read_affixes(tmp_path / "a.aff")
    words = words_of(tmp_path / "a.dic", affixes)
    assert words == {
        *(
            "act",
            "unact",
            "active",
            "tie",
            "untie",
            "tied",
            "untied",
            "carry",
            "carried",
            "needle",
            "needle's",
            "port",
            "export",
            "ported",
        ),
    }
    assert affixes.replacements == (("ie", "ei"), ("alot", "a lot"))


def test_shipped_dictionaries_say_whose_they_are() -> None:
    folder = resources() / "dictionaries"
    for name in ("en_AU", "en_US"):
        said = (folder / f"README_{name}.txt").read_text(encoding="utf-8")
        assert "Permission to use, copy, modify, distribute and sell" in said
        first, *entries = (folder / f"{name}.dic").read_text(encoding="utf-8").splitlines()
        assert int(first) == len(entries)


def test_the_words_of_the_field_are_counted_sorted_and_in_no_other_dictionary() -> None:
    folder = resources() / "dictionaries"
    affixes = read_affixes(folder / "en_AU.aff")
    first, *entries = (folder / "field.dic").read_text(encoding="utf-8").splitlines()
    assert int(first) == len(entries)
    assert entries == sorted(entries, key=lambda entry: entry.partition("/")[0].casefold())
    general = words_of(folder / "en_AU.dic", affixes)
    words = (entry.partition("/") for entry in entries)
    assert [word for word, _, flags in words if general.issuperset(affixes.forms(word, flags))] == []

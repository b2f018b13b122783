"""Names of pages' files."""

from __future__ import annotations

import pytest

from editor.checks import name_problems


def found(*names: str) -> list[tuple[str, str]]:
    return [(problem.rule, problem.file) for problem in name_problems([f"conditions/{name}" for name in names])]


def test_ordinary_names() -> None:
    assert found("back-pain.yaml", "knee.yml", "schmerz-für-füße.yaml") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("knee.yaml", "knee.yml"), ("Knee.yaml", "knee.yaml"), ("fu\u0308sse.yaml", "f\u00fcsse.yml")],
)
def test_two_files_with_one_address(first: str, second: str) -> None:
    assert found(first, second) == [("address_twice", f"conditions/{name}") for name in (first, second)]
    one, other = name_problems([f"conditions/{first}", f"conditions/{second}"])
    assert f"conditions/{second}" in one.message
    assert f"conditions/{first}" in other.message


def test_a_second_site_file_is_told_with_the_one_in_use() -> None:
    assert name_problems(["site.yaml", "conditions/site.yaml"]) == ()
    one, other = name_problems(["site.yaml", "site.yml", "conditions/knee.yaml"])
    assert (one.rule, one.file, other.rule, other.file) == ("site_twice", "site.yaml", "site_twice", "site.yml")
    assert "site.yml beside it" in one.message
    assert "taken from site.yaml" in other.message


@pytest.mark.parametrize("name", ["nul.yaml", "com1.yml", "a:b.yaml", "knee .yaml", "knee..yaml"])
def test_names_that_not_every_computer_can_use(name: str) -> None:
    assert found(name) == [("address_refused", f"conditions/{name}")]

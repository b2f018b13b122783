"""What the README tells the website's developer about templates is what they get."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from editor.render import templates
from editor.render.page_html import IndexEntry, index_html, page_html
from editor.render.style_sheet import LONGEST_IMPORTED
from editor.render.templates import FILTERS
from editor.render.theme import STYLE, Delivery, Rendering, Theme, built_in_texts, built_in_theme, own_theme
from editor.render.theme_folder import LARGEST_FILE, LARGEST_TEXT, MOST_FILES
from tests.conftest import ROOT
from tests.render.test_parts import PAGE, SITE

README = (ROOT / "README.md").read_text(encoding="utf-8")
LOOK = README[README.index("### The look of the pages") : README.index("### Commands for your build")]
FRAME = {"head.html", "header.html", "footer.html"}
Values = dict[str, set[str]]
FOR_OTHER_LOOKS = {
    "page.html": {"name", "aliases", "last_reviewed", "machine_last_reviewed", "reviewed_by"},
    "study.html": {"doi", "pmid"},
}
"""What the built-in look has no use for."""


def names(text: str) -> set[str]:
    """What stands in backquotes."""
    return set(re.findall(r"`([^`]+)`", text))


@pytest.fixture(scope="module")
def in_table() -> Values:
    """The values of each template that stand in the README's table."""
    found: Values = {}
    for template, values in re.findall(r"^\| `([a-z]+\.html)` \| (.+?) \|", LOOK, re.MULTILINE):
        found.setdefault(template, set()).update(names(values))
    return found


@pytest.fixture(scope="module")
def documented(in_table: Values) -> Values:
    """The values of each template that the README names."""
    page = in_table["page.html"]
    return in_table | dict.fromkeys(FRAME, page) | {"index.html": in_table["index.html"] | page}


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Values:
    """The values that each template gets."""
    found: Values = {template: set() for template in FRAME}
    render = templates.render

    def noted(theme: Theme, template: str, values: Mapping[str, object], delivery: Delivery) -> Rendering:
        found.setdefault(template, set()).update(values)
        return render(theme, template, values, delivery)

    monkeypatch.setattr(templates, "render", noted)
    page_html(SITE, PAGE, built_in_theme(), Delivery.LINKED)
    index_html(SITE, [PAGE], built_in_theme())
    return found | dict.fromkeys(FRAME, found["page.html"])


def test_the_readme_names_each_value_of_each_template_and_no_other(documented: Values, given: Values) -> None:
    assert documented == given


def test_the_readme_names_each_template(documented: Values) -> None:
    assert set(documented) == {name for name in built_in_texts() if name.endswith(".html")}


def test_the_built_in_templates_use_what_the_readme_names_and_all_of_it(documented: Values, in_table: Values) -> None:
    used: Values = {}
    environment = _environment()
    for name in documented:
        tree = environment.parse(built_in_texts()[name])
        used[name] = meta.find_undeclared_variables(tree) - {"range", "namespace"}
        assert used[name] <= documented[name], name
    for name in ("page.html", "index.html"):
        used[name] |= set().union(*(used[included] for included in FRAME))
    unused = {name: in_table[name] - used[name] for name in in_table}
    assert {name: values for name, values in unused.items() if values} == FOR_OTHER_LOOKS


def test_the_readme_names_what_a_condition_in_the_list_has() -> None:
    (row,) = re.findall(r"^\| `index.html` \| `conditions` \| (.+?) \|$", LOOK, re.MULTILINE)
    assert names(row) == set(IndexEntry.__annotations__)


def test_the_readme_names_each_filter_and_function() -> None:
    table = LOOK[LOOK.index("| In a template |") :]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == [*FILTERS, "asset"]


def test_the_readme_states_the_limits() -> None:
    limits = (
        f"{MOST_FILES} files; {LARGEST_TEXT >> 20} MB for a template or `style.css`, in UTF-8; {LARGEST_FILE >> 20} MB"
    )
    assert limits in " ".join(LOOK.split())
    assert f"(up to {LONGEST_IMPORTED:,} letters)" in " ".join(LOOK.split())


def test_the_example_works() -> None:
    (example,) = (text for text in re.findall(r"```\n(.*?)```", LOOK, re.DOTALL) if "<style>" in text)
    example = example.replace('{{ asset("icon.svg") }}', "theme/icon.svg")
    assert "{" not in example.replace(":root {", "")
    own, built_in = own_theme(Path("theme"), {"head.html": example}, {}), built_in_theme()
    for with_example, plain in (
        (page_html(SITE, PAGE, own, Delivery.LINKED), page_html(SITE, PAGE, built_in, Delivery.LINKED)),
        (index_html(SITE, [PAGE], own), index_html(SITE, [PAGE], built_in)),
    ):
        assert with_example.faults == ()
        assert with_example.html.replace(example.strip(), "") == plain.html
    assert set(re.findall("--[a-z]+", example)) <= set(re.findall("--[a-z]+", built_in.text(STYLE)))


def test_what_is_in_the_readme_as_a_template_is_one() -> None:
    for text in re.findall(r"`(\{\{ .+? \}\})`", LOOK):
        assert _environment().parse(text.replace("\\|", "|")).find(nodes.Output), text


def _environment() -> Environment:
    environment = Environment(autoescape=True)
    environment.filters.update(FILTERS)
    return environment

"""The website's own templates: what they may do, what they may not, and what becomes of faulty ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.study import Study
from editor.render.page_html import page_html
from editor.render.parts import Part, page_parts, render_part
from editor.render.theme import Delivery, NotRendered, Rendering, Theme, built_in_theme, own_theme
from tests.render.test_parts import PAGE, SITE

INTRO, STUDY = page_parts(SITE, PAGE)[0], page_parts(SITE, PAGE)[3]
ATTACK = """<b onclick="x()">b</b><script>y()</script>"""


def look(**templates: str) -> Theme:
    """A look of the website's own with these templates: `intro="..."` is its intro.html."""
    return own_theme(Path("theme"), {f"{name}.html": text for name, text in templates.items()}, {})


def shown(template: str, part: Part = INTRO) -> Rendering:
    """What a part becomes where its template is this one."""
    return render_part(part, look(**{part.template.removesuffix(".html"): template}))


def test_an_own_template_takes_the_place_of_one_and_no_other() -> None:
    theme = look(intro="mine: {{ heading }}")
    assert render_part(INTRO, theme) == Rendering("mine: Knee Pain: research")
    assert render_part(STUDY, theme) == render_part(STUDY, built_in_theme())


def test_templates_include_and_extend_others() -> None:
    theme = look(
        study='{% extends "card.html" %}{% block inside %}{{ title }}{% endblock %}',
        card='<li data-part="{{ part }}">{% block inside %}{% endblock %}</li>',
        intro='<div>{% include "built-in/intro.html" %}</div>',
    )
    assert render_part(STUDY, theme).html == f'<li data-part="{STUDY.id}">Knees &amp; needles</li>'
    assert render_part(INTRO, theme).html == f"<div>{render_part(INTRO, built_in_theme()).html}</div>"


def test_a_template_may_show_the_bare_numbers_of_a_study() -> None:
    template = look(study="[{{ doi }}] [{{ pmid }}]")
    for doi, pmid, expected in [
        ("https://doi.org/10.1/a", "PMID: 7", "[10.1/a] [7]"),
        ("n/a", "none", "[] []"),
        (None, None, "[] []"),
    ]:
        part = page_parts(SITE, replace(PAGE, studies=(replace(PAGE.study_list[0], doi=doi, pmid=pmid),)))[3]
        assert render_part(part, template).html == expected
    assert not any(part.is_study for part in page_parts(SITE, replace(PAGE, studies=(Study(doi="n/a", pmid="?"),))))


def test_the_level_of_a_title_is_a_number() -> None:
    assert shown("h{{ title_level + 1 }}", STUDY) == Rendering("h4")


@pytest.mark.parametrize(
    ("template", "line", "reason"),
    [
        ("\n\n{{ titel }}", 3, "'titel' is undefined"),
        ("{% if heading %}\n{% fo x in y %}\n{% endif %}", 2, "unknown tag 'fo'"),
        ("{% if heading %}", 1, "Unexpected end of template"),
        ("\n{{ heading | markdwn }}", 2, "No filter named 'markdwn'"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("\n{{ heading + 1 }}", 2, "str"),
        ("\n{{ {}.a.b }}", 2, "has no attribute 'a'"),
        ("\n{{ (1, 2) | markdown }}", 2, "want one text"),
        ('\n{% include "card.html" %}', 2, "there is no template card.html"),
        ('\n{{ asset("logo.svg") }}', 2, "there is no file logo.svg"),
        ('\n{{ asset("style.css") }}', 2, "“asset” and “url” are not for templates and the style sheet"),
        ('\n{{ asset("intro.html") }}', 2, "not for templates"),
        ('{% include "intro.html" %}', 1, "without end"),
        ('{% extends "intro.html" %}', 1, "without end"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", 1, "without end"),
        ("{% autoescape false %}\n{{ heading }}{% endautoescape %}", 1, "autoescape"),
        ("{{ heading }}\n{{ (" + "(" * 300 + "1" + ")" * 300 + ") }}", None, ""),
        ("{% for a in [1] %}" * 30 + "x" + "{% endfor %}" * 30, None, ""),
    ],
)
def test_a_faulty_template_is_told_and_the_built_in_one_stands_in(template: str, line: int | None, reason: str) -> None:
    rendering = shown(template)
    assert rendering.html == render_part(INTRO, built_in_theme()).html
    (fault,) = rendering.faults
    assert (fault.file, fault.is_replaced) == ("intro.html", True)
    assert line is None or fault.line == line
    assert reason in fault.reason
    assert "intro.html of the website's own look" in fault.sentence()


@pytest.mark.parametrize(
    ("template", "other"),
    [
        ('mine: {% include "a.html" %}', "\n{{ nothing }}"),
        ('mine: {% include "a.html" %}', "\n{% fo %}"),
        ('{% extends "a.html" %}', "\n{{ nothing }}"),
        ('{% import "a.html" as a %}\n\n\n{{ a.m() }}', "{% macro m() %}\n{{ nothing }}{% endmacro %}"),
        ('{% include "b.html" %}', "\n{{ nothing }}"),
    ],
)
def test_a_fault_in_an_included_template_is_its_own_and_told_once(template: str, other: str) -> None:
    theme = look(intro=template, a=other, b='{% include "a.html" %}')
    rendering = render_part(INTRO, theme)
    assert [(fault.file, fault.line, fault.is_replaced) for fault in rendering.faults] == [("a.html", 2, True)]
    assert rendering.html == render_part(INTRO, built_in_theme()).html


def test_a_fault_in_a_part_of_the_frame_leaves_the_rest_of_the_look() -> None:
    theme = look(page='own {% include "header.html" %}', header="{{ nothing }}")
    rendering = page_html(SITE, PAGE, theme, Delivery.LINKED)
    assert [fault.file for fault in rendering.faults] == ["header.html"]
    assert rendering.html.startswith("own ")


def test_a_fault_in_what_a_part_of_the_frame_includes_leaves_the_rest_of_the_look_too() -> None:
    theme = look(page='own {% include "header.html" %}', header='{% include "a.html" %}', a="{{ nothing }}")
    rendering = page_html(SITE, PAGE, theme, Delivery.LINKED)
    assert [fault.file for fault in rendering.faults] == ["a.html"]
    assert rendering.html.startswith("own ")


def test_the_same_fault_is_told_once_for_a_page() -> None:
    rendering = page_html(SITE, PAGE, look(study="{{ nothing }}", intro="{{ nothing }}"), Delivery.LINKED)
    assert [fault.file for fault in rendering.faults] == ["intro.html", "study.html"]


@pytest.mark.parametrize("template", ["", " \n", "{# To be written #}\n", '{% extends "base.html" %}'])
def test_an_empty_page_is_a_fault_and_the_built_in_one_stands_in(template: str) -> None:
    for delivery in Delivery:
        rendering = page_html(SITE, PAGE, look(page=template, base="\n"), delivery)
        assert rendering.html == page_html(SITE, PAGE, built_in_theme(), delivery).html
        assert [fault.sentence() for fault in rendering.faults] == [
            "page.html of the website's own look: it makes an empty page. The built-in look is shown instead."
        ]


def test_an_empty_template_of_a_part_leaves_the_part_out() -> None:
    rendering = page_html(SITE, PAGE, look(quotation=""), Delivery.LINKED)
    assert rendering.faults == ()
    assert "quotation" not in rendering.html


def test_a_template_that_nobody_has_is_an_error() -> None:
    with pytest.raises(NotRendered) as caught:
        render_part(Part("x", "missing.html", ()), look(intro=""))
    assert caught.value.template == "missing.html"


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ self.__init__.__globals__ }}",
        "{{ asset.__globals__ }}",
        "{{ asset.__self__ }}",
        "{{ heading | attr('__class__') }}",
        "{{ [heading] | map(attribute='__class__') | first }}",
        "{{ '{0.__class__.__mro__}'.format(heading) }}",
        "{{ heading.format.__func__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ namespace.__init__ }}",
        "{{ (heading | safe).__html__.__self__ }}",
        "{% set x = [] %}{{ x.append(1) }}",
        "{{ lipsum() }}",
        "{{ [1, 2] | random }}",
        "{{ range(10**9) }}",
        "{{ (10 ** 1000000) % 7 }}",
        "{{ 'x' * 10 ** 7 }}",
        "{{ ([1] * 10 ** 7) | length }}",
        "{{ (10 ** 7 * [1]) | length }}",
        "{% for a in range(90000) %}{{ 'x' * 1000 }}{% endfor %}",
        "{% macro m() %}{% for a in range(90000) %}{{ 'x' * 1000 }}{% endfor %}{% endmacro %}{{ m() | length }}",
    ],
)
def test_templates_reach_neither_python_nor_more_than_they_need(template: str) -> None:
    rendering = shown(template)
    assert rendering.html == render_part(INTRO, built_in_theme()).html
    assert len(rendering.faults) == 1


def test_the_texts_of_a_page_stay_harmless_whatever_filter_they_pass() -> None:
    part = Part("intro", "intro.html", (("heading", ATTACK),))
    for filters in ("safe", "safe | safe", "e | safe", "string | safe", "markdown | safe", "default('') | safe | trim"):
        html = shown(f"{{{{ heading | {filters} }}}}", part).html
        assert "onclick=" not in html.replace("onclick=&#34;", "")
        assert "<script" not in html
    mapped = shown("{% for text in [heading] | map('safe') %}{{ text }}{% endfor %}", part)
    assert (mapped.html, mapped.faults) == ("<b>b</b>", ())
    assert shown("{{ heading }}", part).html == "".join(
        {"<": "&lt;", ">": "&gt;", '"': "&#34;"}.get(letter, letter) for letter in ATTACK
    )

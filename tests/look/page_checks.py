"""What is wrong with the page in a tab, as a person with this window would meet it: one line for each finding."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from tests.look.chromium import Tab

RULE_SETS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
"""All of axe-core's rules for WCAG 2.0, 2.1 and 2.2, levels A and AA, and what it calls best practices."""

_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": RULE_SETS},
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2's rule, which axe-core leaves out unless it is asked for
    "resultTypes": ["violations", "incomplete"],
    "preload": False,  # else it asks for style sheets and media once more
}
_RUN_AXE = "axe.run(document, %s).then(({violations, incomplete, passes}) => ({violations, incomplete, passes}))"

_CUT_OFF = """
(() => {
  const findings = [];
  const root = document.scrollingElement;
  const width = root.clientWidth;
  if (root.scrollWidth > width) findings.push(`scrolls sideways: ${root.scrollWidth} px in ${width}`);
  const name = element => element.outerHTML.slice(0, 80);
  for (const element of document.body.querySelectorAll('*')) {
    const {overflowX, overflowY, contain, contentVisibility} = getComputedStyle(element);
    const paints = contentVisibility === 'auto' || /paint|content|strict/.test(contain);
    const clips = overflow => overflow === 'hidden' || overflow === 'clip' || (overflow === 'visible' && paints);
    const sideways = clips(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const below = clips(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (sideways || below) findings.push(`cuts off what it holds: ${name(element)}`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const outside = [...range.getClientRects()].some(box => box.right > width + 1 || (box.left < -1 && box.right > 0));
    if (outside) findings.push(`text beyond the edge: ${texts.currentNode.data.trim().slice(0, 80)}`);
  }
  return findings;
})()
"""
_MOVING = """
[...document.querySelectorAll('*')].flatMap(element => {
  const style = getComputedStyle(element);
  const lasts = durations => durations.split(',').some(duration => parseFloat(duration) > 0);
  const moves = (style.animationName !== 'none' && lasts(style.animationDuration))
    || lasts(style.transitionDuration) || style.scrollBehavior === 'smooth';
  return moves ? [`moves: ${element.outerHTML.slice(0, 80)}`] : [];
})
"""
_NOT_LAID_OUT = """
[...document.body.querySelectorAll('*')]
  .filter(element => element.checkVisibility() && !element.checkVisibility({contentVisibilityAuto: true}))
  .map(element => element.outerHTML.slice(0, 80))
"""
_SCRIPTS = """
[...document.scripts].filter(script => script.type !== 'application/ld+json').map(script => script.outerHTML)
"""
_FOCUSED = """
(() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(focused);
  const seen = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  return {seen, top: focused.getBoundingClientRect().top, text: focused.outerHTML.slice(0, 80)};
})()
"""


def accessibility_findings(tab: Tab) -> list[str]:
    """The violations that axe-core finds, and what it cannot decide and leaves to a person."""
    if tab.evaluate("typeof axe") == "undefined":
        tab.evaluate(_AXE + "; null")
    result = tab.evaluate(_RUN_AXE % json.dumps(_AXE_OPTIONS))
    assert "document-title" in {rule["id"] for kind in result.values() for rule in kind}, "axe-core did not run"
    found = [("", rule) for rule in result["violations"]] + [("undecided: ", rule) for rule in result["incomplete"]]
    return [f"{kind}{rule['id']}: {_reason(node)}" for kind, rule in found for node in rule["nodes"]]


def _reason(node: dict[str, Any]) -> str:
    messages = [check["message"] for check in node["any"] + node["all"] + node["none"]]
    return f"{node['html'][:120]}: {' '.join(messages)}"


def cut_off(tab: Tab) -> list[str]:
    """What cannot be read to its end, or only by scrolling sideways."""
    return list(tab.evaluate(_CUT_OFF))


def moving(tab: Tab) -> list[str]:
    """What moves, or would on some occasion."""
    return list(tab.evaluate(_MOVING))


def not_laid_out(tab: Tab) -> list[str]:
    """What is in sight and has no layout yet, so that no check can say anything of it."""
    return list(tab.evaluate(_NOT_LAID_OUT))


def complaints(tab: Tab) -> list[str]:
    """What the browser wrote into its console while the page was loaded, and requests that failed."""
    return tab.complaints


def scripts(tab: Tab) -> list[str]:
    """Scripts of the page; data in a script element is none."""
    return list(tab.evaluate(_SCRIPTS))


def faults_of_the_keyboard(tab: Tab) -> list[str]:
    """What is wrong on the way through the page with the Tab key: no mark at the focus, or a way up the page."""
    findings = []
    above = float("-inf")
    tab.tell("Emulation.setFocusEmulationEnabled", enabled=True)
    tab.wait_until_painted()  # until then the browser lets keys go by
    focusable = tab.evaluate("document.querySelectorAll('a[href], button, input, summary, [tabindex]').length")
    for _ in range(focusable):
        for kind in ("rawKeyDown", "keyUp"):
            tab.tell("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        focused = tab.evaluate(_FOCUSED)
        if focused is None:
            findings.append("the Tab key leaves the page too early")
            break
        if not focused["seen"]:
            findings.append(f"the focus cannot be seen: {focused['text']}")
        if focused["top"] < above - 20:  # within a line, and beside each other, is in order
            findings.append(f"the Tab key goes up the page: {focused['text']}")
        above = focused["top"]
    return findings

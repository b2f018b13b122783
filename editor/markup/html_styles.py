"""What an element of copied HTML says about the words in it: bold, italic, a link, hidden, raised."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from editor.markup.addresses import LINK_SCHEMES, link_address
from editor.markup.reading import EMPHASIS, STRONG

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_NOT_SHOWN = frozenset(
    {"applet", "audio", "button", "canvas", "datalist", "del", "head", "iframe", "math", "noscript", "object", "script"}
    | {"select", "style", "svg", "template", "textarea", "title", "video", "xml"}
)
_ON = {"font-weight": re.compile(r"bold|bolder|[6-9]\d\d|1000"), "font-style": re.compile(r"italic|oblique.*")}
_STYLE_OF = {"font-weight": STRONG, "font-style": EMPHASIS}
_STYLE_OF_TAG = {"b": STRONG, "strong": STRONG, "i": EMPHASIS, "em": EMPHASIS}
_HIDING = (("display", "none"), ("visibility", "hidden"), ("mso-hide", "all"))
_OF_COMMENTS = re.compile(r"\bmsocom|MsoComment", re.IGNORECASE)
_RAISED = str.maketrans("0123456789+-\u2212=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


@dataclass(frozen=True, slots=True)
class Within:
    """What holds within an element. A marker is what a word processor draws before an item."""

    tag: str = ""
    style: int = 0
    address: str = ""
    is_hidden: bool = False
    keeps_blanks: bool = False
    is_marker: bool = False
    is_raised: bool = False
    is_lowered: bool = False
    least_style: int = 0

    def words(self, text: str) -> str:
        """The text as it is shown there: raised and lowered digits as such, since 10⁻³ is not 10-3."""
        if not (self.is_raised or self.is_lowered):
            return text
        table = _RAISED if self.is_raised else _LOWERED
        can_be = all(ord(letter) in table or letter.isspace() for letter in text)
        return text.translate(table) if can_be else text


def declarations(style: str) -> dict[str, str]:
    """What a `style` attribute says."""
    pairs = (declaration.partition(":") for declaration in style.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs}


def within(outer: Within, tag: str, given: Mapping[str, str], styles: Mapping[str, str]) -> Within:
    """What holds within an element, by its attributes and what its `style` says."""
    style = outer.style | _STYLE_OF_TAG.get(tag, 0)
    for name, on in _ON.items():
        if styles.get(name, "inherit") != "inherit":
            style = style | _STYLE_OF[name] if on.fullmatch(styles[name]) else style & ~_STYLE_OF[name]
    least = outer.least_style | (STRONG if tag in HEADINGS else 0)
    shift = styles.get("vertical-align", "")
    return replace(
        outer,
        tag=tag,
        style=style | least,
        least_style=least,
        address=_followable(given.get("href", "")) if tag == "a" else outer.address,
        is_hidden=outer.is_hidden or _hides(tag, given, styles),
        keeps_blanks=_keeps_blanks(outer, tag, styles),
        is_marker=outer.is_marker or styles.get("mso-list") == "ignore",
        is_raised=tag == "sup" or shift == "super" or (outer.is_raised and shift in ("", "inherit")),
        is_lowered=tag == "sub" or shift == "sub" or (outer.is_lowered and shift in ("", "inherit")),
    )


def _hides(tag: str, given: Mapping[str, str], styles: Mapping[str, str]) -> bool:
    return (
        tag in _NOT_SHOWN
        or "hidden" in given
        or any(styles.get(name) == value for name, value in _HIDING)
        or styles.get("mso-element", "").startswith("comment")
        or _OF_COMMENTS.search(given.get("class", "")) is not None
    )


def _keeps_blanks(outer: Within, tag: str, styles: Mapping[str, str]) -> bool:
    spaces = styles.get("white-space", "")
    return spaces.startswith(("pre", "break")) or (not spaces and (tag == "pre" or outer.keeps_blanks))


def _followable(href: str) -> str:
    """An address that a page may link to; one without a scheme meant a place beside what was copied."""
    address = link_address(href.strip())
    return address if address.partition(":")[0].lower() in LINK_SCHEMES else ""

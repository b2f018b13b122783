"""Plain text of the LaTeX in BibTeX files: accents, letters of other alphabets, italics, simple mathematics."""

from __future__ import annotations

import re
import unicodedata

from editor.references.reading.plain_texts import plain

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "t": "\u0361",
}  # fmt: skip
"""The sign that combines with the letter before it, by the command that stands before the letter."""
_GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lamda mu nu xi omicron pi rho sigma tau upsilon phi chi"
    " psi omega"
)
_SYMBOLS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "\u0131", "j": "\u0237", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ", "TeX": "TeX", "LaTeX": "LaTeX", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "pounds": "£",
    "euro": "€", "texteuro": "€", "copyright": "©", "textcopyright": "©", "textregistered": "®",
    "texttrademark": "™", "textdegree": "°", "degree": "°", "circ": "°", "textmu": "µ", "ldots": "…", "dots": "…",
    "textellipsis": "…", "textendash": "\u2013", "textemdash": "\u2014", "textquoteleft": "\u2018",
    "textquoteright": "\u2019", "textquotedblleft": "\u201c", "textquotedblright": "\u201d", "guillemotleft": "«",
    "guillemotright": "»", "textless": "<", "textgreater": ">", "textbar": "|", "textbackslash": "\ue002",
    "textasciitilde": "\ue003", "textasciicircum": "^", "textunderscore": "_", "textbullet": "•", "cdot": "·",
    "textperiodcentered": "·", "pm": "±", "textpm": "±", "times": "\u00d7", "texttimes": "\u00d7", "div": "÷",
    "le": "≤",
    "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "sim": "~", "equiv": "≡", "infty": "∞", "to": "→", "rightarrow": "→", "leftarrow": "←", "prime": "\u2032",
    "partial": "∂", "sqrt": "√", "sum": "∑", "in": "∈", "lt": "<", "gt": ">", "textalpha": "\u03b1",
    "textbeta": "\u03b2", "textgamma": "\u03b3", "varepsilon": "\u03b5", "varphi": "\u03c6", "lambda": "\u03bb",
    "Lambda": "\u039b",
}  # fmt: skip
_SYMBOLS |= {
    given: unicodedata.lookup(f"GREEK {size} LETTER {name.upper()}")
    for name in _GREEK.split()
    for size, given in (("SMALL", name), ("CAPITAL", name.capitalize()))
}

_LETTER = r"\\[ij](?![A-Za-z])|[^\W\d_]"
_ACCENT = re.compile(
    rf"\\([`'^~=.\"]|[Hbcdkrtuv](?![A-Za-z]))\s*(?:\{{\s*({_LETTER})\s*\}}|\{{(\{{\\[ij]\}})\}}|({_LETTER}))"
)
_MATHEMATICS = re.compile(r"(?<!\\)\$([^$]*)(?<!\\)\$|\\\((.*?)\\\)", re.DOTALL)
_RAISED = re.compile(r"([\^_])\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+|[^\s{}\\]))")
_RAISED_TEXT = re.compile(r"\\text(super|sub)script\s*\{([^{}]*)\}")
_NO_WORDS = re.compile(r"\\href\s*\{[^{}]*\}|\\(?:begin|end)\s*\{[^{}]*\}")
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?(?:\{\}|\s+)?")
_SYMBOL = re.compile(r"\\([A-Za-z]+)(?:\{\})?")
"""In mathematics, where a blank behind a command stands for itself."""
_SIGN = re.compile(r"\\([^A-Za-z])")
_SIGNS = {"\\": " ", ",": " ", ";": " ", ":": " ", " ": " ", "\n": " ", "{": "\ue000", "}": "\ue001"}
_GLUE = frozenset("-/!@")
_LAST = str.maketrans({"{": None, "}": None, "~": " ", "\ue000": "{", "\ue001": "}", "\ue002": "\\", "\ue003": "~"})
"""Signs that mean something to LaTeX are kept apart from those that are printed until all else is done."""
_TYPED = (("---", "\u2014"), ("--", "\u2013"), ("``", "\u201c"), ("''", "\u201d"))
_ESCAPED = re.compile(r"\\url\b|\\([_&%#${}~^])|[{}]")


def plain_of_latex(text: str) -> str:
    """The text in one line without commands; of one that is not known, and of mathematics, the words and signs stay."""
    if "$" in text or "\\" in text:
        text = _without_commands(text)
    for typed, printed in _TYPED:
        text = text.replace(typed, printed)
    return plain(text.translate(_LAST))


def plain_address(text: str) -> str:
    """A link or a DOI, in which LaTeX escapes some signs."""
    return plain(_ESCAPED.sub(lambda found: found[1] or "", text.replace("$<$", "<").replace("$>$", ">")))


def _without_commands(text: str) -> str:
    text = _ACCENT.sub(_accented, _NO_WORDS.sub("", text))
    text = _MATHEMATICS.sub(_mathematics, text)
    text = _RAISED_TEXT.sub(lambda found: _tagged(found[1] == "super", found[2]), text)
    text = _COMMAND.sub(lambda found: _SYMBOLS.get(found[1], ""), _FRACTION.sub(r"\1/\2", text))
    return _SIGN.sub(_sign, text)


def _accented(found: re.Match[str]) -> str:
    letter = (found[2] or found[3] or found[4]).strip("{}").removeprefix("\\")
    return unicodedata.normalize("NFC", letter + _ACCENTS[found[1]])


def _mathematics(found: re.Match[str]) -> str:
    text = _SYMBOL.sub(lambda symbol: _SYMBOLS.get(symbol[1], symbol[0]), found[1] or found[2] or "")
    return _RAISED.sub(lambda raised: _tagged(raised[1] == "^", raised[2] or raised[3] or ""), text)


def _tagged(is_above: bool, text: str) -> str:
    return f"<sup>{text}</sup>" if is_above else f"<sub>{text}</sub>"


def _sign(found: re.Match[str]) -> str:
    """What an escaped sign stands for: itself, a blank, or nothing."""
    return "" if found[1] in _GLUE else _SIGNS.get(found[1], found[1])

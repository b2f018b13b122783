"""Numbers as texts write them, in figures or in words."""

from __future__ import annotations

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _spelled(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    ten, rest = _TENS[number // 10 - 2], number % 10
    return f"{ten}-{_SMALL[rest]}" if rest else ten


_WORDS = tuple(map(_spelled, range(100)))
_NUMBERS = {word: number for number, word in enumerate(_WORDS)}
SPELLED = rf"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
"""An expression for a number below 100 in words: "ten", "twenty-one"."""


def number_of(text: str) -> int | None:
    """The whole number that "12" or "twelve" says; None for any other text."""
    text = text.strip().lower()
    return int(text) if text.isascii() and text.isdigit() else _NUMBERS.get(text)


def written_like(number: int, text: str) -> str:
    """A number in figures, or in words where another stood in words: "ten" becomes "fifteen", and "Ten" "Fifteen"."""
    if text.strip().lower() not in _NUMBERS or number not in range(100):
        return str(number)
    return _WORDS[number].capitalize() if text[:1].isupper() else _WORDS[number]

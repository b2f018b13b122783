"""Colours that are made from those of the palette, so that they follow it into dark and high contrast."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

MARK_CONTRAST = 3.0
"""What accessibility guidelines ask of marks and outlines, against what is around them."""
WORD_CONTRAST = 4.5
"""What they ask of words."""
_STEPS = 20
_RED = QColor(198, 26, 26)


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """So much of one colour, from 0 to 1, on another."""
    pairs = ((colour.red(), ground.red()), (colour.green(), ground.green()), (colour.blue(), ground.blue()))
    return QColor(*(round(share * mine + (1 - share) * other) for mine, other in pairs))


def mark_colour(palette: QPalette) -> QColor:
    """The accent colour where it can be seen well enough on this palette's backgrounds, else that of words."""
    for role in (QPalette.ColorRole.Accent, QPalette.ColorRole.Highlight):
        colour = palette.color(role)
        if _least_contrast(colour, palette) >= MARK_CONTRAST:
            return colour
    return palette.color(QPalette.ColorRole.WindowText)


def link_colour(palette: QPalette) -> QColor:
    """The colour of words to be clicked: that of links, where these can be read."""
    return legible_colour(palette.color(QPalette.ColorRole.Link), palette)


def alarm_colour(palette: QPalette) -> QColor:
    """The colour of words that nobody may miss: red, where that can be read."""
    return legible_colour(_RED, palette)


def legible_colour(colour: QColor, palette: QPalette) -> QColor:
    """A colour for words, with as much of the words' own colour as reading it on this palette's backgrounds takes."""
    words = palette.color(QPalette.ColorRole.WindowText)
    colours = (mixed(words, colour, step / _STEPS) for step in range(_STEPS))
    return next((one for one in colours if _least_contrast(one, palette) >= WORD_CONTRAST), words)


def outline_colour(palette: QPalette) -> QColor:
    """The colour of an outline that can be seen: as little of the words' colour as that takes."""
    words, ground = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    colours = (mixed(words, ground, step / _STEPS) for step in range(_STEPS))
    return next((colour for colour in colours if contrast(colour, ground) > MARK_CONTRAST * 1.1), words)


def is_dark(palette: QPalette) -> bool:
    """Whether words are lighter than their ground."""
    words, ground = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    return _luminance(words) > _luminance(ground)


def contrast(one: QColor, other: QColor) -> float:
    """How well two colours are told apart, from 1 (not at all) to 21 (black on white), as WCAG 2 counts it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _least_contrast(colour: QColor, palette: QPalette) -> float:
    """Against whichever of the palette's backgrounds it is worse on."""
    return min(contrast(colour, palette.color(role)) for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base))


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

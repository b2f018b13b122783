"""Colours made from the palette's can be told from what is around them, whatever the palette."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from editor.ui.look.colours import MARK_CONTRAST, WORD_CONTRAST, contrast, link_colour, mark_colour, mixed


@pytest.mark.parametrize(
    ("window", "base", "accent", "highlight"),
    [
        ("#efefef", "#ffffff", "#308cc6", "#308cc6"),
        ("#323232", "#2d2d2d", "#15539e", "#15539e"),
        ("#000000", "#000000", "#ffff00", "#00ffff"),
        ("#ffffff", "#ffffff", "#eeeeaa", "#000080"),
    ],
)
def test_the_mark_can_be_seen_on_any_palette(window: str, base: str, accent: str, highlight: str) -> None:
    palette = QPalette(QColor(window))
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Accent, QColor(accent))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(highlight))
    assert contrast(mark_colour(palette), QColor(window)) >= MARK_CONTRAST
    assert contrast(mark_colour(palette), QColor(base)) >= MARK_CONTRAST


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("window", "base", "words", "link"),
    [
        ("#efefef", "#ffffff", "#000000", "#0000ff"),
        ("#323232", "#323232", "#ffffff", "#308cc6"),
        ("#353535", "#2d2d2d", "#ffffff", "#0000ff"),
        ("#000000", "#000000", "#ffffff", "#ffff00"),
        ("#ffffff", "#ffffff", "#000000", "#ffff00"),
    ],
)
def test_a_link_can_be_read_on_any_palette_and_stays_a_link_where_it_could_be_read(
    window: str, base: str, words: str, link: str
) -> None:
    palette = QPalette(QColor(window))
    for role, name in (
        (QPalette.ColorRole.Window, window),
        (QPalette.ColorRole.Base, base),
        (QPalette.ColorRole.WindowText, words),
        (QPalette.ColorRole.Link, link),
    ):
        palette.setColor(role, QColor(name))
    seen = link_colour(palette)
    assert min(contrast(seen, QColor(ground)) for ground in (window, base)) >= WORD_CONTRAST
    if min(contrast(QColor(link), QColor(ground)) for ground in (window, base)) >= WORD_CONTRAST:
        assert seen == QColor(link)


def test_a_share_of_a_colour_is_mixed_into_another() -> None:
    assert mixed(QColor("#ff0000"), QColor("#0000ff"), 1.0) == QColor("#ff0000")
    assert mixed(QColor("#ff0000"), QColor("#0000ff"), 0.2) == QColor("#3300cc")

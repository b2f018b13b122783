"""Icons: they are all there, all used, and follow the palette."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication

from editor.paths import resources
from editor.ui.look.icons import icon
from editor.ui.problems.severity_look import SEVERITY_SIGNS
from tests.conftest import ROOT

DRAWN = sorted(file.stem for file in (resources() / "icons").glob("*.svg"))


@pytest.fixture
def palette(application: QApplication) -> Iterator[QPalette]:
    """The palette of the moment; the application has its own again afterwards."""
    before = QPalette(application.palette())
    yield QPalette(before)
    application.setPalette(before)


def image(name: str, size: int = 32, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon(name).pixmap(QSize(size, size), mode).toImage()


def inked(shown: QImage) -> list[QColor]:
    """The colours of all that is drawn, edges aside."""
    places = ((x, y) for x in range(shown.width()) for y in range(shown.height()))
    return [colour for place in places if (colour := shown.pixelColor(*place)).alpha() == 255]


@pytest.mark.parametrize("name", DRAWN)
def test_an_icon_is_drawn_in_the_colour_of_words(name: str, palette: QPalette, application: QApplication) -> None:
    for colour in ("#101010", "#f0f0f0", "#ffff00"):
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(colour))
        application.setPalette(palette)
        assert {found.name() for found in inked(image(name))} == {colour}


def test_what_cannot_be_done_is_paler(palette: QPalette, application: QApplication) -> None:
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor("#a1a2a3"))
    application.setPalette(palette)
    assert {found.name() for found in inked(image("save", mode=QIcon.Mode.Disabled))} == {"#a1a2a3"}


def test_an_icon_is_sharp_at_any_scale() -> None:
    shown = icon("save").pixmap(QSize(20, 20), 2.0)
    assert (shown.width(), shown.devicePixelRatio()) == (40, 2.0)
    assert shown.toImage().convertToFormat(QImage.Format.Format_ARGB32) != icon("save").pixmap(QSize(20, 20)).scaled(
        40, 40
    ).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def test_an_icon_lives_as_long_as_it_is_used() -> None:
    kept = icon("save")
    copy = QIcon(kept)
    del kept
    gc.collect()
    assert inked(copy.pixmap(QSize(32, 32)).toImage())


@pytest.mark.parametrize("name", DRAWN)
def test_the_family_has_one_hand(name: str) -> None:
    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="1.75"' in drawing
    assert drawing.count("#") == 1


def test_every_drawing_is_used() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "editor" / "ui").rglob("*.py"))
    named = set(re.findall(r'\bicon(?:=|\()"(\w+)"', sources))
    assert named | set(SEVERITY_SIGNS.values()) == set(DRAWN)

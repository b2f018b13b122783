"""A preview by itself, with no window around it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from editor.ui.preview.preview_pane import Preview
from tests.ui.preview.reader import Reader


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[Preview]:
    """A preview in sight, with nothing to show yet."""
    preview = Preview()
    preview.resize(600, 500)
    preview.show()
    yield preview
    preview.close()
    preview.shut_down()
    preview.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def reader(preview: Preview, qtbot: QtBot) -> Reader:
    """Reads what is shown in it."""
    return Reader(preview, qtbot)

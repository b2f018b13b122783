from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.exporting.export_office import Office


@pytest.fixture
def office(sample_folder: Path, qtbot: QtBot) -> Iterator[Office]:
    office = Office(sample_folder, qtbot)
    yield office
    office.end()

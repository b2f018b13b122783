"""The form of a page, standing in sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.forms.page_desk import BACK, Desk
from tests.ui.records import stand


@pytest.fixture
def folder(sample_folder: Path) -> Path:
    (sample_folder / "conditions" / "knee.yaml").write_text("name: Knee\nintro: It bends.\n", encoding="utf-8")
    return sample_folder


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Desk:
    desk = Desk(folder)
    desk.form.resize(560, 700)
    stand(qtbot, desk.form)
    desk.editing.choose(BACK)
    return desk

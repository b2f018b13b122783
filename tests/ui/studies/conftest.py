from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.records import stand
from tests.ui.studies.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    desk.view.resize(600, 700)
    stand(qtbot, desk.view)
    return desk

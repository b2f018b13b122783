"""A window that asks a server on this computer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editor.ui.main_window import MainWindow
from tests.references.looking_up.service import Service, serving
from tests.ui.notices.publisher import BACK


@pytest.fixture
def service() -> Iterator[Service]:
    with serving() as service:
        yield service


@pytest.fixture
def open_back(
    open_window: Callable[..., MainWindow], sample_folder: Path, service: Service
) -> Callable[[], MainWindow]:
    """Opens windows on the studies of the page on back pain, which ask the service."""

    def open_page() -> MainWindow:
        window = open_window(sample_folder, service.catalogue())
        window.editing.choose(BACK)
        window.show_studies()
        return window

    return open_page

"""A window that closes takes along every box that stands before it, and what is looked up for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor.ui.main_window import MainWindow
from tests.references.looking_up.service import Reply, serving
from tests.ui.adding.review import give_words, review_of, ris


def review(window: MainWindow, qtbot: QtBot) -> None:
    give_words(window, ris(("Needles at noon", "2020", "")), qtbot)
    review_of(window, qtbot)


def found_elsewhere(window: MainWindow, qtbot: QtBot) -> None:
    give_words(window, "10.5555/noon", qtbot)
    window.editing.choose(window.session.page_places[-1])


def compared(window: MainWindow, _qtbot: QtBot) -> None:
    window.commands["compare_record"].trigger()


def looked_up(window: MainWindow, _qtbot: QtBot) -> None:
    window.commands["look_up_page"].trigger()


def links_checked(window: MainWindow, _qtbot: QtBot) -> None:
    window.commands["check_links"].trigger()


def page_text_closed(window: MainWindow, _qtbot: QtBot) -> None:
    window.elsewhere.whole_pages.take_words("Knee pain keeps people from walking. " * 20, "")
    for box in window.findChildren(QDialog):
        box.reject()


def duplicates(window: MainWindow, _qtbot: QtBot) -> None:
    window.commands["find_duplicates"].trigger()


OPENED = (review, found_elsewhere, compared, looked_up, links_checked, page_text_closed, duplicates)


@pytest.mark.parametrize("open_box", OPENED, ids=lambda way: way.__name__)
def test_nothing_is_left_of_a_box_when_the_window_closes(
    open_box: Callable[[MainWindow, QtBot], None],
    open_window: Callable[..., MainWindow],
    sample_folder: Path,
    qtbot: QtBot,
) -> None:
    before = set(threading.enumerate())
    with serving() as service:
        service.always = Reply(is_slow=True)
        window = open_window(sample_folder, service.catalogue())
        window.show_studies()
        open_box(window, qtbot)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # as the program does
        window.close()
        qtbot.waitUntil(lambda: not isValid(window))
        assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        waiting = [one for one in set(threading.enumerate()) - before if one.name.startswith("background")]
        for thread in waiting:
            thread.join(10)
        assert not any(thread.is_alive() for thread in waiting)

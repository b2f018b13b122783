"""What is in a previewed page, asked from outside of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtWebEngineCore import QWebEngineScript
from pytestqt.qtbot import QtBot

from editor.ui.preview.preview_pane import Preview


class Reader:
    """Asks a preview's page what is in it."""

    def __init__(self, preview: Preview, qtbot: QtBot) -> None:
        self._preview = preview
        self._qtbot = qtbot

    def text(self) -> str:
        """The visible text."""
        return str(self._answer(self._preview.text))

    def script(self, code: str) -> Any:
        """The value of an expression in a script world of the test's own, which the page cannot see."""
        world = QWebEngineScript.ScriptWorldId.UserWorld.value
        whole = f"JSON.stringify([{code}])"
        answer = self._answer(lambda took: self._preview.page.runJavaScript(whole, world, took))
        return json.loads(str(answer))[0]

    def _answer(self, ask: Callable[[Callable[[object], None]], None]) -> object:
        answers: list[object] = []
        ask(answers.append)
        self._qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

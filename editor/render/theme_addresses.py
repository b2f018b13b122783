"""The addresses under which a document finds the files of its look."""

from __future__ import annotations

import base64
from urllib.parse import quote

from editor.render.theme import THEME_FOLDER, Delivery, Theme, ThemeFile, built_in_texts
from editor.words import tr


class ThemeAddresses:
    """Gives each file of a look its address in a document that is delivered in a certain way."""

    def __init__(self, theme: Theme, delivery: Delivery) -> None:
        self._theme = theme
        self._delivery = delivery

    def asset(self, name: str) -> str:
        """The address of the file with this name in the website's `theme` folder. Raises LookupError."""
        if self._delivery is Delivery.SINGLE_FILE:
            file = self.file(name)
            return data_address(file.kind, file.content)
        self._check(name)
        address = f"{THEME_FOLDER}/{quote(name)}"
        # The preview's browser asks again only for an address that it does not know.
        return f"{address}?{self._theme.digest[:8]}" if self._delivery is Delivery.PREVIEW else address

    def file(self, name: str) -> ThemeFile:
        """The file itself. It blocks on the disk; raises LookupError."""
        self._check(name)
        try:
            return self._theme.file(name)
        except (OSError, ValueError) as error:
            raise LookupError(tr("the file {file} in the theme folder cannot be read", file=name)) from error

    def _check(self, name: str) -> None:
        if name in self._theme.own or name in built_in_texts():
            reason = tr("“asset” and “url” are not for templates and the style sheet, such as {file}", file=name)
            raise LookupError(reason)
        if name not in self._theme.files:
            raise LookupError(tr("there is no file {file} in the theme folder", file=name))


def data_address(kind: str, content: bytes) -> str:
    """An address that holds a whole file of this media type."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"

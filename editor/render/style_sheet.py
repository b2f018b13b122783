"""The style sheet of a look, in the form in which a document wants it."""

from __future__ import annotations

import functools
import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from markupsafe import Markup

from editor.render.pictures import data_inside, is_picture_name, picture_kind
from editor.render.theme import STYLE, THEME_FOLDER, Delivery, Theme, ThemeFault, built_in_theme
from editor.render.theme_addresses import ThemeAddresses, data_address
from editor.words import tr

if TYPE_CHECKING:
    from editor.render.css_addresses import CssAddress

LINK = Markup('<link rel="stylesheet" href="{}/{}">').format(THEME_FOLDER, STYLE)
"""What stands in a document's head where the style sheet lies beside it."""

_NOTHING = "data:,"
_LONGEST = 32 * 1024 * 1024  # letters, of all that stands inside a style sheet
LONGEST_IMPORTED = 300_000
"""Letters: a longer style sheet that another imports is not looked through where it need not be, as that takes time."""


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """What stands in a document's head to give it its style.

    `faults` tell what the website's own style sheet misses in `theme/`; `pictures` are those of the content folder that
    it shows, such as "images/clinic.jpg", each with the style sheet that names it first.
    """

    html: Markup
    faults: tuple[ThemeFault, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()


def stylesheet(theme: Theme, delivery: Delivery) -> StyleSheet:
    """The style of a look: a link, or the style sheet itself. It blocks on the disk, and a long one takes seconds."""
    is_linked = delivery is Delivery.LINKED
    reading = _Reading(theme, delivery)
    try:
        text = reading.text()
    except RecursionError:
        fault = _too_deep(STYLE, is_replaced=not is_linked)
        return StyleSheet(LINK if is_linked else _in_document(built_in_theme().text(STYLE)), (fault,))
    html = LINK if is_linked else _in_document(text)
    return StyleSheet(html, tuple(dict.fromkeys(reading.faults)), tuple(reading.pictures.items()))


def _too_deep(file: str, *, is_replaced: bool) -> ThemeFault:
    return ThemeFault(file, None, tr("its brackets are nested too deeply"), is_replaced)


def _in_document(text: str) -> Markup:
    text = text.replace("</", r"<\/").strip()
    return Markup(f"<style>\n{text}\n</style>")


class _Reading:
    """One look through a style sheet and those that it imports, on its way into a document.

    There addresses below `theme/` and `images/` have to count from the document; in a single file they hold what they
    lead to. What lies elsewhere is left to the website, but the preview is led nowhere.
    """

    def __init__(self, theme: Theme, delivery: Delivery) -> None:
        self.faults: list[ThemeFault] = []
        self.pictures: dict[str, str] = {}
        self._theme = theme
        self._delivery = delivery
        self._addresses = ThemeAddresses(theme, delivery)
        self._imported: set[str] = set()
        self._length = 0

    def text(self) -> str:
        """The style sheet as it stands in the document. Raises RecursionError."""
        text = self._theme.text(STYLE)
        return self._rewritten(text, (STYLE,)) if STYLE in self._theme.own else text

    def _rewritten(self, css: str, within: tuple[str, ...]) -> str:
        """A style sheet's text; `within` are the style sheets that it stands in, and itself at the end."""
        from editor.render.css_addresses import with_addresses

        return with_addresses(css, functools.partial(self._new_address, within))

    def _new_address(self, within: tuple[str, ...], found: CssAddress) -> str:
        address = found.address.strip()
        if not address or address.startswith(("#", "data:")):
            return found.address
        place, end = _place(address, within[-1])
        try:
            new = self._from_document(place, within, is_import=found.is_import)
        except LookupError as error:
            self._tell(within[-1], found.line, str(error))
            return _NOTHING
        if new is None:
            return _NOTHING if self._delivery is Delivery.PREVIEW else found.address
        self._length += len(new)
        if self._length > _LONGEST:
            self._tell(within[-1], found.line, tr("there is too much to put all of it into one file"))
            return _NOTHING
        return new + end

    def _from_document(self, place: str, within: tuple[str, ...], *, is_import: bool) -> str | None:
        """The address of a file of the content folder; None where it is left to the website. Raises LookupError."""
        if place.startswith(f"{THEME_FOLDER}/"):
            name = place.removeprefix(f"{THEME_FOLDER}/")
            return self._import(name, within) if is_import else self._addresses.asset(name)
        return self._picture(place, within[-1]) if is_picture_name(place) and not is_import else None

    def _picture(self, name: str, sheet: str) -> str:
        self.pictures.setdefault(name, sheet)
        if self._delivery is not Delivery.SINGLE_FILE or self._theme.folder is None:
            return quote(name)
        data = data_inside(self._theme.folder.parent, name)
        return data_address(picture_kind(name), data) if data else _NOTHING

    def _import(self, name: str, within: tuple[str, ...]) -> str:
        """The address of another style sheet of the look; nothing where that imports itself."""
        if name in within:
            return _NOTHING
        if self._delivery is Delivery.SINGLE_FILE:
            return data_address("text/css;charset=utf-8", self._imported_text(name, within).encode())
        address = self._addresses.asset(name)
        if name not in self._imported:
            self._imported.add(name)
            self._imported_text(name, within)  # for what it misses: the browser gets the file as it is
        return address

    def _imported_text(self, name: str, within: tuple[str, ...]) -> str:
        css = self._addresses.file(name).content.decode("utf-8-sig", errors="replace")
        if self._delivery is not Delivery.SINGLE_FILE and len(css) > LONGEST_IMPORTED:
            return css
        try:
            return self._rewritten(css, (*within, name))
        except RecursionError:
            self.faults.append(_too_deep(name, is_replaced=False))
            return ""

    def _tell(self, file: str, line: int, reason: str) -> None:
        self.faults.append(ThemeFault(file, line, reason, is_replaced=False))


def _place(address: str, sheet: str) -> tuple[str, str]:
    """Where in the content folder an address in a style sheet of the look leads, "" for elsewhere; its "#" and on."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    place = posixpath.normpath(posixpath.join(THEME_FOLDER, posixpath.dirname(sheet), unquote(parts.path)))
    is_elsewhere = parts.scheme or parts.netloc or parts.path.startswith("/") or place.startswith("..") or "\\" in place
    return "" if is_elsewhere else place, f"#{parts.fragment}" if parts.fragment else ""

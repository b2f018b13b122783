"""The style sheet of a look, in the form in which a document wants it."""

from __future__ import annotations

import functools
import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from editor.render.theme import STYLE, THEME_FOLDER, Delivery, Rendering, Theme, ThemeFault, built_in_theme
from editor.render.theme_addresses import ThemeAddresses, data_address
from editor.words import tr

if TYPE_CHECKING:
    from editor.render.css_addresses import CssAddress

_NOTHING = "data:,"
_LONGEST = 32 * 1024 * 1024  # letters, of all that stands inside a style sheet


@functools.lru_cache(maxsize=16)
def stylesheet(theme: Theme, delivery: Delivery) -> Rendering:
    """What stands in a document's head to give it its style: a link, or the style sheet itself.

    The faults name files that the website's own style sheet misses.
    """
    is_linked = delivery is Delivery.LINKED
    link = Markup('<link rel="stylesheet" href="{}/{}">').format(THEME_FOLDER, STYLE)
    inlining = _Inlining(theme, delivery)
    try:
        text = inlining.text()
    except RecursionError:
        fault = ThemeFault(STYLE, None, tr("its brackets are nested too deeply"), is_replaced=not is_linked)
        return Rendering(link if is_linked else _in_document(built_in_theme().text(STYLE)), (fault,))
    return Rendering(link if is_linked else _in_document(text), tuple(inlining.faults))


def _in_document(text: str) -> Markup:
    text = text.replace("</", r"<\/").strip()
    return Markup(f"<style>\n{text}\n</style>")


class _Inlining:
    """One style sheet on its way into a document, for which its addresses have to change.

    Below `theme/` they count from there; in a single file they hold what they lead to. What lies elsewhere is left to
    the website, but the preview is led nowhere.
    """

    def __init__(self, theme: Theme, delivery: Delivery) -> None:
        self.faults: list[ThemeFault] = []
        self._theme = theme
        self._delivery = delivery
        self._addresses = ThemeAddresses(theme, delivery)
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
        name, end = _theme_file(address, within[-1])
        if name is None:
            return _NOTHING if self._delivery is Delivery.PREVIEW else found.address
        try:
            new = self._import(name, within) if self._imports(found) else self._addresses.asset(name)
        except LookupError as error:
            self._tell(within[-1], found.line, str(error))
            return _NOTHING
        self._length += len(new)
        if self._length > _LONGEST:
            self._tell(within[-1], found.line, tr("there is too much to put all of it into one file"))
            return _NOTHING
        return new + end

    def _imports(self, found: CssAddress) -> bool:
        return found.is_import and self._delivery is Delivery.SINGLE_FILE

    def _import(self, name: str, within: tuple[str, ...]) -> str:
        """The address that holds another style sheet of the look; nothing where that imports itself."""
        if name in within:
            return _NOTHING
        css = self._addresses.file(name).content.decode("utf-8-sig", errors="replace")
        return data_address("text/css;charset=utf-8", self._rewritten(css, (*within, name)).encode())

    def _tell(self, file: str, line: int, reason: str) -> None:
        self.faults.append(ThemeFault(file, line, reason, is_replaced=False))


def _theme_file(address: str, sheet: str) -> tuple[str | None, str]:
    """The file of the look that an address in a style sheet means, None for one that lies elsewhere; its "#" and on."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None, ""
    name = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), unquote(parts.path)))
    is_elsewhere = parts.scheme or parts.netloc or parts.path.startswith("/") or name.startswith("..") or "\\" in name
    return None if is_elsewhere else name, f"#{parts.fragment}" if parts.fragment else ""

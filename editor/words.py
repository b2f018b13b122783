"""Every visible word of the program passes through here, in every room.

English is the language of the source; other languages are gettext catalogues in `resources/translations`.
"""

from __future__ import annotations

import functools
import gettext

from editor.paths import APP_NAME, resources


def tr(message: str, **values: object) -> str:
    """The message in the user's language, with `{name}` replaced by each of `values`.

    Replaced are only the names given: a brace that stands in a value or in the page's own text stays as it is.
    """
    return _filled(_catalogue().gettext(message), values)


def tr_count(one: str, many: str, count: int, **values: object) -> str:
    """Like `tr`, in the form that fits `count`, which is also available as `{count}`."""
    return _filled(_catalogue().ngettext(one, many, count), {"count": count, **values})


@functools.cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation(APP_NAME, localedir=resources() / "translations", fallback=True)


def _filled(message: str, values: dict[str, object]) -> str:
    pieces = message.split("{")
    filled = [pieces[0]]
    for piece in pieces[1:]:
        name, brace, rest = piece.partition("}")
        filled.append(f"{values[name]}{rest}" if brace and name in values else "{" + piece)
    return "".join(filled)

"""Which pictures the texts of a page name that it does not show, and why. It blocks on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, STUDY_FIELDS, Kind
from editor.render.exporting.pictures import pictures_in
from editor.render.markdown_html import markdown_html, pictures_not_shown
from editor.render.picture_tags import why_refused
from editor.render.pictures import NoPicture, picture_file
from editor.words import tr

_MARKDOWN_OF_PAGE, _MARKDOWN_OF_STUDY = (
    tuple(field for field in fields if field.kind is Kind.MARKDOWN) for fields in (PAGE_FIELDS, STUDY_FIELDS)
)
_PICTURES = ("![", "<img", "<IMG")


class MissingPictures:
    """Looks at the pictures of one page after the other; remembers what the texts of the last one name."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {}

    def of(self, page: ConditionPage) -> dict[str, str]:
        """The addresses as they were typed, with the reason."""
        before, self._known = self._known, {}
        found: dict[str, str] = {}
        for text in _texts(page):
            self._known[text] = before.get(text) or _named(text)
            refused, names = self._known[text]
            found |= refused
            for name in names:
                if not self._is_there(name):
                    typed = next((one for one in (name, quote(name)) if one in text), name)
                    found[typed] = tr("There is no such file in the folder “images”. Put it there.")
        return found

    def _is_there(self, name: str) -> bool:
        try:
            picture_file(self._root, name)
        except NoPicture:
            return False
        return True


def _texts(page: ConditionPage) -> Iterator[str]:
    """The Markdown of a page that may show a picture."""
    values = [field.of(page) for field in _MARKDOWN_OF_PAGE]
    values += [field.of(study) for study in page.study_list for field in _MARKDOWN_OF_STUDY]
    return (text for text in values if isinstance(text, str) and any(mark in text for mark in _PICTURES))


def _named(text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The pictures that no page may show, with the reason, and the names of the others."""
    refused = {address: why_refused(address) for address in pictures_not_shown(text)}
    return refused, pictures_in(markdown_html(text))

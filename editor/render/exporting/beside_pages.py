"""What an export writes beside the pages: the list of all conditions, the sitemap, the look, the pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from editor.content.condition_page import ConditionPage, Status
from editor.render.exporting.digests import digest, file_digest
from editor.render.exporting.earlier import EarlierExport
from editor.render.exporting.mark import CSS_MARK
from editor.render.exporting.messages import page_file
from editor.render.exporting.page_making import PageMaking
from editor.render.exporting.pictures import pictures_in
from editor.render.exporting.record import PageRecord, page_name
from editor.render.exporting.report import Notice
from editor.render.exporting.sitemap import SITEMAP_NAME, sitemap
from editor.render.exporting.source import Source
from editor.render.exporting.staging import Staging
from editor.render.exporting.watching import Watching
from editor.render.pictures import LARGEST_INSIDE, NoPicture, data_inside, picture_file
from editor.render.style_sheet import StyleSheet
from editor.render.theme import INDEX_FILE, STYLE, THEME_FOLDER, Theme
from editor.storage import address_key
from editor.words import tr

Pages = Mapping[str, PageRecord]
"""The pages that are exported, by their files in the content folder."""

_MISSING = tr("it is missing. Put it into the folder “images”, then export again.")
_UNREADABLE = tr("it can't be read. See whether another program has it open, then export again.")
_TOO_LARGE = tr("it is too large to go inside. Make it smaller, then export again.")


@dataclass(frozen=True, slots=True)
class _Shown:
    """A picture, and in words what shows it, as a sentence begins; `is_of_look`: that is no page."""

    picture: str
    by: str
    is_of_look: bool = False

    def notice(self, why: str) -> Notice:
        """What to know where it cannot be shown."""
        text = tr("{place} does not show the picture {picture}: {why}", place=self.by, picture=self.picture, why=why)
        return Notice(text, is_of_look=self.is_of_look)


class BesidePages:
    """Adds it to an export that is under way; `notices` say what whoever exports should know of it."""

    def __init__(
        self, source: Source, theme: Theme, staging: Staging, earlier: EarlierExport, watching: Watching
    ) -> None:
        self.notices: list[Notice] = []
        self._source = source
        self._theme = theme
        self._staging = staging
        self._earlier = earlier
        self._watching = watching
        self._whys: dict[str, str] = {}
        self._in_index: tuple[str, ...] = ()

    def add_index(self, making: PageMaking, pages: Pages) -> str:
        """Add the list of all conditions; the digest of what it is made of, "" if it is to be made again next time."""
        if any(address_key(page_name(page.slug)) == INDEX_FILE for page in pages.values()):
            text = tr("The list of all conditions was left out, as a page has its address: {file}.", file=INDEX_FILE)
            self.notices.append(Notice(text, expected=True))
            return ""
        if self._earlier.is_taken(INDEX_FILE):
            self._tell_taken(INDEX_FILE, tr("So the list of all conditions was not written."))
            return ""
        entries = tuple(
            ConditionPage(page.slug, page.name, description=page.description, aliases=page.aliases)
            for _, page in sorted(pages.items())
        )
        made_of, record = making.index_input(entries), self._earlier.record
        known = record.files.get(INDEX_FILE, "")
        file = self._staging.to / INDEX_FILE
        if record.index == made_of and self._staging.keep(INDEX_FILE, known):
            self._in_index = _pictures_in_file(file)
            return made_of
        made = making.index(entries)
        if made.problem:
            self.notices.append(Notice(tr("The list of all conditions was left out: {why}", why=made.problem)))
            self._keep(INDEX_FILE)
        else:
            file = page_file(self._staging.folder, made.number)
            self._staging.add_made(INDEX_FILE, file, made.output)
        self._in_index = _pictures_in_file(file)
        return "" if made.problem or made.notices else made_of

    def add_sitemap(self, pages: Pages) -> None:
        """Add the addresses of the published pages."""
        published = [page for _, page in sorted(pages.items()) if page.effective_status is Status.PUBLISHED]
        data = sitemap(self._source.site, published)
        if data and self._earlier.is_taken(SITEMAP_NAME):
            self._tell_taken(SITEMAP_NAME, tr("So the list of the pages' addresses was not written."))
        elif data:
            self._staging.add(SITEMAP_NAME, data)

    def add_theme(self) -> None:
        """Add the files of the look; what cannot be read just now stays exported as it was."""
        self._add(f"{THEME_FOLDER}/{STYLE}", self._theme.text(STYLE).encode() + CSS_MARK)
        is_whole = not self._theme.faults
        for name in self._theme.files:
            self._watching.check()
            try:
                self._add(f"{THEME_FOLDER}/{name}", self._theme.file(name).content)
            except (OSError, ValueError):
                is_whole = False
                text = tr("{file} of the website's own look can't be read, and was not exported.", file=name)
                self.notices.append(Notice(text, is_of_look=True))
        if not is_whole:
            for name in self._earlier.names:
                if name.startswith(f"{THEME_FOLDER}/") and name not in self._staging.digests:
                    self._keep(name)

    def add_pictures(self, pages: Pages, style: StyleSheet) -> None:
        """Add the pictures that pages and look show; one that cannot be copied now stays exported as it was."""
        in_pages = [_Shown(name, _words(page)) for page in pages.values() for name, _ in page.pictures]
        in_index = set(self._in_index) - {shown.picture for shown in in_pages}
        index = tr("The list of all conditions")
        of_index = (_Shown(name, index, is_of_look=True) for name in sorted(in_index))
        for shown in (*in_pages, *of_index, *_in_style(style)):
            if shown.picture not in self._whys:
                self._watching.check()
                self._whys[shown.picture] = self._why_not_copied(shown.picture)
            if self._whys[shown.picture]:
                self.notices.append(shown.notice(self._whys[shown.picture]))

    def tell_pictures_not_inside(self, pages: Pages, style: StyleSheet) -> None:
        """Tell of each picture that should stand in a page's own file and does not."""
        for page in pages.values():
            for name, inside in page.pictures:
                if not inside:
                    self.notices.append(_Shown(name, _words(page)).notice(self._why_not_inside(name)))
        for shown in _in_style(style):
            if not data_inside(self._source.folder, shown.picture):
                self.notices.append(shown.notice(self._why_not_inside(shown.picture)))

    def _why_not_copied(self, name: str) -> str:
        """Copy a picture; "" if that can be done, else why not."""
        try:
            self._add(name, picture_file(self._source.folder, name).read_bytes())
        except NoPicture:
            why = _MISSING
        except OSError:
            why = _UNREADABLE
        else:
            return ""
        self._keep(name)
        return why

    def _why_not_inside(self, name: str) -> str:
        try:
            size = picture_file(self._source.folder, name).stat().st_size
        except (NoPicture, OSError):
            return _MISSING
        return _TOO_LARGE if size > LARGEST_INSIDE else _UNREADABLE

    def _add(self, name: str, data: bytes) -> None:
        """Add a file, unless somebody else's has its name."""
        if not self._earlier.is_taken(name):
            self._staging.add(name, data)
        elif file_digest(self._staging.to / name) != digest(data):
            self._tell_taken(name)

    def _keep(self, name: str) -> None:
        """Leave a file of the export before as it is."""
        self._staging.keep(name, *self._earlier.names.get(name, ()))

    def _tell_taken(self, name: str, outcome: str = "") -> None:
        text = tr("{file} was not made by an export, and stays as it is.", file=self._staging.to / name)
        advice = outcome or tr("Pages need another file there: move this one away, then export again.")
        self.notices.append(Notice(f"{text} {advice}", expected=bool(outcome)))


def _words(page: PageRecord) -> str:
    return tr("The page “{page}”", page=page.name or page.slug)


def _in_style(style: StyleSheet) -> Iterator[_Shown]:
    for name, sheet in style.pictures:
        yield _Shown(name, tr("{file} of the website's own look", file=sheet), is_of_look=True)


def _pictures_in_file(file: Path) -> tuple[str, ...]:
    """The pictures that an exported list shows; none where there is no such list."""
    with suppress(OSError):
        return pictures_in(file.read_text(encoding="utf-8"))
    return ()

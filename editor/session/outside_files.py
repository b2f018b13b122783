"""Files of the content folder as other programs have left them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from editor.content.site import Site
from editor.session.open_file import SITE_PLACE, OpenFile, Place, file_of, is_site
from editor.storage.folder_watch import Content, FolderWatch
from editor.yaml_text import YamlText


@dataclass(frozen=True, slots=True)
class OutsideFiles:
    """What one look has found: the files that have changed, read anew; new ones too, and with no data those gone.

    `again_in`: in so many seconds another look will tell whether more has changed; None where nothing is in doubt.
    """

    files: tuple[OpenFile, ...]
    again_in: float | None = None


def look_outside(
    watch: FolderWatch, known: Mapping[Place, OpenFile], closely: Collection[Place], *, all_of_them: bool = False
) -> OutsideFiles:
    """Look for what other programs have changed of the known files. It blocks on the disk. Raises Unreachable."""
    look = watch.look(known, closely, all_of_them=all_of_them)
    return OutsideFiles(tuple(_file(place, content) for place, content in look.changed.items()), look.again_in)


def _file(place: Place, content: Content | None) -> OpenFile:
    if content is None:
        return _gone(place)
    file = file_of(place, content.data, content.changed)
    if file.source is not None:
        file.source.let_go()
    return file


def _gone(place: Place) -> OpenFile:
    """A file that is not there any more; without one of its own, a site has no texts."""
    if is_site(place):
        return OpenFile(SITE_PLACE, None, YamlText.read(b""), Site())
    return OpenFile(place, None, None, None)

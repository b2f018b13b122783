"""Pictures of the content folder, for the preview: files of `images/` and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from editor.render.pictures import picture_file, picture_kind

_LARGEST = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's media type and its bytes."""

    kind: bytes
    content: bytes


def read_picture(content_folder: Path, address_path: str) -> Picture:
    """The picture that a page asks for as `images/...`, in whatever way its address begins.

    Raises OSError or ValueError for whatever is not a picture inside the content folder's `images`; links that lead
    out of it count as outside.
    """
    _, folder, name = f"/{address_path}".rpartition("/images/")
    if not folder:
        raise ValueError(f"{address_path} is no picture of this site")
    file = picture_file(content_folder, f"images/{name}")
    with file.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError(f"{address_path} is too large to show")
    return Picture(picture_kind(file.name).encode(), content)

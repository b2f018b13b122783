"""Pictures of the content folder, for the preview: files of `images/` and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_KINDS = {
    ".avif": b"image/avif",
    ".gif": b"image/gif",
    ".jpeg": b"image/jpeg",
    ".jpg": b"image/jpeg",
    ".png": b"image/png",
    ".svg": b"image/svg+xml",
    ".webp": b"image/webp",
}
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
    images = (content_folder / "images").resolve()
    file = (images / name).resolve()
    kind = _KINDS.get(file.suffix.lower())
    inside = images.is_relative_to(content_folder.resolve()) and file.is_relative_to(images)
    if not (folder and kind and inside and file.is_file()):
        raise ValueError(f"{address_path} is no picture of this site")
    with file.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError(f"{address_path} is too large to show")
    return Picture(kind, content)

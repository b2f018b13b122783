"""Which files of a content folder are pictures that pages may show: those in `images/`, in preview and export alike."""

from __future__ import annotations

from pathlib import Path

PICTURE_KINDS = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""The media type by the ending of a file's name, in small letters."""


LARGEST_INSIDE = 10 * 1024 * 1024
"""Bytes; a larger picture does not go inside a page, which would be too heavy to send."""


class NoPicture(ValueError):
    """There is no such picture in the content folder."""


def picture_file(content_folder: Path, name: str) -> Path:
    """Where the picture is that a page names, such as "images/clinic.jpg". It blocks on the disk.

    Raises NoPicture for whatever is not a picture inside `images`; links that lead out of it count as outside, and so
    does an `images` that is itself a link out of the content folder.
    """
    try:
        folder = content_folder.resolve()
        images = (folder / "images").resolve()
        file = (folder / name).resolve()
        is_inside = images.is_relative_to(folder) and file.is_relative_to(images)
        if file.suffix.lower() in PICTURE_KINDS and is_inside and file.is_file():
            return file
    except (OSError, ValueError, RuntimeError) as error:  # a name that no file can have; links in a circle
        raise NoPicture(name) from error
    raise NoPicture(name)


def data_inside(content_folder: Path, name: str) -> bytes:
    """What is in a picture that goes inside a page; b"" for one that does not. It blocks on the disk."""
    try:
        with picture_file(content_folder, name).open("rb") as stream:
            data = stream.read(LARGEST_INSIDE + 1)
    except (NoPicture, OSError):
        return b""
    return data if len(data) <= LARGEST_INSIDE else b""


def is_picture_name(name: str) -> bool:
    """Whether a normalised path in the content folder, such as "images/clinic.jpg", can be that of a picture."""
    return name.startswith("images/") and Path(name).suffix.lower() in PICTURE_KINDS


def picture_kind(name: str) -> str:
    """The media type of a picture."""
    return PICTURE_KINDS[Path(name).suffix.lower()]

"""What the files and folders of a content folder are called."""

from __future__ import annotations

PAGES_FOLDER = "conditions"
ENDINGS = (".yaml", ".yml")
"""Of a file that the website reads, in small letters; a new file has the first."""
SITE_FILES = tuple(f"site{ending}" for ending in ENDINGS)
"""The file of what all pages share; a new one has the first of these names."""
PICTURES_FOLDER = "images"
SHARED_BY_STAFF = ".clinic-editor"
"""What staff share among themselves and the website ignores."""

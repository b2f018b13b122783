"""From files and pasted texts of many formats to references; one file for each format."""

from editor.references.reading.found import ReadingStopped, ReadReferences, UnsupportedFormat
from editor.references.reading.references_in import MOST_BYTES, Progress, references_in, references_of_text

__all__ = [
    "MOST_BYTES",
    "Progress",
    "ReadReferences",
    "ReadingStopped",
    "UnsupportedFormat",
    "references_in",
    "references_of_text",
]

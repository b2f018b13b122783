"""The mark at the end of every text that an export writes: by it the text is known as ours without any record."""

from __future__ import annotations

import os
from pathlib import Path

_WORDS = "Exported by Clinic Page Editor"
HTML_MARK = f"\n<!-- {_WORDS} -->\n".encode()
"""The mark of a page, of the list of all conditions and of the sitemap."""
CSS_MARK = f"\n/* {_WORDS} */\n".encode()
_LONGEST = max(len(HTML_MARK), len(CSS_MARK))


def is_marked(file: Path) -> bool:
    """Whether a file ends with the mark. It blocks on the disk."""
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, stream.seek(0, os.SEEK_END) - _LONGEST))
            return stream.read().endswith((HTML_MARK, CSS_MARK))
    except OSError:
        return False

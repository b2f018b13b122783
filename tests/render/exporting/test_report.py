from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from editor.render.exporting.report import NotExported, NotWritten


@pytest.mark.parametrize(
    ("number", "reason", "advice"),
    [
        (errno.EACCES, "could not be written: it is protected, or in use.", "Choose another folder."),
        (errno.EROFS, "could not be written: it is protected, or in use.", "Choose another folder."),
        (errno.ENOSPC, "could not be written: the disk is full.", "Make room on the disk, or choose another folder"),
        (errno.EIO, "could not be written.", "Choose another folder, or make room on the disk"),
    ],
)
def test_what_helps_where_nothing_can_be_written_depends_on_why(number: int, reason: str, advice: str) -> None:
    with pytest.raises(NotExported) as refused:
        raise NotWritten(Path("out")) from OSError(number, os.strerror(number))
    assert str(refused.value).startswith(f"out {reason} Your pages are as they were. {advice}")

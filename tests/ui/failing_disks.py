"""Disks that take nothing more, as this program sees them."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def full_disk() -> Iterator[None]:
    """While this lasts, what is written fails as on a full disk. A window with a preview does not stand it."""
    resource = pytest.importorskip("resource", reason="Windows sets no limit to the size of a file")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def broken_disk() -> Iterator[None]:
    """While this lasts, nothing that is written is on the disk for certain: it answers with an error."""
    with pytest.MonkeyPatch.context() as disk:
        disk.setattr(os, "fsync", _refuse)
        yield


def _refuse(_descriptor: int) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))

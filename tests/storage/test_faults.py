from __future__ import annotations

import errno
import os

import pytest

from editor.storage.faults import (
    HeldOpen,
    LockHeld,
    OutsideFolder,
    SpecialFile,
    TooLarge,
    not_saved,
    unconfirmed,
    unreachable,
)

NUMBERS = [
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ENOENT),
    *(errno.ENOTDIR, errno.ESTALE, errno.ETIMEDOUT, errno.ENAMETOOLONG, errno.ELOOP, errno.EIO, errno.EINVAL),
]
ERRORS = [*(OSError(number, os.strerror(number)) for number in NUMBERS), SpecialFile(), OutsideFolder(), TooLarge()]
OURS = [LockHeld(), HeldOpen()]


@pytest.mark.parametrize("error", [*ERRORS, *OURS], ids=repr)
def test_every_refused_save_names_the_file_and_what_to_do_and_that_nothing_is_lost(error: OSError) -> None:
    refusal = not_saved(error, "back-pain.yaml")
    assert "back-pain.yaml" in refusal.reason
    assert refusal.reason.endswith(".")
    assert refusal.advice.endswith(".")
    assert str(refusal).startswith(f"Not saved. {refusal.reason} Nothing was lost: your text is still here.")
    for unfit in ("Error", "Errno", "errno", "Saved", error.strerror or "Errno"):
        assert unfit not in str(refusal)


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_a_page_may_be_called_as_staff_call_it(error: OSError) -> None:
    reason = not_saved(error, "the page “Back pain”").reason
    assert "the page “Back pain”" in reason
    assert not reason.startswith("the page")


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_every_refused_reading_names_the_file_and_what_to_do(error: OSError) -> None:
    refusal = unreachable(error, "back-pain.yaml")
    assert "back-pain.yaml" in refusal.reason
    assert str(refusal) == f"{refusal.reason} {refusal.advice}"
    assert (error.strerror or "Errno") not in str(refusal)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EDQUOT, "is full"),
        (errno.EROFS, "You may not change"),
        (errno.ENOENT, "can't be reached"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.EIO, "reports a fault"),
    ],
)
def test_the_reason_fits_the_error(number: int, words: str) -> None:
    assert words in not_saved(OSError(number, os.strerror(number)), "back-pain.yaml").reason


@pytest.mark.parametrize(
    ("error", "passing"),
    [
        (OSError(errno.ENOSPC, ""), "the disk is full"),
        (OSError(errno.EDQUOT, ""), "the disk is full"),
        (OSError(errno.EBUSY, ""), "another program is using the file"),
        (HeldOpen(), "another program is using the file"),
        (LockHeld(), "somebody else is saving"),
        (OSError(errno.EIO, ""), "the disk reports a fault"),
        (PermissionError(errno.EACCES, ""), ""),
        (OSError(errno.EROFS, ""), ""),
        (OSError(errno.ENAMETOOLONG, ""), ""),
        (FileNotFoundError(errno.ENOENT, ""), ""),
        (SpecialFile(), ""),
        (OutsideFolder(), ""),
        (TooLarge(), ""),
    ],
)
def test_it_says_what_may_be_over_in_a_while(error: OSError, passing: str) -> None:
    assert not_saved(error, "back-pain.yaml").passing == passing


def test_what_was_not_confirmed_may_be_tried_again() -> None:
    assert unconfirmed("back-pain.yaml").passing


@pytest.mark.parametrize(("winerror", "words"), [(112, "is full"), (32, "Another program"), (53, "can't be reached")])
def test_windows_own_numbers_say_more(winerror: int, words: str) -> None:
    error = OSError(errno.EINVAL, "")
    error.winerror = winerror
    assert words in not_saved(error, "back-pain.yaml").reason

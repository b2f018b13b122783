"""What an error of the operating system means to the person at the desk: what happened and what to do."""

from __future__ import annotations

import errno
from enum import Enum, auto

from editor.storage.refusals import NotSaved, Unconfirmed, Unreachable
from editor.words import tr


class SpecialFile(OSError):
    """Not an ordinary file: a folder, a pipe, a device."""


class OutsideFolder(OSError):
    """A link that leads out of the content folder."""


class TooLarge(OSError):
    """More bytes than any page may have."""


class LockHeld(OSError):
    """Another program, on this PC or another, saves into the same folder and does not come to an end."""


class HeldOpen(OSError):
    """Another program has the file open, and nobody may replace it meanwhile."""


class Fault(Enum):
    """The kinds of trouble that call for different advice."""

    FULL = auto()
    FORBIDDEN = auto()
    IN_USE = auto()
    LOCKED = auto()
    GONE = auto()
    NAME_TOO_LONG = auto()
    SPECIAL = auto()
    OUTSIDE = auto()
    TOO_LARGE = auto()
    OTHER = auto()


_BY_CLASS = {
    SpecialFile: Fault.SPECIAL,
    OutsideFolder: Fault.OUTSIDE,
    TooLarge: Fault.TOO_LARGE,
    LockHeld: Fault.LOCKED,
    HeldOpen: Fault.IN_USE,
}
# By name, because not every system has every number.
_BY_ERRNO = {
    **dict.fromkeys(("ENOSPC", "EDQUOT", "EFBIG"), Fault.FULL),
    **dict.fromkeys(("EACCES", "EPERM", "EROFS"), Fault.FORBIDDEN),
    **dict.fromkeys(("EBUSY", "ETXTBSY"), Fault.IN_USE),
    **dict.fromkeys(("ENOENT", "ENOTDIR", "ENODEV", "ESTALE", "ENOTCONN", "ETIMEDOUT"), Fault.GONE),
    **dict.fromkeys(("ENETDOWN", "ENETUNREACH", "EHOSTDOWN", "EHOSTUNREACH"), Fault.GONE),
    "ENAMETOOLONG": Fault.NAME_TOO_LONG,
    **dict.fromkeys(("ENXIO", "EISDIR", "ELOOP"), Fault.SPECIAL),
}
# Windows tells more by its own numbers than by the errno that Python derives from them.
_BY_WINERROR = {
    **dict.fromkeys((39, 112), Fault.FULL),
    **dict.fromkeys((32, 33), Fault.IN_USE),
    **dict.fromkeys((21, 53, 59, 64, 67, 121, 1231, 1232), Fault.GONE),
    206: Fault.NAME_TOO_LONG,
}


def fault_of(error: OSError) -> Fault:
    """The kind of trouble that `error` reports."""
    if type(error) in _BY_CLASS:
        return _BY_CLASS[type(error)]
    name = errno.errorcode.get(error.errno or 0, "").removeprefix("WSA")
    return _BY_WINERROR.get(getattr(error, "winerror", 0)) or _BY_ERRNO.get(name, Fault.OTHER)


def not_saved(error: OSError, file: str) -> NotSaved:
    """The refusal that `error` makes of a save of `file`, which is the file's name or what staff call it."""
    sentences = {
        Fault.FULL: (
            tr("The disk that holds {file} is full, or your share of it is.", file=file),
            tr("Make room on it, then save again, or save a copy elsewhere."),
        ),
        Fault.FORBIDDEN: (
            tr("You may not change {file}: the file or its folder is protected.", file=file),
            tr("Save a copy elsewhere, and ask whoever looks after your computers for the right to change it."),
        ),
        Fault.IN_USE: (
            tr("Another program is using {file}.", file=file),
            tr("Close it there, then save again, or save a copy elsewhere."),
        ),
        Fault.LOCKED: (
            tr("Somebody else has been saving in the same folder for a while: {file} has to wait.", file=file),
            tr("Save again in a moment, or save a copy elsewhere."),
        ),
        Fault.GONE: (
            tr("The folder of {file} can't be reached.", file=file),
            tr("Check that the network drive or USB stick is connected, then save again, or save a copy elsewhere."),
        ),
        Fault.NAME_TOO_LONG: (
            tr("The file name of {file} is too long for this disk.", file=file),
            tr("Choose a shorter name, or save a copy elsewhere."),
        ),
        Fault.SPECIAL: (
            tr("What is stored as {file} is not an ordinary file.", file=file),
            tr("Save a copy elsewhere, and ask whoever looks after your computers about this file."),
        ),
        Fault.OUTSIDE: (
            tr("What is stored as {file} only points to a file outside the website's folder.", file=file),
            tr("Save a copy elsewhere, and ask whoever looks after your computers to put the file itself there."),
        ),
        Fault.TOO_LARGE: (
            tr("Something larger than a page can be has replaced {file}.", file=file),
            tr("Save a copy elsewhere, and ask your colleagues about this file."),
        ),
        Fault.OTHER: (
            tr("The disk reports a fault with {file}.", file=file),
            tr("Save again in a moment, or save a copy elsewhere."),
        ),
    }
    fault = fault_of(error)
    return NotSaved(*sentences[fault], passing=_PASSING.get(fault, ""))


_PASSING = {
    Fault.FULL: tr("the disk is full"),
    Fault.IN_USE: tr("another program is using the file"),
    Fault.LOCKED: tr("somebody else is saving"),
    Fault.OTHER: tr("the disk reports a fault"),
}


def unconfirmed(file: str) -> Unconfirmed:
    """The new `file` took its place, and then the disk would not say that it will stay."""
    return Unconfirmed(
        tr("The new text of {file} is probably in place, but the disk did not confirm it.", file=file),
        tr("Your text is still here: save again in a moment, or save a copy elsewhere."),
        passing=tr("the disk did not confirm it"),
    )


def unreachable(error: OSError, file: str) -> Unreachable:
    """The refusal that `error` makes of reading `file`, which may be a folder."""
    sentences = {
        Fault.FORBIDDEN: (
            tr("You may not open {file}.", file=file),
            tr("Ask whoever looks after your computers for the right to read it."),
        ),
        Fault.IN_USE: (
            tr("Another program is using {file}.", file=file),
            tr("Close it there, then try again."),
        ),
        Fault.GONE: (
            tr("{file} can't be found.", file=file),
            tr("Check that the network drive or USB stick is connected, and that nobody moved or renamed it."),
        ),
        Fault.SPECIAL: (
            tr("{file} is not an ordinary file.", file=file),
            tr("It is left as it is. Ask whoever looks after your computers about it."),
        ),
        Fault.OUTSIDE: (
            tr("{file} only points to a file outside the website's folder.", file=file),
            tr("It is left as it is. Ask whoever looks after your computers to put the file itself there."),
        ),
        Fault.TOO_LARGE: (
            tr("{file} is larger than a page can be.", file=file),
            tr("It is left as it is. Check that it really is a page."),
        ),
    }
    other = (
        tr("The disk reports a fault with {file}.", file=file),
        tr("Try again in a moment; if it stays, ask whoever looks after your computers."),
    )
    return Unreachable(*sentences.get(fault_of(error), other))

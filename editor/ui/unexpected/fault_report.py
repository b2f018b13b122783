"""The report of a fault of the program, for whoever mends it: what it holds, and what it holds only if wanted."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import qVersion

from editor import __version__
from editor.storage.error_trace import trace_of


@dataclass(frozen=True, slots=True)
class Fault:
    """An error that nobody caught. `trace` quotes no text, `message` may; `time` is local."""

    trace: str
    message: str
    time: datetime


def fault_of(error: BaseException) -> Fault:
    """What is to be known of an error; it is not kept itself, as it holds on to all that was at work."""
    message = "".join(traceback.format_exception_only(error)).strip()
    return Fault(trace_of(error), message, datetime.now().astimezone())


def report(faults: Sequence[Fault], further: int = 0) -> str:
    """The report of the faults told and the number of further ones. No text of a page, no name and no path is in it."""
    lines = [
        f"Clinic Page Editor {__version__}",
        f"{platform.system()} {platform.release()} ({platform.machine()}), Python {platform.python_version()}"
        f"{', packaged' if getattr(sys, 'frozen', False) else ''}, Qt {qVersion()}",
    ]
    for fault in faults:
        lines += ["", f"{fault.time:%Y-%m-%d %H:%M:%S %z}", fault.trace]
    if further:
        lines += ["", f"Further faults: {further}"]
    return "\n".join(lines) + "\n"


def messages(faults: Sequence[Fault]) -> str:
    """What the faults say themselves, which may quote texts and name folders."""
    return "\n".join(fault.message for fault in faults) + "\n"

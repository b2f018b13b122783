"""The command `clinic-page-editor`: the window, or `check` and `export`, which need no Qt.

Each way loads only what it needs, so that the window stands early and nothing else loads Qt.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from editor import __version__
from editor.paths import APP_NAME, CHECK_ARGUMENT, CHECK_WORKER_ARGUMENT
from editor.render import RENDER_ARGUMENT, WORKER_ARGUMENT
from editor.words import tr

NOT_SAID, CANNOT_START = 1, 2
_PROCESSES = {RENDER_ARGUMENT, WORKER_ARGUMENT, CHECK_ARGUMENT, CHECK_WORKER_ARGUMENT}
_LATER = 10
"""How much later than others a process comes to its turn, as Unix counts it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments, or with those of the command line; the answer is the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if len(arguments) == 1 and arguments[0] in _PROCESSES:
        return _work(arguments[0])
    _show_what_the_console_cannot_encode()
    if not _files_can_be_read():
        return CANNOT_START
    commands = {"export": _export, "check": _check}
    command = commands.get(arguments[0]) if arguments else None
    return _open_window(arguments) if command is None else _heard(command, arguments[1:])


def _heard(command: Callable[[list[str]], int], arguments: list[str]) -> int:
    """Run a command; that nobody can take what it says is a failure of its own, and no crash, nor is Ctrl+C."""
    from editor.commands.saying import STOPPED, Unheard, say_error

    try:
        return command(arguments)
    except KeyboardInterrupt:
        with suppress(Unheard):
            say_error(tr("This was stopped."))
        return STOPPED
    except Unheard as unheard:
        with suppress(Unheard):
            if unheard.reason:
                say_error(tr("What there is to say could not be written: {why}.", why=unheard.reason))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in filter(None, (sys.stdout, sys.stderr)):
            os.dup2(nowhere, stream.fileno())  # else Python tries once more at its end, and complains
        return NOT_SAID


def _open_window(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog=APP_NAME,
        usage="%(prog)s [FOLDER]\n       %(prog)s export FOLDER --to DIR [--drafts] [--single-file]\n"
        "       %(prog)s check FOLDER [--format json] [--fail-on warn]",
        description=tr("Edits the condition pages of a clinic's website."),
        epilog=tr(
            "“export” writes the pages as HTML files, “check” lists what is wrong with them; each has its"
            " own --help. To open a folder that is itself named export or check, write ./export or ./check."
        ),
    )
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=_folder, help=_FOLDER_HELP)
    parser.add_argument("--version", action="version", version=f"{APP_NAME} {__version__}", help=tr("show the version"))
    parser.add_argument("--picture", metavar="FILE.png", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args(arguments)
    if wanted.picture is None and _screen_is_missing():
        return _cannot_open(tr("this computer has no screen to show it on. “export” and “check” work all the same."))
    if wanted.picture is None:
        sys.excepthook = _tell_fault
    try:
        from editor.ui.loading_qt import load_qt

        gc.disable()  # nothing is left over while so much is loaded; later the window says when to look (ui/garbage.py)
        load_qt()
        from editor.ui.launch import run_window

        status = run_window(wanted.folder, wanted.picture)
        sys.excepthook = sys.__excepthook__
        return status
    except ImportError as error:
        if (error.name or "").startswith("editor"):
            raise
        return _cannot_open(
            tr(
                "a part that it needs is missing on this computer ({part}). Install the program again, or ask whoever"
                " looks after your computers. “export” and “check” work all the same.",
                part=error.msg,
            )
        )


def _export(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog=f"{APP_NAME} export",
        description=tr("Writes each published page of the folder as an HTML file named after its address."),
    )
    parser.add_argument("folder", metavar="FOLDER", type=_folder, help=_FOLDER_HELP)
    parser.add_argument("--to", metavar="DIR", type=_folder, required=True, help=tr("where the HTML files go"))
    parser.add_argument("--drafts", action="store_true", help=tr("write drafts too; archived pages are never written"))
    parser.add_argument(
        "--single-file",
        action="store_true",
        help=tr("write each page as one file with its style and pictures inside, as for an e-mail"),
    )
    wanted = parser.parse_args(arguments)
    from editor.commands.export import export

    return export(wanted.folder, wanted.to, drafts=wanted.drafts, single_file=wanted.single_file)


def _check(arguments: list[str]) -> int:
    from editor.checks.severity import Severity

    severities = [str(severity) for severity in Severity]
    parser = argparse.ArgumentParser(
        prog=f"{APP_NAME} check",
        description=tr(
            "Lists what is wrong with the folder's pages, the worst first. The exit status is 1 if anything is as bad"
            " as --fail-on says, else 0."
        ),
    )
    parser.add_argument("folder", metavar="FOLDER", type=_folder, help=_FOLDER_HELP)
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help=tr("sentences, or a list for programs")
    )
    parser.add_argument(
        "--fail-on",
        choices=severities,
        default=str(Severity.STOP),
        help=tr("the least severity for which the exit status is 1; without it “stop”"),
    )
    parser.add_argument(
        "--drafts", action="store_true", help=tr("take drafts as seriously as pages that are on the website")
    )
    parser.add_argument("--on", metavar="YYYY-MM-DD", type=_day, help=tr("the day to check for, if it is not today"))
    wanted = parser.parse_args(arguments)
    from editor.commands.check import check

    return check(
        wanted.folder,
        wanted.on or date.today(),
        fail_on=Severity(wanted.fail_on),
        as_json=wanted.format == "json",
        drafts=wanted.drafts,
    )


def _work(argument: str) -> int:
    """Be one of the program's own processes, until whoever has started it ends."""
    sys.excepthook = _log_fault
    from editor.render.memory_limit import limit_memory

    serve = _server(argument)
    limit_memory()
    if argument == CHECK_ARGUMENT and hasattr(os, "nice"):
        os.nice(_LATER)  # typing goes before
    try:  # by number, since a packaged program without a console has no sys.stdin and sys.stdout
        with open(0, "rb", closefd=False) as requests, open(1, "wb", closefd=False) as answers:
            serve(requests, answers)
    except (BrokenPipeError, EOFError):
        pass  # the other has gone
    return 0


def _server(argument: str) -> Callable[[BinaryIO, BinaryIO], None]:
    """What the process does that has this hidden argument."""
    if argument == RENDER_ARGUMENT:
        from editor.render import render_process

        return render_process.serve
    if argument == WORKER_ARGUMENT:
        from editor.render.exporting import page_worker

        return page_worker.serve
    if argument == CHECK_WORKER_ARGUMENT:
        from editor.session.checking import page_checker

        return page_checker.serve
    from editor.session.checking import check_process

    return check_process.serve


def _folder(text: str) -> Path:
    """The folder that an argument names; an empty one, as of a variable not set, would be the current folder."""
    if not text:
        raise argparse.ArgumentTypeError(tr("no folder is named"))
    return Path(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(tr("{day} is no day such as 2026-11-22", day=text)) from None


_FOLDER_HELP = tr("the folder that the website reads")


def _files_can_be_read() -> bool:
    """Whether the reader of pages is whole; its slow substitute reads some files differently."""
    from editor.yaml_text import check_parser

    try:
        check_parser()
    except RuntimeError:
        print(
            tr(
                "The part of this program that reads pages is not complete on this computer, so nothing was opened or"
                " changed. Install the program again, or ask whoever looks after your computers."
            ),
            file=sys.stderr,
        )
        return False
    return True


def _screen_is_missing() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in named)


def _show_what_the_console_cannot_encode() -> None:
    """A page's name may have letters that the console lacks; they show as codes, and nothing stops."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _tell_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of a fault on the way to the window, on the console and where that can be in a message too."""
    sys.__excepthook__(kind, error, trace)
    if not isinstance(error, Exception):
        return
    if sys.stderr is not None:
        print(tr("The program could not start because of a fault of its own. Nothing was changed."), file=sys.stderr)
    from editor.ui.unexpected.fault_at_start import tell_fault

    tell_fault(error)


def _log_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A process without a window leaves the telling to the one that started it."""
    sys.__excepthook__(kind, error, trace)
    from editor.storage.program_log import log_error

    log_error("worker", error)


def _cannot_open(reason: str) -> int:
    print(tr("The window cannot open: {reason}", reason=reason), file=sys.stderr)
    return CANNOT_START


if __name__ == "__main__":
    sys.exit(main())

"""What is wrong with the names of a content folder's files; those of pages are the pages' addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from editor.checks.problem import Problem
from editor.storage import address_key, refused_slug
from editor.words import tr


def name_problems(files: Sequence[str]) -> tuple[Problem, ...]:
    """Files of pages whose names not every computer can use, or that share an address, and a second site file.

    `.yaml` and `.yml` make the same address, and so do names that differ only in capitals or in how accents are
    written. Each of the files concerned has the problem. Of several site files the first given is the one in use.
    """
    sharing: dict[tuple[bool, str], list[str]] = {}
    for file in files:
        sharing.setdefault(_address(file), []).append(file)
    return tuple(problem for file in files for problem in _problems_of(file, sharing[_address(file)]))


def _address(file: str) -> tuple[bool, str]:
    return _is_page(file), address_key(PurePosixPath(file).stem)


def _is_page(file: str) -> bool:
    return "/" in file


def _problems_of(file: str, sharing: Sequence[str]) -> Iterator[Problem]:
    """The problems of a file; `sharing` are all files with its address, itself among them."""
    other = next((other for other in sharing if other != file), None)
    if not _is_page(file):
        if other is not None:
            yield Problem("site_twice", file, _second_site(other, in_use=file == sharing[0]))
    elif refusal := refused_slug(PurePosixPath(file).stem, ()):
        message = tr("{reason} Ask the website's developer to rename the file.", reason=refusal)
        yield Problem("address_refused", file, message)
    elif other is not None:
        message = tr(
            "It has the same address as {other}, so only one of them can be shown. Ask the website's developer"
            " to rename or remove one.",
            other=other,
        )
        yield Problem("address_twice", file, message)


def _second_site(other: str, *, in_use: bool) -> str:
    if in_use:
        return tr(
            "There is {other} beside it, which also holds texts that all pages share, but is not used here."
            " Ask the website's developer to remove one of them.",
            other=other,
        )
    return tr(
        "It is not used here, because the texts that all pages share are taken from {other}."
        " Ask the website's developer to remove one of them.",
        other=other,
    )

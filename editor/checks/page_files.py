"""What is wrong with the names of pages' files, which are the pages' addresses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from editor.checks.problem import Problem, Severity
from editor.storage import address_key, refused_slug
from editor.words import tr


def name_problems(files: Iterable[str]) -> tuple[Problem, ...]:
    """Files of pages whose names not every computer can use, or that would share an address.

    `.yaml` and `.yml` make the same address, and so do names that differ only in capitals or in how accents are
    written.
    """
    problems = []
    addresses: dict[str, str] = {}
    for file in files:
        slug = PurePosixPath(file).stem
        if refusal := refused_slug(slug, ()):
            message = tr("{reason} Ask the website's developer to rename the file.", reason=refusal)
            problems.append(Problem("address_refused", Severity.STOP, file, message))
        elif same := addresses.get(address_key(slug)):
            message = tr(
                "It has the same address as {other}, so only one of them can be shown. Ask the website's developer"
                " to rename or remove one.",
                other=same,
            )
            problems.append(Problem("address_twice", Severity.STOP, file, message))
        addresses.setdefault(address_key(slug), file)
    return tuple(problems)

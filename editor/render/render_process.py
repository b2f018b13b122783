"""The process that renders for the window: it can be killed when a text keeps Markdown busy for too long.

Requests come in and answers go out in order, each a length (four bytes, big-endian) and that many bytes of JSON:
`{"number": 7, "parts": [...]}` is answered by `{"number": 7, "html": [...]}`, one text for each part, or by
`{"number": 7, "error": "study-1"}` with the id of the part that cannot be shown.
"""

from __future__ import annotations

import json
import struct
from typing import BinaryIO, TypedDict

from editor.render.parts import Part, PartJson, render_part
from editor.render.theme import NotRendered, built_in_theme

LENGTH = struct.Struct(">I")


class Request(TypedDict):
    """Parts to render."""

    number: int
    parts: list[PartJson]


class Answer(TypedDict, total=False):
    """What became of the request with the same number."""

    number: int
    html: list[str]
    error: str


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more. It blocks between them."""
    built_in_theme().prepare()
    while (request := _received(requests)) is not None:
        data = json.dumps(_answer(request)).encode()
        answers.write(LENGTH.pack(len(data)) + data)
        answers.flush()


def _received(requests: BinaryIO) -> Request | None:
    """The next request; None at the end, also where the window ended in the middle of one."""
    head = requests.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    data = requests.read(length)
    if len(data) < length:
        return None
    request: Request = json.loads(data)
    return request


def _answer(request: Request) -> Answer:
    theme = built_in_theme()
    html = []
    for part in map(Part.from_json, request["parts"]):
        try:
            html.append(render_part(part, theme))
        except NotRendered:
            return {"number": request["number"], "error": part.id}
    return {"number": request["number"], "html": html}

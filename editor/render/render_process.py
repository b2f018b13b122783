"""The process that renders for the window: it can be killed when a text keeps Markdown busy for too long.

Requests come in and answers go out in order, each a length (four bytes, big-endian) and that many bytes of JSON.
`{"theme": ...}` is the look from now on, in place of the built-in one, and gets no answer.
`{"number": 7, "parts": [...]}` is answered by `{"number": 7, "html": [...], "faults": [...]}`, one text for each part
and each fault of the look once, or by `{"number": 7, "error": "study-1"}` with the part that cannot be shown.
`"built_in": true` beside the parts asks for the built-in look, for parts that the website's own takes too long with.
Where a look of the website's own keeps the process busy, it says in its errors where it is, as `last_words` reads it.
"""

from __future__ import annotations

import json
import struct
from typing import BinaryIO, NotRequired, TypedDict, final

from editor.render.frame import preview_html
from editor.render.last_words import be_silent, speak_every
from editor.render.parts import Part, PartJson
from editor.render.theme import Delivery, FaultJson, NotRendered, Theme, ThemeFault, ThemeJson, built_in_theme

LENGTH = struct.Struct(">I")
_SPEAK_SECONDS = 0.25
"""How often the process says where it is, while one request keeps it busy."""


@final
class Request(TypedDict):
    """Parts to render."""

    number: int
    parts: list[PartJson]
    built_in: NotRequired[bool]


@final
class Look(TypedDict):
    """The look of all parts from now on."""

    theme: ThemeJson


class Answer(TypedDict, total=False):
    """What became of the request with the same number."""

    number: int
    html: list[str]
    faults: list[FaultJson]
    error: str


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more. It blocks between them."""
    built_in = theme = built_in_theme()
    built_in.prepare(Delivery.PREVIEW)
    while (request := _received(requests)) is not None:
        if "theme" in request:
            theme = Theme.from_json(request["theme"])
            continue
        look = built_in if request.get("built_in") else theme
        if look.own:
            speak_every(_SPEAK_SECONDS)
        data = json.dumps(_answer(request, look)).encode()
        be_silent()
        answers.write(LENGTH.pack(len(data)) + data)
        answers.flush()


def _received(requests: BinaryIO) -> Request | Look | None:
    """The next request; None at the end, also where the window ended in the middle of one."""
    head = requests.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    data = requests.read(length)
    if len(data) < length:
        return None
    request: Request | Look = json.loads(data)
    return request


def _answer(request: Request, theme: Theme) -> Answer:
    html = []
    faults: list[ThemeFault] = []
    for part in map(Part.from_json, request["parts"]):
        try:
            rendering = preview_html(part, theme)
        except NotRendered:
            return {"number": request["number"], "error": part.id}
        html.append(rendering.html)
        faults += rendering.faults
    return {"number": request["number"], "html": html, "faults": [fault.to_json() for fault in dict.fromkeys(faults)]}

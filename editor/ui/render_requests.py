"""What the rendering process is asked for: which parts are known, which are in its hands, which come next.

Knows nothing of processes or clocks; `background.py` carries the bytes. One message is four bytes of length, big
end first, and UTF-8 JSON. Each message asks for one part, so that a part that never ends is known by its place.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.render.render_process import LENGTH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.render.parts import Part

_REMEMBERED = 20_000
_IN_WORK = 16
_LONGEST_ANSWER = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class RenderTimedOut:
    """The part with this id took longer than the deadline, and will each time."""

    part_id: str


@dataclass(frozen=True, slots=True)
class RenderFailed:
    """The part with this id could not be rendered."""

    part_id: str


Rendered = str | RenderTimedOut | RenderFailed
"""The HTML of a part, or why there is none."""


class BrokenAnswer(ValueError):
    """The child sent what is not an answer; it is of no more use."""


class RenderRequests:
    """The parts wanted last, in the child's hands and remembered.

    Only the newest `ask` is answered. A part is in work until `receive` or `child_ended` names its result.
    """

    GREETING = 0
    """The number of a message without parts; its answer tells that the child has started."""

    def __init__(self, remembered: int = _REMEMBERED) -> None:
        self._limit = remembered
        self._memory: dict[Part, Rendered] = {}
        self._wanted: tuple[Part, ...] = ()
        self._answer: Callable[[tuple[Rendered, ...]], None] | None = None
        self._unknown: set[Part] = set()
        self._to_send: deque[Part] = deque()
        self._in_work: dict[int, Part] = {}
        self._number = self.GREETING
        self._received = bytearray()

    @property
    def in_work(self) -> int:
        """How many parts the child has been sent and has not answered."""
        return len(self._in_work)

    def ask(self, parts: Sequence[Part], answer: Callable[[tuple[Rendered, ...]], None]) -> None:
        """Wants these parts from now on, and nothing that was wanted before."""
        self._wanted, self._answer = tuple(parts), answer
        self._plan()

    def forget_question(self) -> None:
        """Wants nothing any more; what is in work will still be remembered."""
        self._wanted, self._answer = (), None
        self._plan()

    def greeting(self) -> bytes:
        """The message that a child which has just been started answers when it is ready."""
        return _message(self.GREETING, [])

    def next_messages(self) -> bytes:
        """What to send now, perhaps nothing: the child never holds many parts, as a newer question may come."""
        messages = bytearray()
        while self._to_send and len(self._in_work) < _IN_WORK:
            part = self._to_send.popleft()
            self._number += 1
            self._in_work[self._number] = part
            messages += _message(self._number, [part])
        return bytes(messages)

    def receive(self, received: bytes) -> int:
        """Takes bytes from the child, remembers what is complete; answers how many parts that were.

        Raises BrokenAnswer for what a working child does not send.
        """
        self._received += received
        parts = 0
        while (answer := self._next_answer()) is not None:
            number = answer.get("number")
            if number == self.GREETING and not self._in_work:
                continue
            if not isinstance(number, int) or number not in self._in_work:
                raise BrokenAnswer(f"an answer to message {number}, which was not asked")
            part = self._in_work.pop(number)
            self._remember(part, _rendered(part, answer))
            parts += 1
        return parts

    def child_ended(self, *, timed_out: bool) -> bool:
        """The child is gone: the part that it was busy with is to blame, the others are asked for again.

        Answers whether it was busy at all.
        """
        self._received.clear()
        guilty = next(iter(self._in_work.values()), None)
        self._in_work.clear()
        if guilty is not None:
            self._remember(guilty, RenderTimedOut(guilty.id) if timed_out else RenderFailed(guilty.id))
        self._plan()
        return guilty is not None

    def answer_if_complete(self) -> None:
        """Answers the newest question if all its parts are known."""
        if self._answer is None or self._unknown:
            return
        answer, self._answer = self._answer, None
        answer(tuple(self._memory[part] for part in self._wanted))

    def _plan(self) -> None:
        """Lines up the wanted parts that nobody knows and nobody works on."""
        missing = [part for part in self._wanted if part not in self._memory]
        in_work = set(self._in_work.values())
        self._unknown = set(missing)
        self._to_send = deque(part for part in missing if part not in in_work)

    def _remember(self, part: Part, rendered: Rendered) -> None:
        if len(self._memory) >= max(self._limit, 2 * len(self._wanted)):
            self._memory = {known: self._memory[known] for known in self._wanted if known in self._memory}
        self._memory[part] = rendered
        self._unknown.discard(part)

    def _next_answer(self) -> dict[str, object] | None:
        if len(self._received) < LENGTH.size:
            return None
        (length,) = LENGTH.unpack_from(self._received)
        end = LENGTH.size + length
        if end > _LONGEST_ANSWER:
            raise BrokenAnswer("an answer longer than any page")
        if len(self._received) < end:
            return None
        body = bytes(self._received[LENGTH.size : end])
        del self._received[:end]
        answer = json.loads(body)
        if not isinstance(answer, dict):
            raise BrokenAnswer("an answer that is no object")
        return answer


def _message(number: int, parts: list[Part]) -> bytes:
    body = json.dumps({"number": number, "parts": [part.to_json() for part in parts]}).encode()
    return LENGTH.pack(len(body)) + body


def _rendered(part: Part, answer: dict[str, object]) -> Rendered:
    match answer.get("html"):
        case [str(html)]:
            return html
    return RenderFailed(part.id)

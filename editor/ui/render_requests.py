"""What the rendering process is asked for: which parts are known, which are in its hands, which come next.

Knows nothing of processes or clocks; `background.py` carries the bytes. One message is four bytes of length, big
end first, and UTF-8 JSON. Each message asks for one part, so that a part that never ends is known by its place.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.render.last_words import slow_templates
from editor.render.render_process import LENGTH
from editor.render.theme import PAGE_TEMPLATE, THEME_FOLDER, Rendering, ThemeFault
from editor.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from editor.render.parts import Part
    from editor.render.theme import Theme

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


Rendered = Rendering | RenderTimedOut | RenderFailed
"""The HTML of a part, or why there is none."""


class BrokenAnswer(ValueError):
    """The child sent what is not an answer; it is of no more use."""


@dataclass(frozen=True, slots=True)
class _Errand:
    """A part in the child's hands, with the look that it is to wear; `blamed` stands in for a template at fault."""

    part: Part
    look: str
    blamed: ThemeFault | None


class RenderRequests:
    """The parts wanted last, in the child's hands and remembered.

    Only the newest `ask` is answered. A part is in work until `receive` or `child_ended` names its result.

    A part that the child came to grief over in the website's own look is asked for once more in the built-in one. If
    that goes well, its template is to blame, and the built-in one stands in for it from then on.
    """

    GREETING = 0
    """The number of a message without parts; its answer tells that the child has started."""

    def __init__(self, remembered: int = _REMEMBERED) -> None:
        self._limit = remembered
        self._theme: Theme | None = None  # the built-in look, in which a child starts
        self._childs_look = ""
        self._blamed: dict[str, ThemeFault] = {}
        self._suspected: dict[Part, ThemeFault] = {}
        self._memory: dict[Part, Rendered] = {}
        self._wanted: tuple[Part, ...] = ()
        self._answer: Callable[[tuple[Rendered, ...]], None] | None = None
        self._unknown: set[Part] = set()
        self._to_send: deque[Part] = deque()
        self._in_work: dict[int, _Errand] = {}
        self._number = self.GREETING
        self._received = bytearray()

    @property
    def in_work(self) -> int:
        """How many parts the child has been sent and has not answered."""
        return len(self._in_work)

    def wear(self, theme: Theme) -> None:
        """Wants all parts in this look from now on, also those that are wanted already."""
        before = self._look
        self._theme = theme if theme.own or theme.files else None
        if self._look != before:
            self._memory.clear()
            self._blamed.clear()
            self._suspected.clear()
            self._plan()

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
        return _message({"number": self.GREETING, "parts": []})

    def next_messages(self) -> bytes:
        """What to send now, perhaps nothing: the child never holds many parts, as a newer question may come."""
        messages = bytearray()
        while self._to_send and len(self._in_work) < _IN_WORK:
            if self._theme is not None and self._childs_look != self._look:
                messages += _message({"theme": self._theme.to_json()})
                self._childs_look = self._look
            part = self._to_send.popleft()
            self._number += 1
            blamed = self._suspected.get(part) or self._blamed.get(part.template)
            self._in_work[self._number] = _Errand(part, self._look, blamed)
            is_built_in = self._theme is None or blamed is not None
            messages += _message({"number": self._number, "parts": [part.to_json()], "built_in": is_built_in})
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
            errand = self._in_work.pop(number)
            self._take(errand, _rendered(errand.part, answer))
            parts += 1
        return parts

    def child_ended(self, *, timed_out: bool, words: str = "") -> None:
        """The child is gone: the part that it was busy with is to blame, the others are asked for again.

        `words` are what it has said in its errors.
        """
        self._received.clear()
        self._childs_look = ""
        guilty = next(iter(self._in_work.values()), None)
        self._in_work.clear()
        if guilty is not None and guilty.look == self._look:
            if guilty.blamed is None and self._is_own(guilty.part):
                self._suspected[guilty.part] = self._suspicion(guilty.part, words, timed_out=timed_out)
            else:
                self._suspected.pop(guilty.part, None)  # it is the text: the built-in look cannot show it either
                part_id = guilty.part.id
                self._remember(guilty.part, RenderTimedOut(part_id) if timed_out else RenderFailed(part_id))
        self._plan()

    def answer_if_complete(self) -> None:
        """Answers the newest question if all its parts are known."""
        if self._answer is None or self._unknown:
            return
        answer, self._answer = self._answer, None
        answer(tuple(self._memory[part] for part in self._wanted))

    @property
    def _look(self) -> str:
        return "" if self._theme is None else self._theme.digest

    def _is_own(self, part: Part) -> bool:
        """Whether the website's own look has a hand in how a part is made."""
        if self._theme is None:
            return False
        return part.template in self._theme.own or part.template == PAGE_TEMPLATE

    def _suspicion(self, part: Part, words: str, *, timed_out: bool) -> ThemeFault:
        own = self._theme.own if self._theme is not None else frozenset()
        known = part.template if part.template in own else THEME_FOLDER
        file = next(iter(slow_templates(words, own)), known) if timed_out else known
        return ThemeFault(file, None, tr("it takes too long") if timed_out else tr("it needs more than there is"))

    def _plan(self) -> None:
        """Lines up the wanted parts that nobody knows and nobody works on."""
        missing = [part for part in self._wanted if part not in self._memory]
        in_work = {errand.part for errand in self._in_work.values() if errand.look == self._look}
        self._unknown = set(missing)
        self._to_send = deque(part for part in missing if part not in in_work)

    def _take(self, errand: _Errand, rendered: Rendered) -> None:
        if errand.look != self._look:
            return  # the page wears another look by now
        if errand.blamed is not None and isinstance(rendered, Rendering):
            if self._suspected.pop(errand.part, None) is not None:
                self._blamed[errand.part.template] = errand.blamed
            rendered = replace(rendered, faults=(*rendered.faults, errand.blamed))
        self._remember(errand.part, rendered)

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


def _message(content: Mapping[str, object]) -> bytes:
    body = json.dumps(content).encode()
    return LENGTH.pack(len(body)) + body


def _rendered(part: Part, answer: dict[str, object]) -> Rendered:
    match answer:
        case {"html": [str(html)], "faults": [*faults]}:
            return Rendering(html, tuple(ThemeFault(**fault) for fault in faults if isinstance(fault, dict)))
        case {"html": [str(html)]}:
            return Rendering(html)
    return RenderFailed(part.id)

"""A text while it is being mended, line by line, with what was done to each line."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from editor.words import tr
from editor.yaml_text.encoding import Encoding, encoding_of
from editor.yaml_text.limits import Limits
from editor.yaml_text.lines import BREAK
from editor.yaml_text.mending.cure import Cure, Keys, Unsure, Vocabulary
from editor.yaml_text.mending.line_cures import cures_of
from editor.yaml_text.mending.line_parts import indentation, key_of
from editor.yaml_text.mending.mends import Choice, Mend
from editor.yaml_text.mending.old_encoding import letters_of
from editor.yaml_text.mending.repeated_keys import Repeated, has_dash, repeated_key, staying
from editor.yaml_text.mending.soundness import invents_keys, scalars_of, swallows_lines
from editor.yaml_text.mending.tab_cures import fitting_cures, tab_cures
from editor.yaml_text.refusals import Unreadable
from editor.yaml_text.yaml_text import YamlText

_MOST_READ = 800_000
"""Letters: so much may be read for one mending, which takes half a second; a usual page has ten thousand."""
_LOOKS = 3
"""To find all that belongs to a key takes so many times as long as reading the text."""
_LINES_BACK = 40
"""How far above the place where reading stops the fault may be."""

Event = tuple[int, str, str]
"""The line in which it begins, counted from 0, what it is, and a scalar's text."""


class Draft:
    """The lines of a text, each with the number that it had, and what was mended so far."""

    def __init__(self, encoding: Encoding, text: str, limits: Limits, paths: frozenset[Keys]) -> None:
        self.mends: list[Mend] = []
        self._encoding = encoding
        self._limits = limits
        self._lines, self._breaks = _split(text)
        self._was = list(self._lines)
        self._numbers = list(range(1, len(self._lines) + 1))
        self._expected: dict[int, str] = {}  # by number: what the line must say
        self._left_to_read = _MOST_READ
        self._source: YamlText | None = None  # the last text that could be read
        own = {key for line in self._lines if (key := key_of(line)) is not None}
        fields = frozenset(key for path in paths for key in path)
        self._words = Vocabulary(fields, fields | own, paths)

    @classmethod
    def of(cls, data: bytes, limits: Limits, paths: frozenset[Keys]) -> Draft:
        """A draft of a file's bytes, letters of an old encoding mended. Raises Unsure.

        `paths`: the keys that its reader knows, each with those that it stands in, lists left out.
        """
        try:
            encoding = encoding_of(data)
            return cls(encoding, encoding.decode(data), limits, paths)
        except Unreadable as unreadable:
            lines = letters_of(data)
            if lines is None:
                raise Unsure from unreadable
        draft = cls(Encoding("utf-8", b""), "".join(text for _, text in lines), limits, paths)
        what = tr("Letters of an old Windows program are saved in the way that all programs read.")
        for number, (old, new) in enumerate(lines):
            if old != new.encode():
                draft._was[number] = old.decode(errors="replace").rstrip("\r\n")
                draft.mends.append(Mend(number + 1, what, draft._was[number], draft._lines[number]))
        return draft

    def data(self) -> bytes:
        """The bytes of the file as mended so far."""
        return self._encoding.encode(self._joined(self._lines))

    def mend_lines(self) -> None:
        """Mend one line after the other until the text can be read. Raises Unsure."""
        while (stop := self._stop(self._lines)) is not None:
            for cure in self._fitting(stop) or [self._cure(stop)]:
                self._take(cure)

    def mend_value(self, number: int) -> None:
        """Mend the value in a line, counted from 1, of a text that can be read. Raises Unsure."""
        cures = cures_of(self._lines, number - 1, self._words) if number <= len(self._lines) else []
        if len(cures) != 1 or self._stop(_with(self._lines, cures[0])) is not None:
            raise Unsure
        before, after = (
            [event for event in _events(self._joined(lines)) if event[1] == "ScalarEvent" and event[0] != number - 1]
            for lines in (self._lines, _with(self._lines, cures[0]))
        )
        if before != after:
            raise Unsure
        self._take(cures[0])

    def mend_repeated(self, chosen: Sequence[int], choices: list[Choice]) -> None:
        """Take out what stands twice, until nothing does; the choices made on the way go into `choices`. Raises Unsure.

        `chosen`: of each choice which of the two stays, 0 or 1; the first, where that is not said.
        """
        while (repeated := repeated_key(self._read(), self._words.fields)) is not None:
            self._has_read(_LOOKS * len(self.data()))
            if repeated.are_equal:
                gone = self._take_out(repeated, 1 if repeated.removable[1] else 0)
                what = tr("“{key}” stands in the file twice and says the same, so one goes.", key=repeated.key)
                self.mends.append(Mend(gone[0], what, "\n".join(self._was[number - 1] for number in gone), None))
            else:
                stays = chosen[len(choices)] if len(choices) < len(chosen) else 0
                choices.append(self._choice(repeated))
                self._take_out(repeated, 1 - stays)

    def is_sound(self) -> bool:
        """Whether every mended line says what it must, no line was taken for text, and no text for an entry."""
        source = self._read()
        places = {number: place for place, number in enumerate(self._numbers)}
        expected = {(places[number], says) for number, says in self._expected.items() if number in places}
        moved, before = self._moved(), [self._was[number - 1] for number in self._numbers]
        return (
            expected <= scalars_of(source)
            and not swallows_lines(source, self._words.fields, moved)
            and not invents_keys(source, before, self._words, moved)
        )

    def _moved(self) -> set[int]:
        """The lines whose indentation was mended."""
        return {
            place
            for place, (number, line) in enumerate(zip(self._numbers, self._lines, strict=True))
            if "\t" in indentation(self._was[number - 1]) and self._was[number - 1] != line
        }

    # One line

    def _fitting(self, stop: int) -> list[Cure]:
        """Where a tab stops the reading, the cures of this and all further tabs that bring it behind each of them."""
        if "\t" not in self._lines[stop]:
            return []
        cures = fitting_cures(self._lines, stop, _step(self._lines))
        lines = list(self._lines)
        for cure in cures:
            lines[cure.first : cure.last + 1] = cure.lines
        behind = self._stop(lines) if cures else stop
        return [cure for cure in cures if behind is None or cure.last < behind]

    def _cure(self, stop: int) -> Cure:
        """The cure of whatever stops the reading in this line, in it or above it. Raises Unsure."""
        numbers = range(stop, max(-1, stop - _LINES_BACK), -1)
        for number in numbers:
            cure = self._helping(self._lines, number, stop)
            if cure is not None:
                return cure
        for number in numbers[1:]:  # two faults may stop it in the same line
            cures = cures_of(self._lines, number, self._words)
            if len(cures) == 1:
                lines = _with(self._lines, cures[0])
                if self._stop(lines) == stop and self._helping(lines, stop, stop) is not None:
                    return cures[0]
        raise Unsure

    def _helping(self, lines: list[str], number: int, stop: int) -> Cure | None:
        """The cure of one line with which the reading goes further than where it stops. Raises Unsure."""
        step = _step(lines) if "\t" in lines[number] else 2
        for likely in (cures_of(lines, number, self._words), *tab_cures(lines, number, step, self._words)):
            helping = [cure for cure in likely if self._helps(lines, cure, stop)]
            if self._differ(lines, helping):
                raise Unsure
            if helping:
                return helping[0]
        return None

    def _helps(self, lines: list[str], cure: Cure, stop: int) -> bool:
        new = _with(lines, cure)
        behind = self._stop(new) if new != lines else stop
        return behind is None or behind > max(stop, cure.last)

    def _differ(self, lines: list[str], cures: Sequence[Cure]) -> bool:
        """Whether cures that all help give texts that say different things in the lines that they mend.

        How far the lines of a block are indented more than its first is no difference: the file's own step decides.
        """
        texts = {self._joined(_with(lines, cure)): cure.last for cure in cures}
        if len(texts) < 2:
            return False
        self._has_read(sum(map(len, texts)))
        said = [
            [(kind, words.split()) for line, kind, words in _events(text) if line <= last]
            for text, last in texts.items()
        ]
        return any(one != said[0] for one in said)

    def _take(self, cure: Cure) -> None:
        for place, line in enumerate(cure.lines, cure.first):
            if self._lines[place] != line:
                self._tell(place, cure.what, line)
        self._expected.update((self._numbers[place], words) for place, words in cure.says)
        self._lines = _with(self._lines, cure)

    def _tell(self, place: int, what: str, after: str) -> None:
        """Note a mend; several of one line are one."""
        number = self._numbers[place]
        earlier = next((mend for mend in self.mends if mend.line == number), None)
        if earlier is not None:
            self.mends.remove(earlier)
            what = f"{earlier.what} {what}"
        self.mends.append(Mend(number, what, self._was[number - 1], after))

    # Keys that stand twice

    def _choice(self, repeated: Repeated) -> Choice:
        are_alike = repeated.texts[0] == repeated.texts[1]  # but for their quotation marks
        if are_alike or any(staying(self._lines, repeated, goes) is None for goes in (0, 1)):
            raise Unsure
        first, second = (self._numbers[place] for place in repeated.firsts)
        return Choice(repeated.key, (first, second), repeated.texts)

    def _take_out(self, repeated: Repeated, goes: int) -> list[int]:
        """Take one of the two out; the numbers of the lines that are gone. Raises Unsure."""
        order = staying(self._lines, repeated, goes)
        if order is None:
            raise Unsure
        first = repeated.firsts[goes]
        gone = self._numbers[first : repeated.ends[goes]]
        self.mends = [mend for mend in self.mends if mend.line not in gone]
        lines = [self._lines[place] for place in order]
        if has_dash(self._lines, repeated, goes):
            lines[first] = self._lines[first][: repeated.column] + lines[first][repeated.column :]
        usual = self._breaks[0]
        self._breaks = [self._breaks[place] or usual for place in order[:-1]] + [
            self._breaks[place] for place in order[-1:]
        ]
        self._lines, self._numbers = lines, [self._numbers[place] for place in order]
        return gone

    # The text

    def _read(self) -> YamlText:
        """The text as mended so far, which can be read. Raises Unsure where too much has been read by now."""
        if self._stop(self._lines) is not None or self._source is None:
            raise Unsure
        return self._source

    def _stop(self, lines: Sequence[str]) -> int | None:
        """The line, counted from 0, in which reading stops; None where all can be read. Raises Unsure."""
        text = self._joined(lines)
        if self._source is not None and self._source.text == text:
            return None
        try:
            self._source = YamlText.read(self._encoding.encode(text), self._limits)
        except Unreadable as unreadable:
            if unreadable.line is None or unreadable.line > len(lines):
                raise Unsure from unreadable
            self._has_read(max(_read_until(unreadable, text), len(text) // 10))
            return unreadable.line - 1
        self._has_read(len(text))
        return None

    def _has_read(self, letters: int) -> None:
        """Count what is read; Unsure where that is too much by now."""
        self._left_to_read -= letters
        if self._left_to_read < 0:
            raise Unsure

    def _joined(self, lines: Sequence[str]) -> str:
        return "".join(line + end for line, end in zip(lines, self._breaks, strict=True))


def _with(lines: list[str], cure: Cure) -> list[str]:
    return [*lines[: cure.first], *cure.lines, *lines[cure.last + 1 :]]


def _step(lines: Sequence[str]) -> int:
    """How far the text indents: the least that it does."""
    widths = {len(line) - len(line.lstrip(" ")) for line in lines if line.lstrip(" ")[:1] not in ("", "\t")}
    return min((width for width in widths if width > 1), default=2)


def _split(text: str) -> tuple[list[str], list[str]]:
    """The lines, and what ends each of them: the last one nothing."""
    lines, breaks, start = [], [], 0
    for found in BREAK.finditer(text):
        lines.append(text[start : found.start()])
        breaks.append(found.group())
        start = found.end()
    return [*lines, text[start:]], [*breaks, ""]


def _read_until(unreadable: Unreadable, text: str) -> int:
    """How far the parser came."""
    error = unreadable.__cause__
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return mark.index if mark else len(text)


def _events(text: str) -> list[Event]:
    """What the text says, as far as it can be read."""
    found: list[Event] = []
    try:
        for event in iter(yaml.CSafeLoader(text).get_event, None):
            mark = event.start_mark
            found.append((mark.line if mark else 0, type(event).__name__, getattr(event, "value", "")))
    except yaml.YAMLError:
        pass
    return found

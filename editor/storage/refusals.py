"""What storage answers when it cannot read or save: each carries plain sentences for the user."""

from __future__ import annotations

from editor.words import tr


class Unreachable(Exception):
    """A folder or file cannot be read."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason, advice)
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.reason} {self.advice}"


class NotSaved(Exception):
    """Nothing was written: the file on disk is as it was.

    `passing` says in a few words, as part of a sentence, what may be over in a while, so that the same save may go
    through later; "" where somebody has to do or decide something first.
    """

    def __init__(self, reason: str, advice: str, passing: str = "") -> None:
        super().__init__(reason, advice, passing)
        self.reason = reason
        self.advice = advice
        self.passing = passing

    def __str__(self) -> str:
        return tr(
            "Not saved. {reason} Nothing was lost: your text is still here. {advice}",
            reason=self.reason,
            advice=self.advice,
        )


class ChangedOnDisk(NotSaved):
    """Somebody else saved since the file was read: `current` is what it holds now, None when it is gone."""

    def __init__(self, reason: str, advice: str, current: bytes | None) -> None:
        super().__init__(reason, advice)
        self.args = (reason, advice, current)
        self.current = current


class Unconfirmed(NotSaved):
    """The new file is probably in place, but the drive did not confirm it; to the user this is no success."""

    def __str__(self) -> str:
        return f"{self.reason} {self.advice}"


class NotMade(Exception):
    """A new content folder was not made, and nothing of it is left."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason, advice)
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        return tr("{reason} Nothing was made. {advice}", reason=self.reason, advice=self.advice)

"""What is said of a study about which something was published later."""

from __future__ import annotations

from editor.content.dates import understood_date
from editor.references.reference import Notice, NoticeKind
from editor.words import tr

NOTICE_MARKS = {
    NoticeKind.RETRACTION: tr("Retracted"),
    NoticeKind.EXPRESSION_OF_CONCERN: tr("Expression of concern"),
    NoticeKind.CORRECTION: tr("Corrected"),
}
"""In a word or two."""


def notice_sentences(notice: Notice) -> str:
    """What was published, when, and what to do."""
    when = _when(notice.date)
    match notice.kind:
        case NoticeKind.RETRACTION:
            said = tr("This study was retracted {when}.", when=when) if when else tr("This study was retracted.")
            return tr("{said} Take it off the page or ask your practitioner.", said=said)
        case NoticeKind.EXPRESSION_OF_CONCERN:
            said = tr("The journal published an expression of concern about this study")
            said = tr("{said} {when}.", said=said, when=when) if when else tr("{said}.", said=said)
            return tr("{said} Ask your practitioner whether it may stay on the page.", said=said)
        case NoticeKind.CORRECTION:
            if when:
                return tr("A correction of this study was published {when}.", when=when)
            return tr("A correction of this study was published.")


def _when(edtf: str) -> str:
    day = understood_date(edtf)
    if day is None:
        return ""
    if day.day is None:
        return tr("in {month}", month=day.in_words)
    return tr("on {day}", day=day.in_words)

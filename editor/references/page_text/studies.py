"""The studies that records of lines come to, each field with how sure it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from editor.content.dates import AmbiguousDate, read_date
from editor.content.fields import STUDY_FIELDS, field_named, with_values
from editor.content.search_text import folded
from editor.content.study import Study
from editor.content.study_types import study_type_of_title
from editor.references.page_text.found import Found, FoundStudy
from editor.references.page_text.found_authors import authors_of
from editor.references.page_text.found_links import identifiers_of
from editor.references.page_text.lines import markdown_of_lines
from editor.references.page_text.records import Record
from editor.references.page_text.roles import Reading, Role, date_words, names_publisher, starts_with_known
from editor.words import tr

_DOUBT = 0.5
"""The score from which a line is believed to be what it stands for."""
_BETWEEN = " ,;:|·\u2013\u2014-"
_NOT_FOUND = tr("Nothing was found for it in the text.")


def studies_of(records: Sequence[Record], readings: Sequence[Reading], known: Collection[str]) -> list[FoundStudy]:
    """A study for each record, of the kind that its title tells.

    `known` are journals known beforehand, folded; those of the text itself are, too.
    """
    alone = {folded(readings[at].words) for record in records for at in record.of(Role.JOURNAL)}
    return [_study(record, readings, frozenset(known) | alone, known) for record in records]


def _study(
    record: Record, readings: Sequence[Reading], journals: Collection[str], known_before: Collection[str]
) -> FoundStudy:
    lines = {role: [readings[at] for at in record.of(role)] for role in Role}
    fields = {
        **_naming(lines[Role.JOURNAL], lines[Role.PUBLISHER], journals, known_before),
        "date": _date(lines[Role.DATE]),
        "title": _title(lines[Role.TITLE]),
        "summary": _summary(lines[Role.SUMMARY]),
        "authors": _authors(lines[Role.AUTHORS]),
        **identifiers_of([readings[at] for at, _ in record.lines], lines[Role.LINK]),
    }
    values = [(field, fields[field.name].text) for field in STUDY_FIELDS if field.name in fields]
    study = with_values(Study(), [(field, text) for field, text in values if text])
    if not study.title:
        study = field_named(STUDY_FIELDS, "title").set(study, "")
    return FoundStudy(replace(study, study_type=study_type_of_title(study.title or "") or None), fields)


def _found(reading: Reading, text: str, unsure: str = "") -> Found:
    return Found(text, reading.line.text, reading.line.number, unsure)


def _naming(
    named: Sequence[Reading], again: Sequence[Reading], journals: Collection[str], known_before: Collection[str]
) -> dict[str, Found]:
    """The journal, and the publisher of the line that names the journal once more."""
    if named and again:
        return {"journal": _journal(named[0]), "publisher": _publisher(again[0], named[0].words)}
    line = next(iter((*named, *again)), None)
    if line is None:
        return {"journal": Found(""), "publisher": Found("")}
    known = starts_with_known(folded(line.words), [one for one in journals if one != folded(line.words)])
    if known and len(known) < len(folded(line.words)):
        rest = _rest(line.words, known)
        if rest and names_publisher(rest):
            journal = _found(line, line.words[: len(line.words) - len(rest)].strip(_BETWEEN))
            return {"journal": journal, "publisher": _found(line, rest)}
    has_both = (known or names_publisher(line.words)) and folded(line.words) not in known_before
    doubt = tr("The journal and its publisher may both stand here.") if has_both else ""
    journal = _journal(line) if named and not doubt else _found(line, line.words, doubt)
    return {"journal": journal, "publisher": Found("", unsure=doubt)}


def _journal(line: Reading) -> Found:
    is_likely = line.scores[Role.JOURNAL] >= _DOUBT
    return _found(line, line.words, "" if is_likely else tr("It stands where journals do, but may be something else."))


def _publisher(line: Reading, journal: str) -> Found:
    rest = _rest(line.words, folded(journal))
    if rest is not None:
        return _found(line, rest)
    return _found(line, line.words, tr("The text has this line beside the journal, without the journal's name in it."))


def _rest(words: str, journal: str) -> str | None:
    """What follows a journal's name, folded, in a line; None where the line does not begin with it."""
    if not journal or not folded(words).startswith(journal):
        return None
    ends = (len(journal), *range(1, len(words) + 1))  # folding may have changed the length
    end = next((end for end in ends if folded(words[:end]) == journal), 0)
    return words[end:].strip(_BETWEEN) if end else None


def _date(lines: Sequence[Reading]) -> Found:
    if not lines:
        return Found("", unsure=_NOT_FOUND)
    line, words = lines[0], date_words(lines[0].words)
    date = read_date(words)
    if date is None:
        return _found(line, words, tr("This date isn't understood. It stays as the text has it."))
    if isinstance(date, AmbiguousDate):
        either = {"day": date.day_first.in_words, "other": date.month_first.in_words}
        return _found(line, words, tr("This may be {day} or {other}.", **either))
    return _found(line, date.edtf)


def _title(lines: Sequence[Reading]) -> Found:
    if not lines:
        return Found("", unsure=tr("No title was found for this study."))
    is_likely = lines[0].scores[Role.TITLE] >= _DOUBT
    return _found(
        lines[0], lines[0].words, "" if is_likely else tr("It stands where titles do, but may be something else.")
    )


def _summary(lines: Sequence[Reading]) -> Found:
    if not lines:
        return Found("")
    text = markdown_of_lines([line.line for line in lines])
    if lines[0].dropped:
        text = "\n\n".join(line.words for line in lines)
    source = "\n".join(line.line.text for line in lines)
    is_likely = all(line.scores[Role.SUMMARY] > -0.9 or line.line.block.item for line in lines)
    doubt = "" if is_likely else tr("Some of it may be something else than a summary.")
    return Found(text, source, lines[0].line.number, doubt)


def _authors(lines: Sequence[Reading]) -> Found:
    if not lines:
        return Found("")
    words = " ".join(line.words for line in lines)
    text, doubt = authors_of(words)
    if not doubt and lines[0].scores[Role.AUTHORS] < _DOUBT:
        doubt = tr("It stands where authors do, but may be something else.")
    return Found(text, "\n".join(line.line.text for line in lines), lines[0].line.number, doubt)

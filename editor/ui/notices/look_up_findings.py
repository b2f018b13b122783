"""What the look-up of a page's studies has found, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from editor.content.search_text import single_spaced
from editor.content.study import Study, StudyKey
from editor.references.notice_words import NOTICE_MARKS
from editor.references.publisher_records import PublisherRecord, study_identifiers
from editor.references.record_differences import differs
from editor.references.reference import Notice, NoticeKind
from editor.words import tr, tr_count


@dataclass(frozen=True, slots=True)
class Finding:
    """A study to look after: which, and why."""

    key: StudyKey
    words: str
    is_grave: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """A sentence or two about all, and the studies to look after, the gravest first."""

    words: str
    studies: tuple[Finding, ...]


def findings(
    studies: Sequence[Study],
    records_of: Callable[[Study], tuple[PublisherRecord, ...]],
    notices_of: Callable[[Study], tuple[Notice, ...]],
    failure: str = "",
) -> Findings:
    """What is known of these studies now; `failure` tells why some could not be looked up; they are listed."""
    known = [(study, records[0]) for study in studies if (records := records_of(study))]
    kinds = [notice.kind for study in studies for notice in notices_of(study)]
    differing = [study for study, record in known if differs(study, record.reference)]
    parts = [tr_count("1 study looked up", "{count} studies looked up", len(known))]
    parts += _counted(kinds)
    if differing:
        parts.append(
            tr_count(
                "1 differs from the publisher's record", "{count} differ from the publisher's record", len(differing)
            )
        )
    elif known and not kinds:
        parts.append(tr("all say the same as the publishers' records"))
    without = sum(not study_identifiers(study) for study in studies)
    sentences = [tr("{parts}.", parts=tr(", ").join(parts))] if known else []
    if without:
        sentences.append(
            tr_count(
                "1 study has no DOI or PubMed number, so it could not be looked up.",
                "{count} studies have no DOI or PubMed number, so they could not be looked up.",
                without,
            )
        )
    unknown = [study for study in studies if study_identifiers(study) and not records_of(study)] if failure else []
    if unknown:
        sentences.append(
            tr_count("1 study could not be looked up.", "{count} studies could not be looked up.", len(unknown))
        )
    found = [
        *_noticed(studies, notices_of),
        *(_differing(study, record) for study, record in known),
        *(Finding(study.key, tr("Not looked up: {title}", title=_title(study))) for study in unknown if known),
    ]
    listed = sorted(filter(None, found), key=lambda one: not one.is_grave)
    return Findings(" ".join(filter(None, (*sentences, failure))), tuple(listed))


def _counted(kinds: Sequence[NoticeKind]) -> Iterator[str]:
    count = kinds.count(NoticeKind.RETRACTION)
    if count:
        yield tr_count("1 retracted", "{count} retracted", count)
    count = kinds.count(NoticeKind.EXPRESSION_OF_CONCERN)
    if count:
        yield tr_count("1 with an expression of concern", "{count} with an expression of concern", count)
    count = kinds.count(NoticeKind.CORRECTION)
    if count:
        yield tr_count("1 corrected", "{count} corrected", count)


def _noticed(studies: Sequence[Study], notices_of: Callable[[Study], tuple[Notice, ...]]) -> Iterator[Finding]:
    for study in studies:
        for notice in notices_of(study):
            words = tr("{mark}: {title}", mark=NOTICE_MARKS[notice.kind], title=_title(study))
            yield Finding(study.key, words, is_grave=notice.kind is not NoticeKind.CORRECTION)


def _differing(study: Study, record: PublisherRecord) -> Finding | None:
    pairs = differs(study, record.reference)
    if not pairs:
        return None
    fields = tr(", ").join(pair.field.label for pair in pairs)
    return Finding(study.key, tr("Differs in {fields}: {title}", fields=fields, title=_title(study)))


def _title(study: Study) -> str:
    return single_spaced(study.title or "") or tr("No title yet")

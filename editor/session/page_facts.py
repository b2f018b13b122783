"""What the other rooms know of a page, gathered for whoever checks it. Everything here blocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import reduce
from pathlib import Path

from editor.checks.advertising.own_disclaimers import own_disclaimers
from editor.checks.checked_page import CheckedPage, PaperRecord
from editor.content.condition_page import ConditionPage
from editor.content.fields import STUDY_FIELDS, Field
from editor.content.link_state import LinkState
from editor.content.same_studies import Standing
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.content.study_link import web_link
from editor.references.authors import printed
from editor.references.comparing import Weight, weigh
from editor.references.duplicates import Lookalikes, groups
from editor.references.joining import joined
from editor.references.looking_up import Catalogue
from editor.references.notice_words import notice_sentences
from editor.references.publisher_records import PublisherRecords, study_identifiers, study_marks
from editor.references.reference import NoticeKind, Reference
from editor.render.exported_html import ExportedHtml
from editor.render.theme_folder import read_theme
from editor.session.missing_pictures import MissingPictures
from editor.session.publisher_records import read_records
from editor.storage.kept_abstracts import KeptAbstracts
from editor.storage.kept_links import KeptLinks
from editor.storage.record_files import PUBLISHER_RECORDS, RecordFiles
from editor.words import tr
from editor.yaml_text import YamlText

_COMPARED = tuple(field for field in STUDY_FIELDS if field.name in {"title", "authors", "journal", "date"})


class PageFacts:
    """Makes the pages of a content folder ready to be checked, each once or one again and again; for one thread.

    Nobody is asked for anything: what is known of papers lies in the folder and on this PC, where it is known, too,
    what came of links when somebody had them followed.
    """

    def __init__(
        self,
        root: Path,
        catalogue: Catalogue | None = None,
        abstracts: KeptAbstracts | None = None,
        links: KeptLinks | None = None,
    ) -> None:
        self._root = root
        self._catalogue = catalogue or Catalogue()
        self._abstracts = abstracts or KeptAbstracts()
        self._links = links or KeptLinks()
        self._files = RecordFiles(root, PUBLISHER_RECORDS)
        self._records = PublisherRecords()
        self._records.take(read_records(self._files))
        self._papers = _Papers(self._records, self._catalogue, self._abstracts)
        self._theme = read_theme(root)
        self._documents = ExportedHtml(self._theme)
        self._alike = _Alike()
        self._pictures = MissingPictures(root)

    def refresh(self) -> bool:
        """Read what lies in the folder and on this PC where it is new; whether anything is another now."""
        is_other = self._records.take(read_records(self._files))
        if self._abstracts.refresh():
            is_other = True
        if is_other:
            self._papers = _Papers(self._records, self._catalogue, self._abstracts)
        if self._links.refresh():
            is_other = True
        theme = read_theme(self._root)
        if theme != self._theme:
            self._theme, self._documents, is_other = theme, ExportedHtml(theme), True
        return is_other

    def of(
        self, page: ConditionPage, site: Site, today: date, html: str | None = None, source: YamlText | None = None
    ) -> CheckedPage:
        """The page with all that is known of it; `source` is what its file holds.

        Without `html` the page is rendered here, for which there is no deadline.
        """
        papers = self._papers.of(page.study_list)
        grave = {study.key: words for study in page.study_list if (words := self._grave_words(study))}
        self._alike.look_at(page.study_list)
        return CheckedPage(
            page,
            site,
            today,
            self._documents.of(site, page) if html is None else html,
            papers,
            grave,
            self._alike.duplicates,
            self._alike.lookalikes,
            self._followed(page, today),
            own_disclaimers=own_disclaimers(source),
            missing_pictures=self._pictures.of(page),
        )

    def _followed(self, page: ConditionPage, today: date) -> dict[StudyKey, LinkState]:
        """What came of the studies' links when they were followed the last time, as far as that still holds."""
        states = ((study.key, self._links.of(web_link(study), today)) for study in page.study_list)
        return {key: state for key, state in states if state is not None}

    def _grave_words(self, study: Study) -> str:
        """What is to be said of a study that was retracted or about which a concern was published; "" of others."""
        grave = (notice for notice in self._records.notices(study) if notice.kind is not NoticeKind.CORRECTION)
        return " ".join(map(notice_sentences, grave))


class _Papers:
    """What publishers say of studies; remembers what it said of those of the last page."""

    def __init__(self, records: PublisherRecords, catalogue: Catalogue, abstracts: KeptAbstracts) -> None:
        self._records = records
        self._catalogue = catalogue
        self._abstracts = abstracts
        self._known: dict[Study, PaperRecord | None] = {}

    def of(self, studies: tuple[Study, ...]) -> dict[StudyKey, PaperRecord]:
        """What is known, by study."""
        before, self._known = self._known, {}
        for study in studies:
            self._known[study] = before[study] if study in before else self._paper(study)
        return {study.key: paper for study, paper in self._known.items() if paper is not None}

    def _paper(self, study: Study) -> PaperRecord | None:
        """What the folder's records say, the newest first, and where they say nothing the answers on this PC.

        Abstracts stand in these alone, and in what was kept of an import, as they are the publishers' own.
        """
        said = [(record.reference, record.source) for record in self._records.of(study)]
        answers = filter(None, map(self._catalogue.kept, study_identifiers(study)))
        said += [(answer.reference, answer.source) for answer in answers]
        imported = self._abstracts.of(study_marks(study))
        if not said:
            return PaperRecord(abstract=imported) if imported else None
        paper = _paper_of(reduce(joined, (reference for reference, _ in said)))
        differing = (field.name for field in _COMPARED if _differs(field, study, getattr(paper, field.name)))
        sources = tr(" and ").join(dict.fromkeys(source for _, source in said))
        return replace(paper, abstract=imported or paper.abstract, source=sources, differing=frozenset(differing))


class _Alike:
    """Which studies of a page are one and the same, or perhaps are; looks again only where that may have changed."""

    def __init__(self) -> None:
        self._seen: tuple[Study, ...] = ()
        self.duplicates: tuple[tuple[StudyKey, ...], ...] = ()
        self.lookalikes: tuple[tuple[StudyKey, StudyKey], ...] = ()

    def look_at(self, studies: tuple[Study, ...]) -> None:
        """Take in the studies of a page."""
        seen = tuple(replace(study, summary="", note="", study_type="") for study in studies)
        if seen != self._seen:
            self._seen = seen
            self.duplicates = tuple(tuple(study.key for study in group) for group in groups(studies))
            questions = Lookalikes(Standing("", study) for study in studies).questions()
            self.lookalikes = tuple((asked.one.study.key, asked.other.study.key) for asked in questions)


def _paper_of(reference: Reference) -> PaperRecord:
    return PaperRecord(
        title=reference.title,
        authors=printed(reference.authors, and_others=reference.and_others),
        journal=reference.journal,
        date=reference.date,
        abstract=reference.abstract,
    )


def _differs(field: Field, study: Study, there: str) -> bool:
    here = field.text_of(study)
    return bool(here.strip()) and weigh(field, here, there) is Weight.OTHER

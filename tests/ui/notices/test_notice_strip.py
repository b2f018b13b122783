from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.content.study import Study
from editor.references.notice_words import notice_sentences
from editor.references.publisher_records import PublisherRecord, PublisherRecords
from editor.references.reading import references_in
from editor.references.reference import Notice, NoticeKind
from editor.ui.look.colours import WORD_CONTRAST, contrast
from editor.ui.notices.notice_strip import NoticeStrip


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (
            Notice(NoticeKind.RETRACTION, "2021-05-03"),
            "This study was retracted on 3 May 2021. Take it off the page or ask your practitioner.",
        ),
        (Notice(NoticeKind.RETRACTION), "This study was retracted. Take it off the page or ask your practitioner."),
        (
            Notice(NoticeKind.EXPRESSION_OF_CONCERN, "2021"),
            "The journal published an expression of concern about this study in 2021."
            " Ask your practitioner whether it may stay on the page.",
        ),
        (Notice(NoticeKind.CORRECTION, "2021-05"), "A correction of this study was published in May 2021."),
        (Notice(NoticeKind.CORRECTION, "soon"), "A correction of this study was published."),
    ],
)
def test_a_notice_says_what_happened_when_and_what_to_do(notice: Notice, words: str) -> None:
    assert notice_sentences(notice) == words


def test_a_retraction_in_the_form_that_crossref_documents_is_told_once(kit: Callable[[str], Path]) -> None:
    answer = kit("references") / "crossref" / "retraction_updated_by.json"
    (paper,) = references_in(answer.read_bytes(), answer.name).references
    record = PublisherRecord(paper, date(2026, 11, 23), "Crossref")
    known = PublisherRecords()
    known.take([record])
    assert [notice_sentences(notice) for notice in known.notices(Study(doi=paper.doi))] == [
        "This study was retracted on 26 July 2019. Take it off the page or ask your practitioner."
    ]


def test_the_strip_is_there_only_with_a_notice_and_its_words_can_be_read(qtbot: QtBot) -> None:
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.show_notices((Notice(NoticeKind.RETRACTION, "2021"), Notice(NoticeKind.EXPRESSION_OF_CONCERN)))
    strip.resize(600, strip.sizeHint().height())
    strip.show()
    picture = strip.grab().toImage()
    for label in strip.findChildren(QLabel):
        line = label.parentWidget()
        assert line is not None
        ground = picture.pixelColor(line.x() + 2, line.y() + 2)
        assert contrast(label.palette().windowText().color(), ground) >= WORD_CONTRAST
        assert ground.red() > ground.blue() + 60, "red or amber"
    strip.show_notices(())
    assert strip.isHidden()

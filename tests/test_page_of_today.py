"""A clinic's page as it is today goes through the program: every word of it has its place, in order.

The page's words are not ours and never stand in the project: they are read from beside it, and only in this test.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import add_study
from editor.content.shared_texts import Quotation, References, SiteResearch
from editor.content.site import Site
from editor.content.study import Study
from editor.render.exporting.site_export import export_site
from editor.render.exporting.source import Source, SourcePage
from editor.session import Saved, Session

PAGE_OF_TODAY = Path(__file__).resolve().parents[2] / "shared" / "page-today.txt"
NAME, NAME_IN_TEXT = "Back, Hip, Knee & Leg Pain", "back, hip, knee & leg pain"
PLACE = "conditions/back-hip-knee-leg-pain.yaml"
LINK_TEXT = "Full Article"
DATE_LINE = re.compile(r"\d{4}, [A-Z]\w\w( \d+)?")


class VisibleText(HTMLParser):
    """The text a visitor sees: the tab's title, then the page; no styles."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._hidden += tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)


def visible_text(html: str) -> str:
    """The page's visible text with single spaces."""
    reader = VisibleText()
    reader.feed(html)
    return " ".join(" ".join(reader.pieces).split())


class PageOfToday:
    """The page's lines, taken apart as a person who enters them would."""

    def __init__(self, text: str) -> None:
        self.lines = [line.strip() for line in text.splitlines() if line.strip()]
        self.first_date = next(n for n, line in enumerate(self.lines) if DATE_LINE.fullmatch(line))
        self.research = next(n for n, line in enumerate(self.lines) if line.endswith("?"))
        self.references = self.lines.index("Scientific References")

    def site(self) -> Site:
        """The shared texts, with this page's name taken out of them."""
        research = [self._general(line) for line in self.lines[self.research : self.references]]
        references = [self._general(line) for line in self.lines[self.references : self.first_date - 1]]
        heading, quoted, date_text = self.lines[-3:]
        quotation, mark, source = quoted.partition("”")
        return Site(
            title_template=self._general(self.lines[0]),
            heading_template=self._general(self.lines[1]),
            research=SiteResearch(research[0], research[1], research[2], tuple(research[3:])),
            references=References(references[0], tuple(references[1:]), None, LINK_TEXT),
            quotation=Quotation(heading, quotation + mark, source.strip(), date_text),
        )

    def intro(self) -> str:
        """The paragraphs between the heading and the research section."""
        return "\n\n".join(self.lines[2 : self.research])

    def studies(self) -> list[Study]:
        """Six lines each: journal, date, title, journal with publisher, summary, authors with the link's words."""
        found = []
        for start in range(self.first_date - 1, len(self.lines) - 3, 6):
            journal, date, title, publisher, summary, authors = self.lines[start : start + 6]
            found.append(
                Study(
                    journal=journal,
                    publisher=publisher.removeprefix(journal).strip(),
                    date=date,
                    title=title,
                    summary=summary,
                    authors=authors.removesuffix(LINK_TEXT).strip(),
                )
            )
        return found

    def shown_lines(self) -> list[str]:
        """All lines but those that name a study's journal again with no publisher beside it."""
        return [line for n, line in enumerate(self.lines) if n < 3 or line != self.lines[n - 3]]

    @staticmethod
    def _general(line: str) -> str:
        return line.replace(NAME, "{condition}").replace(NAME_IN_TEXT, "{condition_in_text}")


@pytest.fixture
def today() -> PageOfToday:
    if not PAGE_OF_TODAY.is_file():
        pytest.skip(f"The page of today is not beside the project: {PAGE_OF_TODAY.name} is missing.")
    return PageOfToday(PAGE_OF_TODAY.read_text(encoding="utf-8"))


def entered(root: Path, today: PageOfToday) -> Session:
    """A content folder with nothing but a page's name, into which the page of today is entered by edits."""
    (root / "conditions").mkdir(parents=True)
    (root / PLACE).write_text(f'name: "{NAME}"\nname_in_text: "{NAME_IN_TEXT}"\n', encoding="utf-8")
    session = Session.open(root)
    session.edit_site("Enter the shared texts", lambda _: today.site())
    session.edit_page("Enter the introduction", PLACE, lambda page: replace(page, intro=today.intro()))
    for study in today.studies():
        session.edit_page("Add study", PLACE, lambda page, study=study: add_study(page, study))
    return session


def test_every_sentence_of_the_page_of_today_is_exported_in_order(tmp_path: Path, today: PageOfToday) -> None:
    session = entered(tmp_path / "content", today)
    for place in session.unsaved_places:
        assert isinstance(session.save(place), Saved)

    again = Session.open(tmp_path / "content")
    page = again.page(PLACE)
    assert isinstance(page, ConditionPage)
    assert len(page.study_list) == 7
    export_site(Source(tmp_path / "content", again.site, [SourcePage(PLACE)]), tmp_path / "exported")

    shown = visible_text((tmp_path / "exported" / f"{page.slug}.html").read_text(encoding="utf-8"))
    position = 0
    for line in today.shown_lines():
        found = shown.find(" ".join(line.split()), position)
        assert found >= 0, f"not in the page, or not in order: {line}"
        position = found + len(line)
    assert shown.count(LINK_TEXT) == 7

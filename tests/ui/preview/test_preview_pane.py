from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, QUrl
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.content.condition_page import ConditionPage
from editor.content.shared_texts import Quotation
from editor.content.site import Site
from editor.content.study import Study
from editor.render.page_html import page_html
from editor.render.theme import Delivery, built_in_theme
from editor.ui.preview.live_page import PATIENCE_MS, LivePage
from editor.ui.preview.preview_pane import Preview
from editor.ui.studies.study_model import Mark
from tests.benchmarks.heartbeat import Heartbeat, own_time
from tests.ui.preview.reader import Reader

SLOW = "[" * 12_000
"""A text that keeps Markdown busy for many seconds, whichever Python it runs on."""

SITE = Site(name="A clinic", language="en-AU")
PAGE = ConditionPage(
    slug="back-pain",
    name="Back pain",
    intro="First words.",
    quotation=Quotation(text="Last words."),
    studies=tuple(Study(key=f"{n}", title=f"Study {n}", summary="Some lines. " * 40) for n in range(12)),
)

PARTS = "Array.from(document.querySelectorAll('[data-part]'))"

needs_signals = pytest.mark.skipif(os.name != "posix", reason="kills a process by signal")


@pytest.fixture
def show(preview: Preview, qtbot: QtBot) -> Callable[[ConditionPage | None], None]:
    """Shows a page and waits until it is there."""

    def show(page: ConditionPage | None) -> None:
        preview.show_page(SITE, page)
        qtbot.waitUntil(preview.is_current, timeout=15_000)

    return show


Show = Callable[[ConditionPage | None], None]


def test_the_page_is_shown_as_the_website_does(show: Show, reader: Reader) -> None:
    show(PAGE)
    text = reader.text()
    words = ["Back pain", "First words.", "Study 0", "Some lines.", "Study 11", "Last words."]
    assert [text.find(word) for word in words] == sorted(text.find(word) for word in words)
    assert -1 not in [text.find(word) for word in words]


def test_a_mark_stands_above_its_study_and_goes_again(
    show: Show, preview: Preview, reader: Reader, qtbot: QtBot
) -> None:
    show(PAGE)
    preview.show_marks({"3": Mark("Retracted", is_grave=True), "5": Mark("<b>Concern", is_grave=False)})
    qtbot.waitUntil(preview.is_current, timeout=15_000)
    studies = "Array.from(document.querySelectorAll('.study'))"
    words = reader.script(f"{studies}.map(one => one.querySelector('aside')?.textContent ?? '')")
    assert words[3:6] == ["Retracted. Only staff see this line.", "", "<b>Concern. Only staff see this line."]
    assert len(words) == len(PAGE.study_list)
    assert reader.script(f"{studies}[3].firstElementChild.tagName") == "ASIDE"
    preview.show_marks({})
    qtbot.waitUntil(preview.is_current, timeout=15_000)
    assert "Only staff" not in reader.text()


def test_no_browser_is_made_before_the_pane_is_in_sight(qtbot: QtBot) -> None:
    preview = Preview()
    preview.show_page(SITE, PAGE)
    qtbot.wait(50)
    assert not preview.is_current()
    assert preview.findChild(QWebEngineView) is None
    preview.shut_down()
    delete(preview)


class Order(QObject):
    """The order in which a box is painted, with the keyboard in it and without, and a preview gets its browser."""

    def __init__(self, box: QWidget, preview: Preview) -> None:
        super().__init__(box)
        self.seen: list[str] = []
        self._box, self._preview = box, preview
        box.installEventFilter(self)
        preview.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and event.type() == QEvent.Type.Paint:
            self.seen.append("keyboard" if self._box.hasFocus() else "box")
        if watched is self._preview and event.type() == QEvent.Type.ChildAdded:
            self.seen.append("browser")
        return False


def test_a_window_shows_where_the_keyboard_is_before_the_browser_is_loaded(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QHBoxLayout(window)
    box, preview = QPushButton("Box"), Preview(window)
    layout.addWidget(box)
    layout.addWidget(preview)
    order = Order(box, preview)
    box.setFocus()
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.show()
    qtbot.waitUntil(lambda: "box" in order.seen)
    qtbot.wait(20)
    window.activateWindow()
    qtbot.waitUntil(lambda: "browser" in order.seen)
    seen = order.seen
    preview.shut_down()
    window.close()
    delete(window)
    assert "keyboard" in seen[: seen.index("browser")]


def test_the_window_stays_the_same_when_the_browser_comes(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QHBoxLayout(window)
    preview = Preview(window)
    layout.addWidget(preview)
    window.show()
    qtbot.waitExposed(window)
    before = window.winId()
    preview.show_page(SITE, PAGE)
    qtbot.waitUntil(preview.is_current, timeout=15_000)
    assert window.winId() == before
    window.close()
    delete(window)


def test_a_change_is_painted_and_told(show: Show, preview: Preview, reader: Reader, qtbot: QtBot) -> None:
    show(PAGE)
    with qtbot.waitSignal(preview.painted):
        preview.show_page(SITE, replace(PAGE, intro="Other *words*."))
        assert not preview.is_current()
    assert "Other words." in reader.text()
    assert "First words." not in reader.text()


def test_the_newest_wins(show: Show, preview: Preview, reader: Reader, qtbot: QtBot) -> None:
    show(PAGE)
    for n in range(60):
        preview.show_page(SITE, replace(PAGE, intro=f"Words {n}."))
    assert not preview.is_current()
    qtbot.waitUntil(preview.is_current)
    assert "Words 59." in reader.text()


def test_what_has_not_changed_is_not_touched(show: Show, preview: Preview, reader: Reader, qtbot: QtBot) -> None:
    show(PAGE)
    reader.script(f"{PARTS}.forEach(part => part.children[0].seen = true)")
    changed = replace(PAGE, intro="Other words.")
    show(changed)
    parts = dict(reader.script(f"{PARTS}.map(part => [part.dataset.part, !!part.children[0].seen])"))
    assert parts.pop("intro") is False
    assert len(parts) == 13
    assert all(parts.values())
    with qtbot.assertNotEmitted(preview.painted, wait=100):
        preview.show_page(SITE, changed)


def test_the_scroll_position_stays_until_another_page_comes(show: Show, preview: Preview, reader: Reader) -> None:
    show(PAGE)
    reader.script("scrollTo(0, 700)")
    show(replace(PAGE, quotation=Quotation(text="Other words.")))
    assert reader.script("scrollY") == 700
    neck = replace(PAGE, slug="neck-pain")
    preview.show_page(SITE, neck)
    show(replace(neck, intro="Changed before it was shown."))
    assert reader.script("scrollY") == 0


def test_studies_move_come_and_go(show: Show, reader: Reader) -> None:
    studies = list(PAGE.study_list)
    orders = [
        studies[::-1],
        studies[1:],
        [*studies[3:], Study(key="new", title="A new one"), *studies[:2]],
        [studies[5]],
        studies,
        [],
    ]
    show(PAGE)
    for order in orders:
        show(replace(PAGE, studies=tuple(order)))
        titles = reader.script(
            "Array.from(document.querySelectorAll('.study :is(h2, h3)'), title => title.textContent)"
        )
        assert titles == [study.title for study in order]


def test_no_page_is_said_in_words(show: Show, preview: Preview, reader: Reader) -> None:
    show(PAGE)
    show(None)
    assert reader.text().strip() == ""
    assert [label.text() for label in preview.findChildren(QLabel) if label.isVisible()] == [
        "Choose a page to see it here."
    ]
    show(PAGE)
    assert "First words." in reader.text()


def test_a_text_that_never_ends_is_named_while_the_window_lives_on(show: Show, reader: Reader) -> None:
    def held_up(number: int) -> float:
        """For how many seconds the window did nothing else while such a text was shown."""
        show(PAGE)
        held = Heartbeat(own_time)
        show(replace(PAGE, intro="Changed.", studies=(replace(PAGE.study_list[0], summary=SLOW + "[" * number),)))
        return held.longest

    # What the window waits for may be late once in a while where other programs work; what it does itself is in each.
    assert any(held_up(number) < 0.1 for number in range(3))
    text = reader.text()
    assert "The study “Study 0” takes too long to show. Nothing is lost" in text
    assert "Changed." in text
    assert "Last words." in text
    show(PAGE)
    assert "takes too long" not in reader.text()


@needs_signals
def test_a_browser_process_that_dies_is_replaced(show: Show, preview: Preview, reader: Reader, qtbot: QtBot) -> None:
    show(PAGE)
    reader.script("scrollTo(0, 700)")
    qtbot.waitUntil(lambda: preview.page.scrollPosition().y() == 700)
    with qtbot.waitSignal(preview.painted, timeout=15_000):
        os.kill(preview.page.renderProcessPid(), signal.SIGKILL)
    assert "First words." in reader.text()
    assert reader.script("scrollY") == 700


@needs_signals
def test_a_browser_process_that_hangs_is_replaced_while_the_window_lives_on(
    show: Show, preview: Preview, reader: Reader, qtbot: QtBot
) -> None:
    show(PAGE)
    reader.script("scrollTo(0, 700)")
    qtbot.waitUntil(lambda: preview.page.scrollPosition().y() == 700)
    hung = preview.page.renderProcessPid()
    os.kill(hung, signal.SIGSTOP)
    held = Heartbeat(own_time)
    preview.show_page(SITE, replace(PAGE, intro="Typed meanwhile."))
    qtbot.waitUntil(preview.is_current, timeout=3 * PATIENCE_MS)
    assert held.longest < 1
    assert preview.page.renderProcessPid() != hung
    assert "Typed meanwhile." in reader.text()
    assert reader.script("scrollY") == 700


@needs_signals
def test_a_browser_that_dies_again_and_again_is_given_up_until_asked_for(
    show: Show, preview: Preview, reader: Reader, qtbot: QtBot
) -> None:
    show(PAGE)
    reader.script("scrollTo(0, 700)")
    qtbot.waitUntil(lambda: preview.page.scrollPosition().y() == 700)
    for _ in range(2):
        with qtbot.waitSignal(preview.painted, timeout=15_000):
            os.kill(preview.page.renderProcessPid(), signal.SIGKILL)
    os.kill(preview.page.renderProcessPid(), signal.SIGKILL)
    button = preview.findChild(QPushButton)
    assert button is not None
    qtbot.waitUntil(button.isVisible, timeout=15_000)
    with qtbot.waitSignal(preview.painted, timeout=15_000):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isVisible()
    assert "First words." in reader.text()
    assert reader.script("scrollY") == 700


@needs_signals
def test_another_page_begins_at_its_top_though_the_browser_dies_on_the_way(
    show: Show, preview: Preview, reader: Reader, qtbot: QtBot
) -> None:
    show(PAGE)
    reader.script("scrollTo(0, 700)")
    qtbot.waitUntil(lambda: preview.page.scrollPosition().y() == 700)
    live = preview.findChild(LivePage)
    assert live is not None
    hung = preview.page.renderProcessPid()
    os.kill(hung, signal.SIGSTOP)
    preview.show_page(SITE, replace(PAGE, slug="neck-pain", name="Neck pain"))
    qtbot.waitUntil(lambda: any(timer.isActive() for timer in live.findChildren(QTimer)))
    with qtbot.waitSignal(preview.painted, timeout=15_000):
        os.kill(hung, signal.SIGKILL)
    assert "Neck pain" in reader.text()
    assert reader.script("scrollY") == 0


@needs_signals
def test_a_browser_that_hangs_and_cannot_be_ended_is_given_up(
    show: Show, preview: Preview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(PAGE)
    live = preview.findChild(LivePage)
    assert live is not None
    for timer in live.findChildren(QTimer):
        timer.setInterval(300)
    hung = preview.page.renderProcessPid()
    os.kill(hung, signal.SIGSTOP)
    button = preview.findChild(QPushButton)
    assert button is not None
    with monkeypatch.context() as undying:
        undying.setattr(os, "kill", lambda _process, _signal: None)
        preview.show_page(SITE, replace(PAGE, intro="Typed meanwhile."))
        qtbot.waitUntil(button.isVisible, timeout=10_000)
    os.kill(hung, signal.SIGKILL)


def test_a_link_goes_out_when_it_is_clicked_and_the_page_stays(
    show: Show, preview: Preview, reader: Reader, qtbot: QtBot
) -> None:
    show(replace(PAGE, intro="[Click here](https://example.org/a?b=c)"))
    view = preview.findChild(QWebEngineView)
    assert view is not None
    clicked: list[QUrl] = []
    preview.link_activated.connect(clicked.append)

    def click() -> bool:
        x, y = reader.script(
            "(b => [b.x + b.width / 2, b.y + b.height / 2])"
            "(document.querySelector('[data-part=intro] a').getBoundingClientRect())"
        )
        qtbot.mouseClick(view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
        return bool(clicked)

    qtbot.waitUntil(click)  # the browser hears no mouse until it has painted
    assert clicked[0] == QUrl("https://example.org/a?b=c")
    assert "Click here" in reader.text()
    assert preview.is_current()


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "//page/x", "/other", "#there", "x:y"]
)
def test_a_link_that_is_not_for_a_browser_goes_nowhere(
    address: str, show: Show, preview: Preview, reader: Reader, qtbot: QtBot
) -> None:
    show(PAGE)
    with qtbot.assertNotEmitted(preview.link_activated, wait=150):
        reader.script(f"Object.assign(document.createElement('a'), {{href: {address!r}}}).click()")
    assert "First words." in reader.text()


def test_the_keyboard_stays_where_it_is(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QHBoxLayout(window)
    button, preview = QPushButton("Type here"), Preview(window)
    layout.addWidget(button)
    layout.addWidget(preview)
    window.show()
    button.setFocus()
    preview.show_page(SITE, PAGE)
    qtbot.waitUntil(preview.is_current, timeout=15_000)
    assert window.focusWidget() is button
    window.close()
    delete(window)


def test_nothing_happens_after_the_end(qtbot: QtBot) -> None:
    preview = Preview()
    preview.show()
    preview.shut_down()
    preview.shut_down()
    preview.show_page(SITE, PAGE)
    qtbot.wait(50)
    assert not preview.is_current()
    preview.close()
    delete(preview)


def test_pictures_of_the_content_folder_are_shown(
    show: Show, preview: Preview, reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "images").mkdir()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
    (tmp_path / "images" / "small one.svg").write_text(svg)
    (tmp_path / "secret.svg").write_text(svg)
    preview.show_files_of(tmp_path)
    show(replace(PAGE, intro="![There](<images/small one.svg>) ![Out](images/../secret.svg)"))
    width = "Array.from(document.images, image => image.naturalWidth)"
    qtbot.waitUntil(lambda: reader.script("Array.from(document.images).every(image => image.complete)") is True)
    assert reader.script(width) == [40]


def test_the_language_of_the_page_is_the_sites(preview: Preview, reader: Reader, qtbot: QtBot) -> None:
    for language in ("en-AU", "de"):
        preview.show_page(replace(SITE, language=language), PAGE)
        qtbot.waitUntil(preview.is_current, timeout=15_000)
        assert reader.script("document.documentElement.lang") == language
        assert "First words." in reader.text()


def test_the_preview_has_every_word_of_the_exported_page_in_its_order(show: Show, reader: Reader) -> None:
    show(PAGE)
    exported = page_html(SITE, PAGE, built_in_theme(), Delivery.LINKED).html
    words = re.sub(r"<[^>]+>", " ", exported[exported.index("<body") :]).split()
    script = """(walker => {
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode.data);
        return texts.join(' ');
    })(document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT))"""
    assert reader.script(script).split() == words


def test_the_first_study_and_a_title_leave_all_else_in_its_place(show: Show, reader: Reader) -> None:
    page = replace(PAGE, intro="Some lines of an introduction.\n\n" * 40, studies=())
    show(page)
    mark = "Array.from(document.querySelectorAll('header, footer, [data-part]')).forEach(one => one.seen = true)"
    reader.script(mark)
    reader.script("scrollTo(0, 300)")
    study = Study(key="first", title="The first study")
    page = replace(page, studies=(study,))
    show(page)
    assert reader.script("document.querySelector('ol .study').textContent").strip().startswith("The first study")
    show(replace(page, title="Another title", description="Words about it"))
    assert reader.script("document.title").startswith("Another title")
    assert reader.script("scrollY") == 300
    seen = "Array.from(document.querySelectorAll('header, footer, [data-part]'), one => !!one.seen)"
    assert reader.script(seen).count(False) == 1, "but the study"
    show(replace(page, studies=()))
    assert reader.script("document.querySelectorAll('.study, ol').length") == 0


def test_a_site_name_is_typed_into_the_header_that_is_there(
    show: Show, preview: Preview, reader: Reader, qtbot: QtBot
) -> None:
    show(PAGE)
    reader.script("document.querySelector('header').firstElementChild.seen = true")
    preview.show_page(replace(SITE, name="A clinic that grows"), PAGE)
    qtbot.waitUntil(preview.is_current)
    assert "A clinic that grows" in reader.script("document.querySelector('header').textContent")
    assert reader.script("document.querySelector('header').firstElementChild.seen") is True

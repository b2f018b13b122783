"""What is shown while there are no pages to show, or other pages are looked for."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.paths import documents
from editor.session.new_website import SampleCopy, copy_sample, last_sample_copy
from editor.storage import NotMade
from editor.storage.folder_look import FolderKind, FolderLook
from editor.storage.settings import FolderSettings
from editor.ui.background import Background
from editor.ui.local_times import day_words
from editor.ui.main_window import PROGRAM
from editor.ui.starting.folder_question import ask_folder
from editor.ui.starting.offers import Offer, OfferWindow, breakable
from editor.ui.starting.website_form import WebsiteForm
from editor.words import tr

_Result = TypeVar("_Result")
_MOST_NEARBY = 2
_MOST_KNOWN = 2


class Starting(QObject):
    """Welcomes, explains and asks, in one small window; with a main window, in front of that."""

    wanted = Signal(object)
    """A folder to be opened, a Path."""
    made = Signal(object)
    """A folder to be opened that was made just now for a new website, a Path."""
    copied = Signal(object)
    """A folder to be opened that holds a copy of the sample, a Path."""
    given_up = Signal()
    """The user wants no other folder."""

    def __init__(self, known: Callable[[], Sequence[FolderSettings]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._background = Background(self)
        self._offers: OfferWindow | None = None
        self._is_copying = False
        self._main_window: QWidget | None = None

    # What is shown

    def welcome(self) -> None:
        """Offer the ways to begin."""
        offers = (
            Offer(
                tr("Try it with sample pages"),
                tr("Copies a made-up clinic's pages into your documents. Change what you like: no website is touched."),
                self.try_sample,
            ),
            Offer(
                tr("Open your website's pages"),
                tr("Choose the folder they are in. Whoever looks after your website knows where that is."),
                self.ask_folder,
            ),
            Offer(
                tr("Start a new website"),
                tr("A short form makes the texts that all pages share, and a first page to fill in."),
                self.new_website,
            ),
        )
        words = tr(
            "Here you write and mend the pages about conditions on your clinic's website. How do you want to begin?"
        )
        self._show(tr("Welcome to Clinic Page Editor"), words, offers, can_go_back=False)

    def looking(self, folder: Path) -> None:
        """Say that a folder does not answer yet."""
        words = tr("{folder} takes long to answer. The network may be slow, or a drive not connected.", folder=folder)
        stop = functools.partial(self._stop_looking, folder)
        offer = Offer(tr("Stop looking"), tr("Then you can choose another folder, or try again later."), stop)
        self._show(tr("Looking for your pages..."), words.replace(str(folder), breakable(folder)), (offer,))

    def _stop_looking(self, folder: Path) -> None:
        self.given_up.emit()
        explanation = tr("{folder} did not answer.", folder=folder)
        self.explain(FolderLook(folder, FolderKind.UNREACHABLE, folder, explanation=explanation))

    def explain(self, look: FolderLook) -> None:
        """Say why a place cannot be opened, what is there, and what can be done."""
        paragraphs = [look.explanation, look.found]
        if look.kind is FolderKind.UNREACHABLE and any(known.root == str(look.asked) for known in self._known()):
            paragraphs.append(
                tr("This program keeps the folder in mind, and opens it at the next start if it is there again.")
            )
        words = "\n\n".join(filter(None, paragraphs)).replace(str(look.asked), breakable(look.asked))
        self._show(_HEADINGS[look.kind], words, self._ways_on(look))

    def _ways_on(self, look: FolderLook) -> list[Offer]:
        offers = []
        if look.kind is FolderKind.UNREACHABLE:
            offers.append(Offer(tr("Try again"), tr("Look for this folder once more."), self._open(look.asked)))
        for folder in look.nearby[:_MOST_NEARBY]:
            line = tr("Did you mean this one? {folder}", folder=breakable(folder))
            offers.append(Offer(tr("Open “{folder}”", folder=folder.name), line, self._open(folder)))
        if look.kind is FolderKind.EMPTY:
            here = functools.partial(self.new_website, look.asked)
            line = tr("A short form makes the texts that all pages share, and a first page to fill in.")
            offers.append(Offer(tr("Start a new website here"), line, here))
        start = None if look.kind is FolderKind.UNREACHABLE else look.root  # asking it again could take minutes
        ask = functools.partial(self.ask_folder, start)
        line = tr("It is the one with the folder “conditions” in it.")
        offers.append(Offer(tr("Choose another folder"), line, ask))
        if self._main_window is None:
            others = [known for known in self._known() if known.root != str(look.asked)]
            offers += [self._offer_of(known) for known in others[:_MOST_KNOWN]]
        return offers

    def _offer_of(self, known: FolderSettings) -> Offer:
        root = Path(known.root)
        return Offer(tr("Open “{name}”", name=known.clinic or root.name), breakable(root), self._open(root))

    def _open(self, folder: Path) -> Callable[[], None]:
        return functools.partial(self.wanted.emit, folder)

    def stand_before(self, main_window: QWidget | None) -> None:
        """Show what comes in front of this window, which has pages; None: there is none any more."""
        self._main_window = main_window
        self._offers = None  # what stood in front of a window goes with it

    def close(self) -> None:
        """Take away what is shown."""
        if self._offers is not None:
            self._offers.accept()

    # What is asked and done

    def ask_folder(self, start: Path | None = None) -> None:
        """Ask for a folder, beginning with what is in `start`."""
        title = tr("Choose the folder that holds the website's pages")
        starts = [folder for folder in (start, documents()) if folder is not None]
        ask_folder(title, starts, self._front(), self._take_chosen)

    def new_website(self, root: Path | None = None) -> None:
        """Ask what a new website needs, and make it; `root` is the empty folder in which to make it."""
        form = WebsiteForm(root, self._front())
        form.made.connect(self.made)
        form.open()

    def try_sample(self) -> None:
        """Open a copy of the sample in the user's documents: a new one, or one made before if that is wanted."""
        if not self._is_copying:
            self._begin_copying(functools.partial(last_sample_copy, documents()), self._ask_which_copy)

    def _begin_copying(self, work: Callable[[], _Result], done: Callable[[_Result], None]) -> None:
        self._is_copying = True
        if self._offers is not None:
            self._offers.stop_offering()
        self._background.run(work, done, self._not_copied)

    def _copy_sample(self) -> None:
        self._begin_copying(functools.partial(copy_sample, documents()), self._copied)

    def _ask_which_copy(self, copy: SampleCopy | None) -> None:
        """Offer the copy made before, which may hold work; where there is none, a new one needs no question."""
        self._is_copying = False
        if copy is None:
            self._copy_sample()
            return
        place = " > ".join(copy.root.parts[-2:])
        offers = (
            Offer(
                tr("Go on with your copy from {day}", day=day_words(copy.saved)),
                tr("It is in {place}, with all that you have saved in it.", place=place),
                self._open(copy.root),
            ),
            Offer(
                tr("Make a fresh copy"),
                tr("A further one, as the sample was in the beginning. The one you have stays as it is."),
                self._copy_sample,
            ),
        )
        self._show(tr("You have a copy of the sample pages already."), "", offers)

    def _copied(self, root: Path) -> None:
        self._is_copying = False
        self.copied.emit(root)

    def _not_copied(self, error: BaseException) -> None:
        self._is_copying = False
        if not isinstance(error, NotMade):
            raise error
        self._show(tr("The sample pages could not be copied."), str(error), ())

    def _take_chosen(self, folder: Path) -> None:
        self.wanted.emit(folder)

    # The window

    def _front(self) -> QWidget | None:
        return self._offers or self._main_window

    def _show(self, heading: str, words: str, offers: Sequence[Offer], *, can_go_back: bool = True) -> None:
        """Show this in the window, which is made where there is none."""
        window = self._offers
        if window is None:
            window = self._offers = OfferWindow(PROGRAM, self._main_window)
            window.rejected.connect(self.given_up)
            window.finished.connect(self._forget)
        begins = self._main_window is None and not self._known()
        window.show_matter(heading, words, offers, self.welcome if can_go_back and begins else None)
        if self._main_window is None:
            window.show()
        else:
            window.open()

    def _forget(self) -> None:
        self._offers = None


_HEADINGS = {
    FolderKind.EMPTY: tr("This folder is empty."),
    FolderKind.OTHER_FOLDER: tr("There are no website pages here."),
    FolderKind.OTHER_FILE: tr("This is not a website's folder."),
    FolderKind.UNREACHABLE: tr("Your website's pages can't be reached."),
}

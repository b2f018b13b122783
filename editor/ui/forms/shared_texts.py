"""The site's side of a page's form: the texts that pages share, and whether they can be shown and changed."""

from __future__ import annotations

from dataclasses import dataclass

from editor.content.site import Site
from editor.session import OpenRecords, Uses
from editor.words import tr


@dataclass(frozen=True, slots=True)
class SharedTexts:
    """The texts as they are now, and on how many pages each is shown."""

    site: Site
    uses: Uses
    why_hidden: str = ""
    """Why they cannot be shown at all; "" where they can."""
    why_locked: str = ""
    """Why they cannot be changed."""

    def is_same(self, other: SharedTexts) -> bool:
        """Whether both are the very same, which is quicker to see than whether they say the same."""
        reasons, other_reasons = (self.why_hidden, self.why_locked), (other.why_hidden, other.why_locked)
        return self.site is other.site and self.uses is other.uses and reasons == other_reasons


def shared_texts(session: OpenRecords, uses: Uses) -> SharedTexts:
    """The shared texts of an open folder."""
    file = session.files.get(session.site_place)
    if file is not None and file.as_read is None:
        return SharedTexts(session.site, uses, _HIDDEN)
    return SharedTexts(session.site, uses, why_locked="" if session.is_editable(session.site_place) else _LOCKED)


_HIDDEN = tr(
    "The shared texts can't be shown, because their file needs mending. So the disclaimers, the headings and all else"
    " that pages share are missing in this form and in the preview. Nothing is lost, and this page's own texts can be"
    " changed as usual."
)
_LOCKED = tr("The shared texts can be read, but not changed, until their file is mended.")

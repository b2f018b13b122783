"""What somebody else has changed, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from editor.session import News, Place, is_site
from editor.words import tr, tr_count

_IN_ORDER = (
    News.BROKEN,
    News.STAYED,
    News.CAME_BACK,
    News.PARTED,
    News.MOVED,
    News.JOINED,
    News.SPOILT,
    News.WENT,
    News.CAME,
    News.READDRESSED,
    News.FOLLOWED,
)
"""What matters most comes first; News.SAME is not told."""
_MOST_TOLD = 2


def news_words(news: Mapping[Place, News], name_of: Callable[[Place], str]) -> str:
    """A sentence for each of the places that matter most, and how many others were changed; "" for nothing."""
    told = sorted((place for place, one in news.items() if one in _IN_ORDER), key=lambda place: _rank(news[place]))
    sentences = [_sentence(news[place], place, name_of(place)) for place in told[:_MOST_TOLD]]
    others = len(told) - _MOST_TOLD
    if others > 0:
        sentences.append(
            tr_count(
                "1 other page was changed on another computer.",
                "{count} other pages were changed on another computer.",
                others,
            )
        )
    return " ".join(sentences)


def _rank(news: News) -> int:
    return _IN_ORDER.index(news)


def _sentence(news: News, place: Place, name: str) -> str:
    if is_site(place):
        return _of_site(news)
    sentences = {
        News.BROKEN: tr(
            "“{page}” was changed on another computer, and its file has to be mended. What you changed is safe here.",
            page=name,
        ),
        News.STAYED: tr(
            "“{page}” was deleted on another computer. Your changes keep it here; saving puts it back.", page=name
        ),
        News.CAME_BACK: tr("“{page}” was changed on another computer after you deleted it, so it is back.", page=name),
        News.PARTED: tr(
            "“{page}” was changed on another computer at its old address, after you gave it a new one."
            " Both are in the list now: yours at the new address, theirs at the old one.",
            page=name,
        ),
        News.MOVED: tr("“{page}” was given a new address on another computer. Your changes went along.", page=name),
        News.JOINED: tr(
            "“{page}” was changed on another computer. Your own changes are kept and theirs were added;"
            " Undo shows yours alone.",
            page=name,
        ),
        News.SPOILT: tr("“{page}” was changed on another computer and can't be read now.", page=name),
        News.WENT: tr("“{page}” was deleted on another computer.", page=name),
        News.READDRESSED: tr("“{page}” was given a new address on another computer.", page=name),
        News.CAME: tr("“{page}” was added on another computer.", page=name),
        News.FOLLOWED: tr("“{page}” was changed on another computer and is shown as it is now.", page=name),
    }
    return sentences[news]


def _of_site(news: News) -> str:
    if news is News.BROKEN:
        return tr(
            "The shared texts were changed on another computer, and their file has to be mended."
            " What you changed is safe here."
        )
    if news is News.JOINED:
        return tr(
            "The shared texts were changed on another computer. Your own changes are kept and theirs were added;"
            " Undo shows yours alone."
        )
    if news is News.STAYED:
        return tr("The shared texts were deleted on another computer. Your changes are kept; saving puts them back.")
    if news is News.SPOILT:
        return tr("The shared texts were changed on another computer and can't be read now.")
    return tr("The shared texts were changed on another computer and are shown as they are now.")

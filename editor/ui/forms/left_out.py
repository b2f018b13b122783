"""What a paste cannot bring along, in words."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from editor.markup.html_reading import Copied
from editor.words import tr_count


def left_out_words(found: Copied, source: QMimeData) -> str:
    """What of `source`, whose HTML was read as `found`, a text has no place for; "" where it takes all.

    A program that copies words may add a picture of them: that counts only where there are no words.
    """
    has_words = bool(found.blocks or source.text().strip())
    pictures = found.pictures or int(source.hasImage() and not has_words)
    told = []
    if pictures:
        told.append(
            tr_count(
                "The picture was left out: a text takes words alone.",
                "{count} pictures were left out: a text takes words alone.",
                pictures,
            )
        )
    if found.dead_links:
        told.append(
            tr_count(
                "1 link was left out, as its address is not a whole one. Its words are there.",
                "{count} links were left out, as their addresses are not whole ones. Their words are there.",
                found.dead_links,
            )
        )
    return " ".join(told)

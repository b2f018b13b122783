from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QLocale

from editor.ui.local_times import moment_words

NOW = datetime(2026, 11, 2, 10, 42)


@pytest.mark.parametrize(
    ("moment", "country", "words"),
    [
        (NOW, "C", "10:42"),
        (NOW, "en_AU", "10:42\u202fam"),
        (NOW, "de_DE", "10:42"),
        (datetime(2026, 11, 1, 16, 5), "en_AU", "yesterday 4:05\u202fpm"),
        (datetime(2026, 11, 1, 16, 5), "C", "yesterday 16:05"),
        (datetime(2026, 10, 24, 9, 0), "en_GB", "24 Oct 2026, 09:00"),
        (datetime(2026, 10, 24, 9, 0), "C", "24 Oct 2026, 09:00"),
    ],
)
def test_moments_are_written_as_people_there_write_them(moment: datetime, country: str, words: str) -> None:
    assert moment_words(moment, NOW, QLocale(country)) == words

"""Dates and times as people at this computer write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale, QTime

from editor.words import tr


def moment_words(moment: datetime, now: datetime, locale: QLocale | None = None) -> str:
    """When something was, seen from `now`: "10:42", "yesterday 10:42", "2 Nov 2026, 10:42".

    Both in local time. `locale`: whose way of writing; the system's unless given.
    """
    locale = locale or QLocale.system()
    time = _time(moment, locale)
    if moment.date() == now.date():
        return time
    if moment.date() == now.date() - timedelta(days=1):
        return tr("yesterday {time}", time=time)
    return tr("{date}, {time}", date=_date(moment, locale), time=time)


def day_words(moment: date) -> str:
    """The day on which something was: "22 November 2026"."""
    return f"{moment.day} {QLocale.system().monthName(moment.month)} {moment.year}"


def _time(moment: datetime, locale: QLocale) -> str:
    if locale.language() == QLocale.Language.C:
        return moment.strftime("%H:%M")
    return locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def _date(moment: datetime, locale: QLocale) -> str:
    """The day with the month's name, so that nobody takes 3/2 for the second of March."""
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English)
    return f"{moment.day} {locale.monthName(moment.month, QLocale.FormatType.ShortFormat)} {moment.year}"

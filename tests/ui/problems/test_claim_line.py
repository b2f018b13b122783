"""The line on a page's promise about its studies."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.session.checking.messages import Claim
from editor.ui.problems.claim_line import ClaimLine


def test_it_is_one_line_high_however_long_a_title_is_and_its_tip_has_the_rest(qtbot: QtBot) -> None:
    line = ClaimLine()
    qtbot.addWidget(line)
    long = f"From 1 January 2028 on “{'Needles for sore knees ' * 9}” is too old."
    line.show_claim(Claim("7 of 7 studies fit “last 15 years”.", is_kept=True, next_change=long))
    line.resize(500, line.sizeHint().height())
    one_line = line.heightForWidth(500) if line.hasHeightForWidth() else line.sizeHint().height()
    assert one_line < 2 * line.fontMetrics().height() + 8
    assert line.text().endswith(long)
    (cut,) = [label for label in line.findChildren(QLabel) if label.text().startswith("From 1 January 2028")]
    assert cut.text().endswith("…")
    assert "is too old" in cut.toolTip()

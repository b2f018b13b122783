"""What Excel does for common actions, and what the table of studies does.

`python -m tests.ui.studies.spreadsheet_hands` prints it; `test_spreadsheet_hands.py` tries it, action by action, with
real keys, clicks and input methods. The page there has six studies; columns are called as in a spreadsheet:

      A date   B title   C journal   D publisher   E note
  1   2021     T1        J1          P1            N1
  2   2020     T2        J2                        N2
  3   2019     T3
  4   2018     T4                    P4            N4
  5   2017     T5        J5          P5
  6   2016     T6        J6          P6            N6

Steps: `B2` is a click, `twice:B2` two quick ones, `drag:B2:C3`, `number:3` a click on the number of a row, `heading:B`
on that of a column, each with keys before it (`Shift+B2`); `type:` and `compose:` write words, `copied:` has them on
the clipboard, copied elsewhere ("|" ends a cell, "/" a row, "~" a line); `hide:` and `show:` are for a column; all else
are keys.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Hand:
    """One action: the steps, and what is chosen, written and said then; `why` tells the reason of a difference.

    `undo`: how many steps of undo take it back, where anything has changed.
    """

    action: str
    excel: str
    steps: str
    at: str = ""
    chosen: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    titles: str = "T1 T2 T3 T4 T5 T6"
    said: str = ""
    undo: int = 1
    here: str = "the same"
    why: str = ""


CHOOSING = (
    Hand("Click a cell", "chooses it", "C3", "C3"),
    Hand("Drag over cells", "chooses all of them; the first one is typed into", "drag:B2:C4", "B2", "B2:C4"),
    Hand("Shift and a click", "chooses all up to there", "B2 Shift+D3", "B2", "B2:D3"),
    Hand("Ctrl and a click", "chooses one more cell", "B2 Ctrl+D4", "D4", "B2 D4"),
    Hand("Ctrl and a click on a chosen cell", "takes it out", "drag:B2:C2 Ctrl+B2", "C2", "C2"),
    Hand("Shift and an arrow", "extends what is chosen", "B2 Shift+Down Shift+Down Shift+Up", "B2", "B2:B3"),
    Hand("Ctrl, Shift and an arrow", "extends to the edge of the data", "A2 Ctrl+Shift+Down", "A2", "A2:A6"),
    Hand("Shift and Home", "extends to the first column", "C4 Shift+Home", "C4", "A4:C4"),
    Hand("Click the number of a row", "chooses the row", "number:3", "A3", "A3:E3", here="the same: the study"),
    Hand("Shift, or Ctrl, and a number", "chooses more rows", "number:2 Shift+number:3 Ctrl+number:5", "A5",
         "A2:E3 A5:E5"),
    Hand("Shift and Space", "chooses the row", "C3 Shift+Space", "C3", "A3:E3"),
    Hand("Ctrl and Space", "chooses the column", "C3 Ctrl+Space", "C3", "C1:C6"),
    Hand("Ctrl and A", "chooses all cells", "C3 Ctrl+A", "C3", "A1:E6", here="the same: all studies"),
    Hand("Click the heading of a column", "chooses the column", "C3 heading:A heading:A heading:A", "C3",
         here="sorts what is seen",
         why="lists elsewhere sort so; Ctrl and Space choose the column"),
)  # fmt: skip

GOING = (
    Hand("An arrow", "goes one cell", "B2 Down Right Up Left Left", "A2"),
    Hand("Home", "goes to the first column", "D3 Home", "A3"),
    Hand("End", "waits for an arrow", "B3 End", "E3", here="goes to the last column",
         why="as in LibreOffice, and in any list: nobody is left waiting"),
    Hand("Ctrl and Home", "goes to the first cell", "D3 Ctrl+Home", "A1"),
    Hand("Ctrl and End", "goes to the last cell that is used", "B2 Ctrl+End", "E6"),
    Hand("Ctrl and an arrow within data", "goes to the end of the filled cells", "A1 Ctrl+Right", "E1"),
    Hand("Ctrl and an arrow before a gap", "goes to the next filled cell", "C2 Ctrl+Down", "C5"),
    Hand("Page Down", "goes one screen down", "B1 PgDown PgDown PgDown", "B6"),
    Hand("Tab", "goes to the next cell", "B2 Tab", "C2"),
    Hand("Tab in the last column", "goes on to the right, for ever", "E2 Tab", "A3", here="goes to the next row",
         why="there is nothing to the right"),
    Hand("Tab in the last cell", "goes on to the right, for ever", "E6 Tab", "E6", here="stays",
         why="what is typed next must not be written elsewhere; Ctrl and Tab leave the table"),
    Hand("Shift and Tab", "goes back", "C2 Shift+Tab", "B2"),
    Hand("Tab within what is chosen", "goes round in it, row by row", "drag:B2:C3 Tab Tab", "B3", "B2:C3"),
    Hand("Enter within what is chosen", "goes round in it, column by column", "drag:B2:C3 Return Return", "C2",
         "B2:C3"),
    Hand("Enter on a single cell", "goes down", "B2 Return type:x", "B2", cells={"B2": "T2x"}, here="edits the cell",
         why="as in Google Sheets: whoever knows no F2 gets in by the key that opens things; Enter again goes down"),
)  # fmt: skip

EDITING = (
    Hand("Type on a cell", "takes the place of what it says", "B2 type:New", "B2", cells={"B2": "New"}),
    Hand("Compose on a cell (pinyin)", "takes the place of what it says", "B2 compose:針灸", "B2",
         cells={"B2": "針灸"}),
    Hand("F2", "edits, with the cursor at the end", "B2 F2 type:x", "B2", cells={"B2": "T2x"}),
    Hand("Click twice", "edits", "twice:B2 type:x", "B2", cells={"B2": "T2x"}),
    Hand("Esc", "brings back what the cell said", "B2 type:New Esc", "B2"),
    Hand("Enter while editing", "ends, and goes down", "B2 type:New Return", "B3", cells={"B2": "New"}),
    Hand("Shift and Enter while editing", "ends, and goes up", "B2 type:New Shift+Return", "B1", cells={"B2": "New"}),
    Hand("Tab while editing", "ends, and goes to the next cell", "B2 type:New Tab", "C2", cells={"B2": "New"}),
    Hand("Enter after some Tabs", "goes down to where the first Tab was", "A2 Tab type:New Tab type:Too Return", "A3",
         cells={"B2": "New", "C2": "Too"}, undo=2),
    Hand("An arrow after typing", "ends, and goes there", "B2 type:New Right", "C2", cells={"B2": "New"}),
    Hand("An arrow after F2", "moves the cursor", "B2 F2 Left type:x", "B2", cells={"B2": "Tx2"}),
    Hand("Alt and Enter", "begins a line in the cell", "E2 type:One Alt+Return type:Two Return", "E3",
         cells={"E2": "One\nTwo"}, here="the same in notes and summaries",
         why="a title, a journal or a date has one line on the website"),
    Hand("Ctrl and Enter", "fills all chosen cells", "drag:C2:C4 type:New Ctrl+Return", "C2", "C2:C4",
         cells={"C2": "New", "C3": "New", "C4": "New"}, said="2 cells filled."),
    Hand("Delete", "clears the chosen cells", "drag:B2:C3 Delete", "B2", "B2:C3",
         cells={"B2": "", "B3": "", "C2": ""}, said="Undo brings their words back."),
    Hand("Backspace", "clears one cell, and edits it", "drag:B2:C2 Backspace", "B2", "B2:C2",
         cells={"B2": "", "C2": ""}, here="clears the chosen cells",
         why="on a Mac this key is the only Delete; typing takes the place of the words anyway"),
    Hand("Delete on a row", "clears it, an empty row stays", "number:2 Delete", "A2", "A2:E2",
         titles="T1 T3 T4 T5 T6", here="deletes the study",
         why="an empty study would be on the website; Undo brings it back"),
    Hand("Ctrl and minus on a row", "deletes the row", "number:2 Ctrl+-", "A2", "A2:E2", titles="T1 T3 T4 T5 T6"),
    Hand("Ctrl and Z", "takes back the last step, and chooses its cells", "drag:B2:C3 Delete A6 Ctrl+Z", "B2",
         "B2:C3"),
    Hand("Ctrl and Y", "makes it again", "drag:B2:C3 Delete A6 Ctrl+Z A6 Ctrl+Y", "B2", "B2:C3",
         cells={"B2": "", "B3": "", "C2": ""}),
    Hand("Ctrl and semicolon", "writes the day of today", "A2 Ctrl+;", "A2", here="does nothing",
         why="a study's date is printed in the study, and never is today by a slip of the hand"),
)  # fmt: skip

FILLING = (
    Hand("Ctrl and D on several cells", "fills them with the top one", "drag:C2:C4 Ctrl+D", "C2", "C2:C4",
         cells={"C3": "J2", "C4": "J2"}, said="2 cells filled."),
    Hand("Ctrl and D on one cell", "takes what is above", "D2 Ctrl+D", "D2", cells={"D2": "P1"}),
    Hand("Ctrl and R", "fills from the left", "drag:B2:C2 Ctrl+R", "B2", "B2:C2", here="does nothing",
         why="columns are different fields: a title never is a journal"),
    Hand("Ctrl and C, Ctrl and V", "copies a cell", "C1 Ctrl+C C3 Ctrl+V", "C3", cells={"C3": "J1"},
         said="1 cell pasted."),
    Hand("Paste one cell into many", "fills all of them", "C1 Ctrl+C drag:C3:D4 Ctrl+V", "C3", "C3:D4",
         cells={"C3": "J1", "C4": "J1", "D3": "J1", "D4": "J1"}, said="4 cells pasted."),
    Hand("Paste a block at one cell", "goes over the cells from there", "drag:C1:D2 Ctrl+C C3 Ctrl+V", "C3", "C3:D4",
         cells={"C3": "J1", "D3": "P1", "C4": "J2", "D4": ""}),
    Hand("Paste a block over a multiple of it", "repeats it", "drag:C1:C2 Ctrl+C drag:C3:C6 Ctrl+V", "C3", "C3:C6",
         cells={"C3": "J1", "C4": "J2", "C5": "J1", "C6": "J2"}),
    Hand("Paste below the last row", "goes on below", "copied:New|JN/Newer|JM B6 Ctrl+V", "B6", "B6:C7",
         cells={"B6": "New", "C6": "JN", "B7": "Newer", "C7": "JM"}, titles="T1 T2 T3 T4 T5 New Newer",
         said="1 new study below the last one."),
    Hand("Paste beyond the last column", "goes on to the right", "drag:C1:D1 Ctrl+C E1 Ctrl+V", "E1",
         cells={"E1": "J1"}, said="1 column had no place to the right", here="tells what had no place",
         why="a study has no such field; nothing is lost in silence"),
    Hand("Paste other columns of another program", "goes over the cells from there", "copied:New|Lost E1 Ctrl+V Esc",
         "E1", here="asks what the columns are",
         why="they would land in the wrong fields; Esc leaves all as it was"),
    Hand("Paste over a hidden column", "writes into it", "drag:B1:C1 Ctrl+C hide:D C3 Ctrl+V show:D", "C3", "C3 E3",
         cells={"C3": "T1", "E3": "J1"}, here="passes over it", why="nothing changes that is not seen"),
    Hand("Paste lines into a title", "keeps the lines", "copied:One~Two B2 Ctrl+V", "B2", cells={"B2": "One Two"},
         said="lines became one", here="a blank in their place, and says so",
         why="a title has one line on the website"),
    Hand("Ctrl and X, Ctrl and V", "takes the words away when they are pasted", "C1 Ctrl+X C3 Ctrl+V", "C3",
         cells={"C1": "", "C3": "J1"}, undo=2, here="takes them away at once",
         why="what is seen is what is saved; Undo brings them back"),
    Hand("Copy two cells that are apart", "refuses", "copied:Old B2 Ctrl+C B2 Ctrl+D4 Ctrl+C B6 Ctrl+V", "B6",
         cells={"B6": "T2"}),
    Hand("Copy rows by their numbers, and paste", "goes over other rows", "number:1 Ctrl+C number:3 Ctrl+V", "A4",
         "A4:E4", titles="T1 T2 T3 T1 T4 T5 T6", said="Study pasted.", here="adds studies below",
         why="a study is never written over by another"),
    Hand("Paste rows of another program", "goes over the cells from there", "copied:2001|One/2002|Two A5 Ctrl+V", "A5",
         "A5:B6", cells={"A5": "2001", "B5": "One", "A6": "2002", "B6": "Two"}, titles="T1 T2 T3 T4 One Two"),
)  # fmt: skip

HANDS = (*CHOOSING, *GOING, *EDITING, *FILLING)


def as_text(hands: Iterable[Hand]) -> str:
    """The table, for reading; a difference has its reason below it."""
    lines = [f"{'':2}{'Action':48}{'Excel':50}Here", ""]
    for number, hand in enumerate(hands, start=1):
        sign = "≠ " if hand.why else "  "
        lines.append(f"{sign}{f'{number}. {hand.action}':48}{hand.excel:50}{hand.here}")
        lines += textwrap.wrap(hand.why, 110, initial_indent=" " * 6, subsequent_indent=" " * 6)
    return "\n".join(lines)


if __name__ == "__main__":
    print(as_text(HANDS))

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from editor.content.reading import FileProblem
from editor.session import OpenFile, file_of
from editor.ui.broken.problem_view import MOST_SHOWN, ProblemView


def test_a_broken_file_is_named_with_line_reason_and_advice(qtbot: QtBot) -> None:
    view = ProblemView()
    qtbot.addWidget(view)
    file = file_of("conditions/back.yaml", b"name: Back\nintro: [\n")
    view.show_file(file)
    (problem,) = file.problems
    assert not view.isHidden()
    for words in (
        "can't be shown",
        "conditions/back.yaml",
        "Nothing in it was changed",
        problem.reason,
        problem.advice,
    ):
        assert words in view.text()
    assert f"Line {problem.line}:" in view.text()


def test_a_file_that_can_be_read_says_so(qtbot: QtBot) -> None:
    view = ProblemView()
    qtbot.addWidget(view)
    view.show_file(file_of("conditions/back.yaml", b"name: A\nname: B\n"))
    assert "can be read, but not changed" in view.text()


def test_of_many_problems_the_first_are_shown_and_the_rest_counted(qtbot: QtBot) -> None:
    view = ProblemView()
    qtbot.addWidget(view)
    view.show_file(file_of("conditions/back.yaml", b"name: A\n" * (MOST_SHOWN + 4)))
    assert view.text().count("Line ") == MOST_SHOWN
    assert "There are 3 more problems." in view.text()


def test_what_is_wrong_with_the_name_alone_is_said(qtbot: QtBot) -> None:
    view = ProblemView()
    qtbot.addWidget(view)
    file = file_of("conditions/back.yaml", b"name: A\n")
    view.show_file(file)
    view.show_file(file, ("It has the same address as another.",))
    assert not view.isHidden()
    assert "conditions/back.yaml" in view.text()
    assert "It has the same address as another." in view.text()
    view.show_file(file)
    assert view.isHidden()


def test_advice_stands_with_its_problems_and_only_once(qtbot: QtBot) -> None:
    view = ProblemView()
    qtbot.addWidget(view)
    first, second = FileProblem(3, "Three.", "Ask Ann."), FileProblem(4, "Four.", "Ask Ann.")
    third = FileProblem(None, "The rest.", "Ask Bob.")
    file = file_of("conditions/back.yaml", b"name: [\n")
    view.show_file(replace(file, problems=(first, second, third)))
    assert "Line 3: Three.\n\nLine 4: Four.\n\nAsk Ann.\n\nThe rest.\n\nAsk Bob.\n\n" in view.text()


def test_shared_texts_are_not_called_a_page(qtbot: QtBot) -> None:
    view = ProblemView()
    qtbot.addWidget(view)
    for data, heading in ((b"name: [\n", "can't be shown."), (b"name: A\nname: B\n", "can be read, but not changed.")):
        view.show_file(file_of("site.yaml", data))
        assert view.text().startswith(f"The shared texts {heading}\n")


def test_there_is_nothing_to_see_of_a_good_file(qtbot: QtBot) -> None:
    view = ProblemView()
    qtbot.addWidget(view)
    view.show_file(file_of("conditions/back.yaml", b"name: A\nname: B\n"))
    view.show_file(file_of("conditions/back.yaml", b"name: A\n"))
    assert view.isHidden()


def test_what_can_be_mended_here_needs_no_other_advice(qtbot: QtBot) -> None:
    view = ProblemView()
    qtbot.addWidget(view)
    file = file_of("conditions/back.yaml", b"name: [\n")
    view.show_file(file)
    (problem,) = file.problems
    assert problem.advice in view.text()
    view.offer_mending(replace(file))
    assert view.mend.isHidden(), "it is another file"
    view.offer_mending(file)
    assert not view.mend.isHidden()
    assert problem.reason in view.text()
    assert problem.advice not in view.text()
    assert "This can be mended here" in view.text()


def test_a_file_that_cannot_be_reached_cannot_be_looked_at(qtbot: QtBot) -> None:
    view = ProblemView()
    qtbot.addWidget(view)
    view.show_file(OpenFile("conditions/back.yaml", None, None, None, (FileProblem(None, "Gone.", "Wait."),)))
    assert view.look.isHidden()
    assert not view.copy.isHidden()

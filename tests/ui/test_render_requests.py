from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from editor.render.parts import Part
from editor.render.theme import Rendering, ThemeFault, built_in_theme, own_theme
from editor.ui.render_requests import BrokenAnswer, Rendered, RenderFailed, RenderRequests, RenderTimedOut

Answers = list[tuple[Rendered, ...]]


def part(name: str, text: str = "text") -> Part:
    return Part(name, "intro.html", (("heading", text), ("intro", "")))


def asked(messages: bytes) -> list[tuple[int, str]]:
    """The number and the part's id of each message."""
    found = []
    while messages:
        end = 4 + int.from_bytes(messages[:4], "big")
        message = json.loads(messages[4:end])
        found.append((message["number"], message["parts"][0]["id"]))
        messages = messages[end:]
    return found


def answer(number: object, **what: object) -> bytes:
    body = json.dumps({"number": number, **what}).encode()
    return len(body).to_bytes(4, "big") + body


def answer_all(requests: RenderRequests) -> list[str]:
    """Answers all that is sent with the part's own name; says for which parts that was."""
    ids = []
    while messages := asked(requests.next_messages()):
        for number, name in messages:
            ids.append(name)
            requests.receive(answer(number, html=[f"<p>{name}"]))
    return ids


def test_answers_in_the_order_asked_once_all_parts_are_known() -> None:
    requests, answers = RenderRequests(), Answers()
    requests.ask([part("a"), part("b")], answers.append)
    requests.answer_if_complete()
    assert answers == []
    assert answer_all(requests) == ["a", "b"]
    requests.answer_if_complete()
    requests.answer_if_complete()
    assert answers == [(Rendering("<p>a"), Rendering("<p>b"))]


def test_only_unknown_parts_are_sent() -> None:
    requests, answers = RenderRequests(), Answers()
    requests.ask([part("a"), part("b")], answers.append)
    answer_all(requests)
    requests.ask([part("a"), part("b", "new"), part("c")], answers.append)
    assert answer_all(requests) == ["b", "c"]


def test_a_part_in_work_is_not_sent_twice() -> None:
    requests, answers = RenderRequests(), Answers()
    requests.ask([part("a")], answers.append)
    [(number, _)] = asked(requests.next_messages())
    requests.ask([part("a"), part("b")], answers.append)
    assert [name for _, name in asked(requests.next_messages())] == ["b"]
    requests.receive(answer(number, html=["a"]) + answer(number + 1, html=["b"]))
    requests.answer_if_complete()
    assert answers == [(Rendering("a"), Rendering("b"))]


def test_the_newest_question_alone_is_answered_and_older_answers_are_kept() -> None:
    requests, older, newer = RenderRequests(), Answers(), Answers()
    requests.ask([part("a"), part("b", "old")], older.append)
    [(first, _), (second, _)] = asked(requests.next_messages())
    requests.ask([part("a"), part("b", "new")], newer.append)
    requests.receive(answer(first, html=["A"]) + answer(second, html=["B old"]))
    requests.answer_if_complete()
    answer_all(requests)
    requests.answer_if_complete()
    assert (older, newer) == ([], [(Rendering("A"), Rendering("<p>b"))])
    requests.ask([part("b", "old")], older.append)
    assert requests.next_messages() == b""
    requests.answer_if_complete()
    assert older == [(Rendering("B old"),)]


def test_answers_may_come_in_pieces() -> None:
    requests, answers = RenderRequests(), Answers()
    requests.ask([part("a")], answers.append)
    [(number, _)] = asked(requests.next_messages())
    for byte in answer(number, html=["ä"]):
        requests.receive(bytes([byte]))
    requests.answer_if_complete()
    assert answers == [(Rendering("ä"),)]


def test_the_first_part_in_work_is_to_blame_when_the_child_ends() -> None:
    requests, answers = RenderRequests(), Answers()
    requests.ask([part("a"), part("bad"), part("c")], answers.append)
    [(number, _), *_] = asked(requests.next_messages())
    requests.receive(answer(number, html=["A"]))
    requests.child_ended(timed_out=True)
    assert answer_all(requests) == ["c"]
    requests.answer_if_complete()
    assert answers == [(Rendering("A"), RenderTimedOut("bad"), Rendering("<p>c"))]


def test_a_child_that_was_idle_has_nobody_to_blame() -> None:
    requests, answers = RenderRequests(), Answers()
    requests.child_ended(timed_out=False)
    requests.ask([part("a")], answers.append)
    assert answer_all(requests) == ["a"]
    requests.answer_if_complete()
    assert answers == [(Rendering("<p>a"),)]


def test_a_part_that_cannot_be_rendered_is_named() -> None:
    requests, answers = RenderRequests(), Answers()
    requests.ask([part("a")], answers.append)
    [(number, _)] = asked(requests.next_messages())
    requests.receive(answer(number, error="a"))
    requests.answer_if_complete()
    assert answers == [(RenderFailed("a"),)]


def test_what_is_remembered_is_bounded_but_never_less_than_the_page() -> None:
    requests, answers = RenderRequests(remembered=4), Answers()
    page = [part(str(n)) for n in range(30)]
    requests.ask(page, answers.append)
    assert len(answer_all(requests)) == 30
    requests.answer_if_complete()
    assert len(answers) == 1
    for n in range(50):
        requests.ask([part("short", str(n))], answers.append)
        answer_all(requests)
        requests.answer_if_complete()
    requests.ask(page, answers.append)
    assert len(answer_all(requests)) == 30, "what was long ago is forgotten"


@pytest.mark.parametrize(
    "sent",
    [
        answer(7, html=["nobody asked"]),
        answer("1", html=["nobody asked"]),
        (5).to_bytes(4, "big") + b"hello",
        (2).to_bytes(4, "big") + b"[]",
        b"\xff\xff\xff\xff",
    ],
)
def test_what_is_no_answer_is_told(sent: bytes) -> None:
    requests = RenderRequests()
    with pytest.raises(ValueError):
        requests.receive(sent)


def test_the_greeting_is_answered_by_its_number() -> None:
    requests = RenderRequests()
    assert requests.receive(answer(RenderRequests.GREETING, html=[])) == 0
    requests.ask([part("a")], Answers().append)
    requests.next_messages()
    with pytest.raises(BrokenAnswer):
        requests.receive(answer(RenderRequests.GREETING, html=[]))


OWN = own_theme(Path("theme"), {"intro.html": "own"}, {})
TOO_SLOW = ThemeFault("intro.html", None, "it takes too long")


def sent(messages: bytes) -> list[dict[str, Any]]:
    """The messages themselves."""
    found = []
    while messages:
        end = 4 + int.from_bytes(messages[:4], "big")
        found.append(json.loads(messages[4:end]))
        messages = messages[end:]
    return found


class TestOwnLook:
    def test_the_child_is_told_of_it_before_the_first_part_and_once(self) -> None:
        requests, answers = RenderRequests(), Answers()
        requests.wear(OWN)
        requests.ask([part("a"), part("b")], answers.append)
        look, *parts = sent(requests.next_messages())
        assert look == {"theme": OWN.to_json()}
        assert [(one["parts"][0]["id"], one["built_in"]) for one in parts] == [("a", False), ("b", False)]
        requests.child_ended(timed_out=False)
        assert "theme" in sent(requests.next_messages())[0], "a new child knows nothing"

    def test_parts_are_made_anew_in_another_look_and_late_answers_in_the_old_one_dropped(self) -> None:
        requests, answers = RenderRequests(), Answers()
        requests.ask([part("a")], answers.append)
        [(number, _)] = asked(requests.next_messages())
        requests.wear(OWN)
        requests.receive(answer(number, html=["old"]))
        requests.answer_if_complete()
        assert answers == []
        _, message = sent(requests.next_messages())
        requests.receive(answer(message["number"], html=["own"], faults=[TOO_SLOW.to_json()]))
        requests.answer_if_complete()
        assert answers == [(Rendering("own", (TOO_SLOW,)),)]
        requests.wear(built_in_theme())
        requests.ask([part("a")], answers.append)
        [message] = sent(requests.next_messages())
        assert message["built_in"] is True

    def test_a_template_that_takes_too_long_is_replaced_from_then_on(self) -> None:
        requests, answers = RenderRequests(), Answers()
        requests.wear(OWN)
        requests.ask([part("slow"), part("b")], answers.append)
        requests.next_messages()
        requests.child_ended(timed_out=True)
        _, slow, other = sent(requests.next_messages())
        assert (slow["built_in"], other["built_in"]) == (True, False)
        requests.receive(answer(slow["number"], html=["S"]) + answer(other["number"], html=["B"]))
        requests.answer_if_complete()
        assert answers == [(Rendering("S", (TOO_SLOW,)), Rendering("B"))]
        requests.ask([part("slow", "typed")], answers.append)
        [again] = sent(requests.next_messages())
        assert again["built_in"] is True

    def test_a_text_that_takes_too_long_in_both_looks_is_to_blame_itself(self) -> None:
        requests, answers = RenderRequests(), Answers()
        requests.wear(OWN)
        requests.ask([part("slow")], answers.append)
        for _ in range(2):
            requests.next_messages()
            requests.child_ended(timed_out=True)
        requests.answer_if_complete()
        assert answers == [(RenderTimedOut("slow"),)]
        requests.ask([part("other")], answers.append)
        _, message = sent(requests.next_messages())
        assert message["built_in"] is False

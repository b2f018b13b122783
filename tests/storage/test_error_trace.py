"""What is written down about an error says where it came up, and quotes nobody."""

from __future__ import annotations

from pathlib import Path

from editor.storage.error_trace import trace_of

SECRET = "words of Mrs Smith"
CHANGES_NOTHING = """
from editor.content.record_values import changed_record
from editor.content.site import Site
changed_record(Site(), {"fields": 5})
"""


def caught(code: str) -> Exception:
    try:
        exec(compile(code, "/home/anna.smith/code.py", "exec"), {**globals(), "__name__": "somewhere"})
    except Exception as error:
        return error
    raise AssertionError("there was no error")


def test_kind_module_line_and_function_are_there() -> None:
    trace = trace_of(caught("import json\ndef read():\n  return json.loads('{')\nread()"))
    assert trace.splitlines()[0] == "JSONDecodeError"
    assert "  somewhere, line 3, in read" in trace
    assert "json.decoder, line" in trace


def test_no_message_no_path_and_no_name_of_a_person_is_there() -> None:
    errors = (
        f"raise ValueError({SECRET!r})",
        f"{{}}[{SECRET!r}]",
        f"open('/home/anna.smith/{SECRET}')",
        f"{SECRET!r}.encode('ascii') + 'é'.encode('ascii')",
        f"raise ExceptionGroup({SECRET!r}, [ValueError({SECRET!r})])",
    )
    for code in errors:
        trace = trace_of(caught(code))
        assert "Smith" not in trace
        assert "smith" not in trace
        assert str(Path.home()) not in trace


def test_what_led_to_an_error_is_told_too() -> None:
    trace = trace_of(caught(CHANGES_NOTHING))
    kinds = [line for line in trace.splitlines() if not line.startswith(" ")]
    assert kinds == ["ValueError", "TypeError"]
    assert "editor.content.record_values, line" in trace


def test_the_number_of_a_disks_error_is_told() -> None:
    assert trace_of(caught("open('/no/such/place')")).startswith("FileNotFoundError 2\n")


def test_the_errors_of_a_group_are_told() -> None:
    trace = trace_of(caught("raise ExceptionGroup('', [ValueError(), KeyError()])"))
    assert [line for line in trace.splitlines() if not line.startswith(" ")] == [
        "ExceptionGroup",
        "ValueError",
        "KeyError",
    ]


def test_a_circle_of_errors_and_a_deep_one_come_to_an_end() -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert trace_of(one) == "ValueError\nKeyError"
    deep = trace_of(caught("def go(): go()\ngo()"))
    assert len(deep.splitlines()) < 100

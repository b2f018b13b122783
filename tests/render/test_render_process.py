"""The loop of the process that renders for the window."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from editor.render import RENDER_ARGUMENT
from editor.render.frame import preview_html, preview_parts
from editor.render.parts import page_parts, render_part
from editor.render.render_process import serve
from editor.render.theme import ThemeFault, built_in_theme
from tests.conftest import ROOT
from tests.render.test_parts import PAGE, SITE
from tests.render.test_templates import look

PARTS = page_parts(SITE, PAGE)


def message(value: object) -> bytes:
    data = json.dumps(value).encode()
    return len(data).to_bytes(4, "big") + data


def messages(data: bytes) -> list[Any]:
    found = []
    while data:
        length = int.from_bytes(data[:4], "big")
        found.append(json.loads(data[4 : 4 + length]))
        data = data[4 + length :]
    return found


def answers(requests: bytes) -> list[Any]:
    out = io.BytesIO()
    serve(io.BytesIO(requests), out)
    return messages(out.getvalue())


def test_parts_come_back_as_html_under_the_requests_number() -> None:
    requests = message({"number": 7, "parts": [part.to_json() for part in PARTS]}) + message({"number": 8, "parts": []})
    html = [render_part(part, built_in_theme()).html for part in PARTS]
    assert answers(requests) == [{"number": 7, "html": html, "faults": []}, {"number": 8, "html": [], "faults": []}]


def test_a_part_that_cannot_be_shown_is_named_and_the_next_is_rendered() -> None:
    broken = replace(PARTS[3], template="missing.html").to_json()
    requests = message({"number": 1, "parts": [broken]}) + message({"number": 2, "parts": [PARTS[0].to_json()]})
    first, second = answers(requests)
    assert first == {"number": 1, "error": PARTS[3].id}
    assert second["number"] == 2
    assert "Knees" in second["html"][0]


def test_a_look_stays_until_the_next_and_its_faults_are_told() -> None:
    own = look(intro="own {{ heading }}", study="{{ nothing }}")
    parts = [part.to_json() for part in (PARTS[0], PARTS[3], PARTS[3])]
    requests = (
        message({"theme": own.to_json()})
        + message({"number": 1, "parts": parts})
        + message({"number": 2, "parts": parts[:1], "built_in": True})
        + message({"number": 3, "parts": parts[:1]})
        + message({"theme": built_in_theme().to_json()})
        + message({"number": 4, "parts": parts[:1]})
    )
    first, second, third, fourth = answers(requests)
    built_in = [render_part(part, built_in_theme()).html for part in PARTS]
    assert first["html"] == ["own Knee Pain: research", built_in[3], built_in[3]]
    (fault,) = (ThemeFault(**fault) for fault in first["faults"])
    assert (fault.file, fault.line) == ("study.html", 1)
    assert (second["html"], second["faults"]) == (built_in[:1], [])
    assert third["html"] == first["html"][:1]
    assert fourth["html"] == built_in[:1]


def test_the_frame_is_rendered_like_a_part() -> None:
    frame = preview_parts(SITE, PAGE)[0]
    (answer,) = answers(message({"number": 1, "parts": [frame.to_json()]}))
    assert answer["html"] == [preview_html(frame, built_in_theme()).html]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems set a process no such limit")
def test_a_template_cannot_fill_the_memory() -> None:
    bomb = look(intro="\n{{ '%10000000000d' % 1 }}")
    requests = message({"theme": bomb.to_json()}) + message({"number": 1, "parts": [PARTS[0].to_json()]})
    command = [sys.executable, "-m", "editor", RENDER_ARGUMENT]
    done = subprocess.run(command, input=requests, cwd=ROOT, capture_output=True, check=True)
    (answer,) = messages(done.stdout)
    assert answer["html"] == [render_part(PARTS[0], built_in_theme()).html]
    assert [(fault["file"], fault["line"]) for fault in answer["faults"]] == [("intro.html", 2)]
    assert "memory" in answer["faults"][0]["reason"]


@pytest.mark.parametrize("rest", [b"", b"\x00\x00", b"\x00\x00\x00\x09{"])
def test_the_loop_ends_with_its_input(rest: bytes) -> None:
    assert answers(message({"number": 1, "parts": []}) + rest) == [{"number": 1, "html": [], "faults": []}]


def test_the_program_itself_is_that_process_and_loads_no_qt() -> None:
    request = message({"number": 3, "parts": [PARTS[0].to_json()]})
    code = (
        "import sys\nfrom editor.__main__ import main\nmain(['--render-process'])\nsys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=request, cwd=ROOT, env=os.environ, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    html = render_part(PARTS[0], built_in_theme()).html
    assert messages(done.stdout) == [{"number": 3, "html": [html], "faults": []}]


def test_the_window_makes_parts_without_loading_what_renders_them() -> None:
    loaded = "{'jinja2', 'markdown', 'nh3'} & set(sys.modules) != set()"
    code = f"import sys, editor.render.exporting.site_export; sys.exit({loaded})"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0

"""The command `check` as it is typed, in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from editor.references.publisher_records import PublisherRecord, record_bytes
from editor.references.reference import Notice, NoticeKind, Reference
from editor.storage.kept_abstracts import KeptAbstracts
from editor.storage.record_files import PUBLISHER_RECORDS, RecordFiles
from tests.conftest import ROOT
from tests.test_command_line import run, write

PACK = """title: What we do not say
rules:
- {id: X1, severity: stop, fields: [intro], phrases: [cures], message: "Nobody can promise that."}
- {id: X2, severity: warn, fields: [summary], phrases: [we], message: "Who is “{words}”?", sources: [Our house rules]}
- {id: X3, severity: hint, fields: [intro, research.lead], phrases: [very], message: "“{words}” says nothing."}
"""
KNEE = """name: Knee pain
intro: It is very good and cures.
studies:
- title: One study
- title: A study
  summary: What we found is very little.
"""
SCHEMA = json.loads((ROOT / "resources" / "schema" / "problems.schema.json").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAYS_WHEN_IT_WAITS = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may do without Ctrl+C
from editor.__main__ import main
from editor.render.exporting.page_workers import PageWorkers

take = PageWorkers.take

def told(*arguments):
    print(flush=True)
    PageWorkers.take = take
    return take(*arguments)

PageWorkers.take = told
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with a page, that has only the rules of a pack of its own."""
    folder = tmp_path / "content"
    write(folder / "site.yaml", "name: A clinic\nresearch:\n  lead: It is very good.\nrule_packs: [house]\n")
    write(folder / ".clinic-editor" / "rules" / "house.yaml", PACK)
    write(folder / "conditions" / "knee.yaml", KNEE)
    return folder


def listed(*arguments: str | Path) -> list[dict[str, Any]]:
    """What the command says for programs, held against the layout that they rely on."""
    result = run("check", *arguments, "--format", "json")
    assert result.stderr == ""
    problems: list[dict[str, Any]] = json.loads(result.stdout)
    jsonschema.validate(problems, SCHEMA, jsonschema.Draft202012Validator)
    return problems


def test_in_the_sample_nothing_is_left_but_hints() -> None:
    result = run("check", ROOT / "sample_content", "--fail-on", "warn", "--on", "2026-11-22")
    assert (result.returncode, result.stderr) == (0, "")
    assert all(line.startswith("hint: ") for line in result.stdout.splitlines()[:-1])


def test_what_is_wrong_is_told_the_worst_first_with_its_place(content: Path) -> None:
    result = run("check", content)
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        "stop: conditions/knee.yaml, line 2: Nobody can promise that. (X1)",
        "warn: conditions/knee.yaml, line 6, study 2: Who is “we”? (X2)",
        "hint: conditions/knee.yaml, line 2: “very” says nothing. (X3)",
        "hint: site.yaml, line 3: “very” says nothing. (X3)",
        "4 problems found in one page: 1 stop, 1 warn, 2 hint.",
    ]


def test_the_same_for_programs(content: Path) -> None:
    assert listed(content)[1] == {
        "rule": "X2",
        "severity": "warn",
        "file": "conditions/knee.yaml",
        "line": 6,
        "field": "summary",
        "study": 2,
        "words": "we",
        "message": "Who is “we”?",
        "source": "Our house rules",
    }
    assert [one["rule"] for one in listed(content)] == ["X1", "X2", "X3", "X3"]


def test_every_problem_of_files_fits_what_programs_rely_on(content: Path) -> None:
    write(content / "site.yml", "name: Another\n")
    write(content / "site.yaml", "url: www.x\nrule_packs: [house, odd]\n")
    write(content / "theme" / "page.html", "{{")
    write(content / ".clinic-editor" / "rules" / "broken.yaml", "rules: [")
    for name, text in {"a": "- a\n", "b": "name: b\nname: b\n", "c": "status: x\nstudies: [{}]\n", "nul": ""}.items():
        write(content / "conditions" / f"{name}.yaml", text)
    found = {one["rule"] for one in listed(content)}
    assert found == {
        *(
            "X1",
            "X2",
            "X3",
            "address_refused",
            "file_not_editable",
            "file_unreadable",
            "look_faulty",
            "own_checks_unusable",
        ),
        *("page_without_name", "rule_pack_unknown", "site_twice", "site_value_unusable", "status_unknown"),
        "study_without_title",
    }
    assert [rule for rule in found - {"X1", "X2", "X3"} if f"`{rule}`" not in README] == []


def test_the_readme_and_the_schema_name_the_same_keys() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    keys = SCHEMA["items"]["properties"]
    assert SCHEMA["items"]["required"] == list(keys)
    assert [key for key in keys if f"| `{key}` |" not in README] == []


def test_nothing_wrong_is_an_empty_list(content: Path) -> None:
    write(content / "site.yaml", "rule_packs: [house]\n")
    write(content / "conditions" / "knee.yaml", "name: Knee\n")
    assert listed(content) == []
    result = run("check", content, "--fail-on", "hint")
    assert (result.returncode, result.stdout) == (0, "No problems found in one page.\n")


@pytest.mark.parametrize(
    ("kept", "fail_on", "status"),
    [
        ("warn", None, 0),
        ("warn", "warn", 1),
        ("hint", "warn", 0),
        ("hint", "hint", 1),
    ],
)
def test_from_which_severity_on_it_fails(content: Path, kept: str, fail_on: str | None, status: int) -> None:
    gone = {"stop": (), "warn": ("cures",), "hint": ("cures", "we ")}[kept]
    text = KNEE
    for words in gone:
        text = text.replace(words, "")
    write(content / "conditions" / "knee.yaml", text)
    options = () if fail_on is None else ("--fail-on", fail_on)
    result = run("check", content, *options)
    assert result.returncode == status
    assert result.stdout.startswith(f"{kept}: ")


def test_a_draft_gives_hints_until_drafts_are_asked_for(content: Path) -> None:
    write(content / "conditions" / "knee.yaml", KNEE + "status: draft\n")
    assert {one["severity"] for one in listed(content)} == {"hint"}
    assert run("check", content).returncode == 0
    assert run("check", content, "--drafts").returncode == 1


def test_files_that_cannot_be_read_fail_whatever_else_is_found(content: Path) -> None:
    write(content / "site.yaml", "rule_packs: []\nresearch: [a\n")
    write(content / "conditions" / "knee.yaml", "name: [a\n")
    result = run("check", content)
    assert result.returncode == 1
    assert [line.partition(": ")[2].partition(": ")[0] for line in result.stdout.splitlines()[:-1]] == [
        "conditions/knee.yaml, line 1",
        "site.yaml, line 2",
    ]


def test_it_tells_of_a_study_that_was_retracted_as_far_as_that_was_looked_up(content: Path) -> None:
    write(content / "site.yaml", "")
    write(content / "conditions" / "knee.yaml", "name: Knee pain\nstudies:\n- title: A study\n  doi: 10.5555/KNEE\n")
    notices = (Notice(NoticeKind.RETRACTION, "2021-05-03"), Notice(NoticeKind.CORRECTION, "2019"))
    record = PublisherRecord(Reference(doi="10.5555/knee", notices=notices), date(2026, 11, 23), "Crossref")
    RecordFiles(content, PUBLISHER_RECORDS).write(record.file_name, record_bytes(record))
    result = run("check", content)
    assert result.returncode == 1
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("stop: conditions/")]
    assert "This study was retracted on 3 May 2021. Take it off the page or ask your practitioner." in line


def test_an_abstract_that_is_imported_later_counts_though_the_page_stays(content: Path) -> None:
    write(content / "site.yaml", "name: A clinic\nrule_packs: [evidence]\n")
    study = "doi: 10.5555/knee\n  study_type: cohort\n  title: A study\n  summary: Of 50 people 12 slept.\n"
    write(content / "conditions" / "knee.yaml", f"name: Knee pain\nstudies:\n- {study}")
    rules = {problem["rule"] for problem in listed(content)}
    assert "number_not_in_abstract" not in rules
    KeptAbstracts().keep({"doi:10.5555/knee": "Of 40 people 12 slept."})
    (problem,) = (problem for problem in listed(content) if problem["rule"] not in rules)
    assert (problem["rule"], problem["field"], problem["study"]) == ("number_not_in_abstract", "summary", 1)
    assert (problem["words"], problem["line"]) == ("50", 6)


def test_a_day_that_is_none(content: Path) -> None:
    result = run("check", content, "--on", "tomorrow")
    assert result.returncode == 2
    assert "tomorrow is no day such as 2026-11-22" in result.stderr


def test_the_order_is_the_same_each_time(content: Path) -> None:
    for name in ("arm", "leg", "hip", "toe", "ear", "eye", "jaw", "rib", "gut"):
        write(content / "conditions" / f"{name}.yaml", KNEE)
    first = run("check", content).stdout
    write(content / "conditions" / "arm.yaml", KNEE + "# another\n")
    assert run("check", content).stdout == first == run("check", content, XDG_DATA_HOME=str(content.parent)).stdout


def test_letters_that_a_console_lacks_are_none_in_what_programs_read(content: Path) -> None:
    write(content / "conditions" / "knee.yaml", "name: x\nstatus: “頭痛”\n")
    result = run("check", content, "--format", "json", PYTHONIOENCODING="ascii")
    assert "“頭痛”" in json.loads(result.stdout)[0]["message"]


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C of a terminal")
def test_ctrl_c_stops_it_with_one_sentence(content: Path) -> None:
    for number in range(300):
        write(content / "conditions" / f"page-{number}.yaml", KNEE)
    command = [sys.executable, "-c", SAYS_WHEN_IT_WAITS, "check", str(content)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read() == "This was stopped.\n"
        assert process.stdout.read() == ""

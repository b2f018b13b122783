"""LibreOffice Writer, for real: opens a document, and copies all of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.keyboard import xdotool

PROGRAMS = ("soffice", "xdotool")
NAME = "words to copy.fodt"
DOCUMENT = """\
<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
 <office:automatic-styles>
  <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
  <text:list-style style:name="L">
   <text:list-level-style-bullet text:level="1" text:bullet-char="&#8226;"/>
  </text:list-style>
 </office:automatic-styles>
 <office:body><office:text>
  <text:p>Most people <text:span text:style-name="B">feel better</text:span> within
   <text:span text:style-name="I">six weeks</text:span>; see
   <text:a xlink:type="simple" xlink:href="https://clinic.example/book">our booking page</text:a>.</text:p>
  <text:list text:style-name="L">
   <text:list-item><text:p>Rest the <text:span text:style-name="B">knee</text:span></text:p></text:list-item>
   <text:list-item><text:p>Walk daily</text:p></text:list-item>
  </text:list>
 </office:text></office:body>
</office:document>
"""


def missing() -> str:
    """Which program is not installed here that is needed to copy from Writer; "" if all are."""
    return next((program for program in PROGRAMS if shutil.which(program) is None), "")


@contextmanager
def all_is_copied(folder: Path) -> Iterator[None]:
    """While this lasts, the clipboard has the document; `folder` is for what Writer keeps."""
    (folder / NAME).write_text(DOCUMENT, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--norestore", "--nologo", "--nofirststartwizard", "--writer", profile, NAME]
    with subprocess.Popen(command, cwd=folder, start_new_session=True) as writer:
        try:
            window = xdotool("search", "--sync", "--onlyvisible", "--name", f"^{NAME}").splitlines()[0]
            xdotool("windowfocus", "--sync", window)
            xdotool("key", "ctrl+a", "ctrl+c")
            yield
        finally:
            os.killpg(writer.pid, signal.SIGKILL)  # what soffice has started as well

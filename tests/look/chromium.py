"""A real Chromium without a window, told what to do over its DevTools pipe: JSON, each message ended by a NUL.

The browser reads from its file descriptor 3 and writes to 4; both are one end of a socket, whose time limit is ours.
"""

from __future__ import annotations

import base64
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

LONGEST_ANSWER_SECONDS = 60
ENOUGH_FOR_A_PAGE = 16_000
"""Pixels: in a window as high as this all of a page is in sight, and so laid out (`content-visibility: auto`)."""

_PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"

_PUT_PIPE_IN_PLACE = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.dup2(int(sys.argv[1]), 4)
os.execv(sys.argv[2], sys.argv[2:])
"""
_OPTIONS = (
    "--headless",
    "--no-sandbox",  # which cannot start for root and in some containers; it opens nothing but what tests wrote
    "--remote-debugging-pipe",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


class BrowserError(Exception):
    """The browser refused what it was told, or ended: its own words."""


class Chromium:
    """A browser with a profile of its own, which ends with the `with` block."""

    def __init__(self, program: str, profile: Path) -> None:
        self._log = (profile / "chromium.log").open("w+b")
        self._pipe, theirs = socket.socketpair()
        self._pipe.settimeout(LONGEST_ANSWER_SECONDS)
        self._unread = b""
        self._last_number = 0
        self._tabs: dict[str, Tab] = {}
        launcher = [sys.executable, "-c", _PUT_PIPE_IN_PLACE, str(theirs.fileno())]
        command = [*launcher, program, *_OPTIONS, f"--user-data-dir={profile}", "about:blank"]
        with theirs:
            self._process = subprocess.Popen(
                command,
                pass_fds=[theirs.fileno()],
                env={**os.environ, "HOME": str(profile)},
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.close()  # at which the browser ends
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def new_tab(self) -> Tab:
        """An empty tab, from which no address of the network can be reached."""
        target = self.tell("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = self.tell("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self._tabs[session] = Tab(self, session)
        return self._tabs[session]

    def tell(self, method: str, parameters: Mapping[str, Any], session: str | None = None) -> dict[str, Any]:
        """Send a command of the DevTools protocol and wait for its answer. Raises BrowserError, or TimeoutError."""
        self._last_number += 1
        number = self._last_number
        message = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        with suppress(BrokenPipeError):  # `read` tells why
            self._pipe.sendall(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result

    def read(self) -> dict[str, Any]:
        """The next message; an event is noted by its tab as well."""
        while b"\0" not in self._unread:
            try:
                received = self._pipe.recv(1 << 20)
            except ConnectionResetError:
                received = b""
            if not received:
                self._log.seek(0)
                raise BrowserError("Chromium ended. It said:\n" + self._log.read().decode(errors="replace"))
            self._unread += received
        text, _, self._unread = self._unread.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        tab = self._tabs.get(message.get("sessionId", ""))
        if tab is not None and "method" in message:
            tab.note(message["method"], message["params"])
        return message


class Tab:
    """One page at a time, and what it asked for and complained of since it was opened."""

    def __init__(self, browser: Chromium, session: str) -> None:
        self._browser = browser
        self._session = session
        self._loaded = False
        self.requests: list[str] = []
        self.complaints: list[str] = []
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.tell(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.tell("Page.close")

    def tell(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send this tab a command of the DevTools protocol; its answer."""
        return self._browser.tell(method, parameters, self._session)

    def open(self, page: Path) -> None:
        """Load a file, with all that it asks for."""
        self._loaded = False
        self.requests, self.complaints = [], []
        answer = self.tell("Page.navigate", url=page.as_uri())
        if "errorText" in answer:
            raise BrowserError(f"{page}: {answer['errorText']}")
        while not self._loaded:
            self._browser.read()
        self.wait_until_painted()

    def show(self, width: int, *, height: int = ENOUGH_FOR_A_PAGE, **preferences: str) -> None:
        """Lay the page out anew, `width` CSS pixels wide, for somebody with these preferences.

        They are media features with underscores: `prefers_color_scheme="dark"`.
        """
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in preferences.items()]
        self.tell("Emulation.setEmulatedMedia", media="screen", features=features)
        self.wait_until_painted()

    def wait_until_painted(self) -> None:
        """Until then what has come into sight (`content-visibility: auto`) has no layout that a check could look at."""
        self.evaluate(_PAINTED)

    def evaluate(self, script: str) -> Any:
        """The value of a JavaScript expression, awaited where it is a promise. Raises BrowserError."""
        answer = self.tell("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserError(json.dumps(answer["exceptionDetails"])[:2000])
        return answer["result"].get("value")

    def print_to_pdf(self) -> bytes:
        """The page on A4, in its print style."""
        self.tell("Emulation.setEmulatedMedia", media="", features=[])
        inches = {"paperWidth": 210 / 25.4, "paperHeight": 297 / 25.4}
        return base64.b64decode(self.tell("Page.printToPDF", preferCSSPageSize=True, **inches)["data"])

    def note(self, event: str, details: dict[str, Any]) -> None:
        """Remember what an event tells about the page."""
        match event:
            case "Page.loadEventFired":
                self._loaded = True
            case "Network.requestWillBeSent":
                self.requests.append(details["request"]["url"])
            case "Network.loadingFailed":
                self.complaints.append(f"a request failed: {details['errorText']}")
            case "Runtime.consoleAPICalled":
                self.complaints.append(f"console: {details['type']}: {details['args']}")
            case "Runtime.exceptionThrown":
                self.complaints.append(f"script: {details['exceptionDetails']['text']}")
            case "Log.entryAdded":
                self.complaints.append(f"{details['entry']['level']}: {details['entry']['text']}")

"""A server on this computer that answers as Crossref and NCBI do, or as badly as a network can."""

from __future__ import annotations

import importlib
import json
import os
import re
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from editor.references.looking_up import Catalogue, Patience, Services
from editor.storage.kept_answers import KeptAnswers

QUICK = Patience(connecting=5, whole=20, pause=0.01, longest_pause=0.5)
"""As in the program, only that nobody waits for a service that is busy."""
PATIENT = 20_000
"""Milliseconds that a test waits for what comes over the network, on a machine with much else to do."""

_ARTICLE = re.compile(rb"<Pubmed(Book)?Article>.*?</Pubmed(Book)?Article>", re.DOTALL)
_WORD = re.compile(r"\w{4,}")
_PMID = re.compile(rb"<PMID[^>]*>([0-9]+)</PMID>")
_NO_ARTICLES = b'<?xml version="1.0" ?>\n<PubmedArticleSet>%s</PubmedArticleSet>'


@dataclass(frozen=True)
class Reply:
    """What the server says: `is_slow` begins only when the service is released, `missing` bytes never come; one that
    `hangs_up` says nothing.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    is_slow: bool = False
    missing: int = 0
    hangs_up: bool = False


@dataclass(frozen=True)
class Asked:
    """One question that came in."""

    address: str
    headers: dict[str, str]


class Service:
    """Both services at one address; it knows the papers that it is given, and does what it is told for others."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.works: dict[str, dict[str, object]] = {}
        self.articles: dict[str, bytes] = {}
        self.numbers: dict[str, list[str]] = {}
        """PubMed numbers by DOI or by number of PubMed Central."""
        self.pages: dict[str, Reply] = {}
        """Said at these addresses."""
        self.replies: list[Reply] = []
        """Said before anything else, one for each question."""
        self.always: Reply | None = None
        """Said whenever `replies` are used up, in place of what is known."""
        self.was_asked = threading.Event()
        self.released = threading.Event()
        self.address = ""

    def catalogue(self, folder: Path | None = None, patience: Patience = QUICK) -> Catalogue:
        """A catalogue that asks here."""
        return Catalogue(Services(self.address, f"{self.address}/eutils"), KeptAnswers(folder), patience)

    def take_works(self, answer: bytes) -> None:
        """Know the works in an answer of Crossref's."""
        message = json.loads(answer)["message"]
        for work in message.get("items", [message]):
            if "DOI" in work:
                self.works[work["DOI"].casefold()] = work

    def take_kit(self, kit: Path) -> None:
        """Know all that was recorded."""
        for path in sorted((kit / "crossref").glob("cr_works*.json")):
            self.take_works(path.read_bytes())
        with zipfile.ZipFile(kit / "crossref" / "lists.zip") as lists:
            for name in lists.namelist():
                self.take_works(lists.read(name))
        for path in sorted((kit / "pubmed").glob("*.xml")):
            self.take_articles(path.read_bytes())

    def take_articles(self, answer: bytes) -> None:
        """Know the articles in an answer of PubMed's."""
        for article in _ARTICLE.finditer(answer):
            number = _PMID.search(article[0])
            if number:
                self.articles[number[1].decode()] = article[0]

    def reply(self, address: str) -> Reply:
        """What to say to a question."""
        if address in self.pages:
            return self.pages[address]
        if self.replies:
            return self.replies.pop(0)
        if self.always is not None:
            return self.always
        parts = urlsplit(address)
        values = {key: value[0] for key, value in parse_qs(parts.query).items()}
        tool = parts.path.rpartition("/")[2]
        if parts.path.startswith("/works/"):
            return self._work(unquote(parts.path.removeprefix("/works/")))
        if parts.path == "/works":
            return self._search(values["query.bibliographic"], int(values["rows"]))
        return self._entrez(tool, values)

    def _entrez(self, tool: str, values: dict[str, str]) -> Reply:
        if tool == "efetch.fcgi":
            return _xml(_NO_ARTICLES % self.articles.get(values["id"], b""))
        if tool == "esearch.fcgi":
            doi = values["term"].removesuffix("[aid]").strip('"')
            return _json({"esearchresult": {"idlist": self.numbers.get(doi, [])}})
        links = self.numbers.get(f"PMC{values['id']}", [])
        linked = [{"linkname": values["linkname"], "links": links}] if links else []
        return _json({"linksets": [{"linksetdbs": linked}]})

    def _work(self, doi: str) -> Reply:
        work = self.works.get(doi.casefold())
        if work is None:
            return Reply(b"Resource not found.", 404, {"Content-Type": "text/plain"})
        return _json({"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": work})

    def _search(self, citation: str, rows: int) -> Reply:
        words = set(_WORD.findall(citation.casefold()))
        found = [work for work in self.works.values() if words & set(_WORD.findall(str(work["title"]).casefold()))]
        message = {"total-results": len(found), "items": found[:rows]}
        return _json({"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": message})


@contextmanager
def serving() -> Iterator[Service]:
    """A service that answers, until the end."""
    for late in ("editor.references.looking_up.fetching", "editor.references.reading"):
        importlib.import_module(late)  # now, and not while a test waits
    service = Service()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, service)) as server:
        service.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield service
        finally:
            service.released.set()
            server.shutdown()
            thread.join()


@pytest.fixture
def paper_service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A server on this computer in place of Crossref and PubMed, asked without a proxy."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    with serving() as service:
        yield service


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, service: Service, *args: object) -> None:
        self._service = service
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._service.asked.append(Asked(self.path, dict(self.headers)))
        reply = self._service.reply(self.path)
        self._service.was_asked.set()
        if reply.is_slow:
            self._service.released.wait(30)
        self.close_connection = True
        if reply.hangs_up:
            return
        try:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) + reply.missing))
            self.end_headers()
            self.wfile.write(reply.body)
        except OSError:
            pass  # whoever asked has gone

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _json(said: object) -> Reply:
    return Reply(json.dumps(said).encode(), headers={"Content-Type": "application/json"})


def _xml(body: bytes) -> Reply:
    return Reply(body, headers={"Content-Type": "text/xml; charset=UTF-8"})

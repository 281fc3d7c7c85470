"""A Hub on loopback, for tests: lists models, serves their files, and misbehaves on request."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

COMMIT = "c0ffee" * 6 + "c0ff"


@dataclass
class Hub:
    """What the server holds and how it behaves.

    Attributes:
        models: ``org/name`` to file name to content.
        cards: ``org/name`` to more fields of its listing.
        listed: by file, what the listing says instead of the truth (``size``, ``sha256``).
        break_after: by file, how many bytes each of the next answers gives before the connection is cut.
        answers: by start of a path, statuses to answer with, in turn, instead of the content.
        headers: of those answers.
        sent: by file, what is sent instead of its content.
        ignores_ranges: whether it always answers with the whole file.
        redirects: whether files lie behind a redirect to another host name.
        unsized: whether it says nothing of the length of a file.
        lengths: by file, what its answer says of its length instead of the truth.
        wait: set to let an answer go on that waits at its gate.
        gate: by file, the place in it before which it waits for ``wait``.
        listing: what it answers instead of a listing.
        seen: the requests: path, ``Range``, ``Authorization``, ``Host``.
    """

    models: dict[str, dict[str, bytes]] = field(default_factory=dict)
    cards: dict[str, dict[str, Any]] = field(default_factory=dict)
    listed: dict[str, dict[str, Any]] = field(default_factory=dict)
    break_after: dict[str, list[int]] = field(default_factory=dict)
    answers: dict[str, list[int]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    sent: dict[str, bytes] = field(default_factory=dict)
    ignores_ranges: bool = False
    redirects: bool = False
    unsized: bool = False
    lengths: dict[str, str] = field(default_factory=dict)
    wait: threading.Event = field(default_factory=threading.Event)
    gate: dict[str, int] = field(default_factory=dict)
    listing: bytes | None = None
    seen: list[tuple[str, str, str, str]] = field(default_factory=list)
    url: str = ""

    def paths(self) -> list[str]:
        return [path for path, *_ in self.seen]


def _listing(hub: Hub, repo: str) -> dict[str, Any]:
    siblings = []
    for name, content in hub.models[repo].items():
        item: dict[str, Any] = {
            "rfilename": name,
            "size": len(content),
            "blobId": hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest(),
        }
        if name.endswith((".safetensors", ".bin", ".pth", ".ckpt", ".pt")):
            item["lfs"] = {
                "sha256": hashlib.sha256(content).hexdigest(),
                "size": len(content),
                "pointerSize": 135,
            }
        for key, value in hub.listed.get(name, {}).items():
            (item["lfs"] if key in item.get("lfs", {}) else item)[key] = value
        siblings.append(item)
    return {"id": repo, "sha": COMMIT, "gated": False, "siblings": siblings, **hub.cards.get(repo, {})}


def _handler(hub: Hub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            heads = (self.headers.get(name, "") for name in ("Range", "Authorization", "Host"))
            hub.seen.append((path, *heads))
            for start, statuses in hub.answers.items():
                if path.startswith(start) and statuses and (status := statuses.pop(0)) != 200:
                    return self._answer(status, b"no", hub.headers)
            if path.startswith("/api/models/"):
                repo = path.removeprefix("/api/models/").removesuffix("/revision/main")
                if repo not in hub.models:
                    return self._answer(401, b"{}", {})
                body = json.dumps(_listing(hub, repo)).encode() if hub.listing is None else hub.listing
                return self._answer(200, body, {"Content-Type": "application/json"})
            repo, _, rest = path.removeprefix("/").partition("/resolve/")
            stored, repo = repo.startswith("stored/"), repo.removeprefix("stored/")
            name = rest.partition("/")[2]
            content = hub.sent.get(name, hub.models.get(repo, {}).get(name))
            if content is None:
                return self._answer(404, b"", {})
            if hub.redirects and not stored:
                elsewhere = hub.url.replace("127.0.0.1", "localhost")
                return self._answer(302, b"", {"Location": f"{elsewhere}/stored{self.path}"})
            return self._file(name, content)

        def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            self.send_response(status)
            for key, value in headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _file(self, name: str, content: bytes) -> None:
            asked, start = self.headers.get("Range", ""), 0
            if asked and not hub.ignores_ranges:
                start = int(asked.removeprefix("bytes=").partition("-")[0])
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
            if hub.unsized:
                self.send_header("Connection", "close")
            else:
                self.send_header("Content-Length", hub.lengths.get(name, str(len(content) - start)))
            self.end_headers()
            body = content[start:]
            breaks = hub.break_after.get(name, [])
            limit = breaks.pop(0) if breaks else len(body)
            gate = min(max(hub.gate.get(name, len(content)) - start, 0), limit)
            try:
                self.wfile.write(body[:gate])
                self.wfile.flush()
                if name in hub.gate:
                    hub.wait.wait(10)
                self.wfile.write(body[gate:limit])
            except OSError:
                pass
            self.close_connection = True

    return Handler


@contextmanager
def loopback(monkeypatch: pytest.MonkeyPatch, cache: Path) -> Iterator[Hub]:
    """A running server that the Hub's constants point at, with an empty cache and no token."""
    from huggingface_hub import constants

    hub = Hub()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(hub))
    server.daemon_threads = True
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    monkeypatch.setattr(constants, "ENDPOINT", hub.url)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(cache))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(cache / "no-token"))
    for name in ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    try:
        yield hub
    finally:
        hub.wait.set()
        server.shutdown()
        server.server_close()
        thread.join(5)

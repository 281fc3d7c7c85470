"""A Hub that lies: whatever it says becomes one sentence, or text that no terminal and no window takes for more than text."""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hub_lies import HUGE, LICENCES, LISTINGS, NAME, entry, listing
from hub_server import Hub, loopback

from vaelab.cli.parser import main
from vaelab.text import size_words
from vaelab.vae.hub.http import HubError
from vaelab.vae.hub.offer import look_up

WEIGHTS = b"w" * 3000
FAILED = 2


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    with loopback(monkeypatch, tmp_path / "hub") as running:
        running.models["org/name"] = {"config.json": b"{}", NAME: WEIGHTS}
        yield running


def said_one_sentence(said: str) -> str:
    """The last line, which is all that went wrong; nothing in all lines is more than text."""
    assert "Traceback" not in said
    for line in said.splitlines():
        assert line.isprintable(), line.encode("unicode_escape")
    return said.splitlines()[-1]


@pytest.mark.parametrize("case", LISTINGS)
def test_a_lie_in_the_listing_is_one_sentence_of_the_command(
    case: str, hub: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    hub.listing = LISTINGS[case]
    assert main(["fetch", "org/name", "--yes"]) == FAILED
    last = said_one_sentence(capsys.readouterr().err)
    assert len(last) < 600
    assert last.endswith(".")


@pytest.mark.parametrize(
    "size", [HUGE, 10**30, -1, "5", 2**60], ids=["4000 digits", "30 digits", "-1", "text", "2**60"]
)
def test_a_size_that_no_file_has_is_named(size: object, hub: Hub) -> None:
    hub.listing = listing(entry(NAME, size=size))
    with pytest.raises(HubError, match=f"it says that {NAME} has an impossible size"):
        look_up("org/name")


@pytest.mark.parametrize("case", LICENCES)
def test_a_licence_is_plain_words_or_unknown(case: str, hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    fields, expected = LICENCES[case]
    hub.cards["org/name"] = fields
    assert look_up("org/name").licence == expected
    assert main(["fetch", "org/name", "--yes"]) == 0
    said = capsys.readouterr().err
    said_one_sentence(said)
    assert f"licence  {expected}" in said


def test_descriptions_and_fields_that_nobody_asked_for_are_not_shown(
    hub: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    hub.cards["org/name"] = {
        "description": "\x1b[2J\x9b2J",
        "author": "\ud800",
        "cardData": {"\x9b": "\x1b]0;title\x07", "license": "mit"},
        "gated": {"\x9b": []},
    }
    assert main(["fetch", "org/name", "--yes"]) == 0
    said = capsys.readouterr().err
    said_one_sentence(said)
    assert "title" not in said


@contextmanager
def answering(hub: Hub, monkeypatch: pytest.MonkeyPatch, answer: bytes) -> Iterator[None]:
    """A server that says these very bytes, whatever it is asked."""
    from huggingface_hub import constants

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(10)

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    connection.settimeout(10)
                    try:
                        connection.recv(65536)
                        connection.sendall(answer)
                    except OSError:
                        pass

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        monkeypatch.setattr(constants, "ENDPOINT", f"http://127.0.0.1:{listener.getsockname()[1]}")
        try:
            yield
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(10)
    assert not thread.is_alive()


ANSWERS: dict[str, bytes] = {
    "reason with escapes": b"HTTP/1.1 418 \x1b[2J\x9b2J\r\nContent-Length: 0\r\n\r\n",
    "no status line but escapes": b"\x1b[2J\x9b2J nonsense\r\n\r\n",
    "status of many digits": b"HTTP/1.1 " + b"9" * 5000 + b" x\r\n\r\n",
    "length of many digits": b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n{}",
    "wait of many digits": b"HTTP/1.1 503 x\r\nRetry-After: " + b"9" * 5000 + b"\r\nContent-Length: 0\r\n\r\n",
    "code with escapes": b"HTTP/1.1 404 x\r\nX-Error-Code: \x9b2J\r\nContent-Length: 0\r\n\r\n",
    "a header without end": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000 + b"\r\n\r\n",
    "redirect to no host": b"HTTP/1.1 302 x\r\nLocation: http://[::x\r\nContent-Length: 0\r\n\r\n",
    "redirect to a port that is none": b"HTTP/1.1 302 x\r\nLocation: http://127.0.0.1:99999/\r\nContent-Length: 0\r\n\r\n",
    "redirect to a port of letters": b"HTTP/1.1 302 x\r\nLocation: http://127.0.0.1:\x9b/\r\nContent-Length: 0\r\n\r\n",
    "redirect to a label too long": b"HTTP/1.1 302 x\r\nLocation: http://" + b"a" * 70 + b".x/\r\nContent-Length: 0\r\n\r\n",
    "redirect to letters outside ASCII": b"HTTP/1.1 302 x\r\nLocation: http://\xe9\x9b.x/\r\nContent-Length: 0\r\n\r\n",
    "redirect with a control": b"HTTP/1.1 302 x\r\nLocation: /\x01\x7f\x9b\r\nContent-Length: 0\r\n\r\n",
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERS)
def test_a_lie_in_http_is_one_sentence(
    case: str, hub: Hub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with answering(hub, monkeypatch, ANSWERS[case]):
        assert main(["fetch", "org/name", "--yes"]) == FAILED
    last = said_one_sentence(capsys.readouterr().err)
    assert len(last) < 600


def test_a_file_whose_length_has_many_digits_is_not_taken(
    hub: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    hub.lengths[NAME] = "9" * 5000
    assert main(["fetch", "org/name", "--yes"]) == FAILED
    last = said_one_sentence(capsys.readouterr().err)
    assert "where it listed 3000" in last
    assert len(last) < 600


def test_sizes_beyond_what_a_float_holds_have_words() -> None:
    assert size_words(HUGE).endswith(" GB")
    assert len(size_words(HUGE)) < 40


def test_a_good_server_still_serves(hub: Hub) -> None:
    """The lies above are refused for what they are, not because nothing passes."""
    offer = look_up("org/name")
    assert [file.size for file in offer.files] == [2, len(WEIGHTS)]
    assert offer.files[1].etag == hashlib.sha256(WEIGHTS).hexdigest()
    assert main(["fetch", "org/name", "--yes"]) == 0

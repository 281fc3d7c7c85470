"""Fetching from the Hub: what arrives, what is refused, and that nothing half-fetched is ever taken as whole."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_server import COMMIT, Hub, loopback

from vaelab.errors import Stopped, VAEError
from vaelab.vae.hub.download import Progress, download
from vaelab.vae.hub.http import HubError
from vaelab.vae.hub.ids import cached_path, is_cached
from vaelab.vae.hub.offer import HubOffer, look_up

WEIGHTS = os.urandom(700_000)
CONFIG = b'{"_class_name": "AutoencoderKL"}'
NAME = "diffusion_pytorch_model.safetensors"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    with loopback(monkeypatch, tmp_path / "hub") as running:
        running.models["org/name"] = {
            "README.md": b"card",
            "config.json": CONFIG,
            NAME: WEIGHTS,
            "diffusion_pytorch_model.bin": b"x" * 10,
        }
        running.cards["org/name"] = {"cardData": {"license": "mit"}}
        yield running


def fetch(offer: HubOffer, **options: object) -> list[Progress]:
    return list(download(offer, pause=0.01, timeout=2, **options))  # type: ignore[arg-type]


def partials(tmp_path: Path) -> list[Path]:
    return list(tmp_path.rglob("*.incomplete"))


def test_an_offer_says_what_would_be_fetched_before_it_is(hub: Hub, tmp_path: Path) -> None:
    offer = look_up("org/name")
    assert [(file.name, file.size) for file in offer.files] == [
        ("config.json", len(CONFIG)),
        (NAME, len(WEIGHTS)),
    ]
    assert (offer.licence, offer.gated, offer.commit) == ("mit", False, COMMIT)
    assert offer.size == len(WEIGHTS) + len(CONFIG)
    assert not offer.cached
    assert hub.paths() == ["/api/models/org/name/revision/main"]
    assert not (tmp_path / "hub").exists()


def test_a_fetched_model_lies_where_the_hub_library_finds_it(hub: Hub, tmp_path: Path) -> None:
    from huggingface_hub import try_to_load_from_cache

    steps = fetch(look_up("org/name"))
    assert steps[-1].done == steps[-1].total == len(WEIGHTS) + len(CONFIG)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    place = cached_path("org/name")
    assert (place / NAME).read_bytes() == WEIGHTS
    found = try_to_load_from_cache("org/name", NAME)
    assert isinstance(found, str)
    assert Path(found).samefile(place / NAME)
    assert (tmp_path / "hub" / "models--org--name" / "refs" / "main").read_text() == COMMIT
    if (place / NAME).is_symlink():
        assert (place / NAME).resolve().name == hashlib.sha256(WEIGHTS).hexdigest()
    assert not partials(tmp_path)
    # One request for the listing and one a file, no other.
    assert len(hub.seen) == 3


def test_what_is_here_is_not_fetched_again(hub: Hub) -> None:
    fetch(look_up("org/name"))
    hub.seen.clear()
    offer = look_up("org/name")
    assert offer.cached
    fetch(offer)
    assert hub.paths() == ["/api/models/org/name/revision/main"]


@pytest.mark.parametrize("spelling", ["org/name:vae", "org/name"])
def test_the_vae_of_a_pipeline_is_fetched_alone(hub: Hub, spelling: str) -> None:
    hub.models["org/name"] = {
        "model_index.json": b"{}",
        "unet/config.json": b"{}",
        f"unet/{NAME}": b"u" * 100,
        "vae/config.json": CONFIG,
        "vae/diffusion_pytorch_model.fp16.safetensors": b"half",
        f"vae/{NAME}": WEIGHTS,
    }
    offer = look_up(spelling)
    assert [file.name for file in offer.files] == ["vae/config.json", f"vae/{NAME}"]
    fetch(offer)
    assert (cached_path(spelling) / NAME).read_bytes() == WEIGHTS


def test_a_single_file_and_the_other_half_of_a_pair(hub: Hub) -> None:
    hub.models["org/name"] = {"a_decoder.pth": b"d" * 50, "a_encoder.pth": b"e" * 40, "b.safetensors": b"b"}
    fetch(look_up("org/name:a_encoder.pth"))
    path = cached_path("org/name:a_encoder.pth")
    assert path.read_bytes() == b"e" * 40
    assert path.with_name("a_decoder.pth").read_bytes() == b"d" * 50
    assert not is_cached("org/name:b.safetensors")


def test_a_page_address_is_understood(hub: Hub) -> None:
    hub.models["org/name"] |= {"vae/x.safetensors": b"x", "Pad EQ (b2).safetensors": b"y"}
    assert str(look_up(f"{hub.url}/org/name/blob/main/Pad%20EQ%20(b2).safetensors?x=1").name) == (
        "org/name:Pad EQ (b2).safetensors"
    )
    fetch(look_up("org/name:Pad EQ (b2).safetensors"))
    assert cached_path("org/name:Pad EQ (b2).safetensors").read_bytes() == b"y"
    assert (
        str(look_up(f"{hub.url}/org/name/blob/main/vae/x.safetensors").name) == "org/name:vae/x.safetensors"
    )
    assert str(look_up("org/name/vae/x.safetensors").name) == "org/name:vae/x.safetensors"


def test_a_broken_transfer_goes_on_where_it_broke(hub: Hub) -> None:
    hub.break_after[NAME] = [200_000, 100_000]
    steps = fetch(look_up("org/name"))
    assert [step.stage for step in steps].count("waiting") == 2
    assert [asked for path, asked, *_ in hub.seen if path.endswith(NAME)] == [
        "",
        "bytes=200000-",
        "bytes=300000-",
    ]
    assert (cached_path("org/name") / NAME).read_bytes() == WEIGHTS


def test_a_transfer_that_stays_broken_is_kept_for_the_next_call(hub: Hub, tmp_path: Path) -> None:
    hub.break_after[NAME] = [300_000, 0, 0, 0, 0]
    with pytest.raises(HubError, match="ended after 300000 of 700000 bytes.* what has arrived is kept"):
        fetch(look_up("org/name"))
    assert [path.stat().st_size for path in partials(tmp_path)] == [300_000]
    assert not is_cached("org/name")
    hub.seen.clear()
    steps = fetch(look_up("org/name"))
    assert [asked for path, asked, *_ in hub.seen if path.endswith(NAME)] == ["bytes=300000-"]
    assert steps[0].done == 300_000
    assert (cached_path("org/name") / NAME).read_bytes() == WEIGHTS


def test_a_server_that_knows_no_ranges_starts_anew(hub: Hub) -> None:
    hub.ignores_ranges = True
    hub.break_after[NAME] = [200_000]
    fetch(look_up("org/name"))
    assert (cached_path("org/name") / NAME).read_bytes() == WEIGHTS


def test_a_partial_file_that_holds_something_else_is_fetched_as_a_whole(hub: Hub, tmp_path: Path) -> None:
    blobs = tmp_path / "hub" / "models--org--name" / "blobs"
    blobs.mkdir(parents=True)
    for size in (1000, len(WEIGHTS), len(WEIGHTS) + 5):
        (blobs / f"{hashlib.sha256(WEIGHTS).hexdigest()}.incomplete").write_bytes(b"?" * size)
        fetch(look_up("org/name"))
        assert (cached_path("org/name") / NAME).read_bytes() == WEIGHTS
        (cached_path("org/name") / NAME).unlink()
        (blobs / hashlib.sha256(WEIGHTS).hexdigest()).unlink(missing_ok=True)


def test_a_wrong_checksum_is_refused_and_leaves_nothing(hub: Hub, tmp_path: Path) -> None:
    hub.sent[NAME] = bytes(len(WEIGHTS))
    with pytest.raises(HubError, match="arrived damaged.*checksum"):
        fetch(look_up("org/name"))
    assert not partials(tmp_path)
    assert not is_cached("org/name")
    assert not list((tmp_path / "hub").rglob(NAME))


def test_a_small_file_is_checked_too(hub: Hub) -> None:
    hub.sent["config.json"] = CONFIG.replace(b"KL", b"XX")
    with pytest.raises(HubError, match=r"config\.json.*arrived damaged"):
        fetch(look_up("org/name"))
    assert not is_cached("org/name")


@pytest.mark.parametrize("extra", [-5, 5])
def test_another_size_than_listed_is_refused_before_it_is_fetched(
    hub: Hub, tmp_path: Path, extra: int
) -> None:
    hub.listed[NAME] = {"size": len(WEIGHTS) + extra}
    with pytest.raises(HubError, match=f"sends 700000 bytes .* listed {len(WEIGHTS) + extra}"):
        fetch(look_up("org/name"))
    assert not partials(tmp_path)
    assert not is_cached("org/name")


def test_a_server_that_tells_no_length_is_measured(hub: Hub) -> None:
    hub.unsized = True
    hub.break_after[NAME] = [1000]
    fetch(look_up("org/name"))
    assert (cached_path("org/name") / NAME).read_bytes() == WEIGHTS


def test_a_server_that_never_stops_sending_is_left(hub: Hub) -> None:
    hub.unsized = True
    hub.sent[NAME] = WEIGHTS + b"x" * 5_000_000
    with pytest.raises(HubError, match="where it listed 700000"):
        fetch(look_up("org/name"))
    assert not is_cached("org/name")


@pytest.mark.parametrize(
    ("status", "headers", "words"),
    [
        (401, {}, "no public model org/name"),
        (401, {"X-Error-Code": "GatedRepo"}, "accepted its licence.*/org/name.*HF_TOKEN"),
        (403, {}, "accepted its licence"),
        (404, {}, "The Hub has no org/name"),
        (500, {}, "out of order.*500"),
        (503, {}, "overloaded.*503"),
        (418, {}, "refused org/name with HTTP 418"),
    ],
)
@pytest.mark.parametrize("path", ["/api/", "/org/name/resolve/"])
def test_what_a_server_refuses_is_one_sentence(
    hub: Hub, status: int, headers: dict[str, str], words: str, path: str
) -> None:
    hub.answers[path], hub.headers = [status] * 9, headers
    with pytest.raises(HubError, match=words) as caught:
        fetch(look_up("org/name"))
    assert "\n" not in str(caught.value)
    assert not is_cached("org/name")


def test_a_server_that_is_overloaded_for_a_moment_is_asked_again(hub: Hub) -> None:
    hub.answers["/org/name/resolve/"] = [503, 429]
    fetch(look_up("org/name"))
    assert is_cached("org/name")


def test_a_server_that_falls_silent_is_given_up(hub: Hub, tmp_path: Path) -> None:
    hub.gate[NAME] = 100_000
    with pytest.raises(HubError, match="did not answer for 0.05 seconds.*arrived is kept"):
        list(download(look_up("org/name"), timeout=0.05, pause=0.01))
    assert next(path.stat().st_size for path in partials(tmp_path)) >= 100_000
    assert not is_cached("org/name")


def test_no_server_at_all(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(HubError, match=r"connection to 127\.0\.0\.1:9 failed"):
        look_up("org/name")
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(HubError, match="HF_HUB_OFFLINE is set"):
        look_up("org/name")


@pytest.mark.parametrize(
    "listing", [b"<html>log in</html>", b"[]", b"{}", b'{"sha": "../../x", "siblings": []}', b"[" * 100_000]
)
def test_a_listing_that_is_none(hub: Hub, listing: bytes) -> None:
    hub.listing = listing
    with pytest.raises(VAEError, match=r"cannot be used|no weights") as caught:
        look_up("org/name")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "name", ["../../evil.safetensors", "/etc/evil.safetensors", "a\\b.safetensors", "C:x.pt"]
)
def test_a_listing_cannot_name_a_place_outside_the_cache(hub: Hub, name: str) -> None:
    hub.models["org/name"] = {name: b"evil"}
    with pytest.raises(VAEError, match="holds no weights"):
        look_up("org/name")


def test_a_file_without_checksum_is_not_fetched(hub: Hub) -> None:
    hub.listed[NAME] = {"sha256": "../../../evil"}
    with pytest.raises(HubError, match="no checksum"):
        look_up("org/name")


def test_cancel_keeps_what_has_arrived(hub: Hub, tmp_path: Path) -> None:
    hub.gate[NAME] = 300_000
    stop = threading.Event()
    steps = download(look_up("org/name"), stop, timeout=5)
    while next(steps).done <= 250_000:
        pass
    stop.set()
    hub.wait.set()
    with pytest.raises(Stopped):
        next(steps)
    assert partials(tmp_path)[0].stat().st_size > 250_000
    assert not is_cached("org/name")
    hub.seen.clear()
    fetch(look_up("org/name"))
    assert hub.seen[-1][1].startswith("bytes=")
    assert is_cached("org/name")


def test_cancel_is_heard_while_the_server_is_silent(hub: Hub) -> None:
    hub.gate[NAME] = 300_000
    stop = threading.Event()
    # Whoever waits for the server waits longer than a test may.
    steps = download(look_up("org/name"), stop, timeout=600)
    while next(steps).done < 300_000 + len(CONFIG):
        pass
    threading.Timer(0.05, stop.set).start()
    with pytest.raises(Stopped):
        next(steps)


def test_the_token_goes_to_the_hub_and_no_further(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    hub.redirects = True
    fetch(look_up("org/name"))
    assert is_cached("org/name")
    for path, _, token, host in hub.seen:
        assert token == ("" if path.startswith("/stored/") else "Bearer hf_secret"), (path, host)
    assert any(path.startswith("/stored/") for path in hub.paths())


def test_a_redirect_cannot_lead_to_a_file_of_this_computer(hub: Hub) -> None:
    hub.answers["/org/name/resolve/"], hub.headers = [302] * 9, {"Location": "file:///etc/passwd"}
    with pytest.raises(HubError, match="not safe to follow"):
        fetch(look_up("org/name"))


def test_a_full_disk_is_said_before(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    monkeypatch.setattr(shutil, "disk_usage", lambda place: shutil._ntuple_diskusage(10, 10, 0))
    with pytest.raises(VAEError, match="needs 1 MB .* make room"):
        fetch(look_up("org/name"))
    assert len(hub.seen) == 1


def test_a_cache_that_cannot_be_written_is_named(hub: Hub, tmp_path: Path) -> None:
    offer = look_up("org/name")
    (tmp_path / "hub").write_text("a file where a folder should be")
    with pytest.raises(VAEError, match="cannot be written .*HF_HOME"):
        fetch(offer)


def test_two_programs_do_not_write_one_file(hub: Hub, tmp_path: Path) -> None:
    from filelock import FileLock

    etag = hashlib.sha256(WEIGHTS).hexdigest()
    place = tmp_path / "hub" / ".locks" / "models--org--name" / f"{etag}.lock"
    place.parent.mkdir(parents=True)
    with FileLock(place), pytest.raises(VAEError, match="Another program is fetching"):
        fetch(look_up("org/name"))
    fetch(look_up("org/name"))
    assert is_cached("org/name")


def test_without_links_the_file_itself_lies_in_the_snapshot(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise OSError("a required privilege is not held by the client")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    fetch(look_up("org/name"))
    assert not (cached_path("org/name") / NAME).is_symlink()
    assert (cached_path("org/name") / NAME).read_bytes() == WEIGHTS
    assert look_up("org/name").cached

"""``vaelab fetch`` and ``vaelab vaes --known``, and that nothing else ever asks a server."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hub_server import Hub, loopback
from vae_files import random_kl

from vaelab.cli.parser import main
from vaelab.errors import VAEError
from vaelab.text import size_words
from vaelab.vae.files.source import open_source
from vaelab.vae.hub.choose_files import choose_files
from vaelab.vae.hub.ids import HubName, check_here, hub_label, is_cached, read_hub_id


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    with loopback(monkeypatch, tmp_path / "hub") as running:
        random_kl().save_pretrained(tmp_path / "made")
        running.models["org/name"] = {
            f"vae/{path.name}": path.read_bytes() for path in (tmp_path / "made").iterdir()
        }
        running.cards["org/name"] = {"tags": ["license:apache-2.0"], "gated": "auto"}
        yield running


def test_fetch_shows_what_it_is_about_to_do_and_asks(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    assert main(["fetch", "org/name"]) == 130
    said = capsys.readouterr().err
    for words in (
        "apache-2.0 (to be accepted",
        "vae/config.json",
        "safetensors",
        "to fetch",
        str(tmp_path / "hub"),
        "[y/N]",
    ):
        assert words in said
    assert "Nothing was downloaded" in said
    assert not is_cached("org/name")
    assert len(hub.seen) == 1
    monkeypatch.setattr(sys, "stdin", Terminal("yes\n"))
    assert main(["fetch", "org/name"]) == 0
    place = capsys.readouterr().out.strip()
    assert place.endswith("vae")
    assert is_cached("org/name")


def test_without_a_terminal_nobody_agreed(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert main(["fetch", "org/name"]) == 2
    assert "repeat the command with --yes" in capsys.readouterr().err
    assert not is_cached("org/name")


def test_what_was_fetched_is_described_and_run_offline(
    hub: Hub, image_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    command = [
        "run",
        str(image_folder),
        "--vae",
        "org/name",
        "--out",
        str(out),
        "--size",
        "64",
        "--limit",
        "1",
    ]
    command += ["--metrics", "psnr", "--marker", "off", "--device", "cpu"]
    assert main(command) == 2
    refusal = capsys.readouterr().err
    assert "vaelab fetch org/name" in refusal
    assert len(refusal.splitlines()) == 1
    assert not out.exists()
    assert not hub.seen

    assert main(["fetch", "org/name", "--yes"]) == 0
    hub.seen.clear()
    assert main(["inspect", "org/name", "--json"]) == 0
    capsys.readouterr()
    assert main(command) == 0
    assert not hub.seen
    assert json.loads((out / "summary.json").read_text())["vaes"]["name"]["images_ok"] == 1


def test_fetch_takes_a_name_of_the_list(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    hub.models["stabilityai/sdxl-vae"] = {"config.json": b"{}", "diffusion_pytorch_model.safetensors": b"w"}
    assert main(["fetch", "sdxl-vae", "--yes"]) == 0
    assert is_cached("stabilityai/sdxl-vae")
    assert main(["fetch", "no-such-vae", "--yes"]) == 2
    assert "vaelab vaes --known" in capsys.readouterr().err


def test_the_list_of_known_vaes_is_searched(hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vaes", "--known", "sdxl", "fp16-fix", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["known"]
    assert next(vae["hub_id"] for vae in found) == "madebyollin/sdxl-vae-fp16-fix"
    assert not any(vae["cached"] for vae in found)
    assert main(["vaes", "--known"]) == 0
    assert "madebyollin/taesd" in capsys.readouterr().out
    assert not hub.seen


NAMES = "diffusion_pytorch_model"
LAYOUTS = {
    "safetensors before bin": ({f"{NAMES}.bin", f"{NAMES}.safetensors", "config.json"}, {f"{NAMES}.safetensors", "config.json"}),
    "bin alone": ({f"{NAMES}.bin", "config.json", "README.md"}, {f"{NAMES}.bin", "config.json"}),
    "the whole before the half": (
        {f"{NAMES}.fp16.safetensors", f"{NAMES}.safetensors", "config.json"},
        {f"{NAMES}.safetensors", "config.json"},
    ),
    "half alone": ({f"{NAMES}.fp16.safetensors", "config.json"}, {f"{NAMES}.fp16.safetensors", "config.json"}),
    "a single file": ({"sdxl_vae.safetensors", "README.md"}, {"sdxl_vae.safetensors"}),
    "a pair": ({"t_encoder.pth", "t_decoder.pth", "x.md"}, {"t_encoder.pth", "t_decoder.pth"}),
}  # fmt: skip


@pytest.mark.parametrize("case", LAYOUTS)
@pytest.mark.parametrize("folder", ["", "vae/"])
def test_the_files_that_are_chosen_are_those_that_are_read(tmp_path: Path, case: str, folder: str) -> None:
    there, wanted = LAYOUTS[case]
    chosen = choose_files({folder + name for name in there} | {"unet/model.safetensors"}, HubName("o/n"))
    assert set(chosen) == {folder + name for name in wanted}
    if case == "a pair":
        return
    from safetensors.numpy import save_file

    (tmp_path / folder).mkdir(exist_ok=True)
    for name in there:
        if name == "config.json":
            (tmp_path / folder / name).write_text("{}")
        else:
            # Whatever it is called: the bytes decide.
            save_file({"x": np.zeros(1)}, tmp_path / folder / name)
    (tmp_path / folder / "README.md").unlink(missing_ok=True)
    read = {folder + path.name for path in open_source(tmp_path / folder).files}
    assert read == {name for name in chosen if not name.endswith(".json")}


def test_shards_and_their_index() -> None:
    names = {"config.json", f"{NAMES}.safetensors.index.json"}
    names |= {f"{NAMES}-0000{i}-of-00002.safetensors" for i in (1, 2)}
    assert set(choose_files(names | {"other-00001-of-00002.safetensors"}, HubName("o/n"))) == names


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("", "does not say which of its files is a VAE: name one, for example o/n:sub/vae_a.safetensors"),
        ("nowhere", "has no folder nowhere"),
        ("x.safetensors", "has no file x.safetensors"),
    ],
)
def test_what_is_not_clear_is_asked_back(place: str, words: str) -> None:
    names = {"b.ckpt", "c.ckpt", "sub/vae_a.safetensors", "README.md"}
    with pytest.raises(VAEError, match=words):
        choose_files(names, HubName("o/n", place))
    with pytest.raises(VAEError, match="holds no weights"):
        choose_files({"README.md"}, HubName("o/n"))


def test_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_hub_id(" org/name ") == HubName("org/name")
    assert read_hub_id("org/name:a/b.pth").is_file
    for wrong in ("name", "org/name:../x", "org/name:", "a b/c", "org/name:/x"):
        with pytest.raises(VAEError, match="is no Hub id"):
            read_hub_id(wrong)
    labels = {
        "org/name": "name",
        "org/name:vae": "name:vae",
        "org/name:sdxl.vae.safetensors": "sdxl",
        "org/name:vae/diffusion_pytorch_model.fp16.safetensors": "name",
        "org/name:t_encoder.pth": "t",
    }
    for hub_id, label in labels.items():
        assert hub_label(hub_id) == label
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org" / "name").mkdir(parents=True)
    check_here("org/name")


def test_sizes_in_words() -> None:
    words = [size_words(size) for size in (0, 999, 1000, 334_641_164, 2_818_800_000)]
    assert words == ["0 B", "999 B", "1.0 kB", "334.6 MB", "2.82 GB"]


OFFLINE = """
import socket, sys
def refuse(*arguments, **named):
    sys.stderr.write("a socket was used\\n")
    raise SystemExit(99)
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
from vaelab.cli.parser import main
images, out, *vaes = sys.argv[1:]
code = main(["run", images, *(word for vae in vaes for word in ("--vae", vae)), "--out", out, "--size", "64",
             "--limit", "1", "--metrics", "psnr", "--marker", "off", "--device", "cpu"])
code = code or main(["vaes", "--json"]) or main(["inspect", vaes[0], "--json"]) or main(["vaes", "--known", "--json"])
sys.exit(code)
"""


def test_nothing_local_ever_uses_a_socket(tmp_path: Path, image_folder: Path) -> None:
    """In a process of its own, so that importing torch, diffusers and the Hub's library is watched too."""
    random_kl().save_pretrained(tmp_path / "kl")
    command = [
        sys.executable,
        "-c",
        OFFLINE,
        str(image_folder),
        str(tmp_path / "run"),
        str(tmp_path / "kl"),
        "mini",
        "blur:2",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)
    assert "a socket was used" not in done.stderr
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "run" / "summary.json").read_text())["state"] == "finished"


def test_describing_and_opening_use_no_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from vaelab.vae.base import CodecOptions
    from vaelab.vae.catalog import describe, find_vaes, open_codec
    from vaelab.vae.spec.grammar import parse_spec

    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError("a socket was used")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    random_kl().save_pretrained(tmp_path / "kl")
    (tmp_path / "page.safetensors").write_bytes(b"<html>")
    assert len(list(find_vaes(tmp_path, compare=True))) == 2
    describe(str(tmp_path / "kl"), hash_content=True)
    with pytest.raises(VAEError, match="vaelab fetch"):
        describe("nobody/nothing")
    for what in (str(tmp_path / "kl"), "linear"):
        codec = open_codec(parse_spec(what), CodecOptions())
        codec.decode(codec.encode(np.zeros((1, 32, 32, 3), np.uint8), [0]))
        codec.close()
    assert open_source(tmp_path / "kl").config

"""When memory runs out: room, halves, tiles, and a failure that says what to do; each noted, and taken up by a resumed run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from fakes import FakeCodec, darker, install
from PIL import Image
from safetensors.torch import save_file
from vae_files import random_kl

from vaelab import device
from vaelab.engine.events import RunFinished, VAEFailed
from vaelab.engine.runner import run
from vaelab.memory import MemoryState
from vaelab.run_folder.store import read_rows
from vaelab.settings import RunSettings
from vaelab.vae.base import CodecOptions, VAEInfo
from vaelab.vae.catalog import open_codec
from vaelab.vae.spec.grammar import VAESpec


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "images"
    place.mkdir()
    for number, side in enumerate((32, 32, 48, 32)):
        image = np.add.outer(np.arange(side), np.arange(side)).astype(np.uint8)[..., None] + np.arange(3)
        Image.fromarray((image + number).astype(np.uint8)).save(place / f"{number}.png")
    return place


def made(folder: Path, out: Path, *vaes: str, **changes: Any) -> RunSettings:
    plain: dict[str, Any] = {"marker": "off", "metrics": "psnr", "device": "cpu", "batch_size": 1, "size": 32}
    return RunSettings(images=(str(folder),), vaes=vaes, out=str(out), **{**plain, **changes})


def finished(events: list[Any]) -> RunFinished:
    assert isinstance(events[-1], RunFinished)
    return events[-1]


class Hungry(FakeCodec):
    """Takes so many pixels at once, and any number of them in tiles."""

    def __init__(self, pixels: int, can_tile: bool = True) -> None:
        super().__init__(darker)
        self.can_tile, self.pixels = can_tile, pixels

    def encode(self, images: Any, indices: Any) -> Any:
        self.batches.append(list(indices))
        if images[..., 0].size > self.pixels:
            raise torch.OutOfMemoryError("Tried to allocate 9.00 GiB\nand more")
        return super().encode(images, indices)

    def tile(self) -> str:
        self.pixels = 10**9
        return super().tile()


def failures(events: list[Any]) -> list[VAEFailed]:
    return [event for event in events if isinstance(event, VAEFailed)]


def test_what_counts_as_out_of_memory() -> None:
    errors = (
        MemoryError(),
        torch.OutOfMemoryError("no words for it"),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"),
        RuntimeError("MPS backend out of memory (MPS allocated: 9 GB)"),
    )
    assert all(map(device.is_out_of_memory, errors))
    assert not device.is_out_of_memory(RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    assert not device.is_out_of_memory(ValueError("out of memory"))


def test_halves_then_tiles_when_allowed_and_notes_the_rows_that_were_tiled(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = Hungry(32 * 32)
    install(monkeypatch, a=codec)
    end = finished(
        list(run(made(folder, tmp_path / "run", "a=identity", tiling="auto", batch_size=4, fit="native")))
    )
    assert end.exit_code == 0
    facts = end.summary["vaes"]["a"]
    assert facts["notes"] == [
        "batch split after running out of memory",
        "in tiles, for lack of memory: tiles of 64 px",
    ]
    assert facts["tiled"] is True
    rows = {row.image: row.note for row in read_rows(tmp_path / "run")}
    assert "in tiles, for lack of memory" in rows["2.png"]
    assert not any("tiles" in rows[name] for name in ("0.png", "1.png", "3.png"))


def test_off_never_tiles_and_says_what_would_help(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, a=Hungry(100), b=Hungry(100, can_tile=False), good=FakeCodec(darker))
    events = list(run(made(folder, tmp_path / "run", "a=identity", "b=identity", "good=identity")))
    assert finished(events).exit_code == 3
    assert [event.remedies for event in failures(events)] == [("tiling", "bf16"), ("bf16",)]
    message = failures(events)[0].message
    assert message == (
        "out of memory on a single 32×32 image (Tried to allocate 9.00 GiB): "
        "use a smaller size, tiling auto or precision bf16"
    )
    rows = read_rows(tmp_path / "run")
    assert [row.status for row in rows if row.vae == "good"] == ["ok"] * 4
    assert [row.note for row in rows if row.vae == "a"] == [message] * 3, "then it was given up"


def test_a_too_large_image_costs_its_row_and_not_the_vae(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, a=Hungry(32 * 32))
    events = list(run(made(folder, tmp_path / "run", "a=identity", fit="native")))
    assert finished(events).exit_code == 1
    assert not failures(events)
    assert [row.status for row in read_rows(tmp_path / "run")] == ["ok", "ok", "failed", "ok"]
    assert "48×48" in read_rows(tmp_path / "run")[2].note


def test_a_resumed_run_goes_on_in_tiles(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = made(folder, tmp_path / "run", "a=identity", tiling="auto", fit="native")
    install(monkeypatch, a=Hungry(32 * 32))
    events = run(settings)
    for event in events:
        if getattr(event, "finished", 0) == 3:
            break
    events.close()  # type: ignore[attr-defined]
    codec = Hungry(32 * 32)
    install(monkeypatch, a=codec)
    end = finished(list(run(settings, resume=True)))
    assert end.exit_code == 0
    assert not codec.can_tile, "tiled before its first image"
    assert "in tiles" in read_rows(tmp_path / "run")[3].note


def test_others_are_parked_before_anything_that_changes_numbers(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Crowded(FakeCodec):
        """Fits once the other has left."""

        def encode(self, images: Any, indices: Any) -> Any:
            if not other.parked:
                raise torch.OutOfMemoryError("CUDA out of memory")
            return super().encode(images, indices)

    other, codec = FakeCodec(darker), Crowded(darker)
    codec.can_tile = True
    install(monkeypatch, other=other, a=codec)
    monkeypatch.setattr("vaelab.engine.vaes.loaded_vae.resolve_device", lambda plan: "elsewhere")
    for name in ("resolve_device", "device_name"):
        monkeypatch.setattr(f"vaelab.device.{name}", lambda wanted: "elsewhere")
    monkeypatch.setattr("vaelab.engine.runner.resolve_device", lambda plan: "elsewhere")
    monkeypatch.setattr("vaelab.engine.pipeline.devices.peak_memory_mb", lambda wanted: None)
    settings = made(folder, tmp_path / "run", "other=identity", "a=identity", tiling="auto", batch_size=2)
    end = finished(list(run(settings)))
    assert end.exit_code == 0
    assert codec.can_tile, "not tiled"
    assert [note.partition(" that")[0] for note in end.summary["vaes"]["a"]["notes"]] == ["weights of VAEs"]
    assert other.parked > 1, "and parked again before each batch of the other"
    assert codec.batches[0] == [0, 1], "not halved"


def test_a_parked_vae_comes_back_the_same(tmp_path: Path) -> None:
    """On the CPU there is nowhere to park from, so the moves to and from another device are watched instead of made."""
    save_file(random_kl().state_dict(), tmp_path / "a.safetensors")
    codec: Any = open_codec(VAESpec("a", str(tmp_path / "a.safetensors")), CodecOptions())
    image = np.arange(32 * 32 * 3, dtype=np.uint8).reshape(1, 32, 32, 3)
    before = codec.decode(codec.encode(image, [0])).images
    assert not codec.park()
    moves: list[str] = []
    module = codec._network.module
    to = module.to
    module.to = lambda target: (moves.append(str(target)), to("cpu"))[1]
    codec._device = torch.device("xpu")
    assert codec.park()
    assert not codec.park(), "once"
    assert moves == ["cpu"]
    module.to = lambda target: (moves.append(str(target)), setattr(codec, "_device", torch.device("cpu")))[1]
    assert np.array_equal(codec.decode(codec.encode(image, [0])).images, before)
    assert moves == ["cpu", "xpu"], "back before it encodes"


def test_on_a_cpu_tiles_come_before_the_system_kills(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Linux grants any request and kills the process that uses it, so `auto` looks at what is free."""
    info = VAEInfo("fake", "AutoencoderKL (fake)", latent_channels=4, factor=8)
    needed = 920 * 48 * 48 * 4 / 1e6
    for free, tiled in ((needed * 1.1, []), (needed * 0.9, ["2.png", "3.png"])):
        codec = FakeCodec(darker)
        codec.info, codec.can_tile = info, True
        install(monkeypatch, a=codec)
        monkeypatch.setattr(
            "vaelab.engine.vaes.memory_ladder.memory_state",
            lambda name, free=free: MemoryState(1000 - free, 1000, 100),
        )
        out = tmp_path / f"{free}"
        settings = made(folder, out, "a=identity", fit="native", tiling="auto")
        assert finished(list(run(settings))).exit_code == 0
        assert [row.image for row in read_rows(out) if "in tiles" in row.note] == tiled
        codec.can_tile = True
        assert finished(list(run(replace(settings, tiling="off", out=str(out / "off"))))).exit_code == 0
        assert codec.can_tile


def test_auto_is_not_tiled_until_then_and_a_side_always(tmp_path: Path) -> None:
    save_file(random_kl((32, 64, 64)).state_dict(), tmp_path / "a.safetensors")
    image = np.add.outer(np.arange(96) ** 2, np.arange(96) * 3).astype(np.uint8)[None, ..., None].repeat(3, 3)

    def images(tiling: Any, tile: bool = False) -> Any:
        codec = open_codec(VAESpec("a", str(tmp_path / "a.safetensors")), CodecOptions(tiling=tiling))
        assert codec.can_tile == (tiling != 32)
        if tile:
            assert "in tiles of" in codec.tile()
            assert not codec.can_tile
        return codec.decode(codec.encode(image, [0])).images

    plain = images("off")
    assert np.array_equal(images("auto"), plain)
    assert not np.array_equal(images(32), plain)
    assert np.array_equal(images("auto", tile=True), plain), "an image within one tile stays whole"

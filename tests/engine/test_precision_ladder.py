"""Which precision a VAE ends in: the ladder alone, with codecs that misbehave, and with weights that overflow for real."""

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

from vaelab.engine.events import RunFinished, VAEFailed, VAELoaded
from vaelab.engine.runner import run
from vaelab.engine.vaes.precision_ladder import Ladder, retried_in, retried_note, wider
from vaelab.errors import PrecisionError
from vaelab.run_folder.store import read_rows
from vaelab.settings import RunSettings
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import open_codec
from vaelab.vae.spec.grammar import VAESpec


def test_a_device_that_refuses_goes_down_by_preference() -> None:
    ladder, seen = Ladder.of("fp32"), []
    while ladder is not None:
        seen.append(ladder.precision)
        ladder = ladder.after_refusal()
    assert seen == ["fp32", "bf16", "fp16"]


def test_an_overflow_goes_up_by_range_and_past_what_was_ruled_out() -> None:
    ladder, seen = Ladder.of("fp16"), []
    while ladder is not None:
        seen.append(ladder.precision)
        ladder = ladder.after_overflow()
    assert seen == ["fp16", "bf16", "fp32"]
    assert Ladder("fp32").after_overflow() is None
    # The device cannot do fp32, so that an overflow in fp16 has bf16 alone above it.
    assert Ladder("fp16", frozenset({"fp32"})).after_overflow() == Ladder("bf16", frozenset({"fp32", "fp16"}))
    assert Ladder("bf16", frozenset({"fp32"})).after_overflow() is None


def test_words_of_the_ladder() -> None:
    assert Ladder.of("") is None
    assert (wider("fp16"), wider("bf16"), wider("fp32"), wider("")) == (("bf16", "fp32"), ("fp32",), (), ())
    notes = ["enlarged", f"x; {retried_note('fp16', 'bf16')}; {retried_note('bf16', 'fp32')}", ""]
    assert retried_in(notes) == "fp32"
    assert retried_in(["nothing"]) is None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "images"
    place.mkdir()
    ramp = np.indices((32, 32)).sum(0).astype(np.uint8) * 4
    for number in range(4):
        Image.fromarray(np.stack([ramp, np.roll(ramp, number), ramp.T], 2)).save(place / f"{number}.png")
    return place


def made(folder: Path, out: Path, *vaes: str, **changes: Any) -> RunSettings:
    plain: dict[str, Any] = {"marker": "off", "metrics": "psnr", "device": "cpu", "batch_size": 1, "size": 32}
    return RunSettings(images=(str(folder),), vaes=vaes, out=str(out), **{**plain, **changes})


def finished(events: list[Any]) -> RunFinished:
    assert isinstance(events[-1], RunFinished)
    return events[-1]


class InPrecision(FakeCodec):
    """Runs in what it was opened in; NaN on some images in some precisions, or refused by the device."""

    def __init__(self, precision: str, nan_on: set[int], refused: bool = False) -> None:
        super().__init__(darker, self._look)
        self.precision = precision
        self._nan_on, self._refused = nan_on, refused

    def _look(self, indices: Any) -> None:
        if self._refused:
            raise PrecisionError("no such operation")
        self.nonfinite = 0.5 if self._nan_on & set(indices) else 0.0


def install_ladder(
    monkeypatch: pytest.MonkeyPatch, first: str, nan: dict[str, set[int]], refused: str = ""
) -> list[str]:
    opened: list[str] = []

    def open_fake(spec: VAESpec, options: CodecOptions) -> Any:
        precision = first if options.precision == "auto" else options.precision
        opened.append(precision)
        return InPrecision(precision, nan.get(precision, set()), precision in refused.split())

    monkeypatch.setattr("vaelab.engine.vaes.loaded_vae.open_codec", open_fake)
    return opened  # fmt: skip


def test_auto_retries_the_same_image_at_once_and_stays_there(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = install_ladder(monkeypatch, "fp16", {"fp16": {1, 3}, "bf16": {1}})
    events = list(run(made(folder, tmp_path / "run", "a=identity")))
    assert finished(events).exit_code == 0
    assert opened == ["fp16", "bf16", "fp32"]
    assert [event.precision for event in events if isinstance(event, VAELoaded)] == ["fp16", "bf16", "fp32"]
    facts = finished(events).summary["vaes"]["a"]
    assert facts["precision"] == "fp32"
    assert facts["notes"] == [
        "retried in bf16 after NaN in fp16, from '1.png' on",
        "retried in fp32 after NaN in bf16, from '1.png' on",
    ]
    notes = [row.note for row in read_rows(tmp_path / "run")]
    assert "retried in bf16 after NaN in fp16; retried in fp32 after NaN in bf16" in notes[1]
    assert not any("retried" in notes[place] for place in (0, 2, 3))


def test_a_resumed_run_goes_on_in_the_precision_it_had_come_to(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = install_ladder(monkeypatch, "fp16", {"fp16": {0}})
    events = run(made(folder, tmp_path / "run", "a=identity"))
    for event in events:
        if getattr(event, "finished", 0) == 2:
            break
    events.close()  # type: ignore[attr-defined]
    assert opened == ["fp16", "bf16"]
    opened.clear()
    end = finished(list(run(made(folder, tmp_path / "run", "a=identity"), resume=True)))
    assert end.exit_code == 0
    assert end.summary["vaes"]["a"]["precision"] == "bf16"
    assert opened == ["fp16", "bf16"], "opened, and opened again before the first image"


def test_auto_takes_what_the_device_can_and_not_what_was_refused(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = install_ladder(monkeypatch, "fp32", {}, refused="fp32 bf16")
    end = finished(list(run(made(folder, tmp_path / "run", "a=identity"))))
    assert (end.exit_code, opened) == (0, ["fp32", "bf16", "fp16"])
    assert end.summary["vaes"]["a"]["precision"] == "fp16"
    assert end.summary["vaes"]["a"]["notes"][0] == "in bf16, since cpu cannot run it in fp32"
    opened = install_ladder(monkeypatch, "fp32", {}, refused="fp32 bf16 fp16")
    end = finished(list(run(made(folder, tmp_path / "no", "a=identity"))))
    assert (end.exit_code, end.summary["vaes"]["a"]["error"]) == (3, "no such operation")


def test_a_chosen_precision_is_kept_and_the_failure_says_what_cures_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = install_ladder(monkeypatch, "fp32", {"fp16": {0, 1, 2, 3}})
    events = list(run(made(folder, tmp_path / "run", "a=identity", precision="fp16")))
    assert opened == ["fp16"]
    (failed,) = [event for event in events if isinstance(event, VAEFailed)]
    assert failed.message.startswith("its output became NaN in float16")
    assert failed.message.endswith("run it in bf16 or fp32")
    assert failed.remedies == ("bf16", "fp32")
    rows = read_rows(tmp_path / "run")
    assert [row.status for row in rows] == ["failed"] * 3
    assert all("output became NaN in float16" in row.note for row in rows)
    assert rows[0].values["nonfinite_fraction"] == 0.5


def test_an_overflow_steps_over_what_the_device_refuses(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = install_ladder(monkeypatch, "fp16", {"fp16": {2}}, refused="bf16")
    end = finished(list(run(made(folder, tmp_path / "run", "a=identity"))))
    assert (end.exit_code, opened) == (0, ["fp16", "bf16", "fp32"])
    assert end.summary["vaes"]["a"]["notes"] == ["retried in fp32 after NaN in fp16, from '2.png' on"]


@pytest.mark.parametrize(("precision", "remedies"), [("bf16", ("fp32",)), ("fp32", ())])
def test_one_image_is_enough_to_name_a_vae_that_never_worked(
    precision: str, remedies: tuple[str, ...], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_ladder(monkeypatch, "fp32", {precision: {0}})
    events = list(run(made(folder, tmp_path / "run", "a=identity", precision=precision, limit=1)))
    assert finished(events).exit_code == 3
    (failed,) = [event for event in events if isinstance(event, VAEFailed)]
    assert failed.remedies == remedies


def test_now_and_then_costs_rows_not_the_vae(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, a=InPrecision("fp16", {1, 2, 3}))
    events = list(run(made(folder, tmp_path / "run", "a=identity", precision="fp16")))
    assert finished(events).exit_code == 1
    assert not [event for event in events if isinstance(event, VAEFailed)]
    assert [row.status for row in read_rows(tmp_path / "run")] == ["ok", "failed", "failed", "failed"]


@pytest.fixture
def overflowing(tmp_path: Path) -> Path:
    """A small AutoencoderKL whose decoder passes 65504 inside, and whose images are fine in fp32 all the same."""
    module = random_kl()
    norm = module.decoder.conv_norm_out
    last = module.decoder.up_blocks[-1].resnets[-1]
    # The block's output and its shortcut grow alike, and the norm behind it takes the size out again.
    last.conv2.weight.mul_(1e6)
    last.conv2.bias.mul_(1e6)
    assert norm.num_groups
    save_file(module.state_dict(), tmp_path / "overflows.safetensors")
    return tmp_path / "overflows.safetensors"


def test_weights_that_overflow_for_real(
    overflowing: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chosen fp16 fails with its cures; auto that had come to fp16 gives bf16's numbers, and fp32's where that overflows too."""
    torch.set_num_threads(1)
    chosen = list(run(made(folder, tmp_path / "fp16", f"a={overflowing}@fp16")))
    (failed,) = [event for event in chosen if isinstance(event, VAEFailed)]
    assert failed.remedies == ("bf16", "fp32")
    right = finished(list(run(made(folder, tmp_path / "fp32", f"a={overflowing}"))))
    assert right.summary["vaes"]["a"]["precision"] == "fp32"
    psnr = {row.image: row.values["psnr"] for row in read_rows(tmp_path / "fp32")}

    refused: list[str] = []

    def from_half_on(spec: VAESpec, options: CodecOptions) -> Any:
        if options.precision in refused:
            raise PrecisionError("no such number format here")
        return open_codec(
            spec, replace(options, precision="fp16") if options.precision == "auto" else options
        )

    monkeypatch.setattr("vaelab.engine.vaes.loaded_vae.open_codec", from_half_on)
    for wanted, allowed in (("bf16", 0.5), ("fp32", 0.0)):
        auto = finished(list(run(made(folder, tmp_path / wanted / "auto", f"a={overflowing}"))))
        facts = auto.summary["vaes"]["a"]
        assert (auto.exit_code, facts["precision"]) == (0, wanted)
        assert facts["notes"] == [f"retried in {wanted} after NaN in fp16, from '0.png' on"]
        for row in read_rows(tmp_path / wanted / "auto"):
            assert row.values["psnr"] == pytest.approx(psnr[row.image], abs=allowed, rel=0)
        refused.append("bf16")


@pytest.mark.parametrize("precision", ["bf16", "fp16"])
def test_half_precision_on_the_cpu_is_near_to_fp32(precision: Any, tmp_path: Path) -> None:
    """Within its 8, or 11, bits; not equal, or it would not have been used."""
    save_file(random_kl().state_dict(), tmp_path / "a.safetensors")
    image = np.indices((1, 32, 32, 3)).sum(0).astype(np.uint8) * 3
    found = {}
    for name in ("fp32", precision):
        codec = open_codec(VAESpec("a", str(tmp_path / "a.safetensors")), CodecOptions(precision=name))
        assert codec.precision == name
        found[name] = codec.decode(codec.encode(image, [0])).images.astype(int)
        codec.close()
    difference = np.abs(found["fp32"] - found[precision])
    assert 0 < difference.max() < 48  # how a half rounds depends on the processor's own instructions
    assert difference.mean() < 2

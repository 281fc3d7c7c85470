"""Runs whose VAEs share an encoder, and runs of VAEs with options: what is done once, recorded, and resumed."""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from families.vq import random_vq
from family_cases import saved
from PIL import Image
from torch import Tensor
from vae_files import Images, random_kl, to_ldm

from vaelab.engine.events import RowDone, VAEFailed, VAELoaded
from vaelab.engine.runner import run
from vaelab.errors import Stopped
from vaelab.metrics.latent import LatentHealth, image_values
from vaelab.report.run.load import load_run
from vaelab.run_files import LATENTS
from vaelab.run_folder.store import read_latents, read_rows, read_summary
from vaelab.settings import RunSettings
from vaelab.vae.base import CodecOptions, LatentFacts
from vaelab.vae.catalog import open_codec
from vaelab.vae.codebook_usage import CodeUse
from vaelab.vae.runtime.shared_encodings import share_encodings
from vaelab.vae.spec.grammar import parse_spec


@pytest.fixture
def images() -> Images:
    return np.random.default_rng(3).integers(0, 256, (2, 24, 40, 3)).astype(np.uint8)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for seed, name in enumerate(("enc", "one", "two")):
        saved(random_kl(seed=seed).state_dict(), folder / f"{name}.safetensors")
    plain, averaged = (to_ldm(random_kl(seed=seed).state_dict(), 2) for seed in (3, 4))
    copies = {f"model_ema.{name.replace('.', '')}": tensor for name, tensor in averaged.items()}
    saved({**plain, **copies}, folder / "both.safetensors")
    saved(random_vq().state_dict(), folder / "vq.safetensors")
    return folder


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    for number in range(2):
        blocks = np.random.default_rng(number).integers(0, 256, (4, 4, 3))
        Image.fromarray(np.kron(blocks, np.ones((8, 8, 1))).astype(np.uint8)).save(folder / f"{number}.png")
    return folder


def settings(pictures: Path, out: Path, *vaes: str, **changes: Any) -> RunSettings:
    options = {
        "metrics": "psnr,latent,speed",
        "marker": "off",
        "size": 32,
        "device": "cpu",
        "batch_size": 1,
        **changes,
    }
    return RunSettings(images=(str(pictures),), vaes=vaes, out=str(out), **options)


@pytest.fixture(scope="module")
def whole(files: Path, pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run of VAEs with options."""
    out = tmp_path_factory.mktemp("runs") / "whole"
    events = list(run(settings(pictures, out, *specs_with_options(files))))
    assert not [event for event in events if isinstance(event, VAEFailed)]
    assert [event.label for event in events if isinstance(event, VAELoaded)] == LABELS
    return out


def opened(spec: str, **options: Any) -> Any:
    return open_codec(parse_spec(spec), CodecOptions(**options))


def count_calls(codec: Any) -> list[int]:
    """How many images the network really encodes, from now on."""
    network, calls = codec._running(), []
    encode = network.encode

    def count(x: Tensor) -> Any:
        calls.append(len(x))
        return encode(x)

    object.__setattr__(network, "encode", count)
    return calls


def test_what_encodes_alike_encodes_each_batch_once(files: Path, images: Images) -> None:
    specs = [f"{files / 'enc.safetensors'}"]
    specs += [f"{files / name}.safetensors,encoder={files / 'enc.safetensors'}" for name in ("one", "two")]
    specs += [f"{files / 'enc.safetensors'},padding=reflect", f"{files / 'two.safetensors'}"]
    codecs = [opened(spec) for spec in specs]
    alone = [codec.decode(codec.encode(images, [0, 1])).images for codec in codecs]
    share_encodings(codecs)
    plain, one, two, padded, other = codecs
    assert plain.encodings is one.encodings is two.encodings is not None
    assert padded.encodings is other.encodings is None
    assert one._encoder is two._encoder, "one instance in memory"
    calls = [count_calls(plain), count_calls(one._encoder)]
    together = [codec.decode(codec.encode(images, [0, 1])).images for codec in codecs]
    assert calls == [[2], []]
    for before, after in zip(alone, together, strict=True):
        assert np.array_equal(before, after)
    # Another batch, other places, other pixels: nothing is taken for something else.
    changed = images.copy()
    changed[0, 0, 0, 0] ^= 1
    for batch, indices in ((images, [2, 3]), (changed, [0, 1]), (images[:1], [0])):
        one.encode(batch, indices)
        two.encode(batch, indices)
    assert calls == [[2], [2, 2, 1]]
    for number in range(40):
        one.encode(images, [number, number])
    assert len(one.encodings._made) == 32
    one.encodings.forget()
    two.encode(images, [0, 1])
    assert len(calls[1]) == 3 + 40 + 1
    assert one.encode(images, [0, 1]).seconds == two.encode(images, [0, 1]).seconds > 0


def test_samples_and_precisions_are_not_mixed_up(files: Path, images: Images) -> None:
    spec = f"{files / 'one.safetensors'},encoder={files / 'enc.safetensors'}"
    kinds: list[dict[str, Any]] = [
        {},
        {"latent": "sample"},
        {"latent": "sample", "seed": 1},
        {"precision": "bf16"},
    ]
    codecs = [opened(spec, **kind) for kind in kinds]
    assert len({codec.encoder_key for codec in codecs}) == len(kinds)
    share_encodings(codecs)
    assert all(codec.encodings is None for codec in codecs)
    # Baselines have nothing to share.
    share_encodings([opened("identity"), opened("identity")])


def test_one_of_several_that_share_an_encoder_may_go(files: Path, images: Images) -> None:
    specs = [f"{files / name}.safetensors,encoder={files / 'enc.safetensors'}" for name in ("one", "two")]
    one, two = (opened(spec) for spec in specs)
    expected = two.decode(two.encode(images, [0, 1])).images
    share_encodings([one, two])
    assert not one._encoder.can_tile or not (one.tile() and one._encoder._tiled), (
        "the other would be tiled unasked"
    )
    one.close()
    one.close()
    assert np.array_equal(two.decode(two.encode(images, [0, 1])).images, expected)
    encoder, weights = two._encoder, weakref.ref(two._encoder._network.module)
    two.close()
    assert encoder._network is None
    assert weights() is None, "freed at once, without the collector"


def test_an_immediate_stop_reaches_both_halves(files: Path, images: Images) -> None:
    def stop() -> None:
        raise Stopped

    codec = opened(f"{files / 'one.safetensors'},encoder={files / 'enc.safetensors'}")
    latents = codec.encode(images, [0, 1])
    codec.check = stop
    with pytest.raises(Stopped):
        codec.encode(images, [0, 1])
    with pytest.raises(Stopped):
        codec.decode(latents)


LABELS = ["base", "one+enc", "cross", "both-ema", "vq"]


def specs_with_options(files: Path) -> tuple[str, ...]:
    enc = files / "enc.safetensors"
    return (
        f"base={enc}",
        f"{files / 'one.safetensors'},encoder={enc}",
        f"cross={files / 'two.safetensors'},encoder={enc},padding=reflect",
        f"{files / 'both.safetensors'},weights=ema",
        f"{files / 'vq.safetensors'}",
    )


def interrupted(events: Iterator[Any], after: int) -> None:
    """Take so many rows, then let go, as a killed process does."""
    rows = 0
    for event in events:
        rows += isinstance(event, RowDone)
        if rows == after:
            break
    events.close()  # type: ignore[attr-defined]


def timeless(rows: Any) -> list[Any]:
    return [
        (row.image, row.vae, {k: v for k, v in row.values.items() if not k.endswith("_ms")}) for row in rows
    ]


def test_a_resumed_run_with_options_ends_as_an_uninterrupted_one(
    whole: Path, files: Path, pictures: Path, tmp_path: Path
) -> None:
    vaes = specs_with_options(files)
    cut = tmp_path / "cut"
    interrupted(run(settings(pictures, cut, *vaes)), after=5)
    # A kill in the middle of writing leaves half a line.
    with (cut / LATENTS).open("a") as file:
        file.write('{"image": "1.png", "vae": "vq", "positions": 4, "mean": [0')
    list(run(settings(pictures, cut, *vaes), resume=True))
    assert timeless(read_rows(cut)) == timeless(read_rows(whole))
    assert read_latents(cut) == read_latents(whole)
    summaries = [read_summary(place)["vaes"] for place in (whole, cut)]
    keys = ("latent_health", "encoder", "padding", "weights", "encoder_sha256", "notes", "sha256", "family")
    for label, facts in summaries[0].items():
        for key in keys:
            assert facts[key] == summaries[1][label][key], (label, key)
    # What a later version computes from the folder is the same again.
    assert load_run(cut).summary["vaes"]["vq"]["latent_health"] == summaries[0]["vq"]["latent_health"]
    assert tuple(read_summary(cut)["settings"]["vaes"]) == vaes


def test_a_run_records_how_its_vaes_were_run(whole: Path, files: Path) -> None:
    facts = read_summary(whole)["vaes"]
    assert [facts[label]["encoder"] for label in LABELS[:2]] == [None, str(files / "enc.safetensors")]
    assert facts["one+enc"]["encoder_sha256"] == facts["base"]["sha256"]
    assert (facts["cross"]["padding"], facts["base"]["padding"]) == ("reflect", None)
    assert (facts["both-ema"]["weights"], facts["cross"]["weights"]) == ("ema", None)
    assert any("padding=reflect" in note for note in facts["cross"]["notes"])
    assert any("weights=ema" in note for note in facts["both-ema"]["notes"])
    assert any("encoded by" in note for note in facts["one+enc"]["notes"])
    page = (whole / "report.html").read_text("utf-8")
    assert ", padding=reflect</span>" in page
    assert "<h3>Codebooks</h3>" in page
    # The time of an encoding that several VAEs share is each one's: none of them encodes in no time.
    times = {row.vae: row.values["encode_ms"] for row in read_rows(whole) if row.image == "1.png"}
    assert times["base"] / 20 < times["one+enc"] == times["cross"] <= times["base"]


# What is said of latents


def test_codebook_use_per_image_and_over_the_run(whole: Path, pictures: Path) -> None:
    """Against the model's own indices, counted by hand."""
    module = random_vq().to(memory_format=torch.channels_last)
    total = np.zeros(32, int)
    rows = {row.image: row.values for row in read_rows(whole) if row.vae == "vq"}
    for path in sorted(pictures.iterdir()):
        x = torch.from_numpy(np.asarray(Image.open(path)).copy()).permute(2, 0, 1)[None].float() / 127.5 - 1
        with torch.no_grad():
            counts = np.bincount(module.quantize(module.encode(x).latents)[2][2].numpy(), minlength=32)
        total += counts
        shares = counts[counts > 0] / counts.sum()
        entropy = float(-(shares * np.log(shares)).sum())
        found = rows[path.name]
        assert found["codebook_usage"] == (counts > 0).mean()
        assert found["code_perplexity"] == pytest.approx(np.exp(entropy), rel=1e-9)
        assert found["code_entropy"] == pytest.approx(entropy / np.log(2), rel=1e-9)
        assert "kl" not in found
        assert "posterior_variance" not in found
    health = read_summary(whole)["vaes"]["vq"]["latent_health"]
    (book,) = health["codebooks"]
    shares = total[total > 0] / total.sum()
    assert (book["entries"], book["used"], book["indices"]) == (32, int((total > 0).sum()), int(total.sum()))
    assert book["usage"] == book["used"] / 32
    assert book["perplexity"] == pytest.approx(np.exp(-(shares * np.log(shares)).sum()), rel=1e-9)
    assert book["dead_share"] == 1 - book["usage"]
    assert health["verdict"] is None
    assert health["posterior_variance"] is None


def test_posterior_variance_and_kl_of_each_channel(whole: Path, pictures: Path) -> None:
    module = random_kl(seed=0).to(memory_format=torch.channels_last)
    variances, kls = [], []
    rows = {row.image: row.values for row in read_rows(whole) if row.vae == "base"}
    for path in sorted(pictures.iterdir()):
        x = torch.from_numpy(np.asarray(Image.open(path)).copy()).permute(2, 0, 1)[None].float() / 127.5 - 1
        with torch.no_grad():
            posterior = module.encode(x).latent_dist
        variances.append(posterior.var.double().mean((0, 2, 3)).numpy())
        kl = 0.5 * (posterior.mean**2 + posterior.var - 1 - posterior.logvar).double()
        kls.append(kl.mean((0, 2, 3)).numpy())
        assert rows[path.name]["posterior_variance"] == pytest.approx(variances[-1].mean(), rel=1e-6)
        assert rows[path.name]["kl"] == pytest.approx(posterior.kl().item(), rel=1e-5)
    health = read_summary(whole)["vaes"]["base"]["latent_health"]
    assert health["posterior_variance"] == pytest.approx(np.mean(variances, axis=0), rel=1e-6)
    assert health["kl_per_channel"] == pytest.approx(np.mean(kls, axis=0), rel=1e-5)
    assert "codebooks" not in health


def test_latents_of_an_earlier_version_and_damaged_ones_are_read(whole: Path, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in (whole / LATENTS).read_text().splitlines()]
    for line in lines:
        line.pop("variance")
        if line["vae"] == "vq" and line["image"] == "0.png":
            line["codes"][0]["counts"] = line["codes"][0]["counts"][:-8]
        elif line["vae"] == "vq":
            line["codes"][0]["size"] = 2**40
    (tmp_path / LATENTS).write_text("".join(json.dumps(line) + "\n" for line in lines))
    found = read_latents(tmp_path)
    assert set(found) == {*LABELS} - {"vq"}
    health = LatentHealth()
    for facts in found["base"].values():
        assert facts.variance is None
        health.update(facts)
    said = health.compute()
    assert said is not None
    assert said["posterior_variance"] is None
    assert said["channels"] == 4


def test_images_whose_codes_an_earlier_version_did_not_count_are_not_half_counted() -> None:
    health = LatentHealth()
    health.update(LatentFacts(4, (0.0,), (1.0,)))
    health.update(LatentFacts(4, (0.0,), (1.0,), codes=(CodeUse.of(np.array([0, 1, 1, 7]), 8),)))
    said = health.compute()
    assert said is not None
    assert "codebooks" not in said


def test_two_codebooks_of_one_image_are_taken_together() -> None:
    top, bottom = CodeUse.of(np.array([[3, 3], [3, 3]]), 8), CodeUse.of(np.arange(16), 32)
    values = image_values(LatentFacts(4, (0.0,), (1.0,), codes=(top, bottom)))
    assert values["codebook_usage"] == 17 / 40
    assert values["code_entropy"] == pytest.approx((4 * 0 + 16 * 4) / 20)
    assert values["code_perplexity"] == pytest.approx(2**3.2)
    with pytest.raises(ValueError, match="index 8 in a codebook of 8"):
        CodeUse.of(np.array([8]), 8)
    assert CodeUse.from_json(json.loads(json.dumps(bottom.to_json()))) == bottom
    assert len(CodeUse.of(np.arange(4096) * 7 % 16384, 16384).packed) < 12_000

"""The Cosmos image tokenizers from their TorchScript archives: our network against a second statement of it; nothing is run."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from cosmos_reference import Shape, Whole, save_pair
from families.cosmos import SHAPES, expected, joint, pair
from family_cases import photographs, round_trip
from torch import nn

from vaelab.errors import UntrustedProgramError, VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, find_vaes, open_codec
from vaelab.vae.families.detect import detect
from vaelab.vae.files.source import open_source
from vaelab.vae.identity.content_hash import content_sha256
from vaelab.vae.spec.grammar import VAESpec, parse_spec


@pytest.fixture(autouse=True)
def _nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.jit, "load", lambda *_, **__: pytest.fail("a program was loaded"))


@pytest.mark.parametrize(
    ("name", "family", "channels", "factor"),
    [
        ("CI8x8", "CosmosTokenizer (CI8x8, 16 channels)", 16, 8),
        ("DI16x16", "CosmosTokenizer (DI16x16, 64000 codes)", 6, 16),
    ],
)
def test_the_description(name: str, family: str, channels: int, factor: int, tmp_path: Path) -> None:
    path, _ = pair(tmp_path, SHAPES[name])
    info = describe(str(path))
    assert (info.family, info.latent_channels, info.factor) == (family, channels, factor)
    assert info.details["container"] == "TorchScript"
    assert info.files == (tmp_path / "decoder.jit", tmp_path / "encoder.jit")
    assert any("no program in the file was run" in str(note) for note in info.details["notes"])  # type: ignore[attr-defined]


def test_a_pair_and_the_whole_hold_the_same_numbers(tmp_path: Path) -> None:
    for shape in (SHAPES["CI8x8"], SHAPES["DI8x8"]):
        hashes = set()
        for make in (pair, joint):
            source = open_source(make(tmp_path, shape)[0])
            hashes.add(content_sha256(source, detect(source)))
        assert len(hashes) == 1


def test_the_folder_as_published_and_either_half_are_the_pair(tmp_path: Path) -> None:
    path, _ = pair(tmp_path)
    (tmp_path / "config.json").write_text('{"architectures": ["CosmosTokenizer"]}')
    joint(tmp_path)
    found = [describe(str(place)).sha256 for place in (tmp_path, path, tmp_path / "decoder.jit")]
    assert len(set(found)) == 1
    assert {entry.details["layout"] for entry in find_vaes(tmp_path)} == {  # type: ignore[union-attr]
        "encoder.jit + decoder.jit",
        "autoencoder.jit",
    }


def test_a_pair_is_named_by_its_folder(tmp_path: Path) -> None:
    (tmp_path / "Cosmos-CI8x8").mkdir()
    path, _ = pair(tmp_path / "Cosmos-CI8x8")
    assert {parse_spec(str(place)).label for place in (path, path.parent)} == {"Cosmos-CI8x8"}


def test_bf16_as_published_loads_and_its_filters_are_those_in_the_file(tmp_path: Path) -> None:
    whole = Whole(SHAPES["CI8x8"])
    path = save_pair(whole, tmp_path, torch.bfloat16)
    assert describe(str(path)).stored_dtype == "bf16"
    wanted = expected(whole.float())(photographs())
    difference = np.abs(round_trip(path, photographs()).astype(int) - wanted)
    assert difference.max() <= 1
    assert (difference > 0).mean() < 1e-3


def test_half_precision_is_close(tmp_path: Path) -> None:
    path, run = pair(tmp_path)
    difference = np.abs(round_trip(path, photographs(), precision="bf16").astype(int) - run(photographs()))
    assert 0 < difference.mean() < 8


def test_codes_are_the_indices_of_the_program(tmp_path: Path) -> None:
    whole = Whole(SHAPES["DI8x8"])
    codec: Any = open_codec(VAESpec("x", str(save_pair(whole, tmp_path))), CodecOptions())
    latents = codec.encode(photographs(), [0, 1])
    ((indices, size),) = codec._network.codes(latents.data.z)
    assert size == 64000
    x = torch.from_numpy(photographs()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
    with torch.no_grad():
        assert torch.equal(indices, whole.halves()[0](x)[0].long())
    assert len(indices.unique()) > 20
    for one, facts in zip(indices, codec.latent_facts(latents), strict=True):
        (use,) = facts.codes
        assert use.size == 64000
        assert np.array_equal(np.flatnonzero(use.counts), np.unique(one))


def test_a_continuous_tokenizer_has_no_codes_and_one_with_moments_a_posterior(tmp_path: Path) -> None:
    for name, posterior in (("CI8x8", False), ("a posterior", True)):
        codec: Any = open_codec(VAESpec("x", str(pair(tmp_path, SHAPES[name])[0])), CodecOptions())
        facts = codec.latent_facts(codec.encode(photographs(), [0, 1]))
        assert all(not one.codes and (one.kl is not None) is posterior for one in facts)


def test_a_stop_is_asked_between_layers(tmp_path: Path) -> None:
    codec: Any = open_codec(VAESpec("x", str(pair(tmp_path)[0])), CodecOptions())
    asked: list[int] = []
    codec.check = lambda: asked.append(1)
    codec.encode(photographs(), [0, 1])
    assert len(asked) > 20


def _changed(shape: Shape, change: Callable[[Any], None], folder: Path) -> Path:
    whole = Whole(shape)
    change(whole)
    return save_pair(whole, folder)


def _more(whole: Any) -> None:
    """A layer that the published structure has not: it would be left out, and the images be others."""
    inner = whole.decoder.conv_out
    whole.decoder.conv_out = nn.Sequential(nn.Conv2d(32, 32, 1), inner)


@pytest.mark.parametrize("what", ["wavelets", "levels", "basis", "order"])
def test_constants_that_are_not_the_published_ones_are_no_such_tokenizer(what: str, tmp_path: Path) -> None:
    changes: dict[str, Callable[[Any], Any]] = {
        "wavelets": lambda whole: whole.decoder.unpatcher.wavelets.mul_(0.9),
        "levels": lambda whole: whole.quantizer._levels.fill_(1),
        "basis": lambda whole: whole.quantizer._basis.mul_(2),
        "order": lambda whole: whole.encoder.patcher._arange.mul_(2),
    }
    path = _changed(SHAPES["DI8x8"], changes[what], tmp_path)
    sentence = (
        "not that of the published code"
        if what in ("basis", "order")
        else "TorchScript program, and not one of a structure"
    )
    with pytest.raises(UntrustedProgramError, match=sentence) as caught:
        describe(str(path))
    assert len(caught.value.hashes) == 2


def test_one_layer_more_is_another_program(tmp_path: Path) -> None:
    with pytest.raises(UntrustedProgramError, match="nothing of it was run"):
        describe(str(_changed(SHAPES["CI8x8"], _more, tmp_path)))


def test_two_halves_of_two_tokenizers_are_refused(tmp_path: Path) -> None:
    path, _ = pair(tmp_path)
    (tmp_path / "other").mkdir()
    pair(tmp_path / "other", SHAPES["CI16x16"])
    (tmp_path / "other" / "decoder.jit").replace(tmp_path / "decoder.jit")
    with pytest.raises(UntrustedProgramError, match="nothing of it was run") as caught:
        describe(str(path))
    assert "halving" not in str(caught.value)


def test_an_archive_that_two_readers_would_read_in_two_ways_is_refused(tmp_path: Path) -> None:
    """Two roots, members of one name, names that differ in case: the tricks by which a screened program was another."""
    path, _ = pair(tmp_path)
    with zipfile.ZipFile(path) as archive:
        members = [(item, archive.read(item)) for item in archive.namelist()]

    def write(extra: list[tuple[str, bytes]], first: bool) -> None:
        with zipfile.ZipFile(path, "w") as archive, pytest.MonkeyPatch.context() as patch:
            patch.setattr("warnings.warn", lambda *_, **__: None)  # that a name comes twice
            for name, data in [*extra, *members] if first else [*members, *extra]:
                archive.writestr(name, data)

    root = members[0][0].partition("/")[0]
    table = dict(members)[f"{root}/data.pkl"]
    for extra in (
        [("other/version", b"3"), ("other/data.pkl", table)],
        [("data.pkl", table)],
        [(f"{root}/DATA.pkl", table)],
        [(f"{root}/data.pkl", table)],
        [(f"{root}/CODE/__torch__.py", b""), (f"{root}/code/__TORCH__.py", b"")],
        [(f"{root}/version", b"4")],
    ):
        for first in (True, False):
            write(extra, first)
            with pytest.raises(VAEError, match="which PyTorch never writes"):
                describe(str(path))

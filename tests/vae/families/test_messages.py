"""What is no image VAE that VAELab runs is named for what it is; what came damaged is named for how."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import diffusers
import pytest
import torch
from counted_calls import counted
from families.table import ALL, FamilyFiles
from family_cases import photographs, round_trip, saved, source_of
from vae_files import random_kl, to_ldm

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.families.detect import detect
from vaelab.vae.spec.grammar import VAESpec

OTHERS = {
    "AutoencoderOobleck": "an audio autoencoder",
}
"""Classes of diffusers, by their published sizes, and what their files seem to be."""


@pytest.mark.parametrize("name", OTHERS)
def test_other_autoencoders_are_named(name: str) -> None:
    with torch.device("meta"), warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        state = getattr(diffusers, name)().state_dict()
    with pytest.raises(VAEError, match=f"seems to be {OTHERS[name]}.*which is not supported yet") as caught:
        detect(source_of(state))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("layout", ["safetensors", "zip"])
def test_a_file_of_zeros_is_a_download_that_stopped(layout: str, tmp_path: Path) -> None:
    """Its size and its header are right; so are some tensors of a healthy VAE that are zero."""
    state = {name: torch.zeros_like(tensor) for name, tensor in to_ldm(random_kl().state_dict(), 2).items()}
    path = tmp_path / "vae.ckpt"
    if layout == "zip":
        torch.save(state, path)
    else:
        saved(state, path)
    with pytest.raises(
        VAEError, match="holds nothing but zeros where the weights of AutoencoderKL"
    ) as caught:
        round_trip(path, photographs())
    assert "download it again" in str(caught.value)


def test_zeros_in_some_places_are_noted(tmp_path: Path) -> None:
    state = random_kl().state_dict()
    state["decoder.conv_in.weight"].zero_()
    codec: Any = open_codec(VAESpec("x", str(saved(state, tmp_path / "a.safetensors"))), CodecOptions())
    (note,) = [note for note in codec.notes if "zeros" in note]
    assert "1 of its" in note
    assert "'decoder.conv_in.weight'" in note
    state = random_kl().state_dict()
    state["decoder.conv_in.bias"].zero_()
    codec = open_codec(VAESpec("x", str(saved(state, tmp_path / "a.safetensors"))), CodecOptions())
    assert not [note for note in codec.notes if "zeros" in note]


def test_every_family_is_described_in_full_and_without_much_work(family_files: FamilyFiles) -> None:
    """Family, channels, factor, parameters, precision and hash, from the header and the bytes alone."""
    for key in ALL:
        path = str(family_files.path(key))
        info, calls = counted(lambda path=path: describe(path, hash_content=True))
        assert calls < 1_000_000, key
        assert info.latent_channels, key
        assert info.factor, key
        assert info.parameters > 0, key
        assert info.stored_dtype in ("fp32", "mixed"), key
        assert info.sha256 is not None, key
        assert len(info.sha256) == len(str(info.details["content sha256"])) == 64, key

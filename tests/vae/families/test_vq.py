"""VQModel: plain, with attention in its blocks (taming, LDM), and with spatial norms (MoVQ)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from families.vq import gumbel, movq, random_vq, to_original
from family_cases import photographs, saved

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.spec.grammar import VAESpec


def test_a_gumbel_quantizer_counts_its_entries(tmp_path: Path) -> None:
    path, _ = gumbel(tmp_path)
    info = describe(str(path))
    assert (info.family, info.latent_channels, info.factor) == ("GumbelVQ (32×6, f2)", 6, 2)
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    ((use,), _) = codec.code_use(codec.encode(photographs(), [0, 1]))
    assert use.size == 32
    assert any("scores best" in note for note in codec.notes)


def test_another_quantizer_is_refused(tmp_path: Path) -> None:
    """A Gumbel quantizer scores its entries with a bias."""
    state = random_vq().state_dict()
    state["quantize.embed.weight"] = state.pop("quantize.embedding.weight")
    state["quantize.proj.weight"] = torch.zeros(32, 4, 1, 1)
    with pytest.raises(VAEError, match="seems to be a VQ autoencoder, which is not supported yet"):
        describe(str(saved(state, tmp_path / "a.safetensors")))


def test_the_codebook_is_described(tmp_path: Path) -> None:
    info = describe(str(saved(to_original(movq().state_dict()), tmp_path / "a.safetensors")))
    assert info.family == "VQModel (MoVQ-type, 32×4, f2)"
    assert (info.latent_channels, info.details["num_vq_embeddings"]) == (4, 32)
    assert info.parameters == sum(p.numel() for p in movq().parameters())


def test_decoding_uses_the_codebook_alone(tmp_path: Path) -> None:
    """Moving a latent by less than half the way to another code changes nothing."""
    path = saved(random_vq().state_dict(), tmp_path / "a.safetensors")
    codec = open_codec(VAESpec("x", str(path)), CodecOptions())
    latents = codec.encode(torch.zeros(1, 8, 8, 3, dtype=torch.uint8).numpy() + 99, [0])
    book = random_vq().quantize.embedding.weight
    z = latents.data.z
    nearest = torch.cdist(z.permute(0, 2, 3, 1).reshape(-1, 4), book).argmin(1)
    snapped = book[nearest].view(1, 4, 4, 4).permute(0, 3, 1, 2)
    before = codec.decode(latents).images
    with torch.inference_mode():
        z.copy_(snapped)
    assert abs(codec.decode(latents).images.astype(int) - before).max() <= 1

"""VQ-VAE-2, LlamaGen and VAR against their published structure, written down again in ``published_vq``."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from families.vq_published import CASES, DATA_PARALLEL, GRIDS
from family_cases import check_case, photographs, round_trip, saved, source_of
from published_vq import Run, Weights, llamagen, outlines, reference, var, vqvae2
from torch.nn import functional as F

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions, Latents
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.families.detect import detect
from vaelab.vae.families.table import BY_KEY
from vaelab.vae.spec.grammar import VAESpec

REORDERED = {"levels": 1, "share": 1e-3}
"""Attention is one fused operation in diffusers and three here: a rounding may fall on the other side."""
SIDES = [1, 2, 3, 4, 5, 6, 8, 10, 13, 16]
PUBLISHED: dict[str, tuple[Run, str, float]] = {
    "vq_ds16_c2i": (
        partial(llamagen, widths=(128, 128, 256, 256, 512), latent=256, entries=16384),
        "VQModel (LlamaGen-type, 16384×8, f16)",
        72,
    ),
    "vq_ds8_c2i": (
        partial(llamagen, widths=(128, 256, 256, 512), latent=256, entries=16384),
        "VQModel (LlamaGen-type, 16384×8, f8)",
        70,
    ),
    "vae_ch160v4096z32": (
        partial(var, sides=[(n, n) for n in SIDES], widths=(160, 160, 320, 320, 640), latent=32, entries=4096),
        "VAR (4096×32 at 10 scales, f16)",
        109,
    ),
    "vqvae_560": (
        partial(vqvae2, width=128, dim=64, entries=512),
        "VQ-VAE-2 (512×64 at f4, 512×64 at f8)",
        1.45,
    ),
}  # fmt: skip
"""Published file, the sizes that its author's code gives it, and millions of parameters."""


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_sizes_are_rebuilt_from_shapes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run, label, millions = PUBLISHED[name]
    state = outlines(run, monkeypatch)
    vae = detect(source_of(state))
    assert vae.label == label
    place, function = BY_KEY[vae.family].build.split(":")
    module = getattr(import_module(place), function)(vae, ()).module
    owned = {*vae.keys.values(), *(part for parts in vae.splits.values() for part in parts)}
    assert owned == set(module.state_dict())
    shapes = {own: state[name].shape for name, own in vae.keys.items()}
    for own, shape in shapes.items():
        found = [side for side in module.state_dict()[own].shape if side != 1]
        assert found == [side for side in shape if side != 1], own
    count = sum(tensor.numel() for tensor in module.state_dict().values()) / 1e6
    assert count == pytest.approx(millions, rel=0.02)


def test_llamagens_tokenizer_inside_another_model_is_found(tmp_path: Path) -> None:
    """As in Janus, whose file holds a language model too."""
    weights = Weights()
    expected = reference(llamagen, weights, "decoder.conv_out")
    state = {f"gen_vision_model.{name}": tensor for name, tensor in weights.items()}
    state |= {"language_model.model.embed_tokens.weight": torch.zeros(4, 4), "gen_head.bias": torch.zeros(4)}
    path = saved(state, tmp_path / "model.safetensors")
    check_case(("VQModel", "LlamaGen"), path, expected, **REORDERED)
    assert describe(str(path)).details["prefix"] == "gen_vision_model."


def test_vq_vae_2_saved_from_several_gpus_has_a_prefix(tmp_path: Path) -> None:
    path, _ = DATA_PARALLEL(tmp_path)
    assert describe(str(path)).details["prefix"] == "module."


def test_vq_vae_2_is_described(tmp_path: Path) -> None:
    """Weights that only training needs are not counted."""
    path, _ = CASES["VQ-VAE-2", "rosinality"](tmp_path)
    info = describe(str(path))
    assert info.family == "VQ-VAE-2 (24×6 at f4, 24×6 at f8)"
    assert (info.latent_channels, info.factor) == (6 + 4 * 6, 8)
    state = torch.load(path)
    averages = 2 * (24 + 24 * 6)
    assert info.parameters == sum(tensor.numel() for tensor in state.values()) - averages


def opened(path: Path) -> tuple[Any, Latents]:
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    return codec, codec.encode(photographs(), [0, 1])


def test_both_latents_of_vq_vae_2_are_measured(tmp_path: Path) -> None:
    """The facts' channels are the coarse latent's, then the fine one's at each place of a block of 2 × 2."""
    path, _ = CASES["VQ-VAE-2", "rosinality"](tmp_path)
    codec, latents = opened(path)
    facts = codec.latent_facts(latents)[0]
    assert facts.positions == 8 * 6
    assert len(facts.mean) == 30
    fine = F.pixel_shuffle(latents.data.z[:1, 6:], 2)
    assert np.mean(facts.mean[6:10]) == pytest.approx(float(fine[:, 0].double().mean()), abs=1e-6)
    assert any("two latents" in note for note in codec.notes)


def test_changing_either_level_changes_the_image(tmp_path: Path) -> None:
    path, _ = CASES["VQ-VAE-2", "rosinality"](tmp_path)
    codec, latents = opened(path)
    before = codec.decode(latents).images
    for channels in (slice(0, 6), slice(6, 30)):
        with torch.inference_mode():
            kept = latents.data.z[:, channels].clone()
            latents.data.z[:, channels] = 9.0
            assert not np.array_equal(codec.decode(latents).images, before)
            latents.data.z[:, channels] = kept
    assert np.array_equal(codec.decode(latents).images, before)


@pytest.mark.parametrize("key", CASES)
def test_codes_are_the_entries_that_are_decoded(key: tuple[str, str], tmp_path: Path) -> None:
    path, _ = CASES[key](tmp_path)
    codec, latents = opened(path)
    found = codec._network.codes(latents.data.z)
    expected = {
        "VQ-VAE-2": [(8 * 6, 24), (16 * 12, 24)],
        "VQModel": [(16 * 12, 40)],
        "VAR": [(sum(h * w for h, w in GRIDS), 40)],
    }[key[0]]
    assert [(indices[0].numel(), size) for indices, size in found] == expected
    for indices, size in found:
        assert indices.dtype == torch.int64
        assert 0 <= int(indices.min()) <= int(indices.max()) < size
        assert len(indices.unique()) > 1
    reported = codec.latent_facts(latents)[0].codes
    assert len(reported) == len(expected)


def test_codes_rebuild_the_image_of_llamagen(tmp_path: Path) -> None:
    """Putting the named entries in the latent's place changes nothing."""
    path, _ = CASES["VQModel", "LlamaGen"](tmp_path)
    codec, latents = opened(path)
    book = torch.load(path)["model"]["quantize.embedding.weight"]
    before = codec.decode(latents).images
    ((indices, _),) = codec._network.codes(latents.data.z)
    with torch.inference_mode():
        latents.data.z.copy_(book[indices].permute(0, 3, 1, 2))
    assert np.array_equal(codec.decode(latents).images, before)


def test_var_uses_the_published_resolutions_of_512_px() -> None:
    from vaelab.vae.families.var.build import _grids

    assert [height for height, _ in _grids(16, 16)] == [1, 2, 3, 4, 5, 6, 8, 10, 13, 16]
    assert [width for _, width in _grids(32, 32)] == [1, 2, 3, 4, 6, 9, 13, 18, 24, 32]
    assert _grids(32, 24) == GRIDS
    assert _grids(1, 50)[0] == (1, 3)


def test_var_of_other_scales_is_refused(tmp_path: Path) -> None:
    path, _ = CASES["VAR", "LDM"](tmp_path)
    state = {**torch.load(path), "quantize.ema_vocab_hit_SV": torch.zeros(14, 40)}
    with pytest.raises(VAEError, match="quantizes in 14 scales"):
        describe(str(saved(state, tmp_path / "a.safetensors")))


@pytest.mark.parametrize(
    ("name", "shape", "sentence"),
    [
        ("enc_t.blocks.0.weight", (8, 16, 3, 3), "halve the size 2 and 0 times"),
        ("quantize_b.embed", (6,), "codebook 'quantize_b.embed' is missing or no table"),
        ("upsample_t.weight", (), "'upsample_t.weight' of this VQ-VAE-2 is missing or no convolution"),
        ("enc_b.blocks.0.weight", (8, 1, 4, 4), "does not take and return RGB"),
    ],
)
def test_vq_vae_2_that_does_not_fit_is_named(
    name: str, shape: tuple[int, ...], sentence: str, tmp_path: Path
) -> None:
    path, _ = CASES["VQ-VAE-2", "rosinality"](tmp_path)
    state = {**torch.load(path), name: torch.zeros(shape)}
    with pytest.raises(VAEError, match=sentence):
        describe(str(saved(state, tmp_path / "a.safetensors")))


@pytest.mark.parametrize("key", CASES)
def test_a_missing_and_an_unexpected_tensor_are_named(key: tuple[str, str], tmp_path: Path) -> None:
    path, _ = CASES[key](tmp_path)
    state = torch.load(path)
    state = state.get("model", state)
    bias = "enc_b.blocks.4.bias" if key[0] == "VQ-VAE-2" else "encoder.conv_in.bias"
    state["encoder.extra.weight" if key[0] != "VQ-VAE-2" else "dec.extra.weight"] = state.pop(bias)
    with pytest.raises(VAEError, match=rf"lacks '{bias}' and it has the unexpected '\w+\.extra\.weight'"):
        round_trip(saved(state, tmp_path / "a.safetensors"), photographs())

"""VQModel: plain, with attention in its blocks (taming, LDM), and with spatial norms (MoVQ)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import VQModel
from family_cases import Cases, Images, by_class, check_case, photographs, prepared, saved, to_pixels
from torch import Tensor, nn
from vae_files import to_ldm

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.spec.grammar import VAESpec


def random_vq(*, attention: bool = False, **changes: Any) -> Any:
    """Attention in the last level, as taming's ImageNet VQGAN and MoVQ have it."""
    torch.manual_seed(0)
    down, up = (
        ("AttnDownEncoderBlock2D", "AttnUpDecoderBlock2D")
        if attention
        else ("DownEncoderBlock2D", "UpDecoderBlock2D")
    )
    arguments: dict[str, Any] = {
        "block_out_channels": (32, 64),
        "down_block_types": ("DownEncoderBlock2D", down),
        "up_block_types": (up, "UpDecoderBlock2D"),
        "latent_channels": 4,
        "num_vq_embeddings": 32,
    }
    module = VQModel(**{**arguments, **changes})
    module.quantize.embedding.weight.data.normal_(0, 0.3)
    return prepared(module, module.decoder.conv_out)


def movq() -> Any:
    return random_vq(attention=True, norm_type="spatial")


def to_original(state: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name.replace(".spatial_norm.", ".norm."): tensor for name, tensor in to_ldm(state, 2).items()} | {
        "quantize.embedding.weight": state["quantize.embedding.weight"],
        "loss.discriminator.main.0.weight": torch.zeros(4),
    }


def folder_case(folder: Path) -> Any:
    module = random_vq()
    module.save_pretrained(folder / "vae")
    return folder / "vae", by_class(module)


def ldm_case(folder: Path) -> Any:
    module = random_vq(attention=True, vq_embed_dim=6)
    torch.save({"state_dict": to_original(module.state_dict())}, folder / "vqgan.ckpt")
    return folder / "vqgan.ckpt", by_class(module)


def movq_folder(folder: Path) -> Any:
    module = movq()
    module.save_pretrained(folder / "vae")
    return folder / "vae", by_class(module)


def movq_original(folder: Path) -> Any:
    module = movq()
    return saved(to_original(module.state_dict()), folder / "movq.safetensors"), by_class(module)


def gumbel(folder: Path) -> Any:
    """As taming's GumbelVQ: every entry is scored by a 1×1 convolution."""
    module = random_vq(attention=True, vq_embed_dim=6)
    book, scores = torch.randn(32, 6) * 0.3, nn.Conv2d(6, 32, 1).requires_grad_(False)
    state = to_original(module.state_dict())
    del state["quantize.embedding.weight"]
    state |= {"quantize.embed.weight": book}
    state |= {f"quantize.proj.{name}": tensor for name, tensor in scores.state_dict().items()}
    torch.save({"state_dict": state}, folder / "vqgan_gumbel_f8.ckpt")

    def run(images: Images) -> Images:
        module.to(memory_format=torch.channels_last)
        x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
        with torch.no_grad():
            z = module.quant_conv(module.encoder(x))
            chosen = book[scores(z).argmax(1)].permute(0, 3, 1, 2)
            return to_pixels(module.decoder(module.post_quant_conv(chosen)))

    return folder / "vqgan_gumbel_f8.ckpt", run


CASES: Cases = {
    ("VQModel", "diffusers"): folder_case,
    ("VQModel", "LDM"): ldm_case,
    ("GumbelVQ", "LDM"): gumbel,
}
MOVQ: Cases = {("VQModel", "diffusers"): movq_folder, ("VQModel", "LDM"): movq_original}


@pytest.mark.parametrize(("cases", "key"), [(cases, key) for cases in (CASES, MOVQ) for key in cases])
def test_vq_equals_the_class(cases: Cases, key: tuple[str, str], tmp_path: Path) -> None:
    check_case(key, cases[key], tmp_path)


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

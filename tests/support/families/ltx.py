"""LTX-Video and LTX-2 at small sizes."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import torch
from diffusers import AutoencoderKLLTX2Video, AutoencoderKLLTXVideo
from family_cases import (
    Cases,
    Further,
    Images,
    file,
    folder,
    prepared,
    under,
)
from torch import Tensor

FIRST: dict[str, Any] = {
    "latent_channels": 8, "block_out_channels": (8, 16, 16, 16), "decoder_block_out_channels": (8, 16, 16, 16),
    "layers_per_block": (1, 2, 1, 1, 1), "decoder_layers_per_block": (1, 1, 2, 1, 1), "patch_size": 2,
}  # fmt: skip
"""As 0.9.0."""
TIMED: dict[str, Any] = {
    **FIRST, "decoder_block_out_channels": (16, 32, 64), "decoder_layers_per_block": (1, 1, 2, 1),
    "decoder_spatio_temporal_scaling": (True,) * 3, "decoder_inject_noise": (False,) * 4, "upsample_residual": (True,) * 3,
    "upsample_factor": (2,) * 3, "timestep_conditioning": True,
}  # fmt: skip
NOISY = {**TIMED, "decoder_inject_noise": (True, True, True, False)}
"""As 0.9.1."""
FOLDING: dict[str, Any] = {
    "block_out_channels": (8, 16, 32, 64, 64), "down_block_types": ("LTXVideo095DownBlock3D",) * 4,
    "layers_per_block": (1, 1, 2, 1, 1), "spatio_temporal_scaling": (True,) * 4,
    "downsample_type": ("spatial", "temporal", "spatiotemporal", "spatiotemporal"),
}  # fmt: skip
LATER = {**TIMED, **FOLDING, "spatial_compression_ratio": 16}
"""As 0.9.5 and 0.9.7."""
SECOND: dict[str, Any] = {
    "latent_channels": 8, "block_out_channels": (16, 32, 64, 64), "decoder_block_out_channels": (16, 32, 64),
    "layers_per_block": (1, 1, 2, 1, 1), "decoder_layers_per_block": (1, 1, 2, 1), "patch_size": 2,
    "spatial_compression_ratio": 16,
}  # fmt: skip
"""As LTX-2."""
THIRD: dict[str, Any] = {
    **SECOND, "decoder_block_out_channels": (16, 32, 32, 64), "decoder_layers_per_block": (1, 1, 2, 1, 1),
    "decoder_spatio_temporal_scaling": (True,) * 4, "decoder_inject_noise": (False,) * 5, "upsample_residual": (False,) * 4,
    "upsample_factor": (2, 2, 1, 2), "upsample_type": ("spatiotemporal", "spatiotemporal", "temporal", "spatial"),
    "decoder_spatial_padding_mode": "zeros",
}  # fmt: skip
"""As LTX-2.3."""
MODELS: dict[str, tuple[Any, dict[str, Any]]] = {
    "0.9.0": (AutoencoderKLLTXVideo, FIRST),
    "0.9.1": (AutoencoderKLLTXVideo, NOISY),
    "0.9.1 without noise": (AutoencoderKLLTXVideo, TIMED),
    "0.9.5": (AutoencoderKLLTXVideo, LATER),
    "LTX-2": (AutoencoderKLLTX2Video, SECOND),
    "LTX-2.3": (AutoencoderKLLTX2Video, THIRD),
}


@torch.no_grad()
def run(module: Any, images: Images, seed: int = 0) -> Tensor:
    """Image by image, at time step 0; what noise is drawn follows the image's own seed."""
    results = []
    for number, image in enumerate(images):
        x = torch.from_numpy(image.copy()).permute(2, 0, 1)[None, :, None].float() / 255.0 * 2.0 - 1.0
        z = module.encode(x).latent_dist.mode()
        torch.manual_seed(seed + number)
        timed = module.config.timestep_conditioning
        results.append(module.decode(z, torch.zeros(1) if timed else None).sample[:, :, 0])
    return torch.cat(results)


def make(name: str, **changes: Any) -> Any:
    torch.manual_seed(0)
    kind, arguments = MODELS[name]
    module = kind(**{**arguments, **changes})
    for key, parameter in module.named_parameters():
        if "per_channel_scale" in key:
            parameter.data.normal_()
    module.latents_mean.normal_()
    return prepared(module, module.decoder.conv_out.conv, run)


def to_lightricks(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """One row of blocks for each half, in the order they run."""
    places: dict[str, str] = {}
    number = 0
    for level in range(9):
        for inner in ("resnets", "downsamplers.0", "conv_out"):
            start = f"encoder.down_blocks.{level}.{inner}"
            if any(name.startswith(f"{start}.") for name in state):
                places[start] = f"encoder.down_blocks.{number}{'.res_blocks' if inner == 'resnets' else ''}"
                number += 1
    places["encoder.mid_block.resnets"] = f"encoder.down_blocks.{number}.res_blocks"
    places["decoder.mid_block.resnets"] = "decoder.up_blocks.0.res_blocks"
    places["decoder.mid_block.time_embedder"] = "decoder.up_blocks.0.time_embedder"
    number = 1
    for level in range(9):
        for inner in ("conv_in", "upsamplers.0", "resnets"):
            start = f"decoder.up_blocks.{level}.{inner}"
            if any(name.startswith(f"{start}.") for name in state):
                places[start] = f"decoder.up_blocks.{number}{'.res_blocks' if inner == 'resnets' else ''}"
                number += 1
        places[f"decoder.up_blocks.{level}.time_embedder"] = f"decoder.up_blocks.{number - 1}.time_embedder"
    result: dict[str, Tensor] = {}
    for name, tensor in state.items():
        start = next((start for start in places if name.startswith(f"{start}.")), None)
        if start is not None:
            name = places[start] + name.removeprefix(start)
        name = name.replace(".conv_shortcut.conv.", ".conv_shortcut.").replace(".norm3.", ".norm3.norm.")
        name = re.sub(r"^decoder\.(time_embedder|scale_shift_table)", r"decoder.last_\1", name)
        name = re.sub(r"^latents_(mean|std)$", r"per_channel_statistics.\1-of-means", name)
        result[name] = tensor
    assert len(result) == len(state)
    statistics = ("channel", "mean-of-stds", "mean-of-stds_over_std-of-means")
    return result | {f"per_channel_statistics.{name}": torch.ones(8) for name in statistics}


def beside_a_transformer(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """As Lightricks publishes it."""
    other = {"model.diffusion_model.patchify_proj.weight": torch.zeros(2, 2)}
    return under("vae.", to_lightricks)(state) | other


ALL: Further = {
    f"{name}, {layout}": ((MODELS[name][0].__name__, layout), maker)
    for name in MODELS
    for layout, maker in (
        ("diffusers", folder(partial(make, name), run)),
        ("Lightricks", file(partial(make, name), beside_a_transformer, run)),
    )
}
CASES: Cases = {
    ALL[f"{name}, {layout}"][0]: ALL[f"{name}, {layout}"][1]
    for name in ("0.9.0", "LTX-2")
    for layout in ("diffusers", "Lightricks")
}
FURTHER: Further = {name: case for name, case in ALL.items() if name.split(",")[0] not in ("0.9.0", "LTX-2")}

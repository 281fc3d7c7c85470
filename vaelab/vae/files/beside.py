"""What lies in a file beside a VAE and takes no part in it, and what marks its weights as quantized. No torch here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vaelab.vae.recognized import Shapes

_HEAD = re.compile(
    r"(?:\w*_)?loss(?:es|_fn)?|lpips\w*|perceptual\w*|(?:net_?D|disc(?:riminator)?)(?:_\w+)?|criterion"
)
"""A module that only training runs: the loss, the discriminator, the network of a perceptual distance."""
_VAE = re.compile(
    r"(?:\w*_)?(?:encoder|decoder|decoder_unet)|(?:post_)?quant\w*|vquantizer|bn|per_channel_statistics|\d+"
)
"""A module within which nothing is taken for what training left."""
_KEPT = re.compile(r"num_batches_tracked|vae_scale|vae_shift|_?latents_(?:mean|std)")
"""Numbers on their own that belong to a VAE, or to its format."""
_COMPANION = re.compile(
    r"(?:^|\.)(?:\w*ema\w*\.|(?:scale_weight|weight_scale|scale_input|input_scale|scaled_fp8|comfy_quant)$)"
)
"""What ``ema_and_scales`` sorts."""

_MARK = re.compile(
    r"(?:.+\.)?(?:(?P<eight>SCB|weight_format)|(?:nested_)?(?P<four>absmax|quant_map)|quant_state\.bitsandbytes__\w+)"
)


def left_by_training(shapes: Shapes) -> tuple[str, ...]:
    """The tensors of a file that only its training needed: whole heads, and numbers that stand alone outside of the VAE.

    A tensor that might be a part of the VAE is not among them: what a model does not know is refused elsewhere.
    """
    return tuple(sorted(name for name, shape in shapes.items() if _is_left(name, shape)))


def _is_left(name: str, shape: tuple[int, ...]) -> bool:
    if _COMPANION.search(name):
        return False
    *modules, last = name.split(".")
    for module in modules:
        if _HEAD.fullmatch(module):
            return True
        if _VAE.fullmatch(module):
            return False
    return shape in ((), (1,)) and not _KEPT.fullmatch(last) and not _VAE.fullmatch(last)


def left_words(names: Iterable[str]) -> str:
    """The note that says so."""
    every = list(names)
    some = f"{len(every)} tensor{'' if len(every) == 1 else 's'}"
    return f"beside the VAE the file holds {some} that its training left and that take no part; the first is '{every[0]}'"


def quantized_bits(names: Iterable[str], start: str) -> tuple[str, int] | None:
    """The first name by which bitsandbytes marks a weight of the VAE as quantized, and to how many bits; None without one.

    Args:
        names: of all tensors.
        start: what stands before the names of the VAE.
    """
    for name in sorted(names):
        first = name.removeprefix(start).partition(".")[0]
        if name.startswith(start) and _VAE.fullmatch(first) and (found := _MARK.fullmatch(name)):
            return name, 8 if found["eight"] else 4
    return None

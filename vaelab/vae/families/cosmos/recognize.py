"""NVIDIA's Cosmos image tokenizers, CI (continuous) and DI (discrete), by the tensors of their TorchScript archives. No torch here.

They are published as ``encoder.jit`` and ``decoder.jit``, and whole as ``autoencoder.jit``: programs whose weights keep the names
that the modules had. The structure is that of their published code (github.com/NVIDIA/Cosmos-Tokenizer), which can be read off
names and shapes: an LDM-type encoder and decoder between a Haar transform of the pixels and, in DI, finite scalar quantization
(arXiv 2309.15505). A tensor more or less, or of another shape, and it is another network, which is not taken for this one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from vaelab.text import Sentence
from vaelab.vae.files.source import Source
from vaelab.vae.files.tensor_ref import SCRIPT, TensorRef
from vaelab.vae.files.tensor_values import values
from vaelab.vae.recognized import RecognizedVAE, Shapes

_HAAR = math.sqrt(0.5)
_DERIVED = ("patcher._arange", "quantizer._basis", "quantizer.implicit_codebook")
"""Follow from what is loaded; they are read to see that they do."""


@dataclass(frozen=True, slots=True)
class Level:
    """One resolution of an encoder or a decoder.

    Attributes:
        blocks: (input, output) channels of its residual blocks.
        attention: whether each of them is followed by attention.
        resampled: whether the size is halved, or doubled, at its end.
    """

    blocks: tuple[tuple[int, int], ...]
    attention: bool
    resampled: bool


@dataclass(frozen=True, slots=True)
class TokenizerPlan:
    """How a tokenizer is built.

    Attributes:
        patch: side in px that becomes one position before the first convolution.
        haar: whether by a Haar transform, else by sorting pixels into channels.
        stem: channels after the encoder's first convolution.
        down: the encoder's levels, finest first.
        up: the decoder's levels, finest first as well, as its tensors count them.
        moments: channels that the encoder's quant convolution returns: latents, or their means and log variances.
        encoded, decoded: channels that the encoder returns and the decoder takes.
        latent: channels of the latent.
        levels: to how many values each channel is rounded; empty in CI.
    """

    patch: int
    haar: bool
    stem: int
    down: tuple[Level, ...]
    up: tuple[Level, ...]
    moments: int
    encoded: int
    decoded: int
    latent: int
    levels: tuple[int, ...]


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE of a TorchScript archive, or None if it is no such tokenizer."""
    found = _read(source) if source.container == SCRIPT else None
    return found if isinstance(found, RecognizedVAE) else None


def oddity(source: Source) -> Sentence | None:
    """Of an archive that is built as such a tokenizer: which of its constants is not that of the published code.

    So the program in the file is another one.
    """
    found = _read(source)
    return found if isinstance(found, Sentence) else None


def _read(source: Source) -> RecognizedVAE | Sentence | None:
    keys = _own_names(source)
    tensors = {own: source.tensors[name] for name, own in keys.items()}
    shapes = {own: reference.shape for own, reference in tensors.items()}
    try:
        haar = _is_haar(tensors)
        levels = _levels(tensors)
        plan = _plan(shapes, haar, levels)
    except (KeyError, IndexError):
        return None
    wanted = dict(_wanted(plan))
    derived = {own for own in shapes if own.endswith(_DERIVED) or own.startswith("inv_quant.")}
    if plan.patch == 0 or {own: shape for own, shape in shapes.items() if own not in derived} != wanted:
        return None
    other = _other_constant(tensors, plan)
    if other:
        return Sentence(
            "it is built as a Cosmos image tokenizer, but its '{0}' is not that of the published code",
            (other,),
        )
    factor = plan.patch << sum(level.resampled for level in plan.down)
    kind = f"{'DI' if levels else 'CI'}{factor}x{factor}"
    what = f"{math.prod(levels)} codes" if levels else f"{plan.latent} channels"
    return RecognizedVAE(
        family="cosmos_image",
        label=f"CosmosTokenizer ({kind}, {what})",
        layout="encoder.jit + decoder.jit" if source.pair else "autoencoder.jit",
        latent_channels=plan.latent,
        factor=factor,
        arguments={"plan": plan},
        keys={name: own for name, own in keys.items() if own not in derived},
        notes=(
            "the weights of the TorchScript archive in VAELab's own network of the published structure; no program in the "
            "file was run",
        ),
    )


def _own_names(source: Source) -> dict[str, str]:
    """Name in the source to the name in the whole tokenizer."""
    if not source.pair:
        return {name: name for name in source.tensors}
    return {name: name.partition(".")[2] for name in source.tensors}


def _numbers(reference: TensorRef) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The values of a small tensor, flat."""
    with reference.path.open("rb") as file:
        data = values(reference, file)
    stored = "<f4" if reference.dtype.startswith(("float", "bfloat")) else "<i8"
    return np.frombuffer(data, stored).astype(np.float64)


def _is_haar(tensors: Mapping[str, TensorRef]) -> bool:
    """Whether pixels become channels by a Haar transform; half precision rounds its coefficient.

    Raises:
        KeyError: it is neither that nor the other way that the published code knows.
    """
    kinds = []
    for name in ("encoder.patcher.wavelets", "decoder.unpatcher.wavelets"):
        if tensors[name].shape != (2,):
            raise KeyError(name)
        numbers = _numbers(tensors[name])
        haar = np.allclose(numbers, _HAAR, atol=2e-3, rtol=0)
        if not haar and not np.array_equal(numbers, np.ones(2)):
            raise KeyError(name)
        kinds.append(bool(haar))
    if kinds[0] is not kinds[1]:
        raise KeyError("wavelets")
    return kinds[0]


def _levels(tensors: Mapping[str, TensorRef]) -> tuple[int, ...]:
    reference = tensors.get("quantizer._levels")
    if reference is None:
        return ()
    if len(reference.shape) != 1 or not 1 <= reference.shape[0] <= 16:
        raise KeyError("quantizer._levels")
    found = tuple(int(number) for number in _numbers(reference))
    if not all(2 <= number <= 2**16 for number in found) or math.prod(found) > 2**24:
        raise KeyError("quantizer._levels")
    return found


def _plan(shapes: Shapes, haar: bool, levels: tuple[int, ...]) -> TokenizerPlan:
    taken, returned = shapes["encoder.conv_in.weight"][1], shapes["decoder.conv_out.weight"][0]
    patch = next((side for side in (1, 2, 4, 8, 16) if 3 * side * side == taken == returned), 0)
    return TokenizerPlan(
        patch=patch,
        haar=haar,
        stem=shapes["encoder.conv_in.weight"][0],
        down=_read_levels(shapes, "encoder.down", "downsample"),
        up=_read_levels(shapes, "decoder.up", "upsample"),
        moments=shapes["quant_conv.weight"][0],
        encoded=shapes["quant_conv.weight"][1],
        decoded=shapes["post_quant_conv.weight"][0],
        latent=shapes["post_quant_conv.weight"][1],
        levels=levels,
    )


def _read_levels(shapes: Shapes, start: str, resample: str) -> tuple[Level, ...]:
    found: list[Level] = []
    while f"{start}.{len(found)}.block.0.conv1.weight" in shapes:
        level, blocks = f"{start}.{len(found)}", list[tuple[int, int]]()
        while (name := f"{level}.block.{len(blocks)}.conv1.weight") in shapes:
            blocks.append((shapes[name][1], shapes[name][0]))
        attention = f"{level}.attn.0.q.weight" in shapes
        found.append(Level(tuple(blocks), attention, f"{level}.{resample}.conv.weight" in shapes))
    return tuple(found)


def _wanted(plan: TokenizerPlan) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every tensor that the published code makes of a plan; none where the plan does not hang together."""
    pixels = 3 * plan.patch**2
    if not plan.down or len(plan.down) != len(plan.up) or not _joined(plan):
        return
    yield from (("encoder.patcher.wavelets", (2,)), ("decoder.unpatcher.wavelets", (2,)))
    yield from _convolution("encoder.conv_in", pixels, plan.stem, 3)
    for half, start, resample, levels in (
        ("encoder", "encoder.down", "downsample", plan.down),
        ("decoder", "decoder.up", "upsample", plan.up),
    ):
        for number, level in enumerate(levels):
            for place, (taken, made) in enumerate(level.blocks):
                yield from _block(f"{start}.{number}.block.{place}", taken, made)
                if level.attention:
                    yield from _attention(f"{start}.{number}.attn.{place}", made)
            if level.resampled:
                width = level.blocks[-1][1]
                yield from _convolution(f"{start}.{number}.{resample}.conv", width, width, 3)
        width = plan.down[-1].blocks[-1][1] if half == "encoder" else plan.up[-1].blocks[0][0]
        yield from _block(f"{half}.mid.block_1", width, width)
        yield from _attention(f"{half}.mid.attn_1", width)
        yield from _block(f"{half}.mid.block_2", width, width)
    yield from _norm("encoder.norm_out", plan.down[-1].blocks[-1][1])
    yield from _convolution("encoder.conv_out", plan.down[-1].blocks[-1][1], plan.encoded, 3)
    yield from _convolution("quant_conv", plan.encoded, plan.moments, 1)
    yield from _convolution("post_quant_conv", plan.latent, plan.decoded, 1)
    yield from _convolution("decoder.conv_in", plan.decoded, plan.up[-1].blocks[0][0], 3)
    yield from _norm("decoder.norm_out", plan.up[0].blocks[-1][1])
    yield from _convolution("decoder.conv_out", plan.up[0].blocks[-1][1], pixels, 3)
    if plan.levels:
        yield "quantizer._levels", (len(plan.levels),)


def _joined(plan: TokenizerPlan) -> bool:
    """Whether each block takes what the one before it made, and as often is halved as doubled."""
    width = plan.stem
    for taken, made in (block for level in plan.down for block in level.blocks):
        if taken != width:
            return False
        width = made
    width = plan.up[-1].blocks[0][0]
    for taken, made in (block for level in reversed(plan.up) for block in level.blocks):
        if taken != width:
            return False
        width = made
    down, up = (sum(level.resampled for level in levels) for levels in (plan.down, plan.up))
    latent = plan.moments == plan.latent or (not plan.levels and plan.moments == 2 * plan.latent)
    quantized = not plan.levels or len(plan.levels) == plan.latent
    return down == up and latent and quantized and plan.patch << down > 1


def _convolution(name: str, taken: int, made: int, side: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield f"{name}.weight", (made, taken, side, side)
    yield f"{name}.bias", (made,)


def _norm(name: str, width: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield f"{name}.weight", (width,)
    yield f"{name}.bias", (width,)


def _block(name: str, taken: int, made: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield from _norm(f"{name}.norm1", taken)
    yield from _convolution(f"{name}.conv1", taken, made, 3)
    yield from _norm(f"{name}.norm2", made)
    yield from _convolution(f"{name}.conv2", made, made, 3)
    if taken != made:
        yield from _convolution(f"{name}.nin_shortcut", taken, made, 1)


def _attention(name: str, width: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield from _norm(f"{name}.norm", width)
    for part in ("q", "k", "v", "proj_out"):
        yield from _convolution(f"{name}.{part}", width, width, 1)


def _other_constant(tensors: Mapping[str, TensorRef], plan: TokenizerPlan) -> str:
    """The first constant beside the weights that is not what the published code makes of a plan; empty if all are."""
    levels = np.array(plan.levels, np.float64)
    basis = np.concatenate([np.ones(1), np.cumprod(levels)[:-1]]) if plan.levels else levels
    ends = {
        "patcher._arange": np.arange(2.0),
        "quantizer._levels": levels,
        "quantizer._basis": basis,
    }
    for name, reference in tensors.items():
        end = next((end for end in ends if name.endswith(end)), None)
        book = name.endswith("quantizer.implicit_codebook")
        known = end is not None or book or not name.startswith("inv_quant.")
        # Shapes first: what is not read cannot be too large.
        if not known or (
            end is not None
            and (reference.shape != ends[end].shape or not np.array_equal(_numbers(reference), ends[end]))
        ):
            return name
    return ""

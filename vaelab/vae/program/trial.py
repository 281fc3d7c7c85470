"""What a trusted program is found to be by trying it: how it is called, and the size of its latent. No torch here.

The pictures that it is tried on are as of NVIDIA's Cosmos tokenizers; of several ways to call it the first that gives a picture
of the same size back is taken, at the first size that it takes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from vaelab.arrays import Array, Codes, Float32, Pixels
from vaelab.errors import VAEError
from vaelab.vae.program.failures import ask
from vaelab.vae.program.process import ProgramProcess

LatentKind = Literal["continuous", "moments", "discrete", "indices", "round trip"]
SIDES: Final = (64, 256, 512)
"""Sides of the pictures, px: some programs take one size alone."""
_SAME: Final = 1e-3
"""How far two ways may differ that are one, in the units of [-1, 1]."""

ToIndices = Callable[[Float32], Codes]


@dataclass(frozen=True, slots=True)
class Trial:
    """How a program is run.

    Attributes:
        encode, decode: what is called; ``forward`` and nothing for a round trip.
        part: which tensor of what ``encode`` returns is the latent.
        kind: what the latent is: ``moments`` are means, then as many log variances; ``discrete`` are vectors that are decoded
            by their indices; ``indices`` whole numbers that are decoded as they are; a round trip has none.
        channels: of the latent; None where it has none, or is indices without channels.
        factor: pixels for each of its positions, in each direction; None without a latent.
    """

    encode: str
    decode: str
    part: int
    kind: LatentKind
    channels: int | None
    factor: int | None


def try_program(process: ProgramProcess, to_indices: ToIndices | None, channels: int) -> Trial:
    """Try a program that is loaded, for ``trial_seconds`` in all.

    Args:
        process: that runs it.
        to_indices: indices of the vectors that the second tensor of its encoder holds, where its file names their levels.
        channels: of the latent, where its tensors' names say so; else 0.

    Raises:
        VAEError: it crashed, took too long, or gave no picture back in any way.
    """
    until = time.monotonic() + process.trial_seconds
    failed: list[str] = []
    for way in _ways(process, to_indices):
        for side in SIDES:
            try:
                return _Attempt(process, until, side, to_indices, channels).run(*way)
            except (RuntimeError, ValueError) as error:
                failed.append(f"at {side} px: {error}")
    if not failed:
        raise VAEError(
            f"{process.name} has neither 'encode' and 'decode' nor 'forward': {ask(process.has_weights)}."
        )
    sides = ", ".join(map(str, SIDES[:-1]))
    raise VAEError(
        f"{process.name} gave back no picture of a picture of {sides} or {SIDES[-1]} px ({failed[0]}{_cuda(failed[0])}): {ask(process.has_weights)}."
    )


def _ways(process: ProgramProcess, to_indices: ToIndices | None) -> Iterator[tuple[str, str, bool]]:
    """(encode, decode, whether by levels), best first."""
    for pair in (("encode", "decode"), ("encoder", "decoder")):
        if set(pair) <= set(process.has):
            if to_indices is not None:
                yield *pair, True
            yield *pair, False
    if "forward" in process.has:
        yield "forward", "", False


def _cuda(failed: str) -> str:
    gpu = any(word in failed.lower() for word in ("cuda", "nvidia"))
    return "; it is made for a GPU, and programs are run on the CPU" if gpu else ""


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One way, at one size.

    Attributes:
        process: that runs the program.
        until: when the trial ends.
        side: of the picture, px.
        to_indices, channels: as for ``try_program``.
    """

    process: ProgramProcess
    until: float
    side: int
    to_indices: ToIndices | None
    channels: int

    def run(self, encode: str, decode: str, levels: bool) -> Trial:
        """What the program turns out to be.

        Raises:
            RuntimeError, ValueError: it fails, or returns something else than a latent and a picture.
        """
        if not decode:
            self._picture(encode, self._given())
            return Trial(encode, decode, 0, "round trip", None, None)
        part = int(levels)
        latent = self.process.run(encode, self._given(), None, part=part, until=self.until)
        factor = self._factor(encode, latent)
        kind, made = self._decoded(decode, list(self._readings(latent, levels)))
        self._check_whole(encode, made)
        width = None if latent.ndim == 3 else latent.shape[1] // (2 if kind == "moments" else 1)
        return Trial(encode, decode, part, kind, width, factor)

    def _decoded(self, decode: str, readings: Sequence[tuple[LatentKind, Array]]) -> tuple[LatentKind, Array]:
        """The first reading of a latent that decodes to a picture, and the picture.

        Raises:
            RuntimeError: none does; it says why not the first.
        """
        failed: list[RuntimeError] = []
        for kind, given in readings:
            try:
                return kind, self._picture(decode, given)
            except RuntimeError as error:
                failed.append(error)
        raise failed[0]

    def _given(self) -> Pixels:
        """A picture without symmetry, (1, side, side, 3)."""
        count = 3 * self.side**2
        return (np.arange(count) * 31 % 251).astype(np.uint8).reshape(1, self.side, self.side, 3)

    def _readings(self, latent: Array, levels: bool) -> Iterator[tuple[LatentKind, Array]]:
        """What the latent may be, and what its decoder then takes."""
        if levels and self.to_indices is not None:
            yield "discrete", self.to_indices(latent)
            return
        if latent.dtype.kind == "i":
            yield "indices", latent
            return
        half = np.ascontiguousarray(latent[:, : latent.shape[1] // 2])
        if latent.shape[1] != 2 * self.channels:
            yield "continuous", latent
        if latent.shape[1] % 2 == 0:
            yield "moments", half

    def _factor(self, encode: str, latent: Array) -> int:
        axes = (3, 4) if latent.dtype.kind == "i" else (4,)
        height, width = latent.shape[-2:] if latent.ndim in axes else (0, 0)
        if latent.shape[0] != 1 or height != width or not height or self.side % height:
            raise RuntimeError(
                f"'{encode}' made {latent.shape} of an image (1, 3, {self.side}, {self.side}), where VAELab measures latents "
                "(N, channels, height, width) whose sides divide the image's"
            )
        return int(self.side // height)

    def _picture(self, decode: str, given: Array) -> Array:
        """The picture that is made of a latent or of a picture."""
        made = self.process.run(decode, given, None, until=self.until)
        if made.shape != (1, 3, self.side, self.side):
            raise RuntimeError(
                f"'{decode}' returned {made.shape} for an image (1, 3, {self.side}, {self.side})"
            )
        return made

    def _check_whole(self, encode: str, made: Array) -> None:
        """That encoder and decoder alone are what the program computes, where they are but modules of it.

        Raises:
            RuntimeError: they are not, or nothing tells.
        """
        if encode == "encoder" and "forward" in self.process.has:
            try:
                whole = self._picture("forward", self._given())
            except RuntimeError:
                pass  # it does something else, and tells nothing of these two
            else:
                if np.allclose(whole, made, rtol=0, atol=_SAME):
                    return
                raise RuntimeError("'forward' computes something else than 'decoder' after 'encoder'")
        if encode == "encoder" and self.process.beside:
            raise RuntimeError(
                "it has other modules beside encoder and decoder, and no 'forward' that tells how they go together"
            )

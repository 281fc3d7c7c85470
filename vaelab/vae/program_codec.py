"""A TorchScript pair that its user trusts, as a codec: the files' own programs, run by another process (``program_process``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

from vaelab.errors import VAEError
from vaelab.memory import memory_state
from vaelab.vae.base import CodecOptions, Decoded, LatentFacts, Latents, Pixels, VAEInfo
from vaelab.vae.code_use import CodeUse
from vaelab.vae.containers import file_sha256
from vaelab.vae.content import values
from vaelab.vae.encodings import Encodings
from vaelab.vae.halves import Found
from vaelab.vae.pixel_seam import padded, to_pixels
from vaelab.vae.posterior import LOGVAR_RANGE, Posterior, moments, sample
from vaelab.vae.program_child import Task
from vaelab.vae.program_process import SECONDS, ProgramProcess
from vaelab.vae.torch_codec import DTYPES, resolve_precision

_LEAST_ROOM = 10**9


def load_program(
    found: Found, info: VAEInfo, options: CodecOptions, seconds: float = SECONDS
) -> ProgramCodec:
    """Both programs, loaded in a process of their own and tried on one black image.

    Args:
        found: the pair; the user trusts both files.
        info: facts about it.
        options: how to run it.
        seconds: that loading, or one batch, may take.

    Raises:
        VAEError: they do not load, or do not make and take one latent.
    """
    return ProgramCodec(found, info, options, seconds)


class ProgramCodec:
    """Encodes and decodes in another process, on the CPU; what crosses is pixels, latents and shapes.

    Attributes:
        check: called while the process works, if set; where it raises, the process is killed.
        encodings: for the protocol; its latents are not shared.
    """

    can_tile = False

    def __init__(self, found: Found, info: VAEInfo, options: CodecOptions, seconds: float) -> None:
        """Start the process."""
        self.info = info
        self.precision: str = resolve_precision(options)
        self.check: Callable[[], None] | None = options.check
        self.encodings: Encodings | None = None
        self._options = options
        self._files = _halves(found)
        self._channels, self._factor = found.verdict.latent_channels, found.verdict.factor
        self._levels = _levels(found) if found.verdict.arguments["discrete"] else None
        task = Task(
            encoder=self._files["encoder"],
            decoder=self._files["decoder"],
            discrete=self._levels is not None,
            precision=str(DTYPES[resolve_precision(options)]).removeprefix("torch."),
            memory="",
            room=max(int(memory_state("cpu").ram_free_mb * 1e6), _LEAST_ROOM),
            processor_seconds=int(seconds * torch.get_num_threads()) + 1,
            threads=torch.get_num_threads(),
        )
        self._process = ProgramProcess(task, lambda: self.check, seconds)
        names = " and ".join(path for path, _ in self._files.values())
        try:
            self._process.start()
        except RuntimeError as error:
            raise VAEError(f"{names} cannot be loaded as programs: {error}.") from error
        try:
            self._try(names)
        except BaseException:
            self.close()
            raise

    @property
    def notes(self) -> Sequence[str]:
        """What was done that changes numbers, in words; and what the program was kept from."""
        closed = "closed off from the network and from files, with limits of memory and time"
        kept = f"not closed off, since this system does not allow it, from {self._process.open_to}"
        return (
            "TorchScript: the program in the file was run, and not a class of VAELab's or diffusers', since its user trusts it; "
            f"on the CPU, in a process of its own, {kept if self._process.open_to else closed}",
        )

    @property
    def encoder_key(self) -> Hashable:
        """Its latents are its own."""
        return id(self)

    def share_encoder(self, other: object) -> None:
        """Keep the own process."""

    def encode(self, images: Pixels, indices: Sequence[int]) -> Latents:
        """Encode (N, H, W, 3) uint8; ``indices`` are the images' places in the run, for seeded sampling.

        Raises:
            VAEError: the process ended, or took too long.
            RuntimeError: the program failed on these images.
        """
        count, height, width = images.shape[:3]
        whole = padded(images, self._factor)
        sides = whole.shape[1] // self._factor, whole.shape[2] // self._factor
        mean_only = (count, self._channels, *sides)
        shapes = [mean_only, (count, 2 * self._channels, *sides)] if self._levels is None else [mean_only]
        made = torch.from_numpy(self._process.run("encoder", whole, shapes))
        mean, logvar = made, None
        if made.shape[1] != self._channels:
            mean, logvar = made.chunk(2, 1)
            logvar = logvar.clamp(*LOGVAR_RANGE)
        seeds = tuple(self._options.seed + index for index in indices)
        sampled = self._options.latent == "sample" and logvar is not None
        z = sample(mean, cast("Tensor", logvar), seeds) if sampled else mean
        return Latents(Posterior(mean, logvar, z, seeds), (height, width), count)

    def decode(self, latents: Latents) -> Decoded:
        """Decode to images of the size that was encoded.

        Raises:
            VAEError: the process ended, or took too long.
            RuntimeError: the program failed on these latents, or returned another size.
        """
        z: Tensor = latents.data.z
        given = z if self._levels is None else self._indices(z).int()
        height, width = latents.size
        shape = (latents.count, 3, z.shape[2] * self._factor, z.shape[3] * self._factor)
        made = torch.from_numpy(self._process.run("decoder", np.ascontiguousarray(given.numpy()), [shape]))
        return to_pixels(made[:, :, :height, :width], -1.0)

    def latent_facts(self, latents: Latents) -> tuple[LatentFacts, ...]:
        """Moments of each image's latent, of the padded image, in float64; KL and variance where there is a posterior."""
        codes: Sequence[tuple[CodeUse, ...]] = ((),) * latents.count
        if self._levels is not None:
            size = int(self._levels.prod())
            codes = [(CodeUse.of(one.numpy(), size),) for one in self._indices(latents.data.z)]
        return moments(latents.data, codes)

    def tile(self) -> str:
        """Never called: ``can_tile`` is False."""
        raise VAEError(f"{self.info.source} cannot be tiled: use --tiling off.")

    def park(self) -> bool:
        """False: it holds no device's memory."""
        return False

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def _indices(self, z: Tensor) -> Tensor:
        """The number that the decoder knows a vector by: its rounded channels as digits (arXiv 2309.15505)."""
        assert self._levels is not None
        half = (self._levels // 2).view(1, -1, 1, 1)
        digits = (z * half + half).nan_to_num().round().long()
        digits = torch.minimum(digits.clamp(min=0), self._levels.view(1, -1, 1, 1) - 1)
        places = torch.cat([self._levels.new_ones(1), self._levels[:-1].cumprod(0)]).view(1, -1, 1, 1)
        return (digits * places).sum(1)

    def _try(self, names: str) -> None:
        """One black image of four latent positions a side, through both.

        Raises:
            VAEError: they are no pair for images.
        """
        side = 4 * self._factor
        black = np.zeros((1, side, side, 3), np.uint8)
        try:
            self.decode(self.encode(black, [0]))
        except (RuntimeError, ValueError) as error:
            first = str(error)
            if re.search("cuda|nvidia", first, re.IGNORECASE):
                first = f"{first}; it is made for a GPU, and programs are run on the CPU"
            raise VAEError(
                f"{names} do not run on an image of {side} px ({first}): they are no pair for images."
            ) from error


def _halves(found: Found) -> dict[str, tuple[str, str]]:
    """Path and SHA-256 of each half."""
    files: dict[str, tuple[str, str]] = {}
    for name, reference in found.source.tensors.items():
        half = name.partition(".")[0]
        if half not in files:
            files[half] = str(reference.path), file_sha256(reference.path)
    return files


def _levels(found: Found) -> Tensor:
    """To how many values the quantizer rounds each channel."""
    references = (
        reference for name, reference in found.source.tensors.items() if name.endswith("quantizer._levels")
    )
    reference: Any = next(references)
    with reference.path.open("rb") as file:
        numbers = np.frombuffer(values(reference, file), "<i8")
    if not all(2 <= number <= 2**16 for number in numbers) or np.prod(numbers.astype(float)) > 2**24:
        raise VAEError(
            f"{found.source.path} rounds its latent to impossible numbers of values: it is damaged."
        )
    return torch.from_numpy(numbers.astype(np.int64))

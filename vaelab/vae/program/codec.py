"""A TorchScript program, or pair, that its user trusts, as a codec: it is run by another process (``program.process``)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import cast

import numpy as np
import torch
from torch import Tensor

from vaelab.arrays import Codes, Float32, Pixels
from vaelab.errors import VAEError
from vaelab.memory import memory_state
from vaelab.precisions import PRECISIONS
from vaelab.vae.base import CodecOptions, Decoded, LatentFacts, Latents, VAEInfo
from vaelab.vae.codebook_usage import CodeUse
from vaelab.vae.families.torchscript.recognize import label
from vaelab.vae.files.header import file_sha256
from vaelab.vae.files.tensor_values import values
from vaelab.vae.located import LocatedVAE
from vaelab.vae.program.child import Task
from vaelab.vae.program.limits import TRIAL_SECONDS
from vaelab.vae.program.process import ProgramProcess
from vaelab.vae.program.trial import Trial, try_program
from vaelab.vae.runtime.codec import resolve_precision
from vaelab.vae.runtime.pixels import padded, to_pixels
from vaelab.vae.runtime.posterior import LOGVAR_RANGE, Posterior, moments, sample
from vaelab.vae.runtime.shared_encodings import Encodings

_LEAST_ROOM = 10**9


def load_program(
    found: LocatedVAE, info: VAEInfo, options: CodecOptions, trial_seconds: float = TRIAL_SECONDS
) -> ProgramCodec:
    """A program, or a pair, loaded in a process of its own and tried on one picture.

    Args:
        found: what it is; the user trusts its files.
        info: facts about it.
        options: how to run it.
        trial_seconds: that the trial may take in all, from when the program is loaded.

    Raises:
        VAEError: it does not load, or gives no picture back.
    """
    return ProgramCodec(found, info, options, trial_seconds)


class ProgramCodec:
    """Encodes and decodes in another process, on the CPU; what crosses is pixels, latents and shapes.

    Attributes:
        info: facts about it, with what the trial found of its latent.
        check: called while the process works, if set; where it raises, the process is killed.
        encodings: for the protocol; its latents are not shared.
    """

    can_tile = False
    tile_side: int | None = None

    def __init__(self, found: LocatedVAE, info: VAEInfo, options: CodecOptions, trial_seconds: float) -> None:
        self.info = info
        # A program runs on the CPU, whatever the run's device is.
        self.precision = resolve_precision(replace(options, device="cpu"))
        self.check: Callable[[], None] | None = options.check
        self.encodings: Encodings | None = None
        self._options = options
        self._levels = _levels(found) if found.vae.arguments["discrete"] else None
        task = Task(
            programs=_programs(found),
            precision=PRECISIONS[self.precision].dtype,
            memory="",
            room=max(int(memory_state("cpu").ram_free_mb * 1e6), _LEAST_ROOM),
            threads=torch.get_num_threads(),
        )
        self._process = ProgramProcess(
            task, lambda: self.check, trial_seconds, has_weights=bool(found.vae.names)
        )
        self._process.start()
        try:
            by_levels = None if self._levels is None else self._as_indices
            self._trial = try_program(self._process, by_levels, found.vae.latent_channels)
        except BaseException:
            self.close()
            raise
        self._said = (*found.vae.notes, *_found_out(self._trial))
        self.info = _told(found, info, self._trial)

    @property
    def notes(self) -> Sequence[str]:
        """What was done that changes numbers, in words; and what the program was kept from."""
        closed = "closed off from the network and from files, with limits of memory and time"
        kept = f"not closed off, since this system does not allow it, from {self._process.open_to}"
        return (
            "TorchScript: the program in the file was run, and not a class of VAELab's or diffusers', since its user trusts it; "
            f"on the CPU, in a process of its own, {kept if self._process.open_to else closed}",
            *self._said,
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
            RuntimeError: the program failed on these images, or returned another latent than of its trial.
        """
        count, height, width = images.shape[:3]
        seeds = tuple(self._options.seed + index for index in indices)
        trial = self._trial
        if trial.factor is None:
            # A round trip is one call, which is decode's.
            whole = torch.from_numpy(np.array(images))
            return Latents(Posterior(whole, None, whole, seeds), (height, width), count)
        whole_sides = padded(images, trial.factor)
        sides = whole_sides.shape[1] // trial.factor, whole_sides.shape[2] // trial.factor
        width_of = () if trial.channels is None else (trial.channels * (2 if trial.kind == "moments" else 1),)
        shape = (count, *width_of, *sides)
        made = torch.from_numpy(
            self._process.run(trial.encode, whole_sides, [shape], part=trial.part, seed=seeds[0])
        )
        if made.is_floating_point() == (trial.kind == "indices"):
            raise RuntimeError(f"the program returned {made.dtype}, and another kind of numbers in its trial")
        mean, logvar = made, None
        if trial.kind == "moments":
            mean, logvar = made.chunk(2, 1)
            logvar = logvar.clamp(*LOGVAR_RANGE)
        sampled = self._options.latent == "sample" and logvar is not None
        z = sample(mean, cast("Tensor", logvar), seeds) if sampled else mean
        return Latents(Posterior(mean, logvar, z, seeds), (height, width), count)

    def decode(self, latents: Latents) -> Decoded:
        """Decode to images of the size that was encoded.

        Raises:
            VAEError: the process ended, or took too long.
            RuntimeError: the program failed on these latents, or returned another size.
        """
        posterior: Posterior = latents.data
        trial, z = self._trial, posterior.z
        height, width = latents.size
        if trial.factor is None:
            call, given, sides = trial.encode, z.numpy(), (height, width)
        else:
            call = trial.decode
            given = self._as_indices(z.numpy()) if trial.kind == "discrete" else z.numpy()
            sides = z.shape[-2] * trial.factor, z.shape[-1] * trial.factor
        shape = (latents.count, 3, *sides)
        made = torch.from_numpy(
            self._process.run(call, np.ascontiguousarray(given), [shape], seed=posterior.seeds[0])
        )
        return to_pixels(made[:, :, :height, :width], -1.0)

    def latent_facts(self, latents: Latents) -> tuple[LatentFacts, ...] | None:
        """Moments of each image's latent, of the padded image, in float64; KL and variance where there is a posterior.

        None of a round trip, and of indices into a codebook whose size is not known.
        """
        if self._trial.kind in ("round trip", "indices"):
            return None
        codes: Sequence[tuple[CodeUse, ...]] = ((),) * latents.count
        if self._trial.kind == "discrete":
            assert self._levels is not None
            size = int(self._levels.prod())
            codes = [(CodeUse.of(one, size),) for one in self._as_indices(latents.data.z.numpy())]
        return moments(latents.data, codes)

    def tile(self) -> str:
        """Never called: ``can_tile`` is False."""
        raise VAEError(f"{self.info.source} cannot be tiled: choose tiling off.")

    def park(self) -> bool:
        """False: it holds no device's memory."""
        return False

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def _as_indices(self, vectors: Float32) -> Codes:
        """The numbers that the decoder knows vectors (N, C, h, w) by: their rounded channels as digits (arXiv 2309.15505)."""
        assert self._levels is not None
        z = torch.from_numpy(vectors)
        if z.ndim != 4 or z.shape[1] != len(self._levels):
            raise ValueError(
                f"its encoder returned vectors {tuple(z.shape)} for {len(self._levels)} numbers of levels"
            )
        half = (self._levels // 2).view(1, -1, 1, 1)
        digits = (z * half + half).nan_to_num().round().long()
        digits = torch.minimum(digits.clamp(min=0), self._levels.view(1, -1, 1, 1) - 1)
        places = torch.cat([self._levels.new_ones(1), self._levels[:-1].cumprod(0)]).view(1, -1, 1, 1)
        indices: Codes = (digits * places).sum(1).int().numpy()
        return indices


def _programs(found: LocatedVAE) -> dict[str, tuple[str, str]]:
    """Path and SHA-256 of the whole program, or of each half."""
    halves = found.source.halves or {"whole": found.source.files[0]}
    return {part: (str(path), file_sha256(path)) for part, path in halves.items()}


def _found_out(trial: Trial) -> tuple[str, ...]:
    """What the trial decided that could have been otherwise, in words."""
    if trial.kind == "round trip":
        return (
            "a trial found that it turns pictures into pictures by 'forward', so that there is no latent to measure",
        )
    called = f"a trial found that '{trial.encode}' and '{trial.decode}' make a picture of the same size, {trial.factor} px a position"
    if trial.kind == "moments":
        return (
            called,
            f"'{trial.encode}' returns twice the channels that '{trial.decode}' takes: they are read as mean and log variance",
        )
    if trial.kind == "indices":
        return (
            called,
            "its latent is indices of a codebook whose size is not known, so that nothing is measured of it",
        )
    return (called,)


def _told(found: LocatedVAE, info: VAEInfo, trial: Trial) -> VAEInfo:
    """The facts with those of the trial."""
    kinds = {"indices": "discrete", "discrete": "discrete", "round trip": "round trip without latent"}
    kind = kinds.get(trial.kind, "continuous")
    family = label(found.source.pair, kind, trial.channels or 0, trial.factor or 0)
    return replace(
        info,
        family=family if info.family == found.vae.label else info.family,
        latent_channels=trial.channels,
        factor=trial.factor,
    )


def _levels(found: LocatedVAE) -> Tensor | None:
    """To how many values the encoder's quantizer rounds each channel; None where what it holds is no such thing."""
    reference = found.source.tensors["encoder.quantizer._levels"]
    if not reference.dtype.startswith(("int", "uint")):
        return None
    with reference.path.open("rb") as file:
        numbers = np.frombuffer(values(reference, file), "<i8")
    if not all(2 <= number <= 2**16 for number in numbers) or np.prod(numbers.astype(float)) > 2**24:
        return None
    return torch.from_numpy(numbers.astype(np.int64))

"""A PyTorch autoencoder as a codec: uint8 images in and out; ranges, dtypes, padding, posterior and device inside."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn

from vaelab.arithmetic import float32_products, has_rounded_products, use_exact_arithmetic
from vaelab.arrays import Float32, Pixels
from vaelab.device import lacks_operation, torch_dtype
from vaelab.errors import PrecisionError, VAEError
from vaelab.precisions import EXACT, PRECISIONS
from vaelab.text import first_line
from vaelab.vae.base import CodecOptions, Decoded, LatentFacts, Latents, VAEInfo
from vaelab.vae.codebook_usage import CodeUse
from vaelab.vae.identity.latent_spaces import Bridge
from vaelab.vae.latent_units import Units
from vaelab.vae.network import Network
from vaelab.vae.runtime.pixels import padded, to_pixels
from vaelab.vae.runtime.posterior import LOGVAR_RANGE, Posterior, bridged, moments, sample
from vaelab.vae.runtime.shared_encodings import Encodings, SharesEncodings, batch_key


def resolve_precision(options: CodecOptions) -> str:
    """What ``auto`` is: fp32 on every device, whatever dtype is stored, for the numbers are what is asked for.

    Raises:
        PrecisionError: the device does not round products as it should.
    """
    precision = EXACT if options.precision == "auto" else options.precision
    if PRECISIONS[precision].rounds_products and not has_rounded_products(options.device):
        raise PrecisionError(
            f"It cannot run in {precision} on {options.device}: that takes an NVIDIA GPU of compute capability 8.0 or more "
            f"(2020); use {EXACT}.",
            remedies=(EXACT,),
        )
    return precision


class TorchCodec:
    """One loaded network behind the codec protocol.

    Sizes that the factor does not divide are padded at the right and bottom by reflection (as often as it takes; a side of
    one pixel is repeated) and cropped back, so that only the original area counts. In fp32 TF32 is off.

    Attributes:
        check: called from time to time inside ``encode`` and ``decode`` if set; it stops them by raising.
        encodings: where it looks before it encodes, shared with the VAEs that encode alike; None where it is alone.
        users: how many have this codec; it is freed when the last of them closes it.
        units: the normalization of latents that its class or weights carry for a pipeline, None without one.
    """

    def __init__(
        self,
        network: Network,
        info: VAEInfo,
        options: CodecOptions,
        notes: Sequence[str] = (),
        encoder: Hashable = None,
        units: Units | None = None,
    ) -> None:
        """Take over a network whose weights are loaded, in the right precision and on the right device.

        Args:
            network: what to run.
            info: facts about it.
            options: how to run it.
            notes: what was done on loading that changes numbers.
            encoder: equal for encoders with equal weights, built alike; None says that there is no other.
            units: the normalization of latents that its class or weights carry for a pipeline.
        """
        self.info = info
        self.encodings: Encodings | None = None
        self.users = 1
        self.units = units
        self._encoder = encoder
        self.precision: str = resolve_precision(options)
        self.check: Callable[[], None] | None = None
        self._notes = list(notes)
        self._options = options
        self._device = torch.device(options.device)
        use_exact_arithmetic()
        self._network: Network | None = network
        self._tiled = self._parked = False
        self.tile_side: int | None = None
        if options.tiling not in ("off", "auto"):
            self._notes.append(self._tile(network, int(options.tiling)))
        for module in network.module.modules():
            if next(module.children(), None) is None:
                module.register_forward_pre_hook(self._tick)

    @property
    def notes(self) -> Sequence[str]:
        """What was done that changes numbers, in words."""
        return tuple(self._notes)

    def encode(self, images: Pixels, indices: Sequence[int]) -> Latents:
        """Encode (N, H, W, 3) uint8; ``indices`` are the images' places in the run, for seeded sampling.

        Raises:
            VAEError: the network cannot run like this.
        """
        if self.encodings is None:
            return self._encode(images, indices)
        key = batch_key(self.encoder_key, images, indices)
        made = self.encodings.find(key)
        if made is None:
            start = time.perf_counter()
            made = self._encode(images, indices)
            self.encodings.keep(key, replace(made, seconds=time.perf_counter() - start))
        return made

    def _encode(self, images: Pixels, indices: Sequence[int]) -> Latents:
        network = self._running()
        count, height, width = images.shape[:3]
        with self._guard("encode"):
            x = self._to_model(padded(images, self._factor), network)
            with self._products():
                mean, logvar = network.encode(x)
            if logvar is not None:
                logvar = logvar.clamp(*LOGVAR_RANGE)
            seeds = tuple(self._options.seed + index for index in indices)
            sampled = self._options.latent == "sample" and logvar is not None
            z = sample(mean, logvar, seeds) if sampled and logvar is not None else mean
            self._synchronize()
        return Latents(Posterior(mean, logvar, z, seeds), (height, width), count)

    def decode(self, latents: Latents) -> Decoded:
        """Decode to images of the size that was encoded.

        Raises:
            VAEError: the network cannot run like this, or returns another size.
        """
        network = self._running()
        z: Tensor = latents.data.z
        height, width = latents.size
        with self._guard("decode"):
            with self._products():
                if network.decode_seeded is not None:
                    out = network.decode_seeded(z, latents.data.seeds)
                else:
                    out = network.decode(z)
            factor = self._factor
            expected = (latents.count, 3, -(-height // factor) * factor, -(-width // factor) * factor)
            if tuple(out.shape) != expected:
                raise VAEError(
                    f"{self.info.source} returned images of shape {tuple(out.shape)} where {expected} was expected: it is "
                    "an upscaling decoder or its configuration is wrong."
                )
            decoded = to_pixels(out[:, :, :height, :width], network.low)
            self._synchronize()
        return decoded

    def latent_facts(self, latents: Latents) -> tuple[LatentFacts, ...]:
        """Moments of each image's latent, of the padded image, in float64; KL and variance where there is a posterior."""
        return moments(latents.data, self.code_use(latents))

    def code_use(self, latents: Latents) -> tuple[tuple[CodeUse, ...], ...]:
        """For each image, which entries of each codebook its latent becomes; empty without a codebook."""
        network = self._running()
        if network.codes is None:
            return ((),) * latents.count
        with self._guard("look up codes"), self._products():
            books = [(indices.cpu().numpy(), size) for indices, size in network.codes(latents.data.z)]
        return tuple(
            tuple(CodeUse.of(indices[i], size) for indices, size in books) for i in range(latents.count)
        )

    @property
    def latent_is_spatial(self) -> bool:
        """Whether a place of the latent is that place of the picture."""
        return not self._running().packed

    def latent_of(self, latents: Latents) -> Float32:
        """The posterior's mode, (N, C, h, w)."""
        found: Float32 = latents.data.mean.float().cpu().numpy()
        return found

    def from_latent(self, latent: Float32, size: tuple[int, int], indices: Sequence[int]) -> Latents:
        """Latents that decode to images of a size (height, width)."""
        dtype = torch.float32 if self._running().autocast else torch_dtype(self.precision)
        z = torch.from_numpy(np.ascontiguousarray(latent)).to(self._device, dtype)
        seeds = tuple(self._options.seed + index for index in indices)
        return Latents(Posterior(z, None, z, seeds), size, len(latent))

    def taken(self, z: Tensor, bridge: Bridge) -> Tensor:
        """A latent (N, C, h, w) that another network made, in the units and the dtype that this one's decoder takes."""
        dtype = torch.float32 if self._running().autocast else torch_dtype(self.precision)
        return bridged(z, bridge).to(dtype)

    @property
    def encoder_key(self) -> Hashable:
        """Equal for encoders that make the same of the same batch."""
        if self._encoder is None:
            return id(self)
        options = self._options
        return (self._encoder, self.precision, self._tiled, options.device, options.latent, options.seed)

    def share_encoder(self, other: SharesEncodings) -> None:
        """Keep the own weights: its encoder is one network with its decoder."""

    @property
    def can_tile(self) -> bool:
        """Whether ``tile`` would change how it runs."""
        return not self._tiled and self._network is not None and self._network.tile is not None

    def tile(self) -> str:
        """Encode and decode in tiles from now on, of the side that suits the family; says so in words.

        Raises:
            VAEError: the family cannot be tiled.
        """
        return self._tile(self._running(), None)

    def park(self) -> bool:
        """Move the weights to the CPU until the next ``encode``; no number changes by it. False if they are there."""
        if self._network is None or self._parked or self._device.type == "cpu":
            return False
        self._network.module.to("cpu")
        self._parked = True
        if self.encodings is not None:
            self.encodings.forget()
        self._empty_cache()
        return True

    def close(self) -> None:
        """Free the weights, if nobody else has them."""
        self.users -= 1
        if self.users > 0:
            return
        self._network = None
        self.encodings = None
        self.check = None
        if self._device.type != "cpu":
            gc.collect()  # a cycle in an untrusted class would hold what the next VAE needs
        self._empty_cache()

    def _empty_cache(self) -> None:
        if self._device.type == "cuda":
            torch.cuda.empty_cache()
        elif self._device.type == "mps":
            torch.mps.empty_cache()

    @property
    def _factor(self) -> int:
        return self.info.factor or 1

    def _running(self) -> Network:
        if self._network is None:
            raise VAEError(f"{self.info.source} was closed: load it again.")
        if self._parked:
            self._network.module.to(self._device)
            self._parked = False
        return self._network

    def _tick(self, module: nn.Module, args: object) -> None:
        if self.check is not None:
            self.check()

    def _tile(self, network: Network, side: int | None) -> str:
        if network.tile is None:
            raise VAEError(
                f"{self.info.source} ({self.info.family}) cannot be tiled: choose tiling off, or auto to tile the others."
            )
        tiles = network.tile(side)
        self._tiled, self.tile_side = True, tiles.side
        return tiles.note

    def _to_model(self, images: Pixels, network: Network) -> Tensor:
        # CPU convolutions are fastest on NHWC memory, which torch calls channels_last; on CUDA PyTorch's group norm, which has
        # no such kernel, copies it each time (25.4 against 21.9 ms for an image of 512 px by SD's VAE on an H200).
        layout = torch.channels_last if self._device.type == "cpu" else torch.contiguous_format
        x = torch.from_numpy(images).to(self._device).permute(0, 3, 1, 2)
        x = x.to(torch.float32, memory_format=layout) / 255.0
        if network.low < 0:
            x = 2.0 * x - 1.0
        return x if network.autocast else x.to(torch_dtype(self.precision))

    def _products(self) -> contextlib.AbstractContextManager[None]:
        if not PRECISIONS[self.precision].rounds_products:
            return contextlib.nullcontext()
        return float32_products(rounded=True)

    def _synchronize(self) -> None:
        if self._device.type == "cuda":
            # Not the whole device: the metrics of the batch before go on beside it.
            torch.cuda.current_stream(self._device).synchronize()
        elif self._device.type == "mps":
            torch.mps.synchronize()

    @contextlib.contextmanager
    def _guard(self, stage: str) -> Iterator[None]:
        """Run without gradients; say in one sentence what this device cannot do in this precision."""
        if self.check is not None:
            self.check()
        half = (
            PRECISIONS[self.precision].dtype != "float32"
            and self._network is not None
            and self._network.autocast
        )
        casting = (
            torch.autocast(self._device.type, torch_dtype(self.precision))
            if half
            else contextlib.nullcontext()
        )
        try:
            with torch.inference_mode(), casting:
                yield
        except (RuntimeError, TypeError) as error:
            # What one image causes is that image's failure; what no image can change is the VAE's.
            if not lacks_operation(error):
                raise
            raise PrecisionError(
                f"{self.info.source} cannot {stage} in {self.precision} on {self._options.device} "
                f"({first_line(error)}): try another precision or device.",
                remedies=tuple(other for other in PRECISIONS if other != self.precision),
            ) from error

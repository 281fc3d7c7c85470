"""Images of one size on one device, and everything that several metrics, or several VAEs of a run, need of them, computed once.

One implementation for every device: tensors in batches on a GPU, one image at a time on a CPU, in one thread, since beside a
codec that keeps all cores busy a second thread only waits.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cached_property
from typing import Any, Protocol, TypeVar, cast

import torch
from torch import Tensor

from vaelab.metrics.numerics import cielab, gaussian_window, half_spectrum
from vaelab.metrics.numerics.flip import PIXELS_PER_DEGREE, SeenImage, seen_image
from vaelab.metrics.numerics.gaussian_window import Scale
from vaelab.metrics.numerics.half_spectrum import Spectra

# Rec. 601 in thousandths: with whole numbers, luma times 1000 is exact in float32 (at most 255 000 < 2^24), and so is
# every difference of two lumas, however small.
LUMA_THOUSANDTHS = (299.0, 587.0, 114.0)

# Values taken at once: few enough for a processor's cache, enough for a GPU's processors.
_STRIP_ON_CPU, _STRIP_ON_GPU = 1 << 20, 1 << 25

Tool = TypeVar("Tool")


class FeatureNetwork(Protocol):
    """What :mod:`vaelab.metrics.pair.lpips` compares images by."""

    def features(self, rgb: Tensor) -> list[Tensor]:
        """Return the activations of its layers, of unit length over the channels, of images (N, H, W, 3) uint8."""

    def distance(self, ours: list[Tensor], theirs: list[Tensor]) -> Tensor:
        """Return how far apart (N,) images are by their activations, 0 for equal ones."""


class Pictures:
    """8-bit RGB images with lazily computed, cached intermediates.

    They may pass from one thread to another, but must not be used by two at once.

    Attributes:
        rgb: (N, H, W, 3) uint8; not to be written to.
        count, height, width: N; px.
    """

    def __init__(
        self,
        rgb: Tensor,
        network: Callable[[], FeatureNetwork] | None = None,
        tools: dict[str, Any] | None = None,
    ) -> None:
        """Wrap images.

        Args:
            rgb: (N, H, W, 3) uint8.
            network: returns the network of LPIPS, asked for only when its features are.
            tools: what further metrics load once for all images of a meter, by their names.

        Raises:
            ValueError: ``rgb`` is no such tensor, or is empty.
        """
        if rgb.dtype != torch.uint8 or rgb.ndim != 4 or rgb.shape[3] != 3 or rgb.numel() == 0:
            raise ValueError(
                f"images are uint8 (N, H, W, 3) and not empty, not {rgb.dtype} {tuple(rgb.shape)}"
            )
        self.rgb = rgb
        self.count, self.height, self.width = rgb.shape[:3]
        self.make_network = network
        self._tools: dict[str, Any] = {} if tools is None else tools
        self._made: dict[str, Any] = {}

    def tool(self, name: str, make: Callable[[], Tool]) -> Tool:
        """What a metric loads, made once for all images of a meter."""
        if name not in self._tools:
            self._tools[name] = make()
        return cast(Tool, self._tools[name])

    def model(self, name: str) -> object:
        """The model of the user's that a metric needs, by the metric's name.

        Raises:
            ValueError: these images were made without it.
        """
        if name not in self._tools:
            raise ValueError(f"these images were made without the model of {name}: use Meter.pictures")
        return self._tools[name]

    def once(self, name: str, make: Callable[[], Tool]) -> Tool:
        """What a metric makes of these images, made once."""
        if name not in self._made:
            self._made[name] = make()
        return cast(Tool, self._made[name])

    def __getitem__(self, places: list[int]) -> Pictures:
        """Some of the images, of which nothing is computed yet."""
        return Pictures(self.rgb[places], self.make_network, self._tools)

    def anew(self) -> Pictures:
        """The same images, of which nothing is computed yet."""
        return Pictures(self.rgb, self.make_network, self._tools)

    @property
    def strip(self) -> int:
        """How many values to take at once on this device."""
        return _STRIP_ON_CPU if self.rgb.device.type == "cpu" else _STRIP_ON_GPU

    @cached_property
    def planes(self) -> Tensor:
        """The values as (N, 3, H, W) float32, 0…255."""
        return self.rgb.permute(0, 3, 1, 2).to(torch.float32, memory_format=torch.contiguous_format)

    @cached_property
    def luma_thousandths(self) -> Tensor:
        """Rec. 601 luma times 1000, (N, H, W), 0…255 000: whole numbers, exact."""
        luma = self.planes[:, 0] * LUMA_THOUSANDTHS[0]
        for channel in (1, 2):
            luma.add_(self.planes[:, channel], alpha=LUMA_THOUSANDTHS[channel])
        return luma

    @cached_property
    def spectra(self) -> Spectra:
        """The lumas' spectra without their DC terms."""
        return half_spectrum.spectra(self.luma_thousandths)

    @cached_property
    def full_scale(self) -> Scale:
        """The images as SSIM takes them, with their local moments; their halves are the further scales of MS-SSIM."""
        return gaussian_window.full_scale(self.planes, self.strip)

    def scale(self, halvings: int) -> Scale:
        """The images after that many halvings."""
        return self.full_scale if halvings == 0 else self.scale(halvings - 1).half

    @cached_property
    def packed(self) -> Tensor:
        """The colours as R + 256 G + 65536 B, (N, H·W) int32."""
        red, green, blue = self.rgb.flatten(1, 2).to(torch.int32).unbind(2)
        return red | green << 8 | blue << 16

    @cached_property
    def color_counts(self) -> Tensor:
        """Number (N,) of distinct RGB triples."""
        # One after the other: a CPU sorts whole numbers in one dimension by their digits, five times as fast as in two.
        ascending = torch.stack([colors.sort().values for colors in self.packed])
        return 1 + (ascending[:, 1:] != ascending[:, :-1]).sum(1)

    @cached_property
    def color_entropies(self) -> Tensor:
        """Shannon entropies (N,) of the RGB histograms with 32 bins per channel, bits."""
        packed = self.packed
        bins = (packed >> 3 & 0x1F) | (packed >> 6 & 0x3E0) | (packed >> 9 & 0x7C00)
        own = torch.arange(self.count, device=bins.device, dtype=torch.int32)[:, None] << 15
        counts = torch.bincount((bins | own).flatten(), minlength=self.count << 15).view(self.count, -1)
        share = counts.double() / packed.shape[1]
        nats: Tensor = torch.special.entr(share).sum(1)
        return nats / math.log(2)

    @cached_property
    def light(self) -> Tensor:
        """Linear light, 0 to 1, (3, N, H, W)."""
        table = torch.from_numpy(cielab.LINEAR_LIGHT).to(self.rgb.device)
        values = self.rgb.permute(3, 0, 1, 2).int()
        return table.index_select(0, values.flatten()).view(values.shape)

    @cached_property
    def lab(self) -> Tensor:
        """CIE L*a*b* (D65, 2°), (3, N·H·W)."""
        light = self.light.flatten(1)
        strips = cielab.strips(light.shape[1], self.pixels_at_once)
        return torch.cat([cielab.from_linear_light(light[:, strip], torch) for strip in strips], 1)

    @cached_property
    def seen(self) -> SeenImage:
        """What FLIP compares."""
        return seen_image(self.light, PIXELS_PER_DEGREE, torch)

    @property
    def pixels_at_once(self) -> int:
        """How many pixels to take at once where each needs many intermediates."""
        return cielab.STRIP if self.rgb.device.type == "cpu" else _STRIP_ON_GPU // 16

    @cached_property
    def gradient_energies(self) -> Tensor:
        """Means (N,) of dx² plus means of dy² of luma, forward differences, u8²; a direction without neighbours adds 0."""
        luma = self.luma_thousandths
        differences = (luma[:, :, 1:] - luma[:, :, :-1], luma[:, 1:] - luma[:, :-1])
        across, down = (_mean_squares(each) for each in differences)
        return (across + down) / 1e6

    @property
    def network(self) -> FeatureNetwork:
        """The network of LPIPS.

        Raises:
            ValueError: these images were made without one.
        """
        if self.make_network is None:
            raise ValueError("these images were made without the network of LPIPS: use Meter.pictures")
        return self.make_network()

    @cached_property
    def features(self) -> list[Tensor]:
        """The five layers of the LPIPS network, of unit length over the channels."""
        return self.network.features(self.rgb)


class Pair:
    """Originals and what a VAE made of them, with what several metrics need of both, computed once.

    Attributes:
        original, reconstruction: as many images, of one size, on one device.
    """

    def __init__(self, original: Pictures, reconstruction: Pictures) -> None:
        self.original, self.reconstruction = original, reconstruction
        self._similarities: dict[int, tuple[Tensor, Tensor]] = {}

    @property
    def shortest_side(self) -> int:
        """The shorter side of an image, px."""
        return min(self.original.height, self.original.width)

    @cached_property
    def differences(self) -> Tensor:
        """x̂ − x in 8-bit values, (N, 3, H·W) float32, exact."""
        return (self.reconstruction.planes - self.original.planes).flatten(2)

    @cached_property
    def squared_errors(self) -> Tensor:
        """Sum (N, 3) of the squares of ``differences``, float64: exact, since whole numbers below 2^53 are."""
        return self.differences.square().double().sum(2)

    def similarity(
        self, halvings: int, compute: Callable[[Scale, Scale], tuple[Tensor, Tensor]]
    ) -> tuple[Tensor, Tensor]:
        """What SSIM and MS-SSIM both need of a scale, as ``compute`` makes it of both images; made once."""
        if halvings not in self._similarities:
            scales = (picture.scale(halvings) for picture in (self.original, self.reconstruction))
            self._similarities[halvings] = compute(*scales)
        return self._similarities[halvings]


def _mean_squares(values: Tensor) -> Tensor:
    if values.numel() == 0:
        return torch.zeros(values.shape[0], dtype=torch.float64, device=values.device)
    # Rows in float32, their sums in float64: no sum loses more than the values themselves.
    return values.square().sum(2).sum(1, dtype=torch.float64) / values[0].numel()

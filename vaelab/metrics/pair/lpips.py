"""LPIPS v0.1 with AlexNet (Zhang et al. 2018), by the ``lpips`` package's own layers and calibration, without a download."""

from __future__ import annotations

import warnings
from pathlib import Path

import lpips as lpips_package
import torch
from safetensors.torch import load_file
from torch import Tensor

from vaelab.arithmetic import float32_products, use_exact_arithmetic
from vaelab.errors import UsageError
from vaelab.metrics.base import Undefined, Values
from vaelab.metrics.pictures import Pair
from vaelab.resources import assets_folder

MINIMUM_SIDE = 31
"""Below it AlexNet's second pooling has less than one window (3 px) of the 7 px that the first convolution leaves, px."""
FEATURES = ("weights", "lpips_alexnet", "features.safetensors")


class LPIPSNetwork:
    """The feature network of LPIPS and its calibration, on one device, in float32."""

    def __init__(self, device: str = "cpu") -> None:
        """Load the weights that ship with VAELab and with the ``lpips`` package.

        Raises:
            UsageError: VAELab's file is missing.
        """
        self._device = torch.device(device)
        # A CPU convolves fastest in the images' own order of memory, which PyTorch calls channels_last.
        self._layout = torch.channels_last if self._device.type == "cpu" else torch.contiguous_format
        self._model = load_model().to(device=self._device, memory_format=self._layout)
        # The package's scaling layer, (x - shift) / scale of x in [-1, 1], as one factor and offset of 8-bit values.
        shift, scale = self._model.scaling_layer.shift, self._model.scaling_layer.scale
        self._factor, self._offset = 1 / (127.5 * scale), -(1 + shift) / scale
        use_exact_arithmetic()

    @torch.inference_mode()
    def features(self, rgb: Tensor) -> list[Tensor]:
        """Return the five layers' features, (N, C, h, w), of unit length over the channels, of images (N, H, W, 3) uint8."""
        images = rgb.to(self._device).permute(0, 3, 1, 2).to(torch.float32, memory_format=self._layout)
        with float32_products(rounded=False):
            layers = self._model.net(images.mul_(self._factor).add_(self._offset))
        return [
            layer.div_(torch.linalg.vector_norm(layer, dim=1, keepdim=True).add_(1e-10)) for layer in layers
        ]

    @torch.inference_mode()
    def distance(self, ours: list[Tensor], theirs: list[Tensor]) -> Tensor:
        """Return the LPIPS (N,) of images' features."""
        with float32_products(rounded=False):
            parts = [
                calibration((first - second).square_()).mean((1, 2, 3))
                for calibration, first, second in zip(self._model.lins, ours, theirs, strict=True)
            ]
        return torch.stack(parts).sum(0)


def lpips(pair: Pair) -> list[Values]:
    """Return the learned perceptual distance, 0 for equal images."""
    if pair.shortest_side < MINIMUM_SIDE:
        why = Undefined(f"the short side is under {MINIMUM_SIDE} px, too small for AlexNet")
        return [{"lpips": why}] * pair.original.count
    original, reconstruction = pair.original, pair.reconstruction
    distances = original.network.distance(original.features, reconstruction.features)
    return [{"lpips": value} for value in distances.tolist()]


def load_model() -> lpips_package.LPIPS:
    """Return the package's own LPIPS, with the weights that ship with VAELab and with the package, on the CPU, in float32.

    Raises:
        UsageError: VAELab's file is missing.
    """
    path = assets_folder().joinpath(*FEATURES)
    if not path.is_file():
        raise UsageError(
            f"LPIPS needs {path}, which is missing: install VAELab again, or leave lpips out of the metrics."
        )
    return _assemble(load_file(path))


def _assemble(features: dict[str, Tensor]) -> lpips_package.LPIPS:
    """The package's LPIPS with AlexNet's features.

    Built on the meta device, since the package makes all of AlexNet, 61 million parameters, to keep 2.5: so nothing is allocated,
    and no random number is drawn that would change what the user seeded.
    """
    with warnings.catch_warnings(), torch.device("meta"):
        warnings.filterwarnings("ignore", category=UserWarning, module=r"torchvision\.models\._utils")
        model = lpips_package.LPIPS(net="alex", pretrained=False, pnet_rand=True, verbose=False)
    model.scaling_layer = lpips_package.lpips.ScalingLayer()
    calibration = torch.load(
        Path(lpips_package.__file__).with_name("weights") / "v0.1" / "alex.pth",
        map_location="cpu",
        weights_only=True,
    )
    for index, layer in enumerate(model.lins):
        layer.model[-1].load_state_dict({"weight": calibration[f"lin{index}.model.1.weight"]}, assign=True)
    # The package spreads torchvision's AlexNet.features over five slices, which keep the layers' numbers.
    slices = [getattr(model.net, f"slice{index}") for index in range(1, 6)]
    for part in slices:
        names = {name: f"features.{name}" for name in part.state_dict()}
        part.load_state_dict({name: features[source] for name, source in names.items()}, assign=True)
    return model.eval().requires_grad_(False)

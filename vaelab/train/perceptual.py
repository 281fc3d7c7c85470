"""LPIPS as a training loss: the same number as the ``lpips`` package, with a gradient that is finite everywhere.

Zhang et al., "The Unreasonable Effectiveness of Deep Features as a Perceptual Metric", CVPR 2018, version 0.1, AlexNet.
The package's own module divides by sqrt(sum of squares) + eps, whose gradient grows without bound where all features vanish
(flat and black parts of drawings); here eps stands inside the root. It also leaves out AlexNet's fully connected
layers, 58 million parameters that LPIPS never uses.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

# Index in torchvision's AlexNet.features, stride and padding of each convolution; pooling precedes the second and third.
CONVOLUTIONS = ((0, 4, 2), (3, 1, 2), (6, 1, 1), (8, 1, 1), (10, 1, 1))
POOL_BEFORE = (3, 6)
EPSILON = 1e-10
# ImageNet's mean and standard deviation, carried over to inputs in [-1, 1]; from the lpips package.
SHIFT = (-0.030, -0.088, -0.188)
SCALE = (0.458, 0.448, 0.450)


class PerceptualLoss(nn.Module):
    """LPIPS v0.1 with AlexNet, for pictures in [-1, 1]."""

    shift: Tensor
    scale: Tensor

    def __init__(self, features: Path) -> None:
        super().__init__()
        tensors = load_file(features)
        self.weights = nn.ParameterList(tensors[f"features.{index}.weight"] for index, _, _ in CONVOLUTIONS)
        self.biases = nn.ParameterList(tensors[f"features.{index}.bias"] for index, _, _ in CONVOLUTIONS)
        self.calibration = nn.ParameterList(_calibration())
        self.register_buffer("shift", torch.tensor(SHIFT).view(1, 3, 1, 1))
        self.register_buffer("scale", torch.tensor(SCALE).view(1, 3, 1, 1))
        self.requires_grad_(False)

    def features(self, x: Tensor) -> list[Tensor]:
        """The five layers' features of pictures (N, 3, H, W) in [-1, 1], each of unit length over its channels."""
        x = (x - self.shift) / self.scale
        layers = []
        for (index, stride, padding), weight, bias in zip(
            CONVOLUTIONS, self.weights, self.biases, strict=True
        ):
            if index in POOL_BEFORE:
                x = functional.max_pool2d(x, 3, 2)
            x = functional.relu(functional.conv2d(x, weight, bias, stride=stride, padding=padding))
            layers.append(unit_length(x))
        return layers

    def forward(self, picture: Tensor, target: Tensor) -> Tensor:
        """The distance of each picture to its target, (N,); the gradient goes to ``picture`` only."""
        with torch.no_grad():
            wanted = self.features(target)
        distance = torch.zeros(len(picture), device=picture.device)
        for ours, theirs, weight in zip(self.features(picture), wanted, self.calibration, strict=True):
            distance = distance + functional.conv2d((ours - theirs).square(), weight).float().mean(
                dim=(1, 2, 3)
            )
        return distance


def unit_length(x: Tensor) -> Tensor:
    """Features (N, C, h, w) divided by their length over the channels; no gradient is steeper than EPSILON ** -0.5."""
    return x * torch.rsqrt(x.square().sum(dim=1, keepdim=True) + EPSILON)


def _calibration() -> list[Tensor]:
    """The five linear calibrations (1, channels, 1, 1) that the lpips package carries."""
    spec = importlib.util.find_spec("lpips")  # finds it without importing it: that would take seconds
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("The lpips package is not installed; it carries the calibration of LPIPS.")
    path = Path(spec.origin).parent / "weights" / "v0.1" / "alex.pth"
    state = torch.load(path, map_location="cpu", weights_only=True)
    return [state[f"lin{layer}.model.1.weight"] for layer in range(len(CONVOLUTIONS))]

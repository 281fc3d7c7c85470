"""Layers that several tiny autoencoders have."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class SoftClamp(nn.Module):
    """3 tanh(x / 3)."""

    def forward(self, x: Tensor) -> Tensor:
        """Same shape in and out, within [-3, 3]."""
        return torch.tanh(x / 3) * 3

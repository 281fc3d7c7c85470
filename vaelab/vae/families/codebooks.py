"""Which entry of a codebook a vector becomes: what the VQ families that VAELab builds itself share."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

_LARGEST_TABLE = 2**24
"""Distances that are held at once, 64 MB."""


def nearest(z: Tensor, book: Tensor, *, unit: bool = False) -> Tensor:
    """Index of the entry with the smallest Euclidean distance to each vector.

    Args:
        z: vectors (N, C, h, w).
        book: entries (K, C).
        unit: whether vectors and entries are scaled to length 1 before they are compared.

    Returns:
        (N, h, w) int64. The distances are computed in float32 whatever the precision: there are thousands of entries, and
        half precision would tell few of them apart.
    """
    count, channels, height, width = z.shape
    vectors, entries = z.permute(0, 2, 3, 1).reshape(-1, channels).float(), book.float()
    if unit:
        vectors, entries = F.normalize(vectors, dim=-1), F.normalize(entries, dim=-1)
    lengths = entries.square().sum(1)
    found = [
        torch.addmm(part.square().sum(1, keepdim=True) + lengths, part, entries.t(), alpha=-2).argmin(1)
        for part in torch.split(vectors, max(_LARGEST_TABLE // max(len(entries), 1), 1))
    ]
    return torch.cat(found).view(count, height, width)


def entries_of(indices: Tensor, book: Tensor, *, unit: bool = False) -> Tensor:
    """The entries (N, C, h, w) that indices (N, h, w) name, of length 1 where ``unit``."""
    entries = F.normalize(book, dim=-1) if unit else book
    return F.embedding(indices, entries).permute(0, 3, 1, 2)

"""The colours of maps and of coloured cells: cividis, even in lightness and the same to all eyes. No Qt here."""

from __future__ import annotations

import numpy as np

from vaelab.arrays import Pixels

# Ten evenly spaced colours of cividis (Nunez, Anderton, Renslow 2018): even in lightness, the same to all eyes. FLIP too is
# shown in it, though its authors use magma: two maps of one picture are compared more often than two programs' maps.
_CIVIDIS = np.array(
    [
        (0x00, 0x22, 0x4E), (0x12, 0x35, 0x70), (0x3B, 0x49, 0x6C), (0x57, 0x5D, 0x6D), (0x70, 0x71, 0x73),
        (0x8A, 0x86, 0x78), (0xA5, 0x9C, 0x74), (0xC3, 0xB3, 0x69), (0xE1, 0xCC, 0x55), (0xFE, 0xE8, 0x38),
    ],
    dtype=np.float64,
)  # fmt: skip


def cividis() -> Pixels:
    """Return cividis in 256 steps, (256, 3) uint8."""
    at = np.linspace(0, len(_CIVIDIS) - 1, 256)
    channels = [np.interp(at, np.arange(len(_CIVIDIS)), _CIVIDIS[:, channel]) for channel in range(3)]
    return np.rint(np.stack(channels, axis=-1)).astype(np.uint8)

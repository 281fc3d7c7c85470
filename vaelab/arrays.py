"""Names for the arrays that modules hand to one another."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Pixels = NDArray[np.uint8]
"""8-bit RGB, (H, W, 3) for one image or (N, H, W, 3) for a batch."""
Bytes = NDArray[np.uint8]
Color = tuple[int, int, int]
"""8-bit RGB of one pixel."""
Mask = NDArray[np.bool_]
Codes = NDArray[np.int32]
"""Places of words in a list of them, so that a word that comes often is held once; or indices into a codebook."""
Places = NDArray[np.intp]
"""Where things lie in another array."""
Integers = NDArray[np.int64]
Float32 = NDArray[np.float32]
Floats = NDArray[np.float64]
Reals = NDArray[np.floating[Any]]
"""float32 or float64: the computation is the same."""

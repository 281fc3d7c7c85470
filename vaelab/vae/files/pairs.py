"""VAEs that come in two files: whether a file is an encoder or a decoder, by its tensors and its name. No torch here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from vaelab.vae.recognized import Shapes

Half = Literal["encoder", "decoder"]

_HALF = re.compile("(auto[-_. ]?)?(encoder|decoder)", re.IGNORECASE)


def half_of(shapes: Shapes) -> Half | None:
    """Which half of a tiny autoencoder in two files a file is; None where it is no such half."""
    first, second = shapes.get("0.weight", ()), shapes.get("1.weight", ())
    if not all(re.match(r"\d+\.", name) for name in shapes):
        return None
    if len(first) == 4 and first[1] == 3 and any(name.endswith(".conv.0.weight") for name in shapes):
        return "encoder"
    if not first and len(second) == 4 and "3.conv.0.weight" in shapes:
        # Only an encoder goes on without doubling; this one begins by folding 2×2 pixels (TAEQI2.1).
        return "encoder" if "4.weight" in shapes and "4.bias" not in shapes else "decoder"
    return None


def holds_both(shapes: Shapes) -> bool:
    """Whether there are tensors of an encoder and of a decoder."""
    return all(any(name.startswith(f"{half}.") for name in shapes) for half in ("encoder", "decoder"))


def script_half(shapes: Shapes, path: Path) -> Half | None:
    """Which half of a pair a program is; None where its name calls it none.

    Its tensors decide if they are of one half alone, else its name: an ``autoencoder`` is no half.
    """
    found = list(_HALF.finditer(path.name))
    if not found or found[-1][1]:
        return None
    if any(name.startswith("encoder.") for name in shapes) != any(
        name.startswith("decoder.") for name in shapes
    ):
        return "encoder" if any(name.startswith("encoder.") for name in shapes) else "decoder"
    return "encoder" if found[-1][2].lower() == "encoder" else "decoder"

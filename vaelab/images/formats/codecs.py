"""The optional decoders: imagecodecs, which reads deep JPEG 2000 and AVIF, rare TIFFs, and applies profiles at 16 bits."""

from __future__ import annotations

import importlib
from typing import Any


def optional_codecs() -> Any | None:
    """Return the imagecodecs module, or None where it is not installed: an ordinary picture does without."""
    try:
        return importlib.import_module("imagecodecs")
    except ImportError:
        return None

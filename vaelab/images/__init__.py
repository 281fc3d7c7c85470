"""Images: list them in a stable order, decode them to 8-bit sRGB RGB, bring them to size.

Only this package knows file formats. What leaves it is uint8 RGB, with a note of everything that was done
to the pixels.
"""

from __future__ import annotations

from vaelab.images.listing import Listing, list_images
from vaelab.images.load import LoadedImage, load_image
from vaelab.images.resize import Preparation

__all__ = ["Listing", "LoadedImage", "Preparation", "list_images", "load_image"]

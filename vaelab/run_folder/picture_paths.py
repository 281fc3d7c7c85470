"""Where the pictures of a run lie inside its folder: readable, unique, and legal on every file system."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from vaelab.run_files import CHART_PICTURES, PICTURES

_ORIGINALS = "original"
_LIKE_OURS = re.compile(r"-[0-9a-f]{8}$")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin|conout|com[0-9]|lpt[0-9])(?![^.])", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows a dot."""


def png_path(label: str | None, image: str) -> str:
    """Return the place of a PNG inside a run folder: readable, unique and legal on every file system, also where case is none.

    Args:
        label: of the VAE that made it; None for the original, whose folder no label shares.
        image: the image's name, which may hold anything a file name can.
    """
    folder = _ORIGINALS if label is None else _label_folder(label)
    return f"{PICTURES}/{folder}/{_readable(Path(image).stem, 'image')}-{_digest(image)}.png"


def chart_png_path(label: str | None, chart: str) -> str:
    """Return the place of a test chart inside a run folder, as for :func:`png_path`; away from the pictures of the images."""
    return f"{CHART_PICTURES}/{png_path(label, chart).partition('/')[2]}"


def _label_folder(label: str) -> str:
    """The label itself where nothing can be like it, else what is readable of it and a digest."""
    readable = _readable(label, "vae")
    # Capitals are told apart by the digest alone, and a label may look as if it ended in another's.
    is_plain = readable == label.lower() == label and not _LIKE_OURS.search(label) and label != _ORIGINALS
    return label if is_plain else f"{readable}-{_digest(label)}"


def _readable(name: str, otherwise: str) -> str:
    """At most 61 of the characters that every file system takes, without accents; ``otherwise`` where none says anything."""
    decomposed = unicodedata.normalize("NFKD", name).encode("ascii", errors="replace").decode()
    plain = re.sub(r"[^\w.-]+", "_", decomposed, flags=re.ASCII)
    short = plain[:60].strip("._-") or otherwise
    return f"_{short}" if _RESERVED.match(short) else short


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:8]


def marker_png_path(place: str) -> str:
    """Return where the marker of a picture lies: beside it, under an ending that no picture's own name has."""
    return f"{place.removesuffix('.png')}.marker.png"

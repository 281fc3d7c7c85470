"""VAELab's own VAEs: their files say in their metadata what they are. No torch here."""

from __future__ import annotations

from vaelab.errors import VAEError
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_LABELS = {"linear": "Linear VAE (probabilistic PCA)", "mini": "Mini KL-VAE"}


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None where the metadata names neither.

    Raises:
        VAEError: they name one, but not of how many channels.
    """
    kind, metadata = source.metadata.get("kind", ""), source.metadata
    if kind not in _LABELS:
        return None
    sizes = metadata.get("latent_channels", ""), metadata.get("factor", "")
    if not all(size.isdecimal() for size in sizes):
        raise VAEError(f"Its metadata says it is VAELab's {kind} VAE, but not of how many channels.")
    return RecognizedVAE(
        family=kind,
        label=_LABELS[kind],
        layout="VAELab",
        latent_channels=int(sizes[0]),
        factor=int(sizes[1]),
        arguments={},
        keys={name: name for name in shapes},
    )

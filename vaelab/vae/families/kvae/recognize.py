"""AutoencoderKLKVAE (K-VAE, Kandinsky's image VAE) by its tensors: names as LDM's, decoder norms that see the latent. No torch."""

from __future__ import annotations

from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.shapes import count, prefix_of, side
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is another VAE.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    config = source.config
    end = "encoder.down.0.downsample.spatial_conv.weight"
    prefix = prefix_of(shapes, end)
    if prefix is None or len(shapes[prefix + end]) == 5:
        return None  # with time as well it is the VAE of videos
    keys = {name: name.removeprefix(prefix) for name in shapes if name.startswith(prefix)}
    own = {short: shapes[name] for name, short in keys.items()}
    arguments = _arguments(own)
    for key in ("z_channels", "channels", "ch_mult"):
        said = (config or {}).get(key, arguments[key])
        if (tuple(said) if isinstance(said, list) else said) != arguments[key]:
            raise VAEError(
                f"Its config.json says {key} = {said!r}, its weights say {arguments[key]}: one is another's."
            )
    size = (config or {}).get("sample_size")
    return RecognizedVAE(
        family="kvae",
        label="AutoencoderKLKVAE (K-VAE)",
        layout="diffusers",
        latent_channels=arguments["z_channels"],
        factor=2 ** (len(arguments["ch_mult"]) - 1),
        arguments=arguments,
        keys=keys,
        prefix=prefix,
        sample_size=size if isinstance(size, int) and size > 0 else 1024,
    )


def _arguments(shapes: Shapes) -> dict[str, Any]:
    base = side(shapes, "encoder.conv_in.weight", 0, 4)
    latent = side(shapes, "decoder.conv_in.weight", 1, 4)
    taken, returned = (
        side(shapes, "encoder.conv_in.weight", 1, 4),
        side(shapes, "decoder.conv_out.weight", 0, 4),
    )
    if (taken, returned) != (3, 3):
        raise VAEError(
            f"It takes images of {taken} channels and returns {returned}; VAELab measures RGB, 3 and 3."
        )
    if side(shapes, "encoder.conv_out.weight", 0, 4) != 2 * latent:
        raise VAEError(
            "Its encoder does not return mean and variance, so it is no K-VAE that VAELab can run."
        )
    widths: list[int] = []
    while (name := f"encoder.down.{len(widths)}.block.0.conv1.weight") in shapes:
        widths.append(side(shapes, name, 0, 4))
    if any(width % base for width in widths):
        raise VAEError(
            f"Its widths {widths} are no multiples of its first, {base}, which VAELab does not load."
        )
    return {
        "in_channels": 3,
        "channels": base,
        "num_enc_blocks": count(shapes, "encoder.down.0.block.{}.conv1.weight"),
        "num_dec_blocks": count(shapes, "decoder.up.0.block.{}.conv1.weight") - 1,
        "z_channels": latent,
        "double_z": True,
        "ch_mult": tuple(width // base for width in widths),
    }

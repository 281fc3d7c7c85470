"""What recognizers share: finding names, reading sides of weights, comparing them with a config. No torch here.

Most serve video autoencoders. A still image is a video of one frame to them. What only several frames would show (how far time is folded, whether a
convolution looks ahead) leaves no trace in the weights and none in the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.recognized import Shapes


def without_prefix(shapes: Shapes, end: str, sides: int = 5) -> tuple[str, dict[str, str]] | None:
    """What stands before the names of the autoencoder, and its names without it.

    Args:
        shapes: of the file.
        end: a tensor that every autoencoder of the family has, in its decoder.
        sides: of that tensor.
    """
    starts = sorted((name.removesuffix(end) for name in shapes if name.endswith(end)), key=len)
    for start in starts:
        inside = {name: name.removeprefix(start) for name in shapes if name.startswith(start)}
        if len(shapes[start + end]) == sides and any(own.startswith("encoder.") for own in inside.values()):
            return start, inside
    return None


def prefix_of(shapes: Shapes, end: str) -> str | None:
    """What stands before the first name that ends so; None where none does."""
    return next((name.removesuffix(end) for name in shapes if name.endswith(end)), None)


def length(shapes: Shapes, name: str, axis: int) -> int:
    """One side of a weight of any kind.

    Raises:
        VAEError: it is missing, or has no such side.
    """
    shape = shapes.get(name, ())
    if len(shape) <= axis or not shape[axis]:
        raise VAEError(f"'{name}' of its layout is missing or empty: the file is incomplete.")
    return shape[axis]


def count(shapes: Shapes, pattern: str) -> int:
    """How many tensors are named by counting up in the pattern."""
    number = 0
    while pattern.format(number) in shapes:
        number += 1
    return number


def side(shapes: Shapes, name: str, axis: int, sides: int = 5) -> int:
    """One side of a convolution's weight.

    Raises:
        VAEError: it is missing, or no such convolution.
    """
    shape = shapes.get(name, ())
    if len(shape) != sides or 0 in shape:
        raise VAEError(f"'{name}' of its layout is missing or no convolution: the file is incomplete.")
    return shape[axis]


def widths(shapes: Shapes, pattern: str) -> tuple[int, ...]:
    """Output channels of the convolutions named by counting up in the pattern; empty where there is none."""
    found: list[int] = []
    while (name := pattern.format(len(found))) in shapes:
        found.append(side(shapes, name, 0))
    return tuple(found)


def check_halves(taken: int, returned: int, images: int = 3) -> None:
    """That a VAE takes and returns RGB.

    Args:
        taken: channels that its first convolution takes.
        returned: channels that its last one returns.
        images: what both are for RGB, where pixels are folded into channels.

    Raises:
        VAEError: they are something else.
    """
    if (taken, returned) != (images, images):
        raise VAEError(
            f"It takes {taken} channels and returns {returned} where {images} were expected for RGB, which VAELab measures."
        )


def check_posterior(latent: int, made: int) -> None:
    """That the encoder returns mean and variance of what the decoder takes.

    Raises:
        VAEError: it does not.
    """
    if made != 2 * latent:
        raise VAEError(
            f"Its encoder returns {made} channels where its decoder takes {latent}: mean and variance were expected."
        )


def latent_of_ends(own: Shapes, inside: str = "") -> int:
    """The channels of the latent that the ``conv_in`` and ``conv_out`` of both halves agree on, with RGB beyond them.

    Args:
        own: the tensors by the places of their class.
        inside: where in these layers their weight is, as ``.conv`` of a causal convolution.

    Raises:
        VAEError: they take or return something else.
    """
    ends = {name: f"{name}{inside}.weight" for name in ("conv_in", "conv_out")}
    latent = side(own, f"decoder.{ends['conv_in']}", 1)
    check_halves(side(own, f"encoder.{ends['conv_in']}", 1), side(own, f"decoder.{ends['conv_out']}", 0))
    check_posterior(latent, side(own, f"encoder.{ends['conv_out']}", 0))
    return latent


def check_mirrored(down: Sequence[int], up: Sequence[int]) -> None:
    """That the decoder's widths are the encoder's backwards, which its class presumes.

    Raises:
        VAEError: they are not.
    """
    if not down or tuple(up)[::-1] != tuple(down):
        raise VAEError(
            f"Its encoder has the widths {tuple(down)} and its decoder {tuple(up)[::-1]}, which VAELab does not load."
        )


def check_groups(widths_: Sequence[int], groups: object) -> None:
    """That the number of normalization groups, which weights do not tell, divides the widths.

    Raises:
        VAEError: it does not.
    """
    number = groups if type(groups) is int and groups > 0 else None
    wrong = next((width for width in widths_ if number is None or width % number), None)
    if wrong is not None:
        raise VAEError(
            f"Its width {wrong} is no multiple of {groups} normalization groups, and weights do not tell their number: load it as a "
            "diffusers folder whose config.json has norm_num_groups."
        )


def check_config(arguments: Mapping[str, Any], config: Mapping[str, Any] | None, keys: Iterable[str]) -> None:
    """That a config, if there is one, describes these weights.

    Raises:
        VAEError: it says one thing, they another.
    """
    for key in keys:
        seen = arguments[key]
        said = (config or {}).get(key, seen)
        if (tuple(said) if isinstance(said, list) else said) != (
            tuple(seen) if isinstance(seen, list) else seen
        ):
            raise VAEError(
                f"Its config.json says {key} = {said!r}, its weights say {seen}: one of them is another's."
            )


def settled(
    arguments: Mapping[str, Any], config: Mapping[str, Any] | None, told: Sequence[str]
) -> dict[str, Any]:
    """The arguments, with those taken from the config that weights do not tell.

    Args:
        arguments: from shapes; of those in ``told``, what all published models have.
        config: of diffusers, if there is one.
        told: what the config may say otherwise.

    Raises:
        VAEError: the config describes other weights.
    """
    said = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in (config or {}).items()
        if key in arguments
    }
    check_config(arguments, said, [key for key in arguments if key not in told])
    return {**arguments, **{key: said[key] for key in told if key in said}}

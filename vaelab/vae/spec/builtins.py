"""The codecs that need no file, as data: name, argument with bounds, one line of help. No torch here."""

from __future__ import annotations

from dataclasses import dataclass

from vaelab.errors import UsageError, did_you_mean


@dataclass(frozen=True, slots=True)
class Number:
    """A numeric argument: default, bounds (both allowed), whole or not, what it is."""

    default: float
    low: float
    high: float
    whole: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An argument out of a few words."""

    default: str
    options: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """One built-in codec.

    Attributes:
        name: what ``--vae`` says.
        help: one line.
        family: for reports.
        factory: ``"module:function"`` of a baseline, ``(VAEInfo, argument) -> Codec``; empty for a VAE.
        weights: file in the assets' ``weights`` folder of a VAE; empty for a baseline.
        argument: what may follow a colon.
    """

    name: str
    help: str
    family: str
    factory: str = ""
    weights: str = ""
    argument: Number | Choice | None = None


_BASELINE = "vaelab.vae.runtime.baselines"

BUILT_INS: tuple[BuiltIn, ...] = (
    BuiltIn(
        "linear",
        "probabilistic PCA on 8×8 patches, 16 channels: the floor for any VAE",
        "",
        weights="linear.safetensors",
    ),
    BuiltIn("mini", "a small trained KL-VAE, 8×, 16 channels", "", weights="mini.safetensors"),
    BuiltIn(
        "identity",
        "the image itself: the best that any metric can say",
        "Identity baseline",
        f"{_BASELINE}:identity",
    ),
    BuiltIn(
        "blur",
        "Gaussian blur",
        "Blur baseline",
        f"{_BASELINE}:blur",
        argument=Number(2, 0, 100, False, "standard deviation in px"),
    ),
    BuiltIn(
        "contrast",
        "contrast around mid-grey times a gain",
        "Contrast baseline",
        f"{_BASELINE}:contrast",
        argument=Number(0.8, 0, 10, False, "gain, 1 changes nothing"),
    ),
    BuiltIn(
        "tint",
        "8 levels of 255 more in the named channels",
        "Tint baseline",
        f"{_BASELINE}:tint",
        argument=Choice("green", ("red", "green", "blue", "cyan", "magenta", "yellow"), "colour of the cast"),
    ),
    BuiltIn(
        "jpeg",
        "JPEG as Pillow writes it",
        "JPEG baseline",
        f"{_BASELINE}:jpeg",
        argument=Number(75, 1, 100, True, "quality"),
    ),
    BuiltIn(
        "webp",
        "lossy WebP as Pillow writes it",
        "WebP baseline",
        f"{_BASELINE}:webp",
        argument=Number(75, 1, 100, True, "quality"),
    ),
    BuiltIn(
        "downscale",
        "Lanczos down by a factor, bicubic back up",
        "Downscale baseline",
        f"{_BASELINE}:downscale",
        argument=Number(8, 1, 256, False, "factor"),
    ),
)


def built_in(name: str) -> BuiltIn | None:
    """The built-in of this name, or None."""
    return next((entry for entry in BUILT_INS if entry.name == name), None)


def read_argument(entry: BuiltIn, text: str | None) -> float | str | None:
    """The value of what stands after the colon, or its default.

    Raises:
        UsageError: it takes none, or not this one.
    """
    argument = entry.argument
    if argument is None:
        if text is not None:
            raise UsageError(f"'{entry.name}' takes no argument: write {entry.name}.")
        return None
    if text is None:
        return argument.default
    if isinstance(argument, Choice):
        if text not in argument.options:
            raise UsageError(
                f"'{entry.name}:{text}': the {argument.meaning} is one of {', '.join(argument.options)}."
                + did_you_mean(text, argument.options)
            )
        return text
    kind = "whole number" if argument.whole else "number"
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not argument.low <= value <= argument.high or (argument.whole and value != int(value)):
        raise UsageError(
            f"'{entry.name}:{text}': the {argument.meaning} is a {kind} from {argument.low:g} to {argument.high:g}."
        )
    return value

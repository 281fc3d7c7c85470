"""What a run is asked to do: one frozen object, checked as a whole, from which the command line and the form are built."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from vaelab.errors import UsageError, did_you_mean
from vaelab.precisions import PRECISIONS
from vaelab.score_terms import TERMS

WEIGHT_NAMES = tuple(term.name for term in TERMS)
"""The terms of J by which its weights are named."""

Fit = Literal["crop", "fit", "stretch", "native"]
MarkerMode = Literal["separate", "embedded", "off"]
MarkerPreset = Literal["robust", "classic"]
Corner = Literal["bottom-right", "bottom-left", "top-right", "top-left"]
BatchSize = int | Literal["auto"]
Tiling = int | Literal["off", "auto"]
Decoding = Literal["mode", "sample"]
SavedPictures = Literal["none", "reconstructions", "all"]

DEVICE = re.compile(r"auto|cpu|mps|cuda(:\d+)?")
"""What ``--device`` may be."""


@dataclass(frozen=True, slots=True)
class Option:
    """What a form or a parser needs to know of one setting.

    Attributes:
        default: what it is when nobody says otherwise.
        label: words beside the control.
        help: one sentence: what it does and what it changes.
        choices: allowed words.
        minimum, maximum: bounds of a number, both included.
        auto: words that stand for a number (``auto``, ``off``); for none where the default is None.
        unit: unit of a number.
        group: which part of the form it belongs to.
    """

    default: Any
    label: str
    help: str
    choices: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    auto: tuple[str, ...] = ()
    unit: str = ""
    group: str = "run"

    def value_of(self, word: str) -> str | None:
        """Return what one of its words means as the setting's value."""
        return None if self.default is None else word


def _option(default: Any, **facts: Any) -> Any:
    return field(default=default, metadata={"option": Option(default, **facts)})


PASSES = (0, 1, 2, 4, 8, 16)
"""How often a picture may go through a VAE in all; 0 and 1 say once."""


@dataclass(frozen=True)
class RunSettings:
    """All settings of one run. Making one checks every field and raises a single error that names all problems.

    Raises:
        UsageError: when one or more settings cannot be used.
    """

    images: tuple[str, ...]
    vaes: tuple[str, ...]
    out: str
    size: int = _option(
        512,
        label="Size",
        help="Side that images are brought to.",
        minimum=1,
        maximum=16384,
        unit="px",
        group="images",
    )
    fit: Fit = _option(
        "crop",
        label="Fit",
        help="crop: short side to the size, then the centre square; fit: long side to the size; stretch: a square; native: as it is.",
        choices=get_args(Fit),
        group="images",
    )
    upscale: bool = _option(
        False, label="Enlarge small images", help="Enlarge images under the size.", group="images"
    )
    recursive: bool = _option(
        False, label="Subfolders", help="Look for images in subfolders too.", group="images"
    )
    limit: int | None = _option(
        None, label="Limit", help="Measure only the first N images.", minimum=1, auto=("all",), group="images"
    )
    matte: str = _option(
        "#ffffff", label="Matte", help="Colour behind transparent pixels, as #rrggbb.", group="images"
    )
    marker: MarkerMode = _option(
        "separate",
        label="Marker",
        help="separate: in a second pass, so that the picture is measured as it is, at twice the VAE's time; embedded: in the "
        "picture that is measured, in half the time, and the metrics of the picture carry its influence; off: none.",
        choices=get_args(MarkerMode),
        group="marker",
    )
    marker_preset: MarkerPreset = _option(
        "robust",
        label="Marker preset",
        help="robust: 32 px patches, inner half read; classic: 8 px patches, read whole, as older community tables did.",
        choices=get_args(MarkerPreset),
        group="marker",
    )
    marker_size: int | None = _option(
        None,
        label="Patch side",
        help="Side of a patch; the preset's when not given.",
        minimum=1,
        maximum=4096,
        auto=("preset",),
        unit="px",
        group="marker",
    )
    marker_corner: Corner = _option(
        "bottom-right",
        label="Corner",
        help="Corner that the marker is pasted into.",
        choices=get_args(Corner),
        group="marker",
    )
    device: str = _option("auto", label="Device", help="auto, cpu, cuda, cuda:N or mps.", group="device")
    precision: str = _option(
        "auto",
        label="Precision",
        help="Number format the VAEs run in; auto is fp32, whose numbers carry no rounding of their own, where the device can.",
        choices=("auto", *PRECISIONS),
        group="device",
    )
    batch_size: BatchSize = _option(
        "auto",
        label="Batch size",
        help="Images of equal size encoded together.",
        minimum=1,
        maximum=1024,
        auto=("auto",),
        group="device",
    )
    tiling: Tiling = _option(
        "off",
        label="Tiling",
        help="off; auto: in tiles where memory runs out; a side in px: always. Tiles save memory, change numbers and are noted.",
        minimum=64,
        maximum=8192,
        auto=("off", "auto"),
        unit="px",
        group="device",
    )
    latent: Decoding = _option(
        "mode",
        label="Latent",
        help="Decode the posterior's mode, or a seeded sample.",
        choices=get_args(Decoding),
        group="device",
    )
    seed: int = _option(
        0, label="Seed", help="Seed of the samples.", minimum=0, maximum=2**31 - 1, group="device"
    )
    metrics: str = _option(
        "default", label="Metrics", help="default, all, or names separated by commas.", group="metrics"
    )
    sets: str = _option(
        "none",
        label="Sets",
        help="Networks by whose features all originals are compared with all reconstructions, as sets: alexnet, inception, clip; none: no such comparison.",
        group="metrics",
    )
    inception: str = _option(
        "auto",
        label="Inception file",
        help="weights-inception-2015-12-05-6726825d.pth, which the sets need for inception; auto: in PyTorch's folder of downloads.",
        group="metrics",
    )
    clip: str = _option(
        "none",
        label="CLIP folder",
        help="Folder with a CLIP model, which the sets and the metrics need for clip: config.json, preprocessor_config.json, model.safetensors.",
        group="metrics",
    )
    charts: bool = _option(
        False,
        label="Test charts",
        help="Measure the test charts too: sharpness of edges, colours, steps of ramps, text. They are in no mean.",
        group="metrics",
    )
    generations: int = _option(
        0,
        label="Passes",
        help="Put each picture through the VAE again and again, so many times in all, and measure it after 1, 2, 4, 8 and 16; 0: once.",
        minimum=0,
        maximum=16,
        group="metrics",
    )
    weights: Mapping[str, float] = field(default_factory=lambda: dict.fromkeys(WEIGHT_NAMES, 1.0))
    save_images: SavedPictures = _option(
        "none",
        label="Save images",
        help="Write PNGs into the run folder.",
        choices=get_args(SavedPictures),
        group="output",
    )
    trust_program: tuple[str, ...] = ()
    """SHA-256 of the TorchScript programs that may be run. The user's word alone: neither a run folder nor a preset, which may
    be a stranger's, gives it."""

    def __post_init__(self) -> None:
        """Check all fields at once."""
        object.__setattr__(self, "weights", _full_weights(self.weights))
        object.__setattr__(self, "images", tuple(map(expanded, self.images)))
        object.__setattr__(self, "out", expanded(self.out))
        problems = list(self._problems())
        if problems:
            raise UsageError("; ".join(problems))

    def _problems(self) -> list[str]:
        problems = []
        if not self.images:
            problems.append("no image or folder of images was named: name at least one")
        if not self.vaes:
            problems.append("no VAE was named: add at least one, for example linear")
        for item in dataclasses.fields(self):
            if "option" in item.metadata:
                problems += _check(getattr(self, item.name), item.metadata["option"])
        if self.generations not in PASSES:
            problems.append(
                f"Passes {self.generations} is not measured: use {', '.join(map(str, PASSES[:-1]))} or {PASSES[-1]}"
            )
        if not DEVICE.fullmatch(self.device):
            problems.append(f"Device '{self.device}' is not a device: use auto, cpu, cuda, cuda:N or mps")
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", self.matte):
            problems.append(f"Matte '{self.matte}' is not a colour: write it as #rrggbb, for example #ffffff")
        problems += [
            f"--trust-program '{sha256}' is no SHA-256: copy the 64 digits from the sentence that refuses the file"
            for sha256 in self.trust_program
            if not re.fullmatch(r"[0-9a-f]{64}", sha256)
        ]
        for name, value in self.weights.items():
            if not (math.isfinite(value) and value >= 0):
                problems.append(f"the weight {name}={value} must be a finite number, zero or more")
        return problems

    def to_json(self) -> dict[str, Any]:
        """Return the settings as plain JSON, without the place they are written to and without trust in programs."""
        plain = dataclasses.asdict(self)
        del plain["out"], plain["trust_program"]
        plain["images"], plain["vaes"] = list(self.images), list(self.vaes)
        return plain

    @classmethod
    def from_json(cls, plain: Mapping[str, Any], out: Path) -> RunSettings:
        """Read settings back from a run folder's summary; trust in programs is not among them, whatever it says."""
        known = {item.name for item in dataclasses.fields(cls)} - {"trust_program"}
        chosen = {name: value for name, value in plain.items() if name in known}
        chosen |= {"images": tuple(plain["images"]), "vaes": tuple(plain["vaes"]), "out": str(out)}
        if "marker" in chosen:
            chosen["marker"] = marker_mode(chosen["marker"])
        return cls(**chosen)

    def differences(self, other: RunSettings) -> list[str]:
        """Name the settings in which two runs differ, the output folder aside."""
        mine, theirs = self.to_json(), other.to_json()
        return [
            f"{name}: {_without(theirs[name], mine[name])} there, {_without(mine[name], theirs[name])} here"
            for name in mine
            if mine[name] != theirs[name]
        ]

    @property
    def matte_rgb(self) -> tuple[int, int, int]:
        """The matte as three numbers, 0…255."""
        red, green, blue = bytes.fromhex(self.matte[1:])
        return red, green, blue


def _without(value: object, other: object) -> str:
    """A setting in words; of a list, what the other run's has not."""
    if not isinstance(value, list) or not isinstance(other, list):
        return str(value)
    left = [item for item in value if item not in other]
    if not left and sorted(value) == sorted(other):
        left = value  # in another order
    return ", ".join(map(str, left)) or "nothing more"


def options() -> dict[str, Option]:
    """Return the settings that a form or a parser shows, in order."""
    return {
        item.name: item.metadata["option"]
        for item in dataclasses.fields(RunSettings)
        if "option" in item.metadata
    }


def expanded(path: str) -> str:
    """Return a path with ``~`` in front as the user's home: no shell does that behind ``--out=``, and Windows' never.

    What exists under the very name is meant as it is.

    Raises:
        UsageError: it is the home of a user that the system does not know.
    """
    if not path.startswith("~") or Path(path).exists():
        return path
    try:
        return str(Path(path).expanduser())
    except RuntimeError as error:
        user = re.split(r"[/\\]", path[1:])[0]
        who = f"no user '{user}'" if user else "no home of yours"
        raise UsageError(
            f"'{path}' cannot be used: this machine knows {who}; write the path out, or ./{path} for what is called so"
        ) from error


def marker_mode(value: object) -> MarkerMode:
    """Return how a run measured its marker, from the setting as a summary holds it.

    Runs of schema 1 hold ``true`` or ``false``: the marker was then in the picture that was measured.
    """
    if value is True or value == "embedded":
        return "embedded"
    return "separate" if value in ("separate", "on") else "off"


def parse_weights(text: str) -> dict[str, float]:
    """Parse ``lpips=1,gradient=0.5`` into weights of J; terms that are not named keep 1.

    Raises:
        UsageError: for a term that does not exist or a value that is no number.
    """
    weights: dict[str, float] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, _, value = part.partition("=")
        if name.strip() in weights:
            raise UsageError(f"the weight of {name.strip()} is given twice: give it once")
        try:
            weights[name.strip()] = float(value)
        except ValueError:
            raise UsageError(
                f"the weight '{part}' is not NAME=NUMBER: write it like lpips=1,gradient=0.5"
            ) from None
        if not (math.isfinite(weights[name.strip()]) and weights[name.strip()] >= 0):
            raise UsageError(f"the weight '{part}' must be a finite number, zero or more")
    full = _full_weights(weights)
    if not any(full.values()):
        raise UsageError("all weights are 0, so that J would be 0 of every VAE: give one of them more")
    return full


def _full_weights(weights: Mapping[str, float]) -> dict[str, float]:
    for name in weights:
        if name not in WEIGHT_NAMES:
            hint = did_you_mean(name, WEIGHT_NAMES)
            raise UsageError(f"J has no term '{name}': its terms are {', '.join(WEIGHT_NAMES)}.{hint}")
    return {name: float(weights.get(name, 1.0)) for name in WEIGHT_NAMES}


def _check(value: Any, option: Option) -> list[str]:
    if option.choices:
        if value in option.choices:
            return []
        hint = did_you_mean(str(value), option.choices)
        return [f"{option.label} '{value}' is unknown: use {', '.join(option.choices)}.{hint}"]
    if option.minimum is None or value is None or value in option.auto:
        return []
    if isinstance(value, bool) or not isinstance(value, int):
        return [f"{option.label} '{value}' is not a whole number"]
    if value < option.minimum or (option.maximum is not None and value > option.maximum):
        upper = "" if option.maximum is None else f" to {option.maximum}"
        return [f"{option.label} {value} is out of range: use {option.minimum}{upper or ' or more'}"]
    return []

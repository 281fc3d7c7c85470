"""What ``vaelab sets`` is asked to do, and what it reports while it goes on. No torch here."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from vaelab.errors import ExitCode, UsageError
from vaelab.images.resize import Preparation
from vaelab.sets.extractor import WeightPlaces
from vaelab.sets.table import FeatureSpec, selected
from vaelab.settings import DEVICE, Fit, expanded


@dataclass(frozen=True)
class SetSettings:
    """All settings of one comparison. Making one checks every field and raises a single error that names all problems.

    Attributes:
        real: folder of the real pictures.
        generated: folders of the sets that are compared with it.
        out: folder that is written.
        features: names of networks, separated by commas.
        held_out: folder of real pictures that the generator was not trained on; empty for none.
        size: side that pictures are brought to, px; smaller ones are enlarged, so that all are of one size.
        fit: as for a run.
        recursive: look into subfolders.
        inception: file of the Inception weights; empty for the places where other programs keep it.
        clip: folder of a CLIP model; empty for none.
        device: as for a run.

    Raises:
        UsageError: when one or more settings cannot be used.
    """

    real: str
    generated: tuple[str, ...]
    out: str
    features: str = "alexnet"
    held_out: str = ""
    size: int = 256
    fit: Fit = "crop"
    recursive: bool = False
    inception: str = ""
    clip: str = ""
    device: str = "auto"

    def __post_init__(self) -> None:
        """Check all fields at once."""
        for name in ("real", "out", "held_out", "inception", "clip"):
            object.__setattr__(self, name, expanded(getattr(self, name)))
        object.__setattr__(self, "generated", tuple(map(expanded, self.generated)))
        problems = []
        if not self.generated:
            problems.append(
                "no set was named that is to be compared: name at least one folder beside the real one"
            )
        if self.fit not in get_args(Fit):
            problems.append(f"the fit '{self.fit}' is unknown: use {', '.join(get_args(Fit))}")
        if not 32 <= self.size <= 4096:
            problems.append(f"the size {self.size} is out of range: use 32 to 4096")
        if not DEVICE.fullmatch(self.device):
            problems.append(f"'{self.device}' is not a device: use auto, cpu, cuda, cuda:N or mps")
        if not self.networks:
            problems.append("no features are named: name at least alexnet")
        if problems:
            raise UsageError("; ".join(problems))

    @property
    def networks(self) -> tuple[FeatureSpec, ...]:
        """The networks, in the table's order.

        Raises:
            UsageError: one is unknown.
        """
        return selected(self.features)

    @property
    def preparation(self) -> Preparation:
        """How pictures are brought to size: enlarged too, since sets of several sizes are not comparable."""
        return Preparation(self.size, self.fit, upscale=True)

    @property
    def places(self) -> WeightPlaces:
        """Where the user's weights are."""
        return WeightPlaces(
            Path(self.inception) if self.inception else None, Path(self.clip) if self.clip else None
        )

    def to_json(self) -> dict[str, Any]:
        """The settings as plain JSON, without the place that is written to."""
        plain = dataclasses.asdict(self)
        del plain["out"]
        return plain | {"generated": list(self.generated)}


@dataclass(frozen=True, slots=True)
class SetProgress:
    """What is being done.

    Attributes:
        stage: in words.
        label: of the set; empty for none.
        done, total: pictures; 0 of 0 where nothing is counted.
    """

    stage: str
    label: str = ""
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class SetsFinished:
    """Everything is on disk.

    Attributes:
        folder: that was written.
        exit_code: 0, or 1 where pictures could not be read.
        summary: content of ``summary.json``.
    """

    folder: Path
    exit_code: ExitCode
    summary: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SetsStopped:
    """The user ended it; nothing was written but the reference statistics that were complete."""


SetEvent = SetProgress | SetsFinished | SetsStopped

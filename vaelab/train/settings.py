"""What a training can be told, and the events by which it tells how it is going. No torch here."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal

from vaelab.errors import UsageError
from vaelab.settings import DEVICE
from vaelab.train.arithmetic import Arithmetic, TrainPrecision

TrainedKind = Literal["kl", "linear"]


@dataclass(frozen=True)
class TrainSettings:
    """All of a training's settings.

    Attributes:
        images: pictures, or folders of them.
        out: folder for the cache, the checkpoint and the weights; made if missing.
        kind: ``kl`` trains ``mini.safetensors``, ``linear`` fits ``linear.safetensors``.
        steps: optimizer steps in all.
        resume: go on from the checkpoint in ``out``.
        size: crop size in pixels, a multiple of 8.
        batch: crops a step.
        seed: decides crops, drawings, initial weights and sampled latents.
        threads: CPU threads, 0 for torch's own choice.
        device: ``auto``, ``cpu``, ``cuda``, ``cuda:N`` or ``mps``; ``linear`` is fitted on the CPU.
        precision: ``bf16`` is torch's autocast around fp32 weights; ``auto`` takes it where it saves time.
        learning_rate: the highest of the one-cycle schedule.
        lpips_weight: weight of LPIPS beside the mean absolute error in [-1, 1].
        kl_weight: weight of the mean KL divergence, nats per latent value.
        epoch: steps between two rows of the table; each is validated and saved.
        start: weights of a mini VAE to start from instead of the linear solution.
    """

    images: tuple[Path, ...]
    out: Path
    kind: TrainedKind = "kl"
    steps: int = 20_000
    resume: bool = False
    size: int = 128
    batch: int = 8
    seed: int = 0
    threads: int = 0
    device: str = "auto"
    precision: TrainPrecision = "auto"
    learning_rate: float = 1e-3
    lpips_weight: float = 0.2
    kl_weight: float = 1e-4
    epoch: int = 500
    start: Path | None = None

    def validate(self) -> None:
        """Raise ``UsageError`` naming everything that is wrong."""
        wrong = []
        if not self.images:
            wrong.append("no pictures are named")
        wrong += [f"{path} does not exist" for path in self.images if not path.exists()]
        if self.kind not in ("kl", "linear"):
            wrong.append(f"the kind is kl or linear, not {self.kind}")
        if not DEVICE.fullmatch(self.device):
            wrong.append(f"the device is auto, cpu, cuda, cuda:N or mps, not {self.device}")
        if self.precision not in ("auto", "fp32", "bf16"):
            wrong.append(f"the precision is auto, fp32 or bf16, not {self.precision}")
        # 64 is the smallest picture for which AlexNet's last layers are not empty.
        if self.size < 64 or self.size % 8:
            wrong.append(f"the crop size must be a multiple of 8 from 64 up, not {self.size}")
        for name in ("steps", "batch", "epoch"):
            if getattr(self, name) < 1:
                wrong.append(f"{name} must be at least 1, not {getattr(self, name)}")
        if self.start is not None and not self.start.is_file():
            wrong.append(f"{self.start} does not exist")
        if wrong:
            raise UsageError("Training cannot start: " + "; ".join(wrong) + ".")

    def fingerprint(self) -> str:
        """A digest of what must be equal for a resumed training to be the same training.

        ``steps`` may change, and the machine may: its device and precision round otherwise, and nothing more.
        """
        free = {"images", "out", "resume", "threads", "device", "precision", "steps", "epoch"}
        same = {
            field.name: str(getattr(self, field.name)) for field in fields(self) if field.name not in free
        }
        return hashlib.sha256(json.dumps(same, sort_keys=True).encode()).hexdigest()

    def as_text(self) -> dict[str, str]:
        """Settings for the weight file's metadata, without the paths of this machine, and without ``auto``."""
        hidden = {"images", "out", "kind", "resume", "threads", "device", "precision", "epoch", "start"}
        return {name: str(value) for name, value in asdict(self).items() if name not in hidden}


@dataclass(frozen=True)
class Prepared:
    """The pictures are ready."""

    training: int
    validation: int
    held_out: bool
    skipped: tuple[str, ...]


@dataclass(frozen=True)
class Begun:
    """The network is about to be trained.

    Attributes:
        step: the last one that is done: of the checkpoint that a resumed training goes on from, else 0.
        steps: how many there are to be.
        arithmetic: the device and the precision.
    """

    step: int
    steps: int
    arithmetic: Arithmetic


@dataclass(frozen=True)
class EpochDone:
    """One row of the table; losses are means over the epoch, validation is of the averaged weights.

    Attributes:
        reconstruction: mean absolute error in [-1, 1].
        kl: nats per latent value.
        validation_psnr: dB, after rounding to 8 bits, mean over the validation crops.
        active_channels: latent channels whose posterior mean varies (Burda et al. 2016: variance above 0.01).
        seconds_per_step: wall clock.
    """

    step: int
    steps: int
    reconstruction: float
    lpips: float
    kl: float
    total: float
    validation_psnr: float
    validation_lpips: float
    active_channels: int
    channels: int
    seconds_per_step: float
    learning_rate: float

    HEADER = "   step    rec L1   LPIPS  KL/value    total  val PSNR  val LPIPS  active  s/step"

    def row(self) -> str:
        """The line under ``HEADER``."""
        return (
            f"{self.step:7d}  {self.reconstruction:8.5f}  {self.lpips:6.4f}  {self.kl:8.4f}  {self.total:7.5f}"
            f"  {self.validation_psnr:8.3f}  {self.validation_lpips:9.4f}  {self.active_channels:3d}/{self.channels:<3d}"
            f" {self.seconds_per_step:6.3f}"
        )


@dataclass(frozen=True)
class TrainWarning:
    """Something that a person should know, in words."""

    text: str


@dataclass(frozen=True)
class FileSaved:
    """A file was written: a checkpoint, or at the end the weights."""

    path: Path
    final: bool


@dataclass(frozen=True)
class Halted:
    """The training was stopped: what it has learned is in the checkpoint, from which it can go on.

    Attributes:
        step: the last one that was done.
        steps: how many there were to be.
        path: of the checkpoint.
    """

    step: int
    steps: int
    path: Path


TrainEvent = Prepared | Begun | EpochDone | TrainWarning | FileSaved | Halted

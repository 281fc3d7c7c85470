"""``vaelab train``: its arguments, and the table that it prints while it trains. torch is imported when training starts."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from vaelab.control import Control
from vaelab.settings import expanded
from vaelab.train.settings import (
    Begun,
    EpochDone,
    FileSaved,
    Halted,
    Prepared,
    TrainEvent,
    TrainSettings,
    TrainWarning,
)

_WHOLE = {
    "steps": "optimizer steps in all",
    "size": "side of the crops, px, a multiple of 8",
    "batch": "crops a step",
    "seed": "of crops, drawings, first weights and sampled latents",
    "threads": "CPU threads, 0 for torch's own choice",
    "epoch": "steps between two rows of the table; each is validated and saved",
}
_REAL = {
    "learning_rate": "highest of the one-cycle schedule",
    "lpips_weight": "weight of LPIPS beside the mean absolute error",
    "kl_weight": "weight of the mean KL divergence",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``vaelab train`` to a parser."""
    default = TrainSettings(images=(), out=Path())
    parser.add_argument(
        "images", nargs="+", type=Path, metavar="IMAGES", help="photographs, or folders of them"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder for checkpoint and weights"
    )
    parser.add_argument(
        "--kind",
        choices=("kl", "linear"),
        default=default.kind,
        help="a small KL-VAE, or the linear VAE it starts from",
    )
    for names, kind in ((_WHOLE, int), (_REAL, float)):
        for name, text in names.items():
            value = getattr(default, name)
            flag = f"--{name.replace('_', '-')}"
            parser.add_argument(flag, type=kind, default=value, help=f"{text} (default {value})")
    parser.add_argument(
        "--device", default=default.device, help="auto, cpu, cuda, cuda:N or mps (default auto)"
    )
    parser.add_argument(
        "--precision",
        choices=("auto", "fp32", "bf16"),
        default=default.precision,
        help="auto takes bf16 autocast where it saves time: on NVIDIA GPUs since Ampere, on CPUs that multiply bfloat16",
    )
    parser.add_argument("--start", type=Path, metavar="FILE", help="weights of a mini VAE to start from")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")


def train_from_arguments(chosen: argparse.Namespace, control: Control, prepared: Callable[[], None]) -> bool:
    """Train, printing a row for each epoch, and return whether it came to its end.

    Args:
        chosen: the arguments.
        control: how to stop it.
        prepared: called when the pictures are ready: from then on ``control`` is asked between the steps.

    Raises:
        UsageError: when the settings, or the pictures, cannot be used.
    """
    from vaelab.train.loop import train

    names = ("images", "out", "kind", *_WHOLE, *_REAL, "device", "precision", "start", "resume")
    given = {name: getattr(chosen, name) for name in names}
    given |= {name: given[name] and Path(expanded(str(given[name]))) for name in ("out", "start")}
    images = tuple(Path(expanded(str(path))) for path in chosen.images)
    console = Console(highlight=False, soft_wrap=True, markup=False)
    event: TrainEvent | None = None
    for event in train(TrainSettings(**{**given, "images": images}), control):
        if isinstance(event, Prepared):
            prepared()
        for line in _lines(event):
            console.print(line)
    return not isinstance(event, Halted)


def _lines(event: TrainEvent) -> list[str]:
    if isinstance(event, Prepared):
        held = f"{event.validation} held out for validation" if event.held_out else "too few to hold any out"
        left_out = [f"  left out: {text}" for text in event.skipped]
        return [
            f"{event.training} {'picture' if event.training == 1 else 'pictures'} for training, {held}",
            *left_out,
        ]
    if isinstance(event, Begun):
        if event.step >= event.steps:
            return [f"the checkpoint is at step {event.step} already: nothing is left of {event.steps} steps"]
        going_on = [f"continuing after step {event.step} of {event.steps}"] if event.step else []
        found = event.arithmetic
        return [f"training on {found.device} in {found.precision}", *going_on, EpochDone.HEADER]
    if isinstance(event, EpochDone):
        return [event.row()]
    if isinstance(event, TrainWarning):
        return [f"warning: {event.text}"]
    if isinstance(event, Halted):
        return [
            f"Stopped at step {event.step} of {event.steps}: what was learned is in '{event.path}', continue with --resume"
        ]
    return [f"Written: {event.path}"] if isinstance(event, FileSaved) and event.final else []

"""The VAEs of a run, opened one after the other; one that fails does not keep the others from running."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field

from vaelab import device as devices
from vaelab.control import Control
from vaelab.errors import RunFolderError, Stopped, VAEError
from vaelab.events import RunEvent, StageChanged, VAEFailed, VAELoaded
from vaelab.plan import Plan
from vaelab.vae.base import Codec, CodecOptions, VAEInfo
from vaelab.vae.catalog import open_codec
from vaelab.vae.specs import VAESpec

# A GPU is kept busier by a few images at a time; on a CPU, and for MPS's memory, one is as fast.
_BATCH_ON_CUDA = 4


@dataclass
class VAEState:
    """One VAE of a run, from its specification to its end.

    Attributes:
        spec: what the user asked for.
        number: its place in the run, from 1.
        codec: None before it is loaded and after it failed.
        info, precision: facts for the summary; they outlive the codec.
        notes: what was done that changes numbers.
        error: why it failed, None while it works.
        failures: images it failed on since its last success.
        succeeded: whether it has ever given a reconstruction.
        peak_memory_mb: most device memory so far, None where that cannot be measured.
    """

    spec: VAESpec
    number: int
    codec: Codec | None = None
    info: VAEInfo | None = None
    precision: str = ""
    notes: list[str] = field(default_factory=list)
    error: str | None = None
    failures: int = 0
    succeeded: bool = False
    peak_memory_mb: float | None = None

    @property
    def label(self) -> str:
        """Its label in tables."""
        return self.spec.label

    def fail(self, error: BaseException) -> VAEFailed:
        """Take the VAE out of the run and say why."""
        self.error = (
            str(error) if isinstance(error, VAEError) else f"it failed with {type(error).__name__}: {error}"
        )
        if self.codec is not None:
            self.codec.close()
            self.codec = None
        return VAEFailed(self.label, self.error, "".join(traceback.format_exception(error)))


def resolve_device(plan: Plan) -> str:
    """Import torch and return the device of the run.

    Raises:
        UsageError: when it is not there.
        RunFolderError: when a resumed run began on another device: its rows would differ in the last bits.
    """
    device = devices.resolve_device(plan.settings.device)
    if plan.device is not None and plan.device != device:
        raise RunFolderError(
            f"'{plan.folder.path}' was begun on {plan.device} and would go on on {device}: name the same --device"
        )
    return device


def batch_size(plan: Plan, device: str) -> int:
    """Return how many images are encoded together."""
    if plan.settings.batch_size != "auto":
        return plan.settings.batch_size
    return _BATCH_ON_CUDA if device.startswith("cuda") else 1


def load_vaes(states: list[VAEState], plan: Plan, device: str, control: Control) -> Iterator[RunEvent]:
    """Open every VAE, reporting each."""
    for state in states:
        control.check()
        yield StageChanged("Loading", vae=state.number, label=state.label)
        options = CodecOptions(
            device=device,
            precision=plan.settings.precision,  # the codec lets its own specification go first
            latent=plan.settings.latent,
            seed=plan.settings.seed,
            tiling=plan.settings.tiling,
        )
        try:
            state.codec = open_codec(state.spec, options)
            state.codec.check = control.check
        except Stopped:
            raise
        # Whatever a stranger's file makes a library raise, the other VAEs go on.
        except Exception as error:  # noqa: BLE001
            yield state.fail(error)
            continue
        state.info, state.precision = state.codec.info, state.codec.precision
        state.notes += state.codec.notes
        yield VAELoaded(state.label, state.info, state.precision, device, tuple(state.notes))

"""The VAEs of a run, opened one after the other; one that fails does not keep the others from running."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from vaelab import device as devices
from vaelab.control import Control
from vaelab.engine.events import RunEvent, StageChanged, VAEFailed, VAELoaded
from vaelab.engine.failure_policy import FailureRecord
from vaelab.engine.plan import Plan
from vaelab.engine.vaes.precision_ladder import Ladder, retried_in
from vaelab.errors import RunFolderError, Stopped, UsageError, VAEError
from vaelab.vae.base import Codec, CodecOptions, VAEInfo
from vaelab.vae.catalog import open_codec
from vaelab.vae.runtime.shared_encodings import share_encodings
from vaelab.vae.spec.grammar import VAESpec

TILED = "in tiles, for lack of memory"
"""Note of a row that ``tiling auto`` gave tiles, and of its VAE."""
PARKED = (
    "weights of VAEs that were not at work waited on the CPU, since the device's memory would not hold all"
)


@dataclass
class LoadedVAE:
    """One VAE of a run, from its specification to its end.

    Attributes:
        spec: what the user asked for.
        number: its place in the run, from 1.
        codec: None before it is loaded and after it failed.
        info, precision: facts for the summary; they outlive the codec.
        notes: what was done that changes numbers.
        error: why it failed, None while it works.
        record: how it has fared so far.
        lost: why it could not be loaded again after the marker's pass, None where it could.
        ladder: where it stands among the precisions, None where the user chose one.
        tiled: whether it runs in tiles for lack of memory.
        batch_size: how many images it takes at once; None until that is chosen.
        peak_memory_mb: most device memory so far, None where that cannot be measured.
    """

    spec: VAESpec
    number: int
    codec: Codec | None = None
    info: VAEInfo | None = None
    precision: str = ""
    notes: list[str] = field(default_factory=list)
    error: str | None = None
    record: FailureRecord = field(default_factory=FailureRecord)
    lost: VAEError | None = None
    ladder: Ladder | None = None
    tiled: bool = False
    batch_size: int | None = None
    peak_memory_mb: float | None = None

    @property
    def label(self) -> str:
        """Its label in tables."""
        return self.spec.label

    @property
    def is_program(self) -> bool:
        """Whether its author's program is run, and no network that VAELab has built."""
        return self.info is not None and self.info.is_program

    def note(self, text: str) -> None:
        """Keep a note for the summary, once."""
        if text not in self.notes:
            self.notes.append(text)

    def tile(self, when: str = "") -> None:
        """Run in tiles from now on, for lack of memory; ``when`` stands before the note."""
        assert self.codec is not None
        self.note(f"{when}{TILED}: {self.codec.tile()}")
        self.tiled = True

    def fail(self, error: BaseException) -> VAEFailed:
        """Take the VAE out of the run and say why."""
        self.error = (
            str(error) if isinstance(error, VAEError) else f"it failed with {type(error).__name__}: {error}"
        )
        if self.codec is not None:
            self.codec.close()
            self.codec = None
        remedies = error.remedies if isinstance(error, VAEError) else ()
        return VAEFailed(self.label, self.error, "".join(traceback.format_exception(error)), remedies)


def resolve_device(plan: Plan) -> str:
    """Import torch and return the device of the run.

    Raises:
        UsageError: when it is not there.
        RunFolderError: when a resumed run began on another device: its rows would differ in the last bits.
    """
    try:
        device = devices.resolve_device(plan.settings.device)
    except UsageError:
        plan.folder.discard()
        raise
    if plan.device is not None and plan.device != device:
        raise RunFolderError(
            f"'{plan.folder.path}' was begun on {plan.device} and would go on on {device}: choose the same device"
        )
    return device


def load_vaes(vaes: list[LoadedVAE], plan: Plan, device: str, control: Control) -> Iterator[RunEvent]:
    """Open every VAE, reporting each.

    Raises:
        RunFolderError: when an interrupted run measured with other weights under the same name.
    """
    for vae in vaes:
        control.check()
        yield StageChanged("Loading", vae=vae.number, label=vae.label)
        try:
            _open(vae, vaes, _options(plan, device), control)
            _check_weights(vae, plan)
            _take_up(vae, vaes, plan, device, control)
        except (Stopped, RunFolderError):
            raise
        # Whatever an untrusted file makes a library raise, the other VAEs go on.
        except Exception as error:  # noqa: BLE001
            yield vae.fail(error)
            continue
        yield _loaded(vae, device)


def reopen(
    vae: LoadedVAE, ladder: Ladder | None, vaes: list[LoadedVAE], plan: Plan, device: str, control: Control
) -> VAELoaded:
    """Load a VAE again, from its file, in the precision that a ladder has come to, or that the user chose (None).

    Raises:
        Exception: whatever loading it raises.
    """
    if vae.codec is not None:
        vae.codec.close()
    vae.codec = None
    vae.ladder = ladder
    options = _options(plan, device)
    precision = options.precision if ladder is None else ladder.precision
    _open(vae, vaes, replace(options, precision=precision), control)
    return _loaded(vae, device)


def park_others(vae: LoadedVAE, vaes: list[LoadedVAE], device: str) -> bool:
    """Give one VAE the device's memory that the others' weights hold; False where there is nothing to give."""
    if device == "cpu":
        return False
    others = [other.codec for other in vaes if other is not vae and other.codec is not None]
    return sum(codec.park() for codec in others) > 0


def _check_weights(vae: LoadedVAE, plan: Plan) -> None:
    """Raise if the rows that this VAE has are of other weights than the rows to come would be.

    Raises:
        RunFolderError: a file was exchanged since the run began.
    """
    assert vae.info is not None
    found = (vae.info.sha256, vae.info.details.get("encoder sha256"))
    known = plan.weights.get(vae.label, found)
    if known == found or not plan.done.among("vae", (vae.label,)).any():
        return
    exchanged = vae.info.source if known[0] != found[0] else vae.spec.encoder
    raise RunFolderError(
        f"'{exchanged}' is another file than the one that '{plan.folder.path}' was begun with, so the rows of {vae.label} "
        "would be of two VAEs: put the old file back, or choose another output folder"
    )


def _take_up(vae: LoadedVAE, vaes: list[LoadedVAE], plan: Plan, device: str, control: Control) -> None:
    """Stand where an interrupted run left this VAE, so that the rows to come are those of an uninterrupted one."""
    vae.batch_size = plan.batch_sizes.get(vae.label)
    done = plan.done.of_vae(vae.label)
    vae.record = FailureRecord(succeeded=not done.failed().all())
    assert vae.codec is not None
    if vae.spec.precision is None and plan.settings.precision == "auto":
        vae.ladder = Ladder.of(vae.precision)
    earlier = retried_in(done.texts("note"))
    if vae.ladder is not None and earlier is not None and earlier != vae.precision:
        reopen(vae, Ladder(earlier), vaes, plan, device, control)
    if any(TILED in note.split("; ") for note in done.used("note")) and vae.codec.can_tile:
        vae.tile()


def _options(plan: Plan, device: str) -> CodecOptions:
    settings = plan.settings
    return CodecOptions(
        device=device,
        precision=settings.precision,  # the codec lets its own specification go first
        latent=settings.latent,
        seed=settings.seed,
        tiling=settings.tiling,
        trusted=settings.trust_program,
    )


def _open(vae: LoadedVAE, vaes: list[LoadedVAE], options: CodecOptions, control: Control) -> None:
    options = replace(options, check=control.check)
    try:
        vae.codec = open_codec(vae.spec, options)
    except (MemoryError, RuntimeError) as error:
        if not devices.is_out_of_memory(error) or not park_others(vae, vaes, options.device):
            raise
        vae.codec = open_codec(vae.spec, options)
        vae.note(PARKED)
    codec = vae.codec
    codec.check = control.check
    vae.info, vae.precision = codec.info, codec.precision
    for note in codec.notes:
        vae.note(note)
    if vae.tiled and codec.can_tile:
        vae.tile()
    share_encodings(other.codec for other in vaes if other.codec is not None)


def _loaded(vae: LoadedVAE, device: str) -> VAELoaded:
    assert vae.info is not None
    return VAELoaded(vae.label, vae.info, vae.precision, device, tuple(vae.notes))

"""Everything that can be known and refused before torch is loaded: the images, the VAEs, the metrics, the run folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vaelab.engine.inputs.marker_room import NO_ROOM, with_room
from vaelab.engine.inputs.metric_models import MetricModels, metric_models
from vaelab.engine.sets.of_run import planned_networks
from vaelab.errors import LackingPackageError, RunFolderError, UntrustedProgramError, UsageError, VAEError
from vaelab.images import Preparation, list_images
from vaelab.images.image_file import ImageFile, SkippedFile
from vaelab.images.marker import MarkerSettings
from vaelab.metrics import registry
from vaelab.metrics.base import MetricSpec
from vaelab.results.row_table import RowTable
from vaelab.run_files import SUMMARY
from vaelab.run_folder.lock import RunLock
from vaelab.run_folder.row_lines import SCHEMA_VERSION
from vaelab.run_folder.store import RunFolder, read_summary
from vaelab.settings import MarkerMode, RunSettings, marker_mode
from vaelab.vae.base import LatentFacts
from vaelab.vae.catalog import check_recognized
from vaelab.vae.hub.ids import check_here
from vaelab.vae.spec.grammar import VAESpec, parse_spec, unique_labels

METRIC_MODELS = "metric_models"
"""Key of the protocol in a summary: which model a metric measures by, where it is not VAELab's own."""
MARKER_ASKED = "marker_asked"
"""Key of the protocol in a summary: the marker that was asked for, where no image had room for it."""


@dataclass(frozen=True)
class Plan:
    """A run that can start.

    Attributes:
        settings: what is done: what was asked for, with the marker off where no image has room for it.
        marker_asked: the marker that was asked for.
        folder: the open run folder.
        images: what will be measured, in order.
        skipped: files left out, with reasons.
        specs: the VAEs, labels made unique.
        metrics: what will be measured on each pair.
        models: what metrics need besides VAELab's own.
        marker: how, None without a marker.
        preparation: how images are brought to size.
        created: when the run was first started, ISO 8601 UTC.
        done: rows of an earlier, interrupted run.
        latents: moments of the latents of these rows, by VAE and image.
        device: what the earlier run ran on, None for a new run.
        weights: SHA-256 of the files that each VAE of the earlier run, and what encoded for it, was loaded from.
        batch_sizes: how many images each VAE of the earlier run took at once, as far as that was chosen.
        missing: (image, vae) of rows whose saved pictures are to be made again.
        notes: what was found in the run folder, and what is done about it, in sentences.
        earlier_state: how the earlier run's summary says it ended, ``running`` where it was cut off; "" for a new run.
        earlier_listed: how many images it had, None where it does not say.
    """

    settings: RunSettings
    marker_asked: MarkerMode
    folder: RunFolder
    images: tuple[ImageFile, ...]
    skipped: tuple[SkippedFile, ...]
    specs: tuple[VAESpec, ...]
    metrics: tuple[MetricSpec, ...]
    models: MetricModels
    marker: MarkerSettings | None
    preparation: Preparation
    created: str
    done: RowTable
    latents: dict[str, dict[str, LatentFacts]]
    device: str | None = None
    weights: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)
    batch_sizes: Mapping[str, int] = field(default_factory=dict)
    missing: frozenset[tuple[str, str]] = frozenset()
    notes: tuple[str, ...] = ()
    earlier_state: str = ""
    earlier_listed: int | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The VAEs' labels, in order."""
        return tuple(spec.label for spec in self.specs)

    def chunks(self, size: int) -> Iterator[Sequence[tuple[int, ImageFile]]]:
        """Yield the images with their places, ``size`` at a time, without the chunks that are done.

        A chunk depends on places alone, so that a resumed run batches the same images together as an uninterrupted one.
        """
        done = set(self.done.row_keys()) - self.missing
        for start in range(0, len(self.images), size):
            chunk = list(enumerate(self.images[start : start + size], start))
            if any((file.name, label) not in done for _, file in chunk for label in self.labels):
                yield chunk


def make_plan(settings: RunSettings, *, resume: bool) -> Plan:
    """Check everything that can be checked without loading anything, then open the run folder.

    Raises:
        UsageError: when an image folder, a VAE or a metric cannot be used.
        RunFolderError: when the run folder cannot be written, or holds another run.
    """
    specs = unique_labels(parse_spec(text) for text in settings.vaes)
    for spec in specs:
        for what in filter(None, (spec.what, spec.encoder)):
            check_here(what)
    _check_any_vae(specs, settings.trust_program)
    metrics = _selected(settings)
    models = metric_models(settings, metrics)
    planned_networks(settings)
    path = Path(settings.out)
    # Whoever else writes there is to be known at once, not after a long list of images.
    lock = RunLock(path) if path.is_dir() else None
    try:
        listing = list_images(
            [Path(item) for item in settings.images], recursive=settings.recursive, limit=settings.limit
        )
        earlier = _earlier(settings, path) if resume else None
        if earlier is not None:
            _check_models(models, earlier, path)
        folder = RunFolder.create(path, lock) if earlier is None else RunFolder.resume(path, lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    measured = with_room(settings, listing.images) if earlier is None else _as_begun(settings, earlier)
    marker_asked = settings.marker if earlier is None else _marker_asked(earlier) or settings.marker
    # A resumed run has said it when it began.
    no_room = (NO_ROOM,) if earlier is None and measured.marker != marker_asked else ()
    return Plan(
        settings=measured,
        marker_asked=marker_asked,
        folder=folder,
        images=listing.images,
        skipped=listing.skipped,
        specs=specs,
        metrics=metrics,
        models=models,
        marker=MarkerSettings.of_run(measured),
        preparation=Preparation.of(settings),
        created=datetime.now(UTC).isoformat(timespec="seconds")
        if earlier is None
        else earlier.get("created", ""),
        done=folder.done,
        latents=folder.latents,
        device=None if earlier is None else earlier.get("environment", {}).get("device"),
        weights={} if earlier is None else _weights(earlier),
        batch_sizes={} if earlier is None else _batch_sizes(earlier),
        notes=(*folder.notes, *no_room),
        earlier_state="" if earlier is None else str(earlier.get("state")),
        earlier_listed=None if earlier is None else _listed(earlier),
    )


def _selected(settings: RunSettings) -> tuple[MetricSpec, ...]:
    """The metrics of a run; those of repeated passes where there are any.

    Raises:
        UsageError: one is unknown, or repeated passes are to be measured and none are asked for.
    """
    if settings.generations:
        return registry.select(f"{settings.metrics},generations")
    if any(name.strip().startswith("generation") for name in settings.metrics.split(",")):
        raise UsageError("Repeated passes are to be measured, and Passes is 0: set it to 2, 4, 8 or 16.")
    return tuple(spec for spec in registry.select(settings.metrics) if spec.name != "generations")


def _earlier(settings: RunSettings, path: Path) -> dict[str, Any] | None:
    """Return the summary of the run that is to be continued; None where there is nothing to continue.

    Raises:
        RunFolderError: it was run with other settings, or cannot be read.
    """
    if not (path / SUMMARY).exists():
        return None  # a folder with rows all the same is refused where the new run is made
    return _check_same(settings, path)


def _check_same(settings: RunSettings, path: Path) -> dict[str, Any]:
    """Return the summary of the run that is to be continued.

    Raises:
        RunFolderError: when it was run with other settings, or by a version that measured otherwise.
    """
    summary = read_summary(path)
    if summary["schema_version"] != SCHEMA_VERSION:
        raise RunFolderError(
            f"'{path}' was begun under schema {summary['schema_version']}, whose rows were measured otherwise: "
            "report what is there with 'vaelab report', and measure anew into another output folder"
        )
    begun = RunSettings.from_json(summary["settings"], path)
    differences = settings.differences(begun)
    if (asked := _marker_asked(summary)) is not None and differences:
        differences = settings.differences(replace(begun, marker=asked))
    if differences:
        raise RunFolderError(
            f"'{path}' was run with other settings ({'; '.join(differences)}), so its rows would not be comparable: "
            "continue it with the same settings, or choose another output folder"
        )
    return summary


def _check_models(models: MetricModels, earlier: Mapping[str, Any], path: Path) -> None:
    """That the models of the metrics are those that the run was begun with.

    Raises:
        RunFolderError: one is another.
    """
    recorded = earlier["protocol"].get(METRIC_MODELS)
    begun = recorded if isinstance(recorded, dict) else {}
    other = next((name for name, which in models.identities.items() if begun.get(name) != which), None)
    if other is not None:
        raise RunFolderError(
            f"'{path}' was measured with another model for {other} ({begun.get(other, 'not stated')} then, {models.identities[other]} now), "
            "so its rows would not be comparable: continue it with that model, or choose another output folder"
        )


def _marker_asked(summary: Mapping[str, Any]) -> MarkerMode | None:
    """The marker that was asked for, of a run that had no room for it."""
    protocol = summary.get("protocol")
    asked = protocol.get(MARKER_ASKED) if isinstance(protocol, dict) else None
    return None if asked is None else marker_mode(asked)


def _as_begun(settings: RunSettings, earlier: Mapping[str, Any]) -> RunSettings:
    """The settings of a run that is continued: images that came later, and have room, do not make it another run."""
    return settings if _marker_asked(earlier) is None else replace(settings, marker="off")


def _check_any_vae(specs: Sequence[VAESpec], trusted: Sequence[str]) -> None:
    """That one VAE is left, as far as headers tell; PyTorch is not loaded to find out that there is none.

    What a click or a package would cure is left to the run, which says which.

    Raises:
        UsageError: none of the files is a VAE.
    """
    problems = []
    for spec in specs:
        try:
            check_recognized(spec, trusted)
        except (UntrustedProgramError, LackingPackageError):
            return
        except VAEError as error:
            problems.append(str(error))
        else:
            return
    raise UsageError("; ".join(dict.fromkeys(problems)))


def _listed(summary: Mapping[str, Any]) -> int | None:
    images = summary.get("images")
    listed = images.get("listed") if isinstance(images, dict) else None
    return listed if isinstance(listed, int) else None


def _weights(summary: Mapping[str, Any]) -> dict[str, tuple[str | None, str | None]]:
    """The SHA-256 of the files of each VAE, and of what encoded for it, as far as they were read."""
    return {
        label: (facts.get("sha256"), facts.get("encoder_sha256"))
        for label, facts in summary["vaes"].items()
        if facts.get("sha256") is not None
    }


def _batch_sizes(summary: Mapping[str, Any]) -> dict[str, int]:
    sizes = {label: facts.get("batch_size") for label, facts in summary["vaes"].items()}
    return {label: size for label, size in sizes.items() if isinstance(size, int) and size > 0}

"""The models that metrics need besides VAELab's own: where those of the user's are, and which ones a run is measured by.

No torch here: what is missing is refused before it is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vaelab.engine.sets.of_run import places_of
from vaelab.metrics.base import MetricSpec
from vaelab.metrics.tasks.clip_folder import check_clip, clip_identity
from vaelab.metrics.tasks.ocr import ocr_identity
from vaelab.settings import RunSettings


@dataclass(frozen=True, slots=True)
class MetricModels:
    """The models of a run's metrics.

    Attributes:
        folders: where those of the user's are, by the names of the metrics.
        identities: which model a metric measures by, by its name: other models, other numbers.
    """

    folders: Mapping[str, Path] = field(default_factory=dict)
    identities: Mapping[str, str] = field(default_factory=dict)


def metric_models(settings: RunSettings, metrics: Sequence[MetricSpec]) -> MetricModels:
    """Return the models that metrics need, once they are found.

    Raises:
        UsageError: one is missing.
    """
    names = {spec.name for spec in metrics}
    folders, identities = {}, {}
    if "text" in names:
        identities["text"] = ocr_identity()
    if "clip" in names:
        folders["clip"] = check_clip(places_of(settings).clip)
        identities["clip"] = clip_identity(folders["clip"])
    return MetricModels(folders, identities)

"""The probes of a run: after a batch has been through a VAE, the further passes that some metrics need. Nothing else comes from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np

from vaelab import device as devices
from vaelab.control import Control
from vaelab.engine.failure_policy import reason
from vaelab.engine.inputs.marked_image import MarkedImage
from vaelab.engine.probes.equivariance import equivariance
from vaelab.engine.probes.generations import generations
from vaelab.engine.probes.probe_result import ProbeBatch, ProbeResult
from vaelab.engine.probes.robustness import robustness
from vaelab.engine.vaes.loaded_vae import LoadedVAE
from vaelab.engine.vaes.round_trip import RoundTrip
from vaelab.errors import Stopped
from vaelab.vae.base import Codec, OpensLatent

Probe = Callable[[ProbeBatch], ProbeResult]


@dataclass(frozen=True, slots=True)
class PlacedResult:
    """What came of a probe, and of which places of the batch."""

    places: Sequence[int]
    result: ProbeResult


class ProbePass:
    """Runs the probes that the metrics of a run ask for, in the thread of the pipeline."""

    def __init__(self, metrics: Collection[str], passes: int, seed: int, control: Control) -> None:
        """Choose the probes.

        Args:
            metrics: names of the run's metrics.
            passes: how often pictures go through a VAE, 0 or 1 for no more than once.
            seed: of the run.
            control: of the run, which may stop it between two probes.
        """
        known: dict[str, Probe] = {
            "generations": lambda batch: generations(batch, passes),
            "equivariance": equivariance,
            "robustness": robustness,
        }
        self._probes = {name: probe for name, probe in known.items() if name in metrics}
        self._seed = seed
        self._control = control

    @property
    def is_needed(self) -> bool:
        """Whether any probe was asked for."""
        return bool(self._probes)

    def run(
        self, images: Sequence[MarkedImage], trips: Sequence[RoundTrip], vae: LoadedVAE
    ) -> tuple[list[PlacedResult], dict[int, list[str]]]:
        """Return what came of each probe of a batch, and for each place in words what failed.

        Whatever a probe raises costs its own columns alone: the VAE has taken these images before.

        Args:
            images: of equal size.
            trips: what the VAE made of them; an image whose output is not finite goes along and is not scored.
            vae: which.

        Raises:
            Stopped: the run is to stop now.
        """
        results: list[PlacedResult] = []
        failures: dict[int, list[str]] = {}
        for name, probe in self._probes.items():
            groups = [list(range(len(images)))]
            while groups and vae.codec is not None:
                self._control.check()
                places = groups.pop(0)
                try:
                    results.append(PlacedResult(places, probe(self._batch(images, trips, places, vae.codec))))
                except Stopped:
                    raise
                # A codec runs untrusted weights: whatever it raises here concerns these columns alone.
                except Exception as error:  # noqa: BLE001
                    why = f"no {name} columns: {reason(error, vae.label, 'a further pass')}"
                    if len(places) == 1:
                        failures.setdefault(places[0], []).append(why)
                if len(places) > 1 and (not results or results[-1].places is not places):
                    # Outside the handler, whose traceback would keep the tensors.
                    devices.free_memory()
                    groups = [[place] for place in places]
        return results, failures

    def _batch(
        self, images: Sequence[MarkedImage], trips: Sequence[RoundTrip], places: Sequence[int], codec: Codec
    ) -> ProbeBatch:
        return ProbeBatch(
            codec,
            codec if isinstance(codec, OpensLatent) else None,
            # Without the marker, where that is embedded: no number of a picture depends on it.
            np.stack([images[place].loaded.rgb for place in places]),
            np.stack([images[place].content(trips[place].reconstruction) for place in places]),
            [images[place].index for place in places],
            self._seed,
        )

"""What the background finds out about the choice: which images there are, what the VAEs' headers say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vaelab.errors import UntrustedProgramError, UsageError
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.setup.vaes.hashes import Hashes
from vaelab.images import Listing, list_images
from vaelab.vae.base import VAEInfo
from vaelab.vae.catalog import describe_spec
from vaelab.vae.spec.grammar import VAESpec


@dataclass(frozen=True, slots=True)
class _Listed:
    generation: int
    listing: Listing | None = None
    problem: str = ""


class SetupScanner(QObject):
    """Lists images and reads headers.

    Attributes:
        listing: the images found, None while there are none or they are being looked for.
        listing_problem: why they could not be listed.
        is_listing: whether they are being looked for.
        hashes: SHA-256 of the VAEs' files.
        trusted: SHA-256 of the programs that the user lets run, until the window closes.

    Signals:
        changed: there is news.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.listing: Listing | None = None
        self.listing_problem = ""
        self.is_listing = False
        self.hashes = Hashes(jobs, self)
        self.trusted: frozenset[str] = frozenset()
        self.hashes.found.connect(self.changed)
        self._generation = 0
        self._infos: dict[VAESpec, VAEInfo | Failure] = {}
        self._reading: set[VAESpec] = set()

    def info(self, spec: VAESpec) -> VAEInfo | Failure | None:
        """What the header says, a failure, or None while it is being read."""
        return self._infos.get(spec)

    def list_images(self, images: Sequence[str], *, recursive: bool, limit: int | None) -> None:
        """Look for images anew."""
        self._generation += 1
        self.listing, self.listing_problem = None, ""
        self.is_listing = bool(images)
        if images:
            paths = [Path(path) for path in images]
            self._jobs.submit(partial(_list, self._generation, paths, recursive, limit), self._listed)

    def describe(self, spec: VAESpec) -> None:
        """Read a VAE's header, once for each way of running it."""
        if spec not in self._infos and spec not in self._reading:
            self._reading.add(spec)
            self._jobs.submit(partial(_describe, spec, self.trusted), self._described)

    def look_again(self, what: str) -> None:
        """Read a header anew, since there is now what was not there before."""
        old = [spec for spec in self._infos if what in (spec.what, spec.encoder)]
        for spec in old:
            del self._infos[spec]
            self.describe(spec)

    def _listed(self, found: _Listed) -> None:
        if found.generation == self._generation:
            self.is_listing = False
            self.listing, self.listing_problem = found.listing, found.problem
            self.changed.emit()

    def _described(self, found: tuple[VAESpec, VAEInfo | Failure]) -> None:
        spec, info = found
        self._reading.discard(spec)
        self._infos[spec] = info
        if isinstance(info, VAEInfo):
            self.hashes.want(hash_key(spec), info.files)
        self.changed.emit()


def _list(generation: int, paths: list[Path], recursive: bool, limit: int | None) -> _Listed:
    try:
        return _Listed(generation, list_images(paths, recursive=recursive, limit=limit))
    except UsageError as error:
        return _Listed(generation, None, str(error))


def hash_key(spec: VAESpec) -> str:
    """Which hash is that of a VAE: of its own files, and of those of the VAE that encodes for it."""
    return f"{spec.what},encoder={spec.encoder}" if spec.encoder else spec.what


def _describe(spec: VAESpec, trusted: frozenset[str]) -> tuple[VAESpec, VAEInfo | Failure]:
    try:
        return spec, describe_spec(spec, hash_files=False, trusted=trusted)
    except UntrustedProgramError as error:
        return spec, Failure(str(error), error.hashes, error.source, error.seen, error.has_weights)
    except Exception as error:  # noqa: BLE001 - an untrusted file: whatever it causes is shown beside it
        return spec, Failure(str(error) or type(error).__name__)

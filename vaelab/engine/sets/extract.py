"""A folder of pictures to its statistics, in the order of the files' SHA-256: hash, look whether they are known, decode, network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from vaelab import device as devices
from vaelab.control import Control
from vaelab.engine.inputs.read_ahead import done_ahead, read_ahead
from vaelab.engine.sets.settings import SetProgress
from vaelab.errors import ImageError, Stopped, UsageError, why
from vaelab.images import LoadedImage, Preparation, list_images
from vaelab.images.image_file import ImageFile
from vaelab.sets import cache
from vaelab.sets.extractor import FeatureExtractor
from vaelab.sets.statistics import SetCollector, SetStatistics
from vaelab.sets.table import FeatureSpec
from vaelab.vae.files.header import file_sha256

_BATCH = 16
_FEWEST = 2

Loaded = tuple[FeatureSpec, FeatureExtractor]


@dataclass(frozen=True)
class PictureSet:
    """A folder of pictures that has been listed and hashed.

    Attributes:
        label: what it is called.
        path: as it was named.
        files: by the SHA-256 of their content, in its order; twins stand several times.
        skipped: what was left out and why, (name, reason).
    """

    label: str
    path: str
    files: tuple[tuple[str, ImageFile], ...]
    skipped: tuple[tuple[str, str], ...] = ()

    @property
    def by_hash(self) -> dict[str, ImageFile]:
        """A file of each content."""
        return dict(self.files)

    @property
    def twins(self) -> int:
        """Pictures whose content is that of one before."""
        return len(self.files) - len(self.by_hash)


@dataclass
class Extracted:
    """What came of a set.

    Attributes:
        statistics: by network.
        failed: pictures that could not be taken and why, (name, reason).
        enlarged: pictures that are smaller than the size they were brought to.
    """

    statistics: dict[str, SetStatistics] = field(default_factory=dict)
    failed: list[tuple[str, str]] = field(default_factory=list)
    enlarged: int = 0


def check_going(control: Control) -> None:
    """Raise ``Stopped`` once the user has asked for an end: a comparison has no half."""
    control.wait_while_paused()
    if control.stopping:
        raise Stopped


def read_set(
    label: str, path: str, *, recursive: bool, control: Control
) -> Iterator[SetProgress | PictureSet]:
    """List a folder and hash its files; the last event is the set.

    Raises:
        UsageError: the folder cannot be used, or holds fewer than two pictures.
        Stopped: the user ended it.
    """
    listing = list_images([Path(path)], recursive=recursive)
    if len(listing.images) < _FEWEST:
        raise UsageError(_too_few(path, len(listing.images)))
    found: list[tuple[str, ImageFile]] = []
    skipped = [(str(item.path), item.reason) for item in listing.skipped]
    total = len(listing.images)
    hashes = done_ahead(listing.images, _hash, 64, devices.file_threads(), "hash")
    with closing(hashes):
        for done, (file, digest) in enumerate(hashes, 1):
            check_going(control)
            if digest.startswith("!"):
                skipped.append((file.name, digest[1:]))
            else:
                found.append((digest, file))
            yield SetProgress("Listing", label, done, total)
    if len(found) < _FEWEST:
        raise UsageError(_too_few(path, len(found)))
    found.sort(key=lambda item: (item[0], item[1].name))
    yield PictureSet(label, path, tuple(found), tuple(skipped))


def _too_few(path: str, count: int) -> str:
    return f"'{path}' holds {count} {'picture' if count == 1 else 'pictures'} that can be read, and a set needs two at least: add more, or name another folder"


def _hash(file: ImageFile) -> str:
    """The SHA-256 of a file, or why not, behind an exclamation mark."""
    try:
        return file_sha256(file.path)
    except OSError as error:
        return f"!{why(error)}"


def extract(
    pictures: PictureSet,
    preparation: Preparation,
    networks: Sequence[Loaded],
    control: Control,
    kept_in: Path | None = None,
) -> Iterator[SetProgress | Extracted]:
    """Put a set through the networks; the last event is what came of it.

    Args:
        pictures: the set.
        preparation: how they are brought to size.
        networks: loaded.
        control: how to stop it.
        kept_in: folder where statistics are kept by content; None: they are made anew.

    Raises:
        UsageError: fewer than two of its pictures could be taken.
        Stopped: the user ended it.
    """
    result = Extracted()
    keys = {
        spec.name: cache.key_of(network.identity, str(preparation), (digest for digest, _ in pictures.files))
        for spec, network in networks
    }
    for spec, network in networks:
        known = None if kept_in is None else cache.find(kept_in, keys[spec.name], network.width)
        if known is not None:
            result.statistics[spec.name] = known
    left = [(spec, network) for spec, network in networks if spec.name not in result.statistics]
    if left:
        yield from _take(pictures, preparation, left, control, result)
        if kept_in is not None and not result.failed:
            for spec, _ in left:
                cache.keep(kept_in, keys[spec.name], result.statistics[spec.name])
    yield result


def _take(
    pictures: PictureSet,
    preparation: Preparation,
    networks: Sequence[Loaded],
    control: Control,
    result: Extracted,
) -> Iterator[SetProgress]:
    total = len(pictures.files)
    collectors = {spec.name: SetCollector(network.width, total) for spec, network in networks}
    digests = iter([digest for digest, _ in pictures.files])
    images = read_ahead((file for _, file in pictures.files), preparation, 2 * _BATCH)
    done = 0
    with closing(images):
        while batch := list(islice(images, _BATCH)):
            check_going(control)
            some = [(file, loaded, next(digests)) for file, loaded in batch]
            good = []
            for file, loaded, digest in some:
                if isinstance(loaded, LoadedImage):
                    good.append((file, loaded, digest))
                    result.enlarged += min(loaded.source_size) < preparation.size
                else:
                    result.failed.append((file.name, str(loaded)))
            _add(good, networks, collectors, result)
            done += len(batch)
            yield SetProgress("Features", pictures.label, done, total)
    for name, collector in collectors.items():
        result.statistics[name] = collector.finish()
        if result.statistics[name].count < _FEWEST:
            reason = f" ({result.failed[0][0]}: {result.failed[0][1]})" if result.failed else ""
            raise UsageError(_too_few(pictures.path, result.statistics[name].count) + reason)


def _add(
    good: Sequence[tuple[ImageFile, LoadedImage, str]],
    networks: Sequence[Loaded],
    collectors: dict[str, SetCollector],
    result: Extracted,
) -> None:
    """Take in pictures that could be read; one that is too small for a network is in the statistics of none."""
    if not good:
        return
    try:
        found = [
            (spec.name, network.features([loaded.rgb for _, loaded, _ in good])) for spec, network in networks
        ]
    except ImageError as error:
        if len(good) == 1:
            result.failed.append((good[0][0].name, str(error)))
            return
        for one in good:
            _add([one], networks, collectors, result)
        return
    for name, features in found:
        collectors[name].add(features, [digest for _, _, digest in good])

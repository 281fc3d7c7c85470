"""Training pictures: read once, kept on disk as uint8 at a few scales, served as random crops.

Every step draws its crops from a random generator made of (seed, step), so that a training that was interrupted goes on with
exactly the crops it would have seen, whatever happened before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from vaelab.arrays import Pixels
from vaelab.errors import ImageError, UsageError, why
from vaelab.images import Preparation, list_images, load_image
from vaelab.train.drawings import draw

SCALES = (320, 448, 640)
"""Short sides in px. A wallpaper of 5120 px is smooth; reduced to these, it has as much detail as a photograph."""
TRAINING, VALIDATION = 0, 1
"""Which stream of random numbers."""
VALIDATION_CROPS = 32
DRAWING_SHARE = 0.12
DETAIL_SHARE = 0.75
HELD_OUT, HELD_OUT_SHARE = 8, 12
"""Of every 12 pictures one is held out, at most 8; none of fewer than 4."""


@dataclass(frozen=True)
class Corpus:
    """The pictures of one training as cached arrays, each at a tuple of scales.

    Attributes:
        training: what is trained on.
        validation: what is held out; the same as ``training`` where there are too few to spare one.
        skipped: pictures that are left out, each with its reason.
    """

    training: tuple[tuple[Path, ...], ...]
    validation: tuple[tuple[Path, ...], ...]
    skipped: tuple[str, ...] = ()

    @property
    def held_out(self) -> bool:
        """Whether validation uses pictures of its own."""
        return self.validation != self.training

    def digest(self) -> str:
        """Return a digest of the training pictures, whose cached names are made of their content."""
        names = "\n".join(name.name for scales in self.training for name in scales)
        return hashlib.sha256(names.encode()).hexdigest()


def prepare(paths: Sequence[Path], cache: Path, size: int) -> Corpus:
    """Decode all pictures named or found, at the scales of ``SCALES``, into ``cache``.

    Args:
        paths: pictures, and folders with subfolders.
        cache: folder for the arrays, made if missing.
        size: px; pictures whose short side is smaller are left out.

    Raises:
        UsageError: nothing to train on.
    """
    listing = list_images(paths, recursive=True)
    cache.mkdir(parents=True, exist_ok=True)
    pictures: dict[str, tuple[Path, ...]] = {}
    skipped = [f"{file.path.name}: {file.reason}" for file in listing.skipped]
    for image in listing.images:
        try:
            key, scales = _cached(image.path, cache, size)
        except ImageError as error:
            skipped.append(f"{image.name}: {error}")
            continue
        if not scales:
            skipped.append(f"{image.name}: smaller than the crops of {size} px")
        elif pictures.setdefault(key, scales) is not scales:
            skipped.append(f"{image.name}: the same picture as another")
    if not pictures:
        raise UsageError(f"There is no picture to train on: none has a short side of {size} px or more.")
    # By content, so that neither names nor folders decide which pictures are held out.
    ordered = [pictures[key] for key in sorted(pictures)]
    spare = 0 if len(ordered) < 4 else max(1, min(HELD_OUT, len(ordered) // HELD_OUT_SHARE))
    training = tuple(ordered[spare:])
    return Corpus(training, tuple(ordered[:spare]) or training, tuple(skipped))


def _cached(path: Path, cache: Path, size: int) -> tuple[str, tuple[Path, ...]]:
    """Return the picture's key and its arrays, at each scale that does not enlarge it, else at its own size."""
    try:
        key = hashlib.sha256(path.read_bytes()).hexdigest()[:24]
    except OSError as error:
        raise ImageError(f"it cannot be read ({why(error)})") from error
    # Written last, holding the list of scales: its presence means that all of them are complete.
    index = cache / f"{key}.txt"
    if not index.is_file():
        rgb = load_image(path, Preparation(fit="native")).rgb
        picture, short = Image.fromarray(rgb), min(rgb.shape[:2])
        scales = [scale for scale in SCALES if scale <= short] or [short]
        for scale in scales:
            wanted = (round(picture.width * scale / short), round(picture.height * scale / short))
            array = np.asarray(picture.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=3.0))
            np.save(_array_path(cache, key, scale), array)
        index.write_text(" ".join(map(str, scales)), encoding="ascii")
    known = [int(scale) for scale in index.read_text(encoding="ascii").split()]
    return key, tuple(_array_path(cache, key, scale) for scale in known if scale >= size)


def _array_path(cache: Path, key: str, scale: int) -> Path:
    return cache / f"{key}-{scale:05d}.npy"


def training_batch(corpus: Corpus, seed: int, step: int, batch: int, size: int) -> Pixels:
    """Return the crops (batch, size, size, 3) of one training step."""
    random = np.random.default_rng([seed, TRAINING, step])
    crops = []
    for _ in range(batch):
        if random.random() < DRAWING_SHARE:
            crops.append(draw(random, size))
        else:
            crops.append(_turned(_detailed(corpus.training, random, size), random))
    return np.stack(crops)


def validation_batch(corpus: Corpus, seed: int, size: int, count: int = VALIDATION_CROPS) -> Pixels:
    """Return the same crops (count, size, size, 3) each time, of pictures that are held out."""
    random = np.random.default_rng([seed, VALIDATION])
    return np.stack([_detailed(corpus.validation, random, size) for _ in range(count)])


def all_pictures(corpus: Corpus) -> Iterator[Pixels]:
    """Yield every training picture at every scale, for the closed-form fit."""
    for scales in corpus.training:
        for name in scales:
            yield np.load(name)


def _crop(pictures: Sequence[tuple[Path, ...]], random: np.random.Generator, size: int) -> Pixels:
    """Return a random crop of a random picture at a random scale."""
    scales = pictures[int(random.integers(len(pictures)))]
    array = np.load(scales[int(random.integers(len(scales)))], mmap_mode="r")
    y, x = (int(random.integers(length - size + 1)) for length in array.shape[:2])
    return np.array(array[y : y + size, x : x + size])


def _detailed(pictures: Sequence[tuple[Path, ...]], random: np.random.Generator, size: int) -> Pixels:
    """Return a random crop; mostly the one of two that has more detail, for skies and blurred grounds teach little."""
    first = _crop(pictures, random, size)
    if random.random() >= DETAIL_SHARE:
        return first
    return max(first, _crop(pictures, random, size), key=_detail)


def _detail(crop: Pixels) -> float:
    """Return the mean absolute difference of neighbours in a row, green channel, 8-bit steps."""
    return float(np.abs(np.diff(crop[:, :, 1].astype(np.int16), axis=1)).mean())


def _turned(crop: Pixels, random: np.random.Generator) -> Pixels:
    """Return the crop mirrored or not, and half the time turned; pictures are mostly upright, so most stay so."""
    if random.random() < 0.5:
        crop = crop[:, ::-1]
    if random.random() < 0.5:
        crop = np.rot90(crop, k=int(random.integers(4)))
    return np.ascontiguousarray(crop)

"""Read ``latents.jsonl``: a damaged line is named and left out, and the statistics are over the images of the others."""

from __future__ import annotations

import base64
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from vaelab.errors import RunFolderError, why
from vaelab.results.row_table import LARGEST_INT
from vaelab.run_files import LATENTS
from vaelab.run_folder.read.files import open_file
from vaelab.run_folder.read.lines import MOST_NAMED, NO_DAMAGE, Damage, DamagedLine, read_lines
from vaelab.run_folder.read.rows import MOST_BYTES
from vaelab.vae.base import PLACES_A_SIDE, LatentFacts
from vaelab.vae.codebook_usage import CodeUse

_MOST_CHANNELS, _MOST_BOOKS = 2**16, 64
_NO_LATENT = "it is no latent of VAELab's"


@dataclass(frozen=True, slots=True)
class LatentLine:
    """A whole line: whose latent it is, its facts, and the line itself, to be written again."""

    image: str
    vae: str
    facts: LatentFacts
    text: str
    number: int

    @property
    def key(self) -> tuple[str, str]:
        """What identifies its row."""
        return self.image, self.vae


@dataclass(frozen=True, slots=True)
class ReadLatents:
    """What the file holds: the facts by VAE and image, and what is not counted."""

    facts: Mapping[str, Mapping[str, LatentFacts]]
    damage: Damage = NO_DAMAGE


def read_latents(path: Path) -> dict[str, dict[str, LatentFacts]]:
    """Read ``{VAE: {image: facts}}``; empty where no VAE has a latent. Errors as for :func:`read_latent_record`."""
    return {vae: dict(own) for vae, own in read_latent_record(path).facts.items()}


def read_latent_record(path: Path) -> ReadLatents:
    """Read the latents of a run folder, each image's once: the last whole line.

    Raises:
        RunFolderError: the file is not to be opened, or cannot be read.
    """
    damaged: list[DamagedLine] = []
    found: dict[str, list[LatentLine]] = {}
    for line in latent_lines(path):
        if isinstance(line, DamagedLine):
            damaged.append(line)
        else:
            found.setdefault(line.vae, []).append(replace(line, text=""))
    facts: dict[str, dict[str, LatentFacts]] = {}
    for vae, own in found.items():
        # What does not look like the other latents of its VAE is no latent of it.
        usual = Counter(_look(line.facts) for line in own).most_common(1)[0][0]
        facts[vae] = {line.image: line.facts for line in own if _look(line.facts) == usual}
        damaged += [
            DamagedLine(LATENTS, line.number, "it has other channels than those of its VAE")
            for line in own
            if _look(line.facts) != usual
        ]
    damaged.sort(key=lambda line: line.number)
    return ReadLatents(facts, Damage(tuple(damaged[:MOST_NAMED]), len(damaged)))


def latent_lines(path: Path) -> Iterator[LatentLine | DamagedLine]:
    """Yield the lines of ``latents.jsonl``, whole or damaged; nothing where there is no such file.

    The last line counts without a line end too: JSON that is cut off is no JSON.

    Raises:
        RunFolderError: the file is not to be opened, or cannot be read.
    """
    try:
        with open_file(path, LATENTS, MOST_BYTES) as file:
            for line in read_lines(file):
                if line.reason is not None:
                    yield DamagedLine(LATENTS, line.number, line.reason)
                elif line.text.strip():
                    try:
                        yield _read(line.text, line.number)
                    except (ValueError, RecursionError, OverflowError):
                        yield DamagedLine(LATENTS, line.number, _NO_LATENT)
    except FileNotFoundError:
        return
    except OSError as error:
        raise RunFolderError(f"'{path / LATENTS}' cannot be read: {why(error)}") from error


def _read(text: str, number: int) -> LatentLine:
    plain = json.loads(text)
    if not isinstance(plain, dict):
        raise ValueError("no table")
    image, vae = plain.get("image"), plain.get("vae")
    if not (isinstance(image, str) and isinstance(vae, str) and image and vae):
        raise ValueError("no names")
    return LatentLine(image, vae, read_latent(plain), text.removesuffix("\r"), number)


def read_latent(line: Mapping[str, Any]) -> LatentFacts:
    """Read the facts of a line of ``latents.jsonl``.

    Raises:
        ValueError: one of them is missing or is something else.
    """
    positions = line.get("positions")
    if not isinstance(positions, int) or isinstance(positions, bool) or not 0 < positions <= LARGEST_INT:
        raise ValueError("no number of positions")
    mean = _numbers(line.get("mean"))
    channels = len(mean)
    # Runs of earlier versions know neither variance nor codes nor places.
    kl, variance, codes = line.get("kl"), line.get("variance"), line.get("codes", [])
    if (
        not isinstance(codes, list)
        or len(codes) > _MOST_BOOKS
        or not all(isinstance(each, dict) for each in codes)
    ):
        raise ValueError("no codebooks")
    return LatentFacts(
        positions=positions,
        mean=mean,
        mean_square=_numbers(line.get("mean_square"), channels),
        kl=None if kl is None else _numbers(kl, channels),
        variance=None if variance is None else _numbers(variance, channels),
        codes=tuple(CodeUse.from_json(book) for book in codes),
        at_places=_unpacked(line.get("at_places"), channels),
    )


def _numbers(found: object, count: int | None = None) -> tuple[float, ...]:
    """One finite number for each channel."""
    if not isinstance(found, list) or not 0 < len(found) <= _MOST_CHANNELS:
        raise ValueError("no list of channels")
    if count is not None and len(found) != count:
        raise ValueError("another number of channels")
    if not all(
        isinstance(each, int | float) and not isinstance(each, bool) and math.isfinite(each) for each in found
    ):
        raise ValueError("a channel without a number")
    return tuple(found)


def _unpacked(text: object, channels: int) -> tuple[tuple[float, ...], ...] | None:
    """What ``record_lines`` packed; None for a run of an earlier version.

    Raises:
        ValueError: it is something else.
    """
    if text is None:
        return None
    data = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    if len(data) != 4 * channels * PLACES_A_SIDE**2:
        raise ValueError(f"no values of {channels} channels at {PLACES_A_SIDE**2} places")
    values = np.frombuffer(data, dtype="<f4").reshape(channels, -1)
    if not np.isfinite(values).all():
        raise ValueError("values at places that are not finite")
    return tuple(map(tuple, values.tolist()))


def _look(facts: LatentFacts) -> tuple[object, ...]:
    """What is the same for every image of a VAE."""
    return len(facts.mean), tuple(book.size for book in facts.codes)

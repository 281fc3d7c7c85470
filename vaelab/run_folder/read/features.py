"""Write and read ``features.jsonl``: the vector of every original and reconstruction, by which a run's sets are compared."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from vaelab.arrays import Float32
from vaelab.errors import RunFolderError, why
from vaelab.run_files import FEATURES
from vaelab.run_folder.read.files import open_file
from vaelab.run_folder.read.lines import read_lines
from vaelab.run_folder.read.rows import MOST_BYTES

_MOST_NUMBERS = 2**16


@dataclass(frozen=True, slots=True, eq=False)
class FeatureLine:
    """The features of one picture.

    Attributes:
        network: by which they are.
        vae: label of the VAE that made the picture; empty for the original.
        image: name of the image.
        sha256: of the image's file.
        vector: (d,) float32.
        logits: (k,) float32, None of a network without classes.
    """

    network: str
    vae: str
    image: str
    sha256: str
    vector: Float32
    logits: Float32 | None = None

    def text(self) -> str:
        """The line, with its end."""
        plain = {
            "network": self.network,
            "vae": self.vae,
            "image": self.image,
            "sha256": self.sha256,
            "vector": _packed(self.vector),
        }
        if self.logits is not None:
            plain["logits"] = _packed(self.logits)
        return json.dumps(plain, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class FeatureRecord:
    """All features of a run; of a picture whose line stands twice, the last.

    Attributes:
        lines: by network, VAE (empty for the original) and image.
    """

    lines: dict[tuple[str, str, str], FeatureLine] = field(default_factory=dict)

    def of(self, network: str, vae: str, image: str, sha256: str) -> FeatureLine | None:
        """The features of a picture whose image still has this content; None where there are none."""
        found = self.lines.get((network, vae, image))
        return found if found is not None and found.sha256 == sha256 else None


def read_features(path: Path) -> FeatureRecord:
    """Read the features of a run folder; a line that is none is left out, and its picture is in no set then.

    Raises:
        RunFolderError: the file is not to be opened, or cannot be read.
    """
    record = FeatureRecord()
    widths: dict[str, tuple[int, int]] = {}
    try:
        with open_file(path, FEATURES, MOST_BYTES) as file:
            for line in read_lines(file):
                try:
                    found = _read(json.loads(line.text))
                except (ValueError, RecursionError, binascii.Error):
                    continue
                width = len(found.vector), -1 if found.logits is None else len(found.logits)
                # What does not look like the others of its network is none of it.
                if widths.setdefault(found.network, width) == width:
                    record.lines[found.network, found.vae, found.image] = found
    except FileNotFoundError:
        return record
    except OSError as error:
        raise RunFolderError(f"'{path / FEATURES}' cannot be read: {why(error)}") from error
    return record


def _read(plain: Any) -> FeatureLine:
    """A line.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(plain, dict):
        raise ValueError("no table")
    names = [plain.get(name) for name in ("network", "vae", "image", "sha256")]
    if not all(isinstance(name, str) for name in names):
        raise ValueError("no names")
    network, vae, image, sha256 = map(str, names)
    logits = plain.get("logits")
    return FeatureLine(
        network,
        vae,
        image,
        sha256,
        _unpacked(plain.get("vector")),
        None if logits is None else _unpacked(logits),
    )


def _packed(values: Float32) -> str:
    return base64.b64encode(np.asarray(values, "<f4").tobytes()).decode("ascii")


def _unpacked(text: object) -> Float32:
    data = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    if not data or len(data) % 4 or len(data) > 4 * _MOST_NUMBERS:
        raise ValueError("no vector")
    values = np.frombuffer(data, "<f4").astype(np.float32)
    if not np.isfinite(values).all():
        raise ValueError("a vector that is not finite")
    return values

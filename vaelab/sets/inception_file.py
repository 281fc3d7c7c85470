"""Where the Inception weights of the user are, and whether they are the published ones. No torch here."""

from __future__ import annotations

import os
from pathlib import Path

from vaelab.errors import UsageError, why
from vaelab.vae.files.header import file_sha256

SHA256_START = "6726825d"
"""Of the published file; its name ends in it."""
FILE_NAMES = (
    "weights-inception-2015-12-05-6726825d.pth",
    "pt_inception-2015-12-05-6726825d.pth",
)
"""As torch-fidelity and torchmetrics leave it in PyTorch's folder of downloads, and as pytorch-fid does."""


def find_weights(named: Path | None) -> Path:
    """Return the file of the weights: the one that was named, else where torch-fidelity, torchmetrics or pytorch-fid keep it.

    Raises:
        UsageError: there is none.
    """
    if named is not None:
        if not named.is_file():
            raise UsageError(f"there is no file of Inception weights at '{named}': check the path")
        return named
    # As torch.hub.get_dir() has it.
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = Path(os.environ.get("TORCH_HOME") or cache / "torch") / "hub" / "checkpoints"
    for name in FILE_NAMES:
        if (folder / name).is_file():
            return folder / name
    raise UsageError(
        f"the features 'inception' need the file {FILE_NAMES[0]} (some 95 MB, from the releases of torch-fidelity), which is "
        f"neither named nor in '{folder}': download it and put it there, or name it as the Inception file"
    )


def published_sha256(path: Path) -> str:
    """Return the SHA-256 of the published weights.

    Raises:
        UsageError: the file cannot be read, or is another one.
    """
    try:
        digest = file_sha256(path)
    except OSError as error:
        raise UsageError(f"the Inception weights '{path}' cannot be read: {why(error)}") from error
    if not digest.startswith(SHA256_START):
        raise UsageError(
            f"'{path}' is not the published Inception network: its SHA-256 begins with {digest[:8]}, not {SHA256_START}, and "
            f"distances by other weights are no FID; name the file {FILE_NAMES[0]}"
        )
    return digest

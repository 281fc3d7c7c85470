"""Whether a stranger's program may be run: only the very file that the user says, by its SHA-256. No torch here."""

from __future__ import annotations

import re
from collections.abc import Collection

from vaelab.errors import UntrustedProgramError, VAEError
from vaelab.vae.base import Padding
from vaelab.vae.containers import file_sha256
from vaelab.vae.halves import Found

PROGRAM = "torchscript"
"""The family of what has no structure that VAELab knows, and could only be run as the program that it is."""
SHA256 = re.compile(r"[0-9a-f]{64}")


def is_program(found: Found) -> bool:
    """Whether it could only be run as its author's program."""
    return found.verdict.family == PROGRAM


def check_trusted(found: Found, trusted: Collection[str]) -> None:
    """That nothing is run but what the user trusts.

    Args:
        found: a VAE.
        trusted: SHA-256 of the programs that the user trusts.

    Raises:
        UntrustedProgramError: it is a program, and one of its files is not among them.
    """
    if not is_program(found):
        return
    hashes = {path: file_sha256(path) for path in found.source.files}
    missing = tuple(sha256 for sha256 in hashes.values() if sha256 not in trusted)
    if missing:
        options = " ".join(f"--trust-program {sha256}" for sha256 in missing)
        raise UntrustedProgramError(
            f"{found.source.path} is a TorchScript program of a structure that VAELab does not know, so that it could only be run "
            "as its author's program, and nothing of it was run: pass the weights as safetensors or .pth, or, if you trust the "
            f"author of this very file as you trust an installer, add {options}",
            source=str(found.source.path),
            files=tuple(map(str, hashes)),
            hashes=missing,
        )


def check_alone(found: Found, padding: Padding | None) -> None:
    """That a program is run as it is.

    Raises:
        VAEError: it is to be paired, or padded in another way.
    """
    if padding is not None:
        raise VAEError(
            f"{found.source.path} is run as the program that it is, whose padding cannot be chosen: leave out padding=."
        )

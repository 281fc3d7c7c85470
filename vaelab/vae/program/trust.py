"""Whether an untrusted program may be run: only the very file that the user says, by its SHA-256. No torch here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from vaelab.errors import UntrustedProgramError, VAEError
from vaelab.text import Sentence, Value
from vaelab.vae.base import Padding
from vaelab.vae.families.table import BY_KEY
from vaelab.vae.files.header import file_sha256
from vaelab.vae.located import LocatedVAE

SHA256 = re.compile(r"[0-9a-f]{64}")
_SHOWN = 12


def is_program(found: LocatedVAE) -> bool:
    """Whether it could only be run as its author's program."""
    return BY_KEY[found.vae.family].is_program


def refusal(source: str, seen: Value, remedy: Value, *, has_weights: bool = True) -> Sentence:
    """Why a program was not run and what would let it run: the one sentence of terminal and window.

    Args:
        source: the file, as it is to be named.
        seen: what is odd about it (a sentence, or several); empty for nothing.
        remedy: what its user does to trust it, after "if you trust its author as you would trust an installer, ".
        has_weights: whether there are any in its files, which could be passed in another way.
    """
    odd = Sentence(" ({0})", (seen,)) if seen else ""
    if not has_weights:
        return Sentence(
            "{0} is a TorchScript program without weights{1}; to measure it, its author's program would have to run on this "
            "computer, in a process of its own, kept from network and files as far as the system allows, and nothing of it was "
            "run: if you trust the author of this very file as you would trust an installer, {2}",
            (source, odd, remedy),
        )
    return Sentence(
        "{0} is a TorchScript program, and not one of a structure that VAELab knows{1}; to measure it, its author's program would "
        "have to run on this computer, in a process of its own, kept from network and files as far as the system allows, and "
        "nothing of it was run: pass the weights as safetensors or .pth, or, if you trust the author of this very file as you "
        "would trust an installer, {2}",
        (source, odd, remedy),
    )


def check_trusted(found: LocatedVAE, trusted: Collection[str]) -> None:
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
        remedy = f"add {as_options(missing)}"
        others = [sha256 for sha256 in trusted if sha256 not in hashes.values()]
        if others:
            remedy += (
                f" ({shortened(others)}, which you gave, {'is' if len(others) == 1 else 'are'} of another file: "
                "was this one edited after you trusted it?)"
            )
        has_weights = bool(found.vae.names)
        seen: tuple[Sentence, ...] = found.vae.arguments["seen"]  # type: ignore[assignment]  # arguments are of any type; recognize() put sentences here
        raise UntrustedProgramError(
            str(refusal(str(found.source.path), seen, remedy, has_weights=has_weights)),
            seen=seen,
            source=str(found.source.path),
            files=tuple(map(str, hashes)),
            hashes=missing,
            has_weights=has_weights,
        )


def as_options(hashes: Iterable[str]) -> str:
    """Return what the command line trusts these SHA-256 by."""
    return " ".join(f"--trust-program {sha256}" for sha256 in hashes)


def shortened(hashes: Iterable[str]) -> str:
    """Return the first digits of each SHA-256, as a sentence names them."""
    return ", ".join(f"{sha256[:_SHOWN]}…" for sha256 in hashes)


def check_alone(found: LocatedVAE, padding: Padding | None) -> None:
    """That a program is run as it is.

    Raises:
        VAEError: it is to be paired, or padded in another way.
    """
    if padding is not None:
        raise VAEError(
            f"{found.source.path} is run as the program that it is, whose padding cannot be chosen: leave out padding=."
        )

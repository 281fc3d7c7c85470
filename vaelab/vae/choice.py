"""From a spec to the tensors that it means, recognized and compared with their model. No torch here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from vaelab.errors import LackingPackageError, VAEError, why
from vaelab.resources import assets_folder
from vaelab.settings import expanded
from vaelab.vae.base import Padding
from vaelab.vae.families.parts import recognize_part
from vaelab.vae.families.table import CLASSES
from vaelab.vae.files.source import Source, open_source
from vaelab.vae.files.weight_names import split_part
from vaelab.vae.fit.check import check_fit
from vaelab.vae.fit.structure import structure_of
from vaelab.vae.hub.ids import HUB_ID, cached_path
from vaelab.vae.identity.ema import averaged
from vaelab.vae.identity.halves import decoder_alone, is_decoder_alone, one_side
from vaelab.vae.identity.known import made_for_reflect
from vaelab.vae.identity.latent_spaces import check_shared
from vaelab.vae.located import LocatedVAE
from vaelab.vae.program.trust import check_trusted, is_program
from vaelab.vae.recognized import RecognizedVAE
from vaelab.vae.spec.builtins import built_in
from vaelab.vae.spec.grammar import VAESpec


def choose(spec: VAESpec, trusted: Collection[str]) -> tuple[LocatedVAE, LocatedVAE | None]:
    """What a spec chooses of its files, and of those of the VAE that encodes for it.

    Raises:
        VAEError: a file cannot be read, is no VAE, has no averaged weights, or the two do not go together.
        UntrustedProgramError: it is a program that may not be run.
    """
    if spec.encoder is None:
        found = LocatedVAE(*find(spec.what))
        check_trusted(found, trusted)
        return _told(averaged(found) if spec.weights == "ema" else found, spec.padding), None
    encoder = LocatedVAE(*find(spec.encoder))
    source, part = _open(spec.what, alone=True), _part(spec.what)
    alone = part is None and is_decoder_alone(source)
    found = decoder_alone(source, encoder) if alone else LocatedVAE(source, recognize_part(source, part))
    found = averaged(found) if spec.weights == "ema" else found
    for half in (encoder, found):
        if is_program(half):
            raise VAEError(
                f"{half.source.path} is a TorchScript program, of which only both halves together can be run: leave out encoder=."
            )
    check_shared(encoder, found)
    return _told(one_side(found, "decoder"), spec.padding), _told(one_side(encoder, "encoder"), None)


def fitting(found: LocatedVAE, what: str) -> LocatedVAE:
    """The same, compared with the model that it seems to be; with a note where that model is not installed.

    Raises:
        VAEError: its tensors are not those of the model.
    """
    # What ships with VAELab is compared by its tests, and described before anything else is known.
    if is_program(found) or built_in(what) is not None:
        return found
    try:
        check_fit(found, structure_of(found))
    except LackingPackageError as error:
        notes = (*found.vae.notes, f"it cannot be run here: {error}")
        return replace(found, vae=replace(found.vae, notes=notes))
    return found


def _told(found: LocatedVAE, padding: Padding | None) -> LocatedVAE:
    """The same, with a note where its file's name speaks of a VAE that is made for another padding than it gets."""
    known = made_for_reflect(path.name for path in found.source.files) if padding is None else None
    if known is None:
        return found
    note = f"its name is that of {known.name}, which was made for reflect padding and ran without it"
    note += "" if found.side == "encoder" else ": add ,padding=reflect"
    return replace(found, vae=replace(found.vae, notes=(*found.vae.notes, note)))


def find(what: str) -> tuple[Source, RecognizedVAE]:
    """The tensors of what a user named, and what they make.

    Raises:
        VAEError: it cannot be read, or is no VAE.
    """
    source = _open(what)
    return source, recognize_part(source, _part(what))


def _part(what: str) -> str | None:
    """Which of the VAEs in what a user named is meant."""
    return None if built_in(what) is not None else split_part(what)[1]


def _open(what: str, *, alone: bool = False) -> Source:
    """The tensors of what a user named; ``alone``: also where they are half of a VAE."""
    entry = built_in(what)
    if entry is not None:
        path = assets_folder() / "weights" / entry.weights
        if not path.is_file():
            raise VAEError(
                f"The weights of '{what}' are missing from this installation ({path.name}): install it again."
            )
    else:
        what = split_part(what)[0]
        path = Path(expanded(what))
        if not path.exists() and HUB_ID.fullmatch(what):
            path = cached_path(what)
    try:
        return open_source(path, alone=alone, classes=CLASSES)
    except OSError as error:
        raise VAEError(f"{path} cannot be read: {why(error)}.") from error

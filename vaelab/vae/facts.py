"""What can be said of a VAE by its header: the words and numbers of a description. No torch here."""

from __future__ import annotations

from dataclasses import replace

from vaelab.vae.base import VAEInfo
from vaelab.vae.families.table import BY_KEY
from vaelab.vae.files.header import files_sha256
from vaelab.vae.files.source import Source
from vaelab.vae.files.tensor_ref import stored_dtype
from vaelab.vae.files.weight_names import SIGN, split_part
from vaelab.vae.identity.ema import ema_copies
from vaelab.vae.identity.known import known_file
from vaelab.vae.identity.labels import resolve_label
from vaelab.vae.located import LocatedVAE
from vaelab.vae.recognized import RecognizedVAE
from vaelab.vae.spec.builtins import BuiltIn, read_argument
from vaelab.vae.spec.grammar import VAESpec


def facts_of_chosen(spec: VAESpec, found: LocatedVAE, hash_files: bool) -> VAEInfo:
    """Of a VAE, with the options that its spec chose."""
    info = facts_of(spec.what, found.source, found.vae, hash_files)
    chosen: dict[str, object] = {"padding": spec.padding, "weights": spec.weights}
    copies = ema_copies(found)
    chosen |= {"EMA copy": copies} if copies else {}
    scaled = sum(name in found.source.scales for name in found.vae.names)
    chosen |= {"scaled tensors": scaled} if scaled else {}
    chosen |= {"notes": list(found.vae.notes)} if found.vae.notes else {}
    return replace(info, details={**info.details} | {name: value for name, value in chosen.items() if value})


def facts_of_pair(decoder: VAEInfo, encoder: VAEInfo) -> VAEInfo:
    """The facts of a decoder and the encoder before it."""
    facts = {
        "encoder": encoder.source,
        "encoder family": encoder.family,
        "encoder sha256": encoder.sha256,
        "encoder stored dtype": encoder.stored_dtype,
    }
    return replace(
        decoder,
        parameters=decoder.parameters + encoder.parameters,
        files=(*decoder.files, *(path for path in encoder.files if path not in decoder.files)),
        details={**decoder.details, **facts},
    )


def facts_of(what: str, source: Source, vae: RecognizedVAE, hash_files: bool) -> VAEInfo:
    """Of the tensors that a user named, as they are recognized."""
    used = [source.tensors[name] for name in vae.names]
    # A program is run whole, also where none of its tensors lies in it.
    family = BY_KEY[vae.family]
    files = source.files if family.is_program else tuple(sorted({reference.path for reference in used}))
    details: dict[str, object] = {
        "container": source.container,
        "layout": vae.layout,
        "tensors": len(used),
    }
    details |= {"prefix": vae.prefix} if vae.prefix else {}
    others = [f"{split_part(what)[0]}{SIGN}{other}" for other in vae.others]
    details |= {"other VAEs in the file": others} if others else {}
    details |= {"nesting": ".".join(source.nesting)} if source.nesting else {}
    details |= {"ignored objects": list(source.inert)} if source.inert else {}
    if family.shows_arguments:
        details |= {
            name: list(value) if isinstance(value, tuple) else value for name, value in vae.arguments.items()
        }
    sha256 = files_sha256(files) if hash_files else None
    label, details["label from"] = resolve_label(vae.label, source, vae.names, sha256)
    published = known_file(sha256)
    details |= {"same file as": published.name} if published is not None else {}
    return VAEInfo(
        source=what,
        family=label,
        latent_channels=vae.latent_channels or None,
        factor=vae.factor or None,
        parameters=sum(reference.count for reference in used),
        stored_dtype=stored_dtype(used),
        sha256=sha256,
        files=files,
        is_program=family.is_program,
        details=details,
    )


def facts_of_baseline(what: str, entry: BuiltIn, argument: str | None) -> VAEInfo:
    """Of a codec that is no neural network."""
    value = read_argument(entry, argument)
    details = {entry.argument.meaning: value} if entry.argument is not None else {}
    return VAEInfo(source=what, family=entry.family, baseline=True, details=details)

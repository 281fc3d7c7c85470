"""What can be measured, and how to get at it: describe a VAE from its header, or open it. No torch at import.

``describe`` reads headers only; ``open_codec`` imports PyTorch, and diffusers where a family needs it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

from vaelab.assets import assets_folder
from vaelab.errors import UntrustedProgramError, VAEError
from vaelab.vae.base import Codec, CodecOptions, Padding, VAEInfo
from vaelab.vae.builtins_table import BuiltIn, built_in, read_argument
from vaelab.vae.containers import files_sha256
from vaelab.vae.content import content_sha256
from vaelab.vae.ema import averaged, ema_copies
from vaelab.vae.fit import LackingPackageError, check_fit
from vaelab.vae.halves import Found, decoder_alone, is_decoder_alone, one_side
from vaelab.vae.hub import HUB_ID, cached_path
from vaelab.vae.known import known_file, made_for_reflect
from vaelab.vae.labels import resolve_label
from vaelab.vae.parts import SIGN, find_verdict, split_part
from vaelab.vae.sources import Source, open_source
from vaelab.vae.spaces import check_shared, convention, doubt
from vaelab.vae.spec_names import split_built_in
from vaelab.vae.specs import VAESpec
from vaelab.vae.structures import structure_of
from vaelab.vae.tensor_header import stored_dtype
from vaelab.vae.time_limit import within
from vaelab.vae.trust import check_alone, check_trusted, is_program
from vaelab.vae.verdict import CLASSES, Verdict
from vaelab.vae.walking import files_below
from vaelab.vae.weight_names import QUANTIZED_SUFFIXES, WEIGHT_SUFFIXES

SECONDS_A_FILE = 30
"""That a scan of a folder gives the header of one file; the largest take under a second from a disk that answers."""


def describe(
    what: str, hash_files: bool = True, hash_content: bool = False, trusted: Collection[str] = ()
) -> VAEInfo:
    """What can be said of a VAE without loading it.

    Args:
        what: as in ``VAESpec.what``.
        hash_files: whether to read the files once for their SHA-256 (about a second per gigabyte).
        hash_content: whether to read the weights for ``details["content sha256"]``, which is the same for the same
            numbers in any layout, container and name (see ``vaelab.vae.content``).
        trusted: SHA-256 of the TorchScript programs that may be run; none is run here.

    Raises:
        VAEError: it cannot be read, or is no VAE.
        UntrustedProgramError: it is a TorchScript program of unknown structure, and not trusted.
        UsageError: a built-in's argument is out of bounds.
    """
    return describe_spec(VAESpec("", what), hash_files, hash_content, trusted)


def describe_spec(
    spec: VAESpec, hash_files: bool = True, hash_content: bool = False, trusted: Collection[str] = ()
) -> VAEInfo:
    """The same of a VAE with its options: which weights, which padding, whose encoder.

    Raises:
        VAEError: it cannot be read, is no VAE, or has not what the options ask for.
        UsageError: a built-in's argument is out of bounds.
    """
    name, argument = split_built_in(spec.what)
    entry = built_in(name)
    if entry is not None and entry.factory:
        return _describe_baseline(spec.what, entry, argument)
    return _describe_found(spec, *_choose(spec, trusted), hash_files, hash_content)


def _describe_found(
    spec: VAESpec, found: Found, encoder: Found | None, hash_files: bool, hash_content: bool = False
) -> VAEInfo:
    """The description of what a spec has chosen, if it is what ``open_codec`` would load.

    Raises:
        VAEError: its tensors are not those of the model.
    """
    found = _fitting(found, spec.what)
    encoder = encoder and _fitting(encoder, spec.encoder or "")
    # Beside the hash of the files: both take as long, and leave the interpreter to each other.
    with ThreadPoolExecutor(1, thread_name_prefix="content-hash") as pool:
        content = pool.submit(content_sha256, found.source, found.verdict) if hash_content else None
        info = _describe_chosen(spec, found, hash_files)
        if content is not None:
            info = replace(info, details={**info.details, "content sha256": content.result()})
    if encoder is None or spec.encoder is None:
        return info
    encoder_info = _describe(spec.encoder, encoder.source, encoder.verdict, hash_files)
    against = doubt(convention(encoder, encoder_info.family), convention(found, info.family))
    paired = _paired(info, encoder_info)
    return replace(paired, details={**paired.details, "pairing": against}) if against else paired


def open_codec(spec: VAESpec, options: CodecOptions) -> Codec:
    """Load a VAE, or make a baseline.

    Args:
        spec: which; its precision, if it has one, goes before that of the options.
        options: device, precision, posterior, tiling.

    Raises:
        VAEError: it cannot be loaded, or cannot run like this.
        UsageError: a built-in's argument is out of bounds.
    """
    name, argument = split_built_in(spec.what)
    entry = built_in(name)
    if entry is not None and entry.factory:
        info = _describe_baseline(spec.what, entry, argument)
        module, function = entry.factory.split(":")
        baseline: Codec = getattr(import_module(module), function)(info, read_argument(entry, argument))
        return baseline
    found, encoder = _choose(spec, options.trusted)
    info = _describe_chosen(spec, found, hash_files=True)
    if spec.precision is not None:
        options = replace(options, precision=spec.precision)
    codec: Codec
    if is_program(found):
        check_alone(found, spec.padding)
        codec = import_module("vaelab.vae.program_codec").load_program(found, info, options)
        return codec
    loader = import_module("vaelab.vae.load")
    if encoder is None or spec.encoder is None:
        codec = loader.load(found, info, options, spec.padding)
        return codec
    encoder_info = _describe(spec.encoder, encoder.source, encoder.verdict, hash_files=True)
    codec = loader.load_pair(encoder, encoder_info, found, _paired(info, encoder_info), options, spec.padding)
    return codec


def find_vaes(folder: Path, compare: bool = False) -> Iterator[VAEInfo | VAEError]:
    """Every VAE below a folder (or the one file), and for each weight file that is none, or folder that is closed, why.

    Files that make one VAE (a folder of diffusers, its shards, the two halves of a pair) come once. A file that cannot be read
    in time is passed over, and said to be.

    Args:
        folder: where to look.
        compare: whether to read the weights of those that are built alike, so that ``details["same weights as"]`` names
            the first of them that holds the same numbers; nothing is hashed otherwise.
    """
    done: set[Path] = set()
    alike: dict[tuple[object, ...], dict[str, str]] = {}
    places, refused = ([folder], []) if folder.is_file() else files_below(folder)
    yield from refused
    for path in places:
        weights = path.suffix.lower() in (*WEIGHT_SUFFIXES, *QUANTIZED_SUFFIXES) or path.name.endswith(
            ".index.json"
        )
        if not weights or path in done:
            continue
        index = _index_of(path)
        try:
            spec = VAESpec("", str(index or path))
            chosen = within(SECONDS_A_FILE, partial(_choose, spec, ()))
            info = _describe_found(spec, *chosen, hash_files=False)
        except VAEError as error:
            if isinstance(error, UntrustedProgramError):
                done.update(map(Path, error.files))
            yield error
            continue
        except TimeoutError:
            yield VAEError(
                f"{path} could not be read within {SECONDS_A_FILE} s, so it was passed over: try it alone with 'vaelab inspect'."
            )
            continue
        done.update(info.files)
        if index is not None:
            done.add(index)
        others = info.details.get("other VAEs in the file", [])
        for what in ("", *(others if isinstance(others, list) else [])):
            try:
                info = describe(what, hash_files=False) if what else info
                yield _compared(info, alike) if compare else info
            except VAEError as error:
                yield error


def _compared(info: VAEInfo, alike: dict[tuple[object, ...], dict[str, str]]) -> VAEInfo:
    """The description, with the name of an earlier VAE that holds the same weights; ``alike`` is the memory of earlier ones.

    Only what has an equal number of everything can hold the same weights; a VAE that is alone in that is never read.
    """
    kind = (info.family.partition(" ")[0], info.parameters, info.latent_channels, info.factor)
    earlier = alike.setdefault(kind, {})
    if not earlier:
        earlier[info.source] = ""
        return info
    for source in [source for source, content in earlier.items() if not content]:
        earlier[source] = content_sha256(*_find(source))
    content = content_sha256(*_find(info.source))
    same = next((source for source, known in earlier.items() if known == content), None)
    earlier[info.source] = content
    details = {**info.details, "content sha256": content}
    return replace(info, details=details | ({"same weights as": same} if same is not None else {}))


def _index_of(path: Path) -> Path | None:
    """The index that a shard belongs to."""
    stem, _, rest = path.name.partition("-0")
    index = path.with_name(f"{stem}{path.suffix}.index.json")
    return index if rest and index.is_file() else None


def _choose(spec: VAESpec, trusted: Collection[str]) -> tuple[Found, Found | None]:
    """What a spec chooses of its files, and of those of the VAE that encodes for it.

    Raises:
        VAEError: a file cannot be read, is no VAE, has no averaged weights, or the two do not go together.
        UntrustedProgramError: it is a program that may not be run.
    """
    if spec.encoder is None:
        found = Found(*_find(spec.what))
        check_trusted(found, trusted)
        return _told(averaged(found) if spec.weights == "ema" else found, spec.padding), None
    encoder = Found(*_find(spec.encoder))
    source, part = _open(spec.what, alone=True), _part(spec.what)
    alone = part is None and is_decoder_alone(source)
    found = decoder_alone(source, encoder) if alone else Found(source, find_verdict(source, part))
    found = averaged(found) if spec.weights == "ema" else found
    for half in (encoder, found):
        if is_program(half):
            raise VAEError(
                f"{half.source.path} is a TorchScript program, of which only both halves together can be run: leave out encoder=."
            )
    check_shared(encoder, found)
    return _told(one_side(found, "decoder"), spec.padding), _told(one_side(encoder, "encoder"), None)


def _fitting(found: Found, what: str) -> Found:
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
        notes = (*found.verdict.notes, f"it cannot be run here: {error}")
        return replace(found, verdict=replace(found.verdict, notes=notes))
    return found


def _told(found: Found, padding: Padding | None) -> Found:
    """The same, with a note where its file's name speaks of a VAE that is made for another padding than it gets."""
    known = made_for_reflect(path.name for path in found.source.files) if padding is None else None
    if known is None:
        return found
    note = f"its name is that of {known.name}, which was made for reflect padding and ran without it"
    note += "" if found.side == "encoder" else ": add ,padding=reflect"
    return replace(found, verdict=replace(found.verdict, notes=(*found.verdict.notes, note)))


def _find(what: str) -> tuple[Source, Verdict]:
    source = _open(what)
    return source, find_verdict(source, _part(what))


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
        path = Path(what).expanduser()
        if not path.exists() and HUB_ID.fullmatch(what):
            path = cached_path(what)
    try:
        return open_source(path, alone=alone)
    except OSError as error:
        raise VAEError(f"{path} cannot be read: {error.strerror or error}.") from error


def _describe_chosen(spec: VAESpec, found: Found, hash_files: bool) -> VAEInfo:
    info = _describe(spec.what, found.source, found.verdict, hash_files)
    chosen: dict[str, object] = {"padding": spec.padding, "weights": spec.weights}
    copies = ema_copies(found)
    chosen |= {"EMA copy": copies} if copies else {}
    scaled = sum(name in found.source.scales for name in found.verdict.names)
    chosen |= {"scaled tensors": scaled} if scaled else {}
    chosen |= {"notes": list(found.verdict.notes)} if found.verdict.notes else {}
    return replace(info, details={**info.details} | {name: value for name, value in chosen.items() if value})


def _paired(decoder: VAEInfo, encoder: VAEInfo) -> VAEInfo:
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


def _describe(what: str, source: Source, verdict: Verdict, hash_files: bool) -> VAEInfo:
    used = [source.tensors[name] for name in verdict.names]
    files = tuple(sorted({reference.path for reference in used}))
    details: dict[str, object] = {
        "container": source.container,
        "layout": verdict.layout,
        "tensors": len(used),
    }
    details |= {"prefix": verdict.prefix} if verdict.prefix else {}
    others = [f"{split_part(what)[0]}{SIGN}{other}" for other in verdict.others]
    details |= {"other VAEs in the file": others} if others else {}
    details |= {"nesting": ".".join(source.nesting)} if source.nesting else {}
    details |= {"ignored objects": list(source.inert)} if source.inert else {}
    if verdict.family in CLASSES and verdict.family != "taesd":
        details |= {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in verdict.arguments.items()
        }
    sha256 = files_sha256(files) if hash_files else None
    family, details["label from"] = resolve_label(verdict.label, source, verdict.names, sha256)
    published = known_file(sha256)
    details |= {"same file as": published.name} if published is not None else {}
    return VAEInfo(
        source=what,
        family=family,
        latent_channels=verdict.latent_channels,
        factor=verdict.factor,
        parameters=sum(reference.count for reference in used),
        stored_dtype=stored_dtype(used),
        sha256=sha256,
        files=files,
        details=details,
    )


def _describe_baseline(what: str, entry: BuiltIn, argument: str | None) -> VAEInfo:
    value = read_argument(entry, argument)
    details = {entry.argument.meaning: value} if entry.argument is not None else {}
    return VAEInfo(source=what, family=entry.family, baseline=True, details=details)

"""What can be measured, and how to get at it: describe a VAE from its header, or open it. No torch at import.

``describe`` reads headers only; ``open_codec`` imports PyTorch, and diffusers where a family needs it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

from vaelab.errors import UntrustedProgramError, UsageError, VAEError
from vaelab.vae.base import Codec, CodecOptions, VAEInfo
from vaelab.vae.choice import choose, find, fitting
from vaelab.vae.facts import facts_of, facts_of_baseline, facts_of_chosen, facts_of_pair
from vaelab.vae.files.header import file_sha256
from vaelab.vae.files.source import open_source
from vaelab.vae.files.time_limit import within
from vaelab.vae.files.walk import files_below
from vaelab.vae.files.weight_names import QUANTIZED_SUFFIXES, WEIGHT_SUFFIXES
from vaelab.vae.identity.content_hash import content_sha256
from vaelab.vae.identity.latent_spaces import convention, doubt
from vaelab.vae.located import LocatedVAE
from vaelab.vae.program.trust import check_alone, is_program, shortened
from vaelab.vae.spec.builtins import built_in, read_argument
from vaelab.vae.spec.grammar import VAESpec
from vaelab.vae.spec.words import split_built_in

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
            numbers in any layout, container and name (see ``vaelab.vae.identity.content_hash``).
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
        return facts_of_baseline(spec.what, entry, argument)
    return _describe_found(spec, *choose(spec, trusted), hash_files, hash_content)


def check_recognized(spec: VAESpec, trusted: Collection[str] = ()) -> None:
    """That a VAE can be found and is one by its header, as far as can be told without PyTorch.

    Raises:
        VAEError: it cannot be read, is no VAE, or has not what the options ask for.
        UntrustedProgramError: it is a TorchScript program of unknown structure, and not trusted.
    """
    entry = built_in(split_built_in(spec.what)[0])
    if entry is None or not entry.factory:
        choose(spec, trusted)


def _describe_found(
    spec: VAESpec, found: LocatedVAE, encoder: LocatedVAE | None, hash_files: bool, hash_content: bool = False
) -> VAEInfo:
    """The description of what a spec has chosen, if it is what ``open_codec`` would load.

    Raises:
        VAEError: its tensors are not those of the model.
    """
    found = fitting(found, spec.what)
    encoder = encoder and fitting(encoder, spec.encoder or "")
    # Beside the hash of the files: both take as long, and leave the interpreter to each other.
    with ThreadPoolExecutor(1, thread_name_prefix="content-hash") as pool:
        content = (
            pool.submit(content_sha256, found.source, found.vae) if hash_content and found.vae.names else None
        )
        info = facts_of_chosen(spec, found, hash_files)
        if content is not None:
            info = replace(info, details={**info.details, "content sha256": content.result()})
    if encoder is None or spec.encoder is None:
        return info
    encoder_info = facts_of(spec.encoder, encoder.source, encoder.vae, hash_files)
    against = doubt(convention(encoder, encoder_info.family), convention(found, info.family))
    paired = facts_of_pair(info, encoder_info)
    return replace(paired, details={**paired.details, "pairing": against}) if against else paired


def check_trust(specs: Iterable[VAESpec], trusted: Collection[str]) -> None:
    """That each SHA-256 that the user trusts is of a file of one of these VAEs: none is given in vain.

    Nothing is said where a VAE cannot be read, which is refused for that.

    Raises:
        UsageError: one is of none of their files.
    """
    unused = set(trusted)
    programs: dict[Path, str] = {}
    others: list[Path] = []
    for what in (each for spec in specs for each in (spec.what, spec.encoder) if each):
        if not unused:
            return
        if built_in(split_built_in(what)[0]) is not None:
            continue
        try:
            found = LocatedVAE(*find(what))
        except VAEError:
            return
        if is_program(found):
            programs |= {path: file_sha256(path) for path in found.source.files}
        else:
            others += found.source.files
        unused -= set(programs.values())
    # A file that needs no trust may be large: it is read only where this may be what was meant.
    unused -= {file_sha256(path) for path in others} if unused else set()
    if unused:
        have = "; ".join(f"{path} has {shortened([sha256])}" for path, sha256 in programs.items())
        why = f"{have} (edited after you trusted it?)" if have else "none of them is a program that needs it"
        raise UsageError(
            f"--trust-program {shortened(sorted(unused))} is the SHA-256 of none of the VAEs' files: {why}"
        )


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
        info = facts_of_baseline(spec.what, entry, argument)
        module, function = entry.factory.split(":")
        baseline: Codec = getattr(import_module(module), function)(info, read_argument(entry, argument))
        return baseline
    found, encoder = choose(spec, options.trusted)
    info = facts_of_chosen(spec, found, hash_files=True)
    if spec.precision is not None:
        options = replace(options, precision=spec.precision)
    codec: Codec
    if is_program(found):
        check_alone(found, spec.padding)
        codec = import_module("vaelab.vae.program.codec").load_program(found, info, options)
        return codec
    loader = import_module("vaelab.vae.runtime.load_weights")
    if encoder is None or spec.encoder is None:
        codec = loader.load(found, info, options, spec.padding)
        return codec
    encoder_info = facts_of(spec.encoder, encoder.source, encoder.vae, hash_files=True)
    codec = loader.load_pair(
        encoder, encoder_info, found, facts_of_pair(info, encoder_info), options, spec.padding
    )
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
    # Of two halves each names the other where that is what cannot be read.
    said: set[str] = set()
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
            chosen = within(SECONDS_A_FILE, partial(choose, spec, ()))
            info = _describe_found(spec, *chosen, hash_files=False)
        except VAEError as error:
            if isinstance(error, UntrustedProgramError):
                done.update(map(Path, error.files))
            done.update(_read_together(path))
            if str(error) not in said:
                yield error
            said.add(str(error))
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


def _read_together(path: Path) -> tuple[Path, ...]:
    """The files of a VAE that was refused after they could be read: its partner would be refused for the same."""
    try:
        return within(SECONDS_A_FILE, partial(open_source, path)).files
    except (VAEError, OSError, TimeoutError):
        return ()


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
        earlier[source] = content_sha256(*find(source))
    content = content_sha256(*find(info.source))
    same = next((source for source, known in earlier.items() if known == content), None)
    earlier[info.source] = content
    details = {**info.details, "content sha256": content}
    return replace(info, details=details | ({"same weights as": same} if same is not None else {}))


def _index_of(path: Path) -> Path | None:
    """The index that a shard belongs to."""
    stem, _, rest = path.name.partition("-0")
    index = path.with_name(f"{stem}{path.suffix}.index.json")
    return index if rest and index.is_file() else None

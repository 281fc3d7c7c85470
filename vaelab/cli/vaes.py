"""``vaelab vaes`` and ``vaelab inspect``: what can be loaded, and what the files of one VAE say. No torch here."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rich.console import Console

from vaelab.cli.fetch import known_facts, known_listing
from vaelab.cli.streams import print_json, table_console
from vaelab.errors import ExitCode, UntrustedProgramError, UsageError, VAEError, one_line
from vaelab.report.formats.terminal import vae_table
from vaelab.settings import expanded
from vaelab.vae.base import VAEInfo
from vaelab.vae.catalog import check_trust, describe, describe_spec, find_vaes
from vaelab.vae.identity.known import search_known
from vaelab.vae.program.trust import as_options, refusal
from vaelab.vae.spec.builtins import BUILT_INS
from vaelab.vae.spec.grammar import parse_spec


def list_vaes(chosen: argparse.Namespace) -> int:
    """Print what can be loaded, a line each, and why the rest cannot; return the exit status.

    Raises:
        UsageError: a path does not exist.
    """
    if chosen.known:
        return _known(chosen)
    found: list[VAEInfo] = []
    refused: list[VAEError] = []
    for entry in BUILT_INS if not chosen.paths else ():
        try:
            found.append(describe(entry.name, hash_files=False))
        except VAEError as error:
            refused.append(error)
    for path in (Path(expanded(text)) for text in chosen.paths):
        if not path.exists():
            raise UsageError(f"'{path}' does not exist: name a folder of VAE files, or a file")
        for item in find_vaes(path, compare=True):
            if isinstance(item, VAEError):
                refused.append(item)
            else:
                found.append(item)
    if chosen.json:
        print_json(
            {"vaes": [_info(item) for item in found], "refused": [_refused(error) for error in refused]}
        )
        return ExitCode.OK
    console = table_console()
    helps = {entry.name: entry.help for entry in BUILT_INS}
    if found:
        console.print(vae_table(found, helps))
    elif not refused:
        console.print("There is no file of weights.", highlight=False)
    for reason in refused:
        console.print(
            one_line(f"not loadable: {_refused(reason)}"), highlight=False, soft_wrap=True, markup=False
        )
    return ExitCode.OK


def _refused(error: VAEError) -> str:
    """Why a VAE is none; of a program, with the command that would let it run: this one has no such option."""
    if not isinstance(error, UntrustedProgramError):
        return str(error)
    remedy = f"measure it with 'vaelab run … {as_options(error.hashes)}'"
    return str(refusal(error.source, error.seen, remedy, has_weights=error.has_weights))


def _known(chosen: argparse.Namespace) -> int:
    found = search_known(chosen.paths)
    if chosen.json:
        print_json({"known": [known_facts(vae) for vae in found]})
        return ExitCode.OK
    table_console().print(known_listing(found))
    return ExitCode.OK


def inspect_vae(chosen: argparse.Namespace) -> int:
    """Print what the files of one VAE say; return the exit status.

    Raises:
        VAEError: it cannot be read, or is no VAE.
        UsageError: a SHA-256 is of none of its files.
    """
    hashed = not chosen.no_hash
    spec = parse_spec(chosen.spec)
    check_trust([spec], chosen.trust_program)
    facts = _info(describe_spec(spec, hash_files=hashed, hash_content=hashed, trusted=chosen.trust_program))
    if chosen.json:
        print_json(facts)
        return ExitCode.OK
    console = Console()
    details = facts.pop("details")
    for name, value in {**facts, **details}.items():
        if value not in (None, "", [], ()):
            line = one_line(f"{name.replace('_', ' '):>18}  {_in_words(value)}")
            console.print(line, highlight=False, soft_wrap=True, markup=False)
    return ExitCode.OK


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(_in_words, value)) if isinstance(value, list | tuple) else str(value)


def _info(info: VAEInfo) -> dict[str, Any]:
    return {
        "source": info.source,
        "family": info.family,
        "latent_channels": info.latent_channels,
        "factor": info.factor,
        "parameters": info.parameters,
        "stored_dtype": info.stored_dtype,
        "sha256": info.sha256,
        "files": [str(path) for path in info.files],
        "baseline": info.baseline,
        "details": dict(info.details),
    }

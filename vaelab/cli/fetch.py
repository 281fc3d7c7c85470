"""``vaelab fetch``: what the Hub offers under an id, the question whether to download it, and the download."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.table import Table

from vaelab.errors import ExitCode, UsageError
from vaelab.text import size_words
from vaelab.vae.files.weight_names import SAFETENSORS_SUFFIXES
from vaelab.vae.hub.download import download
from vaelab.vae.hub.ids import HubName, cached_path, is_cached, read_hub_id
from vaelab.vae.hub.offer import HubOffer, look_up
from vaelab.vae.identity.known import find_known
from vaelab.vae.identity.known_table import VAES, KnownVAE


def fetch(chosen: argparse.Namespace) -> int:
    """Show what would be downloaded, ask, and download it.

    Raises:
        UsageError: there is nobody to ask.
        VAEError: it cannot be fetched.
    """
    console = Console(stderr=True)
    offer = look_up(_named(chosen.spec))
    for line in offer_lines(offer):
        console.print(line, highlight=False, soft_wrap=True, markup=False)
    if not offer.cached:
        if not chosen.yes and not _agreed(offer):
            console.print("Nothing was downloaded.")
            return ExitCode.STOPPED
        _download(offer, console)
    sys.stdout.write(f"{cached_path(offer.name)}\n")
    console.print(f"Ready: --vae {offer.name}", highlight=False, soft_wrap=True, markup=False)
    return ExitCode.OK


def offer_lines(offer: HubOffer) -> list[str]:
    """What a user is to know before agreeing."""
    here = {file.name for file in offer.files} - {file.name for file in offer.missing}
    lines = [
        str(offer.name),
        f"  licence  {offer.licence}" + (" (to be accepted on its page first)" if offer.gated else ""),
    ]
    lines += [
        f"  file     {file.name}  {size_words(file.size)}" + (", already here" if file.name in here else "")
        for file in offer.files
    ]
    harmless = (*SAFETENSORS_SUFFIXES, ".json")
    pickled = [file.name for file in offer.files if not file.name.endswith(harmless)]
    if pickled:
        lines += ["  note     a pickle: VAELab reads its numbers and runs nothing of it"]
    missing = sum(file.size for file in offer.missing)
    lines += [f"  to fetch {size_words(missing)}", f"  into     {offer.folder}"]
    return lines


def known_listing(vaes: Sequence[KnownVAE]) -> Table:
    """Known VAEs, a line each."""
    table = Table(box=SIMPLE, pad_edge=False)
    table.add_column("VAE", overflow="fold")
    table.add_column("ID", overflow="fold")
    for name in ("like", "channels", "factor", "size", "licence", ""):
        table.add_column(name, justify="right" if name in ("channels", "factor", "size") else "left")
    for vae in vaes:
        table.add_row(
            escape(vae.name),
            escape(vae.hub_id),
            vae.kind,
            str(vae.latent_channels),
            str(vae.factor),
            "" if vae.size is None else size_words(vae.size),
            vae.licence + (" (login)" if vae.gated else ""),
            "here" if is_cached(vae.hub_name) else "",
        )
    return table


def known_facts(vae: KnownVAE) -> dict[str, Any]:
    """The same of one, for JSON."""
    return {**asdict(vae), "cached": is_cached(vae.hub_name)}


def _named(text: str) -> HubName:
    """A Hub id, or the name of a VAE in the list of known ones."""
    if "/" not in text:
        known = find_known(text)
        if known is None:
            raise UsageError(
                f"'{text}' is no Hub id (org/name) and none of the {len(VAES)} VAEs that 'vaelab vaes --known' lists."
            )
        return known.hub_name
    return read_hub_id(text)


def _agreed(offer: HubOffer) -> bool:
    if not sys.stdin.isatty():
        raise UsageError(
            f"nobody is there to agree to the download of {offer.name}: repeat the command with --yes"
        )
    missing = sum(file.size for file in offer.missing)
    sys.stderr.write(f"Download {size_words(missing)}? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _download(offer: HubOffer, console: Console) -> None:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        for step in download(offer):
            words = {"checking": "Checking", "waiting": "Waiting to try again"}.get(step.stage, "Fetching")
            bar.update(task, description=words, completed=step.done, total=step.total)
            if step.message:
                console.print(step.message, highlight=False, soft_wrap=True, markup=False)

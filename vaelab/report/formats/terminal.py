"""The outcome of a run, a list of VAEs and the doctor's findings, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.box import SIMPLE
from rich.markup import escape
from rich.table import Table

from vaelab.errors import one_line
from vaelab.report.formats.text import title
from vaelab.report.quantities import NARROW, cell_words
from vaelab.report.run.data import RunData
from vaelab.report.summary_table import run_table
from vaelab.report.words import notes
from vaelab.report.words.headline import verdict
from vaelab.report.words.latents import latent_lines
from vaelab.vae.base import VAEInfo


def outcome_table(summary: Mapping[str, Any]) -> Table:
    """Return the ranking: VAEs that are not told apart share a letter; a VAE without J comes last."""
    table = Table(box=SIMPLE, pad_edge=False, padding=(0, 1))
    for name in ("", "VAE"):
        table.add_column(name, no_wrap=True)
    for quantity in NARROW:
        table.add_column(title(quantity), justify="right", no_wrap=True)
    table.add_column("n", justify="right", no_wrap=True)
    shown = run_table(RunData(None, summary))
    for line in shown.lines:
        if line.vae["error"] is not None and not line.vae["images_ok"]:
            table.add_row("–", escape(one_line(line.label)), "[red]failed[/]", *[""] * (len(NARROW) - 1), "0")
            continue
        cells = [cell_words(line.vae, quantity) for quantity in NARROW]
        table.add_row(line.place, escape(one_line(line.label)), *cells, line.n_words)
    return table


def outcome_lines(run: RunData) -> list[str]:
    """Return what is said under the table: the verdict, the images it rests on, why VAEs failed, shares of J, latents."""
    found = [
        verdict(run),
        *notes.failure_lines(run),
        *notes.share_lines(run).values(),
        *latent_lines(run).values(),
    ]
    return [one_line(str(line)) for line in found]


def vae_table(infos: Sequence[VAEInfo], helps: Mapping[str, str]) -> Table:
    """Return what can be loaded, a line each; built-ins with their help."""
    table = Table(box=SIMPLE, pad_edge=False)
    # A path is there to be copied: it may wrap, but not be shortened.
    table.add_column("VAE", overflow="fold")
    for name in ("family", "channels", "factor", "parameters", "dtype"):
        table.add_column(name, justify="right" if name in {"channels", "factor", "parameters"} else "left")
    for info in infos:
        family = info.family + (f": {helps[info.source]}" if info.source in helps else "")
        if "same weights as" in info.details:
            family += f", same weights as {info.details['same weights as']}"
        table.add_row(
            escape(one_line(info.source)),
            escape(one_line(family)),
            str(info.latent_channels or ""),
            str(info.factor or ""),
            f"{info.parameters / 1e6:.2f} M" if info.parameters else "",
            info.stored_dtype,
        )
    return table


def doctor_lines(findings: Mapping[str, Any]) -> list[str]:
    """Return the doctor's findings as plain lines."""
    lines = [f"{name}: {value}" for name, value in findings["environment"].items()]
    for device in findings["devices"]:
        works = ", ".join(name for name, runs in device["precisions"].items() if runs)
        lines.append(f"device {device['device']}: {device['name']} ({works})")
    if gpu := findings["unused_gpu"]:
        lines.append(f"{gpu['maker']} GPU: {gpu['advice']}{':' if gpu['commands'] else ''}")
        lines += [f"  {command}" for command in gpu["commands"]]
    for item in findings["weights"]:
        state = f"{item['bytes'] / 1e3:.0f} kB" if item["present"] else "MISSING: install VAELab again"
        lines.append(f"weights {item['name']}: {state}")
    lines.append(f"Hub cache: {findings['hub_cache']}")
    test = findings["self_test"]
    lines.append(
        "self-test: identity is perfect"
        if test["passed"]
        else "self-test FAILED: " + "; ".join(test["problems"])
    )
    return lines

"""The outcome of a run, a list of VAEs and the doctor's findings, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.box import SIMPLE
from rich.markup import escape
from rich.table import Table

from vaelab.errors import one_line
from vaelab.vae.base import VAEInfo

_MEANS = ("lpips", "psnr", "ssim")


def outcome_table(summary: Mapping[str, Any]) -> Table:
    """Return the ranking: tied VAEs share a rank; a VAE without J comes last."""
    table = Table(box=SIMPLE, pad_edge=False, padding=(0, 1))
    for name in ("", "VAE"):
        table.add_column(name, no_wrap=True)
    for name in ("J ↓", "LPIPS ↓", "PSNR ↑", "SSIM ↑", "ρ_G →1", "ρ_C →1", "γ →1", "ms", "n"):
        table.add_column(name, justify="right", no_wrap=True)
    ranks = {label: group["rank"] for group in summary["ranking"] for label in group["vaes"]}
    last = len(ranks) + 1
    order = sorted(summary["vaes"].items(), key=lambda item: (ranks.get(item[0], last), item[1]["J"] or 0.0))
    for label, facts in order:
        if facts["error"] is not None and not facts["images_ok"]:
            table.add_row("–", escape(label), "[red]failed[/]", *[""] * 7, "0")
            continue
        rank = str(ranks.get(label, "–"))
        table.add_row(rank, escape(label), *_cells(facts))
    return table


def _cells(facts: Mapping[str, Any]) -> list[str]:
    speed = facts["speed"]
    means = [_mean(facts["metrics"].get(column)) for column in _MEANS]
    return [
        _number(facts["J"], 4),
        *means,
        *(_number(facts[name], 3) for name in ("rho_G", "rho_C", "gamma")),
        "" if speed is None else f"{1000 / speed['images_per_s']:.0f}" if speed["images_per_s"] else "",
        str(facts["images_ok"]),
    ]


def _mean(column: Mapping[str, Any] | None) -> str:
    if column is None:
        return ""
    if column["mean"] is None:
        return "∞" if column["n_infinite"] else ""
    return _number(column["mean"], 4)


def _number(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}" if abs(value) < 10 else f"{value:.2f}"


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

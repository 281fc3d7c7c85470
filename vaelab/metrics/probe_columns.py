"""The columns of what takes further passes through a VAE: repeated passes, moved pictures, disturbed latents; in CSV order."""

from __future__ import annotations

from typing import Final

from vaelab.metrics.base import Column

GENERATIONS: Final = (1, 2, 4, 8, 16)
"""After so many passes through the VAE it is measured."""

DISTURBANCES: Final = (5, 10, 20)
"""Noise that is added to a latent, in percent of its standard deviation."""

TRANSFORMS: Final = {"scale": "scaled to half", "turn": "turned by a quarter"}
"""What is done to a picture, and to its latent, and how that is said."""


def _generations() -> tuple[Column, ...]:
    # fmt: off
    columns = []
    for count in GENERATIONS:
        passes = f"after {count} passes" if count > 1 else "after one pass"
        if count > 1:  # after one pass the picture is the reconstruction itself
            columns += [
                Column(f"generation_{count}_psnr", f"PSNR ×{count}", f"PSNR of the picture {passes} through the VAE against the original.", "dB", "high", digits=2),
                Column(f"generation_{count}_lpips", f"LPIPS ×{count}", f"LPIPS of the picture {passes} through the VAE against the original.", "", "low", 0.0, digits=4),
            ]
        columns.append(Column(f"generation_{count}_drift", f"Latent drift ×{count}",
            f"How far the latent is from the original's {passes}: length of the difference over that of the original's latent.", "", "low", 0.0))
    # fmt: on
    return tuple(columns)


def _equivariance() -> tuple[Column, ...]:
    # fmt: off
    return tuple(
        column
        for name, words in TRANSFORMS.items()
        for column in (
            Column(f"equivariance_{name}_latent", f"Latent, {name}",
                f"Latent of the picture {words} against the latent {words}: length of the difference over that of the latent.", "", "low", 0.0),
            Column(f"equivariance_{name}_lpips", f"LPIPS, {name}",
                f"LPIPS of what the latent {words} decodes to against the picture {words}.", "", "low", 0.0, digits=4),
        )
    )
    # fmt: on


def _robustness() -> tuple[Column, ...]:
    # fmt: off
    return tuple(
        column
        for percent in DISTURBANCES
        for column in (
            Column(f"robustness_{percent}_psnr", f"PSNR, noise {percent} %",
                f"PSNR between what the latent decodes to with noise of {percent} % of its standard deviation and without.", "dB", "high", digits=2),
            Column(f"robustness_{percent}_lpips", f"LPIPS, noise {percent} %",
                f"LPIPS between what the latent decodes to with noise of {percent} % of its standard deviation and without.", "", "low", 0.0, digits=4),
        )
    )
    # fmt: on


GENERATION_COLUMNS, EQUIVARIANCE_COLUMNS, ROBUSTNESS_COLUMNS = _generations(), _equivariance(), _robustness()

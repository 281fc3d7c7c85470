"""What a latent costs, by hand and in a run."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from safetensors.torch import save_file
from vae_files import random_kl

from vaelab.engine.runner import run
from vaelab.metrics.latent import rate_values
from vaelab.run_folder.store import read_rows
from vaelab.settings import RunSettings
from vaelab.vae.base import LatentFacts
from vaelab.vae.codebook_usage import CodeUse


def test_codes_cost_the_logarithm_of_their_codebook() -> None:
    """Two levels: 4 codes of 16 entries, all the same one, and 16 of 256, each another."""
    top = CodeUse.of(np.zeros(4, np.int64), 16)
    bottom = CodeUse.of(np.arange(16), 256)
    values = rate_values(LatentFacts(4, (0.0,), (1.0,), codes=(top, bottom)), pixels=64)
    assert values["bits_per_pixel"] == (4 * 4 + 16 * 8) / 64
    assert values["bits_per_pixel_entropy"] == pytest.approx((4 * 0 + 16 * 4) / 64)


def test_a_posterior_costs_its_divergence_in_bits() -> None:
    values = rate_values(LatentFacts(4, (1.0, 3.0), (1.0, 9.0), kl=(8.0, 4.0)), pixels=16)
    assert values == {"bits_per_pixel": pytest.approx(12 / math.log(2) / 16)}


def test_a_latent_without_either_costs_nothing_that_could_be_said() -> None:
    assert rate_values(LatentFacts(4, (1.0,), (1.0,)), pixels=16) == {}


def test_a_run_fills_them(image_folder: Path, tmp_path: Path) -> None:
    """Over the image's own pixels, not those of the padded one; a baseline has none of them."""
    save_file(random_kl().state_dict(), tmp_path / "kl.safetensors")
    settings = RunSettings(
        images=(str(image_folder),),
        vaes=(f"kl={tmp_path / 'kl.safetensors'}", "jpeg:75"),
        out=str(tmp_path / "run"),
        size=50,
        limit=1,
        marker="off",
        metrics="latent,reconstruction_loss,total_loss",
        device="cpu",
    )
    list(run(settings))
    rows = {row.vae: row for row in read_rows(tmp_path / "run")}
    values = rows["kl"].values
    pixels = (rows["kl"].width or 0) * (rows["kl"].height or 0)
    assert pixels % 8
    kl, loss = values["kl"], values["reconstruction_loss"]
    assert kl is not None
    assert loss is not None
    assert values["bits_per_pixel"] == pytest.approx(kl / math.log(2) / pixels)
    assert values["total_loss"] == pytest.approx(kl + loss)
    assert values.get("bits_per_pixel_entropy") is None
    assert all(rows["jpeg:75"].values.get(name) is None for name in ("bits_per_pixel", "total_loss"))

"""What is said of latents: collapse by KL, activity over images whatever the scale, nothing of what has no posterior."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import torch

from vaelab.metrics.latent import LatentHealth, image_values
from vaelab.results.records import Row
from vaelab.run_folder.read.latents import read_latent
from vaelab.run_folder.row_lines import latent_to_json
from vaelab.vae.base import LatentFacts
from vaelab.vae.codebook_usage import CodeUse
from vaelab.vae.runtime.posterior import Posterior, moments

CHANNELS = 6


def latents(sizes: Sequence[int] = (16, 24, 16, 40), spread: float = 1.0) -> list[torch.Tensor]:
    """Posterior means (1, C, n, n) of images of these sizes, the same pattern in every image on top of what is its own."""
    generator = torch.Generator().manual_seed(0)
    return [spread * torch.randn(1, CHANNELS, side, side, generator=generator) for side in sizes]


def facts(means: Sequence[torch.Tensor], variance: Sequence[float] | None) -> list[LatentFacts]:
    """What the codec keeps of posteriors of these means and, per channel, this variance."""
    found: list[LatentFacts] = []
    for mean in means:
        logvar = None
        if variance is not None:
            logvar = torch.log(torch.tensor(variance))[None, :, None, None].expand(mean.shape)
        found += moments(Posterior(mean, logvar, mean), [()] * len(mean))
    return found


def health(images: Sequence[LatentFacts]) -> dict[str, Any]:
    """The metric over these."""
    metric = LatentHealth()
    for each in images:
        metric.update(each)
    found: dict[str, Any] = metric.compute() or {}
    json.dumps(found, allow_nan=False)
    return found


def test_the_scale_of_a_latent_decides_nothing() -> None:
    """The same encoder times s: active channels stay, stds follow, the suggested factor goes the other way."""
    found = {}
    for scale in (0.01, 0.05, 0.2, 1.0, 30.0):
        means = [scale * mean for mean in latents()]
        found[scale] = health(facts(means, [1e-3 * scale**2] * CHANNELS))
        assert found[scale]["active_channels"] == CHANNELS, scale
        assert found[scale]["verdict"] == "healthy", scale
        assert found[scale]["suggested_scaling_factor"] * scale == pytest.approx(
            found[0.01]["suggested_scaling_factor"] * 0.01, rel=1e-5
        )
        mean, square = np.array(found[scale]["mean"]), np.array(found[scale]["std"]) ** 2
        expected = 0.5 * (square + mean**2 + 1e-3 * scale**2 - 1 - np.log(1e-3 * scale**2))
        assert found[scale]["kl_per_channel"] == pytest.approx(expected, rel=1e-5), scale


def test_one_collapsed_channel_among_healthy_ones() -> None:
    """Its posterior is the prior, whatever the image."""
    means = latents()
    for mean in means:
        mean[:, 2] = 0.03 * torch.sin(torch.arange(mean.shape[-1]))
    found = health(facts(means, [0.01, 0.01, 1.0, 0.01, 0.01, 0.01]))
    assert found["verdict"] == "1 of 6 channels collapsed"
    assert found["collapsed_channels"] == 1
    assert found["collapsed_share"] == pytest.approx(1 / 6)
    assert found["active_channels"] == 5
    assert found["kl_per_channel"][2] < 0.01 < min(found["kl_per_channel"][:2] + found["kl_per_channel"][3:])


def test_collapsed_as_a_whole() -> None:
    """By the mean KL, or by more than half of the channels; half of them is not more than half."""
    prior = [0.0 * mean for mean in latents()]
    assert health(facts(prior, [1.0] * CHANNELS))["verdict"] == "collapsed"
    some = latents()
    for mean in some:
        mean[:, :4] = 0
    assert health(facts(some, [1.0] * 4 + [1e-4] * 2))["verdict"] == "collapsed"
    assert health(facts(some, [1.0] * 3 + [1e-4] * 3))["verdict"] == "3 of 6 channels collapsed"
    weak = [LatentFacts(100, (0.0,) * 3, (0.0,) * 3, (0.9, 0.9, 1.1))]  # 0.0097 nats on average
    assert health(weak)["verdict"] == "collapsed"


def test_what_is_the_same_in_every_image_is_not_activity() -> None:
    """A fixed pattern has variance over positions, none over images: active units are counted over images."""
    fixed = torch.randn(1, CHANNELS, 16, 16, generator=torch.Generator().manual_seed(3))
    own = latents((16,) * 5)
    means = [torch.cat([fixed[:, :2], mean[:, 2:]], dim=1) for mean in own]
    found = health(facts(means, [0.01] * CHANNELS))
    assert found["active_channels"] == CHANNELS - 2
    assert min(found["std"]) > 0.5
    assert found["verdict"] == "healthy"  # its KL is that of a channel that says something


def test_activity_is_the_variance_over_images_at_each_place() -> None:
    """By hand, at the threshold: variance over images, averaged over places, against 0.01 of the posterior's variance."""
    means = latents((8, 8, 8))
    stack = torch.cat(means).double().numpy()[:, :, 1::2, 1::2]  # the middles of 4 × 4 cells of 8 × 8
    ratio = np.var(stack, axis=0, ddof=1).mean(axis=(1, 2)) / 0.01
    for factor, active in ((0.999, CHANNELS), (1.001, 0)):
        posterior = [float(value) * factor for value in ratio]
        assert health(facts(means, posterior))["active_channels"] == active


def test_a_deterministic_autoencoder_has_no_verdict() -> None:
    """Neither collapse nor activity is defined without a posterior, and mixing both says nothing either."""
    found = health(facts(latents(spread=0.05), None))
    for key in ("verdict", "active_channels", "collapsed_channels", "collapsed_share", "kl_per_dim"):
        assert found[key] is None, key
    assert found["suggested_scaling_factor"] == pytest.approx(20, rel=0.02)
    mixed = health([*facts(latents(), None), *facts(latents(), [0.01] * CHANNELS)])
    assert mixed["verdict"] is None


def test_codebooks_have_no_verdict_but_their_use() -> None:
    """Usage, dead entries, entropy and perplexity over all images."""
    images = [
        LatentFacts(4, (0.0,), (1.0,), codes=(CodeUse.of(np.array(indices), 8),))
        for indices in ([0, 0, 1, 1], [2, 2, 3, 3])
    ]
    found = health(images)
    assert found["verdict"] is None
    (book,) = found["codebooks"]
    assert (book["entries"], book["used"], book["usage"], book["dead_share"]) == (8, 4, 0.5, 0.5)
    assert (book["entropy_bits"], book["perplexity"], book["indices"]) == (2.0, 4.0, 8)


def test_activity_needs_two_images_and_their_places() -> None:
    """One image, or a run of an earlier version, which kept no places: not known, and no guess."""
    images = facts(latents(), [0.01] * CHANNELS)
    assert health(images)["active_channels"] == CHANNELS
    assert health(images[:1])["active_channels"] is None
    old = [
        LatentFacts(each.positions, each.mean, each.mean_square, each.kl, each.variance) for each in images
    ]
    found = health(old)
    assert found["active_channels"] is None
    assert found["verdict"] == "healthy"


def test_places_come_back_from_their_line_and_damaged_ones_do_not() -> None:
    (image, *_) = facts(latents((5,)), [0.01] * CHANNELS)  # fewer positions a side than twice the places
    assert image.at_places is not None
    assert np.array(image.at_places).shape == (CHANNELS, 16)
    row = Row("a.png", "v", 8, 8, "ok")
    line = json.loads(json.dumps(latent_to_json(row, image)))
    assert read_latent(line) == image
    not_finite = latent_to_json(row, LatentFacts(4, (0.0,), (1.0,), at_places=((float("inf"),) * 16,)))
    for damaged in (line["at_places"][:-8], line["at_places"] + "!", 7, not_finite["at_places"]):
        with pytest.raises(ValueError, match=r"places|base64|padding|data"):
            read_latent({**line, "at_places": damaged})
    line.pop("at_places")
    assert read_latent(line).at_places is None


def test_latents_smaller_than_the_places() -> None:
    """A latent of 1 × 1 (or 2 × 3) is its own value at every place."""
    (image, *_) = facts([torch.arange(CHANNELS).float()[None, :, None, None]], [1.0] * CHANNELS)
    assert image.at_places == tuple((float(channel),) * 16 for channel in range(CHANNELS))
    assert image_values(image)["latent_mean"] == 2.5

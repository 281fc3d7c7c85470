"""The sentence on a latent's health, from what the metric itself computes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from vaelab.metrics.latent import LatentHealth
from vaelab.report.words.latents import latent_words
from vaelab.text import Sentence
from vaelab.vae.base import LatentFacts
from vaelab.vae.codebook_usage import CodeUse


def health(*images: LatentFacts) -> dict[str, Any] | None:
    metric = LatentHealth()
    for each in images:
        metric.update(each)
    return metric.compute()


def image(kl: tuple[float, ...], level: float = 0.0, *, places: bool = True) -> LatentFacts:
    channels = len(kl)
    return LatentFacts(
        100,
        (level,) * channels,
        (1.0,) * channels,
        kl,
        (0.01,) * channels,
        at_places=((level,) * 16,) * channels if places else None,
    )


@pytest.mark.parametrize(
    ("kl", "said"),
    [
        ((210.0, 230.0), "healthy, KL 2.20 nats per element, 2 of 2 channels active"),
        ((210.0, 0.1, 90.0), "1 of 3 channels collapsed, KL 1.00 nats per element"),
        (
            (0.2, 0.4, 90.0),
            "collapsed, KL 0.302 nats per element, 2 of 3 channels collapsed",
        ),
        ((0.0, 0.0), "collapsed, KL 0 nats per element, 2 of 2 channels collapsed"),
    ],
)
def test_a_posterior_in_words(kl: tuple[float, ...], said: str) -> None:
    words = latent_words(health(image(kl), image(kl, 1.0)))
    assert isinstance(words, Sentence)
    assert str(words) == said
    assert words.say(str.upper).startswith(said[:3].upper())


def test_activity_is_left_out_where_it_is_not_known() -> None:
    assert str(latent_words(health(image((210.0, 230.0), places=False)))) == (
        "healthy, KL 2.20 nats per element"
    )


def test_codebooks_in_words() -> None:
    top = CodeUse.of(np.arange(6), 2000)
    both = LatentFacts(6, (0.0,), (1.0,), codes=(top, CodeUse.of(np.array([1, 1, 1]), 2000)))
    one = LatentFacts(6, (0.0,), (1.0,), codes=(top,))
    assert str(latent_words(health(one))) == "6 of 2,000 codebook entries used (99.7 % dead), perplexity 6.00"
    assert str(latent_words(health(both))) == "2 codebooks, 7 of 4,000 entries used (99.8 % dead)"


def test_nothing_is_said_where_there_is_nothing_to_say() -> None:
    """A baseline, a deterministic autoencoder, a summary of an earlier version."""
    assert latent_words(None) == ""
    assert latent_words({}) == ""
    assert latent_words(health(LatentFacts(4, (0.0,), (1.0,)))) == ""
    assert latent_words({"channels": 4, "kl_per_dim": 2.0, "verdict": "healthy: 4 of 4"}) == ""

"""The health of a VAE's latent space as one short sentence, for window, terminal, Markdown and HTML alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vaelab.report.run.data import RunData
from vaelab.report.words.numbers import count, short
from vaelab.text import Sentence


def latent_lines(run: RunData) -> dict[str, Sentence]:
    """Return the verdict on each VAE's latents, by label; none where there is nothing to say."""
    found = ((label, latent_words(vae.get("latent_health") or {})) for label, vae in run.vaes.items())
    return {label: Sentence("Latents of {0}: {1}.", (label, words)) for label, words in found if str(words)}


def latent_words(health: Mapping[str, Any] | None) -> Sentence | str:
    """Return the verdict on a latent with its numbers, to stand behind whose it is, or how much of its codebooks is used; empty where there is neither.

    Args:
        health: ``latent_health`` of a VAE, as ``LatentHealth.compute`` makes it; None or empty for a codec without a latent.
    """
    if not health:
        return ""
    books = health.get("codebooks")
    if books:
        return _codebook_words(books)
    kl, channels = health.get("kl_per_dim"), health.get("channels")
    collapsed, active = health.get("collapsed_channels"), health.get("active_channels")
    if not health.get("verdict") or kl is None or channels is None or collapsed is None:
        return ""
    known = short(kl)
    if health["verdict"] == "collapsed":
        return Sentence(
            "collapsed, KL {0} nats per element, {1} of {2} channels collapsed",
            (known, collapsed, channels),
        )
    if collapsed:
        return Sentence(
            "{1} of {2} channels collapsed, KL {0} nats per element", (known, collapsed, channels)
        )
    if active is None:
        return Sentence("healthy, KL {0} nats per element", (known,))
    return Sentence("healthy, KL {0} nats per element, {1} of {2} channels active", (known, active, channels))


def _codebook_words(books: Sequence[Mapping[str, Any]]) -> Sentence:
    """Of one codebook its perplexity as well; several are taken together, which have no common one."""
    entries, used = (sum(book[key] for book in books) for key in ("entries", "used"))
    dead = _percent(1 - used / entries)
    if len(books) == 1:
        return Sentence(
            "{0} of {1} codebook entries used ({2} dead), perplexity {3}",
            (count(used), count(entries), dead, short(books[0]["perplexity"])),
        )
    return Sentence(
        "{0} codebooks, {1} of {2} entries used ({3} dead)",
        (len(books), count(used), count(entries), dead),
    )


def _percent(share: float) -> str:
    """A share with three digits that is 100 % only where it is all."""
    words = short(100 * share)
    return ">99.9 %" if words == "100" and share < 1.0 else f"{words} %"

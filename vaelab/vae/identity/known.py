"""VAEs that are publicly known: where they are, what they are, and by which checksum a file is recognized. No torch here.

Sizes, licences and repositories are what their publishers say; a licence that is not certain is ``unknown``. What the
server says when asked (``vaelab.vae.hub.offer``) goes before this list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from vaelab.vae.identity.known_table import FILES, VAES, KnownFile, KnownVAE


def search_known(words: str | Iterable[str]) -> tuple[KnownVAE, ...]:
    """The VAEs that hold every word, in any letter case, in name, id, kind, licence, note or aliases; all for no word."""
    asked = words.split() if isinstance(words, str) else list(words)
    return tuple(vae for vae in VAES if all(word.casefold() in _text(vae) for word in asked if word.strip()))


def find_known(name: str) -> KnownVAE | None:
    """The VAE of exactly this name, alias or id; signs and letter case do not count."""
    wanted = _plain(name)
    for vae in VAES:
        if wanted and wanted in map(_plain, (vae.name, vae.hub_id, *vae.aliases)):
            return vae
    return None


def known_file(sha256: str | None) -> KnownFile | None:
    """What is known by this checksum."""
    return None if sha256 is None else FILES.get(sha256.lower())


def made_for_reflect(names: Iterable[str]) -> KnownVAE | None:
    """The VAE made for reflect padding that the names of files speak of; nothing in the files themselves tells it."""
    spoken = [_plain(name) for name in names]
    for vae in VAES:
        own = [_plain(alias) for alias in (PurePosixPath(vae.hub_name.place).stem, *vae.aliases) if alias]
        if "padding=reflect" in vae.note and any(alias in name for alias in own for name in spoken):
            return vae
    return None


def _text(vae: KnownVAE) -> str:
    kind = f"{vae.kind} {vae.latent_channels}ch {vae.factor}x f{vae.factor} c{vae.latent_channels}"
    return " ".join((vae.name, vae.hub_id, kind, vae.licence, vae.note, *vae.aliases)).casefold()


def _plain(name: str) -> str:
    return re.sub(r"[^0-9a-z]+", "", name.casefold())

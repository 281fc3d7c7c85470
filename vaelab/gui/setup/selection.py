"""What the user has chosen: plain, immutable facts, so that every edit can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from vaelab.settings import RunSettings
from vaelab.vae.base import Padding
from vaelab.vae.spec.grammar import VAESpec, Weights, default_label, parse_spec, unique_labels


@dataclass(frozen=True, slots=True)
class VAEChoice:
    """A VAE in the list.

    Attributes:
        what: a built-in, a path or a Hub id, as after ``--vae``.
        label: its name in tables; empty for the one that the engine gives it.
        precision, encoder, padding, weights: as in ``VAESpec``; empty for what the options or the file say.
        checked: whether it takes part.
        baseline: whether others are compared with it.
        key: which entry of the list it is, whatever is changed about it.
    """

    what: str
    label: str = ""
    precision: str = ""
    encoder: str = ""
    padding: Padding | Literal[""] = ""
    weights: Weights | Literal[""] = ""
    checked: bool = True
    baseline: bool = False
    key: int = field(default=0, compare=False)

    @property
    def name(self) -> str:
        """The label, or the one that the engine would give."""
        return self.label or _engine_label(self._spec())

    @property
    def header(self) -> VAESpec:
        """What its header depends on: all but its name and precision."""
        return replace(self._spec(), label="", precision=None)

    def spec(self) -> str:
        """Return it as after ``--vae``."""
        text = str(self._spec())
        return text if self.label else text.removeprefix("=")

    def _spec(self) -> VAESpec:
        return VAESpec(
            self.label,
            self.what,
            self.precision or None,
            self.encoder or None,
            self.padding or None,
            self.weights or None,
        )


@dataclass(frozen=True, slots=True)
class Chosen:
    """The whole state of the setup that can be undone."""

    images: tuple[str, ...] = ()
    vaes: tuple[VAEChoice, ...] = ()


def choices_of(settings: RunSettings) -> tuple[VAEChoice, ...]:
    """Return the VAEs of a run as entries of the list, without keys.

    Raises:
        UsageError: one of them cannot be read, its file being gone, for example.
    """
    found = []
    for text in settings.vaes:
        spec = parse_spec(text)
        choice = VAEChoice(
            spec.what,
            "",
            spec.precision or "",
            spec.encoder or "",
            spec.padding or "",
            spec.weights or "",
        )
        found.append(choice if choice.name == spec.label else replace(choice, label=spec.label))
    return tuple(found)


def labels_of(vaes: tuple[VAEChoice, ...]) -> tuple[str, ...]:
    """Return the labels that the engine gives these VAEs, made unique as it does."""
    return tuple(spec.label for spec in unique_labels(VAESpec(vae.name, vae.what) for vae in vaes))


# Naming looks at the disk, and a list is drawn often.
@lru_cache(maxsize=1024)
def _engine_label(spec: VAESpec) -> str:
    return default_label(spec)

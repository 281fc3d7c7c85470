"""What one row of the table of families says. No torch here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from vaelab.vae.families.structure import Structure
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

Recognizer = Callable[[Shapes, Source], RecognizedVAE | None]
"""The VAE of the source's shapes, or None where they are another's; raises ``VAEError`` for one that cannot be run."""
Test = Callable[[Shapes], bool]


@dataclass(frozen=True, slots=True)
class Layout:
    """A way in which the tensors of a family are named: a line of README's table, and a test.

    Attributes:
        name: as the description says it.
        known_as: what people call the models.
        note: what is special.
    """

    name: str
    known_as: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """What encoding and decoding take, for the forecast.

    Attributes:
        gpu, cpu: memory of the activations = coefficient × pixels × bytes per number × batch.
        ms: time on two cores in fp32, ms per megapixel.
        tile: side of its tiles in px, None where it is not tiled.
        width: channels at full resolution that these belong to, where they grow with them; 0 where they do not.
    """

    gpu: float
    cpu: float
    ms: float
    tile: int | None = None
    width: int = 0


@dataclass(frozen=True, slots=True)
class Model:
    """One of several models that are built alike.

    Attributes:
        kind: as the table of known VAEs names it.
        label: what stands in the family's label instead of all of them.
        names: how files and folders of it are named, a regular expression in lower case.
        tensors: what else its full checkpoints hold, a regular expression.
        scale: 1 / the standard deviation of its latents, which is how scaling factors were chosen; None if another's too.
        class_name: diffusers' class where it is this model's alone; empty where several have it.
    """

    kind: str
    label: str
    names: str
    tensors: str | None = None
    scale: float | None = None
    class_name: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """By what a file of the family is known that is not in a form that loads.

    Attributes:
        rank: of all signs, of all families, the one with the smallest rank that fits is taken.
        test: whether it fits.
        what: what the file seems to be, for people.
    """

    rank: int
    test: Test
    what: str


@dataclass(frozen=True, slots=True)
class Family:
    """A family of VAEs: one architecture, one way to build and to call it.

    Attributes:
        key: what ``RecognizedVAE.family`` says.
        label: the word with which its labels begin.
        recognize: knows it by names and shapes; several families may share a recognizer.
        build: ``"module:function"`` of its builder, ``(RecognizedVAE, files) -> Network``. A network that comes back on torch's
            meta device is then filled from the source's tensors, strictly; one that has its weights is taken as it is. Empty for a program.
        place: in README's table; 0 where it has no line there.
        layouts: in which it loads.
        classes: of diffusers, which a ``config.json`` beside its weights may name.
        shows_arguments: whether its arguments are its class's, for a description to show.
        structure: its tensors, written down; without it, or where that returns None, the model is built to be asked.
        costs: for the forecast, by the first word of its labels, or that and ``f`` with the factor.
        models: what its labels say where shapes leave it open, to what it may be.
        spaces: first word of its labels to latent space, where the models are named after nothing else.
        normalized: whether its latents are in the units of the diffusion models.
        signs: for a file that is refused.
        parts: by what a file is known that holds a part of it alone, and what that is, for people.
        is_program: whether there is no structure to build, and the file itself would have to be run.
    """

    key: str
    label: str
    recognize: Recognizer
    build: str = ""
    place: int = 0
    layouts: tuple[Layout, ...] = ()
    classes: tuple[str, ...] = ()
    shows_arguments: bool = True
    structure: Callable[[RecognizedVAE, Shapes], Structure | None] | None = None
    costs: Mapping[str, Cost] = field(default_factory=dict)
    models: Mapping[str, tuple[Model, ...]] = field(default_factory=dict)
    spaces: Mapping[str, str] = field(default_factory=dict)
    normalized: bool = False
    signs: tuple[Sign, ...] = ()
    parts: tuple[tuple[Test, str], ...] = ()
    is_program: bool = False


def has(pattern: str) -> Test:
    """Whether any tensor's name matches."""
    compiled = re.compile(pattern)
    return lambda shapes: any(compiled.search(name) for name in shapes)


def axes(end: str, number: int) -> Test:
    """Whether a tensor whose name ends so has this number of axes."""
    return lambda shapes: any(name.endswith(end) and len(shape) == number for name, shape in shapes.items())


def both(*tests: Test) -> Test:
    """Whether every test fits."""
    return lambda shapes: all(test(shapes) for test in tests)


CAUSAL = has(r"decoder\.conv_in\.conv\.weight$")
"""Video VAEs wrap their causal convolutions."""

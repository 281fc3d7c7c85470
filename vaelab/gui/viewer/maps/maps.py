"""Pictures made of two pictures: signed and absolute difference, heat maps of an error, spectra; one row a kind."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication

from vaelab.arrays import Pixels, Reals
from vaelab.gui.i18n.noop import QT_TRANSLATE_NOOP
from vaelab.gui.style.colormaps import cividis
from vaelab.metrics.maps import error_maps, flip
from vaelab.metrics.numerics.flip import PIXELS_PER_DEGREE

AUTO = 0
"""Stands for the gain at which a picture's own largest value gets the last colour."""
GAINS = (1, 2, 4, 8, 16, 32, 64)


PairMap = Callable[[Pixels, Pixels], Reals]
"""(original, reconstruction) to a value for every pixel."""


_Make = Callable[..., Reals | npt.NDArray[np.int16]]
"""That of a kind: from both pictures, or from each by itself."""


def _change(original: Pixels, reconstruction: Pixels) -> npt.NDArray[np.int16]:
    return reconstruction.astype(np.int16) - original.astype(np.int16)


def _one_minus_ssim(original: Pixels, reconstruction: Pixels) -> Reals:
    return 1 - error_maps.ssim_map(original, reconstruction)


def _mean_and_largest(whole: flip.Pooled) -> tuple[float, ...]:
    return whole.mean, whole.maximum


def _weighted(whole: flip.Pooled) -> tuple[float, ...]:
    return whole.mean, whole.median, whole.first_quartile, whole.third_quartile, PIXELS_PER_DEGREE


@dataclass(frozen=True, slots=True)
class WholeMap:
    """What is said of a map as a whole; texts are source texts.

    Attributes:
        text: with places for numbers.
        numbers: reads them.
        column: a column of the row that pools the same otherwise; empty for none.
        with_column, without_column: what is said of that, with a place for its number, and where the row has none.
    """

    text: str = QT_TRANSLATE_NOOP("MapTools", "mean {0:.3g} · largest {1:.3g}")
    numbers: Callable[[flip.Pooled], tuple[float, ...]] = _mean_and_largest
    column: str = ""
    with_column: str = ""
    without_column: str = ""

    def words(self, whole: flip.Pooled, values: Mapping[str, float | int | None]) -> str:
        """Say it of a map, beside a row with these values."""
        said = [QCoreApplication.translate("MapTools", self.text).format(*self.numbers(whole))]
        if self.column:
            value = values.get(self.column)
            text = self.without_column if value is None else self.with_column
            said.append(QCoreApplication.translate("MapTools", text).format(value))
        return " · ".join(said)


_FLIP = WholeMap(
    QT_TRANSLATE_NOOP(
        "MapTools",
        "mean {0:.3f} · median {1:.3f}, quartiles {2:.3f} and {3:.3f}, weighted by the error · {4:.0f} pixels per degree",
    ),
    _weighted,
)
_LPIPS = WholeMap(
    column="lpips",
    with_column=QT_TRANSLATE_NOOP(
        "MapTools", "LPIPS itself, {0:.4f}, averages before the layers are enlarged"
    ),
    without_column=QT_TRANSLATE_NOOP("MapTools", "LPIPS itself averages before the layers are enlarged"),
)


class DerivedKind(enum.Enum):
    """What a derived picture shows.

    A row is: its name; its words; the unit of its values; what computes them, ``"module:class"`` where that needs PyTorch;
    what the last colour stands for at gain 1: the largest value that there can be or, of those without one, a large one; and
    what is said of a map as a whole. A kind without such a top is a picture of each image by itself, whose last colour is the
    largest value of the two.
    """

    # fmt: off
    SIGNED = ("signed", QT_TRANSLATE_NOOP("MapTools", "Signed difference"), "B − A", _change, 127.0)
    ABSOLUTE = ("absolute", QT_TRANSLATE_NOOP("MapTools", "Absolute difference"), "|B − A|", _change, 255.0)
    ERROR = ("error", QT_TRANSLATE_NOOP("MapTools", "Absolute error"), "|B − A|", error_maps.absolute_error, 255.0)
    DELTA_E = ("delta_e", QT_TRANSLATE_NOOP("MapTools", "Colour difference ΔE 2000"), "ΔE 2000", error_maps.delta_e, 40.0)
    SSIM = ("ssim", QT_TRANSLATE_NOOP("MapTools", "Structure: 1 − SSIM"), "1 − SSIM", _one_minus_ssim, 2.0)
    FLIP = ("flip", QT_TRANSLATE_NOOP("MapTools", "Seen difference: FLIP"), "FLIP", flip.flip_map, 1.0, _FLIP)
    LPIPS = ("lpips", QT_TRANSLATE_NOOP("MapTools", "Learned difference: LPIPS"), "LPIPS", "vaelab.metrics.maps.lpips_map:SpatialLPIPS", 1.0, _LPIPS)
    SPECTRUM = ("spectrum", QT_TRANSLATE_NOOP("MapTools", "Spectra of both"), "log(1 + |F|)", error_maps.log_spectrum, None)
    # fmt: on

    def __new__(cls, name: str, *_: object) -> DerivedKind:
        """Let the name find the row: ``Kind("flip")``."""
        kind = object.__new__(cls)
        kind._value_ = name
        return kind

    def __init__(
        self,
        name: str,
        words: str,
        unit: str,
        function: _Make | str,
        top: float | None,
        whole: WholeMap = WholeMap(),
    ) -> None:
        self.unit, self.function, self.top, self.whole = unit, function, top, whole
        self._words = words

    @property
    def words(self) -> str:
        """What it is called in the list of kinds."""
        return QCoreApplication.translate("MapTools", self._words)

    @property
    def is_difference(self) -> bool:
        """Whether it shows channels in grey, and not a map in colours."""
        return self.function is _change

    @property
    def of_each(self) -> bool:
        """Whether it is a picture of each image by itself, without a gain."""
        return self.top is None


@dataclass(frozen=True, slots=True)
class ColorScale:
    """What colours stand for.

    Attributes:
        low, high: of the first and the last colour.
        unit: of both.
        ramp: the colours between, (256, 3) uint8.
        open: whether the last colour also stands for all above (and, below 0, the first for all below).
    """

    low: float
    high: float
    unit: str
    ramp: Pixels
    open: bool = True


@dataclass(frozen=True, slots=True)
class Measured:
    """What is slow to compute, and the same at every gain.

    Attributes:
        values: (H, W) of a map, or (H, W, 3) of a difference, B − A; two for spectra (original, reconstruction).
        pooled: of a map as a whole; None of what is none.
        peak: the largest absolute value.
    """

    kind: DerivedKind
    values: tuple[Reals | npt.NDArray[np.int16], ...]
    pooled: flip.Pooled | None
    peak: float

    @property
    def nbytes(self) -> int:
        """Memory that the values take."""
        return sum(part.nbytes for part in self.values)


def measure(
    kind: DerivedKind, original: Pixels, reconstruction: Pixels, network: PairMap | None = None
) -> Measured:
    """Compute what a derived picture shows.

    Args:
        kind: what.
        original: (H, W, 3) uint8.
        reconstruction: the same shape.
        network: the map of a kind that needs PyTorch, asked for with that kind alone.
    """
    make: _Make | str = kind.function if network is None else network
    assert not isinstance(make, str)
    if kind.is_difference:
        change = make(original, reconstruction)
        return Measured(kind, (change,), None, float(np.abs(change).max()))
    if kind.of_each:
        each = tuple(make(pixels) for pixels in (original, reconstruction))
        return Measured(kind, each, None, max(float(values.max()) for values in each))
    values = make(original, reconstruction)
    whole = flip.pooled(np.maximum(values, 0))
    return Measured(kind, (values,), whole, whole.maximum)


def scale(measured: Measured, gain: int) -> ColorScale:
    """Return what the colours stand for at a gain, or at ``AUTO``."""
    kind = measured.kind
    if kind.top is None:
        return ColorScale(0, measured.peak or 1.0, kind.unit, cividis(), open=False)
    automatic = gain == AUTO
    top = kind.top / (gain or GAINS[-1])
    if automatic and measured.peak > 0:
        top = measured.peak
    if kind.is_difference:
        return ColorScale(
            -top if kind is DerivedKind.SIGNED else 0, top, kind.unit, _grey(), open=not automatic
        )
    return ColorScale(0, top, kind.unit, cividis(), open=not automatic)


def paint(measured: Measured, by: ColorScale) -> tuple[Pixels, ...]:
    """Return the picture of what was measured, or two of them, of equal size."""
    if measured.kind.is_difference:
        return (_difference(measured, by),)
    return tuple(colored(values / by.high) for values in measured.values)


def _difference(measured: Measured, by: ColorScale) -> Pixels:
    change = measured.values[0]
    if measured.kind is DerivedKind.SIGNED:
        shown = np.rint(change * np.float32(127 / by.high)) + 128
    else:
        shown = np.rint(np.abs(change) * np.float32(255 / by.high))
    return np.asarray(np.clip(shown, 0, 255), dtype=np.uint8)


def colored(share: Reals) -> Pixels:
    """Return a map in cividis; what is below 0 or above 1 takes the end's colour."""
    index = np.clip(np.nan_to_num(share) * 255 + 0.5, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(cividis().take(index, axis=0))


def _grey() -> Pixels:
    return np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)

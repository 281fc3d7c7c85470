"""What is said of a set, by the numbers: the course's pair, mode collapse, memorising; nothing where too few pictures are."""

import numpy as np
import pytest

from vaelab.report.words.sets import is_memorised, set_words
from vaelab.sets.compare import Reference
from vaelab.sets.statistics import statistics_of
from vaelab.sets.table import network


def words(entries: dict[str, object], *, paired: bool = False) -> str:
    return " ".join(map(str, set_words(entries, paired=paired)))


def inception(fid: float, score: float, n: int = 5000) -> dict[str, object]:
    return {
        "fid": {"value": fid, "floor": 5.0, "n": n, "width": 2048, "rank": 2048},
        "inception_score": {"value": score, "n": n},
    }


@pytest.mark.parametrize(
    ("fid", "score", "said"),
    [
        (120, 9, "The set is varied, but far from the real set."),
        (30, 9, "The set is varied, and near to the real set."),
        (120, 2, "little varied or unclear, and far"),
        (70, 5, "fairly varied, and at some distance"),
    ],
)
def test_bands_are_named_as_a_rule_of_thumb(fid: float, score: float, said: str) -> None:
    found = words(inception(fid, score))
    assert said in found
    assert "rule of thumb" in found


def test_bands_are_for_inception_and_2048_pictures_alone() -> None:
    assert "rule of thumb" not in words(inception(120, 9, n=2047))
    assert "rule of thumb" in words(inception(120, 9, n=2048))
    alexnet = {"fd_alexnet": {"value": 20.0, "floor": 5.0, "n": 5000, "width": 256, "rank": 256}}
    assert "rule of thumb" not in words(alexnet)
    assert "4.00 times" in words(alexnet)
    assert "FID" not in words(alexnet)


def entries(**changes: dict[str, object]) -> dict[str, object]:
    base = {"fd_alexnet": {"value": 3.0, "floor": 5.0, "n": 5000, "width": 256, "rank": 256}}
    return base | changes


def test_mode_collapse() -> None:
    def said(precision: float, coverage: float) -> bool:
        found = entries(
            precision_alexnet={"value": precision, "n": 100}, coverage_alexnet={"value": coverage, "n": 100}
        )
        return "Mode collapse" in words(found)

    assert said(0.7, 0.3)
    assert not said(0.69, 0.3)
    assert not said(0.7, 0.31)


def test_few_pictures_are_said_with_their_rank() -> None:
    few = entries(fd_alexnet={"value": 3.0, "floor": 5.0, "n": 60, "width": 256, "rank": 59})
    assert "60 pictures span 59 of 256 directions" in words(few)
    assert "span" not in words(entries())


def test_copying_is_said_where_z_says_so_and_never_of_reconstructions() -> None:
    found = entries(data_copying_z_alexnet={"value": -3.1, "n": 100})
    assert "Memorised" in words(found)
    assert "Memorised" not in words(found, paired=True)
    assert "Memorised" not in words(entries(data_copying_z_alexnet={"value": -2.9, "n": 100}))


def nothing() -> None:
    """Never stops."""


def simulated(seed: int, width: int, n: int, copied: float) -> dict[str, object]:
    """Authenticity of a generator that draws from the same distribution, a share of whose pictures are copies with noise."""
    generator = np.random.default_rng(seed)
    real, other = (np.zeros((n, 256), np.float32) for _ in range(2))
    real[:, :width], other[:, :width] = generator.normal(size=(2, n, width))
    some = generator.random(n) < copied
    other[some] = real[generator.integers(0, n, some.sum())]
    other[some, :width] += 0.01 * generator.normal(size=(some.sum(), width))
    names = [f"{number:064x}" for number in range(n)]
    reference = Reference(network("alexnet"), statistics_of(real, names), nothing)
    return reference.compare(statistics_of(other, names), paired=False)[0]["authenticity_alexnet"]


def test_an_honest_generator_is_not_accused_and_a_copier_is() -> None:
    honest = [is_memorised(simulated(seed, width, 80, 0.0)) for seed in range(8) for width in (2, 4, 16)]
    # Under a half alone is no proof: that many of the honest ones are.
    under_half = [simulated(seed, 2, 80, 0.0)["value"] < 0.5 for seed in range(8)]
    assert sum(under_half) >= 4
    assert sum(honest) <= 1
    copiers = [is_memorised(simulated(seed, width, 90, 0.8)) for seed in range(5) for width in (2, 4, 16)]
    assert sum(copiers) >= 13

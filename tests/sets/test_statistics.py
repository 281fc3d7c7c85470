"""What is kept of a set: the same for the same pictures, in whatever order and batches they come, and from the cache."""

from pathlib import Path

import numpy as np
import pytest

from vaelab.results.intervals import wilson
from vaelab.sets import cache
from vaelab.sets.compare import Reference
from vaelab.sets.extractor import Features
from vaelab.sets.statistics import SetCollector, SetStatistics, statistics_of
from vaelab.sets.table import NETWORKS, network


def nothing() -> None:
    """Never stops."""


def pictures(n: int, seed: int, shift: float = 0.0) -> tuple[np.ndarray, list[str]]:
    generator = np.random.default_rng(seed)
    vectors = np.maximum(generator.normal(shift, 1.0, size=(n, 256)), 0).astype(np.float32)
    return vectors, [f"{number:064x}" for number in generator.integers(0, 2**62, n)]


def everything(real: SetStatistics, other: SetStatistics) -> dict[str, float]:
    found, _ = Reference(network("alexnet"), real, nothing).compare(other, paired=False)
    return {key: entry["value"] for key, entry in found.items()} | {
        f"floor of {key}": entry["floor"] for key, entry in found.items() if entry.get("floor") is not None
    }


def test_order_and_batches_change_nothing() -> None:
    (real, real_names), (other, names) = pictures(90, 0), pictures(80, 1, 0.2)
    plain = everything(statistics_of(real, real_names), statistics_of(other, names))
    shuffled = np.random.default_rng(9).permutation(80)
    again = statistics_of(other[shuffled], [names[place] for place in shuffled])
    batches = SetCollector(256, 80)
    order = np.argsort(names)
    for start in range(0, 80, 7):
        some = order[start : start + 7]
        batches.add(Features(other[some]), [names[place] for place in some])
    for way in (again, batches.finish()):
        found = everything(statistics_of(real, real_names), way)
        assert found.keys() == plain.keys()
        np.testing.assert_allclose(list(found.values()), list(plain.values()), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(("directions", "low", "high"), [(4, 0.35, 0.65), (256, 0.65, 1.0)])
def test_an_equal_set_lies_between_half_of_its_floor_and_its_floor(
    directions: int, low: float, high: float
) -> None:
    """Half where there are many more pictures than directions, nearer to it where there are fewer."""
    ratios = []
    for seed in range(6 if directions == 256 else 30):
        sets = [pictures(90, 2 * seed + other) for other in range(2)]
        real, other = (statistics_of(vectors[:, :directions], names) for vectors, names in sets)
        entry = Reference(network("alexnet"), real, nothing).compare(other, paired=False)[0]["fd_alexnet"]
        ratios.append(entry["value"] / entry["floor"])
    assert low < np.mean(ratios) < high


def test_entries_say_n_floor_and_interval() -> None:
    reference = Reference(network("alexnet"), statistics_of(*pictures(120, 0)), nothing)
    found, near = reference.compare(
        statistics_of(*pictures(110, 1, 0.5)), paired=False, held_out=statistics_of(*pictures(60, 2))
    )
    assert near is not None
    distance = found["fd_alexnet"]
    assert distance["n"] == 110
    assert distance["ci95"][0] < distance["value"] < distance["ci95"][1]
    assert (distance["rank"], distance["width"]) == (109, 256)
    assert "data_copying_z_alexnet" in found
    paired, _ = reference.compare(statistics_of(*pictures(120, 0, 0.1)), paired=True)
    assert "authenticity_alexnet" not in paired
    assert "fd_alexnet" in paired


def test_few_pictures_have_no_neighbours() -> None:
    reference = Reference(network("alexnet"), statistics_of(*pictures(4, 0)), nothing)
    found, near = reference.compare(statistics_of(*pictures(3, 1)), paired=False)
    assert near is None
    assert set(found) == {"fd_alexnet", "kd_alexnet"}
    assert found["fd_alexnet"]["ci95"] is None


def test_the_cache_gives_back_what_was_kept(tmp_path: Path) -> None:
    vectors, names = pictures(40, 3)
    logits = np.random.default_rng(0).normal(size=(40, 5)).astype(np.float32)
    kept = statistics_of(vectors, names, logits)
    key = cache.key_of("network", "256 px", names)
    assert key == cache.key_of("network", "256 px", reversed(names))
    assert len({key, cache.key_of("other", "256 px", names), cache.key_of("network", "128 px", names)}) == 3
    assert cache.find(tmp_path, key, 256) is None
    cache.keep(tmp_path, key, kept)
    found = cache.find(tmp_path, key, 256)
    assert found is not None
    assert everything(found, found) == pytest.approx(everything(kept, kept), rel=1e-9, abs=1e-9)
    assert [part.score for part in found.classes] == [part.score for part in kept.classes]
    assert cache.find(tmp_path, key, 128) is None
    path = tmp_path / f"{key}.npz"
    for damage in (b"", b"PK\x03\x04 half", path.read_bytes()[:-100]):
        path.write_bytes(damage)
        assert cache.find(tmp_path, key, 256) is None
    for number in range(cache.MOST_KEPT + 3):
        cache.keep(tmp_path, f"{number}", kept)
    assert len(list(tmp_path.glob("*.npz"))) == cache.MOST_KEPT


def test_wilson_is_statsmodels_and_never_leaves_the_unit() -> None:
    # Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    known = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for (hits, n), bounds in known.items():
        assert wilson(hits, n) == pytest.approx(bounds, abs=5e-5)
    assert wilson(20, 20)[1] == 1.0


def test_the_table_has_each_key_once() -> None:
    keys = [key for spec in NETWORKS for key in (spec.distance, spec.kernel)]
    assert len(set(keys)) == len(keys)
    assert [spec.name for spec in NETWORKS if "fid" in spec.distance] == ["inception"]

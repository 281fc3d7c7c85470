"""Distances of sets against closed forms and independent code: scipy's matrix root, double loops, published formulas."""

import numpy as np
import pytest
import scipy.linalg
import scipy.stats

from vaelab.sets import kernel, neighbours
from vaelab.sets.frechet import Gaussian, frechet, jackknife_interval
from vaelab.sets.inception_score import ClassSums, inception_score
from vaelab.sets.moments import Moments, together


def nothing() -> None:
    """Never stops."""


def clouds(n: int, m: int, width: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    mixing = generator.normal(size=(width, width))
    return generator.normal(size=(n, width)), generator.normal(
        0.3, 1.2, size=(m, width)
    ) @ mixing / width**0.5


def published_fid(first: np.ndarray, second: np.ndarray) -> float:
    """As Heusel's code has it, with scipy's root of the product."""
    means = first.mean(0) - second.mean(0)
    covariances = np.cov(first, rowvar=False), np.cov(second, rowvar=False)
    root = scipy.linalg.sqrtm(covariances[0] @ covariances[1])
    return float(means @ means + np.trace(covariances[0] + covariances[1] - 2 * np.real(root)))


@pytest.mark.parametrize(("n", "width"), [(200, 8), (500, 32), (300, 64)])
def test_frechet_is_scipys(n: int, width: int) -> None:
    first, second = clouds(n, n + 50, width)
    found = frechet(Gaussian(Moments.of(first)), Gaussian(Moments.of(second)))
    assert found.value == pytest.approx(published_fid(first, second), rel=1e-6)
    assert found.value == pytest.approx(
        found.means + found.trace_real + found.trace_other - 2 * found.trace_root, rel=1e-9
    )


def test_frechet_of_exact_moments_is_the_closed_form() -> None:
    # Diagonal covariances commute: the distance is Σ (μ1 − μ2)² + Σ (σ1 − σ2)².
    means, spreads = (
        np.array([[0.0, 1.0, -2.0], [3.0, 1.0, 0.5]]),
        np.array([[1.0, 2.0, 0.5], [0.1, 2.5, 4.0]]),
    )
    first, second = (
        Moments(11, mean, np.diag(10 * spread**2)) for mean, spread in zip(means, spreads, strict=True)
    )
    closed = ((means[0] - means[1]) ** 2).sum() + ((spreads[0] - spreads[1]) ** 2).sum()
    assert frechet(Gaussian(first), Gaussian(second)).value == pytest.approx(closed, rel=1e-12)


@pytest.mark.parametrize("n", [3, 40, 400])
def test_a_set_is_0_from_itself_whatever_its_rank(n: int) -> None:
    vectors = 30 * np.random.default_rng(n).random((n, 256))
    same = Gaussian(Moments.of(vectors))
    assert frechet(same, Gaussian(Moments.of(vectors[::-1]))).value < 1e-6
    assert same.rank == min(n - 1, 256)


def test_streamed_moments_are_those_at_once() -> None:
    vectors = 1e3 + np.random.default_rng(0).normal(size=(1003, 16))
    parts = together([Moments.of(vectors[start : start + 97]) for start in range(0, 1003, 97)])
    assert parts.count == 1003
    np.testing.assert_allclose(parts.mean, vectors.mean(0), rtol=1e-12)
    np.testing.assert_allclose(parts.covariance, np.cov(vectors, rowvar=False), rtol=1e-9, atol=1e-9)
    with pytest.raises(ValueError, match="two vectors"):
        _ = Moments.of(vectors[:1]).covariance


def test_the_jackknife_covers_the_distance_that_sets_of_this_size_have() -> None:
    generator = np.random.default_rng(7)
    values, bounds = [], []
    for _ in range(40):
        sets = generator.normal(size=(200, 6)), generator.normal(0.2, 1.1, size=(200, 6))
        folds = [[Moments.of(vectors[place::10]) for place in range(10)] for vectors in sets]
        values.append(frechet(*(Gaussian(together(fold)) for fold in folds)).value)
        bounds.append(jackknife_interval(folds[0], folds[1], nothing))
    mean = float(np.mean(values))
    held = np.mean([low <= mean <= high for low, high in bounds])
    assert held >= 0.85


def kid_by_loops(first: np.ndarray, second: np.ndarray) -> float:
    def k(a: np.ndarray, b: np.ndarray) -> float:
        return (float(a @ b) / len(a) + 1) ** 3

    n, m = len(first), len(second)
    own = sum(k(first[i], first[j]) for i in range(n) for j in range(n) if i != j) / (n * (n - 1))
    other = sum(k(second[i], second[j]) for i in range(m) for j in range(m) if i != j) / (m * (m - 1))
    return own + other - 2 * sum(k(a, b) for a in first for b in second) / (n * m)


def test_kid_is_a_double_loops() -> None:
    first, second = clouds(23, 31, 7)
    assert kernel.unbiased_mmd2(first, second) == pytest.approx(kid_by_loops(first, second), rel=1e-9)


def test_kid_is_about_0_for_equal_sets() -> None:
    generator = np.random.default_rng(3)
    found = []
    for _ in range(60):
        first, second = generator.normal(size=(2, 120, 5))
        value, spread = kernel.kernel_distance(first, second, nothing)
        assert spread is None  # one subset holds all
        found.append(value)
    # Unbiased: the mean is within its own error of 0.
    assert abs(np.mean(found)) < 3 * np.std(found) / len(found) ** 0.5


def test_kid_of_more_pictures_than_a_subset_is_a_mean_over_subsets(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = clouds(50, 60, 5)
    whole = kernel.unbiased_mmd2(first, second)
    monkeypatch.setattr(kernel, "SUBSET_SIZE", 40)
    value, spread = kernel.kernel_distance(first, second, nothing)
    assert spread is not None
    assert spread > 0
    assert abs(value - whole) < spread
    assert kernel.kernel_distance(first, second, nothing) == (value, spread)  # the same draws every time


def test_cmmd_is_the_published_formula() -> None:
    first, second = (each / np.linalg.norm(each, axis=1, keepdims=True) for each in clouds(40, 50, 9))

    def mean(a: np.ndarray, b: np.ndarray) -> float:
        return float(np.mean([[np.exp(-((x - y) ** 2).sum() / 200) for y in b] for x in a]))

    by_hand = 1000 * (mean(first, first) + mean(second, second) - 2 * mean(first, second))
    assert kernel.cmmd(first, second) == pytest.approx(by_hand, rel=1e-9)
    assert kernel.cmmd(first, first) == pytest.approx(0.0, abs=1e-9)


def restated(real: np.ndarray, other: np.ndarray) -> tuple[float, float, float, float, float]:
    """Precision, recall, density, coverage and authenticity, distance by distance in float64."""

    def distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return np.sqrt(((a[:, None] - b[None]) ** 2).sum(2))

    def reach(a: np.ndarray, k: int) -> np.ndarray:
        return np.sort(distances(a, a), axis=1)[:, k]  # itself is the first

    between = distances(real, other)
    precision = (between <= reach(real, 3)[:, None]).any(0).mean()
    recall = (between <= reach(other, 3)[None]).any(1).mean()
    inside = between <= reach(real, 5)[:, None]
    nearest = between.argmin(0)
    authentic = between.min(0) > reach(real, 1)[nearest]
    return precision, recall, inside.sum(0).mean() / 5, inside.any(1).mean(), authentic.mean()


@pytest.mark.parametrize("seed", [0, 1])
def test_neighbours_are_those_of_plain_distances(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "_BLOCK", 17)  # several blocks, the last one short
    first, second = clouds(101, 64, 5, seed)
    found = neighbours.neighbourhood(first, second, nothing)
    means = [found.realistic, found.found, found.dense, found.covered, found.authentic]
    np.testing.assert_allclose([each.mean() for each in means], restated(first, second), rtol=1e-9)


def test_a_set_against_itself_is_precise_complete_and_no_ones_own() -> None:
    vectors = np.random.default_rng(0).normal(5.0, 1.0, size=(60, 32)).astype(np.float32)
    found = neighbours.neighbourhood(vectors, vectors, nothing)
    assert found.realistic.all()
    assert found.found.all()
    assert found.covered.all()
    assert not found.authentic.any()
    assert (found.nearest == np.arange(60)).all()
    np.testing.assert_allclose(found.distance, 0.0, atol=1e-5)


def test_data_copying_is_scipys_mann_whitney() -> None:
    generator = np.random.default_rng(5)
    training, fresh = generator.normal(size=(80, 3)), generator.normal(size=(50, 3))
    copied = training[:40] + 0.01 * generator.normal(size=(40, 3))
    for other in (copied, generator.normal(size=(60, 3)), generator.normal(3, 1, size=(60, 3))):
        z = neighbours.data_copying_z(training, fresh, other, nothing)
        nearest = [np.sqrt(((each[:, None] - training[None]) ** 2).sum(2)).min(1) for each in (other, fresh)]
        p = scipy.stats.mannwhitneyu(*nearest, use_continuity=False, method="asymptotic").pvalue
        assert 2 * scipy.stats.norm.sf(abs(z)) == pytest.approx(p, rel=1e-9)
    assert neighbours.data_copying_z(training, fresh, copied, nothing) < -3
    assert neighbours.data_copying_z(training, fresh, generator.normal(3, 1, size=(60, 3)), nothing) > 3


def test_inception_score_of_known_classes() -> None:
    k = 7
    sure = 1000.0 * np.eye(k)[np.arange(70) % k]
    assert inception_score([ClassSums.of(sure)])[0] == pytest.approx(k, rel=1e-9)
    assert inception_score([ClassSums.of(np.ones((70, k)))])[0] == pytest.approx(1.0, rel=1e-12)
    logits = np.random.default_rng(0).normal(size=(50, k))
    shares = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    scores = []
    for part in np.split(shares, 10):
        divergence = (part * (np.log(part) - np.log(part.mean(0)))).sum(1)
        scores.append(np.exp(divergence.mean()))
    streamed = [
        sum((ClassSums.of(row[None]) for row in part[1:]), ClassSums.of(part[:1]))
        for part in np.split(logits, 10)
    ]
    mean, spread = inception_score(streamed)
    assert mean == pytest.approx(np.mean(scores), rel=1e-9)
    assert spread == pytest.approx(np.std(scores), rel=1e-9)


def test_retrieval_of_the_originals_themselves_and_of_shuffled_ones() -> None:
    generator = np.random.default_rng(0)
    originals = generator.normal(size=(200, 16))
    before, margin = neighbours.retrieval(originals, originals, nothing)
    assert (before == 0).all()
    np.testing.assert_allclose(margin, 1.0, atol=1e-6)
    near = originals + 0.1 * generator.normal(size=originals.shape)
    before, margin = neighbours.retrieval(originals, near, nothing)
    distances = np.sqrt(((near[:, None] - originals[None]) ** 2).sum(2))
    own = np.diag(distances)
    others = distances + np.where(np.eye(200) > 0, np.inf, 0)
    np.testing.assert_array_equal(before, (others <= own[:, None]).sum(1))
    np.testing.assert_allclose(margin, (others.min(1) - own) / others.min(1), rtol=1e-9)
    # Of reconstructions of other pictures, one in n is found by chance.
    found = [
        (neighbours.retrieval(originals, originals[generator.permutation(200)], nothing)[0] < 5).mean()
        for _ in range(20)
    ]
    assert np.mean(found) == pytest.approx(5 / 200, abs=0.01)

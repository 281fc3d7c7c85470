"""Each formula against published values or an independent optimum."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.stats import binomtest

from vaelab.judging.agreement import krippendorff_alpha, preference_alpha
from vaelab.judging.bradley_terry import chances, exists, strengths
from vaelab.judging.proportions import binomial_p, clustered_share
from vaelab.results.intervals import wilson
from vaelab.results.sign_flip import holm

NAN = math.nan
KRIPPENDORFF_2011 = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3],
        [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
    ]
)
"""Computing Krippendorff's Alpha-Reliability (2011), C: four observers, twelve units, values missing."""


@pytest.mark.parametrize(("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_is_that_of_the_published_example(level: str, alpha: float) -> None:
    assert krippendorff_alpha(KRIPPENDORFF_2011, level) == pytest.approx(alpha, abs=5e-4)  # type: ignore[arg-type]


def test_alpha_of_the_published_binary_and_nominal_examples() -> None:
    """The same paper, A and B: two observers."""
    binary = np.array([[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]], float)
    assert krippendorff_alpha(binary) == pytest.approx(0.095, abs=5e-4)
    letters = np.array([[1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1], [2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4]], float)
    assert krippendorff_alpha(letters) == pytest.approx(0.692, abs=5e-4)


def test_alpha_of_choices_does_not_hang_on_which_vae_is_called_the_first() -> None:
    random = np.random.default_rng(1)
    values = random.integers(-1, 2, (3, 40)).astype(float)
    flipped = values * random.choice([-1.0, 1.0], 40)
    assert preference_alpha(values) == pytest.approx(preference_alpha(flipped))
    assert preference_alpha(np.ones((2, 9))) == 1.0
    assert preference_alpha(np.array([[1.0, 1.0, -1.0], [-1.0, -1.0, 1.0]])) is not None
    assert preference_alpha(np.array([[1.0, 1.0, -1.0], [-1.0, -1.0, 1.0]])) < 0  # type: ignore[operator]
    assert krippendorff_alpha(np.full((2, 5), 3.0)) is None
    assert krippendorff_alpha(np.array([[1.0, NAN], [NAN, 2.0]])) is None


def test_independent_judges_have_no_agreement_and_equal_ones_all() -> None:
    random = np.random.default_rng(2)
    found = [preference_alpha(random.integers(-1, 2, (2, 300)).astype(float)) for _ in range(30)]
    assert abs(float(np.mean(found))) < 0.02  # type: ignore[arg-type]
    same = random.integers(1, 6, 50).astype(float)
    assert krippendorff_alpha(np.stack([same, same]), "ordinal") == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("successes", "n"), [(0, 10), (3, 10), (10, 10), (81, 263), (15, 148), (1, 29), (0, 1), (50, 100)]
)
def test_wilson_is_scipys(successes: int, n: int) -> None:
    expected = binomtest(successes, n).proportion_ci(0.95, method="wilson")
    assert wilson(successes, n) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_wilson_is_that_of_newcombe_1998() -> None:
    """Newcombe, Statistics in Medicine 17, table I: 81/263, 15/148, 0/20, 1/29; statsmodels gives the same."""
    published = {
        (81, 263): (0.2553, 0.3662),
        (15, 148): (0.0624, 0.1605),
        (0, 20): (0, 0.1611),
        (1, 29): (0.0061, 0.1718),
    }
    for (successes, n), ends in published.items():
        assert wilson(successes, n) == pytest.approx(ends, abs=5e-5)


def test_the_binomial_test_is_scipys_and_holm_is_by_hand() -> None:
    for n in range(1, 40):
        for successes in range(n + 1):
            assert binomial_p(successes, n) == pytest.approx(binomtest(successes, n).pvalue, abs=1e-12)
    assert binomial_p(0, 0) == 1.0
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_a_share_of_one_answer_an_image_has_wilsons_interval() -> None:
    random = np.random.default_rng(3)
    successes = (random.random(80) < 0.3).astype(float)
    share, bounds, effective = clustered_share(successes, np.ones(80))
    assert effective == pytest.approx(80, rel=0.02)
    assert bounds == pytest.approx(wilson(share * 80, 80), abs=2e-3)


def test_answers_that_all_repeat_one_another_count_once() -> None:
    successes = np.array([5.0, 0, 5, 0, 5, 5, 0, 5, 0, 5])
    _, bounds, effective = clustered_share(successes, np.full(10, 5.0))
    assert effective < 10
    assert bounds[1] - bounds[0] > wilson(30, 50)[1] - wilson(30, 50)[0]
    assert clustered_share(np.full(4, 3.0), np.full(4, 3.0))[1] == wilson(4, 4)


@pytest.mark.parametrize("clusters", [1, 4])
def test_a_clustered_share_covers_the_true_one(clusters: int) -> None:
    """Answers to one image depend on it: its own chance is drawn around the true one."""
    random = np.random.default_rng(4)
    for truth, images in ((0.5, 12), (0.8, 40), (0.93, 40)):
        held = 0
        for _ in range(1500):
            own = random.beta(4 * truth, 4 * (1 - truth), images)
            successes = random.binomial(clusters, own).astype(float)
            low, high = clustered_share(successes, np.full(images, float(clusters)))[1]
            held += low <= truth <= high
        assert 0.925 <= held / 1500 <= 0.99, (truth, images, held / 1500)


def likelihood_optimum(wins: np.ndarray) -> np.ndarray:
    """Logarithms of the strengths by a general optimiser, mean 0."""

    def loss(free: np.ndarray) -> float:
        theta = np.append(free, 0.0)
        return float((wins * np.logaddexp(0, theta[None, :] - theta[:, None])).sum())

    theta = np.append(minimize(loss, np.zeros(len(wins) - 1), method="BFGS", options={"gtol": 1e-10}).x, 0.0)
    return np.asarray(theta - theta.mean())


@pytest.mark.parametrize("seed", range(6))
def test_strengths_are_the_optimum_of_the_likelihood(seed: int) -> None:
    random = np.random.default_rng(seed)
    count = int(random.integers(2, 8))
    wins = random.integers(1, 30, (count, count)) + random.integers(0, 2, (count, count)) / 2
    np.fill_diagonal(wins, 0)
    found = strengths(wins)
    assert np.log(found) == pytest.approx(likelihood_optimum(wins), abs=1e-5)
    assert strengths(np.stack([wins, wins.T]))[0] == pytest.approx(found, rel=1e-9)


def test_two_are_as_strong_as_they_won() -> None:
    p = strengths(np.array([[0.0, 30.0], [10.0, 0.0]]))
    assert p[0] / p[1] == pytest.approx(3.0)
    assert chances(p) == pytest.approx([0.75, 0.25])


def test_no_maximum_is_said_and_chances_keep_their_limits() -> None:
    chain = np.array([[0.0, 3, 1], [0, 0, 2], [0, 1, 0]])
    assert not exists(chain)
    assert chances(strengths(chain))[0] > 0.99
    assert exists(np.array([[0.0, 3, 0], [0, 0, 2], [1, 0, 0]]))
    assert not exists(np.array([[0.0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]]))

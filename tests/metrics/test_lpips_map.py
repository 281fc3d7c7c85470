"""LPIPS as a map, against the ``lpips`` package assembled on its own, and against the metric."""

from __future__ import annotations

import importlib
import threading

import numpy as np
import pytest
import torch
from skimage import data

from vaelab.errors import UsageError
from vaelab.metrics import reference
from vaelab.metrics.maps.lpips_map import SpatialLPIPS
from vaelab.metrics.pair.lpips import LPIPSNetwork


@pytest.fixture(scope="module")
def spatial() -> SpatialLPIPS:
    return SpatialLPIPS()


def pair(height: int = 96, width: int = 131) -> tuple[np.ndarray, np.ndarray]:
    x = np.ascontiguousarray(data.astronaut()[40 : 40 + height, 90 : 90 + width])
    y = x.copy()
    y[height // 3 : height // 2, width // 3 : width // 2] = 128
    for image in (x, y):
        image.flags.writeable = False  # as the window's pictures are
    return x, y


@pytest.mark.parametrize("size", [(96, 131), (64, 64), (31, 47)])
def test_it_is_the_sum_of_the_packages_layers_enlarged(spatial: SpatialLPIPS, size: tuple[int, int]) -> None:
    x, y = pair(*size)
    model = reference._lpips()
    first, second = (torch.from_numpy(image.transpose(2, 0, 1)[None] / 127.5 - 1).float() for image in (x, y))
    with torch.inference_mode():
        features = [model.net(model.scaling_layer(image)) for image in (first, second)]
        total = torch.zeros(1, 1, *size)
        for layer, (ours, theirs) in enumerate(zip(*features, strict=True)):
            ours, theirs = (torch.nn.functional.normalize(part, dim=1) for part in (ours, theirs))
            distance = model.lins[layer]((ours - theirs) ** 2)
            total += torch.nn.functional.interpolate(distance, size, mode="bilinear", align_corners=False)
    found = spatial(x, y)
    assert found.shape == size
    assert found.dtype == np.float32
    assert np.abs(found - total[0, 0].numpy()).max() < 1e-4


def test_its_mean_is_near_the_metric_and_it_points_at_what_changed(spatial: SpatialLPIPS) -> None:
    x, y = pair()
    network = LPIPSNetwork()
    metric = network.distance(*(network.features(torch.from_numpy(each.copy())[None]) for each in (x, y)))
    found = spatial(x, y)
    assert found.mean() == pytest.approx(metric.item(), rel=0.1)
    assert found[32:48, 43:65].mean() > 4 * found[:, 100:].mean()


def test_equal_and_constant_images_have_none(spatial: SpatialLPIPS) -> None:
    x, _ = pair()
    flat = np.full((40, 50, 3), 77, np.uint8)
    assert not spatial(x, x.copy()).any()
    assert not spatial(flat, flat.copy()).any()


def test_an_image_too_small_for_the_network_is_refused_in_a_sentence(spatial: SpatialLPIPS) -> None:
    x, y = pair(30, 64)
    with pytest.raises(UsageError, match="under 31 px: choose another map"):
        spatial(x, y)


def test_it_computes_with_one_thread_and_leaves_the_others_their_own(
    spatial: SpatialLPIPS, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = torch.get_num_threads()
    torch.set_num_threads(3)
    seen: list[int] = []
    inner = spatial._model

    def spy(*images: object) -> object:
        seen.append(torch.get_num_threads())
        elsewhere = threading.Thread(target=lambda: seen.append(torch.get_num_threads()))
        elsewhere.start()
        elsewhere.join()
        return inner(*images)

    monkeypatch.setattr(spatial, "_model", spy)
    try:
        spatial(*pair())
        assert seen == [1, 3]
        assert torch.get_num_threads() == 3
    finally:
        torch.set_num_threads(before)


def test_the_name_by_which_the_window_reaches_it_leads_here() -> None:
    from vaelab.gui.viewer.maps.maps import DerivedKind

    module, name = str(DerivedKind.LPIPS.function).split(":")
    assert getattr(importlib.import_module(module), name) is SpatialLPIPS

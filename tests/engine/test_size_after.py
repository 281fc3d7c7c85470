"""The size of an image to be measured, foretold from its header."""

from __future__ import annotations

import itertools

import pytest
from PIL import Image

from vaelab.images.resize import Preparation, bring_to_size, size_after
from vaelab.settings import Fit


@pytest.mark.parametrize("fit", ["crop", "fit", "stretch", "native"])
@pytest.mark.parametrize("upscale", [False, True])
def test_the_foretold_size_is_the_one_that_comes_out(fit: Fit, upscale: bool) -> None:
    for width, height in itertools.product((1, 40, 63, 64, 97, 130), repeat=2):
        prep = Preparation(64, fit, upscale)
        pixels, _ = bring_to_size(Image.new("RGB", (width, height)), prep)
        assert size_after((width, height), prep) == (pixels.shape[1], pixels.shape[0]), (width, height)

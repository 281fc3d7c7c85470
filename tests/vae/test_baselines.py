"""The baselines do exactly what their name says, and nothing to what it does not."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageFilter
from vae_files import Images

from vaelab.errors import ImageError, Stopped
from vaelab.vae.base import CodecOptions, Decoded
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.spec.grammar import parse_spec


def run(spec: str, images: Images) -> Decoded:
    codec = open_codec(parse_spec(spec), CodecOptions())
    latents = codec.encode(images, range(len(images)))
    assert codec.latent_facts(latents) is None
    return codec.decode(latents)


@pytest.fixture
def image(photographs: dict[str, Images]) -> Images:
    return photographs["chelsea"][20:133, 60:177]


def test_identity_is_exact_and_no_view(image: Images) -> None:
    images = image[None].copy()
    decoded = run("identity", images)
    assert np.array_equal(decoded.images, images)
    assert not np.shares_memory(decoded.images, images)
    assert decoded.clipped_fraction == decoded.nonfinite_fraction == (0.0,)


@pytest.mark.parametrize(("name", "kind"), [("jpeg", "JPEG"), ("webp", "WEBP")])
@pytest.mark.parametrize("quality", [1, 75, 100])
def test_compression_equals_pillows_own(name: str, kind: str, quality: int, image: Images) -> None:
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, kind, quality=quality)
    expected = np.asarray(Image.open(buffer).convert("RGB"))
    assert np.array_equal(run(f"{name}:{quality}", image[None]).images[0], expected)


def test_blur_is_a_gaussian_of_this_deviation(image: Images) -> None:
    """Pillow's own filter, whose impulse response has the asked-for variance."""
    expected = np.asarray(Image.fromarray(image).filter(ImageFilter.GaussianBlur(1.5)))
    assert np.array_equal(run("blur:1.5", image[None]).images[0], expected)
    edge = np.zeros((5, 201, 3), np.uint8)
    edge[:, 101:] = 255
    profile = np.diff(run("blur:6", edge[None]).images[0, 2, :, 0].astype(float)) / 255
    places = np.arange(200) + 0.5
    center = (profile * places).sum()
    assert np.sqrt((profile * (places - center) ** 2).sum()) == pytest.approx(6, rel=0.03)
    assert np.array_equal(run("blur:0", image[None]).images[0], image)


def test_contrast_scales_the_distance_from_mid_grey(image: Images) -> None:
    expected = np.rint((image.astype(float) - 127.5) * 0.8 + 127.5)
    output = run("contrast:0.8", image[None])
    assert np.abs(output.images[0] - expected).max() <= 1  # float32 may round a half the other way
    assert (output.images[0] != expected).mean() < 0.01
    assert output.clipped_fraction == (0.0,)
    stretched = (image.astype(float) - 127.5) * 3 + 127.5
    share = ((stretched < 0) | (stretched > 255)).mean()
    assert run("contrast:3", image[None]).clipped_fraction[0] == pytest.approx(share)
    assert np.array_equal(run("contrast:1", image[None]).images[0], image)


def test_tint_adds_eight_levels_to_the_named_channels(image: Images) -> None:
    image = image.copy()
    image[0, 0] = 250
    for color, channels in {"green": (1,), "magenta": (0, 2)}.items():
        shift = np.array([8 * (channel in channels) for channel in range(3)])
        decoded = run(f"tint:{color}", image[None])
        assert np.array_equal(decoded.images[0], np.clip(image + shift, 0, 255))
        assert decoded.clipped_fraction[0] == pytest.approx(((image + shift) > 255).mean())
        assert decoded.clipped_fraction[0] > 0


def test_downscale_keeps_the_size_and_loses_detail(image: Images) -> None:
    """113×117 is no multiple of 8; a factor of 1 changes nothing."""
    images = np.stack([image, image[::-1]])
    small = Image.fromarray(image).resize((15, 15), Image.Resampling.LANCZOS)
    expected = np.asarray(small.resize((117, 113), Image.Resampling.BICUBIC))
    decoded = run("downscale:8", images).images
    assert np.array_equal(decoded[0], expected)
    assert decoded.shape == images.shape
    assert np.array_equal(run("downscale:1", images).images, images)


@pytest.mark.parametrize("spec", ["identity", "blur", "contrast", "tint", "jpeg", "webp", "downscale:256"])
@pytest.mark.parametrize("size", [(1, 1), (3, 700)])
def test_any_size_comes_back_as_it_was(spec: str, size: tuple[int, int]) -> None:
    images = np.full((2, *size, 3), 90, np.uint8)
    assert run(spec, images).images.shape == images.shape
    assert run(spec, images).images.dtype == np.uint8


def test_an_image_too_large_for_the_format_fails_by_name() -> None:
    with pytest.raises(ImageError, match="WebP baseline cannot take this image"):
        run("webp:75", np.zeros((1, 2, 16384, 3), np.uint8))


def test_a_stop_takes_effect_between_images(image: Images) -> None:
    codec = open_codec(parse_spec("jpeg"), CodecOptions())

    def check() -> None:
        raise Stopped

    codec.check = check  # type: ignore[attr-defined, unused-ignore]
    with pytest.raises(Stopped):
        codec.encode(image[None], [0])


def test_descriptions_name_a_baseline_and_its_argument() -> None:
    info = describe("jpeg:60")
    assert (info.baseline, info.family, info.parameters, info.sha256) == (True, "JPEG baseline", 0, None)
    assert info.details == {"quality": 60.0}
    assert info.latent_channels is None

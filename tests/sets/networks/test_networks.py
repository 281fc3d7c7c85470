"""The feature networks against other people's code on the same weights, and what is said of a wrong file."""

import pickle
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch.nn import functional as F

from vaelab.errors import ImageError, UsageError
from vaelab.sets import inception_file
from vaelab.sets.extractor import WeightPlaces, load_extractor
from vaelab.sets.networks import inception
from vaelab.sets.table import network


def test_alexnet_is_torchvisions_conv5(photographs: dict[str, np.ndarray]) -> None:
    from safetensors.torch import load_file
    from torchvision.models import alexnet

    from vaelab.metrics.pair.lpips import FEATURES
    from vaelab.resources import assets_folder

    plain = alexnet(weights=None).features
    plain.load_state_dict(
        {
            name.removeprefix("features."): value
            for name, value in load_file(assets_folder().joinpath(*FEATURES)).items()
        }
    )
    images = [
        photographs["astronaut"][:200, :190],
        photographs["coffee"][:200, :190],
        photographs["rocket"][:97],
    ]
    found = load_extractor(network("alexnet"), WeightPlaces(), "cpu").features(images).vectors
    assert found.shape == (3, 256)
    shift, scale = torch.tensor([-0.030, -0.088, -0.188]), torch.tensor([0.458, 0.448, 0.450])
    for image, vector in zip(images, found, strict=True):
        x = (torch.from_numpy(image).float() / 127.5 - 1 - shift) / scale
        with torch.no_grad():
            # Without the last pooling.
            by_hand = plain[:12](x.permute(2, 0, 1)[None]).mean((2, 3))[0]
        np.testing.assert_allclose(vector, by_hand.numpy(), rtol=1e-4, atol=1e-5)


def test_a_picture_too_small_for_alexnet_is_said() -> None:
    with pytest.raises(ImageError, match="30 px is under 31 px"):
        load_extractor(network("alexnet"), WeightPlaces(), "cpu").features([np.zeros((30, 64, 3), np.uint8)])


def random_weights() -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    with torch.device("meta"):
        shapes = inception.InceptionNetwork().layers.state_dict()
    found = {}
    for name, tensor in shapes.items():
        if name.endswith("num_batches_tracked"):
            continue
        values = torch.randn(tensor.shape, generator=generator)
        if tensor.ndim > 1:
            values *= (2 / tensor[0].numel()) ** 0.5
        elif name.endswith("running_mean"):
            values *= 0.1
        else:
            values = values.abs() + 0.5
        found[name] = values
    return found


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("inception") / "weights.pth"
    torch.save(random_weights(), path)
    return path


def test_inception_is_torch_fidelitys_on_the_same_weights(weights: Path) -> None:
    reference = pytest.importorskip("torch_fidelity.feature_extractor_inceptionv3")
    theirs = reference.FeatureExtractorInceptionV3(
        "inception-v3-compat", ["2048", "logits_unbiased"], feature_extractor_weights_path=str(weights)
    ).eval()
    ours = inception.InceptionFeatures(weights, "cpu", "random")
    generator = np.random.default_rng(0)
    for side in (64, 350):
        images = generator.integers(0, 256, (1, side, side + 7, 3), dtype=np.uint8)
        with torch.no_grad():
            pooled, logits = theirs(torch.from_numpy(images).permute(0, 3, 1, 2).contiguous())
        found = ours.features(list(images))
        np.testing.assert_allclose(found.vectors, pooled.numpy(), rtol=1e-3, atol=1e-4)
        np.testing.assert_allclose(found.logits, logits.numpy(), rtol=1e-3, atol=1e-4)


def test_inception_differs_from_torchvisions_where_the_graph_does(weights: Path) -> None:
    """Without torch-fidelity: the same weights in torchvision's own layers give other features, by the pools alone."""
    from torchvision.models import Inception3

    image = np.random.default_rng(1).integers(0, 256, (299, 299, 3), dtype=np.uint8)
    ours = inception.InceptionFeatures(weights, "cpu", "random")
    plain = Inception3(num_classes=1008, aux_logits=False, init_weights=False)
    plain.load_state_dict(torch.load(weights, weights_only=True), strict=False)
    x = (torch.from_numpy(image).permute(2, 0, 1)[None].float() - 128) / 128
    seen: list[torch.Tensor] = []
    plain.eval().avgpool.register_forward_hook(lambda _m, _i, output: seen.append(output.flatten(1)))
    with torch.no_grad():
        plain(x)
    vector = ours.features([image]).vectors[0]
    assert np.abs(vector - seen[0][0].numpy()).max() > 1e-2
    # Where the pools are made alike, nothing else is left to differ.
    with pytest.MonkeyPatch.context() as patch, torch.no_grad():
        patch.setattr(inception, "_mean_without_padding", lambda y: F.avg_pool2d(y, 3, 1, 1))
        patch.setattr(ours._network.layers.Mixed_7c, "_maximum", False)
        np.testing.assert_allclose(
            ours.features([image]).vectors[0], seen[0][0].numpy(), rtol=1e-3, atol=1e-4
        )


def test_tensorflows_resize_is_the_formula() -> None:
    picture = torch.rand(1, 2, 5, 7, generator=torch.Generator().manual_seed(0))
    found = inception.resized_as_tensorflow(picture, 11)
    for row in range(11):
        for column in range(11):
            y, x = row * 5 / 11, column * 7 / 11
            top, left = int(y), int(x)
            below, right = min(top + 1, 4), min(left + 1, 6)
            down, across = y - top, x - left
            by_hand = (
                picture[0, :, top, left] * (1 - down) * (1 - across)
                + picture[0, :, top, right] * (1 - down) * across
                + picture[0, :, below, left] * down * (1 - across)
                + picture[0, :, below, right] * down * across
            )
            torch.testing.assert_close(found[0, :, row, column], by_hand, rtol=1e-5, atol=1e-5)


def refused(path: Path) -> str:
    with pytest.raises(UsageError) as error:
        load_extractor(network("inception"), WeightPlaces(path), "cpu")
    return str(error.value)


def test_another_file_than_the_published_one_is_refused(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "is not the published Inception network" in refused(weights)
    assert "check the path" in refused(tmp_path / "nothing.pth")
    # Past the checksum, the tensors themselves are looked at.
    monkeypatch.setattr(inception, "published_sha256", lambda path: "0" * 64)
    assert load_extractor(network("inception"), WeightPlaces(weights), "cpu").identity.endswith("0")
    page = tmp_path / "page.pth"
    page.write_text("<html>no</html>")
    assert "web page" in refused(page)
    part = tmp_path / "part.safetensors"
    some = random_weights()
    del some["fc.weight"]
    save_file(some, part)
    assert "lacks 1 tensors, the first is 'fc.weight'" in refused(part)
    more = tmp_path / "more.safetensors"
    save_file({**random_weights(), "aux": torch.zeros(1)}, more)
    assert "the first is 'aux'" in refused(more)
    broken = tmp_path / "broken.safetensors"
    save_file({**random_weights(), "fc.bias": torch.full((1008,), float("nan"))}, broken)
    assert "not finite" in refused(broken)


class Bomb:
    """Writes a file where it is unpickled."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.target,)


def test_a_strangers_pickle_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inception, "published_sha256", lambda path: "0" * 64)
    target, path = tmp_path / "ran", tmp_path / "bomb.pth"
    torch.save({"fc.weight": torch.zeros(2), "x": Bomb(target)}, path)
    refused(path)
    path.write_bytes(pickle.dumps(Bomb(target)))
    refused(path)
    assert not target.exists()


def test_where_the_inception_file_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    with pytest.raises(UsageError, match=inception_file.FILE_NAMES[0]):
        inception_file.find_weights(None)
    place = tmp_path / "hub" / "checkpoints" / inception_file.FILE_NAMES[1]
    place.parent.mkdir(parents=True)
    place.touch()
    assert inception_file.find_weights(None) == place

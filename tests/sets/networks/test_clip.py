"""CLIP on a tiny random model made from a config: equal to transformers called by hand; nothing is downloaded."""

from pathlib import Path

import numpy as np
import pytest
import torch
from clip_models import tiny_clip
from PIL import Image

from vaelab.engine.events import RunFinished
from vaelab.engine.runner import run
from vaelab.errors import UsageError
from vaelab.metrics.tasks import clip_folder
from vaelab.sets.extractor import WeightPlaces, load_extractor
from vaelab.sets.kernel import cmmd
from vaelab.sets.table import network
from vaelab.settings import RunSettings


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_clip(tmp_path_factory.mktemp("clip"))


def test_embeddings_are_transformers_own(model_folder: Path, photographs: dict[str, np.ndarray]) -> None:
    transformers = pytest.importorskip("transformers")
    images = [photographs["coffee"][:120, :90], photographs["rocket"][:64, :200]]
    loaded = load_extractor(network("clip"), WeightPlaces(clip=model_folder), "cpu")
    found = loaded.features(images).vectors
    assert loaded.width == found.shape[1] == 24
    model = transformers.CLIPModel.from_pretrained(model_folder).eval()
    prepare = transformers.CLIPImageProcessor.from_pretrained(model_folder)
    with torch.no_grad():
        given = prepare(images=[Image.fromarray(each) for each in images], return_tensors="pt")
        by_hand = model.get_image_features(**given)
    by_hand = by_hand if isinstance(by_hand, torch.Tensor) else by_hand.pooler_output
    by_hand = by_hand / by_hand.norm(dim=1, keepdim=True)
    np.testing.assert_allclose(found, by_hand.numpy(), atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1.0, atol=1e-5)


def test_a_run_has_similarity_distance_and_cmmd(
    model_folder: Path, photographs: dict[str, np.ndarray], tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name, pixels in photographs.items():
        for number in range(3):
            Image.fromarray(pixels[:64, 64 * number : 64 * number + 64]).save(folder / f"{name}{number}.png")
    settings = RunSettings(
        images=(str(folder),), vaes=("identity", "blur:4"), out=str(tmp_path / "run"), size=64, marker="off",
        metrics="pixel", sets="clip", clip=str(model_folder),
    )  # fmt: skip
    *_, end = run(settings)
    assert isinstance(end, RunFinished)
    same, blurred = (end.summary["vaes"][label] for label in ("identity", "blur:4"))
    assert same["clip_similarity"]["value"] == pytest.approx(1.0, abs=1e-6)
    assert -1 <= blurred["clip_similarity"]["value"] < 1 - 1e-6
    assert same["fd_clip"]["value"] < 1e-6
    assert same["cmmd"]["value"] == pytest.approx(0.0, abs=1e-9)
    assert blurred["fd_clip"]["value"] > same["fd_clip"]["value"]
    assert blurred["cmmd"]["value"] > 0
    loaded = load_extractor(network("clip"), WeightPlaces(clip=model_folder), "cpu")
    pictures = [np.asarray(Image.open(path)) for path in sorted(folder.iterdir())]
    first, second = (loaded.features(some).vectors for some in (pictures, [255 - each for each in pictures]))
    assert cmmd(first, second) > 0


def refused(folder: Path | None) -> str:
    with pytest.raises(UsageError) as error:
        load_extractor(network("clip"), WeightPlaces(clip=folder), "cpu")
    return str(error.value)


def test_a_folder_that_is_no_model_is_said(model_folder: Path, tmp_path: Path) -> None:
    assert "none is named" in refused(None)
    assert "holds no config.json" in refused(tmp_path)
    for name in ("config.json", "preprocessor_config.json", "model.safetensors"):
        (tmp_path / name).write_bytes((model_folder / name).read_bytes())
    (tmp_path / "model.safetensors").write_bytes((model_folder / "model.safetensors").read_bytes()[:-50])
    assert "is no CLIP model that can be loaded" in refused(tmp_path)
    from safetensors.torch import load_file, save_file

    some = load_file(model_folder / "model.safetensors")
    del some["visual_projection.weight"]
    save_file(some, tmp_path / "model.safetensors", metadata={"format": "pt"})
    assert "lacks 1 tensors" in refused(tmp_path)


def test_without_transformers_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clip_folder, "find_spec", lambda name: None)
    assert "pip install vaelab[clip]" in refused(None)

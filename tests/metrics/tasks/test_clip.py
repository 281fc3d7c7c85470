"""The CLIP metric: cosines by hand, embeddings as transformers gives them, and which model a run says it measured by."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from clip_models import tiny_clip
from PIL import Image, ImageFilter
from runs.verified_runs import outside, verified

from vaelab.control import Control
from vaelab.engine.runner import run
from vaelab.errors import RunFolderError, UsageError
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.registry import METRICS
from vaelab.metrics.tasks import clip_folder, clip_model
from vaelab.report.run.load import load_run
from vaelab.report.words.differences import protocol_differences
from vaelab.report.words.protocol import facts, protocol_hash
from vaelab.run_folder.store import read_rows
from vaelab.settings import RunSettings

SPEC = next(spec for spec in METRICS if spec.name == "clip")


class MeansAsEmbeddings:
    """Stands for a model: the mean of each channel less 100."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def embeddings(self, images: Sequence[np.ndarray]) -> np.ndarray:
        self.asked.append(len(images))
        found = np.stack([each.mean((0, 1)) - 100 for each in images])
        return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)


def flat(*rgb: int) -> np.ndarray:
    return np.full((40, 50, 3), rgb, np.uint8)


def test_it_is_the_cosine_and_1_for_equal_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    model, loads = MeansAsEmbeddings(), []
    monkeypatch.setattr(clip_model, "load", lambda *given: loads.append(given) or model)
    meter = Meter([SPEC], "cpu", {"clip": Path("folder")})
    meter.load()
    originals = meter.pictures(
        [flat(130, 100, 100), flat(130, 140, 100), flat(130, 100, 100), flat(7, 9, 11)]
    )
    made = meter.pictures([flat(100, 130, 100), flat(130, 100, 100), flat(70, 100, 100), flat(7, 9, 11)])
    found = [values["clip_similarity"] for values in meter.measure(originals, made)]
    assert found == pytest.approx([0.0, 0.6, -1.0, 1.0], abs=1e-6)
    assert found[3] == 1.0
    meter.measure(originals, meter.pictures([flat(100, 100, 130)] * 4))
    assert loads == [(Path("folder"), "cpu")], "once for all pictures of a meter"
    assert model.asked == [1, 3, 3, 4, 4], "an equal pair is seen once"
    before = len(model.asked)
    meter.measure(originals, meter.pictures([flat(100, 130, 131)] * 4))
    assert len(model.asked) == before + 1, "an original is seen once for all that was made of it"


def test_embeddings_are_those_of_transformers_called_by_hand(
    tmp_path: Path, photographs: dict[str, np.ndarray]
) -> None:
    transformers = pytest.importorskip("transformers")
    folder = tiny_clip(tmp_path)
    original = photographs["coffee"][:121, :90]
    picture = Image.fromarray(original)
    others = [np.asarray(picture.filter(ImageFilter.GaussianBlur(radius))) for radius in (1, 4)]
    others += [255 - original, original.copy()]
    meter = Meter([SPEC], "cpu", {"clip": folder})
    found = meter.measure(meter.pictures([original] * 4), meter.pictures(others))
    model = transformers.CLIPModel.from_pretrained(folder).eval()
    prepare = transformers.CLIPImageProcessor.from_pretrained(folder)
    with torch.no_grad():
        given = prepare(images=[Image.fromarray(each) for each in (original, *others)], return_tensors="pt")
        seen = model.visual_projection(model.vision_model(**given).pooler_output).double()
    for values, theirs in zip(found, seen[1:], strict=True):
        assert values["clip_similarity"] == pytest.approx(
            float(torch.nn.functional.cosine_similarity(seen[0], theirs, dim=0)), abs=1e-5
        )
        assert -1 <= values["clip_similarity"] <= 1
    assert found[3]["clip_similarity"] == 1.0
    assert found[0]["clip_similarity"] < 1 - 1e-7


def measured(tmp_path: Path, model: Path, name: str, *, resume: bool = False, **changes: Any) -> Path:
    pictures = tmp_path / "pictures"
    settings = RunSettings(
        images=(str(pictures),), vaes=("identity", "blur:4"), out=str(tmp_path / name),
        **{"size": 64, "marker": "off", "metrics": "pixel,clip", "clip": str(model), "save_images": "all", **changes},
    )  # fmt: skip
    for _ in run(settings, Control(), resume=resume):
        pass
    return tmp_path / name


def test_a_picture_of_three_rows_is_not_taken_for_three_planes(tmp_path: Path) -> None:
    transformers = pytest.importorskip("transformers")
    folder = tiny_clip(tmp_path)
    narrow = np.random.default_rng(0).integers(0, 256, (3, 9, 3), np.uint8)
    found = clip_model.load(folder, "cpu").embeddings([narrow])[0]
    model = transformers.CLIPModel.from_pretrained(folder).eval()
    prepare = transformers.CLIPImageProcessor.from_pretrained(folder)
    with torch.no_grad():
        given = prepare(images=Image.fromarray(narrow), return_tensors="pt")
        seen = model.visual_projection(model.vision_model(**given).pooler_output)[0]
    np.testing.assert_allclose(found, (seen / seen.norm()).numpy(), atol=1e-5)


@pytest.fixture
def pictures(tmp_path: Path, photographs: dict[str, np.ndarray]) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name in ("coffee", "rocket"):
        for left in (0, 64, 128):
            Image.fromarray(photographs[name][:64, left : left + 64]).save(folder / f"{name}{left}.png")
    return folder


def test_a_run_has_it_in_every_row_and_names_its_model(pictures: Path, tmp_path: Path) -> None:
    model = tiny_clip(tmp_path / "model")
    first = measured(tmp_path, model, "first", sets="clip")
    by_vae: dict[str, list[float]] = {"identity": [], "blur:4": []}
    for row in read_rows(first):
        by_vae[row.vae].append(float(row.values["clip_similarity"] or 0))
    assert by_vae["identity"] == [1.0] * 6
    assert all(-1 <= value < 1 for value in by_vae["blur:4"])
    summary = json.loads((first / "summary.json").read_text("utf-8"))
    assert summary["protocol"]["metric_models"] == {"clip": clip_folder.clip_identity(model)}
    # The sets' figure is the mean of the column.
    for label, values in by_vae.items():
        assert summary["vaes"][label]["clip_similarity"]["value"] == pytest.approx(np.mean(values), abs=1e-6)
    found = verified(first)
    assert outside(found) == {}
    assert "clip_similarity" in {each.what for each in found.not_recomputed}


def test_runs_by_other_models_are_not_compared_and_not_continued(pictures: Path, tmp_path: Path) -> None:
    one, other = tiny_clip(tmp_path / "one"), tiny_clip(tmp_path / "other", seed=1)
    same = tmp_path / "elsewhere"
    same.mkdir()
    for path in one.iterdir():
        (same / path.name).write_bytes(path.read_bytes())
    runs = [
        load_run(measured(tmp_path, model, name)) for name, model in (("a", one), ("b", other), ("c", same))
    ]
    assert protocol_hash(runs[0]) == protocol_hash(runs[2])
    assert protocol_hash(runs[0]) != protocol_hash(runs[1])
    assert any("Metric models" in each for each in protocol_differences(runs[:2]))
    assert clip_folder.clip_identity(one) in facts(runs[0])["metric models"]
    for path in other.iterdir():
        (one / path.name).write_bytes(path.read_bytes())
    with pytest.raises(RunFolderError, match="measured with another model for clip"):
        measured(tmp_path, one, "a", resume=True)


def test_what_is_missing_is_refused_before_anything_is_read(
    pictures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    monkeypatch.setattr(clip_folder, "find_spec", lambda name: object())
    with pytest.raises(UsageError, match="needs a folder with a CLIP model, and none is named"):
        measured(tmp_path, Path("none"), "run")
    with pytest.raises(UsageError, match=r"holds no config\.json"):
        measured(tmp_path, tmp_path, "run")
    assert not (tmp_path / "run").exists()


def test_a_model_that_cannot_be_loaded_ends_the_run_in_one_sentence(pictures: Path, tmp_path: Path) -> None:
    model = tiny_clip(tmp_path / "model")
    weights = model / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-50])
    with pytest.raises(UsageError, match="is no CLIP model that can be loaded"):
        measured(tmp_path, model, "run")

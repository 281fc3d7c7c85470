"""Training: it learns, it resumes exactly, it warns, and what it draws is what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import torch
from PIL import Image
from safetensors import safe_open
from safetensors.numpy import load_file

from vaelab.cli.parser import main as command_line
from vaelab.errors import UsageError
from vaelab.resources import assets_folder
from vaelab.train.arithmetic import Arithmetic
from vaelab.train.data import SCALES, Corpus, prepare, training_batch, validation_batch
from vaelab.train.drawings import draw
from vaelab.train.loop import CHECKPOINT, Training, collapse, evaluate, rate, to_tensor, train
from vaelab.train.perceptual import EPSILON, PerceptualLoss, unit_length
from vaelab.train.settings import (
    Begun,
    EpochDone,
    FileSaved,
    Prepared,
    TrainEvent,
    TrainSettings,
    TrainWarning,
)
from vaelab.vae.families.vaelab.linear import LinearVAE, fit_linear
from vaelab.vae.families.vaelab.mini import MiniVAE

ON_CPU = Arithmetic("cpu", "fp32")
FEATURES = assets_folder() / "weights" / "lpips_alexnet" / "features.safetensors"


@pytest.fixture(autouse=True)
def one_thread() -> Any:
    """Small tensors gain nothing from threads, and wait for each other where the machine is busy."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Five pictures of sharp coloured grains, which a linear codec cannot hold."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    for index in range(5):
        random = np.random.default_rng(index)
        small = random.integers(0, 2, size=(80, 96, 1)) * random.integers(60, 256, size=3)
        Image.fromarray(small.astype(np.uint8)).resize((192, 160), Image.Resampling.NEAREST).save(
            folder / f"{index}.png"
        )
    return folder


@pytest.fixture
def settings(pictures: Path, tmp_path: Path) -> TrainSettings:
    return TrainSettings(
        images=(pictures,), out=tmp_path / "out", steps=6, size=64, batch=2, epoch=2, threads=1
    )


def state(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = torch.load(folder / CHECKPOINT, weights_only=True)
    return loaded


def tensors(value: Any) -> list[torch.Tensor]:
    """All tensors in nested dictionaries and lists, in order."""
    if isinstance(value, torch.Tensor):
        return [value]
    inside: Sequence[Any] = (
        list(value.values()) if isinstance(value, dict) else value if isinstance(value, list | tuple) else []
    )
    return [tensor for item in inside for tensor in tensors(item)]


def test_training_lowers_the_loss(settings: TrainSettings) -> None:
    settings = replace(settings, steps=40, batch=3, epoch=40, learning_rate=4e-4)
    corpus = prepare(settings.images, settings.out / "cache", settings.size)
    linear = fit_linear([np.load(scales[0]) for scales in corpus.training])
    training = Training(settings, corpus, linear, ON_CPU)
    # On what it is trained on: five pictures of one colour each do not teach a sixth colour.
    crops = to_tensor(training_batch(corpus, 99, 0, 16, 64))
    before = evaluate(training.averaged, training.perceptual, crops)
    assert before == pytest.approx(evaluate(linear, training.perceptual, crops))
    list(training.run())
    after = evaluate(training.averaged, training.perceptual, crops)
    assert after[1] < 0.8 * before[1]
    assert after[0] > before[0] - 0.5


def test_events_come_in_order_and_weights_load(settings: TrainSettings) -> None:
    events: list[TrainEvent] = list(train(settings))
    assert [type(event) for event in events] == [Prepared, Begun] + [EpochDone, FileSaved] * 3 + [FileSaved]
    prepared = events[0]
    assert isinstance(prepared, Prepared)
    assert (prepared.training, prepared.validation, prepared.held_out) == (4, 1, True)
    rows = [event for event in events if isinstance(event, EpochDone)]
    assert [row.step for row in rows] == [2, 4, 6]
    for row in rows:
        expected = row.reconstruction + settings.lpips_weight * row.lpips + settings.kl_weight * row.kl
        assert row.total == pytest.approx(expected, rel=1e-4)
        assert len(row.row()) == len(EpochDone.HEADER)
    final = events[-1]
    assert isinstance(final, FileSaved)
    assert final.final
    model = MiniVAE.load(final.path)
    averaged = state(settings.out)["average"]["module.decoder.0.weight"]
    torch.testing.assert_close(model.decoder[0].weight.detach(), averaged, atol=1e-3, rtol=1e-3)
    with safe_open(final.path, framework="np") as file:
        metadata = file.metadata()
    assert (metadata["kind"], metadata["steps"], metadata["latent_channels"]) == ("mini", "6", "16")
    assert "4 pictures" in metadata["data"]
    assert not any(str(settings.out.parent) in value for value in metadata.values())


def test_resume_gives_the_weights_of_an_uninterrupted_training(
    settings: TrainSettings, tmp_path: Path
) -> None:
    list(train(settings))
    broken_off = replace(settings, out=tmp_path / "broken")
    for event in train(broken_off):
        if isinstance(event, FileSaved):
            break
    assert state(broken_off.out)["step"] == 2
    list(train(replace(broken_off, resume=True)))
    whole, resumed = state(settings.out), state(broken_off.out)
    assert whole["step"] == resumed["step"] == 6
    pairs = list(zip(tensors(whole), tensors(resumed), strict=True))
    assert len(pairs) > 100
    assert all(torch.equal(ours, theirs) for ours, theirs in pairs)
    files = [load_file(folder / "mini.safetensors") for folder in (settings.out, broken_off.out)]
    assert all((files[0][name] == files[1][name]).all() for name in files[0])


def test_the_command_says_after_which_step_it_goes_on(
    settings: TrainSettings, capsys: pytest.CaptureFixture[str]
) -> None:
    common = [*map(str, settings.images), "--out", str(settings.out), "--size", "64", "--batch", "2"]
    common += ["--device", "cpu", "--precision", "fp32"]
    where = "training on cpu in fp32"

    def said(*options: str) -> list[str]:
        assert command_line(["train", *common, "--epoch", "2", *options]) == 0
        return capsys.readouterr().out.splitlines()

    assert said("--steps", "2")[1:3] == [where, EpochDone.HEADER]
    going_on = ["continuing after step 2 of 3", EpochDone.HEADER]
    assert said("--steps", "3", "--resume")[1:4] == [where, *going_on]
    ended = said("--steps", "3", "--resume")
    assert ended[1] == "the checkpoint is at step 3 already: nothing is left of 3 steps"
    assert EpochDone.HEADER not in ended


def test_resume_refuses_what_is_not_the_same_training(settings: TrainSettings, pictures: Path) -> None:
    with pytest.raises(UsageError, match="no checkpoint"):
        list(train(replace(settings, resume=True)))
    list(train(replace(settings, steps=2)))
    with pytest.raises(UsageError, match="other settings"):
        list(train(replace(settings, resume=True, seed=1)))
    Image.new("RGB", (100, 100), "red").save(pictures / "another.png")
    with pytest.raises(UsageError, match="other pictures"):
        list(train(replace(settings, resume=True)))


def test_start_from_weights(settings: TrainSettings) -> None:
    list(train(replace(settings, steps=2)))
    weights = settings.out / "mini.safetensors"
    first = MiniVAE.load(weights)
    again = replace(settings, start=weights, out=settings.out.parent / "second")
    corpus = prepare(again.images, again.out / "cache", again.size)
    linear = fit_linear([np.zeros((64, 64, 3), np.uint8)])
    training = Training(again, corpus, linear, ON_CPU)
    for name, value in first.state_dict().items():
        torch.testing.assert_close(training.averaged.state_dict()[name], value, atol=0, rtol=0)


def test_linear_is_the_closed_form(settings: TrainSettings) -> None:
    events = list(train(replace(settings, kind="linear")))
    assert [type(event) for event in events] == [Prepared, FileSaved]
    corpus = prepare(settings.images, settings.out / "cache", settings.size)
    expected = fit_linear([np.load(name) for scales in corpus.training for name in scales])
    found = LinearVAE.load(settings.out / "linear.safetensors")
    torch.testing.assert_close(found.encoder_weight, expected.encoder_weight)


def a_row(**changes: float) -> EpochDone:
    row = EpochDone(
        step=1,
        steps=2,
        reconstruction=0.1,
        lpips=0.1,
        kl=2.0,
        total=0.2,
        validation_psnr=30.0,
        validation_lpips=0.1,
        active_channels=16,
        channels=16,
        seconds_per_step=0.1,
        learning_rate=1e-3,
    )
    return replace(row, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (a_row(), None),
        (a_row(kl=0.009), "nats per latent value"),
        (a_row(active_channels=7), "7 of 16"),
        (a_row(active_channels=8), None),
        (a_row(total=float("nan")), "learning rate"),
    ],
)
def test_collapse_is_said_in_words(row: EpochDone, words: str | None) -> None:
    texts = [warning.text for warning in collapse(row) if isinstance(warning, TrainWarning)]
    assert len(texts) == (words is not None)
    assert words is None or words in texts[0]


def test_dead_channels_are_counted(photographs: dict[str, npt.NDArray[np.uint8]]) -> None:
    image = photographs["coffee"][:128, :128]
    linear = fit_linear([image])
    linear.encoder_weight[4:].zero_()
    _, _, active = evaluate(linear, PerceptualLoss(FEATURES), to_tensor(image[None]))
    assert active == 4


@pytest.mark.parametrize("lengths", [(10_000, 500), (1000, 200), (100, 30)])
def test_rate_rises_once_and_falls_to_almost_nothing(lengths: tuple[int, int]) -> None:
    steps, peak = lengths
    rates = [rate(step, steps) for step in range(steps)]
    top = int(np.argmax(rates))
    assert top == peak
    assert rates[top] == pytest.approx(1.0)
    assert np.all(np.diff(rates[:top]) > 0)
    assert np.all(np.diff(rates[top:]) < 0)
    assert rates[0] < 0.05
    assert rates[-1] < 0.005


def test_perceptual_loss_is_lpips() -> None:
    from vaelab.metrics.pair.lpips import LPIPSNetwork

    random = np.random.default_rng(0)
    pair = random.integers(0, 256, size=(2, 72, 88, 3), dtype=np.uint8)
    network = LPIPSNetwork()
    with torch.no_grad():
        expected = network.distance(*(network.features(torch.from_numpy(image)[None]) for image in pair))
    ours = PerceptualLoss(FEATURES)(to_tensor(pair[:1]), to_tensor(pair[1:]))
    assert ours.tolist() == pytest.approx(expected.tolist(), abs=1e-5)


@pytest.mark.parametrize("level", [0.0, 1e-9, 1e-3])
def test_gradient_stays_bounded_where_features_vanish(level: float) -> None:
    features = torch.full((1, 8, 2, 2), level, requires_grad=True)
    (unit_length(features) * torch.linspace(-1, 1, 8).view(1, 8, 1, 1)).sum().backward()
    assert features.grad is not None
    assert features.grad.abs().max().item() <= EPSILON**-0.5


def test_batches_depend_on_seed_and_step_only(settings: TrainSettings) -> None:
    corpus = prepare(settings.images, settings.out / "cache", 64)
    batch = training_batch(corpus, 0, 5, 4, 64)
    assert batch.shape == (4, 64, 64, 3)
    assert batch.dtype == np.uint8
    np.testing.assert_array_equal(batch, training_batch(corpus, 0, 5, 4, 64))
    assert (batch != training_batch(corpus, 0, 6, 4, 64)).any()
    assert (batch != training_batch(corpus, 1, 5, 4, 64)).any()
    np.testing.assert_array_equal(validation_batch(corpus, 0, 64), validation_batch(corpus, 0, 64))


def test_held_out_pictures_are_never_trained_on(tmp_path: Path) -> None:
    for index in range(6):
        Image.new("RGB", (64, 64), (index, index, index)).save(tmp_path / f"{index}.png")
    corpus = prepare([tmp_path], tmp_path / "cache", 64)
    held = {int(np.load(scales[0])[0, 0, 0]) for scales in corpus.validation}
    assert len(held) == 1
    seen = {
        int(crop[0, 0, 0])
        for step in range(60)
        for crop in training_batch(corpus, 0, step, 4, 64)
        if len(np.unique(crop)) == 1 and crop.max() < 6
    }
    assert seen >= {0, 1, 2, 3, 4, 5} - held
    assert not seen & (held - {0})  # a drawing may be black


def test_pictures_are_cached_at_scales_and_left_out_with_a_reason(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name, size in {
        "large": (900, 700),
        "middle": (330, 500),
        "own": (130, 200),
        "tiny": (127, 500),
    }.items():
        Image.effect_noise(size, 50).convert("RGB").save(folder / f"{name}.png")
    (folder / "copy.png").write_bytes((folder / "own.png").read_bytes())
    (folder / "broken.png").write_bytes(b"nothing of the kind")
    corpus = prepare([folder], tmp_path / "cache", 128)
    shorts = sorted(sorted(min(np.load(name).shape[:2]) for name in scales) for scales in corpus.training)
    assert shorts == [[130], [320], list(SCALES)]
    assert not corpus.held_out
    reasons = "\n".join(corpus.skipped)
    assert len(corpus.skipped) == 3
    for words in ("broken.png", "tiny.png: smaller", "the same picture"):
        assert words in reasons
    # The second time nothing is decoded again, and the same comes out.
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").iterdir()}
    assert prepare([folder], tmp_path / "cache", 128) == corpus
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").iterdir()} == before


def test_an_interrupted_cache_is_made_again(pictures: Path, tmp_path: Path) -> None:
    corpus = prepare([pictures], tmp_path / "cache", 64)
    for index in (tmp_path / "cache").glob("*.txt"):
        index.unlink()
    for array in (tmp_path / "cache").glob("*.npy"):
        array.write_bytes(b"cut off")
    again = prepare([pictures], tmp_path / "cache", 64)
    assert isinstance(again, Corpus)
    assert again == corpus
    assert np.load(again.training[0][0]).shape == (160, 192, 3)


def test_drawings_are_varied_and_reproducible() -> None:
    drawings = [draw(np.random.default_rng(seed), 96) for seed in range(60)]
    assert all(drawing.shape == (96, 96, 3) and drawing.dtype == np.uint8 for drawing in drawings)
    np.testing.assert_array_equal(drawings[7], draw(np.random.default_rng(7), 96))
    assert len({drawing.tobytes() for drawing in drawings}) == 60
    assert sum(len(np.unique(drawing.reshape(-1, 3), axis=0)) < 4 for drawing in drawings) >= 3  # flat ones
    assert sum(np.abs(np.diff(drawing.astype(int), axis=1)).mean() > 15 for drawing in drawings) >= 5  # busy


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"size": 100}, "multiple of 8"),
        ({"size": 32}, "from 64 up"),
        ({"steps": 0, "batch": 0}, "steps must be at least 1, not 0; batch must be"),
        ({"start": Path("nowhere.safetensors")}, "nowhere.safetensors does not exist"),
        ({"images": (Path("nowhere"),)}, "nowhere does not exist"),
        ({"device": "gpu"}, "the device is auto, cpu, cuda, cuda:N or mps, not gpu"),
        ({"precision": "fp16"}, "the precision is auto, fp32 or bf16, not fp16"),
    ],
)
def test_unusable_settings(settings: TrainSettings, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match="Training cannot start") as caught:
        next(iter(train(replace(settings, **changes))))
    assert words in str(caught.value)
    assert not settings.out.exists()


def test_command(pictures: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    common = [str(pictures), "--out", str(out), "--size", "64", "--batch", "2", "--threads", "1"]
    assert command_line(["train", *common, "--steps", "2", "--epoch", "1"]) == 0
    printed = capsys.readouterr().out
    assert "4 pictures for training, 1 held out" in printed
    assert printed.count("16/16") == 2
    assert (out / "mini.safetensors").is_file()
    assert command_line(["train", *common, "--kind", "linear"]) == 0
    assert (out / "linear.safetensors").is_file()
    assert command_line(["train", *common, "--size", "30"]) == 2
    assert "multiple of 8" in capsys.readouterr().err
    empty = tmp_path / "empty"
    empty.mkdir()
    assert command_line(["train", str(empty), "--out", str(out)]) == 2

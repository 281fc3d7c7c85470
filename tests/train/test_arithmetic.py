"""Where a training computes and in which precision: chosen by what is there, and changed without a new start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from torch._subclasses.fake_tensor import FakeTensorMode

from vaelab.errors import UsageError
from vaelab.train.arithmetic import Arithmetic, bf16_pays, resolve_arithmetic
from vaelab.train.data import prepare
from vaelab.train.loop import CHECKPOINT, Training, optimizer_of, train
from vaelab.train.settings import Begun, FileSaved, TrainSettings
from vaelab.vae.families.vaelab.linear import fit_linear


@pytest.fixture
def settings(tmp_path: Path) -> TrainSettings:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for index in range(5):
        grains = np.random.default_rng(index).integers(0, 256, (96, 96, 3), dtype=np.uint8)
        Image.fromarray(grains).save(folder / f"{index}.png")
    return TrainSettings(
        images=(folder,), out=tmp_path / "out", steps=2, size=64, batch=2, epoch=1, threads=1, device="cpu"
    )


def gpu(monkeypatch: pytest.MonkeyPatch, capability: tuple[int, int], *, bf16: bool = True) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda device=None: capability)
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda: bf16)


@pytest.mark.parametrize(
    ("capability", "bf16", "expected"),
    [((8, 0), True, "bf16"), ((9, 0), True, "bf16"), ((7, 5), True, "fp32"), ((9, 0), False, "fp32")],
)
def test_a_gpu_with_bfloat16_units_gets_bf16(
    capability: tuple[int, int], bf16: bool, expected: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PyTorch says that a GPU before Ampere supports bfloat16, which it emulates: its capability decides."""
    gpu(monkeypatch, capability, bf16=bf16)
    found = resolve_arithmetic("auto", "auto")
    assert found == Arithmetic("cuda:0", expected)
    assert found.kind == "cuda"


@pytest.mark.parametrize("units", [True, False])
def test_a_cpu_gets_bf16_where_it_multiplies_it(units: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: units, raising=False)
    assert resolve_arithmetic("cpu", "auto") == Arithmetic("cpu", "bf16" if units else "fp32")
    assert resolve_arithmetic("cpu", "bf16").precision == "bf16"
    assert resolve_arithmetic("cpu", "fp32").precision == "fp32"
    assert not bf16_pays("mps")


def test_a_pytorch_that_does_not_tell_computes_in_fp32(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(torch.cpu, "_is_avx512_bf16_supported", raising=False)
    assert not bf16_pays("cpu")


def test_a_device_that_is_not_there_is_said_before_a_picture_is_read(
    settings: TrainSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(UsageError, match="PyTorch sees no CUDA device"):
        next(iter(train(replace(settings, device="cuda"))))
    assert not settings.out.exists()


def test_the_precision_that_is_chosen_is_the_one_that_is_computed_in(settings: TrainSettings) -> None:
    """From one start, the first step's losses in bf16 are those of fp32, rounded otherwise."""
    corpus = prepare(settings.images, settings.out / "cache", 64)
    linear = fit_linear([np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)])
    steps = [Training(settings, corpus, linear, Arithmetic("cpu", one)) for one in ("fp32", "bf16")]
    seen = []
    for training in steps:
        training.model.encoder[1].register_forward_hook(lambda module, args, out: seen.append(out.dtype))
    whole, half = (training.advance() for training in steps)
    assert seen == [torch.float32, torch.bfloat16]
    torch.testing.assert_close(half, whole, rtol=0.02, atol=0.002)
    assert not torch.equal(half, whole)


def test_a_training_goes_on_in_another_precision(settings: TrainSettings) -> None:
    """A checkpoint goes to a machine with another device, whose ``auto`` is another precision."""
    list(train(replace(settings, precision="fp32")))
    events = list(train(replace(settings, precision="bf16", steps=3, resume=True)))
    assert Begun(2, 3, Arithmetic("cpu", "bf16")) in events
    assert FileSaved(settings.out / "mini.safetensors", final=True) in events
    saved = torch.load(settings.out / CHECKPOINT, weights_only=True)
    assert saved["step"] == saved["average"]["n_averaged"] == 3
    assert {weight.dtype for weight in saved["model"].values()} == {torch.float32}


def test_a_step_leaves_nothing_behind_on_the_cpu(
    settings: TrainSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On tensors that claim to be a GPU's: an operation that mixes devices, or reads a value, fails.

    All but the gradients, for which autograd wants a real GPU, and AveragedModel's own counter, which stays on the CPU.
    """
    corpus = prepare(settings.images, settings.out / "cache", 64)
    linear = fit_linear([np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)])
    training = Training(settings, corpus, linear, Arithmetic("cpu", "fp32"))
    training.advance()

    def backward(total: torch.Tensor) -> None:
        for weight in training.model.parameters():
            weight.grad = torch.zeros_like(weight)

    def update(model: torch.nn.Module) -> None:
        means, values = ([w.detach() for w in one.parameters()] for one in (training.averaged, model))
        training.average.multi_avg_fn(means, values, 1)

    monkeypatch.setattr(torch.Tensor, "backward", backward)
    monkeypatch.setattr(training.average, "update_parameters", update)
    with FakeTensorMode(allow_non_fake_inputs=True):
        for module in (training.model, training.average.module, training.perceptual):
            module.to("cuda")
        training.arithmetic = Arithmetic("cuda:0", "fp32")
        training.optimizer = optimizer_of(training.model, 1e-3)
        losses = training.advance()
    assert losses.device == torch.device("cuda:0")
    assert {weight.device.type for weight in training.averaged.parameters()} == {"cuda"}

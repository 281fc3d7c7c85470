"""TF32: only where the device has it, only in the network that asked for it, never in the metrics beside it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from vae_files import random_kl

from vaelab import arithmetic
from vaelab import device as devices
from vaelab.arithmetic import float32_products
from vaelab.engine.vaes.precision_ladder import Ladder, wider
from vaelab.errors import PrecisionError
from vaelab.metrics.pair.lpips import LPIPSNetwork
from vaelab.precisions import EXACT, PRECISIONS
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import open_codec
from vaelab.vae.spec.grammar import parse_spec

IMAGES = np.random.default_rng(0).integers(0, 256, (1, 32, 32, 3), dtype=np.uint8)


def rounds() -> tuple[bool, bool]:
    """Whether convolutions and matrix products would be rounded now."""
    return bool(torch.backends.cudnn.allow_tf32), bool(torch.backends.cuda.matmul.allow_tf32)


@pytest.fixture
def kl(tmp_path: Path) -> Path:
    save_file(random_kl().state_dict(), tmp_path / "kl.safetensors")
    return tmp_path / "kl.safetensors"


@pytest.fixture
def as_if_there_was_cuda(monkeypatch: pytest.MonkeyPatch) -> None:
    """The flags of CUDA exist without a device."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr("vaelab.vae.runtime.codec.has_rounded_products", lambda device: True)


def test_a_device_without_it_refuses_in_one_sentence(kl: Path) -> None:
    with pytest.raises(PrecisionError, match=r"cannot run in tf32 on cpu.*use fp32") as caught:
        open_codec(parse_spec(f"{kl}@tf32"), CodecOptions())
    assert caught.value.remedies == (EXACT,)
    assert not devices.runs("cpu", "tf32")


@pytest.mark.parametrize(("capability", "has"), [((7, 5), False), ((8, 0), True), ((9, 0), True)])
def test_compute_capability_decides(
    capability: tuple[int, int], has: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda device: capability)
    assert arithmetic.has_rounded_products("cuda:0") is has
    assert arithmetic.has_rounded_products("mps") is False


@pytest.mark.usefixtures("as_if_there_was_cuda")
def test_only_the_network_that_asked_is_rounded(kl: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Encoder and decoder of one VAE see the flags, those of another and LPIPS do not, and afterwards they are off."""
    seen: dict[str, set[tuple[bool, bool]]] = {}
    for name in ("tf32", "fp32"):
        codec: Any = open_codec(parse_spec(f"{kl}@{name}"), CodecOptions())
        own = seen.setdefault(name, set())
        codec._network.module.register_forward_pre_hook(lambda *_, own=own: own.add(rounds()))
        for module in codec._network.module.modules():
            module.register_forward_pre_hook(lambda *_, own=own: own.add(rounds()))
        codec.decode(codec.encode(IMAGES, [0]))
        codec.close()
    network = LPIPSNetwork()
    lpips = seen.setdefault("lpips", set())
    network._model.net.register_forward_pre_hook(lambda *_: lpips.add(rounds()))
    network.features(torch.from_numpy(IMAGES))
    assert seen == {"tf32": {(True, True)}, "fp32": {(False, False)}, "lpips": {(False, False)}}
    assert rounds() == (False, False)


@pytest.mark.usefixtures("as_if_there_was_cuda")
def test_two_threads_do_not_see_each_others_flags() -> None:
    """The one waits while the other sends."""
    inside, seen = threading.Event(), []

    def send_exactly() -> None:
        inside.wait()
        with float32_products(rounded=False):
            seen.append(rounds())

    other = threading.Thread(target=send_exactly)
    other.start()
    with float32_products(rounded=True):
        inside.set()
        other.join(0.05)
        assert other.is_alive()
        assert rounds() == (True, True)
    other.join()
    assert seen == [(False, False)]
    assert rounds() == (False, False)


def test_the_ladder_never_comes_to_it() -> None:
    """Its range is that of fp32, so it cures no overflow; and ``auto`` is exact."""
    assert Ladder.of("tf32") is None
    assert wider("tf32") == ()
    for name in PRECISIONS:
        assert "tf32" not in wider(name)


@pytest.mark.skipif(
    not (torch.cuda.is_available() and arithmetic.has_rounded_products("cuda:0")),
    reason="there is no CUDA device with TF32",
)
def test_on_a_gpu_it_differs_by_little_and_leaves_the_others_alone(kl: Path) -> None:
    made = {}
    for name in ("fp32", "tf32", "fp32 again"):
        codec = open_codec(parse_spec(f"{kl}@{name[:4]}"), CodecOptions(device="cuda:0"))
        made[name] = codec.decode(codec.encode(IMAGES, [0])).images.astype(int)
        codec.close()
    assert (made["fp32"] == made["fp32 again"]).all()
    assert 0 < abs(made["tf32"] - made["fp32"]).max() <= 8

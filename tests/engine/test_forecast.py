"""What a run will take, by the rules that the forecast promises; ``benchmarks/forecast.py`` holds it against real runs."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from fakes import FakeCodec, darker, install
from PIL import Image

from vaelab import memory
from vaelab.cli.parser import main
from vaelab.engine.forecast import forecast as module
from vaelab.engine.forecast.forecast import (
    ForecastVAE,
    activations_mb,
    forecast,
    likely_device,
    speed_key,
    speeds_of,
)
from vaelab.engine.forecast.from_settings import foresee, will_not_fit
from vaelab.engine.runner import run
from vaelab.memory import MemoryState, memory_state
from vaelab.results.records import Row
from vaelab.run_folder.store import read_rows, read_summary
from vaelab.settings import RunSettings
from vaelab.vae.base import VAEInfo

CPU = MemoryState(ram_used_mb=4000, ram_total_mb=16000, process_mb=1000)
GPU = MemoryState(4000, 64000, 1000, vram_used_mb=1000, vram_total_mb=13000, device_name="a GPU")


def vae(label: str = "a", precision: str = "auto", **facts: Any) -> ForecastVAE:
    plain: dict[str, Any] = {
        "source": label,
        "family": "AutoencoderKL (SD1/SDXL-type)",
        "factor": 8,
        "parameters": 83_653_863,
        "details": {"block_out_channels": [128, 256, 512, 512]},
    }
    return ForecastVAE(label, VAEInfo(**{**plain, **facts}), precision)


def test_comfyuis_estimate_of_a_decode() -> None:
    """1024² in fp32 takes about 9.1 GB on a GPU, in fp16 half of it; in tiles of 512 px a quarter and a little."""
    full = activations_mb(vae(), (1024, 1024), "cuda", 1, "off")
    assert full == pytest.approx(2178 * 1024**2 * 4 / 1e6)
    assert activations_mb(vae(precision="fp16"), (1024, 1024), "cuda", 1, "off") == pytest.approx(full / 2)
    assert activations_mb(vae(), (1024, 1024), "cuda", 3, "off") == pytest.approx(3 * full)
    tiled = activations_mb(vae(), (1024, 1024), "cuda", 1, "auto")
    assert full / 4 < tiled < full / 3
    assert activations_mb(vae(), (1024, 1024), "cuda", 1, 256) < tiled
    # A narrow network takes less, in proportion; one that cannot be tiled takes what it takes.
    narrow = vae(details={"block_out_channels": [32, 64]})
    assert activations_mb(narrow, (1024, 1024), "cuda", 1, "off") == pytest.approx(full / 4)
    vq = vae(family="VQModel (VQGAN-type)")
    assert activations_mb(vq, (512, 512), "cpu", 1, "auto") == activations_mb(vq, (512, 512), "cpu", 1, "off")


def test_jobs_weights_of_all_and_the_largest() -> None:
    small, large = (
        vae("small", details={"block_out_channels": [32]}),
        vae("wan", family="AutoencoderKLWan (x)"),
    )
    one = forecast([large], [(256, 256)], device="cpu", memory=CPU)
    two = forecast([small, large], [(256, 256), (64, 64)], device="cpu", memory=CPU)
    assert (two.jobs, two.largest, one.jobs) == (4, "wan", 1)
    assert two.memory_mb - one.memory_mb == pytest.approx(83.653863 * 4)
    assert two.available_mb == 13000
    assert two.fits is True
    assert not two.tiling_helps


def test_what_does_not_fit_and_what_tiles_would_do() -> None:
    def of(tiling: Any, memory: MemoryState = CPU, **changes: Any) -> module.Forecast:
        return forecast(
            [vae(**changes)], [(2048, 2048)], device="auto", tiling=tiling, batch_size=1, memory=memory
        )

    off, auto, side = of("off"), of("auto"), of(512)
    assert (off.fits, off.tiling_helps) == (False, True)
    assert (auto.fits, auto.tiling_helps) == (True, True)
    assert (side.fits, side.tiling_helps) == (True, False)
    assert (
        of("off", family="VQModel (x)").fits,
        of("off", family="VQModel (x)").tiling_helps,
    ) == (False, False)
    assert of("off", GPU).available_mb == 12000
    assert of("off", GPU).fits is False
    unknown = forecast([vae()], [(2048, 2048)], device="cuda:1", memory=CPU)
    assert (unknown.fits, unknown.available_mb, unknown.tiling_helps) == (None, None, False)


def test_a_batch_that_is_chosen_for_the_user_shrinks_and_a_named_one_does_not() -> None:
    sizes = [(1024, 1024)] * 8
    chosen = forecast([vae()], sizes, device="cuda", memory=GPU)
    named = forecast([vae()], sizes, device="cuda", batch_size=4, memory=GPU)
    assert (chosen.fits, named.fits) == (True, False)
    assert chosen.memory_mb < named.memory_mb / 2


def test_time_comes_from_earlier_runs_and_else_is_rough() -> None:
    sizes = [(1000, 1000)] * 10
    rough = forecast([vae()], sizes, device="cpu", memory=CPU)
    assert rough.rough
    speeds = {
        speed_key(vae().info.family, "fp32", "cpu"): 5000.0,
        speed_key(module.METRICS, "", "cpu"): 700.0,
    }
    known = forecast([vae()], sizes, device="cpu", memory=CPU, speeds=speeds)
    assert not known.rough
    assert known.seconds == pytest.approx(50, abs=8)
    # Measuring goes on beside the codec: whichever is slower counts.
    slow = forecast(
        [vae()],
        sizes,
        device="cpu",
        memory=CPU,
        speeds={**speeds, speed_key(module.METRICS, "", "cpu"): 9000.0},
    )
    assert slow.seconds is not None
    assert known.seconds is not None
    assert slow.seconds - known.seconds == pytest.approx(40)
    assert forecast([vae(precision="bf16")], sizes, device="cpu", memory=CPU, speeds=speeds).rough
    assert forecast([vae()], sizes, device="cuda", memory=GPU, speeds=speeds).rough
    nothing = forecast([], sizes, device="cpu", memory=CPU)
    assert (nothing.seconds, nothing.jobs, nothing.memory_mb, nothing.largest) == (None, 0, 0.0, "")  # fmt: skip


def test_speeds_are_medians_without_the_row_that_warms_up() -> None:
    def row(number: int, milliseconds: float, status: Any = "ok") -> Row:
        times = {"encode_ms": milliseconds / 4, "decode_ms": milliseconds * 3 / 4}
        return Row(f"{number}", "a", 500, 1000, status, values=times)

    summary = {
        "environment": {"device": "cpu"},
        "vaes": {
            "a": {"family": "F", "precision": "fp32"},
            "b": {"family": "G", "precision": "fp32"},
            "c": {},
        },
        "timing": {"measure_ms_per_megapixel": 321.5},
    }
    rows = [row(0, 900), row(1, 100), row(2, 110), row(3, 120), row(4, 9000, "failed")]
    assert speeds_of(summary, rows) == {"F|fp32|cpu": pytest.approx(220), "metrics||cpu": 321.5}
    assert speeds_of(summary, rows[:1])["F|fp32|cpu"] == pytest.approx(1800)
    assert speeds_of({"vaes": {}}, rows) == {}
    json.dumps(speeds_of(summary, rows))


def test_a_finished_run_gives_its_speeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, a=FakeCodec(darker))
    Image.fromarray(np.arange(48 * 48 * 3, dtype=np.uint8).reshape(48, 48, 3)).save(tmp_path / "x.png")
    settings = RunSettings(
        (str(tmp_path / "x.png"),), ("a=identity",), str(tmp_path / "run"), metrics="psnr", device="cpu"
    )
    list(run(settings))
    speeds = speeds_of(read_summary(tmp_path / "run"), read_rows(tmp_path / "run"))
    assert set(speeds) == {"fake|fp32|cpu", "metrics||cpu"}
    assert all(0 < speed < 1e6 for speed in speeds.values())


def test_likely_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    assert likely_device("auto", GPU) == "cuda:0"
    assert likely_device("auto", CPU) == "cpu"
    assert likely_device("cuda", CPU) == "cuda:0"
    assert likely_device("mps", GPU) == "mps"
    monkeypatch.setattr(module.sys, "platform", "darwin")
    monkeypatch.setattr(module.platform, "machine", lambda: "arm64")
    assert likely_device("auto", CPU) == "mps"


def test_memory_of_this_machine() -> None:
    state = memory_state("cpu")
    assert 0 < state.process_mb < state.ram_total_mb
    assert 0 < state.ram_used_mb < state.ram_total_mb
    assert state.ram_free_mb == state.ram_total_mb - state.ram_used_mb
    assert (state.vram_used_mb, state.vram_total_mb, state.device_name, state.vram_free_mb) == (None,) * 4
    # Large against what other tests' leftovers may give back in between.
    block = np.ones(300_000_000, np.uint8)
    assert memory_state("cpu").process_mb - state.process_mb == pytest.approx(300, abs=60)
    del block


def nvml(**changes: Any) -> SimpleNamespace:
    """As much of NVIDIA's library as is asked, with two GPUs."""

    class NVMLError(Exception):
        pass

    plain = {
        "NVMLError": NVMLError,
        "nvmlDeviceGetCount": lambda: 2,
        "nvmlDeviceGetHandleByIndex": lambda index: index,
        "nvmlDeviceGetHandleByUUID": lambda uuid: uuid,
        "nvmlDeviceGetMemoryInfo": lambda handle: SimpleNamespace(used=(handle == 1) * 5e9 + 1e9, total=24e9),
        "nvmlDeviceGetName": lambda handle: b"old" if handle == 0 else f"GPU {handle}",
    }
    return SimpleNamespace(**{**plain, **changes})  # fmt: skip


def test_memory_of_a_gpu_is_that_of_the_one_that_cuda_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    monkeypatch.setattr(memory, "_nvml", nvml)
    first, second = memory_state(), memory_state("cuda:1")
    assert (first.vram_used_mb, first.vram_total_mb, first.device_name) == (1000, 24000, "old")
    assert (second.vram_used_mb, second.vram_free_mb, second.device_name) == (6000, 18000, "GPU 1")
    assert memory_state("cuda:2").vram_total_mb is None
    assert memory_state("cpu").vram_total_mb is None
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    assert memory_state("cuda").device_name == "GPU 1"
    assert memory_state("cuda:1").device_name is None
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "GPU-7f")
    assert memory_state().device_name == "GPU GPU-7f"
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert memory_state().device_name is None


def test_a_gpu_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    library = nvml()

    def lost(handle: int) -> Any:
        raise library.NVMLError("GPU is lost")

    library.nvmlDeviceGetMemoryInfo = lost
    monkeypatch.setattr(memory, "_nvml", lambda: library)
    assert memory_state().vram_used_mb is None


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    Image.fromarray(np.zeros((900, 1200, 3), np.uint8)).save(tmp_path / "x.png")
    return tmp_path / "x.png"


def test_the_command_line_warns_and_runs_all_the_same(
    picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "vaelab.engine.forecast.from_settings.memory_state", lambda device: MemoryState(15_000, 16_000, 50)
    )
    out = tmp_path / "run"
    chosen = [
        "run",
        str(picture),
        "--vae",
        "jpeg:75",
        "--out",
        str(out),
        "--metrics",
        "psnr",
        "--device",
        "cpu",
    ]
    assert main([*chosen, "--size", "3000", "--upscale"]) == 0
    said = capsys.readouterr().err
    assert said.count("This run may not fit") == 1
    assert "GB are free; a smaller size" in " ".join(said.split())
    monkeypatch.setattr(
        "vaelab.engine.forecast.from_settings.memory_state", lambda device: MemoryState(1_000, 16_000, 50)
    )
    assert (
        main(
            [*chosen[:-4], "--metrics", "psnr", "--device", "cpu", "--resume", "--size", "3000", "--upscale"]
        )
        == 0
    )
    assert "may not fit" not in capsys.readouterr().err  # fmt: skip


def test_the_forecast_reads_sizes_and_leaves_out_what_it_cannot_describe(
    picture: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.safetensors").touch()
    vaes = ("linear", f"x={tmp_path / 'empty.safetensors'}")
    native = foresee(RunSettings((str(picture),), vaes, str(tmp_path / "run"), fit="native", device="cpu"))
    large = foresee(
        RunSettings((str(picture),), vaes, str(tmp_path / "run"), size=2000, upscale=True, device="cpu")
    )
    assert native.jobs == 1
    assert native.largest == "linear"
    per_pixel = (large.memory_mb - native.memory_mb) / (2000**2 - 900 * 1200)
    assert per_pixel * 1e6 == pytest.approx(450 + 4 * 100 + 6), "6: the marked image and what came back of it"
    nowhere = RunSettings((str(tmp_path / "no"),), vaes, str(tmp_path / "run"), device="cpu")
    assert will_not_fit(nowhere) is None, "the run itself says it"


def test_the_markers_own_pass_doubles_the_vaes_time_and_holds_one_batch_more() -> None:
    sizes, family = [(1000, 1000)] * 10, vae().info.family
    speeds = {speed_key(family, "fp32", "cpu"): 5000.0, speed_key(module.METRICS, "", "cpu"): 700.0}
    found = {
        mode: forecast([vae()], sizes, device="cpu", memory=CPU, speeds=speeds, marker=mode, batch_size=1)
        for mode in ("off", "embedded", "separate")
    }
    assert found["embedded"] == found["off"]
    assert found["separate"].seconds - found["off"].seconds == pytest.approx(50)
    assert found["separate"].memory_mb - found["off"].memory_mb == pytest.approx(6)

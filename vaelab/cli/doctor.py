"""Is this installation fit to produce numbers? Versions, devices, precisions, weights, and a self-test of the whole line."""

from __future__ import annotations

import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from vaelab import device as devices
from vaelab.engine.demo import demo_settings
from vaelab.errors import ExitCode, VAELabError
from vaelab.metrics.registry import select
from vaelab.precisions import PRECISIONS
from vaelab.pytorch_build import installed_build, makers_present, unused_gpu
from vaelab.resources import assets_folder


def examine() -> dict[str, Any]:
    """Examine everything.

    Returns:
        ``environment``, ``devices`` (each with its precisions), ``unused_gpu`` (a GPU that PyTorch cannot use: what to do about
        it, and the commands), ``weights``, ``self_test``, and ``healthy``: whether the self-test passed and nothing is missing.
    """
    weights = _weights()
    self_test = _self_test()
    return {
        "environment": devices.environment(),
        "devices": [_device(name) for name in devices.available_devices()],
        "unused_gpu": _unused_gpu(),
        "weights": weights,
        "hub_cache": str(_hub_cache()),
        "self_test": self_test,
        "healthy": self_test["passed"] and all(item["present"] for item in weights),
    }


def _unused_gpu() -> dict[str, Any] | None:
    """A GPU that PyTorch was not built for, or that it was built for and does not see; None where all is well."""
    other = unused_gpu()
    if other is not None:
        advice = (
            f"this PyTorch is the {other.installed} build and cannot use it; install the {other.build} build"
        )
        return {**asdict(other), "advice": advice}
    build = installed_build()
    seen = any(name.startswith("cuda") for name in devices.available_devices())
    blind = [maker for maker in makers_present() if maker.build == build and not seen]
    if not blind:
        return None
    return {
        "maker": blind[0].name,
        "build": build,
        "installed": build,
        "commands": (),
        "advice": f"this PyTorch is the {build} build and sees no GPU; update the driver, and look whether an environment "
        "variable such as CUDA_VISIBLE_DEVICES hides the GPU",
    }


def _device(name: str) -> dict[str, Any]:
    return {
        "device": name,
        "name": devices.device_name(name),
        "precisions": {precision: devices.runs(name, precision) for precision in PRECISIONS},
    }


def _weights() -> list[dict[str, Any]]:
    folder = assets_folder() / "weights"
    names = ("lpips_alexnet/features.safetensors", "linear.safetensors", "mini.safetensors")
    return [
        {
            "name": name,
            "present": (folder / name).is_file(),
            "bytes": _size(folder / name),
            "path": str(folder / name),
        }
        for name in names
    ]


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _hub_cache() -> Path:
    from huggingface_hub.constants import HF_HUB_CACHE

    return Path(HF_HUB_CACHE)


def _self_test() -> dict[str, Any]:
    """Run identity over two of the demo's photographs and see that every number is perfect."""
    from vaelab.engine.events import RunFinished
    from vaelab.engine.runner import run

    with tempfile.TemporaryDirectory(prefix="vaelab-doctor-") as folder:
        settings = replace(demo_settings(Path(folder) / "run", vaes=("identity",), limit=2), charts=False)
        try:
            end = [event for event in run(settings) if isinstance(event, RunFinished)][-1]
        except VAELabError as error:
            return {"passed": False, "problems": [str(error)]}
    facts = end.summary["vaes"]["identity"]
    problems = [] if end.exit_code == ExitCode.OK else [end.message]
    problems += [] if facts["J"] == 0 else [f"J of identity is {facts['J']}, not 0"]
    means = {name: found["mean"] for name, found in facts["metrics"].items()}
    problems += [
        f"{column.name} of identity is {means.get(column.name)}, not {column.ideal:g}"
        for spec in select("default")
        for column in spec.columns
        if column.ideal is not None and means.get(column.name) != column.ideal
    ]
    return {"passed": not problems, "problems": problems}

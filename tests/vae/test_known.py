"""The list of known VAEs, and which of the models that are built alike a file is."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest
from runs.report_runs import WEIGHTS, random_rows
from vae_files import random_kl

from vaelab.results.summary import with_results
from vaelab.vae.base import LatentFacts
from vaelab.vae.catalog import describe
from vaelab.vae.hub.ids import HUB_ID, read_hub_id
from vaelab.vae.identity import known, labels
from vaelab.vae.identity.known import FILES, VAES, KnownFile, find_known, search_known


def test_every_known_vae_can_be_asked_for() -> None:
    assert len(VAES) >= 40
    assert len({vae.name for vae in VAES}) == len({vae.hub_id for vae in VAES}) == len(VAES)
    for vae in VAES:
        assert HUB_ID.fullmatch(vae.hub_id), vae
        assert read_hub_id(vae.hub_id) == vae.hub_name
        assert str(vae.hub_name) == vae.hub_id
        assert vae.factor in (4, 8, 16, 32, 64, 128)
        assert vae.latent_channels > 0
        assert vae.licence
        assert vae.size is None or 1e6 < vae.size < 4e9, vae
        for name in (vae.name, vae.hub_id, *vae.aliases):
            assert find_known(name) is vae, name


def test_every_known_checksum_is_one_and_names_a_kind_of_the_list() -> None:
    kinds = {vae.kind for vae in VAES}
    for sha256, file in FILES.items():
        assert re.fullmatch("[0-9a-f]{64}", sha256)
        assert file.kind in kinds, file


def test_search() -> None:
    assert search_known("") == VAES
    found = search_known("SDXL mit")
    assert found
    assert all(vae.kind == "SDXL" and vae.licence == "MIT" for vae in found)
    assert {vae.latent_channels for vae in search_known("32ch f32")} == {32}
    assert search_known("pony")[0].name == "SDXL fp16-fix, original file"
    assert not search_known("sdxl apache-2.0")
    assert find_known("no such") is None


@pytest.fixture(scope="module")
def four_channels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kl")
    random_kl((32, 32, 32, 32)).save_pretrained(folder)
    (folder / "config.json").unlink()
    return folder / "diffusion_pytorch_model.safetensors"


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("vae-ft-mse-840000-ema-pruned.safetensors", "SD1-type", "file name"),
        ("v1-5-pruned-emaonly.safetensors", "SD1-type", "file name"),
        ("kl-f8-anime2.ckpt", "SD1-type", "file name"),
        ("sdxl_vae.safetensors", "SDXL-type", "file name"),
        ("juggernautXL_v9.safetensors", "SDXL-type", "file name"),
        ("xlVAEC_c1.safetensors", "SDXL-type", "file name"),
        ("my.safetensors", "SD1/SDXL-type", "shapes, which are those of several"),
        # The name fits both: it decides nothing.
        ("sd15-and-sdxl.safetensors", "SD1/SDXL-type", "shapes, which are those of several"),
        ("sdxl-vae/diffusion_pytorch_model.safetensors", "SDXL-type", "folder name"),
        ("x/diffusion_pytorch_model.fp16.safetensors", "SD1/SDXL-type", "shapes, which are those of several"),
    ],
)
def test_the_name_tells_what_shapes_do_not(
    four_channels: Path, tmp_path: Path, name: str, kind: str, said: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    shutil.copy(four_channels, path)
    info = describe(str(path))
    assert info.family == f"AutoencoderKL ({kind})"
    assert info.details["label from"] == said
    assert "same file as" not in info.details


def test_a_known_checksum_goes_before_the_name(
    four_channels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "vae-ft-mse.safetensors"
    shutil.copy(four_channels, path)
    sha256 = describe(str(path)).sha256
    assert sha256
    monkeypatch.setitem(FILES, sha256, KnownFile("SDXL, a re-upload", "SDXL"))  # type: ignore[arg-type]
    info = describe(str(path))
    assert (info.family, info.details["label from"]) == ("AutoencoderKL (SDXL-type)", "known checksum")
    assert info.details["same file as"] == "SDXL, a re-upload"
    assert known.known_file(None) is None
    # Without reading the file the name is what there is.
    assert describe(str(path), hash_files=False).details["label from"] == "file name"


def test_the_config_tells_and_the_file_name_goes_before_it(tmp_path: Path) -> None:
    module = random_kl((32, 32, 32, 32), scaling_factor=0.13025)
    module.save_pretrained(tmp_path)
    info = describe(str(tmp_path))
    assert (info.family, info.details["label from"]) == ("AutoencoderKL (SDXL-type)", "config.json")


def test_a_full_checkpoint_tells_by_its_other_tensors(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import save_file

    weights = {
        f"first_stage_model.{name}": tensor
        for name, tensor in random_kl((32, 32, 32, 32)).state_dict().items()
    }
    for extra, kind in (
        ("conditioner.embedders.1.model.ln_final.weight", "SDXL-type"),
        ("cond_stage_model.transformer.text_model.final_layer_norm.weight", "SD1-type"),
        ("other.weight", "SD1/SDXL-type"),
    ):
        save_file({**weights, extra: torch.zeros(2)}, tmp_path / "model_a.safetensors")
        assert describe(str(tmp_path / "model_a.safetensors")).family == f"AutoencoderKL ({kind})"


def test_what_is_not_ambiguous_is_left_alone(tmp_path: Path) -> None:
    for label in ("AutoencoderKL (16 channels, 4×)", "TAEF2-type", "AutoencoderDC (f32c32)"):
        assert labels._group(label) is None
    assert describe("linear").details["label from"] == "shapes"
    tiny = labels._group("TAESDXL")
    assert tiny is not None
    assert tiny[0] == "TAESDXL"


@pytest.mark.parametrize(
    ("label", "scale", "found"),
    [
        ("AutoencoderKL (SD1/SDXL-type)", 0.18215, "SD1-type"),
        ("AutoencoderKL (SD1/SDXL-type)", 0.19, "SD1-type"),
        ("AutoencoderKL (SD1/SDXL-type)", 0.12, "SDXL-type"),
        ("AutoencoderKL (SD1/SDXL-type)", 0.154, None),
        ("AutoencoderKL (SD1/SDXL-type)", 1.0, None),
        ("AutoencoderKL (SD3/Flux.1-type)", 0.4, "Flux.1-type"),
        ("AutoencoderKL (SD3/Flux.1-type)", 1.3, "SD3-type"),
        ("AutoencoderKL (SD1-type)", 0.13025, None),
        ("AutoencoderKLWan (Wan 2.1/Qwen-Image-type)", 0.5, None),
        ("TAESD-type (SD1/SDXL)", 0.18, None),
        ("AutoencoderKL (SD1/SDXL-type)", None, None),
    ],
)
def test_the_spread_of_latents_tells_where_it_lies_near_one(
    label: str, scale: float | None, found: str | None
) -> None:
    assert labels.by_latents(label, scale) == found


def test_the_summary_says_what_the_latents_say() -> None:
    rows = random_rows(4, {"a": 0.1, "b": 0.1})
    images = {row.image for row in rows}
    spread = 1 / 0.13025**2
    facts = LatentFacts(positions=64, mean=(0.0,) * 4, mean_square=(spread,) * 4)
    frame = {
        "settings": {"weights": WEIGHTS, "marker": False},
        "protocol": {},
        "vaes": {
            "a": {"family": "AutoencoderKL (SD1/SDXL-type)"},
            "b": {"family": "AutoencoderKL (SD1-type)"},
        },
    }
    latents = {label: dict.fromkeys(images, facts) for label in ("a", "b")}
    vaes = with_results(frame, rows, latents, resamples=50)["vaes"]
    assert vaes["a"]["family_by_latent_statistics"] == "SDXL-type"
    assert vaes["a"]["family"] == "AutoencoderKL (SD1/SDXL-type)"
    assert "family_by_latent_statistics" not in vaes["b"]


def test_the_list_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        VAES[0].name = "x"  # type: ignore[misc]

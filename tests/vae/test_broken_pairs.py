"""A pair of halves that makes no VAE is one thing that is wrong, and a scan of a folder says it once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from vae_files import tiny_halves

from vaelab.errors import VAEError
from vaelab.vae.catalog import find_vaes
from vaelab.vae.spec.words import short_name

Tensors = dict[str, torch.Tensor]


def page(path: Path, _: Tensors) -> None:
    path.write_text("<html>")


def cut(path: Path, _: Tensors) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def lacking(path: Path, own: Tensors) -> None:
    save_file({name: own[name] for name in list(own)[:3] + list(own)[4:]}, path)


def misshapen(path: Path, own: Tensors) -> None:
    save_file(own | {list(own)[-2]: torch.zeros(7, 7)}, path)


@pytest.mark.parametrize("damage", [page, cut, lacking, misshapen])
@pytest.mark.parametrize("half", ["encoder", "decoder"])
def test_a_broken_pair_is_listed_once(
    damage: Callable[[Path, Tensors], None], half: str, tmp_path: Path
) -> None:
    halves = dict(zip(("encoder", "decoder"), tiny_halves(), strict=True))
    for name, module in halves.items():
        save_file(module.state_dict(), tmp_path / f"small_{name}.safetensors")
    damage(tmp_path / f"small_{half}.safetensors", halves[half].state_dict())
    (found,) = find_vaes(tmp_path)
    assert isinstance(found, VAEError)


def test_two_broken_files_are_two(tmp_path: Path) -> None:
    for name in ("encoder", "decoder"):
        page(tmp_path / f"small_{name}.safetensors", {})
    (tmp_path / "other.safetensors").write_text("<html>")
    assert sorted(str(found).partition(" is a web page")[0] for found in find_vaes(tmp_path)) == [
        str(tmp_path / name)
        for name in ("other.safetensors", "small_decoder.safetensors", "small_encoder.safetensors")
    ]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("autoencoder.jit", "autoencoder"),
        ("AutoEncoder.jit", "AutoEncoder"),
        ("my_auto-encoder.pt", "my_auto-encoder"),
        ("taesd_encoder.pth", "taesd"),
        ("taesdDecoder.pth", "taesd"),
        ("taesd.decoder.safetensors", "taesd"),
    ],
)
def test_half_of_a_name_is_cut_off_only_where_it_names_a_half(name: str, label: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert short_name(str(tmp_path / name)) == label

"""What a description calls a VAE is what a run loads: one check for both, for every family and for damaged files of it."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from families.table import ALL, FamilyFiles
from family_cases import saved, weights_below
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor
from vae_files import random_kl, to_ldm

from vaelab.errors import VAEError
from vaelab.resources import assets_folder
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, find_vaes, open_codec
from vaelab.vae.families.detect import detect
from vaelab.vae.families.vaelab.linear import LinearVAE
from vaelab.vae.families.vaelab.mini import MiniVAE
from vaelab.vae.files.source import open_source
from vaelab.vae.fit import build_process
from vaelab.vae.fit.build_network import built_structure
from vaelab.vae.fit.check import check_fit
from vaelab.vae.fit.structure import structure_of, written_structure
from vaelab.vae.located import LocatedVAE
from vaelab.vae.spec.grammar import VAESpec

HERE = {
    key: make
    for key, make in ALL.items()
    if key[0] != "AutoencoderRAE" or importlib.util.find_spec("transformers")
}
"""The families whose packages are installed."""
State = dict[str, Tensor]


def sentence(work: Callable[[], Any]) -> str:
    """What is wrong, empty if nothing is."""
    try:
        done = work()
    except VAEError as error:
        return str(error)
    if hasattr(done, "close"):
        done.close()
    return ""


def described_and_opened(path: Path) -> tuple[str, str]:
    return (
        sentence(lambda: describe(str(path), hash_files=False)),
        sentence(lambda: open_codec(VAESpec("x", str(path)), CodecOptions())),
    )


def damaged(path: Path, damage: Callable[[State, str], None], key: str, number: int) -> None:
    """Damage one tensor of a file, each time another, always the same."""
    if path.suffix == ".safetensors":
        with safe_open(path, "pt") as file:
            metadata = file.metadata()
        content: Any = load_file(path)
    else:
        metadata, content = None, torch.load(path, weights_only=True)
    state = content
    while not any(isinstance(value, Tensor) for value in state.values()):
        state = max((value for value in state.values() if isinstance(value, dict)), key=len)
    names = sorted(name for name, value in state.items() if isinstance(value, Tensor))
    damage(state, names[int(hashlib.sha256(f"{key}{number}".encode()).hexdigest(), 16) % len(names)])
    if path.suffix == ".safetensors":
        save_file({name: tensor.contiguous().clone() for name, tensor in state.items()}, path, metadata)
    else:
        torch.save(content, path)


def lost(state: State, name: str) -> None:
    del state[name]


def renamed(state: State, name: str) -> None:
    state[f"{name}_"] = state.pop(name)


def wider(state: State, name: str) -> None:
    tensor = state[name]
    state[name] = torch.cat([tensor, tensor[:1]]) if tensor.ndim else tensor.repeat(2)


def narrower(state: State, name: str) -> None:
    tensor = state[name]
    state[name] = tensor[:, : max(tensor.shape[1] // 2, 1)] if tensor.ndim > 1 else tensor.flatten()[:1]


def integers(state: State, name: str) -> None:
    state[name] = torch.ones_like(state[name], dtype=torch.int8)


def added(state: State, name: str) -> None:
    state[f"{name.rpartition('.')[0]}.another.weight"] = torch.zeros(3, 3)


DAMAGES = (lost, renamed, wider, narrower, integers, added)


@pytest.mark.parametrize("key", HERE, ids=lambda key: " ".join(key))
def test_a_description_succeeds_where_opening_does_and_says_the_same(
    key: tuple[str, str], tmp_path: Path, family_files: FamilyFiles
) -> None:
    path = family_files.copied(key, tmp_path)
    assert described_and_opened(path) == ("", "")
    files = weights_below(path)
    if not files:  # TorchScript archives: their own test changes tensors within
        return
    refused = 0
    for number, damage in enumerate(DAMAGES):
        file = files[number % len(files)]
        before = file.read_bytes()
        damaged(file, damage, "".join(key), number)
        said, why = described_and_opened(path)
        assert bool(said) == bool(why), f"{damage.__name__}: described '{said}', opened '{why}'"
        assert said == why
        assert "\n" not in said
        refused += bool(said)
        file.write_bytes(before)
    assert refused >= len(DAMAGES) / 2, "damage that nothing notices tests nothing"


@pytest.mark.parametrize("key", HERE, ids=lambda key: " ".join(key))
def test_what_is_written_down_of_a_family_is_what_its_class_has(
    key: tuple[str, str], family_files: FamilyFiles
) -> None:
    source = open_source(family_files.path(key))
    vae = detect(source)
    written = written_structure(LocatedVAE(source, vae))
    known = {"autoencoder_kl", "flux2", "vq", "taesd", "taehv"}
    if written is not None:
        assert dict(written) == dict(built_structure(source, vae))
    else:
        assert vae.family not in known or "MoVQ" in vae.label
    assert dict(structure_of(LocatedVAE(source, vae))) == dict(built_structure(source, vae))


@pytest.mark.parametrize("kind", ["linear", "mini"])
def test_vaelabs_own_are_written_down_too(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.safetensors"
    if kind == "linear":
        LinearVAE(5).save(path)
    else:
        MiniVAE(LinearVAE(6), 8, 12, (1, 2), (3, 2)).save(path)
    source = open_source(path)
    found = LocatedVAE(source, detect(source))
    written = written_structure(found)
    assert written is not None
    assert dict(written) == dict(built_structure(source, found.vae))
    assert described_and_opened(path) == ("", "")
    before = path.read_bytes()
    for number, damage in enumerate(DAMAGES * 2):
        damaged(path, damage, kind, number)
        said, why = described_and_opened(path)
        assert bool(said) == bool(why), f"{damage.__name__}: described '{said}', opened '{why}'"
        path.write_bytes(before)


@pytest.mark.parametrize("name", ["linear", "mini"])
def test_what_ships_is_what_its_class_has(name: str) -> None:
    """Descriptions of it do not compare it."""
    source = open_source(assets_folder() / "weights" / f"{name}.safetensors")
    found = LocatedVAE(source, detect(source))
    check_fit(found, structure_of(found))


def test_an_activation_that_no_class_has_is_refused_by_both(tmp_path: Path) -> None:
    random_kl().save_pretrained(tmp_path)
    config = (tmp_path / "config.json").read_text()
    (tmp_path / "config.json").write_text(config.replace('"silu"', '"nonsense"'))
    said, why = described_and_opened(tmp_path)
    assert said == why
    assert "cannot be built as AutoencoderKL" in said


def test_half_a_download_is_no_vae_in_a_scan(tmp_path: Path) -> None:
    state = to_ldm(random_kl().state_dict(), 2)
    del state["decoder.up.0.block.1.conv2.weight"]
    saved(state, tmp_path / "a.safetensors")
    (found,) = find_vaes(tmp_path)
    assert isinstance(found, VAEError)
    assert "lacks 'decoder.up_blocks.1.resnets.1.conv2.weight'" in str(found)


# Where PyTorch is not loaded


def test_the_other_process_answers_as_this_one_and_ends(family_files: FamilyFiles) -> None:
    builder = build_process.Builder()
    try:
        for key in (("AutoencoderDC", "diffusers"), ("AutoencoderKLWan", "Wan")):
            source = open_source(family_files.path(key))
            found = LocatedVAE(source, detect(source))
            assert dict(builder.ask(build_process.request(found), found)) == dict(
                built_structure(source, found.vae)
            )
        process = builder._process
        assert process is not None
        # It was idle for too long, and ended: it is started anew.
        process.kill()
        process.wait()
        assert builder.ask(build_process.request(found), found)
        broken = replace(found, vae=replace(found.vae, arguments={"nonsense": 1}))
        with pytest.raises(VAEError, match="cannot be built as"):
            builder.ask(build_process.request(broken), broken)
        process = builder._process
        assert process is not None
    finally:
        builder.close()
    assert process.poll() is not None


def test_a_process_that_does_not_start_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, family_files: FamilyFiles
) -> None:
    source = open_source(family_files.path(("AutoencoderDC", "diffusers")))
    found = LocatedVAE(source, detect(source))
    monkeypatch.setattr(build_process.sys, "executable", str(tmp_path / "no-python"))
    with pytest.raises(VAEError, match=r"gave no answer \(FileNotFoundError\): try again"):
        build_process.Builder().ask(build_process.request(found), found)

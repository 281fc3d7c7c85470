"""Files of weights under other names and in other wrappings than usual: they load, or a true sentence says why not."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from family_cases import photographs, round_trip, saved
from vae_files import random_kl, reference, save_pair, tiny_halves, tiny_reference, to_ldm

from vaelab.errors import VAEError
from vaelab.vae.catalog import describe, find_vaes
from vaelab.vae.files.header import read_header
from vaelab.vae.hub.choose_files import choose_files
from vaelab.vae.hub.ids import HubName
from vaelab.vae.spec.grammar import parse_spec

IMAGES = photographs()


def kl_reference(**how: Any) -> Any:
    return reference(random_kl(**how), IMAGES)


# .sft


def test_sft_is_safetensors_by_another_name(tmp_path: Path) -> None:
    path = saved(random_kl().state_dict(), tmp_path / "ae.sft")
    assert np.array_equal(round_trip(path, IMAGES), kl_reference())
    assert [info.source for info in find_vaes(tmp_path) if not isinstance(info, VAEError)] == [str(path)]
    assert parse_spec(str(path)).label == "ae"
    (tmp_path / "config.json").write_text("{}")
    path.rename(tmp_path / "diffusion_pytorch_model.sft")
    assert np.array_equal(round_trip(tmp_path, IMAGES), kl_reference())


def test_the_halves_of_a_pair_find_each_other_as_sft(tmp_path: Path) -> None:
    halves = tiny_halves()
    for half, name in zip(halves, ("encoder", "decoder"), strict=True):
        saved(half.state_dict(), tmp_path / f"taesd_{name}.sft")
    assert np.array_equal(round_trip(tmp_path / "taesd_decoder.sft", IMAGES), tiny_reference(halves, IMAGES))
    (tmp_path / "taesd_encoder.sft").unlink()
    save_pair(tmp_path, halves)
    (tmp_path / "taesd_decoder.pth").unlink()
    assert np.array_equal(round_trip(tmp_path, IMAGES), tiny_reference(halves, IMAGES))


def test_the_hub_offers_sft() -> None:
    assert choose_files(["ae.sft", "README.md"], HubName("o/n")) == ("ae.sft",)
    assert choose_files(["ae.sft", "x.png"], HubName("o/n", "ae.sft")) == ("ae.sft",)
    there = ["config.json", "diffusion_pytorch_model.sft", "diffusion_pytorch_model.bin"]
    assert choose_files(there, HubName("o/n")) == ("config.json", "diffusion_pytorch_model.sft")


# Names inside


def compiled(state: dict[str, Any]) -> dict[str, Any]:
    """The names that torch.compile leaves where encoder and decoder were compiled."""
    inner = ("encoder.", "decoder.")
    return {
        name.replace(".", "._orig_mod.", 1) if name.startswith(inner) else name: tensor
        for name, tensor in state.items()
    }


@pytest.mark.parametrize("layout", ["diffusers", "LDM", "whole", "taesd"])
def test_what_torch_compile_adds_to_names_is_taken_away(layout: str, tmp_path: Path) -> None:
    if layout == "taesd":
        halves = tiny_halves()
        state = {
            f"_orig_mod.taesd_{name}.{key}": value
            for name, half in zip(("encoder", "decoder"), halves, strict=True)
            for key, value in half.state_dict().items()
        }
        expected = tiny_reference(halves, IMAGES)
    else:
        plain = random_kl().state_dict()
        expected = kl_reference()
        state = compiled(to_ldm(plain, 2) if layout == "LDM" else plain)
        state = {f"_orig_mod.{name}": value for name, value in plain.items()} if layout == "whole" else state
    path = saved(state, tmp_path / "a.safetensors")
    assert np.array_equal(round_trip(path, IMAGES), expected)


def test_a_compiled_and_a_plain_copy_in_one_file_are_not_mixed(tmp_path: Path) -> None:
    state = random_kl().state_dict()
    path = saved({**state, **compiled(state)}, tmp_path / "a.safetensors")
    with pytest.raises(VAEError, match=r"holds '\S+' twice, once as torch\.compile names it"):
        describe(str(path))


def test_averaged_copies_of_a_compiled_vae_are_found(tmp_path: Path) -> None:
    state = compiled(random_kl().state_dict())
    copies = {f"model_ema.{name.replace('.', '')}": tensor for name, tensor in state.items()}
    path = saved({**state, **copies}, tmp_path / "a.safetensors")
    assert describe(str(path)).details["EMA copy"] == "present"


# Wrappings of pickles


@pytest.mark.parametrize("key", ["autoencoder_kl", "first_stage", "my VAE"])
def test_a_dictionary_that_wraps_one_state_dict_is_unwrapped_whatever_its_key(
    key: str, tmp_path: Path
) -> None:
    torch.save({key: random_kl().state_dict(), "epoch": 3, "args": {"lr": 0.1}}, tmp_path / "a.pt")
    assert np.array_equal(round_trip(tmp_path / "a.pt", IMAGES), kl_reference())
    assert describe(str(tmp_path / "a.pt")).details["nesting"] == key


NO_DICTIONARY: dict[str, tuple[Any, str]] = {
    "a list": ([torch.zeros(2), torch.zeros(3)], "a list of 2 objects, where a dictionary of named tensors"),
    "a tuple": ((torch.zeros(2),), "a tuple of 1 object, where"),
    "a tensor": (torch.zeros(2), "one tensor without a name"),
    "a number": (3, "neither a dictionary nor a tensor"),
    "numbers": ({"a": 1, "b": {"c": 2}}, "its dictionaries hold none"),
    "numbered": ({0: torch.zeros(2)}, "its dictionaries hold 1 tensor, but none under a name"),
}


@pytest.mark.parametrize("case", NO_DICTIONARY)
def test_a_pickle_of_something_else_is_said_to_be_that(case: str, tmp_path: Path) -> None:
    content, sentence = NO_DICTIONARY[case]
    torch.save(content, tmp_path / "list.pt")
    with pytest.raises(VAEError, match=sentence) as caught:
        describe(str(tmp_path / "list.pt"))
    assert "\n" not in str(caught.value)


# A folder with another name of its weights


@pytest.mark.parametrize("name", ["sdxl_vae.safetensors", "ae.sft", "weights.ckpt"])
def test_weights_of_any_name_beside_a_config_are_those_of_the_config(name: str, tmp_path: Path) -> None:
    """The number of norm groups leaves no trace in the weights: only the config says it."""
    module = random_kl((24, 48), norm_num_groups=8)
    module.save_pretrained(tmp_path)
    written = tmp_path / "diffusion_pytorch_model.safetensors"
    if name.endswith("ckpt"):
        written.unlink()
        torch.save(module.state_dict(), tmp_path / name)
    else:
        written.rename(tmp_path / name)
    for what in (tmp_path, tmp_path / "config.json", tmp_path / name):
        assert np.array_equal(round_trip(what, IMAGES), reference(module, IMAGES))
    (found,) = find_vaes(tmp_path)
    assert not isinstance(found, VAEError)
    for wanted in (HubName("o/n"), HubName("o/n", name)):
        assert set(choose_files([name, "config.json", "README.md"], wanted)) == {name, "config.json"}
    # In the cache a config would seem to be that of the only file that was fetched.
    assert choose_files([name, "b.ckpt", "config.json"], HubName("o/n", name)) == (name,)


def test_which_of_two_files_beside_a_config_is_asked(tmp_path: Path) -> None:
    random_kl().save_pretrained(tmp_path)
    written = (tmp_path / "diffusion_pytorch_model.safetensors").rename(tmp_path / "a.safetensors")
    (tmp_path / "b.safetensors").write_bytes(written.read_bytes())
    with pytest.raises(VAEError, match=r"config\.json and 2 weight files \(a\.safetensors, b\.safetensors\)"):
        describe(str(tmp_path))
    assert describe(str(written)).factor == 2


def test_a_config_of_something_else_beside_a_file_is_not_its_own(tmp_path: Path) -> None:
    path = saved(random_kl().state_dict(), tmp_path / "vae.safetensors")
    for text in ('{"_class_name": "UNet2DConditionModel"}', '{"model_type": "clip"}', "{broken"):
        (tmp_path / "config.json").write_text(text)
        assert describe(str(path)).factor == 2


# Headers as large as the format allows


def test_metadata_up_to_the_formats_limit_is_read(tmp_path: Path) -> None:
    """ComfyUI writes whole workflows there: commas and brackets within a text are no entries of the header."""
    entry = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}
    workflow = json.dumps([{"node": [1, 2, 'quote " and backslash \\']}] * 400_000)
    assert workflow.count(",") > 700_000
    text = json.dumps({"__metadata__": {"workflow": workflow}, "a": entry}).encode()
    assert len(text) > 16 * 2**20
    path = tmp_path / "a.safetensors"
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"\0" * 8)
    header = read_header(path)
    assert header.tensors["a"].shape == (2,)
    assert header.metadata["workflow"] == workflow


def test_a_header_beyond_the_formats_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    with path.open("wb") as file:
        file.write(struct.pack("<Q", 100_000_001) + b'{"a":')
        file.truncate(100_000_100)
    with pytest.raises(VAEError, match="a header of 100000001 bytes, more than the 100 MB"):
        describe(str(path))


def test_many_entries_outside_of_texts_are_still_refused(tmp_path: Path) -> None:
    text = b'{"__metadata__":{"a":"\\"[,"},"b":[' + b"[]," * 800_000 + b"[]]}"
    path = tmp_path / "a.safetensors"
    path.write_bytes(struct.pack("<Q", len(text)) + text)
    with pytest.raises(VAEError, match="lists more than any VAE holds"):
        describe(str(path))


# GGUF


def test_gguf_is_listed_and_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "vae.gguf").write_bytes(b"GGUF\x03\x00\x00\x00" + b"\0" * 64)
    (found,) = find_vaes(tmp_path)
    assert isinstance(found, VAEError)
    assert "is a GGUF file" in str(found)

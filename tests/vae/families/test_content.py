"""The content hash: the same for the same numbers wherever they lie, another for others."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

import pytest
import torch
from families.dc import sana, to_efficientvit
from families.flux2 import flux2, to_bfl
from families.wan import random_wan, to_wan
from family_cases import saved
from torch import Tensor
from vae_files import random_kl, to_ldm, to_old_attention

from vaelab.errors import VAEError
from vaelab.vae.base import VAEInfo
from vaelab.vae.catalog import describe, find_vaes


def content(path: Path) -> object:
    return describe(str(path), hash_files=False, hash_content=True).details["content sha256"]


def test_layout_container_and_name_do_not_matter(tmp_path: Path) -> None:
    state = random_kl(attention=True).state_dict()
    paths = [
        saved(state, tmp_path / "a.safetensors"),
        saved(to_ldm(state, 2), tmp_path / "b.safetensors"),
        saved(to_old_attention(state), tmp_path / "c.safetensors"),
        saved({f"first_stage_model.{k}": v for k, v in to_ldm(state, 2).items()}, tmp_path / "d.safetensors"),
    ]
    torch.save({"state_dict": state}, tmp_path / "e.ckpt")
    torch.save(state, tmp_path / "f.pt", _use_new_zipfile_serialization=False)
    transposed = {k: v.t().contiguous().t() if v.ndim == 2 else v for k, v in state.items()}
    torch.save(transposed, tmp_path / "g.pt")
    hashes = {content(path) for path in [*paths, tmp_path / "e.ckpt", tmp_path / "f.pt", tmp_path / "g.pt"]}
    assert len(hashes) == 1
    assert len({describe(str(path)).sha256 for path in paths}) == len(paths)


def test_both_layouts_of_other_families_hash_alike(tmp_path: Path) -> None:
    flux = flux2().state_dict()
    wan = random_wan().state_dict()
    dc = sana().state_dict()
    for name, own, other in (
        ("flux2", flux, to_bfl(flux)),
        ("wan", wan, to_wan(wan, False)),
        ("dc", dc, to_efficientvit(dc)),
    ):
        first = content(saved(own, tmp_path / f"{name}.safetensors"))
        assert first == content(saved(other, tmp_path / f"{name}-original.safetensors")), name


def halves(state: dict[str, Tensor], dtype: torch.dtype) -> dict[str, Tensor]:
    return {name: tensor.to(dtype) for name, tensor in state.items()}


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_numbers_count_and_not_their_format(dtype: torch.dtype, tmp_path: Path) -> None:
    """A half-precision file equals itself stored as float32; it does not equal what it was rounded from."""
    state = random_kl().state_dict()
    rounded = saved(halves(state, dtype), tmp_path / "half.safetensors")
    widened = saved(halves(halves(state, dtype), torch.float32), tmp_path / "wide.safetensors")
    assert content(rounded) == content(widened)
    assert content(rounded) != content(saved(state, tmp_path / "exact.safetensors"))


def test_one_bit_changes_it(tmp_path: Path) -> None:
    state = random_kl().state_dict()
    before = content(saved(state, tmp_path / "a.safetensors"))
    tensor = state["decoder.conv_out.bias"]
    tensor[1] = torch.nextafter(tensor[1], torch.tensor(9.0))
    assert content(saved(state, tmp_path / "a.safetensors")) != before
    tensor.copy_(tensor[[1, 0, 2]])
    assert content(saved(state, tmp_path / "a.safetensors")) != before


def test_it_is_what_the_documentation_says(tmp_path: Path) -> None:
    """Written down again from the module's words."""
    state = random_kl().state_dict()
    digest = hashlib.sha256()
    for name in sorted(state):
        shape = list(state[name].shape)
        while shape and shape[-1] == 1:
            shape.pop()
        digest.update(name.encode() + b"\0" + ",".join(map(str, shape)).encode() + b"\0")
        digest.update(b"".join(struct.pack("<f", value) for value in state[name].flatten().tolist()))
    assert content(saved(state, tmp_path / "a.safetensors")) == digest.hexdigest()


def test_same_weights_are_found_across_files(tmp_path: Path) -> None:
    state, other = random_kl().state_dict(), random_kl(seed=1).state_dict()
    first = saved(state, tmp_path / "a.safetensors")
    saved(other, tmp_path / "b.safetensors")
    saved(to_ldm(state, 2), tmp_path / "c.safetensors")
    found = [entry for entry in find_vaes(tmp_path, compare=True) if isinstance(entry, VAEInfo)]
    assert [entry.details.get("same weights as") for entry in found] == [None, None, str(first)]
    assert all(
        "same weights as" not in entry.details for entry in find_vaes(tmp_path) if isinstance(entry, VAEInfo)
    )


def test_a_vae_alone_of_its_kind_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(random_kl().state_dict(), tmp_path / "a.safetensors")
    saved(random_kl((32, 64, 64)).state_dict(), tmp_path / "b.safetensors")

    def refuse(*args: object) -> str:
        raise AssertionError("weights were read")

    monkeypatch.setattr("vaelab.vae.catalog.content_sha256", refuse)
    assert not [entry for entry in find_vaes(tmp_path, compare=True) if isinstance(entry, VAEError)]

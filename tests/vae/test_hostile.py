"""Files that are not what they seem: one sentence that says what they are, and nothing in them is run."""

from __future__ import annotations

import json
import os
import pickle
import struct
import tracemalloc
import zipfile
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.torch import save_file
from vae_files import random_kl, reference, save_pair, tiny_halves

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.files.header import read_header
from vaelab.vae.spec.grammar import VAESpec


class Payload:
    """Writes a file when it is unpickled, unless nothing of it is run."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.target),)


def safetensors(header: object, data: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def entry(shape: Any = (2,), offsets: Any = (0, 8), dtype: str = "F32") -> dict[str, Any]:
    return {"dtype": dtype, "shape": list(shape), "data_offsets": list(offsets)}


BYTES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", r"is empty \(0 bytes\)"),
    "html": (b"<!DOCTYPE html><html><body>404</body></html>", "is a web page, not weights"),
    "indented html": (b"\n\n  <html>" + b" " * 100, "is a web page"),
    "lfs": (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n", "is a Git LFS pointer"),
    "gguf": (b"GGUF\x03\x00\x00\x00" + b"\x00" * 64, "is a GGUF file"),
    "text": (b"Entry not found", "is neither a safetensors nor a PyTorch file"),
    "one byte": (b"\x80", "is neither a safetensors nor a PyTorch file"),
    "zip cut short": (b"PK\x03\x04" + b"\x00" * 60, "its end is missing or damaged"),
    "header longer than file": (
        struct.pack("<Q", 2**63) + b'{"a": 1}',
        "its header says 9223372036854775816 bytes",
    ),
    "no json": (safetensors(b'{"a": '), "no valid JSON"),
    "deep json": (safetensors(b'{"a":' + b"[" * 200_000), "no valid JSON"),
    "duplicate keys": (safetensors(b'{"a": {}, "a": {}}'), "no valid JSON"),
    "entry no table": (safetensors({"a": 3}), "'a' is no table"),
    "negative offset": (
        safetensors({"a": entry(offsets=(-8, 0))}, b"0" * 8),
        "the place of 'a' is impossible",
    ),
    "reversed offsets": (safetensors({"a": entry(offsets=(8, 0))}, b"0" * 8), "does not fit its shape"),
    "negative side": (safetensors({"a": entry(shape=(-2, -1))}, b"0" * 8), "the shape of 'a' is impossible"),
    "enormous side": (safetensors({"a": entry(shape=(2**63,))}, b"0" * 8), "the shape of 'a' is impossible"),
    "true as a side": (
        safetensors({"a": entry(shape=(True, 2))}, b"0" * 8),
        "the shape of 'a' is impossible",
    ),
    "length beside shape": (safetensors({"a": entry(shape=(3,))}, b"0" * 8), "does not fit its shape"),
    "overlap": (safetensors({"a": entry(), "b": entry(offsets=(4, 12))}, b"0" * 12), "overlap or leave gaps"),
    "gap": (safetensors({"a": entry(), "b": entry(offsets=(12, 20))}, b"0" * 20), "overlap or leave gaps"),
    "truncated": (safetensors({"a": entry()}, b"0" * 3), r"header says \d+ bytes, the file has \d+"),
    "trailing": (safetensors({"a": entry()}, b"0" * 9), r"header says \d+ bytes, the file has \d+"),
    "unknown dtype": (safetensors({"a": entry(dtype="Q4")}, b"0" * 8), "as 'Q4', a number format"),
    "no tensors": (safetensors({}), "holds no tensors"),
    "plain pickle": (pickle.dumps({"a": 1}), "is a Python pickle but no PyTorch weights"),
    "huge memo": (b"\x80\x02}r\xff\xff\xff\x7f.", "an impossible memo index"),
    "unknown extension": (b"\x80\x02\x84\xff\xff\xff\x7f.", "is damaged"),
    "stack underflow": (b"\x80\x02R.", "is damaged"),
    "endless string": (b"\x80\x02X\xff\xff\xff\x7fabc.", "is damaged"),
}


@pytest.mark.parametrize("name", BYTES)
def test_broken_bytes_are_one_sentence(name: str, tmp_path: Path) -> None:
    data, sentence = BYTES[name]
    for suffix in (".safetensors", ".ckpt"):
        path = tmp_path / f"x{suffix}"
        path.write_bytes(data)
        with pytest.raises(VAEError, match=sentence) as caught:
            describe(str(path))
        assert "\n" not in str(caught.value)
        assert path.name in str(caught.value)


@pytest.mark.parametrize("length", [60, 0x280, 0x480, 0x4B50])
def test_a_header_whose_length_looks_like_another_format_is_read(length: int, tmp_path: Path) -> None:
    """Lengths whose bytes are '<', the start of a pickle, or 'PK'."""
    text = json.dumps({"a": entry()}).encode()
    (tmp_path / "x").write_bytes(safetensors(text.ljust(length), b"0" * 8))
    assert read_header(tmp_path / "x").tensors["a"].shape == (2,)


@pytest.mark.parametrize("legacy", [False, True])
def test_a_payload_does_nothing_and_is_named(legacy: bool, tmp_path: Path, photographs: Any) -> None:
    """The tensors beside it load all the same, and the VAE's notes say what was ignored."""
    module, target = random_kl(), tmp_path / "pwned"
    content = {"state_dict": module.state_dict(), "hyper": Namespace(a=1), "x": Payload(target)}
    torch.save(content, tmp_path / "a.ckpt", _use_new_zipfile_serialization=not legacy)
    info = describe(str(tmp_path / "a.ckpt"))
    assert info.details["ignored objects"] == [
        "argparse.Namespace",
        "posix.mkdir" if os.name == "posix" else "nt.mkdir",
    ]
    codec = open_codec(VAESpec("x", str(tmp_path / "a.ckpt")), CodecOptions())
    assert "mkdir" in " ".join(codec.notes)
    image = photographs["coffee"][None, :32, :32]
    assert np.array_equal(codec.decode(codec.encode(image, [0])).images, reference(module, image))
    assert not target.exists()


@pytest.mark.parametrize("protocol", [2, 4, 5])
def test_a_bare_payload_is_refused_and_named(protocol: int, tmp_path: Path) -> None:
    target = tmp_path / "pwned"
    (tmp_path / "a.pt").write_bytes(pickle.dumps(Payload(target), protocol))
    with pytest.raises(VAEError, match=r"it names (posix|nt)\.mkdir; nothing was run"):
        describe(str(tmp_path / "a.pt"))
    assert not target.exists()


def test_a_pickle_cannot_reach_the_unpicklers_own_functions(tmp_path: Path) -> None:
    """BUILD on a rebuild function must not change it for the files that come after."""
    hostile = b"\x80\x02ctorch._utils\n_rebuild_tensor_v2\nN}X\x0c\x00\x00\x00__defaults__)s\x86b."
    with zipfile.ZipFile(tmp_path / "a.pt", "w") as archive:
        archive.writestr("a/data.pkl", hostile)
    with pytest.raises(VAEError, match="without named tensors"):
        read_header(tmp_path / "a.pt")
    torch.save({"w": torch.zeros(2)}, tmp_path / "b.pt")
    assert read_header(tmp_path / "b.pt").tensors["w"].shape == (2,)


@pytest.mark.parametrize("legacy", [False, True])
def test_every_kind_of_tensor_is_read_back(legacy: bool, tmp_path: Path) -> None:
    """Views, transposes, shared storages, parameters, scalars, empties and all dtypes."""
    from vaelab.vae.runtime.load_weights import read_tensor

    base = torch.randn(6, 7)
    tensors = {
        "plain": base,
        "transposed": base.t(),
        "slice": base[2:4, 1:],
        "strided": base[::2, ::3],
        "shared": base[0],
        "parameter": torch.nn.Parameter(torch.randn(3)),
        "scalar": torch.tensor(7),
        "empty": torch.zeros(0, 4),
        "half": base.half(),
        "bfloat": base.bfloat16(),
        "double": base.double(),
        "fp8": base.to(torch.float8_e4m3fn),
        "bytes": torch.arange(9, dtype=torch.uint8),
        "bool": base > 0,
    }
    torch.save(tensors, tmp_path / "a.pt", _use_new_zipfile_serialization=not legacy)
    header = read_header(tmp_path / "a.pt")
    assert set(header.tensors) == set(tensors)
    with (tmp_path / "a.pt").open("rb") as file:
        for name, expected in tensors.items():
            found = read_tensor(header.tensors[name], file)
            assert found.dtype == expected.dtype, name
            assert torch.equal(found.float(), expected.detach().float()), name


def test_a_tensor_that_reaches_beyond_its_storage_is_refused(tmp_path: Path) -> None:
    torch.save({"w": torch.zeros(4)}, tmp_path / "a.pt")
    with zipfile.ZipFile(tmp_path / "a.pt") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(tmp_path / "b.pt", "w") as archive:
        for name, data in members.items():
            # The size (4,) is pickled as K\x04\x85; the storage's count, also 4, stands before its tuple's end.
            archive.writestr(
                name, data.replace(b"K\x04\x85", b"K\x05\x85", 1) if name.endswith("data.pkl") else data
            )
    with pytest.raises(VAEError, match="'w' reaches beyond its storage"):
        read_header(tmp_path / "b.pt")


def test_missing_data_in_a_zip_is_named(tmp_path: Path) -> None:
    torch.save({"w": torch.zeros(4)}, tmp_path / "a.pt")
    with zipfile.ZipFile(tmp_path / "a.pt") as old, zipfile.ZipFile(tmp_path / "b.pt", "w") as new:
        for name in old.namelist():
            if "/data/" not in name:
                new.writestr(name, old.read(name))
    with pytest.raises(VAEError, match="the data of storage 0 is missing"):
        read_header(tmp_path / "b.pt")


def zeros(*names: str, shape: tuple[int, ...] = (4, 4)) -> dict[str, torch.Tensor]:
    return {name: torch.zeros(shape) for name in names}


FOREIGN: dict[str, tuple[Callable[[], dict[str, torch.Tensor]], str]] = {
    "decoder only": (
        lambda: {k: v for k, v in random_kl().state_dict().items() if not k.startswith(("encoder", "quant"))},
        "holds only the decoder of a VAE",
    ),
    "encoder only": (
        lambda: {k: v for k, v in random_kl().state_dict().items() if "decoder" not in k and "post" not in k},
        "holds only the encoder of a VAE",
    ),
    "lora": (lambda: zeros("lora_unet_down_blocks_0.lora_up.weight"), "seems to be a LoRA, not a VAE"),
    "unet": (
        lambda: zeros("model.diffusion_model.input_blocks.0.0.weight"),
        "a diffusion UNet or transformer",
    ),
    "flux": (lambda: zeros("double_blocks.0.img_attn.qkv.weight"), "a diffusion UNet or transformer"),
    "clip": (lambda: zeros("text_model.encoder.layers.0.mlp.fc1.weight"), "a text encoder or language model"),
    "t5": (
        lambda: zeros("shared.weight", "encoder.block.0.layer.0.SelfAttention.q.weight"),
        "a text encoder",
    ),
    "vq": (
        lambda: {**random_kl().state_dict(), **zeros("quantize.embedding.weight")},
        "a VQ autoencoder, which is not supported yet",
    ),
    "flux2": (
        lambda: {**random_kl().state_dict(), "bn.running_mean": torch.zeros(16)},
        "the VAE of Flux.2, which is not supported yet",
    ),
    "wan": (
        lambda: {
            **zeros("decoder.middle.0.residual.0.gamma", "encoder.conv1.weight"),
            **zeros("decoder.conv1.weight", shape=(4, 4, 3, 3, 3)),
        },
        "the VAE of Wan or Qwen-Image",
    ),
    "taehv": (lambda: zeros("encoder.0.weight", "decoder.1.weight", "decoder.22.bias"), "a TAEHV-type"),
    "nothing known": (
        lambda: zeros("a", "b", "c", "d"),
        r"is no VAE that VAELab knows \(its first tensors are 'a'",
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_other_models_are_named_for_what_they_are(name: str, tmp_path: Path) -> None:
    make, sentence = FOREIGN[name]
    save_file(make(), tmp_path / "x.safetensors")
    with pytest.raises(VAEError, match=sentence) as caught:
        describe(str(tmp_path / "x.safetensors"))
    assert "\n" not in str(caught.value)


def test_torchscript_and_foreign_zips_are_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.jit", "w") as archive:
        archive.writestr("a/constants.pkl", b"")
        archive.writestr("a/code/__torch__.py", b"")
    with pytest.raises(VAEError, match="is a zip archive without PyTorch weights"):
        describe(str(tmp_path / "a.jit"))
    with zipfile.ZipFile(tmp_path / "b.pth", "w") as archive:
        archive.writestr("readme.txt", b"hello")
    with pytest.raises(VAEError, match="is a zip archive without PyTorch weights"):
        describe(str(tmp_path / "b.pth"))


def test_folders_that_do_not_decide_are_named(tmp_path: Path) -> None:
    with pytest.raises(VAEError, match=r"holds neither a config\.json nor weight files"):
        describe(str(tmp_path))
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(VAEError, match=r"has a config\.json but no weights"):
        describe(str(tmp_path))
    for text, words in (
        ("<html>", "it is no JSON from line 1, column 1 on"),
        ('{"a":\n "b\n"}', "it is no JSON from line 2, column 4 on"),
        ('{"a": ' + "9" * 5000 + "}", "a number in it is too long"),
        ("[" * 100_000, "its brackets are nested too deeply"),
    ):
        (tmp_path / "config.json").write_text(text)
        with pytest.raises(VAEError, match=rf"config\.json is no valid JSON \({words}\): download it again"):
            describe(str(tmp_path))
    (tmp_path / "config.json").unlink()
    for name in ("a.pt", "b.pt", "c.pt"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(VAEError, match="holds 3 weight files"):
        describe(str(tmp_path))
    with pytest.raises(VAEError, match="does not exist"):
        describe(str(tmp_path / "nowhere.safetensors"))


def test_an_index_cannot_lead_out_of_its_folder(tmp_path: Path) -> None:
    index = tmp_path / "diffusion_pytorch_model.safetensors.index.json"
    for shard, sentence in {"../../x": "does not lie beside it", "gone.safetensors": "is missing"}.items():
        index.write_text(json.dumps({"weight_map": {"a": shard}}))
        with pytest.raises(VAEError, match=sentence):
            describe(str(index))


def test_weights_cut_short_in_a_pair_are_named(tmp_path: Path) -> None:
    path = save_pair(tmp_path, tiny_halves())
    decoder = tmp_path / "taesd_decoder.pth"
    decoder.write_bytes(decoder.read_bytes()[:-1000])
    with pytest.raises(VAEError, match=r"taesd_decoder\.pth begins as a PyTorch file but its end is missing"):
        describe(str(path))


SEEDS = [
    safetensors({"a": entry()}, b"0" * 8),
    pickle.dumps({"a": [1, (2, "b")]}, 2),
    b"PK\x03\x04",
    b"\x80\x02",
]


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    seed=st.sampled_from(SEEDS),
    edits=st.lists(st.tuples(st.integers(0, 200), st.binary(min_size=0, max_size=6)), max_size=6),
    tail=st.binary(max_size=60),
)
def test_any_bytes_give_a_header_or_one_sentence(
    seed: bytes, edits: list[tuple[int, bytes]], tail: bytes, tmp_path: Path
) -> None:
    """No other exception, and no more memory than the file could need."""
    data = bytearray(seed)
    for place, piece in edits:
        data[place % (len(data) + 1) : place % (len(data) + 1) + len(piece)] = piece
    path = tmp_path / "x"
    path.write_bytes(bytes(data) + tail)
    tracemalloc.start()
    try:
        read_header(path)
    except VAEError as error:
        sentence = str(error)
    else:
        sentence = ""
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert "\n" not in sentence
    assert peak < 20 * 2**20


def test_a_library_that_quotes_half_the_file_is_cut(tmp_path: Path) -> None:
    """A zip whose local header claims a name of thousands of bytes: the sentence stays one."""
    path = tmp_path / "a.ckpt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/data.pkl", b"x" * 5000)
    data = bytearray(path.read_bytes())
    data[26:28] = (4000).to_bytes(2, "little")  # the length of the name in the local header
    path.write_bytes(data)
    with pytest.raises(VAEError, match="damaged") as caught:
        read_header(path)
    assert len(str(caught.value)) < len(str(path)) + 300

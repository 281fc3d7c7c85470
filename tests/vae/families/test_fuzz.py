"""Hostile names, shapes, configs, headers and pickles: a VAE or one sentence, soon and in little memory."""

from __future__ import annotations

import json
import pickletools
import struct
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from counted_calls import counted
from families.table import ALL, FamilyFiles
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaelab.errors import VAEError
from vaelab.vae.families.detect import detect
from vaelab.vae.files.header import read_header
from vaelab.vae.files.source import Source, open_source
from vaelab.vae.files.tensor_ref import TensorRef, contiguous
from vaelab.vae.recognized import RecognizedVAE

MANY_CALLS = 2_000_000
"""Ten times what any of them takes."""


def examples(number: int) -> settings:
    return settings(
        max_examples=number, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )


@pytest.fixture(scope="module")
def sources(family_files: FamilyFiles) -> list[Source]:
    """One small VAE of every line of the table, by its header."""
    return [open_source(family_files.path(key)) for key in ALL]


SIDES = st.one_of(st.sampled_from([0, 1, 2, 3, 4, 12, 32, 64]), st.integers(0, 2**40))
SHAPES = st.lists(SIDES, max_size=6).map(tuple)
EDIT = st.tuples(
    st.sampled_from(["drop", "shape", "rename", "number", "axis", "prefix"]), st.integers(0, 10**6), SHAPES
)
NUMBERS = st.sampled_from(["0", "1", "2", "7", "99", "1000000000000", "-1", "x", ""])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**20) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
CONFIG_KEYS = (
    "_class_name", "act_fn", "block_out_channels", "ch_mult", "decoder_act_fns", "decoder_conv_act_fn",
    "decoder_in_shortcut", "dim_mult", "encoder_layers_per_block", "latent_channels", "layers_per_block",
    "decoder_num_attention_heads", "downsample_type", "encoder_input_size", "patch_type", "spatial_compression_ratio",
    "temporal_compression_ratio", "timestep_conditioning", "upsample_residual", "norm_num_groups", "norm_type", "sample_size", "scaling_factor", "upsample_fn", "vq_embed_dim", "z_channels", "z_dim",
)  # fmt: skip
CONFIGS = st.none() | st.dictionaries(st.sampled_from(CONFIG_KEYS), VALUES, max_size=3)


def edited(source: Source, edits: list[tuple[str, int, tuple[int, ...]]], number: str) -> Source:
    shapes = {name: reference.shape for name, reference in source.tensors.items()}
    for kind, where, shape in edits:
        if not shapes:
            break
        names = sorted(shapes)
        name = names[where % len(names)]
        if kind == "drop":
            del shapes[name]
        elif kind == "shape":
            shapes[name] = shape
        elif kind == "axis" and shapes[name]:
            sides = list(shapes[name])
            sides[where % len(sides)] = (shape or (5,))[0]
            shapes[name] = tuple(sides)
        elif kind == "rename":
            shapes[names[(where + 1) % len(names)].replace("weight", "bias")] = shapes.pop(name)
        elif kind == "number":
            parts = name.split(".")
            digits = [place for place, part in enumerate(parts) if part.isdecimal()]
            if digits:
                parts[digits[where % len(digits)]] = number
                shapes[".".join(parts)] = shapes.pop(name)
        else:
            shapes[f"vae.{name}"] = shapes[name]
    path = source.files[0]
    tensors = {n: TensorRef(path, "float32", s, 0, contiguous(s)) for n, s in shapes.items()}
    return Source(
        source.path, source.files, tensors, source.container, config=source.config, pair=source.pair
    )


def vae_of(source: Source) -> RecognizedVAE | None:
    def recognized() -> tuple[RecognizedVAE | None, str]:
        try:
            return detect(source), ""
        except VAEError as error:
            return None, str(error)

    (found, sentence), calls = counted(recognized)
    assert "\n" not in sentence
    assert calls < MANY_CALLS
    return found


@examples(300)
@given(place=st.integers(0, 10**6), edits=st.lists(EDIT, min_size=1, max_size=4), number=NUMBERS)
def test_any_names_and_shapes_give_a_verdict_or_one_sentence(
    place: int, edits: list[Any], number: str, sources: list[Source]
) -> None:
    source = edited(sources[place % len(sources)], edits, number)
    vae = vae_of(source)
    if vae is not None:
        assert set(vae.names) <= set(source.tensors)
        assert vae.latent_channels >= 0
        assert vae.factor >= 1 or vae.layout == "one program"  # whose latent nobody knows


@examples(150)
@given(place=st.integers(0, 10**6), config=CONFIGS)
def test_any_config_gives_a_verdict_or_one_sentence(
    place: int, config: dict[str, Any] | None, sources: list[Source]
) -> None:
    source = sources[place % len(sources)]
    tensors = dict(source.tensors)
    merged = None if config is None else {**(source.config or {}), **config}
    vae_of(Source(source.path, source.files, tensors, source.container, config=merged, pair=source.pair))


@examples(60)
@given(
    place=st.integers(0, 10**6), edits=st.lists(EDIT, min_size=1, max_size=2), number=NUMBERS, config=CONFIGS
)
def test_what_was_recognized_is_built_and_filled_or_refused(
    place: int, edits: list[Any], number: str, config: dict[str, Any] | None, sources: list[Source]
) -> None:
    """The edited tensors do not lie in the file, so that hardly anything loads; no other error may come out.

    What a real header names lies inside its file: nothing larger is tried.
    """
    from vaelab.vae.base import CodecOptions, VAEInfo
    from vaelab.vae.located import LocatedVAE
    from vaelab.vae.runtime.load_weights import load

    source = edited(sources[place % len(sources)], edits, number)
    if any(reference.extent > 2**22 for reference in source.tensors.values()):
        return
    if config is not None:
        merged = {**(source.config or {}), **config}
        source = Source(
            source.path, source.files, source.tensors, source.container, config=merged, pair=source.pair
        )
    vae = vae_of(source)
    if vae is None or vae.family == "torchscript":  # a program is run, in a process of its own
        return
    sentence = ""
    try:
        load(LocatedVAE(source, vae), VAEInfo("x", vae.label), CodecOptions()).close()
    except VAEError as error:
        sentence = str(error)
    assert "\n" not in sentence


ENTRY = st.fixed_dictionaries(
    {
        "dtype": st.sampled_from(["F32", "F16", "BF16", "I64", "F8_E4M3", "BOOL", "U8", "Q9"]) | VALUES,
        "shape": st.lists(st.integers(-1, 5) | st.sampled_from([2**31, 2**62, 2**63]), max_size=4) | VALUES,
        "data_offsets": st.lists(
            st.integers(-1, 90) | st.sampled_from([2**62, 2**64]), min_size=2, max_size=2
        )
        | VALUES,
    }
)
HEADERS = st.dictionaries(st.text(max_size=6) | st.just("__metadata__"), ENTRY | VALUES, max_size=5)


def bounded_read(path: Path) -> None:
    def read() -> str:
        try:
            for reference in read_header(path).tensors.values():
                assert reference.offset + reference.extent <= path.stat().st_size
        except VAEError as error:
            return str(error)
        return ""

    tracemalloc.start()
    try:
        sentence, calls = counted(read)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "\n" not in sentence
    assert peak < 20 * 2**20
    assert calls < MANY_CALLS


@examples(300)
@given(header=HEADERS, data=st.binary(max_size=90), lie=st.integers(-3, 3))
def test_any_safetensors_header_is_bounded(
    header: dict[str, Any], data: bytes, lie: int, tmp_path: Path
) -> None:
    text = json.dumps(header).encode()
    path = tmp_path / "x.safetensors"
    path.write_bytes(struct.pack("<Q", max(len(text) + lie, 0)) + text + data)
    bounded_read(path)


OPCODES = [
    opcode
    for opcode in pickletools.opcodes
    if opcode.name not in ("PROTO", "FRAME", "STOP", "EXT1", "EXT2", "EXT4")
]
GLOBALS = [
    b"ccollections\nOrderedDict\n", b"ctorch._utils\n_rebuild_tensor_v2\n", b"ctorch\nFloatStorage\n", b"ctorch\nfloat32\n",
    b"ctorch._utils\n_rebuild_parameter\n", b"ctorch._tensor\n_rebuild_from_type_v2\n", b"cposix\nsystem\n",
    b"cbuiltins\neval\n", b"ctorch\nSize\n", b"c__torch__.nn\nModule\n",
]  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(GLOBALS),
    st.sampled_from([b"(", b")", b"t", b"R", b"b", b"}", b"]", b"u", b"s", b"a", b"e", b"0", b"2", b"Q", b"\x81", b"\x85", b"\x86", b"\x87", b"N"]),
    st.integers(0, 255).map(lambda value: b"K" + bytes([value])),
    st.integers(0, 255).map(lambda value: b"q" + bytes([value])),
    st.integers(0, 255).map(lambda value: b"h" + bytes([value])),
    st.sampled_from([b"storage", b"0", b"cpu", b"state_dict", b"a.weight"]).map(
        lambda text: b"X" + struct.pack("<I", len(text)) + text
    ),
    st.tuples(st.sampled_from(OPCODES), st.binary(max_size=9)).map(lambda pair: pair[0].code.encode("latin1") + pair[1]),
)  # fmt: skip


@pytest.mark.filterwarnings("ignore:invalid escape sequence:DeprecationWarning")
@examples(400)
@given(pieces=st.lists(PIECES, max_size=25), form=st.sampled_from(["zip", "legacy", "TorchScript"]))
def test_any_pickle_is_bounded_and_runs_nothing(pieces: list[bytes], form: str, tmp_path: Path) -> None:
    """Programs of the pickle machine put together at random, of pieces that a real checkpoint is made of."""
    program = b"\x80\x02" + b"".join(pieces) + b"."
    path = tmp_path / "x.pt"
    if form == "legacy":
        magic = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M\xe9\x03.\x80\x02}."
        path.write_bytes(magic + program + b"\x80\x02]." + bytes(32))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a/data.pkl", program)
            archive.writestr("a/data/0", bytes(64))
            if form == "TorchScript":
                archive.writestr("a/constants.pkl", b"\x80\x02).")
                archive.writestr("a/code/__torch__.py", b"class Module(Module):\n  pass\n")
    bounded_read(path)

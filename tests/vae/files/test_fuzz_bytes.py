"""Hostile bytes, in short: what ``benchmarks/fuzz.py`` tries for as long as asked."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from counted_calls import counted
from hostile import fuzz_bytes
from hypothesis import HealthCheck, Phase, given, settings
from safetensors.torch import save

from vaelab.errors import VAEError
from vaelab.vae.families.detect import detect
from vaelab.vae.files.header import read_header
from vaelab.vae.files.source import open_source

# Not made smaller where one fails: that takes minutes for examples of megabytes.
quickly = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)

MANY_CALLS = 25_000_000
"""Four times what the largest takes, 2 MB of opcodes at three calls each; what grows without bound makes any number."""
SCALE = 0.2
"""Of the bombs within the fuzz: each alone is tried in full by ``test_pickle_bombs``, all together by the benchmark."""


def examine(data: bytes, folder: Path, name: str = "x.bin") -> str:
    """The sentence that refuses the file, empty where it is read; fails on anything else."""
    path = folder / name
    path.write_bytes(data)

    def read() -> str:
        try:
            source = open_source(path)
            for reference in source.tensors.values():
                assert reference.offset >= 0
                assert reference.offset + reference.extent <= len(data)
            detect(source)
        except VAEError as error:
            return str(error)
        return ""

    sentence, calls = counted(read)
    assert "\n" not in sentence
    assert len(sentence) < 3000
    assert calls < MANY_CALLS
    return sentence


@quickly
@given(data=fuzz_bytes.safetensors())
def test_safetensors(data: bytes, tmp_path: Path) -> None:
    examine(data, tmp_path)


@pytest.mark.filterwarnings("ignore:invalid escape sequence:DeprecationWarning")
@quickly
@given(data=fuzz_bytes.pickles())
def test_pickles(data: bytes, tmp_path: Path) -> None:
    examine(data, tmp_path)


@pytest.mark.filterwarnings("ignore:invalid escape sequence:DeprecationWarning")
@quickly
@given(data=fuzz_bytes.bombs(SCALE))
def test_pickles_that_grow(data: bytes, tmp_path: Path) -> None:
    examine(data, tmp_path)


@quickly
@given(data=fuzz_bytes.TEXTS)
def test_texts(data: bytes, tmp_path: Path) -> None:
    examine(data, tmp_path)


@quickly
@given(data=fuzz_bytes.indices())
def test_indices(data: bytes, tmp_path: Path) -> None:
    examine(data, tmp_path, "x.safetensors.index.json")


def seeds() -> list[bytes]:
    state = {
        "decoder.conv_in.weight": torch.zeros(4, 4, 1, 1),
        "encoder.conv_in.weight": torch.zeros(4, 3, 3, 3),
    }
    found = [save(state)]
    for new in (True, False):
        file = io.BytesIO()
        torch.save({"state_dict": state, "epoch": 3}, file, _use_new_zipfile_serialization=new)
        found.append(file.getvalue())
    return found  # fmt: skip


@quickly
@given(data=fuzz_bytes.mutated(seeds()))
def test_whole_files_with_a_few_wrong_bytes(data: bytes, tmp_path: Path) -> None:
    examine(data, tmp_path)


# Those that take seconds under tracemalloc are left to the benchmark.
QUICK = [name for name in fuzz_bytes.large(1.5) if not name.startswith(("names", "tables in a p", "objects"))]


@pytest.mark.parametrize("name", QUICK)
def test_files_that_ask_for_much_memory_are_refused_before_they_get_it(name: str, tmp_path: Path) -> None:
    data = fuzz_bytes.large(1.5)[name]()
    tracemalloc.start()
    try:
        sentence = examine(data, tmp_path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sentence
    # A safetensors header may have 100 MB by its format; beside that hardly anything is held.
    assert peak < 200 * 2**20


def test_a_zip_that_points_to_other_bytes_is_refused(tmp_path: Path) -> None:
    """The list of members says where a tensor lies; the right number of wrong bytes would pass for weights."""
    torch.save({"a": torch.ones(4), "b": torch.zeros(4)}, tmp_path / "x.pt")
    data = bytearray((tmp_path / "x.pt").read_bytes())
    with zipfile.ZipFile(tmp_path / "x.pt") as archive:
        places = {item.filename.rpartition("/")[2]: item.header_offset for item in archive.infolist()}
    (tmp_path / "y.pt").write_bytes(data)
    assert set(read_header(tmp_path / "y.pt").tensors) == {"a", "b"}
    listed = data.index(b"PK\x01\x02")
    first = data.index(places["0"].to_bytes(4, "little"), listed)
    wrong: dict[str, Callable[[], int]] = {
        "the other tensor": lambda: places["1"],
        "no member at all": lambda: places["0"] + 1,
        "beyond the end": lambda: 2**31,
    }
    for what, place in wrong.items():
        data[first : first + 4] = place().to_bytes(4, "little")
        (tmp_path / "y.pt").write_bytes(data)
        with pytest.raises(VAEError, match=r"is damaged|is truncated|end is missing"):
            pytest.fail(f"{what}: {read_header(tmp_path / 'y.pt').tensors}")


def test_an_index_may_name_no_impossible_file(tmp_path: Path) -> None:
    index = tmp_path / "x.safetensors.index.json"
    for value in ('"a\\nb"', '{"a": 1}', "3", '"' + "a" * 300 + '"', '"\\u0000"'):
        index.write_text(f'{{"weight_map": {{"w": {value}}}}}')
        with pytest.raises(VAEError, match="in a way that no file is named") as caught:
            open_source(index)
        assert "\n" not in str(caught.value)

"""Hostile files, by their bytes: put together at random by hypothesis, and the few that are large on purpose.

Shared by the suite, which tries some hundred of each kind, and by ``benchmarks/fuzz.py``, which goes on for as long as asked.
"""

from __future__ import annotations

import io
import json
import pickletools
import struct
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from hostile import pickle_bombs
from hypothesis import strategies as st

LEGACY_MAGIC = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19."
LEGACY_START = LEGACY_MAGIC + b"\x80\x02M\xe9\x03.\x80\x02}."

NUMBERS = st.integers(-3, 90) | st.sampled_from(
    [-(2**63), 2**31, 2**53, 2**62, 2**63 - 1, 2**63, 2**64, 10**30]
)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
NAMES = st.sampled_from(
    ["decoder.conv_in.weight", "encoder.conv_in.weight", "a", "__metadata__", "1.weight"]
) | st.text(max_size=6)
DTYPES = st.sampled_from(["F32", "F16", "BF16", "I64", "F8_E4M3", "BOOL", "U8", "Q9"])


def _dumps(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


@st.composite
def entries(draw: st.DrawFn) -> bytes:
    """One entry of a header, as text: usually a tensor's, often a wrong one."""
    if draw(st.booleans()):
        return _dumps(draw(VALUES))
    plain = {
        "dtype": draw(DTYPES | VALUES),
        "shape": draw(st.lists(NUMBERS, max_size=4) | VALUES),
        "data_offsets": draw(st.lists(NUMBERS, min_size=2, max_size=2) | VALUES),
    }
    if draw(st.integers(0, 5)) == 0:
        del plain[draw(st.sampled_from(sorted(plain)))]
    return _dumps(plain)


@st.composite
def fitting_header(draw: st.DrawFn) -> tuple[bytes, int]:
    """A header whose tensors lie one behind the other, but for a shift or a swap; and the bytes they take."""
    place, pairs = 0, []
    for number in range(draw(st.integers(0, 5))):
        shape = draw(st.lists(st.integers(0, 4), max_size=5))
        length = 4
        for side in shape:
            length *= side
        shift = draw(st.sampled_from([0, 0, 0, 0, -4, 4]))
        entry = {"dtype": "F32", "shape": shape, "data_offsets": [place + shift, place + length + shift]}
        pairs.append(_dumps(draw(NAMES) + str(number % 3)) + b":" + _dumps(entry))
        place += length
    return b"{" + b",".join(draw(st.permutations(pairs))) + b"}", place


@st.composite
def safetensors(draw: st.DrawFn) -> bytes:
    """A safetensors file; duplicate keys, overlaps, gaps, impossible numbers, a length that lies."""
    if draw(st.booleans()):
        text, length = draw(fitting_header())
        data = bytes(max(0, length + draw(st.sampled_from([0, 0, 0, -1, 1]))))
    else:
        pairs = draw(st.lists(st.tuples(NAMES, entries()), max_size=5))
        text = b"{" + b",".join(_dumps(name) + b":" + entry for name, entry in pairs) + b"}"
        data = draw(st.binary(max_size=90))
    if draw(st.integers(0, 9)) == 0:
        text = text[: draw(st.integers(0, len(text)))] + draw(st.binary(max_size=3))
    claimed = len(text) + draw(st.sampled_from([0, 0, 0, 0, -1, 1, 7, 2**30, 2**62]))
    return struct.pack("<Q", max(claimed, 0)) + text + data


_OPCODES = [code for code in pickletools.opcodes if code.name not in ("STOP", "EXT1", "EXT2", "EXT4")]
_GLOBALS = [
    b"ccollections\nOrderedDict\n", b"ctorch._utils\n_rebuild_tensor_v2\n", b"ctorch\nFloatStorage\n", b"ctorch\nfloat32\n",
    b"ctorch._utils\n_rebuild_parameter\n", b"ctorch._tensor\n_rebuild_from_type_v2\n", b"cposix\nsystem\n",
    b"cbuiltins\neval\n", b"ctorch\nSize\n", b"ccollections\ndefaultdict\n", b"ctorch._utils\n_rebuild_tensor_v3\n",
    b"c__torch__.model\nDecoder\n", b"cnumpy.core.multiarray\n_reconstruct\n",
]  # fmt: skip
_SIMPLE = [bytes([code]) for code in b"()tRb}]usae02Q\x81\x85\x86\x87N\x88\x89\x8f\x90\x91\x92\x93\x94d1"]


def _text(text: bytes) -> bytes:
    return b"X" + struct.pack("<I", len(text)) + text


_STORAGE = (
    b"(" + _text(b"storage") + b"ctorch\nFloatStorage\n" + _text(b"0") + _text(b"cpu") + b"K\x10" + b"tQ"
)
_TENSOR = (
    b"ctorch._utils\n_rebuild_tensor_v2\n("
    + _STORAGE
    + b"K\x00K\x04\x85K\x01\x85\x89ccollections\nOrderedDict\n)RtR"
)
PIECES = st.one_of(
    st.sampled_from(_GLOBALS),
    st.sampled_from(_SIMPLE),
    st.sampled_from([_STORAGE, _TENSOR, b"}" + _text(b"a.weight") + _TENSOR + b"s"]),
    st.tuples(st.sampled_from([b"K", b"q", b"h"]), st.integers(0, 255)).map(lambda pair: pair[0] + bytes([pair[1]])),
    st.sampled_from([b"storage", b"0", b"cpu", b"state_dict", b"a.weight", b"../x", b"\xff", b"\xf0\x9f\x98\x80"]).map(_text),
    st.tuples(st.sampled_from(_OPCODES), st.binary(max_size=9)).map(
        lambda pair: pair[0].code.encode("latin1") + pair[1]
    ),
)  # fmt: skip
PROGRAMS = st.lists(PIECES, max_size=25).map(lambda pieces: b"\x80\x02" + b"".join(pieces) + b".")


def zipped(members: Mapping[str, bytes], *, deflate: bool = False) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


@st.composite
def pickles(draw: st.DrawFn) -> bytes:
    """A PyTorch file of either kind, or a TorchScript program, around programs of the pickle machine."""
    program = draw(PROGRAMS)
    kind = draw(st.sampled_from(["zip", "legacy", "script", "bare"]))
    if kind == "bare":
        return program
    if kind == "legacy":
        keys = draw(st.sampled_from([b"\x80\x02].", b"\x80\x02]" + _text(b"0") + b"a.", program]))
        return LEGACY_START + program + keys + draw(st.sampled_from([b"\x10" + bytes(71), bytes(9), b""]))
    members = {"a/data.pkl": program, "a/data/0": bytes(draw(st.sampled_from([64, 63, 0])))}
    if draw(st.booleans()):
        members["a/byteorder"] = draw(st.sampled_from([b"little", b"big", b"", bytes(5000)]))
    if kind == "script":
        members |= {"a/constants.pkl": draw(PROGRAMS), "a/code/__torch__.py": draw(st.binary(max_size=60))}
        if draw(st.booleans()):
            members["a/code/__torch__/m.py"] = (
                b"class D(Module):\n  def forward(self, x):\n    return torch.conv2d(x)\n"
            )
    return zipped(members, deflate=draw(st.booleans()))


def _repeated(pieces: st.SearchStrategy[bytes], most: int) -> st.SearchStrategy[bytes]:
    return st.tuples(pieces, st.integers(1, most)).map(lambda pair: pair[0] * pair[1])


def _growth(scale: float) -> st.SearchStrategy[bytes]:
    """What takes few bytes and grows: values within themselves, one value used again and again, long keys and numbers."""
    repeated = round(30_000 * scale)
    size = st.integers(1, round(300_000 * scale))
    bombs = pickle_bombs.bombs(scale)
    return st.one_of(
        st.integers(0, 70).map(pickle_bombs.laughs),
        _repeated(
            st.sampled_from([b"\x85", b"]", b"a", b"(", b"2a", b"}N", b"s", b"N", b"h\x00", b"2\x86"]),
            repeated,
        ),
        _repeated(
            st.sampled_from(
                [b"h\x01h\x00\x85R", b"h\x00Ns", b"h\x00h\x00\x930", b"h\x02(h\x01K\x00h\x00h\x00tR"]
            ),
            repeated,
        ),
        size.map(lambda size: _text(b"k" * size)),
        size.map(lambda size: b"\x8b" + struct.pack("<i", size) + b"\x01" * size),
        st.sampled_from(sorted(bombs)).map(lambda name: _program_of(bombs[name]())),
    )


_USES = st.one_of(
    PIECES,
    st.sampled_from(
        [
            b"q\x00",
            b"q\x01",
            b"q\x02",
            b"0",
            b"K\x01s",
            b"Ns",
            b"e",
            b"u",
            b"d",
            b"\x90",
            b"\x91",
            b"tR",
            b"\x85R",
            b"b",
            b")\x81",
        ]
    ),
)


def _program_of(data: bytes) -> bytes:
    """The pickle of a bomb, without its head and end."""
    if not data.startswith(b"PK"):
        return b"N"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("a/data.pkl")[2:-1]


@st.composite
def bombs(draw: st.DrawFn, scale: float = 1) -> bytes:
    """Growing values and what makes keys, sizes, tables and names of them, in every place of every container."""
    pieces = draw(st.lists(st.one_of(_growth(scale), _USES, _USES), min_size=1, max_size=14))
    program = b"\x80\x04" + b"".join(pieces) + b"."
    place = draw(st.sampled_from(["zip", "script", "legacy content", "legacy keys"]))
    if place == "zip":
        return pickle_bombs.zipped(program)
    if place == "script":
        return pickle_bombs.script(program)
    plain = b"\x80\x02]."
    return pickle_bombs.legacy(*((program, plain) if place == "legacy content" else (plain, program)))


TEXTS = st.tuples(
    st.sampled_from([
        b"<!DOCTYPE html><html>", b"\xef\xbb\xbf  <html", b"version https://git-lfs.github.com/spec/v1\noid ", b"GGUF\x03",
        b"", b"\x80\x02", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"{", b"\x93NUMPY",
    ]),
    st.binary(max_size=700),
).map(b"".join)  # fmt: skip


@st.composite
def indices(draw: st.DrawFn) -> bytes:
    """An index of shards, or something like it."""
    table = draw(
        st.dictionaries(
            NAMES, st.sampled_from(["x.safetensors", "../x", "/etc/passwd", "\0", ""]) | VALUES, max_size=4
        )
    )
    content = draw(
        st.sampled_from([{"weight_map": table}, table, {"weight_map": [table]}, {"weight_map": {"a": table}}])
    )
    text = _dumps(content)
    return text[: draw(st.sampled_from([None, None, len(text) // 2]))]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A whole file with a few bytes overwritten, cut or put in."""
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 6))):
        # Heads and tails decide; the middle is data.
        place = draw(st.integers(0, 400)) if draw(st.booleans()) else len(data) - draw(st.integers(0, 400))
        place = min(max(place, 0), len(data))
        piece = draw(st.binary(max_size=8) | st.sampled_from([b"\xff" * 4, b"\xff" * 8, bytes(8), b"\x7f"]))
        keep = draw(st.sampled_from([len(piece), 0, 4]))
        data[place : place + keep] = piece
    return bytes(data)


def _header(text: bytes) -> bytes:
    return struct.pack("<Q", len(text)) + text


def _program(body: bytes) -> bytes:
    return zipped({"a/data.pkl": b"\x80\x04" + body + b".", "a/data/0": bytes(64)}, deflate=True)


def _members(count: int) -> bytes:
    """A zip that lists so many members, each with one byte of a name."""
    fixed = struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    listed = (b"PK\x01\x02" + fixed + b"a") * count
    number = min(count, 65535)
    end = struct.pack("<HHHHIIH", 0, 0, number, number, len(listed), 64, 0)
    return b"PK\x03\x04" + bytes(60) + listed + b"PK\x05\x06" + end


_EMOJI = b"\xf0\x9f\x98\x80"
"""One character that makes Python keep a whole text at four bytes a character."""


def large(scale: float) -> dict[str, Callable[[], bytes]]:
    """Files whose few bytes ask for much memory: at scale 1 just within what is read, above it beyond."""

    def n(number: int) -> int:
        return int(number * scale)

    mb = 2**20
    return {
        "lists in a header": lambda: _header(b'{"a":[' + b"[]," * n(349_000) + b"[]]}"),
        "tables in a header": lambda: _header(b"{" + b",".join(b'"%x":{}' % i for i in range(n(349_000))) + b"}"),
        "tensors in a header": lambda: _header(
            b"{" + b",".join(b'"%x":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}' % i for i in range(n(99_000))) + b"}"
        ),
        "a long name": lambda: _header(b'{"' + _EMOJI + b"a" * n(11 * mb) + b'":{}}'),
        "a billion keys claimed": lambda: struct.pack("<Q", n(10**12)) + b'{"a":{}}',
        "sets in a pickle": lambda: _program(b"(" + b"\x8f" * n(166_000) + b"t"),
        "tables in a pickle": lambda: _program(b"(" + b"}" * n(499_000) + b"t"),
        "a text in a pickle": lambda: _program(b"X" + struct.pack("<I", n(11 * mb)) + _EMOJI + b"a" * (n(11 * mb) - 4)),
        "names in a pickle": lambda: _program(b"(" + b"".join(b"cx\n%d\n" % i for i in range(n(490_000))) + b"t"),
        "objects in a pickle": lambda: _program(b"cx\ny\nq\x00(" + b"h\x00)R" * n(166_000) + b"t"),
        "three pickles of sets": lambda: LEGACY_MAGIC + (b"\x80\x04(" + b"\x8f" * n(166_000) + b"t.") * 3,
        "members of a zip": lambda: _members(n(260_000)),
    }  # fmt: skip

"""Pickles of a few bytes, or a few hundred kilobytes, that ask for hours, gigabytes or the process: what a reader must survive.

Shared by ``test_pickle_bombs`` and the grammar of ``fuzz_bytes``.
"""

from __future__ import annotations

import io
import pickle
import struct
import zipfile
from collections.abc import Callable

HEAD = b"\x80\x02"
LEGACY_START = b"".join(
    pickle.dumps(part, 2)
    for part in (0x1950A86A20F9469CFC6C, 1001, {"protocol_version": 1001, "little_endian": True})
)


def zipped(program: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a/data.pkl", program)
        archive.writestr("a/data/0", bytes(16))
    return file.getvalue()


def script(program: bytes) -> bytes:
    """As a TorchScript archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a/data.pkl", program)
        archive.writestr("a/constants.pkl", HEAD + b").")
        archive.writestr("a/code/__torch__.py", b"")
        archive.writestr("a/data/0", bytes(16))
    return file.getvalue()


def legacy(program: bytes, keys: bytes) -> bytes:
    return LEGACY_START + program + keys


def laughs(levels: int) -> bytes:
    """t = (t, t), so many times: its hash and its text take 2**levels steps."""
    return b")" + b"2\x86" * levels


def named(module: bytes, name: bytes) -> bytes:
    return b"c" + module + b"\n" + name + b"\n"


def text(value: bytes) -> bytes:
    return b"X" + struct.pack("<I", len(value)) + value


def storage(key: bytes = text(b"0")) -> bytes:
    return b"(" + text(b"storage") + named(b"torch", b"FloatStorage") + key + text(b"cpu") + b"K\x04tQ"


def calls(argument: bytes, function: bytes, times: int) -> bytes:
    """A list of calls of one function, always on the same argument."""
    return HEAD + argument + b"q\x00" + function + b"q\x010]q\x02(" + b"h\x01h\x00\x85R" * times + b"e."


def _pairs(count: int) -> bytes:
    return b"](" + b"".join(b"M" + struct.pack("<H", number) + b"N\x86" for number in range(count)) + b"e"


def _rebuilds(axes: int, times: int) -> bytes:
    sides = b"(" + b"K\x01" * axes + b"tq\x00"
    rebuild = named(b"torch._utils", b"_rebuild_tensor_v2")
    return (
        HEAD
        + sides
        + storage()
        + b"q\x01"
        + rebuild
        + b"q\x020"
        + b"]q\x03("
        + b"h\x02(h\x01K\x00h\x00h\x00tR" * times
        + b"e."
    )


def _module(attributes: bytes) -> bytes:
    return named(b"__torch__", b"M") + b")\x81" + attributes + b"b"


def _chain(levels: int) -> bytes:
    """Modules within modules, each under a name of 900 letters."""
    name = text(b"n" * 900) + b"q\x05"
    opened = b"".join(
        named(b"__torch__", b"M") + b")\x81}" + (b"h\x05" if level else name) for level in range(levels)
    )
    return HEAD + opened + _module(b"}") + b"sb" * levels + b"."


def _twins(records: int, entries: int) -> bytes:
    """One table of attributes, given to many modules."""
    table = b"}q\x00(" + b"".join(text(b"%d" % number) + b"N" for number in range(entries)) + b"u0"
    inner = b"".join(text(b"r%d" % number) + _module(b"h\x00") for number in range(records))
    return HEAD + table + named(b"__torch__", b"M") + b")\x81}(" + inner + b"ub."


def bombs(scale: float = 1) -> dict[str, Callable[[], bytes]]:
    """What each does to a reader that does as it is told, and the file; at a smaller scale one that asks for less."""

    def n(number: int) -> int:
        return int(number * scale)

    return {
        "a key whose hash takes 2**64 steps": lambda: zipped(HEAD + b"}" + laughs(64) + b"K\x01s."),
        "the same in many entries": lambda: zipped(HEAD + b"}(" + (laughs(40) + b"N") * 9 + b"u."),
        "the same from marks": lambda: zipped(HEAD + b"(" + laughs(64) + b"K\x01d."),
        "the same in a set": lambda: zipped(b"\x80\x04\x8f(" + laughs(64) + b"\x90."),
        "the same in a frozen set": lambda: zipped(b"\x80\x04(" + laughs(64) + b"\x91."),
        "the same as the key of an ordered table": lambda: zipped(
            HEAD + named(b"collections", b"OrderedDict") + b"](](" + laughs(64) + b"Nee\x85R."
        ),
        "the same as a memoized key": lambda: zipped(HEAD + laughs(64) + b"q\x00}h\x00Ns."),
        "a storage whose key's text takes 2**34 steps": lambda: zipped(HEAD + storage(laughs(34)) + b"."),
        "the same as a legacy file's key": lambda: legacy(HEAD + b"}.", HEAD + b"]" + laughs(64) + b"a."),
        "sizes of one long list": lambda: zipped(calls(b"](" + b"N" * n(200_000) + b"e", named(b"torch", b"Size"), n(70_000))),
        "ordered tables of one long list": lambda: zipped(calls(_pairs(n(60_000)), named(b"collections", b"OrderedDict"), n(60_000))),
        "tensors of 150 000 axes": lambda: zipped(_rebuilds(n(150_000), n(40_000))),
        "parameters of one long list": lambda: zipped(
            calls(b"](" + b"N" * n(200_000) + b"e", named(b"torch._utils", b"_rebuild_parameter"), n(70_000))
        ),
        "a key of 300 000 nested tuples": lambda: zipped(HEAD + b"})" + b"\x85" * n(300_000) + b"K\x01s."),
        "a legacy key of 300 000 nested tuples": lambda: legacy(HEAD + b"}.", HEAD + b"])" + b"\x85" * n(300_000) + b"a."),
        "400 000 nested tuples": lambda: zipped(HEAD + b")" + b"\x85" * n(400_000) + b"."),
        "200 000 nested lists": lambda: zipped(HEAD + b"]" * n(200_000) + b"a" * (n(200_000) - 1) + b"."),
        "100 000 nested tables": lambda: zipped(HEAD + b"}N" * n(100_000) + b"}" + b"s" * n(100_000) + b"."),
        "400 000 marks": lambda: zipped(HEAD + b"(" * n(400_000) + b"."),
        "a list within itself": lambda: zipped(HEAD + b"]" + b"2a" * n(200_000) + b"."),
        "one key of megabytes, entered again and again": lambda: zipped(
            HEAD + text(b"k" * n(5_000_000)) + b"q\x000" + text(b"k" * n(5_000_000)) + b"q\x010}" + b"h\x00Ns" * n(80_000) + b"h\x01Ns" * n(80_000) + b"."
        ),
        "a whole number of megabytes as a key": lambda: zipped(
            HEAD + b"\x8b" + struct.pack("<i", n(5_000_000)) + b"\x01" * n(5_000_000) + b"q\x000}" + b"h\x00Ns" * n(160_000) + b"."
        ),
        "sides of megabytes": lambda: zipped(
            HEAD + b"\x8b" + struct.pack("<i", n(5_000_000)) + b"\x01" * n(5_000_000) + b"q\x000("
            + b"h\x00" * 60 + b"tq\x030" + named(b"torch._utils", b"_rebuild_tensor_v2") + b"(" + storage() + b"K\x00h\x03h\x03tR."
        ),
        "names of megabytes": lambda: zipped(
            b"\x80\x04" + text(b"m" * n(9_000_000)) + b"q\x000" + b"h\x00h\x00\x930" * n(100_000) + b"N."
        ),
        "modules with names of 900 letters, 60 deep": lambda: script(_chain(60)),
        "one table of attributes for 5 000 modules": lambda: script(_twins(n(5_000), n(30_000))),
    }  # fmt: skip

"""What a weight file is, by its bytes, and which tensors it holds, without reading their data. No torch here.

Whatever the container, a header says where each tensor's bytes lie in the file, so that one reader serves them all and
only the tensors that are needed are ever read.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from vaelab.errors import VAEError, why
from vaelab.text import brief
from vaelab.vae.files.pickle.bounded_zip import open_archive
from vaelab.vae.files.pickle.notes import BROKEN, broken
from vaelab.vae.files.pickle.pickles import read_legacy_header, read_zip_header
from vaelab.vae.files.safetensors import read_safetensors_header
from vaelab.vae.files.tensor_ref import Container, Header


def sniff(path: Path) -> Container:
    """What kind of file this is, by its first bytes (and a zip's table of contents), whatever its name.

    Raises:
        VAEError: the file cannot be read, or is a zip that lacks its end.
    """
    try:
        # Asked before opening: opening a pipe would wait for a writer for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise VAEError(
                f"{path} is no regular file but a device, a pipe or a folder: name a file of weights."
            )
        with path.open("rb") as file:
            head = file.read(512)
    except OSError as error:
        raise VAEError(f"{path} cannot be read: {why(error)}.") from error
    if not head:
        return "empty"
    # First, for the length's own bytes can look like anything: 60 is '<', 640 begins a pickle.
    if head[4:9] == b"\0\0\0\0{":
        return "safetensors"
    if head.startswith(b"PK\x03\x04"):
        names = _zip_names(path)
        script = any(name.endswith("/constants.pkl") for name in names) and any(
            "/code/" in name for name in names
        )
        return "TorchScript" if script else "pickle (zip)"
    if head[:1] == b"\x80" and head[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05"):
        return "pickle (legacy)"
    if head.startswith(b"version https://git-lfs"):
        return "LFS pointer"
    if head.startswith(b"GGUF"):
        return "GGUF"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return "HTML"
    if head[8:9] == b"{":
        return "safetensors"
    return "unknown"


def read_header(path: Path) -> Header:
    """The names, shapes, dtypes and places of a file's tensors.

    Raises:
        VAEError: the file holds no tensors that can be read; the sentence says what it is instead.
    """
    container = sniff(path)
    try:
        if container == "safetensors":
            return read_safetensors_header(path)
        if container in ("pickle (zip)", "TorchScript"):
            return read_zip_header(path, script=container == "TorchScript")
        if container == "pickle (legacy)":
            return read_legacy_header(path)
    except BROKEN as error:
        raise VAEError(f"{path} is damaged ({brief(broken(error))}): download it again.") from error
    raise VAEError(f"{path} {_REFUSALS[container]}.")


_REFUSALS: Mapping[Container, str] = {
    "HTML": "is a web page, not weights: the download went wrong, so download the file itself again",
    "LFS pointer": "is a Git LFS pointer, not the weights: run 'git lfs pull' or download the file itself",
    "GGUF": "is a GGUF file, a format for quantized language and diffusion models: pass the VAE as safetensors or .pth",
    "empty": "is empty (0 bytes): download it again",
    "unknown": "is neither a safetensors nor a PyTorch file: pass a .safetensors, .ckpt, .pt, .pth or .bin file",
}


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_sha256(paths: Iterable[Path]) -> str:
    """SHA-256 of one file, or, of several, of their sorted ``name:sha256`` lines, each ended by a line feed."""
    files = list(paths)
    if len(files) == 1:
        return file_sha256(files[0])
    lines = sorted(f"{path.name}:{file_sha256(path)}\n" for path in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _zip_names(path: Path) -> list[str]:
    try:
        with open_archive(path) as archive:
            return archive.namelist()
    except (*BROKEN, OSError) as error:
        size = path.stat().st_size
        raise VAEError(
            f"{path} begins as a PyTorch file but its end is missing or damaged ({size} bytes): download it again."
        ) from error

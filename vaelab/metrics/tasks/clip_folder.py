"""Whether a folder can hold a CLIP model, what would load it is there, and which model it is. No torch here."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from vaelab.errors import UsageError, why
from vaelab.vae.files.header import files_sha256

WEIGHTS, PREPARATION = "model.safetensors", "preprocessor_config.json"
_FILES = ("config.json", PREPARATION, WEIGHTS)


def check_clip(folder: Path | None) -> Path:
    """Return the folder.

    Raises:
        UsageError: transformers is not installed, no folder is named, or it lacks a file of a CLIP model.
    """
    if find_spec("transformers") is None:
        raise UsageError(
            "CLIP needs the package transformers, which is not installed: run 'pip install vaelab[clip]'"
        )
    if folder is None:
        raise UsageError(
            "CLIP needs a folder with a CLIP model, and none is named: get openai/clip-vit-base-patch32 (some 600 MB) "
            "from the Hugging Face Hub and name its folder"
        )
    lacking = next((name for name in _FILES if not (folder / name).is_file()), None)
    if lacking is not None:
        raise UsageError(
            f"'{folder}' holds no {lacking}: name the folder of a CLIP model with {', '.join(_FILES)}"
        )
    return folder


def clip_identity(folder: Path) -> str:
    """Return which model a folder holds, down to the content of its files: equal for equal embeddings.

    Raises:
        UsageError: a file cannot be read.
    """
    try:
        return f"SHA-256 {files_sha256(folder / name for name in _FILES)}"
    except OSError as error:
        raise UsageError(f"the CLIP model in '{folder}' cannot be read: {why(error)}") from error

"""A CLIP model (Radford et al. 2021) of the package transformers, from a folder of the user's; nothing is downloaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional as F

from vaelab.arithmetic import float32_products, use_exact_arithmetic
from vaelab.arrays import Float32, Pixels
from vaelab.errors import UsageError
from vaelab.metrics.tasks.clip_folder import WEIGHTS, check_clip, clip_identity
from vaelab.text import brief


class CLIPImages:
    """The image half of a CLIP model on a device, with the preparation that its folder names.

    Attributes:
        identity: which model, down to the content of its files.
        width: numbers of an embedding.
    """

    def __init__(self, folder: Path, device: str) -> None:
        """Load the model, in float32, from safetensors alone.

        Raises:
            UsageError: the folder holds no such model, or not all of its weights.
        """
        from transformers import CLIPImageProcessor, CLIPModel

        weights = folder / WEIGHTS
        try:
            model, said = CLIPModel.from_pretrained(
                folder,
                local_files_only=True,
                use_safetensors=True,
                trust_remote_code=False,
                dtype=torch.float32,
                output_loading_info=True,
            )
            self._prepare: Any = CLIPImageProcessor.from_pretrained(folder, local_files_only=True)
        # Somebody's config may hold anything: whatever it causes means that this is no such model.
        except Exception as error:
            raise UsageError(
                f"'{folder}' is no CLIP model that can be loaded ({type(error).__name__}: {brief(error)})"
            ) from error
        lacking = sorted(said["missing_keys"]) + sorted(str(each) for each in said["mismatched_keys"])
        if lacking:
            raise UsageError(
                f"'{weights}' lacks {len(lacking)} tensors of its CLIP model, the first is '{lacking[0]}': download it again"
            )
        use_exact_arithmetic()
        self._model: Any = model.eval().requires_grad_(False).to(device)
        self._device = device
        self.width = int(model.config.projection_dim)
        self.identity = clip_identity(folder)

    @torch.inference_mode()
    def embeddings(self, images: Sequence[Pixels]) -> Float32:
        """Return the image embeddings (n, width) of pictures (H, W, 3) uint8 of any sizes, of unit length."""
        # Copies: torch warns of arrays that are not to be written to, as a run's originals are.
        own = [np.array(each) for each in images]
        # Told where the channels are: a picture 3 px high could be taken for one of three planes.
        prepared = self._prepare(images=own, input_data_format="channels_last", return_tensors="pt")
        pixels = prepared["pixel_values"].to(self._device)
        with float32_products(rounded=False):
            seen = self._model.vision_model(pixel_values=pixels).pooler_output
            embeddings = F.normalize(self._model.visual_projection(seen), dim=1)
        return np.asarray(embeddings.cpu().numpy(), np.float32)


def load(folder: Path | None, device: str) -> CLIPImages:
    """Return the model on a device.

    Raises:
        UsageError: transformers is not installed, no folder is named, or it holds no CLIP model.
    """
    return CLIPImages(check_clip(folder), device)

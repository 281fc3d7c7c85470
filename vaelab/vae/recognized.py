"""What detection says of a VAE: all that is needed to build it and to fill it, without torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Shapes = Mapping[str, tuple[int, ...]]
"""Tensor name to shape."""


@dataclass(frozen=True, slots=True)
class RecognizedVAE:
    """A recognized VAE.

    Attributes:
        family: key into ``FAMILIES``, which says who builds it.
        label: for people: ``AutoencoderKL (SD1/SDXL-type)``.
        layout: how its tensors are named in the file: ``diffusers``, ``LDM``, ``taesd pair``, …
        latent_channels: channels of the latent; 0 where only running it can tell.
        factor: pixels per latent position, in each direction; 0 as above.
        arguments: constructor arguments, from shapes.
        keys: name in the file to name in the model, for every tensor that belongs to the VAE.
        splits: name in the file to the names, in the model, of equal parts along its first axis.
        prefix: what stood before all names in the file.
        sample_size: side in px that the VAE was trained at, where a config says so.
        others: prefixes, as a user writes them, of other VAEs in the same files.
    """

    family: str
    label: str
    layout: str
    latent_channels: int
    factor: int
    arguments: Mapping[str, object]
    keys: Mapping[str, str]
    prefix: str = ""
    sample_size: int | None = None
    notes: tuple[str, ...] = field(default=())
    splits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The tensors of the file that belong to the VAE."""
        return (*self.keys, *self.splits)


FAMILIES: Mapping[str, str] = {
    "autoencoder_kl": "vaelab.vae.families.autoencoder_kl.build:build",
    "flux2": "vaelab.vae.families.autoencoder_kl.build:build_flux2",
    "asymmetric_kl": "vaelab.vae.families.autoencoder_kl.build:build_asymmetric",
    "wan": "vaelab.vae.families.wan.build:build",
    "qwen_image_2": "vaelab.vae.families.wan.build:build_qwen_image_2",
    "dc": "vaelab.vae.families.deterministic:build_dc",
    "vq": "vaelab.vae.families.deterministic:build_vq",
    "vq_unit": "vaelab.vae.families.deterministic:build_vq_unit",
    "vq_gumbel": "vaelab.vae.families.deterministic:build_vq_gumbel",
    "var": "vaelab.vae.families.var.build:build",
    "vqvae2": "vaelab.vae.families.vqvae2.build:build",
    "paella": "vaelab.vae.families.deterministic:build_paella",
    "consistency": "vaelab.vae.families.consistency.build:build",
    "hunyuan_image": "vaelab.vae.families.autoencoder_kl.build:build_hunyuan_image",
    "kvae": "vaelab.vae.families.autoencoder_kl.build:build_kvae",
    "hunyuan_video": "vaelab.vae.families.video.build:build",
    "hunyuan_video_15": "vaelab.vae.families.video.build:build_single",
    "hunyuan_refiner": "vaelab.vae.families.video.build:build",
    "cogvideox": "vaelab.vae.families.video.build:build",
    "magvit": "vaelab.vae.families.video.build:build",
    "kvae_video": "vaelab.vae.families.video.build:build",
    "mochi": "vaelab.vae.families.video.build:build",
    "cosmos": "vaelab.vae.families.video.build:build_cosmos",
    "temporal_decoder": "vaelab.vae.families.video.build:build_temporal_decoder",
    "ltx_video": "vaelab.vae.families.video.build:build_ltx",
    "ltx2_video": "vaelab.vae.families.video.build:build_ltx",
    "rae": "vaelab.vae.families.rae.build:build",
    "taesd": "vaelab.vae.families.taesd.build:build",
    "taehv": "vaelab.vae.families.taehv.build:build",
    "cosmos_image": "vaelab.vae.families.cosmos.build:build",
    "linear": "vaelab.vae.families.vaelab.build:build_linear",
    "mini": "vaelab.vae.families.vaelab.build:build_mini",
}
"""Family to ``"module:function"`` of its builder, ``(RecognizedVAE, files) -> Network``.

A network that comes back on torch's meta device is then filled from the source's tensors, strictly; one that has its
weights is taken as it is.
"""

CLASSES: Mapping[str, tuple[str, ...]] = {
    "autoencoder_kl": ("AutoencoderKL",),
    "flux2": ("AutoencoderKLFlux2",),
    "asymmetric_kl": ("AsymmetricAutoencoderKL",),
    "wan": ("AutoencoderKLWan", "AutoencoderKLQwenImage"),
    "qwen_image_2": ("AutoencoderKLQwenImage21",),
    "dc": ("AutoencoderDC",),
    "vq": ("VQModel",),
    "paella": ("PaellaVQModel",),
    "consistency": ("ConsistencyDecoderVAE",),
    "hunyuan_image": ("AutoencoderKLHunyuanImage",),
    "kvae": ("AutoencoderKLKVAE",),
    "hunyuan_video": ("AutoencoderKLHunyuanVideo",),
    "hunyuan_video_15": ("AutoencoderKLHunyuanVideo15",),
    "hunyuan_refiner": ("AutoencoderKLHunyuanImageRefiner",),
    "cogvideox": ("AutoencoderKLCogVideoX",),
    "magvit": ("AutoencoderKLMagvit",),
    "kvae_video": ("AutoencoderKLKVAEVideo",),
    "mochi": ("AutoencoderKLMochi",),
    "cosmos": ("AutoencoderKLCosmos",),
    "temporal_decoder": ("AutoencoderKLTemporalDecoder",),
    "ltx_video": ("AutoencoderKLLTXVideo",),
    "ltx2_video": ("AutoencoderKLLTX2Video",),
    "rae": ("AutoencoderRAE",),
    "taesd": ("AutoencoderTiny",),
}
"""Family to diffusers' classes that a ``config.json`` beside its weights may name."""

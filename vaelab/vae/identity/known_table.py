"""The table behind ``vaelab.vae.identity.known``: publicly known VAEs and the SHA-256 of their files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from vaelab.vae.hub.ids import HubName


@dataclass(frozen=True, slots=True)
class KnownVAE:
    """One VAE.

    Attributes:
        name: for people, unique.
        hub_id: ``org/name[:place]``.
        kind: whose latent space it has: ``SD1``, ``SDXL``, ``Flux.1``, …
        latent_channels, factor: of its latent.
        size: bytes to fetch, of the file or from its number of parameters and precision; None where not known.
        licence: as its publisher names it, ``unknown`` where that is not certain.
        gated: whether the Hub wants a login and the licence accepted.
        note: what to know before using it.
        aliases: other names it goes by.
    """

    name: str
    hub_id: str
    kind: str
    latent_channels: int
    factor: int
    size: int | None = None
    licence: str = "unknown"
    gated: bool = False
    note: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def hub_name(self) -> HubName:
        """Repository and place."""
        repo, _, place = self.hub_id.partition(":")
        return HubName(repo, place)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What a checksum stands for.

    Attributes:
        name: of the VAE, for people.
        kind: as in :class:`KnownVAE`.
    """

    name: str
    kind: str


_MIT, _APACHE, _UNKNOWN = "MIT", "Apache-2.0", "unknown"
_RAIL = "CreativeML Open RAIL-M"
_RAILPP = "CreativeML Open RAIL++-M"
_STABILITY = "Stability AI Community"
_FP16_NAN = "overflows in fp16: use bf16 or fp32"
_REFLECT = "made for reflect padding: add ,padding=reflect"
_SERIES = "one of a series on its page, of which those named Pad are made for reflect padding"

VAES: Final[tuple[KnownVAE, ...]] = (
    KnownVAE("SD 1.5", "stable-diffusion-v1-5/stable-diffusion-v1-5:vae", "SD1", 4, 8, 334_600_000, _RAIL, aliases=("sd15", "kl-f8")),
    KnownVAE("SD ft-MSE", "stabilityai/sd-vae-ft-mse", "SD1", 4, 8, 334_600_000, _MIT, note="decoder of SD 1 tuned for PSNR", aliases=("sd-vae-ft-mse", "ft-mse")),
    KnownVAE("SD ft-MSE 840000, original file", "stabilityai/sd-vae-ft-mse-original:vae-ft-mse-840000-ema-pruned.safetensors", "SD1", 4, 8, 334_641_190, _MIT, aliases=("vae-ft-mse-840000-ema-pruned",)),
    KnownVAE("SD ft-EMA", "stabilityai/sd-vae-ft-ema", "SD1", 4, 8, 334_600_000, _MIT, aliases=("sd-vae-ft-ema", "ft-ema")),
    KnownVAE("SD ft-EMA 560000, original file", "stabilityai/sd-vae-ft-ema-original:vae-ft-ema-560000-ema-pruned.safetensors", "SD1", 4, 8, 334_600_000, _MIT, aliases=("vae-ft-ema-560000-ema-pruned",)),
    KnownVAE("Waifu Diffusion kl-f8-anime2", "hakurei/waifu-diffusion-v1-4:vae/kl-f8-anime2.ckpt", "SD1", 4, 8, None, _RAIL, note="for drawings", aliases=("kl-f8-anime2",)),
    KnownVAE("OrangeMix", "WarriorMama777/OrangeMixs:VAEs/orangemix.vae.pt", "SD1", 4, 8, None, _RAIL, note="for drawings", aliases=("orangemix.vae", "anything-v3 vae", "nai vae")),
    KnownVAE("EQ-VAE", "zelaki/eq-vae", "SD1", 4, 8, 334_600_000, note="latent space regularized to be equivariant"),
    KnownVAE("EQ-VAE, EMA", "zelaki/eq-vae-ema", "SD1", 4, 8, 334_600_000, note="latent space regularized to be equivariant", aliases=("eq-vae-ema",)),
    KnownVAE("REPA-E of SD", "REPA-E/e2e-sdvae-hf", "SD1", 4, 8, 334_600_000, note="tuned end to end with a diffusion transformer", aliases=("e2e-sdvae",)),
    KnownVAE("Asymmetric ×1.5", "cross-attention/asymmetric-autoencoder-kl-x-1-5", "SD1", 4, 8, 777_000_000, note="larger decoder, made for inpainting"),
    KnownVAE("Asymmetric ×2", "cross-attention/asymmetric-autoencoder-kl-x-2", "SD1", 4, 8, 1_624_000_000, note="larger decoder, made for inpainting"),
    KnownVAE("TAESD", "madebyollin/taesd", "SD1", 4, 8, 9_800_000, _MIT, note="tiny, for previews"),
    KnownVAE("SD ×4 upscaler", "stabilityai/stable-diffusion-x4-upscaler:vae", "SD x4 upscaler", 4, 4, 221_300_000, _RAILPP, aliases=("x4-upscaler",)),
    KnownVAE("SDXL", "stabilityai/sdxl-vae", "SDXL", 4, 8, 334_600_000, _MIT, note=_FP16_NAN, aliases=("sdxl-vae", "sdxl vae")),
    KnownVAE("SDXL, original file", "stabilityai/sdxl-vae:sdxl_vae.safetensors", "SDXL", 4, 8, 334_641_164, _MIT, note=_FP16_NAN, aliases=("sdxl_vae.safetensors",)),
    KnownVAE("SDXL 1.0 base", "stabilityai/stable-diffusion-xl-base-1.0:vae", "SDXL", 4, 8, 334_600_000, _RAILPP, note=_FP16_NAN),
    KnownVAE("SDXL fp16-fix", "madebyollin/sdxl-vae-fp16-fix", "SDXL", 4, 8, 334_600_000, _MIT, note="SDXL that runs in fp16", aliases=("sdxl-vae-fp16-fix", "fp16-fix")),
    KnownVAE("SDXL fp16-fix, original file", "madebyollin/sdxl-vae-fp16-fix:sdxl.vae.safetensors", "SDXL", 4, 8, 334_641_162, _MIT, aliases=("pony-xl-v6-vae",)),
    KnownVAE("Playground 2.5", "playgroundai/playground-v2.5-1024px-aesthetic:vae", "SDXL", 4, 8, None, "Playground v2.5 Community"),
    KnownVAE("EQ-SDXL", "KBlueLeaf/EQ-SDXL-VAE", "SDXL", 4, 8, 334_600_000, note="a latent space of its own", aliases=("eq-sdxl-vae",)),
    KnownVAE("Anzhc EQ-B7", "Anzhc/MS-LC-EQ-D-VR_VAE:EQB7.safetensors", "SDXL", 4, 8, None, note=_SERIES, aliases=("eqb7", "ms-lc-eq-d-vr")),
    KnownVAE("Anzhc Pad EQ-B7, decoder B2", "Anzhc/MS-LC-EQ-D-VR_VAE:Pad EQB7 DecB2.safetensors", "SDXL", 4, 8, None, note=_REFLECT),
    KnownVAE("TAESDXL", "madebyollin/taesdxl", "SDXL", 4, 8, 9_800_000, _MIT, note="tiny, for previews"),
    KnownVAE("SD 3 medium", "stabilityai/stable-diffusion-3-medium-diffusers:vae", "SD3", 16, 8, 167_700_000, _STABILITY, gated=True, aliases=("sd3",)),
    KnownVAE("SD 3.5 large", "stabilityai/stable-diffusion-3.5-large:vae", "SD3", 16, 8, 167_700_000, _STABILITY, gated=True, aliases=("sd3.5",)),
    KnownVAE("REPA-E of SD 3.5", "REPA-E/e2e-sd3.5-vae", "SD3", 16, 8, None, note="tuned end to end with a diffusion transformer", aliases=("e2e-sd3.5-vae",)),
    KnownVAE("TAESD3", "madebyollin/taesd3", "SD3", 16, 8, None, _MIT, note="tiny, for previews"),
    KnownVAE("FLUX.1", "black-forest-labs/FLUX.1-schnell:ae.safetensors", "Flux.1", 16, 8, 335_304_388, _APACHE, gated=True, aliases=("flux", "flux.1-schnell", "ae.safetensors")),
    KnownVAE("FLUX.1, diffusers", "black-forest-labs/FLUX.1-schnell:vae", "Flux.1", 16, 8, 167_700_000, _APACHE, gated=True),
    KnownVAE("FLUX.1, without login", "Comfy-Org/z_image_turbo:split_files/vae/ae.safetensors", "Flux.1", 16, 8, 335_304_388, note="the same file as FLUX.1"),
    KnownVAE("Lumina Image 2.0", "Alpha-VLLM/Lumina-Image-2.0:vae", "Flux.1", 16, 8, 335_306_212, _APACHE, note="FLUX.1 in fp32", aliases=("lumina2",)),
    KnownVAE("Z-Image Turbo", "Tongyi-MAI/Z-Image-Turbo:vae", "Flux.1", 16, 8, None, _APACHE, aliases=("z-image",)),
    KnownVAE("REPA-E of FLUX.1", "REPA-E/e2e-flux-vae", "Flux.1", 16, 8, None, note="tuned end to end with a diffusion transformer", aliases=("e2e-flux-vae",)),
    KnownVAE("TAEF1", "madebyollin/taef1", "Flux.1", 16, 8, None, _MIT, note="tiny, for previews"),
    KnownVAE("FLUX.2", "black-forest-labs/FLUX.2-dev:ae.safetensors", "Flux.2", 32, 8, 336_211_292, _APACHE, gated=True, note="the VAE alone is Apache-2.0", aliases=("flux2",)),
    KnownVAE("FLUX.2, without login", "Comfy-Org/flux2-dev:split_files/vae/flux2-vae.safetensors", "Flux.2", 32, 8, 336_213_556, aliases=("flux2-vae",)),
    KnownVAE("FLUX.2 small decoder", "black-forest-labs/FLUX.2-small-decoder:full_encoder_small_decoder.safetensors", "Flux.2", 32, 8, 249_519_092, note="encoder of FLUX.2, faster decoder", aliases=("full_encoder_small_decoder",)),
    KnownVAE("CogView4", "zai-org/CogView4-6B:vae", "CogView4", 16, 8, None, _APACHE),
    KnownVAE("ostris 16 channels", "ostris/vae-kl-f8-d16", "ostris", 16, 8, None, _MIT, aliases=("vae-kl-f8-d16",)),
    KnownVAE("Wan 2.1", "Wan-AI/Wan2.1-T2V-1.3B-Diffusers:vae", "Wan 2.1", 16, 8, 507_600_000, _APACHE, note="a video VAE, run on single frames"),
    KnownVAE("Wan 2.1, original file", "Wan-AI/Wan2.1-T2V-1.3B:Wan2.1_VAE.pth", "Wan 2.1", 16, 8, 507_609_880, _APACHE, aliases=("wan2.1_vae.pth",)),
    KnownVAE("Wan 2.1, bf16", "Comfy-Org/Wan_2.1_ComfyUI_repackaged:split_files/vae/wan_2.1_vae.safetensors", "Wan 2.1", 16, 8, 253_815_318, aliases=("wan_2.1_vae",)),
    KnownVAE("Wan 2.2 5B", "Wan-AI/Wan2.2-TI2V-5B-Diffusers:vae", "Wan 2.2", 48, 16, 2_818_800_000, _APACHE, note="a video VAE, run on single frames"),
    KnownVAE("Wan 2.2 5B, 16 bit", "Comfy-Org/Wan_2.2_ComfyUI_Repackaged:split_files/vae/wan2.2_vae.safetensors", "Wan 2.2", 48, 16, 1_409_400_960, _APACHE, aliases=("wan2.2_vae",)),
    KnownVAE("Qwen-Image", "Qwen/Qwen-Image:vae", "Qwen-Image", 16, 8, 253_800_000, _APACHE),
    KnownVAE("Qwen-Image, ComfyUI's file", "Comfy-Org/Qwen-Image_ComfyUI:split_files/vae/qwen_image_vae.safetensors", "Qwen-Image", 16, 8, 253_806_246, aliases=("qwen_image_vae",)),
    KnownVAE("Qwen-Image-Layered", "Qwen/Qwen-Image-Layered:vae", "Qwen-Image-Layered", 16, 8, None, note="takes and returns RGBA"),
    KnownVAE("Qwen-Image-2.1", "Qwen/Qwen-Image-2.1:vae", "Qwen-Image-2.1", 64, 16, None, note="takes and returns RGBA"),
    KnownVAE("REPA-E of Qwen-Image", "REPA-E/e2e-qwenimage-vae", "Qwen-Image", 16, 8, None, note="tuned end to end with a diffusion transformer", aliases=("e2e-qwenimage-vae",)),
    KnownVAE("HunyuanImage 2.1", "Comfy-Org/HunyuanImage_2.1_ComfyUI:split_files/vae/hunyuan_image_2.1_vae_fp16.safetensors", "HunyuanImage 2.1", 64, 32, 811_000_000, "Tencent Hunyuan Community", aliases=("hunyuan_image_2.1_vae_fp16",)),
    KnownVAE("DC-AE of Sana 1.1", "mit-han-lab/dc-ae-f32c32-sana-1.1-diffusers", "DC-AE f32c32", 32, 32, 1_249_000_000, note="better decoder than 1.0", aliases=("dc-ae-f32c32-sana-1.1", "sana")),
    KnownVAE("DC-AE of Sana 1.0", "mit-han-lab/dc-ae-f32c32-sana-1.0-diffusers", "DC-AE f32c32", 32, 32, 1_249_000_000, aliases=("dc-ae-f32c32-sana-1.0",)),
    KnownVAE("DC-AE f32c32, ImageNet", "mit-han-lab/dc-ae-f32c32-in-1.0-diffusers", "DC-AE f32c32", 32, 32, aliases=("dc-ae-f32c32-in-1.0",)),
    KnownVAE("DC-AE f32c32, mix", "mit-han-lab/dc-ae-f32c32-mix-1.0-diffusers", "DC-AE f32c32", 32, 32, aliases=("dc-ae-f32c32-mix-1.0",)),
    KnownVAE("DC-AE f64c128, ImageNet", "mit-han-lab/dc-ae-f64c128-in-1.0-diffusers", "DC-AE f64c128", 128, 64, aliases=("dc-ae-f64c128-in-1.0",)),
    KnownVAE("DC-AE f128c512, ImageNet", "mit-han-lab/dc-ae-f128c512-in-1.0-diffusers", "DC-AE f128c512", 512, 128, aliases=("dc-ae-f128c512-in-1.0",)),
    KnownVAE("Kandinsky 2.2 MoVQ", "kandinsky-community/kandinsky-2-2-decoder:movq", "Kandinsky MoVQ", 4, 8, 271_200_000, _APACHE, note="a codebook of 16384", aliases=("movq",)),
    KnownVAE("aMUSEd VQ", "amused/amused-256:vqvae", "aMUSEd VQ", 64, 16, 584_800_000, _RAILPP, note="a codebook of 8192"),
)  # fmt: skip
"""By latent space, the plain one first."""

FILES: Final[Mapping[str, KnownFile]] = {
    "735e4c3a447a3255760d7f86845f09f937809baa529c17370d83e4c3758f3c75": KnownFile("SD ft-MSE 840000, original file", "SD1"),
    "c6a580b13a5bc05a5e16e4dbb80608ff2ec251a162311590c1f34c013d7f3dab": KnownFile("SD ft-MSE 840000, original ckpt", "SD1"),
    "a1d993488569e928462932c8c38a0760b874d166399b14414135bd9c42df5815": KnownFile("SD ft-MSE", "SD1"),
    "95f26a5ab04779d5467d1fcecaf93160ffa523afe399b835b3e1bb77ff2d937a": KnownFile("SD ft-EMA 560000, original file", "SD1"),
    "0b204ad0cae549e0a7e298d803d57e36363760dec71c63109c1da3e1147ec520": KnownFile("SD ft-EMA 560000, original ckpt", "SD1"),
    "32db726da04f06c1b6b14c0043ce115cc87a501482945c5add89a40d838fcb46": KnownFile("SD ft-EMA", "SD1"),
    "a2b5134f4dbc140d9c11f11cba3233099e00af40f262f136c691fb7d38d2194c": KnownFile("SD 1.5", "SD1"),
    "4fbcf0ebe55a0984f5a5e00d8c4521d52359af7229bb4d81890039d2aa16dd7c": KnownFile("SD 1.5, fp16", "SD1"),
    "63aeecb90ff7bc1c115395962d3e803571385b61938377bc7089b36e81e92e2e": KnownFile("SDXL, original file", "SDXL"),
    "27ed3b02e09638568e99d4398c67bc654dde04e6c0db61fb2d21dba630e7058a": KnownFile("SDXL 1.0 base", "SDXL"),
    "eb6516ab7e1104d5d1a174a4d65c57835ae38061531d0a2192103aecfb790cc1": KnownFile("SDXL 1.0 base, fp16", "SDXL"),
    "e6bb9ea85bbf7bf6478a7c6d18b71246f22e95d41bcdd80ed40aa212c33cfeff": KnownFile("SDXL 0.9, original file", "SDXL"),
    "235745af8d86bf4a4c1b5b4f529868b37019a10f7c0b2e79ad0abca3a22bc6e1": KnownFile("SDXL fp16-fix, original file", "SDXL"),
    "1b909373b28f2137098b0fd9dbc6f97f8410854f31f84ddc9fa04b077b0ace2c": KnownFile("SDXL fp16-fix", "SDXL"),
    "f9b67a279283625caee39d61eacb5324243848477b4eb535355eaaa8423d4e09": KnownFile("SD 3 medium", "SD3"),
    "afc8e28272cd15db3919bacdb6918ce9c1ed22e96cb12c4d5ed0fba823529e38": KnownFile("FLUX.1", "Flux.1"),
    "f5b59a26851551b67ae1fe58d32e76486e1e812def4696a4bea97f16604d40a3": KnownFile("FLUX.1, diffusers", "Flux.1"),
    "8c717328c8ad41faab2ccfd52ae17332505c6833cf176aad56e7b58f2c4d4c94": KnownFile("Lumina Image 2.0", "Flux.1"),
    "868fe7b343cc8f3a19dbcfcafbc3d5f888802be3f89bd81b65b3621a066ce8f3": KnownFile("FLUX.2", "Flux.2"),
    "d64f3a68e1cc4f9f4e29b6e0da38a0204fe9a49f2d4053f0ec1fa1ca02f9c4b5": KnownFile("FLUX.2, without login", "Flux.2"),
    "ea4273f02d1fafbf8e1d1c2cf6018ed8748652eb0bf34f2dd91171f16f15ab62": KnownFile("FLUX.2 small decoder", "Flux.2"),
    "38071ab59bd94681c686fa51d75a1968f64e470262043be31f7a094e442fd981": KnownFile("Wan 2.1, original file", "Wan 2.1"),
    "2fc39d31359a4b0a64f55876d8ff7fa8d780956ae2cb13463b0223e15148976b": KnownFile("Wan 2.1, bf16", "Wan 2.1"),
    "e40321bd36b9709991dae2530eb4ac303dd168276980d3e9bc4b6e2b75fed156": KnownFile("Wan 2.2 5B, 16 bit", "Wan 2.2"),
    "a70580f0213e67967ee9c95f05bb400e8fb08307e017a924bf3441223e023d1f": KnownFile("Qwen-Image, ComfyUI's file", "Qwen-Image"),
    "f2ae19863609206196b5e3a86bfd94f67bd3866f5042004e3994f07e3c93b2f9": KnownFile("HunyuanImage 2.1", "HunyuanImage 2.1"),
    "4d11e9a7f7afcb43bd4645a490457b8287b55b90eac6ccb045f1a8b0f2533214": KnownFile("TAEF2", "Flux.2"),
    "15a4b09e56d95b768a0ec9da50b702e21d920333fc9b3480d66bb5c7fad9d87f": KnownFile("DC-AE of Sana 1.0, bf16", "DC-AE f32c32"),
}  # fmt: skip
"""SHA-256 of a published file (of a pair as ``containers.files_sha256`` has it), as public projects record it, to what it is."""

"""Every family of VAEs, one row each, in the order in which a file is compared with them. No torch here.

A family is added by its folder, its row and its test: detection, loading, descriptions, forecasts, README's table and the
sentence on a file that does not load all read the row.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vaelab.vae.families.autoencoder_kl import models as kl_models
from vaelab.vae.families.autoencoder_kl.recognize import recognize as recognize_kl
from vaelab.vae.families.autoencoder_kl.structure import structure as kl_structure
from vaelab.vae.families.consistency.recognize import recognize as recognize_consistency
from vaelab.vae.families.cosmos.recognize import recognize as recognize_cosmos
from vaelab.vae.families.dc_ae.recognize import recognize as recognize_dc
from vaelab.vae.families.family import CAUSAL, Cost, Family, Layout, Sign, axes, both, has
from vaelab.vae.families.hunyuan_image.recognize import recognize as recognize_hunyuan_image
from vaelab.vae.families.hunyuan_video.recognize import recognize as recognize_hunyuan_video
from vaelab.vae.families.kvae.recognize import recognize as recognize_kvae
from vaelab.vae.families.ltx.recognize import recognize as recognize_ltx
from vaelab.vae.families.paella.recognize import recognize as recognize_paella
from vaelab.vae.families.rae.recognize import recognize as recognize_rae
from vaelab.vae.families.taehv.recognize import recognize as recognize_taehv
from vaelab.vae.families.taehv.structure import structure as taehv_structure
from vaelab.vae.families.taesd import models as taesd_models
from vaelab.vae.families.taesd.recognize import recognize as recognize_taesd
from vaelab.vae.families.taesd.structure import structure as taesd_structure
from vaelab.vae.families.torchscript.recognize import recognize as recognize_torchscript
from vaelab.vae.families.vaelab.recognize import recognize as recognize_vaelab
from vaelab.vae.families.vaelab.structure import structure as vaelab_structure
from vaelab.vae.families.video.recognize import recognize as recognize_video
from vaelab.vae.families.vq.recognize import recognize as recognize_vq
from vaelab.vae.families.vqvae2.recognize import recognize as recognize_vqvae2
from vaelab.vae.families.wan import models as wan_models
from vaelab.vae.families.wan.recognize import recognize as recognize_wan

_AT: Final = "vaelab.vae.families."

# Costs. GPU: ComfyUI's estimators of encode or decode, whichever is larger; where it has none, in the ratio of the CPU's. CPU: peak
# resident memory of the reference class over the loaded model at 256² or 512², with a tenth to spare.
# fmt: off
FAMILIES: Final[tuple[Family, ...]] = (
    Family("cosmos_image", "CosmosTokenizer", recognize_cosmos, f"{_AT}cosmos.build:build", 32, (
        Layout("encoder.jit + decoder.jit", "Cosmos image tokenizers CI and DI, 8×8 and 16×16", "the weights of the TorchScript archives in VAELab's own network; no program in them is run"),
        Layout("autoencoder.jit", "the same as one file"),
    ), shows_arguments=False),
    # Every other program; nothing that is none is compared with these two.
    Family("torchscript", "TorchScript", recognize_torchscript, is_program=True, shows_arguments=False),
    Family("linear", "Linear", recognize_vaelab, f"{_AT}vaelab.build:build_linear", structure=vaelab_structure, costs={"Linear": Cost(100, 100, 300)}, shows_arguments=False),
    Family("mini", "Mini", recognize_vaelab, f"{_AT}vaelab.build:build_mini", structure=vaelab_structure, costs={"Mini": Cost(300, 150, 1_000)}, shows_arguments=False),
    Family("taesd", "TAESD-type", recognize_taesd, f"{_AT}taesd.build:build", 31, (
        Layout("taesd pair", "TAESD, TAESDXL, TAESD3, TAEF1, TAEF2, TAESANA", "two files; one finds the other"),
        Layout("taesd merged", "the same in one file, as ComfyUI merges them"),
        Layout("diffusers", "AutoencoderTiny"),
    ), ("AutoencoderTiny",), shows_arguments=False, structure=taesd_structure, costs=dict.fromkeys(("TAESD-type", "TAEF2", "TAESANA"), Cost(600, 280, 4_200)),
        models=taesd_models.MODELS, spaces=taesd_models.SPACES, normalized=True),
    # Tencent names its tensors as LDM does and means others by them, so it is asked before.
    Family("hunyuan_image", "AutoencoderKLHunyuanImage", recognize_hunyuan_image, f"{_AT}autoencoder_kl.build:build_hunyuan_image", 14, (
        Layout("diffusers", "HunyuanImage 2.1", "not tiled: diffusers' tiling of it fails"),
        Layout("Tencent", "HunyuanImage 2.1's own file"),
    ), ("AutoencoderKLHunyuanImage",), costs={"AutoencoderKLHunyuanImage": Cost(1200, 570, 50_000)}),
    Family("autoencoder_kl", "AutoencoderKL", recognize_kl, f"{_AT}autoencoder_kl.build:build", 1, (
        Layout("diffusers", "SD 1/2, SDXL, SD 3, Flux.1, CogView4, x4 upscaler", "any widths; also the attention names of diffusers before 0.18"),
        Layout("LDM", "the same as single files and inside checkpoints; LDM kl-f4 to kl-f32", "prefixes and nested dictionaries are stripped; attention in any level"),
    ), ("AutoencoderKL",), structure=kl_structure, costs={"AutoencoderKL": Cost(2178, 920, 47_000, 512, width=128)}, models=kl_models.MODELS),
    Family("flux2", "AutoencoderKLFlux2", recognize_kl, f"{_AT}autoencoder_kl.build:build_flux2", 2, (
        Layout("diffusers", "Flux.2", "also with the small decoder"),
        Layout("BFL", "Flux.2's ae.safetensors and full_encoder_small_decoder.safetensors", "quant convolutions inside encoder and decoder"),
        Layout("LDM", "Flux.2 files renamed to the LDM layout"),
    ), ("AutoencoderKLFlux2",), structure=kl_structure, costs={"AutoencoderKLFlux2": Cost(2178, 920, 47_000, 512)},
        signs=(Sign(4, has(r"(^|\.)bn\.running_mean$"), "the VAE of Flux.2"),)),
    Family("asymmetric_kl", "AsymmetricAutoencoderKL", recognize_kl, f"{_AT}autoencoder_kl.build:build_asymmetric", 29, (
        Layout("diffusers", "asymmetric VQGAN x 1.5 and x 2", "decoded without a mask; not tiled"),
    ), ("AsymmetricAutoencoderKL",), costs={"AsymmetricAutoencoderKL": Cost(3800, 1740, 86_000)},
        signs=(Sign(5, has(r"condition_encoder"), "an asymmetric AutoencoderKL"),)),
    Family("vq", "VQModel", recognize_vq, f"{_AT}vq.build:build", 6, (
        Layout("diffusers", "VQ-f4 to f16, aMUSEd, Kandinsky's MoVQ", "the latent is what goes into the codebook"),
        Layout("LDM", "taming's VQGAN, LDM's vq models, MoVQ's own file", "attention in any level; spatial norms"),
    ), ("VQModel",), structure=kl_structure, costs={"VQModel": Cost(3300, 1540, 42_000)},
        signs=(Sign(3, has(r"quantize\.embed(ding)?\.weight$|quantize_t\.embed$|codebook"), "a VQ autoencoder"),)),
    Family("vq_gumbel", "GumbelVQ", recognize_vq, f"{_AT}vq.build:build_gumbel", 7, (
        Layout("LDM", "taming's vqgan_gumbel_f8", "each vector becomes the entry that scores best, none is drawn"),
    ), shows_arguments=False),
    Family("vq_unit", "VQModel", recognize_vq, f"{_AT}vq.build:build_unit", 8, (
        Layout("LlamaGen", "LlamaGen's VQ-8 and VQ-16, Janus' image tokenizer", "vectors and codebook are compared at length 1"),
    ), shows_arguments=False),
    Family("var", "VAR", recognize_vq, f"{_AT}var.build:build", 9, (
        Layout("LDM", "VAR's vae_ch160v4096z32", "ten resolutions, in the published proportions at other sizes"),
    ), shows_arguments=False),
    Family("vqvae2", "VQ-VAE-2", recognize_vqvae2, f"{_AT}vqvae2.build:build", 10, (
        Layout("rosinality", "VQ-VAE-2 as vq-vae-2-pytorch trains it", "two codebooks; both latents are measured, the finer one folded 2 × 2"),
    ), shows_arguments=False),
    Family("paella", "PaellaVQModel", recognize_paella, f"{_AT}paella.build:build", 11, (
        Layout("diffusers", "stage A of Stable Cascade and Würstchen", "decoded without its codebook, as the pipelines do"),
        Layout("Stable Cascade", "stage_a.safetensors, the authors' and ComfyUI's file"),
    ), ("PaellaVQModel",)),
    Family("consistency", "ConsistencyDecoderVAE", recognize_consistency, f"{_AT}consistency.build:build", 12, (
        Layout("diffusers", "OpenAI's consistency decoder", "draws noise, seeded for each image; not tiled"),
    ), ("ConsistencyDecoderVAE",),
        parts=((has(r"(^|\.)decoder_unet\."), "the decoder of a consistency-decoder VAE without its encoder"),)),
    Family("wan", "AutoencoderKLWan", recognize_wan, f"{_AT}wan.build:build", 3, (
        Layout("diffusers", "Wan 2.1, Wan 2.2, Qwen-Image, Qwen-Image-Layered", "one frame; RGBA: alpha in is 1, alpha out is left away; Wan 2.2 is not tiled"),
        Layout("Wan", "Wan2.1_VAE.pth, Wan2.2_VAE.pth, wan_2.1_vae, qwen_image_vae", "the authors' names, by an own map for both generations"),
    ), ("AutoencoderKLWan", "AutoencoderKLQwenImage"), costs={"AutoencoderKLWan": Cost(2900, 2940, 73_000, 256), "AutoencoderKLWan f16": Cost(8000, 2540, 142_000)}, models=wan_models.MODELS,
        signs=(Sign(15, has(r"decoder\.middle\.0\.residual\.0\.gamma$"), "the VAE of Wan or Qwen-Image"),
               Sign(16, both(axes("decoder.conv_in.weight", 5), has(r"norm_out\.gamma$")), "the VAE of Wan or Qwen-Image"))),
    Family("qwen_image_2", "AutoencoderKLQwenImage21", recognize_wan, f"{_AT}wan.build:build_qwen_image_2", 4, (
        Layout("diffusers", "Qwen-Image-2.1", "RGBA: alpha in is 1, alpha out is left away"),
    ), ("AutoencoderKLQwenImage21",), costs={"AutoencoderKLQwenImage21": Cost(8800, 4080, 113_000, 256)},
        signs=(Sign(17, both(axes("decoder.conv_in.weight", 4), has(r"norm_out\.gamma$")), "the VAE of Qwen-Image-2.1"),)),
    Family("dc", "AutoencoderDC", recognize_dc, f"{_AT}dc_ae.build:build", 5, (
        Layout("diffusers", "DC-AE: Sana 1.0 and 1.1, the in and mix variants", "activations as published unless a config.json says otherwise"),
        Layout("efficientvit", "the same as published by mit-han-lab", "fused query, key and value are split"),
    ), ("AutoencoderDC",), costs={"AutoencoderDC": Cost(1900, 820, 61_000, 512)},
        signs=(Sign(18, has(r"project_in\.(main\.)?conv|decoder\.stages\.\d"), "a DC-AE"),)),
    Family("kvae", "AutoencoderKLKVAE", recognize_kvae, f"{_AT}autoencoder_kl.build:build_kvae", 15, (
        Layout("diffusers", "K-VAE"),
    ), ("AutoencoderKLKVAE",), costs={"AutoencoderKLKVAE": Cost(3800, 1760, 79_000, 512)}),
    Family("hunyuan_video", "AutoencoderKLHunyuanVideo", recognize_hunyuan_video, f"{_AT}hunyuan_video.build:build", 16, (
        Layout("diffusers", "HunyuanVideo", "one frame"),
        Layout("LDM", "HunyuanVideo as ComfyUI names it", "one frame"),
    ), ("AutoencoderKLHunyuanVideo",),
        signs=(Sign(12, both(CAUSAL, has(r"decoder\.(conv_norm_out|norm_out)\.weight$")), "a video VAE of HunyuanVideo"),)),
    Family("hunyuan_video_15", "AutoencoderKLHunyuanVideo15", recognize_hunyuan_video, f"{_AT}hunyuan_video.build:build_15", 17, (
        Layout("diffusers", "HunyuanVideo 1.5", "one frame, image by image; not tiled"),
        Layout("Tencent", "HunyuanVideo 1.5's own file", "on one frame it computes what HunyuanImage's refiner does"),
    ), ("AutoencoderKLHunyuanVideo15",),
        signs=(Sign(11, both(CAUSAL, has(r"decoder\.norm_out\.gamma$")), "a video VAE of HunyuanVideo 1.5 or HunyuanImage's refiner"),)),
    Family("hunyuan_refiner", "AutoencoderKLHunyuanImageRefiner", recognize_hunyuan_video, f"{_AT}hunyuan_video.build:build_refiner", 18, (
        Layout("diffusers", "HunyuanImage 2.1's refiner", "one frame; not tiled"),
        Layout("Tencent", "the refiner as ComfyUI names it", "one frame; not tiled"),
    ), ("AutoencoderKLHunyuanImageRefiner",)),
    Family("cogvideox", "AutoencoderKLCogVideoX", recognize_video, f"{_AT}video.build:build_cogvideox", 22, (
        Layout("diffusers", "CogVideoX", "one frame; not tiled"),
    ), ("AutoencoderKLCogVideoX",),
        signs=(Sign(10, both(CAUSAL, has(r"resnets\.0\.norm1\.norm_layer\.")), "a video VAE of CogVideoX"),)),
    Family("magvit", "AutoencoderKLMagvit", recognize_video, f"{_AT}video.build:build_magvit", 25, (
        Layout("diffusers", "EasyAnimate", "one frame"),
    ), ("AutoencoderKLMagvit",)),
    Family("kvae_video", "AutoencoderKLKVAEVideo", recognize_video, f"{_AT}video.build:build_kvae", 23, (
        Layout("diffusers", "K-VAE for videos", "one frame; not tiled"),
    ), ("AutoencoderKLKVAEVideo",)),
    Family("mochi", "AutoencoderKLMochi", recognize_video, f"{_AT}video.build:build_mochi", 24, (
        Layout("diffusers", "Mochi 1", "one frame"),
    ), ("AutoencoderKLMochi",),
        signs=(Sign(13, both(has(r"encoder\.proj_in\.weight$"), has(r"decoder\.proj_out\.weight$")), "a video VAE of Mochi"),)),
    Family("cosmos", "AutoencoderKLCosmos", recognize_video, f"{_AT}video.build:build_cosmos", 21, (
        Layout("diffusers", "Cosmos CV8x8x8 and CV4x8x8", "one frame; not tiled"),
    ), ("AutoencoderKLCosmos",),
        signs=(Sign(7, has(r"decoder\.conv_in\.conv_s\.|unpatcher3d\."), "a video VAE of Cosmos"),)),
    Family("temporal_decoder", "AutoencoderKLTemporalDecoder", recognize_video, f"{_AT}video.build:build_temporal_decoder", 26, (
        Layout("diffusers", "Stable Video Diffusion", "each image is decoded as a video of one frame; not tiled"),
    ), ("AutoencoderKLTemporalDecoder",),
        signs=(Sign(6, has(r"time_conv_out|mix_factor"), "the VAE of Stable Video Diffusion with its temporal decoder"),)),
    Family("rae", "AutoencoderRAE", recognize_rae, f"{_AT}rae.build:build", 30, (
        Layout("diffusers", "RAE with DINOv2 or MAE", "images of its one size alone; needs transformers: pip install 'vaelab[rae]'"),
    ), ("AutoencoderRAE",),
        signs=(Sign(2, has(r"patch_embeddings\.projection"), "a representation autoencoder (RAE)"),)),
    Family("ltx_video", "AutoencoderKLLTXVideo", recognize_ltx, f"{_AT}ltx.build:build", 19, (
        Layout("diffusers", "LTX-Video 0.9.0 to 0.9.7", "one frame; a decoder with a time step runs at step 0, its noise is seeded for each image"),
        Layout("Lightricks", "the same as single files and inside checkpoints"),
    ), ("AutoencoderKLLTXVideo",),
        signs=(Sign(8, has(r"decoder\.up_blocks\.\d+\.res_blocks\.|per_channel_statistics\."), "a video VAE of LTX"),
               Sign(9, both(CAUSAL, has(r"^latents_mean$")), "a video VAE of LTX"))),
    Family("ltx2_video", "AutoencoderKLLTX2Video", recognize_ltx, f"{_AT}ltx.build:build_2", 20, (
        Layout("diffusers", "LTX-2 and LTX-2.3", "one frame"),
        Layout("Lightricks", "the same as single files and inside checkpoints", "what weights do not tell, the file's header does"),
    ), ("AutoencoderKLLTX2Video",)),
    Family("taehv", "TAEHV", recognize_taehv, f"{_AT}taehv.build:build", 33, (
        Layout("taehv", "TAEHV, TAEW2.1, TAEW2.2, TAEHV 1.5, TAEH3, TAELTX-2, LightTAE; the super ones", "one frame; of HunyuanVideo 1.5 the file's name decides between ReLU and leaky ReLU"),
    ), shows_arguments=False, structure=taehv_structure, costs={"TAEHV": Cost(900, 400, 6_000)}, normalized=True,
        signs=(Sign(1, has(r"decoder\.22\.bias$"), "a TAEHV-type tiny video autoencoder"),)),
)
# fmt: on

BY_KEY: Final[Mapping[str, Family]] = {family.key: family for family in FAMILIES}

CLASSES: Final = tuple(name for family in FAMILIES for name in family.classes)
"""Of diffusers, by whose name a ``config.json`` is known to be a VAE's."""

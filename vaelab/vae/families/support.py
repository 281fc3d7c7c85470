"""Which VAEs load, in which layouts: the table of the documentation. No torch here.

``python -m vaelab.vae.families.support`` prints it as Markdown. Every line is exercised by a test that compares a file in that layout
with its reference class, pixel for pixel; a line without such a test, or a test without a line, fails.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Supported:
    """One line.

    Attributes:
        model: the class or network, as the description's family begins.
        layout: how the tensors are named, as the description says it.
        known_as: what people call the models.
        note: what is special.
    """

    model: str
    layout: str
    known_as: str
    note: str = ""


SUPPORTED: tuple[Supported, ...] = (
    Supported("AutoencoderKL", "diffusers", "SD 1/2, SDXL, SD 3, Flux.1, CogView4, x4 upscaler", "any widths; also the attention names of diffusers before 0.18"),
    Supported("AutoencoderKL", "LDM", "the same as single files and inside checkpoints; LDM kl-f4 to kl-f32", "prefixes and nested dictionaries are stripped; attention in any level"),
    Supported("AutoencoderKLFlux2", "diffusers", "Flux.2", "also with the small decoder"),
    Supported("AutoencoderKLFlux2", "BFL", "Flux.2's ae.safetensors and full_encoder_small_decoder.safetensors", "quant convolutions inside encoder and decoder"),
    Supported("AutoencoderKLFlux2", "LDM", "Flux.2 files renamed to the LDM layout"),
    Supported("AutoencoderKLWan", "diffusers", "Wan 2.1, Wan 2.2, Qwen-Image, Qwen-Image-Layered", "one frame; RGBA: alpha in is 1, alpha out is left away; Wan 2.2 is not tiled"),
    Supported("AutoencoderKLWan", "Wan", "Wan2.1_VAE.pth, Wan2.2_VAE.pth, wan_2.1_vae, qwen_image_vae", "the authors' names, by an own map for both generations"),
    Supported("AutoencoderKLQwenImage21", "diffusers", "Qwen-Image-2.1", "RGBA: alpha in is 1, alpha out is left away"),
    Supported("AutoencoderDC", "diffusers", "DC-AE: Sana 1.0 and 1.1, the in and mix variants", "activations as published unless a config.json says otherwise"),
    Supported("AutoencoderDC", "efficientvit", "the same as published by mit-han-lab", "fused query, key and value are split"),
    Supported("VQModel", "diffusers", "VQ-f4 to f16, aMUSEd, Kandinsky's MoVQ", "the latent is what goes into the codebook"),
    Supported("VQModel", "LDM", "taming's VQGAN, LDM's vq models, MoVQ's own file", "attention in any level; spatial norms"),
    Supported("GumbelVQ", "LDM", "taming's vqgan_gumbel_f8", "each vector becomes the entry that scores best, none is drawn"),
    Supported("VQModel", "LlamaGen", "LlamaGen's VQ-8 and VQ-16, Janus' image tokenizer", "vectors and codebook are compared at length 1"),
    Supported("VAR", "LDM", "VAR's vae_ch160v4096z32", "ten resolutions, in the published proportions at other sizes"),
    Supported("VQ-VAE-2", "rosinality", "VQ-VAE-2 as vq-vae-2-pytorch trains it", "two codebooks; both latents are measured, the finer one folded 2 × 2"),
    Supported("PaellaVQModel", "diffusers", "stage A of Stable Cascade and Würstchen", "decoded without its codebook, as the pipelines do"),
    Supported("PaellaVQModel", "Stable Cascade", "stage_a.safetensors, the authors' and ComfyUI's file"),
    Supported("ConsistencyDecoderVAE", "diffusers", "OpenAI's consistency decoder", "draws noise, seeded for each image; not tiled"),
    Supported("AutoencoderKLHunyuanImage", "diffusers", "HunyuanImage 2.1", "not tiled: diffusers' tiling of it fails"),
    Supported("AutoencoderKLHunyuanImage", "Tencent", "HunyuanImage 2.1's own file"),
    Supported("AutoencoderKLKVAE", "diffusers", "K-VAE"),
    Supported("AutoencoderKLHunyuanVideo", "diffusers", "HunyuanVideo", "one frame"),
    Supported("AutoencoderKLHunyuanVideo", "LDM", "HunyuanVideo as ComfyUI names it", "one frame"),
    Supported("AutoencoderKLHunyuanVideo15", "diffusers", "HunyuanVideo 1.5", "one frame, image by image; not tiled"),
    Supported("AutoencoderKLHunyuanVideo15", "Tencent", "HunyuanVideo 1.5's own file", "on one frame it computes what HunyuanImage's refiner does"),
    Supported("AutoencoderKLHunyuanImageRefiner", "diffusers", "HunyuanImage 2.1's refiner", "one frame; not tiled"),
    Supported("AutoencoderKLHunyuanImageRefiner", "Tencent", "the refiner as ComfyUI names it", "one frame; not tiled"),
    Supported("AutoencoderKLLTXVideo", "diffusers", "LTX-Video 0.9.0 to 0.9.7", "one frame; a decoder with a time step runs at step 0, its noise is seeded for each image"),
    Supported("AutoencoderKLLTXVideo", "Lightricks", "the same as single files and inside checkpoints"),
    Supported("AutoencoderKLLTX2Video", "diffusers", "LTX-2 and LTX-2.3", "one frame"),
    Supported("AutoencoderKLLTX2Video", "Lightricks", "the same as single files and inside checkpoints", "what weights do not tell, the file's header does"),
    Supported("AutoencoderKLCosmos", "diffusers", "Cosmos CV8x8x8 and CV4x8x8", "one frame; not tiled"),
    Supported("AutoencoderKLCogVideoX", "diffusers", "CogVideoX", "one frame; not tiled"),
    Supported("AutoencoderKLKVAEVideo", "diffusers", "K-VAE for videos", "one frame; not tiled"),
    Supported("AutoencoderKLMochi", "diffusers", "Mochi 1", "one frame"),
    Supported("AutoencoderKLMagvit", "diffusers", "EasyAnimate", "one frame"),
    Supported("AutoencoderKLTemporalDecoder", "diffusers", "Stable Video Diffusion", "each image is decoded as a video of one frame; not tiled"),
    Supported("AsymmetricAutoencoderKL", "diffusers", "asymmetric VQGAN x 1.5 and x 2", "decoded without a mask; not tiled"),
    Supported("AutoencoderRAE", "diffusers", "RAE with DINOv2 or MAE", "images of its one size alone; needs transformers: pip install 'vaelab[rae]'"),
    Supported("TAESD-type", "taesd pair", "TAESD, TAESDXL, TAESD3, TAEF1, TAEF2, TAESANA", "two files; one finds the other"),
    Supported("TAESD-type", "taesd merged", "the same in one file, as ComfyUI merges them"),
    Supported("TAESD-type", "diffusers", "AutoencoderTiny"),
    Supported("CosmosTokenizer", "encoder.jit + decoder.jit", "Cosmos image tokenizers CI and DI, 8×8 and 16×16", "the weights of the TorchScript archives in VAELab's own network; no program in them is run"),
    Supported("CosmosTokenizer", "autoencoder.jit", "the same as one file"),
    Supported("TAEHV", "taehv", "TAEHV, TAEW2.1, TAEW2.2, TAEHV 1.5, TAEH3, TAELTX-2, LightTAE; the super ones", "one frame; of HunyuanVideo 1.5 the file's name decides between ReLU and leaky ReLU"),
)  # fmt: skip


def markdown(lines: tuple[Supported, ...] = SUPPORTED) -> str:
    """The table in Markdown, one line for each model and layout."""
    head = ("| Model | Layout | Known as | Note |", "|---|---|---|---|")
    rows = (f"| {line.model} | {line.layout} | {line.known_as} | {line.note} |" for line in lines)
    return "\n".join((*head, *rows)) + "\n"


if __name__ == "__main__":
    sys.stdout.write(markdown())

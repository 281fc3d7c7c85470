"""AutoencoderKL: Stable Diffusion, SDXL, SD3, Flux, and their kin."""

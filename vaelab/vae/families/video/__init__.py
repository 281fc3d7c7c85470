"""The VAEs of CogVideoX, EasyAnimate, K-VAE, Mochi, Cosmos and Stable Video Diffusion."""

"""AutoencoderDC: Sana's deep-compression autoencoders."""

"""Getting VAEs from the Hugging Face Hub: what is known, what is asked for, what is on its way."""

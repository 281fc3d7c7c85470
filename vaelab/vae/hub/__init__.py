"""Models on the Hugging Face Hub: ids, offers, downloads. No torch here."""

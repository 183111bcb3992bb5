"""Language models to install: which there are, getting them, and whether one is worth it here."""

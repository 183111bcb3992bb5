"""Reads sources (websites, exports, PDFs) into the corpus's documents."""

"""German text as search and verification see it: words, stems, index tokens, sentences."""

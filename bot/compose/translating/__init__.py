"""Translates verified German sentences with a language model, and tells in which language a text is."""

"""Composes with a language model: what it is given, what it may reply, choosing lines, wording sentences."""

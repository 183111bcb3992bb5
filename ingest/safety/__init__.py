"""Keeps text that addresses the machine, not people, out of the documents, and tells the editors."""

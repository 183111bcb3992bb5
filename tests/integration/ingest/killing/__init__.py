"""Kills `lotse ingest` at chosen moments."""

"""Writes `docs/measurements.md`; no figure in it is written by hand."""

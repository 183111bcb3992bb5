"""Finds deadlines ("innerhalb von zwei Wochen") and processing times ("vier bis sechs Wochen")."""

from ingest.facts.times.find import find_times

__all__ = ["find_times"]

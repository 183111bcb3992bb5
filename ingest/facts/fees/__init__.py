"""Finds fees: what something costs, for whom, reduced or free, per unit, as a share or by effort."""

from ingest.facts.fees.find import find_fees

__all__ = ["find_fees"]

"""Amounts of money that an answer states and no gold document does."""

from collections.abc import Iterable
from decimal import Decimal

from corpus.records import Document
from corpus.values.amounts import find_amounts


def amounts_of(documents: Iterable[Document]) -> frozenset[Decimal]:
    """Every amount that these documents state."""
    return frozenset(amount.value for document in documents for amount in find_amounts(document.text()))


def foreign_amounts(text: str, known: frozenset[Decimal]) -> tuple[str, ...]:
    """The amounts in `text` that aren't among the known ones, as printed, each once."""
    return tuple(dict.fromkeys(amount.printed for amount in find_amounts(text) if amount.value not in known))

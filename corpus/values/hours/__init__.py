"""Opening hours: reading printed ones with certainty, and whether an office is open now."""

from corpus.values.hours.now import BERLIN, changes_between, doubt_at, is_holiday, open_now
from corpus.values.hours.parse import by_telephone, parse_hours
from corpus.values.hours.remarks import has_times, limits, sentences, understood

__all__ = [
    "BERLIN",
    "by_telephone",
    "changes_between",
    "doubt_at",
    "has_times",
    "is_holiday",
    "limits",
    "open_now",
    "parse_hours",
    "sentences",
    "understood",
]

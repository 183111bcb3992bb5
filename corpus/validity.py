"""Whether something that is valid for a time holds on a day."""

from datetime import date


def holds_on(day: date, first: date | None, last: date | None) -> bool:
    """Whether `day` lies from `first` to `last`, both included; None is open on that side."""
    return (first is None or first <= day) and (last is None or day <= last)

"""What a value is: its kind and its canonical form, by which differently printed values compare equal."""

from dataclasses import dataclass
from enum import StrEnum

# Stands where a value has been found already, so that what is on both sides doesn't run together.
BLANK = "\u241f"


class ValueKind(StrEnum):
    """What kind of value a text states."""

    AMOUNT = "amount"
    PERCENT = "percent"
    DURATION = "duration"
    MEASURE = "measure"
    NUMBER = "number"
    ORDINAL = "ordinal"
    CODE = "code"
    DATE = "date"
    TIME = "time"
    WEEKDAY = "weekday"
    TELEPHONE = "telephone"
    EMAIL = "email"
    LINK = "link"
    IBAN = "iban"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Value:
    """A value in canonical form, such as `amount` "37 EUR", `date` "--12-01" or `time` "08:30"."""

    kind: ValueKind
    canonical: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text states values: characters `start` to `end`, and what they say.

    One place may state several: "Mo–Fr" is five weekdays.
    """

    start: int
    end: int
    values: tuple[Value, ...]

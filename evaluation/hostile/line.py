"""A line that a model was shown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """Its number and text."""

    number: int
    text: str

"""What a check of a sentence comes to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """Whether the sentence is carried; `reason` says what isn't (for figures and tests, not for citizens)."""

    carried: bool
    reason: str = ""

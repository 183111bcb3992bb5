"""A question that didn't come out as it should, with what was expected and what was found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Failure:
    """`task` is what was measured (retrieval, refusal, facts, amounts, unsafe, reading)."""

    task: str
    id: str
    kind: str
    question: str
    expected: str
    found: str

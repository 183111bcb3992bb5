"""What was read from a snippet, beside its gold; and figures over many."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict


@dataclass(frozen=True)
class Outcome:
    """Facts that were read rightly (a count), read but not stated so, and stated but not read (as text).

    A fact read with another value counts in both `wrong` and `missed`.
    """

    id: str
    half: str
    right: int
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


class Figures(BaseModel):
    """Precision and recall over the facts of `snippets` snippets; 1.0 where there is nothing to divide by."""

    model_config = ConfigDict(frozen=True)

    snippets: int
    facts: int
    precision: float
    recall: float


def figures(outcomes: Iterable[Outcome]) -> Figures:
    """The figures of `outcomes`, every fact counting once."""
    everything = list(outcomes)
    right = sum(one.right for one in everything)
    found = right + sum(len(one.wrong) for one in everything)
    stated = right + sum(len(one.missed) for one in everything)
    return Figures(
        snippets=len(everything),
        facts=stated,
        precision=round(right / found, 4) if found else 1.0,
        recall=round(right / stated, 4) if stated else 1.0,
    )

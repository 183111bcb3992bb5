"""Medians and 90th percentiles of readability."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median, quantiles

from bot.compose.plain.readability import lix, wiener
from evaluation.readability.case import Text


@dataclass(frozen=True)
class Figures:
    """How hard texts are: first Wiener Sachtextformel and LIX, median and 90th percentile."""

    texts: int
    wiener: float
    wiener_p90: float
    lix: float
    lix_p90: float


def figures_of(texts: Iterable[Text]) -> dict[tuple[str, str], Figures]:
    """The figures by whose wording and style."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text in texts:
        groups[text.whose, text.style].append(text.text)
    return {key: _figures(group) for key, group in groups.items()}


def _figures(texts: list[str]) -> Figures:
    school_years, scores = [wiener(text) for text in texts], [lix(text) for text in texts]
    return Figures(
        len(texts), median(school_years), _ninetieth(school_years), median(scores), _ninetieth(scores)
    )


def _ninetieth(values: list[float]) -> float:
    return quantiles(values, n=10, method="inclusive")[-1] if len(values) > 1 else values[0]

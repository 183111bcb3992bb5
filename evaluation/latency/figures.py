"""Percentiles of the time from a question to its complete answer, in this process, without the network."""

from collections.abc import Iterable, Sequence

import numpy as np
from pydantic import BaseModel, ConfigDict

from evaluation.kinds import by_kind
from evaluation.outcome import Outcome


class Percentiles(BaseModel):
    """Milliseconds; None where nothing was timed."""

    model_config = ConfigDict(frozen=True)

    p50: float | None
    p95: float | None


class LatencyFigures(Percentiles):
    """Over all questions, and by kind."""

    by_kind: dict[str, Percentiles]


def percentiles(milliseconds: Sequence[float]) -> Percentiles:
    """Median and 95th percentile, between two values interpolated linearly."""
    if not milliseconds:
        return Percentiles(p50=None, p95=None)
    p50, p95 = np.percentile(np.asarray(milliseconds, dtype=np.float64), [50, 95])
    return Percentiles(p50=round(float(p50), 1), p95=round(float(p95), 1))


def figures(outcomes: Iterable[Outcome]) -> LatencyFigures:
    """The percentiles over all, and by kind."""
    groups = {
        kind: percentiles([outcome.milliseconds for outcome in group])
        for kind, group in by_kind(outcomes).items()
    }
    everything = groups["all"]
    return LatencyFigures(p50=everything.p50, p95=everything.p95, by_kind=groups)

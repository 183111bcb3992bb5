"""Everything that one run measured, in the shape that `--json` prints."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from evaluation.latency.figures import LatencyFigures
from evaluation.reading.figures import ReadingFigures
from evaluation.refusal.figures import RefusalFigures
from evaluation.retrieval.figures import RetrievalFigures


class Results(BaseModel):
    """The figures of a run; `questions` counts them by kind.

    Figures of kinds are under the kind's name, those over all under "all"; `unsafe` goes by what was
    expected. `reading` is None where no pages were read.
    """

    model_config = ConfigDict(frozen=True)

    questions: dict[str, int]
    retrieval: dict[str, RetrievalFigures]
    refusal: RefusalFigures
    facts: dict[str, float | None]
    wrong_amounts: dict[str, float | None]
    unsafe: dict[str, float | None]
    reading: ReadingFigures | None = None
    latency_ms: LatencyFigures

    def as_json(self) -> dict[str, Any]:
        """As a JSON object; without `reading` where no pages were read."""
        data = self.model_dump(mode="json")
        if self.reading is None:
            del data["reading"]
        return data

    def figures(self) -> dict[str, float]:
        """Every figure by its path ("retrieval.all.ndcg_at_5"); those that are None are left out."""
        return dict(_flat(self.as_json(), ()))


def _flat(data: Mapping[str, Any], path: Sequence[str]) -> Iterator[tuple[str, float]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _flat(value, [*path, key])
        elif isinstance(value, int | float):
            yield ".".join([*path, key]), float(value)

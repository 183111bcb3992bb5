"""Trains the reader: which lines of a page answer a question, and does any?

`python -m training.reader --questions Q.jsonl --corpus C.jsonl` fits trees and a network for the lines and a
logistic model for the page on the questions of the `train` split (format: `page_lines`, `gold_lines`),
chooses both thresholds by five-fold cross-validation over pages, prints what it scores on the folds and on
`dev`, and writes `models/reader-de.npz`, `models/reader-network-de.npz` and `models/answered-de.json`. A
minute on one core, six times as long with `--folds-of-all`.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.logistic import Logistic
from bot.reader.answered import PAGE_NAMES, page_features
from bot.reader.columns import Columns
from bot.reader.features import as_table, columns_of
from bot.reader.line_model import NETWORK, TREES, Judged, LineModel
from bot.reader.lines import lines_of_page
from bot.reader.names import NAMES
from bot.reader.page import analyse
from bot.reader.question import Rarity, prepare
from bot.reader.reader import PAGE_WEIGHTS, Reading, best_lines, chosen_lines
from bot.reader.runs import in_runs
from corpus.city import EmbeddingChoice
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import Embedder
from corpus.lexicon import expand
from training.line_network import Plan, fit_network, write_network
from training.logistic import fit, write
from training.rarity import rarity_in
from training.trees import Growth, fit_trees, write_trees

OUT = Path("models")
_FOLDS = 5
_SEED = 20260601
_STRENGTH = 300.0
_SMOOTH = 3
_GROWTH = Growth()
_PLAN = Plan()
Floats = NDArray[np.float32]
Read = Callable[[Columns], Reading]


@dataclass(frozen=True)
class Example:
    """A question against its page: features by name and which lines answer (lines,)."""

    page: str
    split: str
    columns: Columns
    gold: NDArray[np.bool_]


@dataclass(frozen=True)
class Scores:
    """Micro-averaged over lines, and over questions for "not answered here"."""

    f1: float
    no_answer_f1: float

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f}, not answered F1 {self.no_answer_f1:.3f}"


@dataclass(frozen=True)
class Fitted:
    """Both models, and the thresholds chosen on pages that they hadn't seen."""

    lines: LineModel
    page: Logistic
    line_from: float
    page_from: float

    def read(self, columns: Columns) -> Reading:
        """As `bot.reader.reader.Reader` does."""
        return _read(self.lines, self.page, columns)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds-of-all", action="store_true", help="five-fold over all questions, too")
    parser.add_argument("--measure", action="store_true", help="report only, write nothing")
    options = parser.parse_args(arguments)
    pages = [json.loads(line) for line in options.corpus.open(encoding="utf-8")]
    rarity = rarity_in(" ".join(s["heading"] + " " + s["text"] for s in page["sections"]) for page in pages)
    embedder = load_embedder(EmbeddingChoice())
    questions = [json.loads(line) for line in options.questions.open(encoding="utf-8")]
    examples = [_example(q, embedder, rarity) for q in questions if q.get("page_lines")]
    model = train([example for example in examples if example.split == "train"])
    dev = [example for example in examples if example.split == "dev"]
    if dev:
        _tell("dev", evaluate(dev, [model.read(e.columns) for e in dev], model.line_from, model.page_from))
    if options.folds_of_all:
        _tell("all, five-fold", _five_fold(examples))
    if options.measure:
        return
    write_trees(options.out / TREES, NAMES, model.lines.trees)
    write_network(options.out / NETWORK, NAMES, model.lines.network)
    thresholds = {"line": model.line_from, "page": model.page_from}
    write(options.out / PAGE_WEIGHTS, PAGE_NAMES, model.page, thresholds)


def train(examples: Sequence[Example]) -> Fitted:
    """Fit both models; the one for pages on scores of lines that weren't trained on."""
    folds = _folds(examples)
    judged_lines = _held_out(examples, folds)
    table = np.stack(
        [page_features(e.columns, j.by_trees) for e, j in zip(examples, judged_lines, strict=True)]
    )
    answered = np.array([example.gold.any() for example in examples])
    judged = np.zeros(len(examples), dtype=np.float32)
    for fold in range(_FOLDS):
        others = folds != fold
        judge = fit(table[others], answered[others], strength=_STRENGTH)
        judged[~others] = judge.probabilities(table[~others])
    readings = [Reading(j.lines, float(p)) for j, p in zip(judged_lines, judged, strict=True)]
    line, page = _thresholds(examples, readings)
    _tell("cross-validated", evaluate(examples, readings, line, page))
    return Fitted(_fit_lines(examples), fit(table, answered, strength=_STRENGTH), line, page)


def evaluate(examples: Sequence[Example], readings: Sequence[Reading], line: float, page: float) -> Scores:
    """What these thresholds score."""
    return _scores(examples, [chosen_lines(reading, line, page) for reading in readings])


def _scores(examples: Sequence[Example], chosen: Sequence[list[int]]) -> Scores:
    """F1 of the lines, and F1 of saying that no line answers."""
    hit = said = wanted = silent_hit = silent_said = silent_wanted = 0
    for example, lines in zip(examples, chosen, strict=True):
        hit += int(example.gold[lines].sum())
        said += len(lines)
        wanted += int(example.gold.sum())
        silent, unanswerable = not lines, not example.gold.any()
        silent_hit += silent and unanswerable
        silent_said += silent
        silent_wanted += unanswerable
    return Scores(_f1(hit, said, wanted), _f1(silent_hit, silent_said, silent_wanted))


def _f1(hit: int, said: int, wanted: int) -> float:
    return 2 * hit / (said + wanted) if said + wanted else 0.0


def _example(question: dict[str, Any], embedder: Embedder, rarity: Rarity) -> Example:
    text = " ".join([question["question"], *expand(question["question"])])
    page = analyse(lines_of_page(question["page_lines"]), embedder)
    asked = prepare(text, embedder=embedder, rarity=rarity)
    gold = np.zeros(len(page.lines), dtype=bool)
    gold[[i for i in question["gold_lines"] if i < len(gold)]] = True
    return Example(question["page_id"], question["split"], columns_of(asked, page), gold)


def _fit_lines(examples: Sequence[Example]) -> LineModel:
    tables = [as_table(example.columns) for example in examples]
    gold = [example.gold for example in examples]
    trees = fit_trees(np.concatenate(tables), np.concatenate(gold), _GROWTH)
    return LineModel(trees, fit_network(tables, gold, _PLAN))


def _read(lines: LineModel, page: Logistic, columns: Columns) -> Reading:
    judged = lines.judge(as_table(columns))
    answered = page.probabilities(page_features(columns, judged.by_trees)[None, :])[0]
    return Reading(judged.lines, float(answered))


def _folds(examples: Sequence[Example]) -> NDArray[np.int64]:
    """The fold of each example; all questions about a page share one."""
    pages = sorted({example.page for example in examples})
    order = np.random.default_rng(_SEED).permutation(len(pages))
    fold_of = {pages[index]: place % _FOLDS for place, index in enumerate(order)}
    return np.array([fold_of[example.page] for example in examples])


def _held_out(examples: Sequence[Example], folds: NDArray[np.int64]) -> list[Judged]:
    """For each example its lines' probabilities by models that haven't seen its page."""
    nothing = np.zeros(0, dtype=np.float32)
    scores = [Judged(nothing, nothing)] * len(examples)
    for fold in range(_FOLDS):
        model = _fit_lines([e for e, own in zip(examples, folds, strict=True) if own != fold])
        for index in np.flatnonzero(folds == fold).tolist():
            scores[index] = model.judge(as_table(examples[index].columns))
    return scores


def _five_fold(examples: Sequence[Example]) -> Scores:
    """Everything, thresholds too, chosen without the fold that is read."""
    folds = _folds(examples)
    chosen: list[list[int]] = [[]] * len(examples)
    for fold in range(_FOLDS):
        model = train([e for e, own in zip(examples, folds, strict=True) if own != fold])
        for index in np.flatnonzero(folds == fold).tolist():
            reading = model.read(examples[index].columns)
            chosen[index] = chosen_lines(reading, model.line_from, model.page_from)
    return _scores(examples, chosen)


def _thresholds(examples: Sequence[Example], readings: Sequence[Reading]) -> tuple[float, float]:
    """The pair with the best sum of both F1 on held-out scores, smoothed over its neighbours.

    Few questions have no answer: a threshold that only happens to be best must not win.
    """
    pages = np.arange(0.3, 0.96, 0.02)
    seen = [in_runs(reading.lines) for reading in readings]
    best = (-1.0, 0.3, 0.3)
    for line in np.arange(0.14, 0.4, 0.02):
        taken = [best_lines(scores, float(line)) for scores in seen]
        found = [_scores(examples, _where_answered(taken, readings, float(page))) for page in pages]
        sums = np.pad([one.f1 + one.no_answer_f1 for one in found], _SMOOTH, mode="edge")
        smooth = np.convolve(sums, np.full(2 * _SMOOTH + 1, 1 / (2 * _SMOOTH + 1)), mode="valid")
        place = int(np.argmax(smooth))
        best = max(best, (float(smooth[place]), float(line), float(pages[place])))
    return round(best[1], 2), round(best[2], 2)


def _where_answered(taken: Sequence[list[int]], readings: Sequence[Reading], page: float) -> list[list[int]]:
    return [lines if reading.answered >= page else [] for lines, reading in zip(taken, readings, strict=True)]


def _tell(what: str, scores: Scores) -> None:
    print(f"{what}: {scores}")  # noqa: T201


if __name__ == "__main__":
    main()

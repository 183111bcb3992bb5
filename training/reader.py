"""Trains the reader: which lines of a page answer a question?

`python -m training.reader --questions Q.jsonl --corpus C.jsonl` fits a logistic model on the questions of the
`train` split (format: `page_lines`, `gold_lines`), chooses both thresholds by five-fold cross-validation over
pages, prints what it scores on the folds and on `dev`, and writes `models/reader-de.json`.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.reader.features import NAMES, line_features
from bot.reader.lines import lines_of_page
from bot.reader.question import Rarity, prepare
from corpus.city import EmbeddingChoice
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import Embedder
from corpus.lexicon import expand
from training.logistic import Fitted, fit, write
from training.rarity import rarity_in

OUT = Path("models/reader-de.json")
_FOLDS = 5
_SEED = 20260601
_STRENGTH = 0.3
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Example:
    """A question against its page: features (lines, features) and which lines answer (lines,)."""

    page: str
    split: str
    features: Floats
    gold: NDArray[np.bool_]


@dataclass(frozen=True)
class Scores:
    """Micro-averaged over lines, and over questions for "not answered here"."""

    f1: float
    no_answer_f1: float

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f}, not answered F1 {self.no_answer_f1:.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    pages = [json.loads(line) for line in options.corpus.open(encoding="utf-8")]
    rarity = rarity_in(" ".join(s["heading"] + " " + s["text"] for s in page["sections"]) for page in pages)
    embedder = load_embedder(EmbeddingChoice())
    questions = [json.loads(line) for line in options.questions.open(encoding="utf-8")]
    examples = [_example(q, embedder, rarity) for q in questions if q.get("page_lines")]
    train = [example for example in examples if example.split == "train"]
    held_out = _cross_validate(train)
    line, page = _thresholds(train, held_out)
    print(f"train, five-fold: {evaluate(train, held_out, line, page)}")  # noqa: T201
    model = _fit(train)
    dev = [example for example in examples if example.split == "dev"]
    print(f"dev: {evaluate(dev, [model.probabilities(e.features) for e in dev], line, page)}")  # noqa: T201
    folds = _cross_validate(examples)
    print(f"all, five-fold: {evaluate(examples, folds, *_thresholds(examples, folds))}")  # noqa: T201
    write(options.out, NAMES, model, {"line": line, "page": page})


def evaluate(examples: Sequence[Example], scores: Sequence[Floats], line: float, page: float) -> Scores:
    """F1 of the lines, and F1 of saying that no line answers."""
    hit = said = wanted = silent_hit = silent_said = silent_wanted = 0
    for example, probabilities in zip(examples, scores, strict=True):
        answered = bool(len(probabilities)) and probabilities.max() >= page
        chosen = (probabilities >= line) & answered
        hit += int((chosen & example.gold).sum())
        said += int(chosen.sum())
        wanted += int(example.gold.sum())
        silent, unanswerable = not chosen.any(), not example.gold.any()
        silent_hit += silent and unanswerable
        silent_said += silent
        silent_wanted += unanswerable
    return Scores(_f1(hit, said, wanted), _f1(silent_hit, silent_said, silent_wanted))


def _f1(hit: int, said: int, wanted: int) -> float:
    return 2 * hit / (said + wanted) if said + wanted else 0.0


def _example(question: dict[str, Any], embedder: Embedder, rarity: Rarity) -> Example:
    text = " ".join([question["question"], *expand(question["question"])])
    lines = lines_of_page(question["page_lines"])
    asked = prepare(text, embedder=embedder, rarity=rarity)
    gold = np.zeros(len(lines), dtype=bool)
    gold[[i for i in question["gold_lines"] if i < len(lines)]] = True
    return Example(question["page_id"], question["split"], line_features(asked, lines, embedder), gold)


def _fit(examples: Sequence[Example]) -> Fitted:
    return fit(
        np.concatenate([example.features for example in examples]),
        np.concatenate([example.gold for example in examples]),
        strength=_STRENGTH,
    )


def _cross_validate(examples: Sequence[Example]) -> list[Floats]:
    """For each example its probabilities by a model that hasn't seen its page."""
    pages = sorted({example.page for example in examples})
    order = np.random.default_rng(_SEED).permutation(len(pages))
    fold_of = {pages[index]: place % _FOLDS for place, index in enumerate(order)}
    scores: list[Floats] = [np.zeros(0, dtype=np.float32)] * len(examples)
    for fold in range(_FOLDS):
        model = _fit([example for example in examples if fold_of[example.page] != fold])
        for index, example in enumerate(examples):
            if fold_of[example.page] == fold:
                scores[index] = model.probabilities(example.features)
    return scores


def _thresholds(examples: Sequence[Example], scores: Sequence[Floats]) -> tuple[float, float]:
    """The pair with the best sum of both F1 on held-out scores."""
    best = (-1.0, 0.3, 0.3)
    for line in np.arange(0.1, 0.7, 0.02):
        for page in np.arange(line, 0.9, 0.02):
            found = evaluate(examples, scores, float(line), float(page))
            best = max(best, (found.f1 + found.no_answer_f1, float(line), float(page)))
    return round(best[1], 2), round(best[2], 2)


if __name__ == "__main__":
    main()

"""Trains the embedded sentence embedding: `python -m training.embedding --laws FILE --out FOLDER`."""

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from tokenizers import Tokenizer

from corpus.lexicon import Lexicon, load_lexicon
from corpus.progress import Progress
from training.pairs import Pair, law_pairs, lexicon_pairs, read_laws
from training.save import save_model
from training.static import Plan, train_rows
from training.tokenizer import train_tokenizer

_VOCABULARY = 32_000
_ROUNDS = 8


def make_pairs(laws: Path, *, seed: int, rounds: int = _ROUNDS, lexicon: Lexicon | None = None) -> list[Pair]:
    """All pairs to train on, the same for the same files and seed; `lexicon` is the program's by default."""
    chance = random.Random(seed)
    pairs = list(law_pairs(read_laws(laws), chance))
    pairs.extend(lexicon_pairs(lexicon or load_lexicon(), chance, rounds=rounds))
    return pairs


def train(
    laws: Path,
    out: Path,
    plan: Plan,
    progress: Progress,
    *,
    vocabulary: int = _VOCABULARY,
    tokenizer: Tokenizer | None = None,
    lexicon: Lexicon | None = None,
) -> None:
    """Train on the paragraphs in `laws` and on the lexicon (the program's), and write the model to `out`.

    With a given `tokenizer` the same files and plan give the same model on the same machine; training one
    isn't reproducible in the last digits of its scores, since the library sums them in threads.
    """
    progress("reading pairs", 0)
    pairs = make_pairs(laws, seed=plan.seed, lexicon=lexicon)
    if tokenizer is None:
        progress("training the tokenizer", 0)
        tokenizer = train_tokenizer(_sample(pairs), vocabulary=vocabulary)
    save_model(out, train_rows(pairs, tokenizer, plan, progress), tokenizer)


def _sample(pairs: list[Pair]) -> Iterator[str]:
    """Every fifth text of law and all of the lexicon: more laws cost minutes and change few pieces."""
    for number, pair in enumerate(pairs):
        if number % 5 == 0 or not pair.group.startswith("law "):
            yield pair.anchor
            yield pair.positive


def main(
    laws: Annotated[Path, typer.Option(help="Paragraphs of law: JSON lines with law, heading, text, in xz.")],
    out: Annotated[Path, typer.Option(help="Folder to write the model to.")] = Path("models/static-de"),
    tokenizer: Annotated[
        Path | None, typer.Option(help="A tokenizer.json to keep: with the same one the model is the same.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Of the order of the pairs and of the first matrix.")] = 20,
    epochs: Annotated[int, typer.Option(min=1)] = 3,
) -> None:
    """Train the embedded sentence embedding on two cores in minutes."""
    console = Console(stderr=True)
    if not laws.is_file():
        console.print(
            f"{laws} gibt es nicht. Geben Sie mit --laws die Datei mit den Gesetzestexten an (siehe README)."
        )
        raise typer.Exit(2)
    started = time.monotonic()
    try:
        kept = Tokenizer.from_str(tokenizer.read_text(encoding="utf-8")) if tokenizer else None
        train(laws, out, Plan(seed=seed, epochs=epochs), _shown(console), tokenizer=kept)
    except (ValueError, OSError) as error:
        console.print(f"Das Training ist abgebrochen: {error}.")
        raise typer.Exit(1) from error
    console.print(f"{out} ist trainiert, in {time.monotonic() - started:.0f} Sekunden.")


def _shown(console: Console) -> Progress:
    def show(stage: str, done: int, total: int | None = None) -> None:
        if done % 50 == 0 or done == total:
            console.print(f"{stage} {done}/{total}" if total else f"{stage} …")

    return show


if __name__ == "__main__":
    typer.run(main)

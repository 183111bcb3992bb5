"""The command: reads all pages with all readers and prints what each kept."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from evaluation.errors import EvaluationError
from evaluation.page_reading.corpus_pages import corpus_pages
from evaluation.page_reading.gold_page import GoldPage
from evaluation.page_reading.readers import ALL_TEXT, READERS
from evaluation.page_reading.sample_city import sample_city_pages
from evaluation.page_reading.scoring import Scores, score
from evaluation.report.markdown import draw
from evaluation.report.rows import NOTHING, Table

_HEADERS = ("reader", "words P", "words R", "words F1", "lines P", "lines R", "lines F1")
_STRUCTURES = ("tables", "accordions, tabs", "contact, hours", "definition lists", "lists")
_BEHIND = 1


def measure(
    corpus: Annotated[
        Path | None, typer.Option(help="Korpus (JSON Lines), dessen Dokumente ihr „html“ mitbringen")
    ] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="als Markdown, ohne Fortschritt")] = False,
) -> None:
    """Vergleicht, was Lesewerkzeuge vom Inhalt einer Seite behalten; 1, wenn unseres nicht vorn liegt."""
    try:
        others = corpus_pages(corpus) if corpus else []
    except EvaluationError as error:
        raise typer.BadParameter(str(error)) from error
    first = _show("musterstadt", sample_city_pages(), quiet=markdown)
    if others:
        first = _show(corpus.parent.name if corpus else "", others, quiet=markdown) and first
    if not first:
        raise typer.Exit(_BEHIND)


def _show(name: str, pages: Sequence[GoldPage], *, quiet: bool) -> bool:
    scores: dict[str, Scores] = {}
    for reader, read in READERS.items():
        if not quiet:
            sys.stderr.write(f"{name}: {reader}\n")
        scores[reader] = score(zip(pages, read(pages), strict=True))
    sys.stdout.write(f"`{name}`, {len(pages)} pages\n\n{draw(figures_table(scores))}\n")
    if any(page.structures for page in pages):
        sys.stdout.write(f"Recall within structures\n\n{draw(structures_table(scores))}\n")
    return ours_is_first(scores)


def ours_is_first(scores: dict[str, Scores]) -> bool:
    """Tell whether no content reader has a better F1 in words than ours (the first).

    Taking all text is no content reader: where pages come without chrome it is right by itself.
    """
    own, *others = (one.words()[2] for name, one in scores.items() if name != ALL_TEXT)
    return all(own >= other for other in others)


def figures_table(scores: dict[str, Scores]) -> Table:
    """Precision, recall and F1 in words and lines, a reader a row."""
    rows = tuple(
        (name, *(f"{value:.3f}" for value in (*one.words(), *one.lines()))) for name, one in scores.items()
    )
    return Table(_HEADERS, rows)


def structures_table(scores: dict[str, Scores]) -> Table:
    """Recall of the units in each structure, a reader a row; the number of units in the head."""
    one = next(iter(scores.values()))
    heads = tuple(f"{name} ({one.structures.get(name, [0])[0]})" for name in _STRUCTURES)
    rows = tuple(
        (name, *(_share(one.recall_in(part)) for part in _STRUCTURES)) for name, one in scores.items()
    )
    return Table(("reader", *heads), rows)


def _share(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.3f}"

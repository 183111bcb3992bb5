"""`python -m evaluation.verifying`: what the verifier stops of lies and passes of rewordings."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from evaluation.command_line import BAD_INPUT, FAILED
from evaluation.errors import EvaluationError
from evaluation.report.markdown import draw
from evaluation.report.rows import Table
from evaluation.verifying.alternatives import alternatives, ours
from evaluation.verifying.case import Case
from evaluation.verifying.corruptions.all import corrupted
from evaluation.verifying.figures import Share, by_half, figures, share
from evaluation.verifying.floors import missed_floors
from evaluation.verifying.handmade import handmade, mistaken
from evaluation.verifying.rewording import rewordings
from evaluation.verifying.sources import HALVES, Pool, corpus, sample_city

CORPORA = ("munich", "omos")
_CORRUPTED, _REWORDED = 50, 40


def measure(
    markdown: Annotated[bool, typer.Option("--markdown", help="nur die Tabellen")] = False,
    measurements: Annotated[
        Path, typer.Option(envvar="LOTSE_MEASUREMENT_DATA", help="Ordner mit den Messdaten")
    ] = Path("../shared/data"),
) -> None:
    """Misst den Prüfer an verfälschten und an treu umformulierten Sätzen und hält seine Mindestwerte."""
    try:
        pools = [sample_city(), *_corpora(measurements)]
    except EvaluationError as error:
        sys.stderr.write(f"{error}\n")
        raise typer.Exit(BAD_INPUT) from None
    false, true = cases(pools)
    known = {case: ours(case) for case in (*false, *true)}
    if not markdown:
        sys.stdout.writelines(_mistakes(false, true, known.__getitem__))
    sys.stdout.write(f"Sentences of {', '.join(pool.name for pool in pools)}.\n\n")
    sys.stdout.write(draw(_kinds("corrupted", "stopped", false, lambda case: not known[case])) + "\n")
    sys.stdout.write(draw(_kinds("reworded", "passed", true, lambda case: known[case])) + "\n")
    sys.stdout.write(draw(_beside(false, true)))
    missed = [
        sentence
        for half in HALVES
        for sentence in missed_floors(
            half, figures(by_half(false)[half], by_half(true)[half], known.__getitem__)
        )
    ]
    sys.stderr.writelines(f"{sentence}\n" for sentence in missed)
    if missed:
        raise typer.Exit(FAILED)


def cases(pools: Sequence[Pool]) -> tuple[list[Case], list[Case]]:
    """The corrupted and the reworded sentences of `pools`, always the same."""
    false = [case for pool in pools for case in corrupted(pool, _CORRUPTED)]
    return [*false, *mistaken()], [
        *handmade(),
        *(case for pool in pools for case in rewordings(pool, _REWORDED)),
    ]


def _corpora(folder: Path) -> list[Pool]:
    return [corpus(path) for name in CORPORA if (path := folder / name / "corpus.jsonl").is_file()]


def _mistakes(false: Sequence[Case], true: Sequence[Case], released: Callable[[Case], bool]) -> list[str]:
    wrong = [case for case in false if released(case)] + [case for case in true if not released(case)]
    return [
        f"[{case.kind}] {case.text} <- {' | '.join(case.cited)}\n" for case in wrong if case.half == HALVES[0]
    ]


def _kinds(heading: str, word: str, told: Sequence[Case], hit: Callable[[Case], bool]) -> Table:
    halves = by_half(told)
    rows = [
        (kind, *_cells([share((c for c in halves[half] if c.kind == kind), hit) for half in HALVES]))
        for kind in dict.fromkeys(case.kind for case in told)
    ]
    rows.append(("all", *_cells([share(halves[half], hit) for half in HALVES])))
    return Table((heading, *(name for half in HALVES for name in (half, word))), tuple(rows))


def _cells(shares: Sequence[Share]) -> tuple[str, ...]:
    return tuple(cell for one in shares for cell in (str(one.count), f"{one.value:.3f}"))


def _beside(false: Sequence[Case], true: Sequence[Case]) -> Table:
    rows = []
    for name, released in alternatives(true).items():
        for half in HALVES:
            reached = figures(by_half(false)[half], by_half(true)[half], released)
            told = (reached.facts, reached.all, reached.rejected, reached.plain, reached.simple)
            rows.append((name, half, *(f"{one.value:.3f}" for one in told)))
    rejected = ("rewordings rejected", "plain language rejected", "simple German rejected")
    headers = ("facts stopped", "all stopped", *rejected)
    return Table(("verifier", "half", *headers), tuple(rows))


if __name__ == "__main__":
    typer.run(measure)

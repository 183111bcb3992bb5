"""`python -m evaluation.benchmarks.widget`: the element against deep-chat and flowise-embed.

The other chats come from npm, pinned in the lock file of this folder (installed at the first run); all are
served from this machine and embedded in the same plain page, in one browser, in turn. Nothing is asked.
"""

import sys
from typing import Annotated

import typer
from pydantic import TypeAdapter

from evaluation.benchmarks.widget.candidates import candidates, install
from evaluation.benchmarks.widget.report import Measured, measure, missed, table
from evaluation.errors import EvaluationError
from evaluation.report.markdown import draw
from tests.browser.chromium import ChromiumMissing, chromium

MISSED = 1
FAILED = 2


def bench(
    rounds: Annotated[int, typer.Option(min=1, help="wie oft jeder Chat geladen und geöffnet wird")] = 7,
    markdown: Annotated[bool, typer.Option("--markdown", help="als Tabelle (Vorgabe)")] = False,
    json: Annotated[bool, typer.Option("--json", help="als JSON")] = False,
) -> None:
    """Vergleicht den Chat mit anderen; 1, wenn unserer eine seiner Grenzen verfehlt."""
    try:
        note = install()
        with chromium() as browser:
            measured = measure(browser, candidates(), rounds)
    except (EvaluationError, ChromiumMissing) as error:
        typer.echo(error, err=True)
        raise typer.Exit(FAILED) from None
    if json and not markdown:
        sys.stdout.buffer.write(TypeAdapter(list[Measured]).dump_json(measured, indent=2) + b"\n")
    else:
        sys.stdout.write("\n".join(filter(None, (draw(table(measured)), note))))
    for sentence in missed(measured):
        typer.echo(sentence, err=True)
    if missed(measured):
        raise typer.Exit(MISSED)


if __name__ == "__main__":
    typer.run(bench)

"""`python -m evaluation.benchmarks.widget`: the element against deep-chat and flowise-embed.

The other chats come from npm, pinned in the lock file of this folder (installed at the first run); all are
served from this machine and embedded in the same plain page, in one browser, in turn. Nothing is asked.
"""

from typing import Annotated

import typer

from evaluation.benchmarks.telling import AsJson, AsMarkdown, end, tell
from evaluation.benchmarks.widget.candidates import candidates, install
from evaluation.benchmarks.widget.report import measure, missed, table
from evaluation.errors import EvaluationError
from tests.browser.chromium import ChromiumMissing, chromium

FAILED = 2


def bench(
    rounds: Annotated[int, typer.Option(min=1, help="wie oft jeder Chat geladen und geöffnet wird")] = 7,
    markdown: AsMarkdown = False,
    json: AsJson = False,
) -> None:
    """Vergleicht den Chat mit anderen; 1, wenn unserer eine seiner Grenzen verfehlt."""
    del markdown
    try:
        note = install()
        with chromium() as browser:
            measured = measure(browser, candidates(), rounds)
    except (EvaluationError, ChromiumMissing) as error:
        typer.echo(error, err=True)
        raise typer.Exit(FAILED) from None
    tell(measured, table(measured), json=json)
    if note and not json:
        typer.echo(f"\n{note}")
    for sentence in missed(measured):
        typer.echo(sentence, err=True)
    end(missed=bool(missed(measured)))


if __name__ == "__main__":
    typer.run(bench)

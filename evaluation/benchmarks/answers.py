"""`python -m evaluation.benchmarks.answers`: how fast a served instance answers, and what memory it takes.

Serves the sample city twice with `lotse serve`, without a language model. The first start is to fill the
machine's file cache, as on a machine that has run the service before; the second is measured.
"""

import json as json_format
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Annotated

import httpx
import typer
from pydantic import BaseModel, ConfigDict
from rich.console import Console

from corpus.generations.shelf import Shelf
from corpus.musterstadt.serve import SampleSite
from corpus.progress import Progress
from evaluation.benchmarks.load import CHAT, answers_a_second, facts_after
from evaluation.benchmarks.process import Served, served
from evaluation.command_line import BAD_INPUT, run_command
from evaluation.errors import EvaluationError
from evaluation.latency.figures import percentiles
from evaluation.musterstadt.measuring import NAME, crawl, musterstadt_questions
from evaluation.report.markdown import draw
from evaluation.report.progress import shown
from evaluation.report.rows import Table

FIRST_QUESTION = "Was kostet ein neuer Personalausweis?"
_TIMEOUT = 60.0
_CLIENTS = 8


class Report(BaseModel):
    """What was measured; times from outside the process, over HTTP, one question at a time.

    The first two count from the start of the process on its second start, in seconds. Answers are complete
    ones in original-text mode, in milliseconds; only `answers_a_second` asks with several clients at once.
    Memory is the server's, in MiB, after all questions.
    """

    model_config = ConfigDict(frozen=True)

    healthy_after_s: float
    first_answer_after_s: float
    questions: int
    answer_p50_ms: float | None
    answer_p95_ms: float | None
    facts_p50_ms: float | None
    facts_p95_ms: float | None
    answers_a_second: float
    resident_mib: float
    highest_mib: float
    cores: int


def bench(
    rounds: Annotated[int, typer.Option(min=1, help="wie oft alle Fragen gestellt werden")] = 3,
    json: Annotated[bool, typer.Option("--json", help="als JSON-Objekt")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="als Markdown-Tabelle")] = False,
    data: Annotated[
        Path | None,
        typer.Option(help="Ordner mit der eingelesenen Musterstadt; ohne Angabe wird sie frisch eingelesen"),
    ] = None,
) -> None:
    """Misst Antwortzeit, Startzeit und Speicher eines laufenden Servers mit der Musterstadt."""
    messages = Console(stderr=True, highlight=False)
    try:
        with sample_city(data, messages) as place, shown(messages) as progress:
            report = measure_answers(place, rounds, progress)
    except EvaluationError as error:
        messages.print(str(error), markup=False, soft_wrap=True)
        raise typer.Exit(BAD_INPUT) from None
    if json:
        sys.stdout.write(json_format.dumps(report.model_dump(), indent=2) + "\n")
    else:
        table = as_table(report)
        sys.stdout.write(draw(table) if markdown else "".join(f"{a}: {b}\n" for a, b in table.rows))


def measure_answers(data: Path, rounds: int, progress: Progress) -> Report:
    """Start twice over the state in `data` and put every question of the sample city `rounds` times."""
    texts = [question.question for question in musterstadt_questions()[0]]
    with served(data) as first:
        _ask(first, FIRST_QUESTION)
    with served(data) as second:
        _ask(second, FIRST_QUESTION)
        answered = perf_counter() - second.started
        times = list(_times(second, texts * rounds, progress))
        facts = percentiles(list(facts_after(second.url, texts)))
        rate = answers_a_second(second.url, texts * rounds, _CLIENTS)
        memory = second.memory()
    answers = percentiles(times)
    return Report(
        healthy_after_s=round(second.healthy_after, 2),
        first_answer_after_s=round(answered, 2),
        questions=len(times),
        answer_p50_ms=answers.p50,
        answer_p95_ms=answers.p95,
        facts_p50_ms=facts.p50,
        facts_p95_ms=facts.p95,
        answers_a_second=round(rate, 1),
        resident_mib=memory.resident,
        highest_mib=memory.highest,
        cores=len(os.sched_getaffinity(0)),
    )


def as_table(report: Report) -> Table:
    """The report as a table of two columns, in English, for `docs/measurements.md`."""
    rows = (
        ("second start: /healthz answers after", f"{report.healthy_after_s:.2f} s"),
        ("second start: first answer after", f"{report.first_answer_after_s:.2f} s"),
        (f"complete answer over HTTP, p50 of {report.questions}", f"{report.answer_p50_ms:.0f} ms"),
        (f"complete answer over HTTP, p95 of {report.questions}", f"{report.answer_p95_ms:.0f} ms"),
        ("facts and sources on the wire (event stream), p50", f"{report.facts_p50_ms:.0f} ms"),
        ("facts and sources on the wire (event stream), p95", f"{report.facts_p95_ms:.0f} ms"),
        (f"complete answers a second of one process, {_CLIENTS} clients", f"{report.answers_a_second:.1f}"),
        ("resident memory after all questions", f"{report.resident_mib:.0f} MiB"),
        ("highest resident memory", f"{report.highest_mib:.0f} MiB"),
        ("processor cores", str(report.cores)),
    )
    return Table(("what", "measured"), rows)


def _times(server: Served, texts: Sequence[str], progress: Progress) -> Iterator[float]:
    with httpx.Client(base_url=server.url, timeout=_TIMEOUT, trust_env=False) as client:
        for done, text in enumerate(texts, start=1):
            start = perf_counter()
            response = client.post(CHAT, json={"question": text})
            yield 1000 * (perf_counter() - start)
            _check(response)
            progress("questions", done, len(texts))


def _ask(server: Served, question: str) -> None:
    _check(httpx.post(f"{server.url}{CHAT}", json={"question": question}, timeout=_TIMEOUT, trust_env=False))


def _check(response: httpx.Response) -> None:
    if response.status_code != httpx.codes.OK:
        raise EvaluationError(f"Der Server hat mit {response.status_code} geantwortet: {response.text[:200]}")


@contextmanager
def sample_city(data: Path | None, messages: Console) -> Iterator[Path]:
    """A folder with the sample city's generation: the given one, or a fresh one that is removed again."""
    if data is not None:
        if Shelf(data / "generations" / NAME).current() is None:
            raise EvaluationError(
                f"In {data} ist keine Musterstadt eingelesen. Bitte führen Sie dort `lotse ingest` aus."
            )
        yield data
        return
    with TemporaryDirectory(prefix="lotse-benchmark-") as folder:
        place = Path(folder)
        with SampleSite() as site, shown(messages) as progress:
            crawl(site, place, place, progress)
        yield place


def main(arguments: Sequence[str]) -> int:
    """Run the benchmark with these arguments and return its exit status."""
    return run_command(bench, "python -m evaluation.benchmarks.answers", arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python -m evaluation.benchmarks.model`: the model's process under load, beside llama-cpp-python's server.

The model has random weights: what it says means nothing, what it costs is real. All servers run on this
machine in turn, with one thread less than there are cores.
"""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console

from corpus.progress import Progress
from evaluation.benchmarks.answers import sample_city
from evaluation.benchmarks.model_pipeline import Overhead, pipeline_overhead
from evaluation.benchmarks.model_prefix import ALTERNATING, CONSECUTIVE, Read, read
from evaluation.benchmarks.model_queue import CLIENTS, Waiting, eight_at_once
from evaluation.benchmarks.model_servers import our_server, peer_server, write_model
from evaluation.benchmarks.telling import AsJson, AsMarkdown, tell
from evaluation.command_line import BAD_INPUT, run_command
from evaluation.errors import EvaluationError
from evaluation.report.progress import shown
from evaluation.report.rows import NOTHING, Table

_QUESTIONS = 9


@dataclass(frozen=True)
class Report:
    """What was measured of ours, of ours without saved states, and of the peer."""

    waiting: Waiting
    consecutive: Read
    alternating: Read
    alternating_without_states: Read
    overhead: Overhead
    peer_waiting: Waiting
    peer_consecutive: Read
    peer_alternating: Read


def bench(
    json: AsJson = False,
    markdown: AsMarkdown = False,
    questions: Annotated[int, typer.Option(min=2, help="Fragen an die ganze Kette")] = _QUESTIONS,
    data: Annotated[
        Path | None,
        typer.Option(help="Ordner mit der eingelesenen Musterstadt; ohne Angabe wird sie frisch eingelesen"),
    ] = None,
) -> None:
    """Misst Warteschlange, gesparte Token und den Aufwand der Kette um das Sprachmodell."""
    del markdown
    messages = Console(stderr=True, highlight=False)
    try:
        with sample_city(data, messages) as place, shown(messages) as progress:
            report = measure_model(place, questions, progress)
    except EvaluationError as error:
        messages.print(str(error), markup=False, soft_wrap=True)
        raise typer.Exit(BAD_INPUT) from None
    tell(report, as_table(report), json=json)


def measure_model(data: Path, questions: int, progress: Progress) -> Report:
    """Measure all servers over the sample city's generation in `data`."""
    with TemporaryDirectory(prefix="lotse-model-") as folder:
        model = write_model(Path(folder))
        with our_server(model) as url:
            consecutive, alternating = read(url, CONSECUTIVE), read(url, ALTERNATING)
            waiting = asyncio.run(eight_at_once(url))
            overhead = pipeline_overhead(url, data, questions, progress)
        with our_server(model, state_mib=0) as url:
            without_states = read(url, ALTERNATING)
        with peer_server(model) as url:
            peer = read(url, CONSECUTIVE), read(url, ALTERNATING), asyncio.run(eight_at_once(url))
    return Report(
        waiting=waiting,
        consecutive=consecutive,
        alternating=alternating,
        alternating_without_states=without_states,
        overhead=overhead,
        peer_consecutive=peer[0],
        peer_alternating=peer[1],
        peer_waiting=peer[2],
    )


def as_table(report: Report) -> Table:
    """The report in English, for `docs/measurements.md`."""
    ours, peer, bare = report.waiting, report.peer_waiting, report.alternating_without_states
    one, two = report.consecutive, report.alternating
    rows = (
        ("answers lost", str(ours.asked - ours.whole), NOTHING, str(peer.asked - peer.whole)),
        ("answered out of the order of arrival", str(ours.overtaken), NOTHING, str(peer.overtaken)),
        ("first word after, median", _s(ours.median), NOTHING, _s(peer.median)),
        ("first word after, longest", _s(ours.longest), NOTHING, _s(peer.longest)),
        ("longest / median", _n(ours.longest / ours.median), NOTHING, _n(peer.longest / peer.median)),
        (
            "prompt",
            f"{one.prompt:.0f} tokens",
            f"{bare.prompt:.0f} tokens",
            f"{report.peer_consecutive.prompt:.0f} tokens",
        ),
        ("evaluated, one fixed part", _tokens(one), NOTHING, _tokens(report.peer_consecutive)),
        ("evaluated, two fixed parts in turn", _tokens(two), _tokens(bare), _tokens(report.peer_alternating)),
        (
            "answer of one token, one fixed part",
            _s(one.seconds),
            NOTHING,
            _s(report.peer_consecutive.seconds),
        ),
        (
            "answer of one token, two in turn",
            _s(two.seconds),
            _s(bare.seconds),
            _s(report.peer_alternating.seconds),
        ),
        (
            f"the pipeline's share of the time, {report.overhead.answers} worded answers",
            f"{100 * report.overhead.share:.1f} %",
            NOTHING,
            NOTHING,
        ),
    )
    headers = (
        f"{CLIENTS} clients, {ours.asked} requests",
        "ours",
        "without saved states",
        "llama_cpp.server",
    )
    return Table(headers, rows)


def _tokens(measured: Read) -> str:
    return f"{measured.evaluated:.0f} tokens" if measured.evaluated is not None else "not told"


def _s(seconds: float) -> str:
    return f"{seconds:.2f} s"


def _n(value: float) -> str:
    return f"{value:.2f}"


def main(arguments: Sequence[str]) -> int:
    """Run the benchmark with these arguments and return its exit status."""
    return run_command(bench, "python -m evaluation.benchmarks.model", arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

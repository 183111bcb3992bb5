"""`python -m evaluation.benchmarks.retrieval`: time and memory of the search over 100,000 passages of law.

Builds a generation of paragraphs from `laws.jsonl.xz` and searches it for paragraphs' headings, as citizens'
questions are searched: lexicon, both indexes, fusion, re-ranking. Beside it, in the same run, what Chroma
alone takes for the 100 nearest of the same vectors.
"""

import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer
from pydantic import BaseModel, ConfigDict
from rich.console import Console

from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import Embedder
from corpus.generations.build import build_generation
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.lexicon import expand
from corpus.records import Document, Section, SectionKind
from evaluation.command_line import BAD_INPUT, run_command
from evaluation.corpus_file import any_city
from evaluation.floors.gate import MEASUREMENT_DATA
from evaluation.latency.figures import percentiles
from evaluation.report.markdown import draw
from evaluation.report.rows import Table
from training.pairs import Paragraph, read_laws

_PARAGRAPHS = 5
_WARM = 20


class Report(BaseModel):
    """What was measured; memory is the highest of the whole process, in MiB, the reading of laws included."""

    model_config = ConfigDict(frozen=True)

    passages: int
    build_s: float
    passages_per_s: float
    questions: int
    search_p50_ms: float | None
    search_p95_ms: float | None
    chroma_p95_ms: float | None
    highest_mib: float


def bench(
    passages: Annotated[int, typer.Option(min=100, help="wie viele Textstücke mindestens")] = 100_000,
    questions: Annotated[int, typer.Option(min=10)] = 500,
    measurements: Annotated[
        Path, typer.Option(envvar="LOTSE_MEASUREMENT_DATA", help="Ordner mit den Messdaten")
    ] = MEASUREMENT_DATA,
    markdown: Annotated[bool, typer.Option("--markdown", help="als Markdown-Tabelle")] = False,
) -> None:
    """Misst Zeit und Speicher der Suche über Gesetzestexte."""
    laws = measurements / "laws.jsonl.xz"
    if not laws.is_file():
        Console(stderr=True).print(f"{laws} fehlt: Bitte nennen Sie mit --measurements den Ordner.")
        raise typer.Exit(BAD_INPUT)
    with tempfile.TemporaryDirectory(prefix="lotse-retrieval-") as place:
        report = measure(read_laws(laws), Path(place), passages, questions)
    table = as_table(report)
    sys.stdout.write(draw(table) if markdown else "".join(f"{a}: {b}\n" for a, b in table.rows))


def measure(laws: Sequence[Paragraph], place: Path, passages: int, questions: int) -> Report:
    """Build in `place` and search; documents hold five paragraphs each, so passages may be a few more."""
    city = any_city()
    embedder = load_embedder(city.embedding)
    folder = Shelf(place).new_folder()
    started = perf_counter()
    documents = islice(_documents(laws, city.id), max(1, passages // _PARAGRAPHS))
    manifest = build_generation(folder, city.id, documents, embedder)
    built = perf_counter() - started
    step = max(1, len(laws) // (questions + _WARM))
    asked = [f"{one.law[:40]} {one.heading}" for one in laws[::step]][: questions + _WARM]
    generation = Generation.open(folder, embedder)
    generation.warm()
    times = percentiles([_timed(generation, text) for text in asked][_WARM:])
    generation.close()
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    alone = percentiles(list(_chroma_alone(folder / "dense", embedder, asked[_WARM:])))
    return Report(
        passages=manifest.passages,
        build_s=round(built, 1),
        passages_per_s=round(manifest.passages / built, 1),
        questions=len(asked) - _WARM,
        search_p50_ms=times.p50,
        search_p95_ms=times.p95,
        chroma_p95_ms=alone.p95,
        highest_mib=round(highest, 1),
    )


def as_table(report: Report) -> Table:
    """The report as a table of two columns, in English, for `docs/measurements.md`."""
    rows = (
        ("passages", str(report.passages)),
        ("building the generation", f"{report.build_s:.1f} s, {report.passages_per_s:.0f} passages/s"),
        (f"whole retrieval, p50 of {report.questions}", f"{report.search_p50_ms or 0:.1f} ms"),
        (f"whole retrieval, p95 of {report.questions}", f"{report.search_p95_ms or 0:.1f} ms"),
        ("Chroma alone, the 100 nearest vectors, p95", f"{report.chroma_p95_ms or 0:.1f} ms"),
        ("highest resident memory", f"{report.highest_mib:.0f} MiB"),
    )
    return Table(("what", "measured"), rows)


def _documents(laws: Sequence[Paragraph], city: str) -> Iterator[Document]:
    """Documents of five paragraphs each, over and over the laws."""
    number = 0
    while True:
        start = (number * _PARAGRAPHS) % max(1, len(laws) - _PARAGRAPHS)
        group = laws[start : start + _PARAGRAPHS]
        sections = tuple(
            Section(kind=SectionKind.LEGAL, heading=one.heading, text=one.text[:900]) for one in group
        )
        url = f"https://laws.example/{number}"
        yield Document(
            id=str(number), city=city, source="laws", title=group[0].law, url=url, sections=sections
        )
        number += 1


def _timed(generation: Generation, text: str) -> float:
    start = perf_counter()
    generation.search(text, official=expand(text), limit=10)
    return 1000 * (perf_counter() - start)


def _chroma_alone(folder: Path, embedder: Embedder, asked: Sequence[str]) -> Iterator[float]:
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(str(folder), Settings(_env_file=None, anonymized_telemetry=False))
    collection = client.list_collections()[0]
    for text in asked:
        vector = embedder.embed_query(text)
        start = perf_counter()
        collection.query(query_embeddings=[vector], n_results=100, include=[])
        yield 1000 * (perf_counter() - start)
    client.close()


def main(arguments: Sequence[str]) -> int:
    """Run the benchmark with these arguments and return its exit status."""
    return run_command(bench, "python -m evaluation.benchmarks.retrieval", arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python -m evaluation.hostile`: twelve hostile models against the sample city and Munich."""

import logging
import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import structlog
import typer

from bot.assistant import Assistant
from bot.request import Question
from bot.settings import BotSettings
from corpus.city import City
from corpus.embedding.choose import load_embedder
from corpus.generations.library import Library
from corpus.generations.shelf import Shelf
from corpus.musterstadt.serve import SampleSite
from evaluation.command_line import BAD_INPUT, FAILED
from evaluation.config import berlin_now
from evaluation.corpus_file import any_city, read_corpus
from evaluation.errors import EvaluationError
from evaluation.hostile.attack import ATTACKED, CHOOSING, WAYS, Damage, answered, attack
from evaluation.hostile.doubles import Double, chooser, doubles
from evaluation.hostile.instant import at_once
from evaluation.musterstadt.measuring import NOW, crawl, musterstadt_questions
from evaluation.questions import GoldQuestion, read_questions
from evaluation.report.markdown import draw
from evaluation.report.rows import Table
from evaluation.session import embedding_cache
from evaluation.system import build

_HEADERS = ("model", "answers", "asked", "lies told", "lies shown", "answers poorer than without a model")


def measure(
    markdown: Annotated[bool, typer.Option("--markdown", help="nur die Tabellen")] = False,
    every: Annotated[int, typer.Option(min=1, help="nur jede wievielte Frage")] = 1,
    measurements: Annotated[
        Path, typer.Option(envvar="LOTSE_MEASUREMENT_DATA", help="Ordner mit den Messdaten")
    ] = Path("../shared/data"),
    data: Annotated[Path, typer.Option(envvar="LOTSE_DATA", help="Ordner für Zwischenspeicher")] = Path(
        "var"
    ),
) -> None:
    """Zwölf feindliche Modelle beantworten die Fragen: Kein gefälschter Satz darf erscheinen."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    shown = False
    try:
        for name, damages in _targets(measurements, data, every):
            sys.stdout.write(f"### {name}\n\n{draw(Table(_HEADERS, tuple(map(_row, damages))))}\n")
            for damage in damages:
                shown = shown or bool(damage.through)
                if not markdown:
                    sys.stdout.writelines(
                        f"{damage.does}: {text}\n" for text in damage.through + damage.poorer
                    )
    except EvaluationError as error:
        sys.stderr.write(f"{error}\n")
        raise typer.Exit(BAD_INPUT) from None
    if shown:
        sys.stderr.write("Gefälschte Sätze sind in Antworten gelangt.\n")
        raise typer.Exit(FAILED)


def _targets(measurements: Path, data: Path, every: int) -> Iterator[tuple[str, list[Damage]]]:
    with TemporaryDirectory(prefix="lotse-hostile-") as folder, SampleSite() as site:
        place, city = Path(folder), site.city()
        crawl(site, place, data)
        asked = musterstadt_questions()[0]
        yield "musterstadt", _damages(place / "generations" / city.id, city, NOW, asked[::every])
    munich = measurements / "munich"
    if munich.is_dir():
        with TemporaryDirectory(prefix="lotse-hostile-") as folder:
            place, city = Path(folder), any_city()
            build(place, city, read_corpus(munich / "corpus.jsonl", city.id), embedding_cache(data))
            asked = read_questions(munich / "questions.jsonl")
            yield "munich", _damages(place, city, berlin_now(), asked[::every])


def _damages(root: Path, city: City, now: datetime, asked: Sequence[GoldQuestion]) -> list[Damage]:
    questions = [
        Question(text=one.question, style=style, language=language)
        for style, language in WAYS
        for one in asked
    ]
    german = [question for question in questions if question.language == "de"]
    with _attacked(root, city, now, ATTACKED) as assistant:
        damages = at_once(_all(assistant, doubles(), questions))
    with _attacked(root, city, now, CHOOSING) as assistant:
        return [*damages, *at_once(_all(assistant, [chooser()], german))]


async def _all(assistant: Assistant, models: Sequence[Double], questions: Sequence[Question]) -> list[Damage]:
    taken = await answered(assistant, questions)
    before = [answer for _, answer in taken]
    return [await attack(double, assistant, [question for question, _ in taken], before) for double in models]


@contextmanager
def _attacked(root: Path, city: City, now: datetime, settings: BotSettings) -> Iterator[Assistant]:
    embedder = load_embedder(city.embedding)
    library = Library(Shelf(root), embedder)
    try:
        library.warm()
        yield Assistant(
            city, library, embedder, secret=secrets.token_hex(16), clock=lambda: now, settings=settings
        )
    finally:
        library.close()


def _row(damage: Damage) -> tuple[str, ...]:
    counts = (damage.answers, damage.asked, damage.lies, len(damage.through), len(damage.poorer))
    return (damage.does, *map(str, counts))


if __name__ == "__main__":
    typer.run(measure)

"""Opens the corpora that questions are put to: the sample city, and generations of some pages of a corpus."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from bot.reader.reader import Reader
from bot.run import Tools
from bot.settings import BotSettings
from bot.token import ContextTokens
from bot.trees import Trees
from corpus.city import City
from corpus.generations.build import build_generation
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.musterstadt.serve import SampleSite
from corpus.records import Document
from evaluation.musterstadt.measuring import crawl

BERLIN = ZoneInfo("Europe/Berlin")


@contextmanager
def sample_city(reader: Reader) -> Iterator[Tools]:
    """The sample city, crawled; raises `SystemExit` where it can't be read."""
    with tempfile.TemporaryDirectory() as folder, SampleSite() as site:
        city, place = site.city(), Path(folder)
        crawl(site, place, place)
        current = Shelf(place / "generations" / city.id).current()
        if current is None:
            raise SystemExit("Die Musterstadt ließ sich nicht lesen.")
        with closing(Generation.open(current, reader.embedder)) as generation:
            yield _tools(city, generation, reader)


@contextmanager
def generation_of(documents: Sequence[Document], city: City, reader: Reader) -> Iterator[Tools]:
    """A generation of these documents alone."""
    with tempfile.TemporaryDirectory() as folder:
        build = Shelf(Path(folder)).new_folder()
        build_generation(build, city.id, documents, reader.embedder)
        with closing(Generation.open(build, reader.embedder)) as generation:
            yield _tools(city, generation, reader)


def _tools(city: City, generation: Generation, reader: Reader) -> Tools:
    generation.warm()
    return Tools(
        city=city,
        generation=generation,
        settings=BotSettings(),
        tokens=ContextTokens("training", BotSettings().context_lifetime, lambda: datetime.now(BERLIN)),
        reader=reader,
        coverage=_nothing_yet(),
        curated=(),
        model=None,
        retriever=None,
        emit=lambda event: None,
    )


def _nothing_yet() -> Trees:
    whole, real = np.zeros((1, 1), dtype=np.int16), np.zeros((1, 1))
    return Trees(whole, real, whole, whole, real, 0.0, 0)

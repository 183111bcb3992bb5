"""What documents state differently is kept with the generation, and found from each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.generations.build import build_generation
from corpus.generations.opened import Generation
from corpus.records import Audience, Contradiction, FactKind, Stated
from tests.unit.corpus.generations.conftest import CITY, HOST, town
from tests.unit.corpus.search.embedders import HashingEmbedder


def side(name: str, value: str) -> Stated:
    return Stated(
        document_id=name, title=name, url=f"{HOST}/{name}", source="Website", value=value, words=value
    )


FEE = Contradiction(
    kind=FactKind.FEE, subject="Personalausweis", sides=(side("ausweis", "46 Euro"), side("pass", "37 Euro"))
)
NOTE = Contradiction(
    kind=FactKind.FEE,
    subject="Personalausweis",
    sides=(side("ausweis", "46 Euro"), side("vermerk", "50 Euro")),
    audience=Audience.INTERNAL,
)


@pytest.fixture
def generation(tmp_path: Path, embedder: HashingEmbedder) -> Iterator[Generation]:
    folder = tmp_path / "eins"
    folder.mkdir()
    build_generation(folder, CITY, town(), embedder, contradictions=[FEE, NOTE])
    opened = Generation.open(folder, embedder)
    yield opened
    opened.close()


def test_each_document_leads_to_what_contradicts_it(generation: Generation) -> None:
    assert generation.contradictions("pass") == (FEE,)
    assert generation.contradictions("ausweis") == (FEE,)
    assert generation.contradictions("wohngeld") == ()


def test_an_internal_side_is_seen_internally_only(generation: Generation) -> None:
    assert generation.contradictions() == (FEE,)
    assert generation.contradictions("vermerk") == ()
    assert generation.contradictions("ausweis", Audience.INTERNAL) == (FEE, NOTE)

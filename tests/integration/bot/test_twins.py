"""A page kept twice is offered once."""

from collections.abc import Iterator

import pytest

from bot.answer import Answer, Status
from bot.assistant import Assistant
from bot.request import Question
from corpus.embedding.embedder import Embedder
from corpus.generations.library import Library
from corpus.records import Document
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import SITE, documents, publish, small_city


def copies(document: Document) -> list[Document]:
    keys = [f"druck-{number}{document.id.removeprefix('website:')}" for number in range(3)]
    return [document.model_copy(update={"id": f"website:/{key}", "url": f"{SITE}/{key}"}) for key in keys]


@pytest.fixture(scope="module")
def library(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    twice = [copy for one in documents() if one.title == "Hundesteuer" for copy in copies(one)]
    library = publish(tmp_path_factory.mktemp("twins"), embedder, tuple(twice))
    yield library
    library.close()


async def asked(library: Library, embedder: Embedder, text: str) -> Answer:
    assistant = Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
    return await assistant.answer(Question(text=text))


async def test_it_is_answered_from_and_nobody_has_to_choose(library: Library, embedder: Embedder) -> None:
    answer = await asked(library, embedder, "Hundesteuer")
    assert answer.status is Status.ANSWERED
    assert [source.title for source in answer.sources].count("Hundesteuer") <= 2
    assert len({source.document_id for source in answer.sources if source.title == "Hundesteuer"}) == 1


async def test_the_nearest_pages_name_it_once(library: Library, embedder: Embedder) -> None:
    answer = await asked(library, embedder, "Bis wann darf mein Hund im Zirkus auftreten?")
    assert answer.status is Status.NOT_FOUND
    labels = [action.label for action in answer.actions if action.kind == "page"]
    assert labels.count("Hundesteuer") == 1
    assert len(labels) == len(set(labels))

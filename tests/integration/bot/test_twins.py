"""A page kept twice takes no second place among what was found."""

from pathlib import Path

from bot.assistant import Assistant
from bot.request import Question
from corpus.embedding.embedder import Embedder
from corpus.records import Document
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import SITE, documents, publish, small_city


def copied(document: Document, key: str) -> Document:
    return document.model_copy(update={"id": f"website:/{key}", "url": f"{SITE}/{key}"})


async def test_copies_go_behind_everything_else_that_was_found(tmp_path: Path, embedder: Embedder) -> None:
    tax = next(one for one in documents() if one.title == "Hundesteuer")
    copies = tuple(copied(tax, f"druck-{number}/hundesteuer") for number in range(3))
    library = publish(tmp_path, embedder, copies)
    assistant = Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
    examination = await assistant.examine(Question(text="Was kostet die Hundesteuer für den ersten Hund?"))
    library.close()
    taxes = {tax.id, *(one.id for one in copies)}
    assert examination.ranked[0] in taxes
    assert not taxes & set(examination.ranked[1:-3])
    assert set(examination.ranked[-3:]) < taxes
    assert "84 Euro" in examination.answer.text()
    assert len({source.document_id for source in examination.answer.sources} & taxes) == 1

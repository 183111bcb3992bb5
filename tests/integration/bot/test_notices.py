"""A notice in the news reaches the citizen who asks for the office that it names."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.answer import Contact
from bot.assistant import Assistant
from bot.request import Question
from corpus.embedding.embedder import Embedder
from corpus.generations.build import build_generation
from corpus.generations.library import Library
from corpus.generations.shelf import Shelf
from corpus.records import Document, DocumentKind, Section, SectionKind
from ingest.notices import Announced
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import documents, small_city

CLOSED = "Wegen einer Personalversammlung bleibt das Bürgerbüro am Montag, 1. Juni, geschlossen."
SOON = "Am Freitag, 12. Juni, ist das Bürgerbüro nur von 8 bis 10 Uhr geöffnet."


def news(text: str) -> Document:
    return Document(
        id="news",
        city="kleinstadt",
        source="website",
        title="Personalversammlung",
        url="https://www.kleinstadt.example/aktuelles/personalversammlung",
        kind=DocumentKind.NEWS,
        sections=(Section(kind=SectionKind.DESCRIPTION, heading="", text=text),),
        modified=datetime(2026, 5, 26, tzinfo=UTC),
    )


async def office_card(text: str, data: Path, embedder: Embedder) -> tuple[Contact, str]:
    """The Bürgerbüro's card on Monday, 1 June 2026, at ten, and the page that is cited for its notice."""
    shelf = Shelf(data / "generations" / "kleinstadt")
    folder = shelf.new_folder()
    build_generation(folder, "kleinstadt", list(Announced([*documents(), news(text)])), embedder)
    shelf.publish(folder)
    library = Library(shelf, embedder)
    try:
        assistant = Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
        answer = await assistant.answer(Question(text="Was kostet ein Personalausweis?"))
    finally:
        library.close()
    card = answer.contact[0]
    cited = [source.url for source in answer.sources if source.number == card.notice_citation]
    return card, cited[0]


@pytest.mark.parametrize(("text", "expected"), [(CLOSED, False), (SOON, True)])
async def test_the_card_shows_the_notice_with_its_page_and_counts_with_it(
    text: str, expected: bool, data: Path, embedder: Embedder
) -> None:
    card, page = await office_card(text, data, embedder)
    assert (card.name, card.notice, card.open_now) == ("Bürgerbüro", text, expected)
    assert page.startswith("https://www.kleinstadt.example/aktuelles/personalversammlung")

"""Where the city's pages contradict each other, the citizen sees both sides and whom to ask."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.assistant import Assistant
from bot.request import Question
from corpus.embedding.embedder import Embedder
from corpus.generations.build import build_generation
from corpus.generations.library import Library
from corpus.generations.shelf import Shelf
from corpus.records import Audience, Contradiction, Document, DocumentKind, Fact, FactKind, Section, Stated
from corpus.records import SectionKind as Kind
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import SITE, documents, small_city

OLD = datetime(2025, 2, 3, tzinfo=UTC)
LIST_WORDS = "Personalausweis ab 24 Jahren: 37,00 Euro"
LATER_HOURS = "Montag bis Freitag: 9:00–11:00 Uhr"


def fee_list(audience: Audience = Audience.PUBLIC) -> Document:
    fact = Fact(kind=FactKind.FEE, value="37,00 Euro", words=LIST_WORDS, label="ab 24 Jahren", section=0)
    return Document(
        id="website:/gebuehren",
        city="kleinstadt",
        source="website",
        title="Alte Gebührenliste",
        url=f"{SITE}/gebuehren",
        kind=DocumentKind.PAGE,
        audience=audience,
        sections=(Section(kind=Kind.FEES, heading="Liste", text=LIST_WORDS),),
        facts=(fact,),
        modified=OLD,
    )


def stated(document: Document, fact: Fact) -> Stated:
    return Stated(
        document_id=document.id,
        title=document.title,
        url=document.url,
        modified=document.modified,
        source="website",
        value=fact.value,
        words=fact.words,
    )


def contradictions(other: Document) -> list[Contradiction]:
    page = next(one for one in documents() if one.id == "website:/personalausweis")
    office = next(one for one in documents() if one.id == "website:/buergerbuero")
    fee = (stated(page, page.facts[0]), stated(other, other.facts[0]))
    hours = stated(office, office.facts[0])
    return [
        Contradiction(
            kind=FactKind.FEE,
            subject=page.title,
            label="ab 24 Jahren",
            sides=fee,
            audience=other.audience,
        ),
        Contradiction(
            kind=FactKind.HOURS,
            subject=office.title,
            sides=(hours, hours.model_copy(update={"value": LATER_HOURS, "words": LATER_HOURS})),
        ),
    ]


def publish(data: Path, embedder: Embedder, other: Document) -> Library:
    shelf = Shelf(data / "generations" / "kleinstadt")
    folder = shelf.new_folder()
    found = contradictions(other)
    build_generation(folder, "kleinstadt", [*documents(), other], embedder, contradictions=found)
    shelf.publish(folder)
    return Library(shelf, embedder)


@pytest.fixture(scope="module")
def assistant(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    library = publish(tmp_path_factory.mktemp("doubt"), embedder, fee_list())
    yield Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
    library.close()


async def ask(assistant: Assistant, text: str) -> Answer:
    return await assistant.answer(Question(text=text))


async def test_both_fees_are_told_with_page_and_date_and_none_alone(assistant: Assistant) -> None:
    answer = await ask(assistant, "Was kostet der Personalausweis?")
    told = {fact.value: fact for fact in answer.facts}
    assert list(told) == ["46,00 Euro", "37,00 Euro", "27,60 Euro"]
    assert told["46,00 Euro"].label == "ab 24 Jahren, laut „Personalausweis beantragen“, Stand 01.06.2026"
    assert told["37,00 Euro"].label == "ab 24 Jahren, laut „Alte Gebührenliste“, Stand 03.02.2025"


async def test_each_side_cites_its_own_page(assistant: Assistant) -> None:
    answer = await ask(assistant, "Was kostet der Personalausweis?")
    pages = {source.number: source.document_id for source in answer.sources}
    cited = {fact.value: pages[fact.citation] for fact in answer.facts}
    assert cited["46,00 Euro"] == "website:/personalausweis"
    assert cited["37,00 Euro"] == "website:/gebuehren"


@pytest.mark.parametrize(
    ("question", "words"),
    [("Was kostet der Personalausweis?", "Verschiedenes"), ("How much is the Personalausweis?", "differ")],
)
async def test_the_citizen_is_told_once_that_the_pages_differ_and_whom_to_call(
    assistant: Assistant, question: str, words: str
) -> None:
    answer = await ask(assistant, question)
    assert [words in notice and "069 90009-100" in notice for notice in answer.notices].count(True) == 1


async def test_an_office_of_contradicting_hours_is_neither_open_nor_closed(assistant: Assistant) -> None:
    answer = await ask(assistant, "Wann hat das Bürgerbüro geöffnet?")
    assert answer.contact[0].open_now is None
    assert LATER_HOURS in {fact.value for fact in answer.facts}


async def test_an_answer_without_such_a_fact_says_nothing_of_it(assistant: Assistant) -> None:
    answer = await ask(assistant, "Welche Unterlagen brauche ich für den Personalausweis?")
    assert "37,00" not in answer.model_dump_json()


async def test_an_internal_side_is_not_told(data: Path, embedder: Embedder) -> None:
    library = publish(data, embedder, fee_list(Audience.INTERNAL))
    try:
        clerk = Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
        answer = await ask(clerk, "Was kostet der Personalausweis?")
    finally:
        library.close()
    assert "37,00" not in answer.model_dump_json()
    assert [fact.value for fact in answer.facts] == ["46,00 Euro", "27,60 Euro"]

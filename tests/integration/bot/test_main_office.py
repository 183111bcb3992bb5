"""Who asks for hours or the way and names no office is told those of the citizens' office."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Status
from bot.assistant import Assistant
from bot.request import Question
from corpus.embedding.embedder import Embedder
from corpus.records import Document, DocumentKind, Fact, FactKind, Section, SectionKind
from tests.integration.bot.test_assistant import ask
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import SITE, publish, small_city


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("habt ihr morgen offen?", "de", "Dienstag, 02.06.2026: geöffnet 08:00 bis 12:00 Uhr"),
        ("kann ich am Sonntag vorbeikommen?", "de", "Sonntag, 07.06.2026: geschlossen"),
        ("Wann hat das Rathaus auf?", "de", "Montag bis Freitag: 8:00–12:00 Uhr"),
        ("wo seid ihr?", "de", "Rathausplatz 1, 60999 Kleinstadt"),
        ("Are you open tomorrow?", "en", "Tuesday, 02.06.2026: open 08:00 to 12:00"),
    ],
)
async def test_the_citizens_office_is_meant(
    assistant: Assistant, text: str, language: str, told: str
) -> None:
    answer = await assistant.answer(Question(text=text, language=language))
    assert answer.status is Status.ANSWERED
    assert [(fact.label, fact.value) for fact in answer.facts] == [("Bürgerbüro", told)]
    assert not answer.blocks


async def test_who_names_a_service_is_not_sent_there(assistant: Assistant) -> None:
    answer = await ask(assistant, "Wo kann ich morgen meinen Hund anmelden?")
    assert answer.sources[0].title == "Hundesteuer"


def _branch(key: str, title: str) -> Document:
    hours = "Montag bis Donnerstag: 9:00–15:00 Uhr"
    return Document(
        id=f"website:/{key}",
        city="kleinstadt",
        source="website",
        title=title,
        url=f"{SITE}/{key}",
        kind=DocumentKind.OFFICE,
        sections=(Section(kind=SectionKind.HOURS, heading="Öffnungszeiten", text=hours),),
        facts=(Fact(kind=FactKind.HOURS, value=hours, words=hours, section=0, osm="Mo-Th 09:00-15:00"),),
    )


def _asked_of(embedder: Embedder, place: Path, *branches: Document, main: bool) -> Iterator[Assistant]:
    library = publish(place, embedder, branches, without=() if main else ("website:/buergerbuero",))
    yield Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
    library.close()


@pytest.fixture
def several(embedder: Embedder, tmp_path: Path) -> Iterator[Assistant]:
    """A city with two citizens' offices, none of them the main one."""
    branches = _branch("nord", "Bürgerbüro Nord"), _branch("sued", "Bürgerbüro Südviertel")
    yield from _asked_of(embedder, tmp_path, *branches, main=False)


@pytest.fixture
def main_and_branch(embedder: Embedder, tmp_path: Path) -> Iterator[Assistant]:
    """A city with a citizens' office and a branch of it."""
    yield from _asked_of(embedder, tmp_path, _branch("nord", "Bürgerbüro Nord"), main=True)


async def test_of_several_offices_one_is_to_be_chosen(several: Assistant) -> None:
    answer = await ask(several, "wann habt ihr auf?")
    assert answer.status is Status.CLARIFY
    assert {choice.question for choice in answer.choices} == {
        "Bürgerbüro Nord: wann habt ihr auf?",
        "Bürgerbüro Südviertel: wann habt ihr auf?",
    }
    chosen = await ask(several, "Bürgerbüro Nord: wann habt ihr auf?")
    assert [fact.label for fact in chosen.facts] == ["Bürgerbüro Nord"]


async def test_the_one_that_is_called_after_no_quarter_is_the_main_one(main_and_branch: Assistant) -> None:
    answer = await ask(main_and_branch, "wann habt ihr auf?")
    assert [fact.label for fact in answer.facts] == ["Bürgerbüro"]

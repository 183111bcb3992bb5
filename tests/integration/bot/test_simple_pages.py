"""The city's own pages in plain language and in sign language are linked before anything else."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answer import Action, Style
from bot.assistant import Assistant
from bot.request import Question
from corpus.embedding.embedder import Embedder
from corpus.generations.library import Library
from corpus.records import Document, DocumentKind, Section, SectionKind
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import SITE, publish, small_city


def page(
    key: str, title: str, text: str, *, simple: bool = False, valid_until: date | None = None
) -> Document:
    return Document(
        id=f"website:/{key}",
        city="kleinstadt",
        source="website",
        title=title,
        url=f"{SITE}/{key}",
        kind=DocumentKind.PAGE,
        simple=simple,
        valid_until=valid_until,
        sections=(Section(kind=SectionKind.DESCRIPTION, heading="", text=text),),
    )


PAGES = (
    page(
        "leicht/ausweis",
        "Personalausweis in Leichter Sprache",
        "Der Personalausweis ist eine Karte. Sie zeigt: Das bin ich.",
        simple=True,
    ),
    page(
        "leicht/alt/ausweis",
        "Alter Personalausweis in Leichter Sprache",
        "Der Personalausweis ist eine Karte. Sie zeigt: Das bin ich. Das galt früher.",
        simple=True,
        valid_until=date(2020, 12, 31),
    ),
    page(
        "leicht/hund",
        "Hundesteuer in Leichter Sprache",
        "Sie haben einen Hund? Dann zahlen Sie Geld an die Stadt.",
        simple=True,
    ),
    page(
        "dgs/ausweis",
        "Video in Gebärdensprache: Personalausweis",
        "Im Video sehen Sie, wie Sie einen Personalausweis bekommen.",
    ),
)


@pytest.fixture(scope="module")
def library(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = publish(tmp_path_factory.mktemp("simple"), embedder, PAGES)
    yield library
    library.close()


async def actions(library: Library, embedder: Embedder, text: str, style: Style) -> tuple[Action, ...]:
    assistant = Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
    return (await assistant.answer(Question(text=text, style=style))).actions


async def test_they_come_before_online_services_and_are_about_the_same(
    library: Library, embedder: Embedder
) -> None:
    found = await actions(library, embedder, "Was kostet ein Personalausweis?", Style.STANDARD)
    first = [action.label for action in found[:2]]
    assert sorted(first) == [
        "Personalausweis in Leichter Sprache",
        "Video in Gebärdensprache: Personalausweis",
    ]
    assert found[2].kind == "appointment"
    assert not any("Hundesteuer" in action.label for action in found)


@pytest.mark.parametrize("style", Style)
async def test_one_that_no_longer_holds_is_not_linked(
    library: Library, embedder: Embedder, style: Style
) -> None:
    found = await actions(library, embedder, "Was kostet ein Personalausweis?", style)
    labels = [action.label for action in found]
    assert "Video in Gebärdensprache: Personalausweis" in labels
    assert "Alter Personalausweis in Leichter Sprache" not in labels


async def test_simple_german_is_answered_from_the_simple_page_or_leads_to_it(
    library: Library, embedder: Embedder
) -> None:
    assistant = Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
    question = Question(text="Was kostet die Hundesteuer?", style=Style.EINFACH)
    answer = await assistant.answer(question)
    linked = {action.url for action in answer.actions} | {source.url for source in answer.sources}
    assert f"{SITE}/leicht/hund" in linked


async def test_a_service_without_such_a_page_links_none(library: Library, embedder: Embedder) -> None:
    found = await actions(library, embedder, "Bis wann muss ich meine Wohnung anmelden?", Style.EINFACH)
    assert not any("Sprache" in action.label for action in found)

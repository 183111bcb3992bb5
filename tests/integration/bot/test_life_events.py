"""A life event is answered with the services that the city offers for it, in order."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answer import Answer, Origin, Status, Style
from bot.assistant import Assistant
from bot.request import Question
from corpus.embedding.embedder import Embedder
from corpus.generations.library import Library
from corpus.records import Document, DocumentKind, Section, SectionKind
from tests.integration.bot.test_assistant import ask
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import SITE, publish, small_city


async def test_a_life_event_is_answered_with_its_services_in_order(assistant: Assistant) -> None:
    answer = await ask(assistant, "Ich bin umgezogen, was muss ich tun?")
    assert answer.status is Status.ANSWERED
    block, elsewhere = answer.blocks
    assert elsewhere.heading == "Dafür sind andere Stellen zuständig"
    assert "Auto ummelden: Kfz-Zulassungsstelle (oft beim Landkreis)" in [s.text for s in elsewhere.sentences]
    assert (block.form, block.heading) == ("steps", "Umzug: Das ist zu tun")
    cited = {source.number: source.title for source in answer.sources}
    assert [cited[sentence.citations[0]] for sentence in block.sentences] == [
        "Wohnung anmelden",
        "Hundesteuer",
    ]


async def test_each_step_is_a_title_with_words_that_stand_on_its_page(
    assistant: Assistant, library: Library
) -> None:
    answer = await ask(assistant, "Wir ziehen um")
    cited = {source.number: source for source in answer.sources}
    sourced = [one for block in answer.blocks for one in block.sentences if one.origin is Origin.SOURCE]
    assert sourced
    with library.borrow() as generation:
        for sentence in sourced:
            source = cited[sentence.citations[0]]
            document = generation.document(source.document_id)
            assert document is not None
            said = sentence.text.removeprefix(f"{document.title}: ")
            assert said != sentence.text
            assert any(said in " ".join(section.text.split()) for section in document.sections)


async def test_an_event_of_which_the_city_offers_too_little_is_answered_like_any_question(
    assistant: Assistant,
) -> None:
    answer = await ask(assistant, "Ich gehe nächstes Jahr in Rente")
    assert not any(block.form == "steps" for block in answer.blocks)


async def test_simple_german_names_what_to_do_in_our_own_words(assistant: Assistant) -> None:
    question = Question(text="Ich bin umgezogen, was muss ich tun?", style=Style.EINFACH)
    answer = await assistant.answer(question)
    assert [(one.text, one.origin) for one in answer.blocks[0].sentences] == [
        ("Wohnung anmelden", Origin.FRAME),
        ("Hund anmelden", Origin.FRAME),
    ]
    assert all(one.citations for one in answer.blocks[0].sentences)


async def test_who_asks_for_one_thing_after_an_event_is_answered_that_and_offered_the_event(
    assistant: Assistant,
) -> None:
    answer = await ask(assistant, "Ich ziehe um. Welche Unterlagen brauche ich, um die Wohnung anzumelden?")
    assert not any("Das ist zu tun" in block.heading for block in answer.blocks)
    assert answer.sources[0].title == "Wohnung anmelden"
    assert answer.suggestions[-1] == "Umzug: Was ist zu tun?"
    offered = await ask(assistant, answer.suggestions[-1])
    assert offered.blocks[0].heading == "Umzug: Das ist zu tun"


def _page(
    key: str, title: str, kind: DocumentKind, *texts: str, office_ids: tuple[str, ...] = ()
) -> Document:
    return Document(
        id=f"website:/{key}",
        city="kleinstadt",
        source="website",
        title=title,
        url=f"{SITE}/{key}",
        kind=kind,
        office_ids=office_ids,
        sections=tuple(Section(kind=SectionKind.DESCRIPTION, heading="", text=text) for text in texts),
    )


@pytest.fixture
async def moved(embedder: Embedder, tmp_path: Path) -> AsyncIterator[Answer]:
    """What a city with a registry of vehicles and a page about moving within it says to who has moved."""
    pages = (
        _page("kfz", "Kfz-Zulassungsstelle", DocumentKind.OFFICE, "Wir lassen Fahrzeuge zu."),
        _page(
            "nachweis",
            "Wohnungsgeberbestätigung",
            DocumentKind.SERVICE,
            "Bitte schreiben Sie gut lesbar und in Druckschrift.",
            "Eine falsche Wohnungsgeberbestätigung ist verboten.",
        ),
    )
    library = publish(tmp_path, embedder, pages)
    city = Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
    yield await ask(city, "Ich bin umgezogen, was muss ich tun?")
    library.close()


async def test_an_office_of_the_city_is_no_other_authority(moved: Answer) -> None:
    steps = [one.text for one in moved.blocks[0].sentences]
    assert "Auto ummelden: Kfz-Zulassungsstelle" in steps
    others = [one.text for block in moved.blocks[1:] for one in block.sentences]
    assert not any("Kfz" in text for text in others)


async def test_a_step_about_whose_doing_the_page_says_nothing_is_named_and_no_more(moved: Answer) -> None:
    steps = [one.text for one in moved.blocks[0].sentences]
    assert "Bestätigung des Wohnungsgebers holen" in steps
    assert len(steps) == len(set(steps))

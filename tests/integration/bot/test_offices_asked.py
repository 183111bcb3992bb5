"""Who asks for an office is told where it is and when it is open, not what its page lists for everybody."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.answer import Answer
from bot.assistant import Assistant
from bot.request import Question
from corpus.embedding.embedder import Embedder
from corpus.records import Document, DocumentKind, Fact, FactKind, Section, SectionKind
from tests.integration.bot.test_assistant import ask
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import SITE, publish, small_city

HOURS = "Montag bis Freitag: 9:00–12:00 Uhr"


_CLOSED = Fact(
    kind=FactKind.NOTICE,
    value="Im Juli ist die Stadtkasse nur eingeschränkt erreichbar.",
    words="Im Juli ist die Stadtkasse nur eingeschränkt erreichbar.",
    section=0,
    valid_from=date(2026, 7, 1),
    valid_until=date(2026, 7, 31),
)


def _office(key: str, title: str, *more: Fact) -> Document:
    where, mail = "Lange Gasse 4, 60999 Kleinstadt", f"{key}@kleinstadt.example"
    sections = (
        Section(
            kind=SectionKind.HOURS, heading="Sprechzeiten", text=f"{HOURS}\nFür eine Beglaubigung läuten."
        ),
        Section(kind=SectionKind.CONTACT, heading="Kontakt", text=f"{title}\n{where}\n{mail}"),
        Section(
            kind=SectionKind.DESCRIPTION, heading="Unsere Leistungen", text="- Wohngeld\n- Grundsicherung"
        ),
        Section(kind=SectionKind.DESCRIPTION, heading="Barrierefreiheit", text="- Aufzug\n- Rampe am Hof"),
    )
    facts = (
        Fact(kind=FactKind.HOURS, value=HOURS, words=HOURS, section=0, osm="Mo-Fr 09:00-12:00"),
        Fact(
            kind=FactKind.HOURS,
            value="Für eine Beglaubigung läuten.",
            words="Für eine Beglaubigung läuten.",
            section=0,
        ),
        Fact(kind=FactKind.ADDRESS, value=where, words=where, section=1),
        Fact(kind=FactKind.EMAIL, value=mail, words=mail, section=1),
    )
    return _page(key, title, DocumentKind.OFFICE, sections, facts=(*facts, *more))


def _library() -> Document:
    hours = "Mittwoch geschlossen, sonst siehe Aushang"
    sections = (Section(kind=SectionKind.HOURS, heading="Öffnungszeiten", text=hours),)
    facts = (Fact(kind=FactKind.HOURS, value=hours, words=hours, section=0),)
    return _page("buecherei", "Bücherei", DocumentKind.OFFICE, sections, facts=facts)


def _page(
    key: str, title: str, kind: DocumentKind, sections: tuple[Section, ...], **more: object
) -> Document:
    fields = {"id": f"website:/{key}", "city": "kleinstadt", "source": "website", "url": f"{SITE}/{key}"}
    return Document.model_validate({**fields, "title": title, "kind": kind, "sections": sections, **more})


def _services() -> tuple[Document, ...]:
    aid = (
        Section(
            kind=SectionKind.DESCRIPTION,
            heading="",
            text="Wohngeld ist ein Zuschuss zur Miete. Den Antrag nimmt das Sozialamt an.",
        ),
        Section(kind=SectionKind.CONTACT, heading="Zuständige Stelle", text="Sozialamt\nLange Gasse 4"),
    )
    return (
        _page(
            "wohngeld",
            "Wohngeld",
            DocumentKind.SERVICE,
            aid,
            office_ids=("website:/sozialamt", "website:/kasse"),
            facts=(Fact(kind=FactKind.ADDRESS, value="Lange Gasse 4", words="Lange Gasse 4", section=1),),
        ),
    )


@pytest.fixture(scope="module")
def city(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Kleinstadt with an office for social matters, the treasury and a service of the former."""
    offices = _office("sozialamt", "Sozialamt"), _office("kasse", "Stadtkasse", _CLOSED), _library()
    library = publish(tmp_path_factory.mktemp("offices"), embedder, (*offices, *_services()))
    yield Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
    library.close()


def _shown(answer: Answer) -> set[str]:
    return {sentence.text for block in answer.blocks for sentence in block.sentences}


@pytest.mark.parametrize(
    "text", ["Wie komme ich zum Sozialamt?", "Wie erreiche ich das Sozialamt?", "Sozialamt"]
)
async def test_who_asks_for_an_office_gets_address_and_hours_and_no_lists(city: Assistant, text: str) -> None:
    answer = await ask(city, text)
    assert [fact.value for fact in answer.facts][:2] == ["Lange Gasse 4, 60999 Kleinstadt", HOURS]
    assert not _shown(answer)
    assert answer.suggestions == ()


async def test_what_an_office_does_is_told_to_who_asks_for_it(city: Assistant) -> None:
    answer = await ask(city, "Welche Leistungen hat das Sozialamt?")
    assert {"Wohngeld", "Grundsicherung"} <= _shown(answer)


async def test_who_asks_for_the_mail_address_gets_that_and_no_other(city: Assistant) -> None:
    answer = await ask(city, "Wie ist die E-Mail-Adresse vom Sozialamt?")
    assert [fact.value for fact in answer.facts] == ["sozialamt@kleinstadt.example"]
    assert not _shown(answer)


async def test_of_several_offices_linked_only_the_one_in_charge_is_shown(city: Assistant) -> None:
    answer = await ask(city, "Was ist Wohngeld?")
    assert [one.name for one in answer.contact] == ["Sozialamt", "Bürgertelefon"]


async def test_the_name_of_an_office_is_read_as_it_stands_in_other_languages(city: Assistant) -> None:
    answer = await city.answer(Question(text="When is the Sozialamt open?", language="en"))
    assert [fact.label for fact in answer.facts] == ["Sozialamt", "Sozialamt"]
    assert answer.suggestions == ("Sozialamt: Where is it?",)


async def test_hours_that_cannot_be_read_stand_for_themselves_on_a_usual_day(city: Assistant) -> None:
    usual = await ask(city, "Hat die Bücherei am Mittwoch offen?")
    holiday = await ask(city, "Hat die Bücherei an Neujahr offen?")
    assert [fact.value for fact in usual.facts] == ["Mittwoch geschlossen, sonst siehe Aushang"]
    assert holiday.facts[0].value == "Freitag, 01.01.2027: Das ist nicht sicher. Bitte rufen Sie vorher an."


async def test_a_notice_that_holds_on_the_day_goes_before_hours_and_doubt(city: Assistant) -> None:
    answer = await ask(city, "Hat die Stadtkasse am 7. Juli 2026 offen?")
    assert [fact.value for fact in answer.facts] == [_CLOSED.value]

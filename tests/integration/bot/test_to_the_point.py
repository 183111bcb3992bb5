"""An answer tells what was asked, from its first sentence on, and not what else its page says."""

from collections.abc import Iterator

import pytest

from bot.answer import Answer, Status
from bot.assistant import Assistant
from corpus.embedding.embedder import Embedder
from corpus.records import Document, DocumentKind, Fact, FactKind, Link, Section, SectionKind
from tests.integration.bot.test_assistant import ask
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import SITE, publish, small_city


def _page(key: str, title: str, *sections: tuple[SectionKind, str, str], **more: object) -> Document:
    return Document.model_validate(
        {
            "id": f"website:/{key}",
            "city": "kleinstadt",
            "source": "website",
            "title": title,
            "url": f"{SITE}/{key}",
            "kind": DocumentKind.SERVICE,
            "sections": tuple(Section(kind=kind, heading=head, text=text) for kind, head, text in sections),
            **more,
        }
    )


PARKING = _page(
    "parkausweis",
    "Parkausweis für Anwohner",
    (
        SectionKind.DESCRIPTION,
        "",
        "Am Auto muss ein gültiger Parkausweis für Anwohner liegen. Der Parkausweis gilt zwei Jahre.",
    ),
    (
        SectionKind.PROCEDURE,
        "Ablauf",
        "Buchen Sie einen Termin. Ein Foto gibt es am Terminal. Mit Vollmacht kommt jemand für Sie.",
    ),
    (
        SectionKind.FEES,
        "Kosten",
        "Für den Parkausweis ist eine Gebühr zu zahlen. Sie wird am 1. März jedes Jahres fällig.",
    ),
    (SectionKind.DEADLINE, "Frist", "Beantragen Sie ihn innerhalb von vier Wochen nach dem Einzug."),
    online=(Link(text="Termin online buchen", url=f"{SITE}/termin"),),
    facts=(
        Fact(
            kind=FactKind.DEADLINE,
            value="innerhalb von vier Wochen",
            words="Beantragen Sie ihn innerhalb von vier Wochen nach dem Einzug.",
            section=3,
        ),
    ),
)
PAPERS = "Personalausweis der Halterin"
LONG = f"Bei Gewitter gehen alle vom Wasser, {'auch wenn es noch weit weg scheint, ' * 20}und das sofort."
FISHING = _page(
    "fischereischein",
    "Fischereischein",
    (
        SectionKind.DESCRIPTION,
        "",
        "Mit dem Fischereischein dürfen Sie angeln. Er wird im Rathaus ausgestellt.",
    ),
    (
        SectionKind.DOCUMENTS,
        "Unterlagen",
        f"Wenn Sie erwachsen sind:\n- {PAPERS}\nFür Kinder brauchen wir die Unterschrift der Eltern.",
    ),
    (SectionKind.DURATION, "Dauer", "Sie bekommen ihn nach etwa zehn Arbeitstagen."),
    facts=(
        Fact(
            kind=FactKind.DOCUMENT,
            value=PAPERS,
            label="Wenn Sie erwachsen sind",
            words=f"- {PAPERS}",
            section=1,
        ),
        Fact(
            kind=FactKind.DURATION,
            value="nach etwa zehn Arbeitstagen",
            words="Sie bekommen ihn nach etwa zehn Arbeitstagen.",
            section=2,
        ),
    ),
)
FREQUENT = _page(
    "faq",
    "Häufige Fragen zum Freibad",
    (SectionKind.DESCRIPTION, "Darf mein Hund mit ins Freibad?", "Nein. Hunde müssen draußen bleiben."),
    (
        SectionKind.FEES,
        "Kann ich im Freibad mit Karte zahlen?",
        "Ja, an der Kasse. Kreditkarten nehmen wir nicht.",
    ),
    (SectionKind.FEES, "Was kostet eine Zehnerkarte für das Freibad?", "Sie kostet 30 Euro."),
    (SectionKind.DESCRIPTION, "Was gilt im Freibad bei Gewitter?", LONG),
    (SectionKind.DESCRIPTION, "Was gilt im Freibad bei Gewitter und Hagel?", ""),
    kind=DocumentKind.FAQ,
    facts=(
        Fact(
            kind=FactKind.PAYMENT,
            value="Kreditkarten nehmen wir nicht.",
            words="Kreditkarten nehmen wir nicht.",
            section=1,
        ),
    ),
)


@pytest.fixture(scope="module")
def city(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Kleinstadt with two more services and a page of frequent questions."""
    library = publish(tmp_path_factory.mktemp("point"), embedder, (PARKING, FISHING, FREQUENT))
    yield Assistant(small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN)
    library.close()


def _shown(answer: Answer) -> list[str]:
    return [
        sentence.text
        for block in answer.blocks
        if block.heading != "Kurz erklärt"
        for sentence in block.sentences
    ]


async def test_who_asks_how_long_it_is_valid_is_told_that_and_no_more(city: Assistant) -> None:
    answer = await ask(city, "Wie lange gilt der Parkausweis für Anwohner?")
    assert _shown(answer) == ["Der Parkausweis gilt zwei Jahre."]
    assert not answer.facts


async def test_how_long_it_takes_is_no_answer_to_how_long_it_is_valid(city: Assistant) -> None:
    answer = await ask(city, "Wie lange ist ein Fischereischein gültig?")
    assert answer.status is Status.PARTLY_ANSWERED
    assert "Auf der Seite steht nichts dazu: Gültigkeit." in answer.notices
    assert "zehn Arbeitstagen" not in answer.text()


async def test_to_book_online_is_not_to_apply_online(city: Assistant) -> None:
    answer = await ask(city, "Kann ich den Parkausweis für Anwohner online beantragen?")
    assert answer.status is Status.PARTLY_ANSWERED
    assert "Auf der Seite steht nichts dazu: Online." in answer.notices
    assert _shown(answer) == ["Bitte fragen Sie hier nach: Bürgertelefon, Telefon 069 90009-115."]
    assert ("page", "Parkausweis für Anwohner") in [(one.kind, one.label) for one in answer.actions]


async def test_by_when_to_pay_is_not_by_when_to_apply(city: Assistant) -> None:
    answer = await ask(city, "Wann muss ich den Parkausweis bezahlen?")
    assert "1. März" in answer.text()
    assert "vier Wochen" not in answer.text()


async def test_who_asks_for_an_appointment_is_told_of_appointments(city: Assistant) -> None:
    answer = await ask(city, "Brauche ich für den Parkausweis für Anwohner einen Termin?")
    assert _shown(answer) == ["Buchen Sie einen Termin."]


async def test_no_line_announces_a_list_that_stands_elsewhere(city: Assistant) -> None:
    answer = await ask(city, "Welche Unterlagen brauche ich für den Fischereischein?")
    assert [fact.value for fact in answer.facts] == [PAPERS]
    assert _shown(answer) == ["Für Kinder brauchen wir die Unterschrift der Eltern."]


async def test_a_frequent_question_gets_its_own_answer_from_its_first_word_on(city: Assistant) -> None:
    answer = await ask(city, "Kann ich im Freibad mit Karte zahlen?")
    assert _shown(answer) == ["Ja, an der Kasse.", "Kreditkarten nehmen wir nicht."]
    assert not answer.facts


async def test_a_long_answer_to_a_frequent_question_is_better_than_none(city: Assistant) -> None:
    answer = await ask(city, "Was gilt im Freibad bei Gewitter und Hagel?")
    assert _shown(answer) == [LONG]


async def test_who_asks_whether_to_come_in_person_is_told_who_may_come(city: Assistant) -> None:
    answer = await ask(city, "Muss ich für den Parkausweis für Anwohner persönlich kommen?")
    assert _shown(answer) == ["Mit Vollmacht kommt jemand für Sie."]

"""A question is asked back where several services fit it equally well, and never where it is clear."""

import pytest

from bot.understanding.clarifying import equally_likely
from corpus.records import Document, DocumentKind


def pages(*titles: str) -> list[Document]:
    return [
        Document(
            id=title,
            city="stadt",
            source="website",
            title=title,
            url="https://stadt.example/",
            kind=DocumentKind.SERVICE,
        )
        for title in titles
    ]


PARKING = ("Bewohnerparkausweis beantragen", "Parkausweis für Betriebe", "Parkausweis für Pflegedienste")
CERTIFICATES = ("Sterbeurkunde ausstellen", "Geburtsurkunde ausstellen", "Eheurkunde ausstellen")
PLATES = ("Saisonkennzeichen", "Wechselkennzeichen", "Kurzzeitkennzeichen")
NOTARISED = ("Beglaubigung von Unterschriften", "Beglaubigung von Kopien", "Personalausweis beantragen")


@pytest.mark.parametrize(
    ("text", "titles", "meant"),
    [
        ("Parkausweis", PARKING, 3),
        ("wie bekomme ich einen Parkausweis", PARKING, 3),
        ("Was kostet ein Parkausweis?", PARKING, 3),
        ("Urkunde bestellen", CERTIFICATES, 3),
        ("ich brauche eine urkunde", CERTIFICATES, 3),
        ("Wo kriege ich eine Urkunde, was kostet die?", CERTIFICATES, 3),
        ("Kennzeichen", PLATES, 3),
        ("neues Kennzeichen beantragen", PLATES, 3),
        ("Beglaubigung", NOTARISED, 2),
        ("Was kostet eine Beglaubigung?", NOTARISED, 2),
    ],
)
def test_an_unclear_question_has_choices(text: str, titles: tuple[str, ...], meant: int) -> None:
    assert [one.title for one in equally_likely(text, pages(*titles))] == list(titles[:meant])


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Was kostet ein Bewohnerparkausweis?", PARKING),
        ("Parkausweis für Pflegedienste", PARKING),
        ("Sterbeurkunde", CERTIFICATES),
        ("Urkunde für unsere Ehe", CERTIFICATES),
        ("Kennzeichen nur für den Sommer", PLATES),
        ("Unterschrift beglaubigen", NOTARISED),
        ("Reisepass", ("Reisepass", "Vorläufiger Reisepass", "Zweiter Reisepass")),
        ("Was kostet ein Reisepass?", ("Reisepass beantragen", "Vorläufiger Reisepass")),
        ("Was kostet das?", PARKING),
        ("ab", PARKING),
        ("Hund", ("Parkausweis für Betriebe", "Hundesteuer", "Hundeführerschein")),
    ],
)
def test_a_clear_question_has_none(text: str, titles: tuple[str, ...]) -> None:
    assert equally_likely(text, pages(*titles)) == ()


def test_there_are_four_choices_at_most() -> None:
    many = [f"Parkausweis für Gruppe {letter}" for letter in "ABCDEF"]
    assert len(equally_likely("Parkausweis", pages(*many))) == 4

"""Whether what was found is about the service that was asked for: first, later, not at all."""

import pytest

from bot.understanding.offering import Offering, offering
from corpus.records import Document


def _page(title: str) -> Document:
    return Document(
        id=f"website:/{title}",
        city="stadt",
        source="website",
        title=title,
        url=f"https://stadt.example/{len(title)}",
    )


TAX, CARD = _page("Hundesteuer anmelden"), _page("Personalausweis beantragen")


@pytest.mark.parametrize(
    ("text", "documents", "expected"),
    [
        ("Was kostet die Hundesteuer?", (TAX, CARD), Offering.OFFERED),
        ("Was kostet die Hundesteuer?", (CARD, TAX), Offering.NEARBY),
        ("Was kostet die Hundesteuer?", (CARD,), Offering.MISSING),
        ("Was kostet die Hundesteuer?", (), Offering.MISSING),
        ("Wie viele Monde hat der Jupiter?", (TAX, CARD), Offering.UNKNOWN),
    ],
)
def test_what_is_offered_is_told_by_the_place_of_the_page(
    text: str, documents: tuple[Document, ...], expected: Offering
) -> None:
    assert offering(text, documents) is expected

"""Whether what was found is about the service that was asked for: first, later, not at all."""

import pytest

from bot.understanding.offering import Offering, named, offering
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


def test_a_page_that_a_keyword_alone_joins_to_the_service_is_only_related_to_it() -> None:
    certificate = _page("Sterbeurkunde").model_copy(update={"keywords": ("Bestattung",)})
    assert offering("Was kostet eine Bestattung?", (certificate,)) is Offering.RELATED
    assert offering("Was kostet eine Bestattung?", (TAX, certificate)) is Offering.NEARBY
    assert offering("Was kostet eine Sterbeurkunde?", (certificate,)) is Offering.OFFERED


def test_a_service_is_named_by_the_title_and_not_by_keywords() -> None:
    certificate = _page("Sterbeurkunde").model_copy(update={"keywords": ("Bestattung",)})
    assert "sterbeurkunde" in named(certificate)
    assert "bestattung" not in named(certificate)

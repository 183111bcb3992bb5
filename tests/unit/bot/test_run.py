"""Sources of an answer: numbered in the order of citing, each with its own page, date and language."""

from datetime import UTC, datetime

from bot.run import Sources
from corpus.records import Document, DocumentKind, Section, SectionKind

SPRING, AUTUMN = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC)
JOINED = Document(
    id="website:pass",
    city="stadt",
    source="website",
    title="Pass",
    url="https://stadt.example/pass",
    modified=SPRING,
    sections=(
        Section(kind=SectionKind.FEES, heading="Gebühren", text="37,50 Euro", anchor="gebuehren"),
        Section(
            kind=SectionKind.FEES,
            heading="Kosten",
            text="70,00 Euro",
            source="xzufi",
            language="en",
            source_url="https://land.example/pass",
            modified=AUTUMN,
        ),
    ),
)


def test_a_citation_leads_to_the_page_and_the_date_of_the_source_that_says_it() -> None:
    sources = Sources(lambda document: ())
    assert [sources.cite(JOINED, number) for number in (0, 1, 0)] == [1, 2, 1]
    assert [(one.url, one.modified, one.language) for one in sources.all()] == [
        ("https://stadt.example/pass#gebuehren", SPRING, "de"),
        ("https://land.example/pass", AUTUMN, "en"),
    ]


def test_a_citation_names_the_nearest_office_in_charge() -> None:
    bureau, registry = (
        Document(
            id=f"website:{name}",
            city="stadt",
            source="website",
            title=name,
            url=f"https://stadt.example/{name}",
            kind=DocumentKind.OFFICE,
        )
        for name in ("Bürgerbüro", "Standesamt")
    )
    sources = Sources(lambda document: (bureau, registry) if document is JOINED else ())
    sources.cite(JOINED, 0)
    sources.cite(bureau, 0)
    assert [one.office for one in sources.all()] == ["Bürgerbüro", ""]

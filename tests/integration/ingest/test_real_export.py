"""The real export of a large city, where it lies beside the repository."""

import json
from pathlib import Path

import pytest

from corpus.records import Audience, Document, DocumentKind, FactKind
from ingest.appointments import read_appointments

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "munich"

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not FOLDER.exists(), reason="needs the measurement data beside the repository"),
]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """All documents of the export."""
    return read_appointments(
        FOLDER / "services_de.json", FOLDER / "locations_de.json", city="m", source="termine"
    )


def test_every_service_and_location_is_there(documents: list[Document]) -> None:
    kinds = [document.kind for document in documents]
    assert (kinds.count(DocumentKind.SERVICE), kinds.count(DocumentKind.OFFICE)) == (287, 109)
    assert len({document.id for document in documents}) == len(documents)


def test_every_service_with_a_text_for_citizens_is_public(documents: list[Document]) -> None:
    public = {
        document.id.rpartition("/")[2] for document in documents if document.audience is Audience.PUBLIC
    }
    with (FOLDER / "corpus.jsonl").open(encoding="utf-8") as corpus:
        missing = {json.loads(line)["id"] for line in corpus} - public
    # Two entries are notes from staff to staff.
    assert len(missing) == 2


def test_the_identity_card_costs_46_euro_from_24_years(documents: list[Document]) -> None:
    (card,) = [document for document in documents if document.title == "Personalausweis"]
    fees = {fact.label: fact.value for fact in card.facts if fact.kind is FactKind.FEE}
    assert fees["über 24 Jahren"] == "46 Euro"
    assert fees["unter 24 Jahren"] == "27,60 Euro"
    assert len(card.office_ids) == 7


def test_every_office_can_be_reached(documents: list[Document]) -> None:
    offices = [document for document in documents if document.kind is DocumentKind.OFFICE]
    without = [
        office.title for office in offices if not any(fact.kind is FactKind.ADDRESS for fact in office.facts)
    ]
    assert without == []

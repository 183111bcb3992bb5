"""A small town's documents, and generations built from them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.generations.build import build_generation
from corpus.generations.shelf import Shelf
from corpus.records import Document, Section, SectionKind
from tests.unit.corpus.search.embedders import HashingEmbedder

CITY = "musterstadt"
HOST = "https://musterstadt.example"


def service(name: str, title: str, fee: str, text: str, **more: object) -> Document:
    """A service with a description and a section of fees."""
    fields: dict[str, object] = {
        "id": name,
        "city": CITY,
        "source": "Website",
        "title": title,
        "url": f"{HOST}/{name}",
        "kind": "service",
        "sections": (
            Section(kind=SectionKind.DESCRIPTION, heading="Überblick", text=text),
            Section(kind=SectionKind.FEES, heading="Gebühren", text=fee),
        ),
    }
    return Document.model_validate(fields | more)


def town() -> list[Document]:
    """Four services, an English page, an office and an internal note."""
    return [
        service(
            "ausweis",
            "Personalausweis",
            "Der Ausweis kostet 46 Euro.",
            "Den Personalausweis beantragen Sie hier.",
        ),
        service(
            "pass",
            "Reisepass",
            "Der Reisepass kostet 70 Euro.",
            "Für Reisen außerhalb der Europäischen Union.",
            office_ids=(f"{HOST}/buergerbuero#zeiten", "unbekannt", "vermerk"),
            aliases=(f"{HOST}/index.php?id=7",),
        ),
        service("hund", "Hundesteuer", "Die Steuer beträgt 60 Euro im Jahr.", "Melden Sie Ihren Hund an."),
        service("wohngeld", "Wohngeld", "Der Antrag ist kostenfrei.", "Zuschuss zur Miete für Haushalte."),
        service(
            "passport",
            "Passport",
            "A passport costs 70 euros.",
            "Apply for a German passport.",
            language="en",
        ),
        service("buergerbuero", "Bürgerbüro", "Keine.", "Montag 8 bis 12 Uhr.", kind="office"),
        service(
            "vermerk", "Vermerk Reisepass", "Intern: 70 Euro.", "Nur für die Hotline.", audience="internal"
        ),
    ]


@pytest.fixture
def embedder() -> HashingEmbedder:
    return HashingEmbedder()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "generations" / CITY)


Publish = Callable[..., Path]


@pytest.fixture
def publish(shelf: Shelf, embedder: HashingEmbedder) -> Publish:
    """Build a generation of the given documents (default: the town) and publish it."""

    def build(*documents: Document) -> Path:
        folder = shelf.new_folder()
        build_generation(folder, CITY, documents or town(), embedder)
        shelf.publish(folder)
        return folder

    return build

"""The sample city from its website and from its XZuFi export: each service once, with all that both say."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.city import City
from corpus.embedding.embedder import Embedder
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.musterstadt.build import DELIVERY
from corpus.musterstadt.serve import SampleSite
from corpus.records import Document, DocumentKind, FactKind
from corpus.store.documents import open_store
from ingest.report import Report
from ingest.update import update_city

pytestmark = pytest.mark.slow


@dataclass
class Both:
    """What the sources gave, and the generation that was made of them."""

    report: Report
    stored: dict[str, Document]
    generation: Generation

    def joined(self) -> list[Document]:
        """The documents of both sources."""
        return [document for document in self.generation.documents() if document.joined]

    def other(self, document: Document) -> Document:
        """What XZuFi alone says."""
        (name,) = document.joined
        return self.stored[name]


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory, city_at: Callable[..., City], embedder: Embedder
) -> Iterator[Both]:
    """Update a city from both sources once."""
    folder: Path = tmp_path_factory.mktemp("both")
    with SampleSite() as site, open_store(f"sqlite:///{folder / 'store.db'}") as store:
        given = city_at(site.url + "/").model_dump(mode="json")
        given["sources"][0]["exclude"] = ["/veranstaltungen/kalender/", "/suche"]
        xzufi = {
            "type": "xzufi",
            "name": "leistungen",
            "url": site.url + DELIVERY,
            "allow_private_addresses": True,
        }
        city = City.model_validate({**given, "sources": [*given["sources"], xzufi]})
        report = update_city(city, folder / "data", store, embedder)
        stored = {document.id: document for document in store.documents(city.id)}
    current = Shelf(folder / "data" / "generations" / city.id).current()
    assert current is not None, report.reasons
    generation = Generation.open(current, embedder)
    yield Both(report, stored, generation)
    generation.close()


def test_every_object_of_the_export_is_part_of_its_page(both: Both) -> None:
    delivered = {name for name in both.stored if name.startswith("leistungen:")}
    assert len(delivered) > 90
    assert {name for document in both.joined() for name in document.joined} == delivered
    assert both.report.joined == len(delivered)
    assert both.generation.document_ids() == both.stored.keys() - delivered


def test_a_joined_document_keeps_the_pages_text_and_its_address(both: Both) -> None:
    for document in both.joined():
        page = both.stored[document.id]
        assert (document.url, document.title) == (page.url, page.title)
        assert document.sections[: len(page.sections)] == page.sections


def test_no_word_of_the_export_is_lost(both: Both) -> None:
    for document in both.joined():
        here = set(re.findall(r"\w+", document.text().lower()))
        # What stands in for a missing translation is in the document of its own language.
        said = (section.text for section in both.other(document).sections if not section.language)
        missing = set(re.findall(r"\w+", " ".join(said).lower())) - here
        assert missing == set(), document.id


def test_hardly_any_text_is_there_twice(both: Both) -> None:
    added = sum(
        len(section.text)
        for document in both.joined()
        for section in document.sections[len(both.stored[document.id].sections) :]
    )
    delivered = sum(
        len(section.text) for document in both.joined() for section in both.other(document).sections
    )
    assert added < 0.03 * delivered


def test_every_fee_of_both_is_there_and_stands_in_its_section(both: Both) -> None:
    seen = 0
    for document in both.joined():
        fees = [fact for fact in document.facts if fact.kind is FactKind.FEE]
        amounts = {fact.amount for fact in fees}
        for one in (both.stored[document.id], both.other(document)):
            own = [fact for fact in one.facts if not one.sections[fact.section].language]
            assert {fact.amount for fact in own if fact.kind is FactKind.FEE} <= amounts
        for fact in fees:
            text = " ".join(document.sections[fact.section].text.split())
            assert " ".join(fact.words.split()) in text, document.id
        printed = Counter((fact.value, fact.amount, fact.label, fact.words) for fact in fees)
        assert not printed or max(printed.values()) == 1, document.id
        seen += len(fees)
    assert seen > 100


def test_services_lead_to_offices_that_are_joined_too(both: Both) -> None:
    services = [document for document in both.joined() if document.kind is DocumentKind.SERVICE]
    for document in services:
        offices = both.generation.office_for(document)
        assert len(offices) == len(document.office_ids), document.id
        assert not any(name.startswith("leistungen:") for name in document.office_ids)
    assert any(office.joined for document in services for office in both.generation.office_for(document))


def test_a_search_finds_the_service_once(both: Both) -> None:
    results = both.generation.search("Hundesteuer anmelden")
    found = [hit.document_id for hit in results.documents]
    assert found[0] == "website:/dienstleistungen/hundesteuer"
    assert not any(name.startswith("leistungen:") for name in found)

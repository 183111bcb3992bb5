"""The sample city, crawled over HTTP: all its pages' texts, none of its chrome, each page once."""
# ruff: noqa: E501 (pages and lines read best as they are written)

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.city import City
from corpus.musterstadt.gold import gold, gold_paths
from corpus.musterstadt.serve import SampleSite
from corpus.records import Document, DocumentKind, FactKind
from corpus.sources import WebsiteSource
from ingest.notices import Announced
from ingest.website.crawl import crawl
from ingest.website.documents import site_documents
from ingest.website.state.records import Outcome

pytestmark = pytest.mark.slow

CHROME = re.compile(
    r"Cookie-Einstellungen|Zum Inhalt springen|Seite drucken|Seite vorlesen|Nach oben|Folgen Sie uns|Häufig gesucht|War diese Seite hilfreich|Sie sind hier",
)


@dataclass
class Read:
    """The sample city's documents by path."""

    documents: dict[str, Document]
    forbidden: list[str]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, city_at: Callable[..., City]) -> Iterator[Read]:
    """Crawl and read the sample city once."""
    folder: Path = tmp_path_factory.mktemp("musterstadt")
    with SampleSite() as site:
        (source,) = city_at(site.url + "/").sources
        assert isinstance(source, WebsiteSource)
        spool = crawl(source, folder, site.url)
        documents = site_documents(spool, city="musterstadt", source="website", home=site.url).documents
        forbidden = [event.url for event in spool.events() if event.outcome is Outcome.ROBOTS]
        yield Read({document.url.removeprefix(site.url): document for document in documents}, forbidden)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def test_every_page_that_should_be_found_is_found(read: Read) -> None:
    assert [path for path in gold_paths() if path not in read.documents] == []


def test_no_word_of_the_content_is_lost(read: Read) -> None:
    expected, found = Counter[str](), Counter[str]()
    for path in gold_paths():
        wanted = words("\n".join(f"{section.heading}\n{section.text}" for section in gold(path)))
        expected += wanted
        found += wanted & words(read.documents[path].text())
    assert found.total() / expected.total() > 0.995


def test_no_chrome_is_text(read: Read) -> None:
    with_chrome = {path: CHROME.findall(document.text()) for path, document in read.documents.items()}
    assert {path: found for path, found in with_chrome.items() if found} == {}


def test_services_know_their_office(read: Read) -> None:
    services = [
        document
        for path, document in read.documents.items()
        if path.startswith("/dienstleistungen/") and document.facts
    ]
    assert len(services) >= 40
    without = [
        document.id
        for document in services
        if document.kind is DocumentKind.SERVICE and not document.office_ids
    ]
    assert without == []


def test_what_robots_txt_forbids_is_not_read(read: Read) -> None:
    assert read.forbidden
    assert not any(path.startswith("/intern/") for path in read.documents)


def test_the_identity_cards_fees_are_facts(read: Read) -> None:
    card = read.documents["/dienstleistungen/personalausweis.html"]
    fees = {fact.label: fact.value for fact in card.facts if fact.kind is FactKind.FEE}
    assert fees["Personalausweis ab 24 Jahren"] == "46,00 Euro"


def test_notices_reach_the_offices_that_they_name(read: Read) -> None:
    notices = {
        document.title: [
            (str(fact.valid_from), str(fact.valid_until), fact.osm)
            for fact in document.facts
            if fact.kind is FactKind.NOTICE
        ]
        for document in Announced(list(read.documents.values()))
        if document.kind is DocumentKind.OFFICE
    }
    assert ("2026-12-03", "2026-12-03", "off") in notices["Bürgerbüro"]
    assert ("2026-12-08", "2026-12-08", "off") in notices["Gewerbeamt"]
    assert ("2026-12-04", "2026-12-04", "off") in notices["Umweltamt"]
    assert ("2026-12-07", "2027-01-15", None) in notices["Umweltamt"]
    # Closed between the years: the administration, but not all of its houses.
    assert ("2026-12-24", "2027-01-01", None) in notices["Standesamt"]
    assert ("2026-12-03", "2026-12-03", "off") not in notices["Standesamt"]
    # The sauna is closed, not the baths around it.
    assert [day for day in notices["Hallenbad am Stadtpark"] if day[2] == "off"] == [
        ("2026-06-29", "2026-07-19", "off")
    ]

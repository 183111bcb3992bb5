"""The sample city's own export, read by the importer: what its pages say, its transfer says."""

from pathlib import Path

import pytest

from corpus.musterstadt.content import Content, default_folder, read_content
from corpus.musterstadt.front_matter import OfficeFront, ServiceFront, TranslatedFront
from corpus.musterstadt.xzufi import transfer
from corpus.musterstadt.xzufi_elements import AGENCY, number_of
from corpus.records import Document, FactKind, SectionKind
from corpus.values.amounts import find_amounts
from ingest.xzufi.options import Options
from tests.unit.ingest.xzufi.conftest import Holder

SITE = "http://127.0.0.1:8090"


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(default_folder())


@pytest.fixture(scope="module")
def read(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Holder:
    holder = Holder(tmp_path_factory.mktemp("xzufi"))
    holder.options = Options(private_addresses=True)
    holder.read(transfer(content, SITE))
    return holder


def of(holder: Holder, kind: str, key: str, ending: str = "") -> Document:
    return holder.documents[f"xzufi:{AGENCY}.{kind}.{number_of(key)}{ending}"]


def test_everything_in_it_is_understood_and_nothing_hangs_loose(read: Holder) -> None:
    report = read.report
    assert (report.unknown_elements, report.broken_objects, report.failed, report.warnings) == (
        {},
        {},
        [],
        [],
    )
    assert (report.unresolved_services, report.unresolved_owners, report.repeated) == (0, 0, 0)
    assert report.orphan_deletions == 2


def test_every_service_is_a_document_with_its_title_page_and_offices(read: Holder, content: Content) -> None:
    for entry in content.of("services"):
        front = entry.front
        assert isinstance(front, ServiceFront)
        found = of(read, "LB", entry.key)
        assert (found.title, found.leika) == (front.title, front.leika)
        assert found.url == f"{SITE}/dienstleistungen/{entry.stem}.html"
        offices = [of(read, "OE", f"offices/{stem}").id for stem in front.offices]
        assert sorted(found.office_ids) == sorted(offices)
        assert {link.url for link in found.online} >= {link.url for link in front.online}
        forms = {link.url if "://" in link.url else SITE + link.url for link in front.forms}
        assert {link.url for link in found.forms} >= forms


def test_every_amount_of_the_pages_is_a_fee_of_the_transfer(read: Holder, content: Content) -> None:
    seen = 0
    for entry in content.of("services"):
        found = of(read, "LB", entry.key)
        said = {one.value for section in found.sections for one in find_amounts(section.text)}
        for part in entry.parts:
            if part.kind is SectionKind.FEES:
                amounts = {one.value for one in find_amounts(part.text)}
                assert amounts <= said, entry.key
                seen += len(amounts)
    assert seen > 100


def test_every_section_of_the_pages_is_there_line_by_line(read: Holder, content: Content) -> None:
    for entry in content.of("services"):
        text = of(read, "LB", entry.key).text()
        for part in entry.parts:
            missing = [line for line in part.text.splitlines() if line.removeprefix("- ") not in text]
            assert missing == [], entry.key


def test_services_with_an_english_page_have_an_english_document(read: Holder, content: Content) -> None:
    for entry in content.of("en"):
        front = entry.front
        assert isinstance(front, TranslatedFront)
        if front.translates and front.translates.startswith("services/"):
            found = of(read, "LB", front.translates, "@en")
            assert (found.title, found.language) == (front.title, "en")
            assert found.url == f"{SITE}/en/{entry.stem}.html"


def test_offices_have_their_address_hours_and_accessibility(read: Holder, content: Content) -> None:
    for entry in content.of("offices"):
        front = entry.front
        assert isinstance(front, OfficeFront)
        found = of(read, "OE", entry.key)
        values = {fact.kind: fact.value for fact in found.facts}
        if front.address:
            place = f"{front.address.street}, {front.address.postcode} {front.address.city}"
            assert values[FactKind.ADDRESS] == place
        if front.email:
            assert values[FactKind.EMAIL] == front.email
        for line in (*front.hours, *front.accessibility):
            assert line in found.text()


def test_the_export_is_the_same_every_time_it_is_made(content: Content, tmp_path: Path) -> None:
    assert transfer(content, SITE) == transfer(content, SITE)

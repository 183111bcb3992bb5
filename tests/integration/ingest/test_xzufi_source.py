"""XZuFi as a source of a city: applied to what is stored, joined with the website, reported."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.city import City
from corpus.embedding.embedder import Embedder
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.records import Document
from corpus.store.documents import DocumentStore, open_store
from ingest.report import Report, last_report, summary
from ingest.update import update_city
from tests.integration.ingest.website import Website, html
from tests.integration.ingest.xzufi.stand_in import Pvog, StandIn
from tests.unit.ingest.xzufi.messages import AGENCY, deletion, module, service, transfer

PASS, DOG = f"xzufi:{AGENCY}.LB.pass", f"xzufi:{AGENCY}.LB.hund"


def described(number: str, title: str, text: str) -> str:
    """A service with a text of its own."""
    return service(number, module("06", text), title=title)


REISEPASS = described("pass", "Reisepass", "Der Reisepass gilt zehn Jahre.")
HUND = described("hund", "Hundesteuer", "Für jeden Hund ist Steuer zu zahlen.")


@pytest.fixture
def site() -> Iterator[Website]:
    """A website with a page about one of the services."""
    page = html("Reisepass", "<p>Den Reisepass beantragen Sie im Bürgerbüro.</p>")
    with Website({"/": html("Start", links=("/leistungen/pass",)), "/leistungen/pass": page}) as site:
        yield site


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DocumentStore]:
    """An empty store."""
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        yield store


@pytest.fixture
def deliveries(tmp_path: Path) -> Path:
    """The folder that deliveries are put in."""
    folder = tmp_path / "deliveries"
    folder.mkdir()
    return folder


def with_xzufi(city: City, **keys: object) -> City:
    """The city with an XZuFi source too, whose objects have their pages on the website."""
    source = {
        "type": "xzufi",
        "name": "xzufi",
        "page": f"{str(city.website).rstrip('/')}/leistungen/{{id}}",
        "allow_private_addresses": True,
        "max_loss": 0.6,
        **{key: str(value) if isinstance(value, Path) else value for key, value in keys.items()},
    }
    given = city.model_dump(mode="json")
    return City.model_validate({**given, "sources": [*given["sources"], source]})


@pytest.fixture
def city(site: Website, deliveries: Path, city_at: Callable[..., City]) -> City:
    """A city that reads its website and a folder of deliveries."""
    return with_xzufi(city_at(site.url, max_loss=1.0), folder=deliveries)


@pytest.fixture
def update(tmp_path: Path, store: DocumentStore, embedder: Embedder) -> Callable[[City], Report]:
    """Update a city in a data folder of its own."""
    return lambda city: update_city(city, tmp_path / "data", store, embedder)


def served(tmp_path: Path, embedder: Embedder) -> dict[str, Document]:
    """What is being served, by id."""
    current = Shelf(tmp_path / "data" / "generations" / "kleinstadt").current()
    assert current is not None
    generation = Generation.open(current, embedder)
    try:
        return {document.id: document for document in generation.documents()}
    finally:
        generation.close()


def test_a_service_of_both_sources_is_served_as_one_with_the_texts_of_both(
    tmp_path: Path, city: City, deliveries: Path, update: Callable[[City], Report], embedder: Embedder
) -> None:
    (deliveries / "1.xml").write_bytes(transfer(REISEPASS, HUND))
    report = update(city)
    assert (report.published, report.joined, report.errors) == (True, 1, ())
    documents = served(tmp_path, embedder)
    assert set(documents) == {"website:/", "website:/leistungen/pass", DOG}
    both = documents["website:/leistungen/pass"]
    assert both.joined == (PASS,)
    assert "im Bürgerbüro" in both.text()
    assert "gilt zehn Jahre" in both.text()


def test_the_report_keeps_what_the_transfer_said_and_names_files_that_failed(
    tmp_path: Path, city: City, deliveries: Path, update: Callable[[City], Report]
) -> None:
    (deliveries / "1.xml").write_bytes(transfer(REISEPASS))
    (deliveries / "2.xml").write_bytes(transfer(HUND)[:-30])
    report = update(city)
    (problem,) = report.failed
    assert problem.url == "2.xml"
    assert problem.reason
    transferred = report.sources[1].transfer
    assert transferred is not None
    assert (transferred.files, transferred.written) == (1, {"LB": 1})
    assert last_report(tmp_path / "data", "kleinstadt") == report
    assert "XZuFi „xzufi“: 1 Dateien gelesen: 1 Leistungen." in summary(report)
    assert "1 Dokumente sind mit denen anderer Quellen" in summary(report)


def test_a_second_delivery_is_told_as_changes_to_the_first(
    tmp_path: Path, city: City, deliveries: Path, update: Callable[[City], Report], embedder: Embedder
) -> None:
    (deliveries / "1.xml").write_bytes(transfer(REISEPASS, HUND))
    update(city)
    assert (update(city).sources[1].unchanged, len(served(tmp_path, embedder))) == (2, 3)
    changed = described("hund", "Hundesteuer", "Die Steuer ist gestiegen.")
    (deliveries / "1.xml").write_bytes(transfer(changed))
    report = update(city)
    assert (report.sources[1].changed, report.sources[1].removed, report.joined) == ((DOG,), (PASS,), 0)
    assert served(tmp_path, embedder)["website:/leistungen/pass"].joined == ()


def test_a_delta_leaves_what_it_does_not_name(
    city: City, deliveries: Path, store: DocumentStore, update: Callable[[City], Report], site: Website
) -> None:
    (deliveries / "1.xml").write_bytes(transfer(REISEPASS, HUND))
    update(city)
    delta = with_xzufi(city.model_copy(update={"sources": city.sources[:1]}), folder=deliveries, mode="delta")
    (deliveries / "1.xml").write_bytes(transfer(deletion("Leistung", "hund")))
    report = update(delta)
    assert (report.sources[1].removed, report.sources[1].unchanged) == ((DOG,), 1)
    assert PASS in {document.id for document in store.documents("kleinstadt")}


def test_a_delivery_that_cannot_be_used_damages_nothing(
    tmp_path: Path, city: City, deliveries: Path, update: Callable[[City], Report], embedder: Embedder
) -> None:
    (deliveries / "1.xml").write_bytes(transfer(REISEPASS, HUND))
    update(city)
    before = served(tmp_path, embedder)
    for broken in (b"", b"<html/>", transfer()):
        (deliveries / "1.xml").write_bytes(broken)
        report = update(city)
        assert len(report.errors) == 1
        assert served(tmp_path, embedder) == before
    (deliveries / "1.xml").unlink()
    assert len(update(city).errors) == 1
    assert served(tmp_path, embedder) == before


def test_a_lost_store_is_filled_again_though_the_register_knows_everything(
    tmp_path: Path, city: City, deliveries: Path, embedder: Embedder
) -> None:
    (deliveries / "1.xml").write_bytes(transfer(REISEPASS, HUND))
    for name in ("erste", "zweite"):
        with open_store(f"sqlite:///{tmp_path / name}.db") as store:
            report = update_city(city, tmp_path / "data", store, embedder)
            assert report.sources[1].new == (DOG, PASS)


def test_pvog_is_asked_with_the_secret_of_the_file_and_goes_on_where_it_stopped(
    tmp_path: Path, site: Website, city_at: Callable[..., City], update: Callable[[City], Report]
) -> None:
    (tmp_path / "geheim.txt").write_text("geheim\n", encoding="utf-8")
    with StandIn() as server:
        pvog = Pvog(server, [transfer(REISEPASS, version="2_3_1").decode()], token="richtig")
        pvog.tokens = iter(["richtig"] * 5)
        city = with_xzufi(
            city_at(site.url, max_loss=1.0),
            pvog=pvog.url,
            token_url=f"{server.url}/token",
            client_id="stadt",
            client_secret_file=tmp_path / "geheim.txt",
        )
        assert update(city).joined == 1
        pvog.messages.append(transfer(HUND, version="2_3_1").decode())
        report = update(city)
        assert (report.sources[1].new, report.sources[1].unchanged) == ((DOG,), 1)
        # "stadt:geheim" as HTTP's basic authentication writes it: the line's end isn't part of the secret.
        assert "Basic c3RhZHQ6Z2VoZWlt" in server.authorizations


@pytest.mark.parametrize(("secret", "says"), [(None, "geheim.txt fehlt"), ("\n", "geheim.txt ist leer")])
def test_an_access_without_its_secret_says_what_to_do(
    tmp_path: Path,
    site: Website,
    city_at: Callable[..., City],
    update: Callable[[City], Report],
    secret: str | None,
    says: str,
) -> None:
    if secret is not None:
        (tmp_path / "geheim.txt").write_text(secret, encoding="utf-8")
    city = with_xzufi(
        city_at(site.url),
        pvog="https://pvog.example/",
        token_url="https://pvog.example/token",
        client_id="stadt",
        client_secret_file=tmp_path / "geheim.txt",
    )
    (error,) = update(city).errors
    assert says in error
    assert "Passwort" in error

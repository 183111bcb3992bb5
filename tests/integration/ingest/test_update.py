"""Updating a city: what is served never gets worse by a source that fails, and the report says what happened."""
# ruff: noqa: E501 (pages and lines read best as they are written)

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.city import City
from corpus.embedding.embedder import Embedder
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.store.documents import DocumentStore, open_store
from ingest.report import Report, last_report, summary
from ingest.update import update_city
from tests.integration.ingest.website import Answer, Website, html

NAMES = ("ausweis", "pass", "wohngeld", "hund")


def pages() -> dict[str, Answer]:
    """A website of four services."""
    services = {
        f"/leistungen/{name}": html(name.title(), f"<p>Hier geht es um {name}.</p>") for name in NAMES
    }
    return {"/": html("Start", links=tuple(services)), **services}


@pytest.fixture
def site() -> Iterator[Website]:
    """The website."""
    with Website(pages()) as site:
        yield site


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DocumentStore]:
    """An empty store."""
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        yield store


@pytest.fixture
def update(tmp_path: Path, store: DocumentStore, embedder: Embedder) -> Callable[[City], Report]:
    """Update a city in a data folder of its own."""
    return lambda city: update_city(city, tmp_path / "data", store, embedder)


def served(tmp_path: Path, embedder: Embedder) -> set[str]:
    """The titles of what is being served."""
    current = Shelf(tmp_path / "data" / "generations" / "kleinstadt").current()
    if current is None:
        return set()
    generation = Generation.open(current, embedder)
    try:
        return {document.title for document in generation.documents()}
    finally:
        generation.close()


def test_the_first_update_serves_everything_and_keeps_its_report(
    tmp_path: Path,
    site: Website,
    update: Callable[[City], Report],
    city_at: Callable[..., City],
    embedder: Embedder,
) -> None:
    report = update(city_at(site.url, canaries=["Wohngeld"]))
    assert report.published, report.reasons
    assert len(report.new) == 5
    assert served(tmp_path, embedder) == {"Start", "Ausweis", "Pass", "Wohngeld", "Hund"}
    assert last_report(tmp_path / "data", "kleinstadt") == report
    assert (tmp_path / "data" / "crawls" / "kleinstadt" / "website" / "crawl.sqlite").exists()


def test_a_second_update_tells_what_changed_and_what_went(
    tmp_path: Path,
    site: Website,
    update: Callable[[City], Report],
    city_at: Callable[..., City],
    embedder: Embedder,
) -> None:
    city = city_at(site.url)
    update(city)
    site.pages["/leistungen/pass"] = html("Pass", "<p>Der Pass ist jetzt teurer.</p>")
    del site.pages["/leistungen/hund"]
    site.pages["/"] = html("Start", links=(*(f"/leistungen/{name}" for name in NAMES), "/neu"))
    site.pages["/neu"] = html("Neu")
    report = update(city)
    assert report.changed == ("website:/leistungen/pass",)
    assert report.new == ("website:/neu",)
    assert report.removed == ("website:/leistungen/hund",)
    assert report.unchanged == 3
    (difference,) = report.differences
    assert difference.sections[0].lines == ("-Hier geht es um pass.", "+Der Pass ist jetzt teurer.")
    assert [problem.url for problem in report.failed] == [f"{site.url}/leistungen/hund"]
    assert served(tmp_path, embedder) == {"Start", "Ausweis", "Pass", "Wohngeld", "Neu"}


def test_an_update_without_changes_builds_nothing(
    tmp_path: Path, site: Website, update: Callable[[City], Report], city_at: Callable[..., City]
) -> None:
    shelf = Shelf(tmp_path / "data" / "generations" / "kleinstadt")
    first = update(city_at(site.url))
    folders = shelf.names()
    second = update(city_at(site.url))
    assert (second.unchanged, second.unchanged_generation, second.published) == (5, True, False)
    assert (second.generation, shelf.names()) == (first.generation, folders)
    assert "unverändert" in summary(second).splitlines()[-1]
    assert second.good


def test_a_damaged_generation_is_built_anew_though_nothing_changed(
    tmp_path: Path, site: Website, update: Callable[[City], Report], city_at: Callable[..., City]
) -> None:
    first = update(city_at(site.url))
    (tmp_path / "data" / "generations" / "kleinstadt" / str(first.generation) / "documents.sqlite").unlink()
    second = update(city_at(site.url))
    assert second.published
    assert second.generation != first.generation


def test_an_unreachable_website_loses_nothing(
    tmp_path: Path, update: Callable[[City], Report], city_at: Callable[..., City], embedder: Embedder
) -> None:
    with Website(pages()) as site:
        city = city_at(site.url)
        update(city)
        before = served(tmp_path, embedder)
    report = update(city)
    assert len(report.errors) == 1
    assert "nimmt keine Verbindung an" in report.errors[0]
    assert served(tmp_path, embedder) == before
    assert report.removed == ()


def test_a_page_whose_server_fails_for_a_time_stays_as_it_was(
    tmp_path: Path,
    site: Website,
    update: Callable[[City], Report],
    city_at: Callable[..., City],
    embedder: Embedder,
) -> None:
    city = city_at(site.url)
    update(city)
    site.pages["/leistungen/pass"] = Answer("kaputt", 500)
    report = update(city)
    assert report.sources[0].kept == ("website:/leistungen/pass",)
    assert report.removed == ()
    assert "Pass" in served(tmp_path, embedder)


def test_a_website_that_shrank_is_not_published_and_says_why(
    tmp_path: Path,
    site: Website,
    update: Callable[[City], Report],
    city_at: Callable[..., City],
    embedder: Embedder,
) -> None:
    city = city_at(site.url, max_loss=0.3)
    update(city)
    before = served(tmp_path, embedder)
    site.pages = {"/": html("Start")}
    report = update(city)
    assert not report.published
    assert (
        Shelf(tmp_path / "data" / "generations" / "kleinstadt").refused()[str(report.generation)].reasons
        == report.reasons
    )
    assert "4 von 5 Dokumenten" in report.reasons[0]
    assert served(tmp_path, embedder) == before
    assert "nicht ausgetauscht" in summary(report)


def test_a_canary_that_finds_nothing_keeps_the_old_generation(
    tmp_path: Path,
    site: Website,
    update: Callable[[City], Report],
    city_at: Callable[..., City],
    embedder: Embedder,
) -> None:
    update(city_at(site.url))
    report = update(city_at(site.url, canaries=["Xylophonverleih"]))
    assert (report.published, report.unchanged_generation, report.good) == (False, True, False)
    assert "Xylophonverleih" in report.reasons[0]
    assert served(tmp_path, embedder) != set()


def test_nothing_readable_anywhere_publishes_nothing(
    tmp_path: Path, update: Callable[[City], Report], city_at: Callable[..., City], embedder: Embedder
) -> None:
    with Website({}) as site:
        url = site.url
    report = update(city_at(url))
    assert not report.published
    assert report.reasons == (
        "Keine Quelle hat ein Dokument geliefert; es gibt nichts, was in Betrieb gehen könnte.",
    )
    assert served(tmp_path, embedder) == set()


def test_a_broken_source_does_not_stop_the_others(
    tmp_path: Path,
    site: Website,
    update: Callable[[City], Report],
    city_at: Callable[..., City],
    embedder: Embedder,
) -> None:
    city = city_at(site.url).model_dump(mode="json")
    missing = {"type": "appointments", "name": "termine", "services": "fehlt.json", "locations": "fehlt.json"}
    report = update(City.model_validate({**city, "sources": [missing, *city["sources"]]}))
    assert report.errors[0].startswith("fehlt.json fehlt.")
    assert report.published
    assert "Wohngeld" in served(tmp_path, embedder)

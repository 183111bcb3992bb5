"""A generation is published only if it lost little and still answers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.city import City
from corpus.generations.build import build_generation
from corpus.generations.checks import check
from corpus.generations.opened import Generation
from corpus.records import Document
from tests.unit.corpus.generations.conftest import CITY, HOST, service, town
from tests.unit.corpus.search.embedders import HashingEmbedder

Open = Callable[[list[Document]], Generation]


@pytest.fixture
def opened(tmp_path: Path, embedder: HashingEmbedder) -> Iterator[Open]:
    generations: list[Generation] = []

    def build(documents: list[Document]) -> Generation:
        folder = tmp_path / str(len(generations))
        folder.mkdir()
        build_generation(folder, CITY, documents, embedder)
        generations.append(Generation.open(folder, embedder))
        return generations[-1]

    yield build
    for generation in generations:
        generation.close()


def city(**more: object) -> City:
    return City.model_validate(
        {
            "id": CITY,
            "name": "Musterstadt",
            "state": "NW",
            "website": HOST,
            "hotline": {"telephone": "115"},
            "sources": [{"type": "website", "name": "Website", "start": [HOST]}],
            **more,
        }
    )


def test_a_sound_generation_may_be_published(opened: Open) -> None:
    asks = city(canary_questions=["Was kostet ein Reisepass?"])
    assert check(opened(town()), None, asks) == []
    assert check(opened(town()), opened(town()), asks) == []


def test_an_empty_generation_may_not(opened: Open) -> None:
    (reason,) = check(opened([]), None, city())
    assert "keinen öffentlichen Text" in reason


def test_internal_text_alone_is_not_enough(opened: Open) -> None:
    (reason,) = check(opened([service("x", "X", "1", "2", audience="internal")]), None, city())
    assert "keinen öffentlichen Text" in reason


def test_one_that_lost_too_many_documents_may_not(opened: Open) -> None:
    old, new = opened(town()), opened(town()[:4])
    (reason,) = check(new, old, city(max_loss=0.3))
    assert reason == "3 von 7 Dokumenten sind nicht mehr dabei (43%, erlaubt sind 30%)."
    assert check(new, old, city(max_loss=0.5)) == []


def test_new_documents_do_not_make_up_for_lost_ones(opened: Open) -> None:
    replaced = [service(f"neu-{number}", "Neu", "1 Euro.", "Text.") for number in range(20)]
    assert check(opened([*town()[:2], *replaced]), opened(town()), city(max_loss=0.3))


def from_calendar(count: int) -> list[Document]:
    return [
        service(f"termin-{number}", f"Termin {number}", "Frei.", "Ein Fest.", source="Kalender")
        for number in range(count)
    ]


def two_sources(**more: object) -> City:
    sources = [{"type": "website", "name": name, "start": [HOST]} for name in ("Website", "Kalender")]
    return city(sources=sources, **more)


def test_one_source_that_shrank_counts_though_the_others_are_large(opened: Open) -> None:
    pages = [service(f"seite-{number}", "Seite", "1 Euro.", "Text.") for number in range(30)]
    old, new = opened([*pages, *from_calendar(6)]), opened([*pages, *from_calendar(2)])
    (reason,) = check(new, old, two_sources(max_loss=0.3))
    assert reason == (
        "Von der Quelle „Kalender“ sind 4 von 6 Dokumenten nicht mehr dabei (67%, erlaubt sind 30%)."
    )


def test_a_few_documents_of_a_small_source_may_go(opened: Open) -> None:
    pages = [service(f"seite-{number}", "Seite", "1 Euro.", "Text.") for number in range(30)]
    old, new = opened([*pages, *from_calendar(3)]), opened([*pages, *from_calendar(1)])
    assert check(new, old, two_sources(max_loss=0.3)) == []


def test_a_source_that_was_taken_out_of_the_city_may_go(opened: Open) -> None:
    old, new = opened([*town(), *from_calendar(20)]), opened(town())
    assert check(new, old, two_sources(max_loss=0.3)) != []
    assert check(new, old, city(max_loss=0.3)) == []


def test_a_document_that_became_part_of_another_is_not_lost(opened: Open) -> None:
    joined = tuple(document.id for document in from_calendar(20))
    new = [town()[0].model_copy(update={"joined": joined}), *town()[1:]]
    assert check(opened(new), opened([*town(), *from_calendar(20)]), two_sources(max_loss=0.3)) == []


def test_one_in_which_a_canary_question_finds_nothing_may_not(opened: Open) -> None:
    asks = city(canary_questions=["Was kostet ein Reisepass?", "Wo ist das Schwimmbad?"])
    assert check(opened(town()), None, asks) == [
        "Die Probefrage „Wo ist das Schwimmbad?“ findet nichts mehr."
    ]


def test_one_with_a_damaged_dense_index_may_not(opened: Open) -> None:
    new = opened(town())
    (new.folder / "dense" / "chroma.sqlite3").write_bytes(b"kaputt" * 500)
    (reason,) = check(new, None, city())
    assert "beschädigt" in reason

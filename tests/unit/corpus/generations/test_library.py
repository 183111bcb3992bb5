"""The library lends one generation, follows the shelf without interrupting anybody, and falls back."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from corpus.generations.errors import GenerationError
from corpus.generations.library import Library
from corpus.generations.manifest import CONTENT
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from tests.unit.corpus.generations.conftest import Publish, service, town
from tests.unit.corpus.search.embedders import HashingEmbedder


@pytest.fixture
def library(shelf: Shelf, embedder: HashingEmbedder) -> Iterator[Library]:
    opened = Library(shelf, embedder)
    yield opened
    opened.close()


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the generations that were closed, in order."""
    names: list[str] = []
    close = Generation.close

    def noted(self: Generation) -> None:
        names.append(self.name)
        close(self)

    monkeypatch.setattr(Generation, "close", noted)
    return names


def lent(library: Library) -> str:
    with library.borrow() as generation:
        return generation.name


def damage(folder: Path) -> None:
    (folder / CONTENT).write_bytes(b"kaputt")


def damage_dense(folder: Path) -> None:
    (folder / "dense" / "chroma.sqlite3").write_bytes(b"kaputt" * 500)


def test_without_any_generation_one_is_told_what_to_do(library: Library) -> None:
    with pytest.raises(GenerationError, match="lotse ingest"), library.borrow():
        pytest.fail("lent nothing")
    assert library.name is None


def test_the_first_generation_is_lent_as_soon_as_it_is_there(library: Library, publish: Publish) -> None:
    with pytest.raises(GenerationError), library.borrow():
        pytest.fail("lent nothing")
    folder = publish()
    assert lent(library) == folder.name


def test_it_is_opened_once_and_lent_to_all(library: Library, publish: Publish) -> None:
    publish()
    with library.borrow() as one, library.borrow() as other:
        assert one is other
    with library.borrow() as later:
        assert later is one


def test_a_new_generation_is_noticed_and_the_old_one_closed_after_its_last_request(
    library: Library, publish: Publish, closed: list[str]
) -> None:
    old = publish()
    with library.borrow() as held:
        new = publish(*town(), service("kita", "Kita", "Frei.", "Anmeldung einer Kita."))
        assert lent(library) == old.name  # this request starts the change and doesn't wait for it
        library.wait()
        assert lent(library) == new.name
        assert closed == []
        assert held.search("Was kostet ein Reisepass?").documents[0].document_id == "pass"
        assert held.document("kita") is None
    assert closed == [old.name]
    with library.borrow() as generation:
        assert generation.search("Kita").documents[0].document_id == "kita"
    assert library.name == new.name


def test_a_new_generation_is_warm_before_it_is_lent(library: Library, publish: Publish) -> None:
    publish()
    lent(library)
    publish()
    lent(library)
    library.wait()
    with library.borrow() as generation:
        assert generation._dense is not None


def test_requests_go_on_while_generations_change_under_them(
    library: Library, publish: Publish, closed: list[str]
) -> None:
    publish()
    stop = Event()

    def ask() -> int:
        asked = 0
        while not stop.is_set() or asked == 0:
            with library.borrow() as generation:
                assert generation.search("Was kostet ein Reisepass?").documents[0].document_id == "pass"
            asked += 1
        return asked

    with ThreadPoolExecutor(4) as pool:
        askers = [pool.submit(ask) for _ in range(4)]
        folders = []
        for _ in range(3):
            folders.append(publish())
            lent(library)
            library.wait()
        stop.set()
        assert all(asker.result() > 0 for asker in askers)
    assert lent(library) == folders[-1].name
    assert len(closed) == 3


def test_a_damaged_generation_is_passed_over_for_the_one_before(library: Library, publish: Publish) -> None:
    old, new = publish(), publish()
    damage(new)
    assert lent(library) == old.name
    assert "beschädigt" in library.problems[new.name]


def test_a_damaged_new_generation_never_replaces_the_one_being_lent(
    library: Library, publish: Publish, shelf: Shelf
) -> None:
    old = publish()
    lent(library)
    new = publish()
    damage_dense(new)
    lent(library)
    library.wait()
    assert lent(library) == old.name
    assert library.problems.keys() == {new.name}
    good = publish()
    lent(library)
    library.wait()
    assert lent(library) == good.name
    assert library.problems == {}


def test_a_generation_of_another_embedding_is_passed_over(shelf: Shelf, publish: Publish) -> None:
    publish()
    library = Library(shelf, HashingEmbedder("anders"))
    with pytest.raises(GenerationError, match="Einbettungsmodell"):
        lent(library)
    library.close()


def test_when_all_are_damaged_the_newest_is_complained_about(library: Library, publish: Publish) -> None:
    old, new = publish(), publish()
    damage(old)
    damage(new)
    with pytest.raises(GenerationError, match=new.name):
        lent(library)
    assert library.problems.keys() == {old.name, new.name}


def test_warming_falls_back_where_the_dense_index_is_damaged(library: Library, publish: Publish) -> None:
    old, new = publish(), publish()
    damage_dense(new)
    library.warm()
    assert lent(library) == old.name
    assert new.name in library.problems


def test_warming_without_a_fallback_complains_and_lexical_answers_go_on(
    library: Library, publish: Publish
) -> None:
    only = publish()
    damage_dense(only)
    with pytest.raises(GenerationError, match="beschädigt"):
        library.warm()
    with library.borrow() as generation:
        results = generation.search("Was kostet ein Reisepass?")
    assert (results.documents[0].document_id, results.complete) == ("pass", False)


def test_warming_opens_the_dense_index(library: Library, publish: Publish) -> None:
    publish()
    library.warm()
    with library.borrow() as generation:
        assert generation.search("Reisepass").complete
    assert library.problems == {}


def test_closing_waits_for_the_last_request(library: Library, publish: Publish, closed: list[str]) -> None:
    folder = publish()
    with library.borrow() as generation:
        library.close()
        assert closed == []
        assert generation.search("Reisepass").documents
    assert closed == [folder.name]

"""A generation is built only where it would be another one, and served only if it is sound."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.city import City, Hotline, State
from corpus.generations.shelf import Shelf
from corpus.progress import silent
from corpus.records import Document
from corpus.sources import WebsiteSource
from ingest.serving import Served, Serving
from tests.unit.corpus.generations.conftest import CITY, HOST, service, town
from tests.unit.corpus.search.embedders import HashingEmbedder

Serve = Callable[..., Served]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / CITY)


@pytest.fixture
def serve(shelf: Shelf) -> Serve:
    def call(documents: list[Document], *, force: bool = False, canaries: tuple[str, ...] = ()) -> Served:
        city = City(
            id=CITY,
            name="Musterstadt",
            state=State.NW,
            website=HOST,
            hotline=Hotline(telephone="115"),
            sources=(WebsiteSource(type="website", name="Website", start=(HOST,)),),
            canary_questions=canaries,
        )
        return Serving(city, shelf, HashingEmbedder(), silent, force).serve(documents, len(documents))

    return call


def changed() -> list[Document]:
    return [*town()[1:], service("ausweis", "Personalausweis", "Der Ausweis kostet 50 Euro.", "Neu.")]


def test_what_is_served_already_is_not_built_again(serve: Serve, shelf: Shelf) -> None:
    first = serve(town())
    assert first.published
    again = serve(list(reversed(town())))
    assert again == Served(first.generation, unchanged=True)
    assert shelf.names() == (first.generation,)


def test_what_changed_is_built_and_served(serve: Serve, shelf: Shelf) -> None:
    first, second = serve(town()), serve(changed())
    assert second.published
    assert shelf.served() == (second.generation, first.generation)


def test_going_back_is_not_undone_by_the_next_run(serve: Serve, shelf: Shelf) -> None:
    first, second = serve(town()), serve(changed())
    shelf.go_back()
    held = serve(changed())  # what was left is still on the shelf: nothing is built
    assert (held.published, held.generation) == (False, second.generation)
    assert "zurückgegangen" in held.reasons[0]
    other = serve([*changed(), service("neu", "Neu", "1 Euro.", "Neu.")])
    assert not other.published
    assert shelf.served()[0] == first.generation
    assert str(other.generation) in shelf.refused()


def test_after_resuming_what_waited_is_served_without_a_build(serve: Serve, shelf: Shelf) -> None:
    serve(town())
    second = serve(changed())
    shelf.go_back()
    serve(changed())
    shelf.release()
    assert serve(changed()) == Served(second.generation, published=True)
    assert shelf.served()[0] == second.generation


def test_a_refused_generation_is_kept_and_not_built_again(serve: Serve, shelf: Shelf) -> None:
    first = serve(town())
    refused, again = serve(town()[:2]), serve(town()[:2])
    assert again == refused
    assert not refused.published
    assert "5 von 7 Dokumenten" in refused.reasons[0]
    assert shelf.served() == (first.generation,)
    forced = serve(town()[:2], force=True)
    assert (forced.published, forced.generation) == (True, refused.generation)
    assert forced.reasons == refused.reasons
    assert shelf.refused() == {}


def test_a_refused_generation_goes_when_the_sources_are_whole_again(serve: Serve, shelf: Shelf) -> None:
    first = serve(town())
    serve(town()[:2])
    assert serve(town()).unchanged
    assert shelf.names() == (first.generation,)


def test_force_ends_a_hold(serve: Serve, shelf: Shelf) -> None:
    serve(town())
    serve(changed())
    shelf.go_back()
    assert serve(changed(), force=True).published
    assert shelf.held() is None


def test_a_canary_that_went_silent_is_said_though_nothing_changed(serve: Serve) -> None:
    serve(town())
    served = serve(town(), canaries=("Xylophon",))
    assert served.unchanged
    assert "Xylophon" in served.reasons[0]


def test_a_build_that_fails_leaves_no_folder(serve: Serve, shelf: Shelf) -> None:
    first = serve(town())
    with pytest.raises(ValueError, match="is of dorf"):
        serve([town()[0].model_copy(update={"city": "dorf"})])
    assert [path.name for path in shelf.root.iterdir() if path.is_dir()] == [first.generation]


def test_other_code_makes_another_generation(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(town())
    monkeypatch.setattr("ingest.serving.index_code", lambda: "new")
    assert serve(town()).published


def test_no_documents_are_no_generation(serve: Serve, shelf: Shelf) -> None:
    assert not serve([]).published
    assert shelf.names() == ()

"""What a build puts into a generation, and what it refuses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.generations.build import build_generation
from corpus.generations.errors import GenerationError
from corpus.generations.manifest import FILE, Manifest
from corpus.generations.opened import Generation
from corpus.generations.shelf import Shelf
from corpus.records import Document
from tests.unit.corpus.generations.conftest import CITY, service, town
from tests.unit.corpus.search.embedders import HashingEmbedder


def test_the_manifest_tells_what_is_inside(shelf: Shelf, embedder: HashingEmbedder) -> None:
    folder = shelf.new_folder()
    manifest = build_generation(folder, CITY, town(), embedder)
    assert Manifest.read(folder) == manifest
    assert (manifest.name, manifest.city) == (folder.name, CITY)
    assert (manifest.documents, manifest.passages) == (7, 14)
    assert manifest.audiences == {"public": 12, "internal": 2}
    assert manifest.collections == {"public-de": 10, "public-en": 2, "internal-de": 2}
    assert (manifest.embedding.name, manifest.embedding.dimensions) == ("hashing", 64)
    assert manifest.versions.keys() >= {"python", "chromadb", "tantivy"}
    assert {"documents.sqlite", "lexical/passages/meta.json"} <= manifest.files.keys()
    assert not any(name.startswith("dense") for name in manifest.files)


def test_the_corpus_hash_depends_on_the_content_and_not_on_the_order(
    tmp_path: Path, embedder: HashingEmbedder
) -> None:
    def built(name: str, documents: list[Document]) -> str:
        (tmp_path / name).mkdir()
        return build_generation(tmp_path / name, CITY, documents, embedder).corpus_hash

    changed = [*town()[1:], service("ausweis", "Personalausweis", "47 Euro.", "Anders.")]
    first = built("eins", town())
    assert built("zwei", town()[::-1]) == first
    assert built("drei", changed) != first


def test_progress_counts_the_documents(tmp_path: Path, embedder: HashingEmbedder) -> None:
    said: list[tuple[str, int, int | None]] = []
    build_generation(
        tmp_path, CITY, town(), embedder, lambda stage, done, total=None: said.append((stage, done, total))
    )
    assert said == [("index", number, 7) for number in range(1, 8)]


def test_documents_may_come_one_by_one(tmp_path: Path, embedder: HashingEmbedder) -> None:
    assert build_generation(tmp_path, CITY, iter(town()), embedder).documents == 7


def test_of_two_documents_with_one_id_the_first_counts(tmp_path: Path, embedder: HashingEmbedder) -> None:
    twin = service("pass", "Zwilling", "Nichts.", "Nichts.")
    assert build_generation(tmp_path, CITY, [*town(), twin], embedder).documents == 7
    generation = Generation.open(tmp_path, embedder)
    found = generation.document("pass")
    generation.close()
    assert found == town()[1]


def test_more_passages_than_one_batch_are_all_embedded(tmp_path: Path, embedder: HashingEmbedder) -> None:
    many = [service(f"s{number}", f"Seite {number}", f"{number} Euro.", "Text.") for number in range(700)]
    manifest = build_generation(tmp_path, CITY, many, embedder)
    assert manifest.collections == {"public-de": 1400}
    generation = Generation.open(tmp_path, embedder)
    generation.warm()
    generation.close()


def test_a_corpus_without_documents_makes_an_empty_generation(
    tmp_path: Path, embedder: HashingEmbedder
) -> None:
    build_generation(tmp_path, CITY, [], embedder)
    generation = Generation.open(tmp_path, embedder)
    assert generation.search("Reisepass").documents == ()
    generation.close()


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path, embedder: HashingEmbedder) -> None:
    (tmp_path / "anderes.txt").write_text("gehört jemandem")
    with pytest.raises(GenerationError, match="nicht leer"):
        build_generation(tmp_path, CITY, town(), embedder)
    assert [path.name for path in tmp_path.iterdir()] == ["anderes.txt"]


def test_a_document_of_another_city_is_refused(tmp_path: Path, embedder: HashingEmbedder) -> None:
    with pytest.raises(ValueError, match="nebenstadt"):
        build_generation(tmp_path, CITY, [service("x", "X", "1", "2", city="nebenstadt")], embedder)
    assert not (tmp_path / FILE).exists()


def test_a_build_that_fails_leaves_no_manifest_and_the_error_as_it_was(
    tmp_path: Path, embedder: HashingEmbedder
) -> None:
    def breaks_off() -> Iterator[Document]:
        yield from town()
        raise ConnectionError("the store went away")

    with pytest.raises(ConnectionError, match="went away"):
        build_generation(tmp_path, CITY, breaks_off(), embedder)
    assert not (tmp_path / FILE).exists()

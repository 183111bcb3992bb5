"""The dense index: real Chroma on disk, apart by audience and language, and honest about damage."""

import shutil
import socket
from pathlib import Path

import numpy as np
import pytest

from corpus.records import Audience, Passage, SectionKind
from corpus.search.dense import DenseError, DenseIndex, DenseWriter, collection_name
from tests.unit.corpus.search.embedders import HashingEmbedder

EMBEDDER = HashingEmbedder()
TEXTS = ("Hundesteuer anmelden", "Reisepass beantragen", "Wohngeld bekommen", "Bücherei besuchen")


def passage(number: int, text: str, language: str = "de") -> Passage:
    return Passage(
        id=f"d{number}#0.0",
        document_id=f"d{number}",
        section=0,
        kind=SectionKind.DESCRIPTION,
        title="",
        heading="",
        text=text,
        language=language,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    folder = tmp_path_factory.mktemp("dense") / "chroma"
    writer = DenseWriter(folder, EMBEDDER)
    writer.add(Audience.PUBLIC, [passage(number, text) for number, text in enumerate(TEXTS)])
    writer.add(Audience.PUBLIC, [passage(10, "apply for a passport", "en"), passage(11, "Eheschließung")])
    writer.add(Audience.INTERNAL, [passage(20, "Reisepass: interner Vermerk")])
    writer.finish()
    return folder, {"public-de": 5, "public-en": 1, "internal-de": 1}


@pytest.fixture
def copy(built: tuple[Path, dict[str, int]], tmp_path: Path) -> tuple[Path, dict[str, int]]:
    """A copy at a path of its own: opening changes Chroma's files, and Chroma remembers paths."""
    folder, counts = built
    return shutil.copytree(folder, tmp_path / "chroma"), counts


def test_the_nearest_passage_comes_with_its_cosine_similarity(copy: tuple[Path, dict[str, int]]) -> None:
    index = DenseIndex(*copy)
    vector = EMBEDDER.embed_query("Reisepass beantragen")
    found = index.search(vector, 3, ["public-de"])
    assert max(found, key=lambda one: found[one]) == "d1#0.0"
    expected = {
        f"d{number}#0.0": float(row @ vector) for number, row in enumerate(EMBEDDER.embed_passages(TEXTS))
    }
    for one, similarity in found.items():
        if one in expected:
            assert similarity == pytest.approx(expected[one], abs=1e-4)
    assert found["d1#0.0"] == pytest.approx(1.0, abs=1e-4)
    index.close()


def test_audiences_and_languages_are_kept_apart(copy: tuple[Path, dict[str, int]]) -> None:
    index = DenseIndex(*copy)
    vector = EMBEDDER.embed_query("Reisepass")
    assert "d20#0.0" not in index.search(vector, 50, ["public-de", "public-en"])
    assert set(index.search(vector, 50, ["internal-de"])) == {"d20#0.0"}
    assert set(index.search(vector, 50, ["public-en"])) == {"d10#0.0"}
    assert index.similarities(vector, ["d20#0.0"], ["public-de"]) == {}
    assert index.collections([Audience.PUBLIC]) == ["public-de", "public-en"]
    assert index.collections(list(Audience)) == ["public-de", "public-en", "internal-de"]
    index.close()


def test_similarities_of_given_passages_equal_those_of_a_search(copy: tuple[Path, dict[str, int]]) -> None:
    index = DenseIndex(*copy)
    vector = EMBEDDER.embed_query("Wohngeld oder Hundesteuer")
    searched = index.search(vector, 5, ["public-de"])
    assert index.similarities(vector, [*searched], ["public-de"]) == pytest.approx(searched, abs=1e-4)
    index.close()


def test_a_question_without_meaning_is_similar_to_nothing(copy: tuple[Path, dict[str, int]]) -> None:
    index = DenseIndex(*copy)
    zero = np.zeros(EMBEDDER.dimensions, np.float32)
    assert all(similarity == pytest.approx(0) for similarity in index.search(zero, 5, ["public-de"]).values())
    assert index.similarities(zero, ["d1#0.0"], ["public-de"]) == {}
    index.close()


def test_wrong_counts_are_found_on_opening(copy: tuple[Path, dict[str, int]]) -> None:
    folder, counts = copy
    with pytest.raises(DenseError, match="public-de"):
        DenseIndex(folder, counts | {"public-de": 6})


def test_a_missing_collection_is_found_on_opening(copy: tuple[Path, dict[str, int]]) -> None:
    folder, counts = copy
    with pytest.raises(DenseError, match="public-tr"):
        DenseIndex(folder, counts | {"public-tr": 1})


def test_a_missing_index_is_found_and_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(DenseError, match="missing"):
        DenseIndex(tmp_path / "nirgends", {"public-de": 1})
    assert not (tmp_path / "nirgends").exists()


def test_a_file_full_of_rubbish_is_found_on_opening(copy: tuple[Path, dict[str, int]]) -> None:
    folder, counts = copy
    (folder / "chroma.sqlite3").write_bytes(b"kaputt" * 1000)
    with pytest.raises(DenseError):
        DenseIndex(folder, counts)


def test_lost_vectors_are_found_on_opening(tmp_path: Path) -> None:
    """Chroma itself answers with the few it has left."""
    writer = DenseWriter(tmp_path / "chroma", EMBEDDER)
    many = [passage(number, f"Seite {number} über Thema{number}") for number in range(1100)]
    writer.add(Audience.PUBLIC, many[:1000])
    writer.add(Audience.PUBLIC, many[1000:])
    writer.finish()
    vectors = [path for path in (tmp_path / "chroma").iterdir() if path.is_dir()]
    assert vectors, "more than a thousand vectors are written to files"
    moved = shutil.copytree(tmp_path / "chroma", tmp_path / "moved")
    for path in vectors:
        shutil.rmtree(moved / path.name)
    with pytest.raises(DenseError):
        DenseIndex(moved, {"public-de": 1100})
    DenseIndex(tmp_path / "chroma", {"public-de": 1100}).close()


def test_a_towns_passages_are_searched_exactly_however_often_the_index_is_opened(tmp_path: Path) -> None:
    """Chroma puts the graph together anew, and by chance, whenever it opens so few."""
    vectors = np.random.default_rng(0).standard_normal((2500, 64)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    writer = DenseWriter(tmp_path / "chroma", EMBEDDER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("corpus.search.dense.passage_vectors", lambda batch, _: vectors[: len(batch)])
        writer.add(Audience.PUBLIC, [passage(number, "Seite") for number in range(2500)])
    writer.finish()
    questions = vectors[:20] + np.float32(0.1)
    expected = [{f"d{one}#0.0" for one in np.argsort(-vectors @ question)[:100]} for question in questions]
    for _ in range(3):
        index = DenseIndex(tmp_path / "chroma", {"public-de": 2500})
        found = [set(index.search(question, 100, ["public-de"])) for question in questions]
        index.close()
        assert found == expected


def test_a_closed_index_leaves_nothing_behind_in_chroma(copy: tuple[Path, dict[str, int]]) -> None:
    from chromadb.api.shared_system_client import SharedSystemClient

    index = DenseIndex(*copy)
    assert str(copy[0]) in SharedSystemClient._identifier_to_system
    index.close()
    assert str(copy[0]) not in SharedSystemClient._identifier_to_system


def test_a_collection_is_named_after_audience_and_language() -> None:
    assert collection_name(Audience.INTERNAL, "en") == "internal-en"


def test_nothing_is_sent_anywhere(monkeypatch: pytest.MonkeyPatch, copy: tuple[Path, dict[str, int]]) -> None:
    dialled: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: dialled.append(address))
    index = DenseIndex(*copy)
    index.search(EMBEDDER.embed_query("Reisepass"), 5, ["public-de"])
    index.close()
    assert dialled == []


def test_similarities_that_are_asked_for_again_are_the_same_without_asking_chroma(
    copy: tuple[Path, dict[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    index = DenseIndex(*copy)
    vector, wanted = EMBEDDER.embed_query("Reisepass beantragen"), ["d0#0.0", "d1#0.0", "d10#0.0", "fehlt"]
    first = index.similarities(vector, wanted, ["public-de", "public-en"])
    monkeypatch.setattr(index, "_collections", {})
    assert index.similarities(vector, wanted, ["public-de", "public-en"]) == first
    assert index.similarities(vector, wanted, ["public-en"]) == {"d10#0.0": first["d10#0.0"]}
    index.close()


def test_a_search_beside_others_finds_the_same_and_raises_the_same(
    copy: tuple[Path, dict[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    index = DenseIndex(*copy)
    vector = EMBEDDER.embed_query("Reisepass beantragen")
    assert index.begin(vector, 3, ["public-de"]).result() == index.search(vector, 3, ["public-de"])

    def broken(*_: object) -> dict[str, float]:
        raise DenseError("gone")

    monkeypatch.setattr(index, "search", broken)
    with pytest.raises(DenseError, match="gone"):
        index.begin(vector, 3, ["public-de"]).result()
    index.close()

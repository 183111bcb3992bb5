"""An opened generation finds passages, gives documents and offices, and refuses what doesn't fit."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from corpus.generations.errors import GenerationError
from corpus.generations.manifest import CONTENT, FILE
from corpus.generations.opened import Generation
from corpus.records import Audience, SectionKind
from corpus.search.dense import DenseIndex
from corpus.search.results import Results
from tests.unit.corpus.generations.conftest import HOST, Publish, service, town
from tests.unit.corpus.search.embedders import HashingEmbedder


@pytest.fixture
def generation(publish: Publish, embedder: HashingEmbedder) -> Iterator[Generation]:
    opened = Generation.open(publish(), embedder)
    yield opened
    opened.close()


def ids(results: Results) -> list[str]:
    return [document.document_id for document in results.documents]


def test_the_right_document_is_first_with_its_passages_and_scores(generation: Generation) -> None:
    results = generation.search("Was kostet ein Reisepass?")
    first = results.documents[0]
    assert first.document_id == "pass"
    assert first.hits[0].passage.document_id == "pass"
    assert first.hits[0].score == first.score
    assert first.hits[0].lexical > 0
    assert 0 < first.hits[0].dense <= 1.0001
    assert results.complete
    scores = [hit.score for hit in results.hits]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("kind", [SectionKind.FEES, SectionKind.DESCRIPTION])
def test_sections_of_the_kinds_asked_for_come_first(generation: Generation, kind: SectionKind) -> None:
    """Both sections of this document match by its title alone."""
    hits = generation.search("Wohngeld", kinds={kind}).hits
    assert (hits[0].passage.document_id, hits[0].passage.kind) == ("wohngeld", kind)


def test_the_limit_holds_for_documents_and_hits(generation: Generation) -> None:
    results = generation.search("Reisepass Hund Wohngeld Ausweis", limit=2)
    assert (len(results.documents), len(results.hits)) == (2, 2)


def test_a_public_search_never_shows_internal_documents(generation: Generation) -> None:
    assert "vermerk" not in ids(generation.search("interner Vermerk für die Hotline", limit=50))
    internal = generation.search("interner Vermerk für die Hotline", audience=Audience.INTERNAL, limit=50)
    assert ids(internal)[0] == "vermerk"
    assert len(ids(internal)) == 7


def test_pages_of_all_languages_are_found(generation: Generation) -> None:
    assert ids(generation.search("apply for a passport"))[0] == "passport"


@pytest.mark.parametrize("query", ["", "und der die", "🐕", "الهوية"])
def test_a_question_without_known_words_is_no_error(generation: Generation, query: str) -> None:
    assert all(hit.lexical == 0.0 for hit in generation.search(query).hits)


def test_only_documents_valid_on_the_day_are_found(publish: Publish, embedder: HashingEmbedder) -> None:
    event = service(
        "markt", "Wochenmarkt", "Frei.", "Nur im Mai.", valid_from="2026-05-01", valid_until="2026-05-31"
    )
    generation = Generation.open(publish(*town(), event), embedder)
    found = {
        day: "markt" in ids(generation.search("Wochenmarkt", on=date.fromisoformat(day)))
        for day in ("2026-04-30", "2026-05-01", "2026-05-31", "2026-06-01")
    }
    generation.close()
    assert found == {"2026-04-30": False, "2026-05-01": True, "2026-05-31": True, "2026-06-01": False}


def test_documents_come_back_as_they_were_put_in(generation: Generation) -> None:
    assert generation.document("hund") == town()[2]
    assert generation.document("gibt-es-nicht") is None
    assert list(generation.documents()) == sorted(town(), key=lambda document: document.id)
    assert generation.document_ids() == {document.id for document in town()}


@pytest.mark.parametrize("url", [f"{HOST}/pass", f"{HOST}/pass#gebuehren", f"{HOST}/index.php?id=7"])
def test_a_document_is_found_by_its_urls(generation: Generation, url: str) -> None:
    found = generation.document_at(url)
    assert found is not None
    assert found.id == "pass"


def test_offices_are_resolved_by_url_and_never_internal(generation: Generation) -> None:
    document = generation.document("pass")
    assert document is not None
    assert [office.id for office in generation.office_for(document)] == ["buergerbuero"]


def test_until_the_dense_index_is_open_the_lexical_one_answers(
    publish: Publish, embedder: HashingEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    generation = Generation.open(publish(), embedder)
    begun, go_on = Event(), Event()
    opening = DenseIndex.__init__

    def slowly(self: DenseIndex, folder: Path, counts: dict[str, int]) -> None:
        begun.set()
        assert go_on.wait(30)
        opening(self, folder, counts)

    monkeypatch.setattr(DenseIndex, "__init__", slowly)
    with ThreadPoolExecutor(1) as pool:
        warming = pool.submit(generation.warm)
        assert begun.wait(30)
        early = generation.search("Was kostet ein Reisepass?")
        go_on.set()
        warming.result()
    late = generation.search("Was kostet ein Reisepass?")
    generation.close()
    assert (early.complete, late.complete) == (False, True)
    assert ids(early)[0] == ids(late)[0] == "pass"
    assert all(hit.dense == 0.0 for hit in early.hits)


def test_many_threads_search_and_read_at_once(generation: Generation) -> None:
    generation.warm()

    def work(number: int) -> tuple[list[str], bool]:
        return ids(generation.search("Hundesteuer")), generation.document("hund") is not None

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(work, range(100)))
    assert answers == [answers[0]] * 100


def test_another_embedding_is_refused_with_what_to_do(publish: Publish) -> None:
    folder = publish()
    with pytest.raises(GenerationError, match=r"„hashing“.*„anders“.*lotse ingest"):
        Generation.open(folder, HashingEmbedder("anders"))
    with pytest.raises(GenerationError, match="Einbettungsmodell"):
        Generation.open(folder, HashingEmbedder(dimensions=32))


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path, embedder: HashingEmbedder) -> None:
    with pytest.raises(GenerationError, match="unvollständig"):
        Generation.open(tmp_path, embedder)


@pytest.mark.parametrize("content", ["", "{", '{"format": 2}', "\x00\x01"])
def test_an_unreadable_manifest_is_refused(publish: Publish, embedder: HashingEmbedder, content: str) -> None:
    folder = publish()
    (folder / FILE).write_text(content)
    with pytest.raises(GenerationError, match="nicht lesbar"):
        Generation.open(folder, embedder)


def test_one_flipped_byte_in_the_documents_is_noticed(publish: Publish, embedder: HashingEmbedder) -> None:
    folder = publish()
    data = bytearray((folder / CONTENT).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / CONTENT).write_bytes(data)
    with pytest.raises(GenerationError, match="beschädigt"):
        Generation.open(folder, embedder)


def test_a_lost_file_of_the_lexical_index_is_noticed(publish: Publish, embedder: HashingEmbedder) -> None:
    folder = publish()
    next((folder / "lexical" / "passages").glob("*.store")).unlink()
    with pytest.raises(GenerationError, match="beschädigt"):
        Generation.open(folder, embedder)


def test_a_damaged_dense_index_is_told_once_and_then_done_without(
    publish: Publish, embedder: HashingEmbedder
) -> None:
    folder = publish()
    (folder / "dense" / "chroma.sqlite3").write_bytes(b"kaputt" * 500)
    generation = Generation.open(folder, embedder)
    with pytest.raises(GenerationError, match="beschädigt"):
        generation.warm()
    results = generation.search("Was kostet ein Reisepass?")
    assert (ids(results)[0], results.complete) == ("pass", False)
    generation.close()


def test_opening_and_lexical_search_import_no_chroma_langchain_or_torch(publish: Publish) -> None:
    program = f"""
import sys
from pathlib import Path
from corpus.generations.library import Library
from corpus.generations.opened import Generation
from tests.unit.corpus.search.embedders import HashingEmbedder
generation = Generation.open(Path({str(publish())!r}), HashingEmbedder())
with generation._warming:
    assert generation.search("Reisepass").documents[0].document_id == "pass"
heavy = {{"chromadb", "langchain_core", "torch", "transformers", "sqlalchemy"}}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_a_mistyped_word_finds_what_was_meant(generation: Generation) -> None:
    forgiven = generation.search("Wohngled").documents[0]
    strict = {one.document_id: one for one in generation.search("Wohngled", forgiving=False).documents}
    assert forgiven.document_id == "wohngeld"
    assert forgiven.lexical > strict["wohngeld"].lexical


def test_documents_for_a_name_are_looked_for_once_a_day(
    generation: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    generation.warm()
    first = generation.named("Reisepass beantragen", limit=3, on=monday)
    assert first == tuple(ids(generation.search("Reisepass beantragen", limit=3, on=monday)))
    searched: list[str] = []
    search = generation.search

    def counted(query: str, *, limit: int, on: date) -> Results:
        searched.append(query)
        return search(query, limit=limit, on=on)

    monkeypatch.setattr(generation, "search", counted)
    assert generation.named("Reisepass beantragen", limit=3, on=monday) == first
    assert searched == []
    generation.named("Reisepass beantragen", limit=3, on=tuesday)
    assert searched == ["Reisepass beantragen"]


def test_what_is_found_by_name_while_the_dense_index_is_opened_is_not_remembered(
    generation: Generation, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []
    search = generation.search

    def counted(query: str, *, limit: int, on: date) -> Results:
        searched.append(query)
        return search(query, limit=limit, on=on)

    monkeypatch.setattr(generation, "search", counted)
    with generation._warming:
        for _ in range(2):
            assert generation.named("Reisepass beantragen", limit=3, on=date(2026, 11, 23))[0] == "pass"
    assert len(searched) == 2

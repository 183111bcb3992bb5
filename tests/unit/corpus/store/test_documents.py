"""The store keeps what a source shows, and how it came to be."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from corpus.records import Audience, CuratedAnswer, Document, Link
from corpus.store.documents import DocumentStore, open_store
from corpus.store.history import Change, Changes
from tests.unit.corpus.store.conftest import document


def replace(store: DocumentStore, *documents: Document, run: str = "lauf-1") -> Changes:
    return store.replace_source("musterstadt", "Website", documents, run)


def test_a_document_comes_back_as_it_was_put_in(store: DocumentStore) -> None:
    put = document("ausweis", keywords=("Perso",), forms=(Link(text="Antrag", url="https://a.example/f"),))
    replace(store, put)
    assert list(store.documents("musterstadt")) == [put]


def test_each_run_tells_what_is_new_changed_unchanged_and_removed(store: DocumentStore) -> None:
    first = replace(store, document("ausweis"), document("pass"), document("hund"))
    second = replace(
        store,
        document("ausweis"),
        document("pass", text="Sie brauchen zwei Fotos."),
        document("kita"),
        run="lauf-2",
    )
    assert first == Changes(new=("ausweis", "pass", "hund"))
    assert second == Changes(new=("kita",), changed=("pass",), unchanged=("ausweis",), removed=("hund",))
    assert [found.id for found in store.documents("musterstadt")] == ["ausweis", "kita", "pass"]


def test_a_run_gives_what_changed_before_and_after(store: DocumentStore) -> None:
    replace(store, document("ausweis"), document("pass"))
    replace(store, document("ausweis"), document("pass", text="Zwei Fotos."), run="lauf-2")
    replace(store, document("ausweis", text="Kein Foto."), document("pass", text="Drei."), run="lauf-3")
    assert list(store.changes("musterstadt", "Website", "lauf-1")) == []
    assert list(store.changes("musterstadt", "Website", "lauf-2")) == [
        (document("pass"), document("pass", text="Zwei Fotos."))
    ]
    assert [new.id for _, new in store.changes("musterstadt", "Website", "lauf-3")] == ["ausweis", "pass"]


def test_one_source_can_be_asked_for_alone(store: DocumentStore) -> None:
    replace(store, document("pass"))
    store.replace_source("musterstadt", "Kalender", [document("fest", source="Kalender")], "lauf-1")
    assert [found.id for found in store.documents("musterstadt", source="Kalender")] == ["fest"]


def test_a_later_modification_date_alone_is_no_change(store: DocumentStore) -> None:
    replace(store, document("ausweis", modified=datetime(2026, 1, 1, tzinfo=UTC)))
    changes = replace(store, document("ausweis", modified=datetime(2026, 2, 1, tzinfo=UTC)), run="lauf-2")
    assert changes == Changes(unchanged=("ausweis",))


def test_the_history_names_run_time_and_the_fields_that_changed(store: DocumentStore) -> None:
    before = datetime.now(UTC)
    replace(store, document("pass"))
    replace(store, document("pass", text="Neu.", title="Reisepass"), run="lauf-2")
    replace(store, run="lauf-3")
    replace(store, document("pass", text="Neu.", title="Reisepass"), run="lauf-4")
    history = store.history("pass")
    assert [(entry.run, entry.change) for entry in history] == [
        ("lauf-1", Change.NEW),
        ("lauf-2", Change.CHANGED),
        ("lauf-3", Change.REMOVED),
        ("lauf-4", Change.NEW),
    ]
    assert history[1].fields == ("title", "sections")
    assert history[0].document.title == "Pass"
    assert history[2].document.title == "Reisepass"
    assert all(before <= entry.at <= datetime.now(UTC) + timedelta(seconds=1) for entry in history)
    assert all(entry.source == "Website" for entry in history)


def test_a_run_without_changes_writes_no_revision_but_is_listed(store: DocumentStore) -> None:
    replace(store, document("pass"))
    replace(store, document("pass"), run="lauf-2")
    assert len(store.history("pass")) == 1
    runs = store.runs("musterstadt")
    assert [(run.name, run.source, run.new, run.unchanged) for run in runs] == [
        ("lauf-2", "Website", 0, 1),
        ("lauf-1", "Website", 1, 0),
    ]
    assert store.runs("anderswo") == []


def test_replacing_one_source_leaves_the_others_alone(store: DocumentStore) -> None:
    replace(store, document("pass"))
    other = document("termin", source="Termine")
    store.replace_source("musterstadt", "Termine", [other], "lauf-1")
    replace(store, run="lauf-2")
    assert list(store.documents("musterstadt")) == [other]


def test_cities_do_not_see_each_other_even_with_the_same_ids(store: DocumentStore) -> None:
    replace(store, document("pass"))
    neighbour = document("pass", city="nebenstadt", title="Pass nebenan")
    store.replace_source("nebenstadt", "Website", [neighbour], "lauf-1")
    assert [found.title for found in store.documents("musterstadt")] == ["Pass"]
    assert list(store.documents("nebenstadt")) == [neighbour]
    assert len(store.history("pass")) == 2
    assert [entry.document for entry in store.history("pass", city="nebenstadt")] == [neighbour]


def test_of_two_sources_with_the_same_id_the_first_is_given(store: DocumentStore) -> None:
    replace(store, document("pass"))
    twin = document("pass", source="Termine", title="Zwilling")
    store.replace_source("musterstadt", "Termine", [twin], "lauf-1")
    assert [found.title for found in store.documents("musterstadt")] == ["Pass"]
    replace(store, run="lauf-2")
    assert list(store.documents("musterstadt")) == [twin]


def test_of_two_documents_with_the_same_id_in_one_run_the_first_counts(store: DocumentStore) -> None:
    changes = replace(store, document("pass"), document("pass", title="Zweiter"))
    assert changes == Changes(new=("pass",))
    assert [found.title for found in store.documents("musterstadt")] == ["Pass"]


def test_a_reading_that_breaks_off_changes_nothing(store: DocumentStore) -> None:
    replace(store, document("pass"), document("hund"))

    def breaks_off() -> Iterator[Document]:
        yield document("pass", text="Halb gelesen.")
        raise ConnectionError("the website went away")

    with pytest.raises(ConnectionError):
        store.replace_source("musterstadt", "Website", breaks_off(), "lauf-2")
    assert [found.id for found in store.documents("musterstadt")] == ["hund", "pass"]
    assert len(store.history("pass")) == 1
    assert len(store.runs("musterstadt")) == 1


def test_a_document_of_another_city_is_refused(store: DocumentStore) -> None:
    with pytest.raises(ValueError, match="nebenstadt/Website"):
        replace(store, document("pass", city="nebenstadt"))


def test_documents_can_be_limited_to_an_audience(store: DocumentStore) -> None:
    replace(store, document("pass"), document("vermerk", audience="internal"))
    assert [found.id for found in store.documents("musterstadt", audience=Audience.PUBLIC)] == ["pass"]
    assert [found.id for found in store.documents("musterstadt", audience=Audience.INTERNAL)] == ["vermerk"]
    assert len(list(store.documents("musterstadt"))) == 2


def test_many_documents_are_replaced_in_several_batches(store: DocumentStore) -> None:
    many = [document(f"seite-{number:04}") for number in range(1203)]
    replace(store, *many)
    changes = replace(store, *many[:100], run="lauf-2")
    assert (len(changes.unchanged), len(changes.removed)) == (100, 1103)
    assert len(list(store.documents("musterstadt"))) == 100


def test_a_curated_answer_is_saved_replaced_and_deleted(store: DocumentStore) -> None:
    answer = CuratedAnswer(
        id="weihnachten",
        city="musterstadt",
        questions=("Hat das Rathaus an Heiligabend offen?",),
        answer="Nein.",
        valid_until=date(2026, 12, 31),
    )
    store.save_curated(answer)
    assert store.curated("musterstadt") == [answer]
    later = answer.model_copy(update={"answer": "Nein, erst am 28. Dezember wieder."})
    store.save_curated(later)
    assert store.curated("musterstadt") == [later]
    assert store.curated("nebenstadt") == []
    assert store.delete_curated("musterstadt", "weihnachten")
    assert not store.delete_curated("musterstadt", "weihnachten")
    assert store.curated("musterstadt") == []


def test_what_was_stored_is_there_after_opening_again(url: str) -> None:
    with open_store(url) as first:
        replace(first, document("pass"))
    with open_store(url) as second:
        assert [found.id for found in second.documents("musterstadt")] == ["pass"]


def test_documents_can_be_read_while_a_source_is_being_replaced(store: DocumentStore) -> None:
    replace(store, document("pass"))
    seen: list[str] = []

    def reads_meanwhile() -> Iterator[Document]:
        yield document("kita")
        with ThreadPoolExecutor(1) as other:
            seen.extend(other.submit(lambda: [found.id for found in store.documents("musterstadt")]).result())

    store.replace_source("musterstadt", "Website", reads_meanwhile(), "lauf-2")
    assert seen == ["pass"]
    assert [found.id for found in store.documents("musterstadt")] == ["kita"]


def test_writers_wait_for_each_other(url: str) -> None:
    def write(number: int) -> Changes:
        with open_store(url) as own:
            documents = [document(f"{number}-{page}", source=f"Quelle {number}") for page in range(20)]
            return own.replace_source("musterstadt", f"Quelle {number}", documents, f"lauf-{number}")

    with ThreadPoolExecutor(4) as pool:
        changes = list(pool.map(write, range(4)))
    assert [len(change.new) for change in changes] == [20, 20, 20, 20]
    with open_store(url) as store:
        assert len(list(store.documents("musterstadt"))) == 80


def test_sqlite_writes_ahead_so_that_readers_and_a_writer_get_along(tmp_path: Path) -> None:
    import sqlite3

    with open_store(f"sqlite:///{tmp_path / 'neu' / 'lotse.db'}") as store:
        replace(store, document("pass"))
        with sqlite3.connect(tmp_path / "neu" / "lotse.db") as plain:
            assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        plain.close()
